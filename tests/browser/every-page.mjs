// What must be true of every page, read from the files alone: valid HTML, no dead link, within the budgets, nothing that leaks.
import { readFileSync, existsSync } from 'node:fs'
import { join, posix, extname } from 'node:path'
import { gzipSync } from 'node:zlib'
import { HtmlValidate } from 'html-validate'
import { filesOf, headersForAll, linksOf, none, tagsOf, test } from './tools.mjs'

const kilobyte = 1024

/** All pages of a built site: path, text and start tags. */
export function pagesOf(folder) {
  return filesOf(folder)
    .filter((it) => it.endsWith('.html'))
    .map((path) => {
      const html = readFileSync(join(folder, path), 'utf8')
      const tags = tagsOf(html)
      const isRedirect = tags.some((it) => /^refresh$/i.test(it.attributes['http-equiv'] ?? ''))
      return { path, html, tags, isRedirect }
    })
}

/** The file that an address of the site means, and its fragment; `null` for addresses of elsewhere. */
function target(page, href, base) {
  if (/^(tel|mailto|geo|sms|line):/i.test(href)) return null
  const root = base ?? 'file:///'
  const from = new URL(page.path.replace(/(^|\/)index\.html$/, '$1'), root)
  const here = base ? from : new URL(page.path, root)
  const there = new URL(href, here)
  if (!there.href.startsWith(root)) {
    if (there.origin === new URL(root).origin && base) return { file: null }
    return null
  }
  let file = decodeURIComponent(there.pathname.slice(new URL(root).pathname.length))
  if (base && (file === '' || file.endsWith('/'))) file += 'index.html'
  return { file, fragment: decodeURIComponent(there.hash.slice(1)) }
}

/** Complaints about the links of a built site. */
function deadLinks({ folder, base }) {
  const pages = pagesOf(folder)
  const files = new Set(filesOf(folder))
  const ids = new Map(
    pages.map((it) => [it.path, new Set(it.tags.map((tag) => tag.attributes.id).filter(Boolean))]),
  )
  const complaints = new Set()
  for (const page of pages) {
    for (const { href, tag, rel } of linksOf(page.tags)) {
      if (base === null && /canonical|alternate|license|search/.test(rel)) continue
      const to = target(page, href, base)
      if (to === null) continue
      const where = `${page.path}: <${tag}> ${href}`
      if (base === null && (href.startsWith('/') || href.endsWith('/'))) complaints.add(`${where} names no file`)
      else if (to.file === null || !files.has(to.file)) complaints.add(`${where} leads nowhere`)
      else if (to.fragment && ids.has(to.file) && !ids.get(to.file).has(to.fragment)) complaints.add(`${where}: no such id`)
    }
  }
  return complaints
}

