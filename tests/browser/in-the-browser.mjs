// One page of every kind, in both languages, as a person meets it in Chromium.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { pagesOf } from './every-page.mjs'
import { each, none, serve, test } from './tools.mjs'

export const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
export const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** Kinds of pages, by their addresses. */
const kinds = {
  home: /^index\.html$/,
  centers: /^centers\/index\.html$/,
  center: /^centers\/(?!page\/).+(?<!best-practices\/[^/]+|activities\/[^/]+|leaflet|poster|sheet)\/index\.html$/,
  leaflet: /^centers\/.+\/leaflet\/index\.html$/,
  poster: /^centers\/.+\/poster\/index\.html$/,
  sheet: /^centers\/.+\/sheet\/index\.html$/,
  'best-practice': /^centers\/.+\/best-practices\/[^/]+\/index\.html$/,
  activity: /^centers\/.+\/activities\/[^/]+\/index\.html$/,
  'best-practices': /^best-practices\/index\.html$/,
  districts: /^districts\/index\.html$/,
  district: /^districts\/[^/]+\/index\.html$/,
  topics: /^topics\/index\.html$/,
  topic: /^topics\/[^/]+\/index\.html$/,
  mission: /^missions\/[^/]+\/index\.html$/,
  activities: /^activities\/index\.html$/,
  awards: /^awards\/index\.html$/,
  progress: /^progress\/index\.html$/,
  data: /^data\/index\.html$/,
  search: /^search\/index\.html$/,
  404: /^404\.html$/,
}