/** Which budget of HTML a page has, in bytes of gzip. */
function budget(path) {
  const plain = path.replace(/^en\//, '')
  const parts = plain.split('/')
  const isCenter = parts[0] === 'centers' && parts.length > 2 && parts[1] !== 'page'
  return (isCenter ? 15 : 25) * kilobyte
}

/** Whether thirteen digits are a Thai identity number. */
function isIdentityNumber(digits) {
  const sum = [...digits.slice(0, 12)].reduce((all, it, place) => all + Number(it) * (13 - place), 0)
  return /^[1-8]/.test(digits) && (11 - (sum % 11)) % 10 === Number(digits[12])
}

export async function everyPage(builds) {
  const { folder, base } = builds.root
  const pages = pagesOf(folder)

  await test(`HTML is valid on every page (${pages.length})`, async () => {
    const validator = new HtmlValidate({
      root: true,
      extends: ['html-validate:standard', 'html-validate:a11y'],
      rules: {
        // Thai titles and headings may be long; pages are for people.
        'long-title': 'off',
        // Void elements and doctype: either form is HTML.
        'void-style': 'off',
        'doctype-style': 'off',
        // White space at line ends comes from templates and costs nothing after gzip.
        'no-trailing-whitespace': 'off',
        // The policy is in _headers and in the page; nothing of another host is loaded, so nothing needs a hash.
        'require-sri': 'off',
        // A landmark or list may carry its role for readers that forget it where list-style is none.
        'no-redundant-role': 'off',
        // A table that scrolls is a group that the keyboard reaches; a <fieldset> would say that it is a form.
        'prefer-native-element': 'off',
        // An address in a sentence may break after its dots.
        'tel-non-breaking': 'off',
      },
    })
    const complaints = []
    for (const { path, html } of pages) {
      const report = await validator.validateString(html, path)
      for (const result of report.results) {
        for (const it of result.messages.filter((it) => it.severity === 2)) {
          complaints.push(`${path}:${it.line}:${it.column} ${it.ruleId}: ${it.message}`)
        }
      }
    }
    none(complaints, 'not valid HTML')
  })

  for (const [name, built] of Object.entries(builds)) {
    await test(`every link and fragment leads somewhere (${name})`, () => none(deadLinks(built), 'dead link'))
  }

  await test('every page says its language, title, description, address and twin', () => {
    const complaints = []
    for (const { path, tags, isRedirect } of pages.filter((it) => !it.isRedirect)) {
      const is = (name, key, value) => tags.find((it) => it.name === name && it.attributes[key] === value)
      const lang = tags.find((it) => it.name === 'html')?.attributes.lang
      // A drawing may have titles of its own.
      const head = tags.slice(0, tags.findIndex((it) => it.name === 'body'))
      if (lang !== (path.startsWith('en/') ? 'en' : 'th')) complaints.push(`${path}: lang ${lang}`)
      for (const [tag, key, value] of [['title'], ['h1'], ['main'], ['meta', 'name', 'viewport']]) {
        const found = (tag === 'title' ? head : tags).filter((it) => it.name === tag && (key === undefined || it.attributes[key] === value))
        if (found.length !== 1) complaints.push(`${path}: ${found.length} × <${tag} ${value ?? ''}>`)
      }
      if (/(404|offline)\.html$/.test(path)) continue
      const address = base + path.replace(/(^|\/)index\.html$/, '$1')
      const canonical = is('link', 'rel', 'canonical')?.attributes.href
      if (canonical !== address) complaints.push(`${path}: canonical ${canonical}`)
      if (!is('meta', 'name', 'description')?.attributes.content) complaints.push(`${path}: no description`)
      if (!is('meta', 'property', 'og:title') || !is('meta', 'property', 'og:image')) complaints.push(`${path}: no preview`)
      const twins = tags.filter((it) => it.attributes.hreflang && it.name === 'link').map((it) => it.attributes.hreflang)
      for (const twin of ['th', 'en', 'x-default']) {
        if (!twins.includes(twin)) complaints.push(`${path}: no hreflang ${twin}`)
      }
    }
    none(complaints, 'page without what every page has')
  })

  await test('every page with a menu has one box to search from', () => {
    const complaints = []
    for (const { path, tags } of pages.filter((it) => it.tags.some((tag) => tag.attributes.id === 'menu'))) {
      const boxes = tags.filter((it) => it.attributes.role === 'search').length
      if (boxes !== 1) complaints.push(`${path}: ${boxes} boxes`)
    }
    none(complaints, 'no box, or two')
  })

  await test('titles and descriptions tell pages apart', () => {
    const seen = new Map()
    const complaints = []
    for (const { path, html, isRedirect } of pages) {
      if (isRedirect || /(404|offline)\.html$/.test(path)) continue
      const title = /<title>([\s\S]*?)<\/title>/.exec(html)?.[1]
      if (seen.has(title)) complaints.push(`${path} and ${seen.get(title)}: ${title}`)
      seen.set(title, path)
    }
    none(complaints, 'title used twice')
  })

  await test('pages, styles, scripts and fonts keep within their budgets', () => {
    const complaints = []
    for (const { path, html } of pages) {
      const size = gzipSync(html).length
      if (size > budget(path)) complaints.push(`${path}: ${size} B`)
    }
    const sizes = new Map()
    let fonts = 0
    for (const path of filesOf(folder)) {
      // Data of filters comes in parts, after one is touched: tests/browser/facets.mjs weighs it. The search has budgets of its own
      // too: a reader who does not search gets its loader alone.
      if (/^(facets\/|search\/|search-(?!loader))/.test(path)) continue
      const bytes = readFileSync(join(folder, path))
      if (/\.(css|js)$/.test(path)) sizes.set(path, gzipSync(bytes).length)
      if (extname(path) === '.woff2') fonts += bytes.length
    }
    if (fonts > 120 * kilobyte) complaints.push(`fonts: ${fonts} B`)
    // What a page asks for before anybody does anything with it.
    for (const page of pages) {
      const totals = { '.css': 0, '.js': 0 }
      for (const { name, attributes } of page.tags) {
        const href = name === 'script' ? attributes.src : attributes.rel === 'stylesheet' ? attributes.href : undefined
        const file = href && target(page, href, base)?.file
        if (sizes.has(file)) totals[extname(file)] += sizes.get(file)
      }
      for (const [kind, limit] of [['.css', 12], ['.js', 10]]) {
        if (totals[kind] > limit * kilobyte) complaints.push(`${page.path}: ${kind} ${totals[kind]} B`)
      }
    }
    none(complaints, 'over budget')
  })

  await test('what stands before the first paint is one style sheet, and a home page comes in one flight', () => {
    const complaints = []
    for (const { path, html, tags, isRedirect } of pages) {
      if (isRedirect) continue
      const sheets = tags.filter((it) => it.name === 'link' && it.attributes.rel === 'stylesheet')
      const paper = /\/(leaflet|poster|sheet)\/index\.html$/.test(path)
      if (sheets.length !== 1 && !paper) complaints.push(`${path}: ${sheets.length} style sheets`)
      for (const { name, attributes } of tags) {
        const waits = name === 'script' && attributes.src && !('defer' in attributes) && !('async' in attributes)
        if (waits) complaints.push(`${path}: the reader waits for ${attributes.src}`)
      }
      // A new connection carries ten packets before it waits for an answer: 14,600 bytes, of which headers are some.
      if (/^(en\/)?index\.html$/.test(path) && gzipSync(html).length > 14_100) complaints.push(`${path}: ${gzipSync(html).length} B`)
      // Letters that are found while the page is painted would be asked for before its photos.
      const isOurs = sheets.some((it) => /sala\./.test(it.attributes.href))
      const letters = tags.filter((it) => it.attributes.rel === 'preload' && it.attributes.as === 'font')
      const isSearch = /^(en\/)?search\//.test(path)
      if (isSearch && letters.length > 0) complaints.push(`${path}: letters come before results`)
      if (isOurs && !isSearch && letters.length !== 2) complaints.push(`${path}: ${letters.length} fonts asked for in time`)
      // Paper is laid out in its own face, which must be there before: nothing may move then.
      if (paper && letters.length !== 2) complaints.push(`${path}: ${letters.length} fonts asked for in time`)
      if (!paper && letters.some((it) => it.attributes.fetchpriority !== 'low')) complaints.push(`${path}: fonts come before the page`)
    }
    for (const path of ['centers/index.html', 'best-practices/index.html']) {
      const first = pages.find((it) => it.path === path).tags.find((it) => it.name === 'img')
      if (first?.attributes.fetchpriority !== 'high' || first.attributes.loading) complaints.push(`${path}: its first photo is asked for late`)
    }
    none(complaints, 'late')
  })

  await test('nothing is loaded from another host, nothing inline can run', () => {
    const complaints = []
    for (const { path, html, tags } of pages) {
      for (const { name, attributes } of tags) {
        const loads = ['script', 'img', 'source', 'iframe', 'video', 'audio', 'embed', 'object'].includes(name) ||
          (name === 'link' && /stylesheet|icon|manifest|preload/.test(attributes.rel ?? ''))
        const from = attributes.src ?? attributes.href ?? attributes.data
        if (loads && from && /^(https?:)?\/\//.test(from)) complaints.push(`${path}: <${name}> ${from}`)
        for (const key of Object.keys(attributes)) {
          if (/^on/.test(key) || key === 'style') complaints.push(`${path}: <${name} ${key}>`)
        }
        if (/^\s*(javascript|data|vbscript):/i.test(attributes.href ?? '')) complaints.push(`${path}: ${attributes.href}`)
      }
      for (const [, attributes, body] of html.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/g)) {
        if (body.trim() && !/type="application\/ld\+json"/.test(attributes)) complaints.push(`${path}: inline script`)
      }
    }
    none(complaints, 'foreign or inline code')
    const policy = headersForAll(folder)['Content-Security-Policy'] ?? ''
    for (const part of ["default-src 'none'", "base-uri 'none'", 'form-action', 'frame-ancestors']) {
      if (!policy.includes(part)) throw new Error(`the policy lacks ${part}: ${policy}`)
    }
    if (/unsafe|\*/.test(policy)) throw new Error(`the policy is loose: ${policy}`)
  })

  await test('structured data is JSON with a context and a type', () => {
    const complaints = []
    for (const { path, html } of pages) {
      for (const [, body] of html.matchAll(/<script type="application\/ld\+json">([\s\S]*?)<\/script>/g)) {
        try {
          const data = JSON.parse(body)
          const things = data['@graph'] ?? [data]
          if (!/schema\.org/.test(data['@context'])) complaints.push(`${path}: no context`)
          if (things.some((it) => !it['@type'])) complaints.push(`${path}: no type`)
        } catch (error) {
          complaints.push(`${path}: ${error.message}`)
        }
      }
    }
    none(complaints, 'broken structured data')
  })

  await test('no identity number, no machine path and no mistyped Thai in any text', () => {
    const complaints = []
    for (const path of filesOf(folder)) {
      if (!/\.(html|xml|json|geojson|csv|txt|css|js|webmanifest|ics|vcf)$/.test(path) && !path.startsWith('_')) continue
      // The engine of the search names the mistypings that it mends.
      if (/^search-code\..+\.js$/.test(path)) continue
      // Numbers that draw a picture are not for reading.
      const text = readFileSync(join(folder, path), 'utf8').replace(/ (?:d|points|stroke-dasharray)="[^"]*"/g, '')
      const arabic = text.replace(/[๐-๙]/g, (it) => String(it.charCodeAt(0) - 0x0e50))
      for (const [found] of arabic.matchAll(/(?<![\d.])\d(?:[ -]?\d){12}(?![\d.])/g)) {
        if (isIdentityNumber(found.replace(/\D/g, ''))) complaints.push(`${path}: ${found}`)
      }
      for (const [wrong, why] of [[/เเ/, 'เเ for แ'], [/ํา/, 'ํา for ำ'], [/\u200b/, 'zero-width space'], [/\ufffd/, 'mojibake'], [/([่้๊๋])\1/, 'tone mark twice'], [/\/(home|root|tmp|work)\/\w+\//, 'path of a machine']]) {
        if (wrong.test(text)) complaints.push(`${path}: ${why}`)
      }
    }
    none(complaints, 'bad text')
  })

  await test('the sitemap and the feed name pages that exist', () => {
    const complaints = []
    const sitemap = readFileSync(join(folder, 'sitemap.xml'), 'utf8')
    const named = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map((it) => it[1])
    if (named.length < 10) complaints.push(`only ${named.length} pages`)
    const feeds = filesOf(folder).filter((it) => posix.basename(it) === 'feed.xml')
    if (feeds.length < 2) complaints.push(`only ${feeds.length} feeds`)
    for (const feed of feeds) {
      const text = readFileSync(join(folder, feed), 'utf8')
      named.push(...[...text.matchAll(/<link[^>]*href="([^"]+)"/g)].map((it) => it[1]))
      if (!/<updated>\d{4}-\d\d-\d\dT/.test(text)) complaints.push(`${feed}: no day`)
    }
    for (const address of named) {
      if (!address.startsWith(base)) { complaints.push(address); continue }
      let file = decodeURIComponent(address.slice(base.length).replace(/#.*/, ''))
      if (file === '' || file.endsWith('/')) file += 'index.html'
      if (!existsSync(join(folder, file))) complaints.push(`${address} leads nowhere`)
    }
    none(complaints, 'wrong in sitemap or feeds')
  })

  await test('every page is reached from home by plain links', () => {
    const known = new Map(pages.map((it) => [it.path, it]))
    const reached = new Set(['index.html'])
    let front = ['index.html']
    let clicks = 0
    const far = []
    while (front.length > 0) {
      const next = []
      for (const path of front) {
        for (const { href, tag } of linksOf(known.get(path).tags)) {
          if (tag !== 'a') continue
          const to = target(known.get(path), href, base)
          if (to?.file && known.has(to.file) && !reached.has(to.file)) {
            reached.add(to.file)
            next.push(to.file)
            if (clicks >= 5) far.push(`${to.file}: ${clicks + 1} clicks`)
          }
        }
      }
      clicks += 1
      front = next
    }
    none(far, 'page too far from home')
    const orphans = pages.filter((it) => !reached.has(it.path) && !it.isRedirect && !/(404|offline)\.html$/.test(it.path))
    none(orphans.map((it) => it.path), 'page that nothing links to')
  })
}