/** The longest page of every kind, the shortest of the kinds that vary, and one written page, in both languages. */
function chosen(folder) {
  const pages = pagesOf(folder).filter((it) => !it.isRedirect)
  const all = []
  for (const lang of ['th', 'en']) {
    const ours = pages
      .filter((it) => it.path.startsWith('en/') === (lang === 'en'))
      .map((it) => ({ ...it, plain: it.path.replace(/^en\//, '') }))
    const left = new Set(ours)
    for (const [kind, pattern] of Object.entries(kinds)) {
      const alike = ours.filter((it) => pattern.test(it.plain)).sort((a, b) => b.html.length - a.html.length)
      alike.forEach((it) => left.delete(it))
      if (alike.length === 0) {
        if (kind === '404' && lang === 'en') continue
        throw new Error(`no page of the kind ${kind} in ${lang}`)
      }
      all.push({ kind, lang, path: alike[0].path })
      if (['center', 'district', 'topic', 'best-practice'].includes(kind) && alike.length > 1) {
        all.push({ kind: `${kind}, shortest`, lang, path: alike.at(-1).path })
      }
    }
    const page = [...left].filter((it) => !it.plain.includes('/page/')).sort((a, b) => b.html.length - a.html.length)[0]
    all.push({ kind: 'page', lang, path: page.path })
  }
  return all
}

/** Where a page is asked for. */
function addressOf(base, path) {
  return base + (path.endsWith('404.html') ? 'no/such/page/' : path.replace(/(^|\/)index\.html$/, '$1'))
}

/** Opens pages and notes whatever goes wrong while they load. */
export async function watched(context, complaints) {
  const page = await context.newPage()
  await page.addInitScript(() => {
    globalThis.shifts = []
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        if (entry.hadRecentInput) continue
        const moved = entry.sources.map(({ node, previousRect: a, currentRect: b }) =>
          `${node?.nodeName ?? '?'}.${node?.className ?? ''} ${a.x},${a.y} ${a.width}×${a.height} → ${b.x},${b.y} ${b.width}×${b.height}`)
        globalThis.shifts.push({ value: entry.value, moved: moved.join('; ') })
      }
    }).observe({ type: 'layout-shift', buffered: true })
    document.addEventListener('securitypolicyviolation', (it) => {
      console.error(`policy: ${it.violatedDirective} ${it.blockedURI}`)
    })
  })
  page.on('console', (it) => {
    const expected = /404 \(Not Found\)/.test(it.text()) && /no\/such\/page/.test(it.location().url)
    if (it.type() === 'error' && !expected) complaints.push(`${page.url()}: ${it.text()}`)
  })
  page.on('pageerror', (it) => complaints.push(`${page.url()}: ${it.message}`))
  page.on('request', (it) => {
    if (!/^(http:\/\/127\.0\.0\.1[:/]|file:|data:|about:)/.test(it.url())) complaints.push(`${page.url()}: asks ${it.url()}`)
  })
  page.on('requestfailed', (it) => complaints.push(`${page.url()}: ${it.url()} ${it.failure()?.errorText}`))
  return page
}

/** What sticks out of the window to the right. */
export function wide() {
  const root = document.documentElement
  if (root.scrollWidth <= root.clientWidth) return null
  const culprits = [...document.querySelectorAll('body *')]
    .filter((it) => it.getBoundingClientRect().right > root.clientWidth + 1)
    .slice(0, 3)
    .map((it) => `${it.tagName.toLowerCase()}.${it.className}`)
  return `${root.scrollWidth} px in ${root.clientWidth}: ${culprits.join(', ')}`
}

export async function inTheBrowser(browser, builds) {
  const pages = chosen(builds.root.folder)
  const host = await serve(builds.root.folder)

  for (const colorScheme of ['light', 'dark']) {
    for (const width of [320, 1280]) {
      await test(`axe finds nothing, nothing sticks out, no error: ${colorScheme}, ${width} px, ${pages.length} pages`, async () => {
        const complaints = []
        await each(pages, async ({ path }) => {
          const context = await browser.newContext({ colorScheme, viewport: { width, height: 720 }, reducedMotion: 'reduce' })
          const page = await watched(context, complaints)
          await page.goto(addressOf(host.base, path), { waitUntil: 'load' })
          const over = await page.evaluate(wide)
          if (over) complaints.push(`${path}: ${over}`)
          const shifts = await page.evaluate(() => globalThis.shifts)
          // What Lighthouse shows as 0: a line or two that moves by a pixel or two when the font arrives.
          const shift = shifts.reduce((all, it) => all + it.value, 0)
          // Paper waits for its face before it is painted, and a machine that is busy gives up the wait: what moves a little then is printed
          // as it should be.
          const most = /\/(leaflet|poster|sheet)\//.test(path) ? 0.05 : 0.005
          if (shift >= most) complaints.push(`${path}: layout shift ${shift.toFixed(4)}: ${shifts.map((it) => it.moved).join('; ')}`)
          const stored = await page.evaluate(() => document.cookie + localStorage.length + sessionStorage.length)
          if (stored !== '00') complaints.push(`${path}: stores something: ${stored}`)
          await page.evaluate(axe)
          const result = await page.evaluate((values) => globalThis.axe.run(document, { runOnly: values, resultTypes: ['violations'] }), rules)
          for (const it of result.violations) {
            complaints.push(`${path}: ${it.id} (${it.impact}) ${it.nodes.length} × ${it.nodes[0].html.slice(0, 160)} ${it.nodes[0].failureSummary?.split('\n')[1] ?? ''}`)
          }
          await context.close()
        })
        none(complaints, 'wrong in the browser')
      })
    }
  }

  await test('text at 200 % and wide text spacing push nothing aside', async () => {
    const complaints = []
    await each(pages, async ({ path }) => {
      const context = await browser.newContext({ viewport: { width: 640, height: 720 } })
      const page = await watched(context, complaints)
      await page.goto(addressOf(host.base, path))
      await page.evaluate(() => { document.documentElement.style.fontSize = '200%' })
      let over
      for (const width of [640, 320]) {
        await page.setViewportSize({ width, height: 720 })
        over = await page.evaluate(wide)
        if (over) complaints.push(`${path}, 200 % at ${width} px: ${over}`)
      }
      await page.evaluate(() => {
        document.documentElement.style.fontSize = ''
        for (const it of document.querySelectorAll('body, body *')) {
          it.style.setProperty('line-height', '1.5', 'important')
          it.style.setProperty('word-spacing', '0.16em', 'important')
          it.style.setProperty('letter-spacing', '0.12em', 'important')
        }
      })
      over = await page.evaluate(wide)
      if (over) complaints.push(`${path}, spaced: ${over}`)
      await context.close()
    })
    none(complaints, 'too wide')
  })

  await test('the royal name never breaks inside on a phone', async () => {
    const complaints = []
    for (const width of [320, 360]) {
      const page = await (await browser.newContext({ viewport: { width, height: 720 } })).newPage()
      await page.goto(`${host.base}about/`)
      const names = await page.locator('main .whole').evaluateAll((all) => all.map((it) => [it.textContent, it.getClientRects().length]))
      if (!names.some(([it]) => it === 'พระวชิรเกล้าเจ้าอยู่หัว')) complaints.push(`${width} px: the name is not marked`)
      for (const [name, lines] of names) if (lines !== 1) complaints.push(`${width} px: ${name} stands on ${lines} lines`)
      const over = await page.evaluate(wide)
      if (over) complaints.push(`${width} px: ${over}`)
      await page.context().close()
    }
    none(complaints, 'broken name')
  })

  await test('targets are large enough for a thumb', async () => {
    const complaints = []
    await each(pages.filter((it) => it.lang === 'th'), async ({ path }) => {
      const context = await browser.newContext({ viewport: { width: 320, height: 720 } })
      const page = await context.newPage()
      await page.goto(addressOf(host.base, path))
      const small = await page.evaluate(() => [...document.querySelectorAll('button, summary, input, select, nav a')]
        .filter((it) => it.checkVisibility() && getComputedStyle(it).display !== 'inline')
        .map((it) => [it, it.getBoundingClientRect()])
        .filter(([, box]) => box.width > 1 && (box.height < 24 || box.width < 24))
        .map(([it, box]) => `${it.tagName} ${it.textContent.trim().slice(0, 20)} ${box.width.toFixed()}×${box.height.toFixed()}`))
      complaints.push(...small.map((it) => `${path}: ${it}`))
      await context.close()
    })
    none(complaints, 'target too small')
  })

  await test('the keyboard reaches the content first and always sees where it is', async () => {
    const complaints = []
    await each(pages.filter((it) => ['home', 'center', 'centers'].includes(it.kind)), async ({ path }) => {
      const context = await browser.newContext({ viewport: { width: 1280, height: 720 }, reducedMotion: 'reduce' })
      const page = await context.newPage()
      await page.goto(addressOf(host.base, path))
      for (let step = 0; step < 12; step += 1) {
        await page.keyboard.press('Tab')
        const at = await page.evaluate(() => {
          const it = document.activeElement
          const style = getComputedStyle(it)
          const box = it.getBoundingClientRect()
          return {
            what: `${it.tagName} ${it.textContent.trim().slice(0, 30)}`,
            href: it.getAttribute('href'),
            isSeen: (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2) || style.boxShadow !== 'none',
            isInside: box.bottom > 0 && box.top < innerHeight && box.width > 0,
          }
        })
        if (step === 0 && !/^#/.test(at.href ?? '')) complaints.push(`${path}: first comes ${at.what}`)
        if (!at.isSeen || !at.isInside) complaints.push(`${path}: focus not seen on ${at.what}`)
      }
      await context.close()
    })
    none(complaints, 'keyboard trouble')
  })

  await test('without JavaScript a page says the same', async () => {
    const complaints = []
    await each(pages.filter((it) => it.lang === 'th'), async ({ path }) => {
      const texts = []
      for (const javaScriptEnabled of [true, false]) {
        const context = await browser.newContext({ javaScriptEnabled, viewport: { width: 390, height: 800 } })
        const page = await context.newPage()
        await page.goto(addressOf(host.base, path))
        texts.push((await page.locator('main').innerText()).replace(/\s+/g, ' '))
        await context.close()
      }
      if (texts[1].length < 20 || texts[1].length < texts[0].length * 0.95) complaints.push(`${path}: ${texts[1].length} of ${texts[0].length} letters`)
    })
    none(complaints, 'page that needs a script')
  })

  await test('the font of the site is there at the second page', async () => {
    const context = await browser.newContext()
    const page = await context.newPage()
    await page.goto(host.base)
    await page.waitForLoadState('networkidle')
    await page.goto(`${host.base}centers/`)
    await page.waitForLoadState('networkidle')
    const fonts = await page.evaluate(async () => {
      await document.fonts.ready
      return [...document.fonts].map((it) => `${it.family} ${it.status}`)
    })
    if (!fonts.some((it) => it.endsWith(' loaded'))) throw new Error(`fonts: ${fonts.join(', ')}`)
    if (!host.asked.some((it) => it.path.endsWith('.woff2') && it.status === 200)) throw new Error('no font was asked for')
    await context.close()
  })

  await test('a record prints on paper without navigation', async () => {
    const context = await browser.newContext({ viewport: { width: 794, height: 1123 } })
    const page = await context.newPage()
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
    await page.goto(addressOf(host.base, pages.find((it) => it.kind === 'center').path))
    const seen = await page.evaluate(() => ({
      navigation: [...document.querySelectorAll('nav, form, button')].filter((it) => it.checkVisibility()).length,
      background: getComputedStyle(document.body).backgroundColor,
    }))
    if (seen.navigation > 0) throw new Error(`${seen.navigation} × navigation on paper`)
    if (!/^rgba?\(255, 255, 255|rgba\(0, 0, 0, 0\)/.test(seen.background)) throw new Error(`paper is ${seen.background}`)
    await context.close()
  })
  host.close()

  await test('the site works under /sub/path/', async () => {
    const complaints = []
    const under = await serve(builds.sub.folder, '/sub/path/')
    const context = await browser.newContext()
    const page = await watched(context, complaints)
    await clicks(page, under.base, complaints)
    none(under.asked.filter((it) => it.status !== 200).map((it) => it.path), 'address that is not there')
    none(complaints, 'wrong under a path')
    await context.close()
    under.close()
  })

  await test('the portable site works by double click', async () => {
    const complaints = []
    const context = await browser.newContext()
    const page = await watched(context, complaints)
    await clicks(page, pathToFileURL(join(builds.portable.folder, 'index.html')).href, complaints)
    none(complaints, 'wrong from a folder')
    await context.close()
  })
}

/** Goes from home to the centres, to a centre and to its English twin by clicking, and sees that each page is styled. */
async function clicks(page, home, complaints) {
  const look = async (what) => {
    const styles = await page.evaluate(() => [...document.styleSheets].reduce((all, it) => all + (it.href ? 1 : 0), 0))
    const box = await page.evaluate(() => getComputedStyle(document.body).fontFamily)
    if (styles === 0 || /^"?(Times|serif)/i.test(box)) complaints.push(`${what}: not styled (${box})`)
    if ((await page.locator('h1').count()) !== 1) complaints.push(`${what}: no heading`)
  }
  await page.goto(home)
  await look('home')
  const follow = async (what, pattern) => {
    const href = await page.evaluate((source) => [...document.querySelectorAll('main a[href], nav a[href], header a[href]')]
      .map((it) => it.href).find((it) => new RegExp(source).test(it)), pattern.source)
    if (!href) { complaints.push(`${page.url()}: no link to ${what}`); return }
    await page.evaluate((to) => [...document.querySelectorAll('a[href]')].find((it) => it.href === to).click(), href)
    await page.waitForURL(href)
    await page.waitForLoadState('load')
    await look(what)
  }
  await follow('the districts', /\/districts\/(index\.html)?$/)
  await follow('a district', /\/districts\/[a-z-]+\/(index\.html)?$/)
  await follow('the practices', /\/best-practices\/(index\.html)?$/)
  await follow('a practice', /\/centers\/.+\/best-practices\/[a-z0-9-]+\/(index\.html)?$/)
  await follow('a centre', /\/centers\/(?!.*best-practices)[a-z/-]+\/(index\.html)?$/)
  await follow('English', /\/en\//)
}
