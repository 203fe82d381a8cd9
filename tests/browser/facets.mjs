// Filters of the two lists, as a person uses them: with the keyboard, by a shared address, with Back, from a folder, and without a script.
import { execFileSync } from 'node:child_process'
import { cpSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'
import { none, serve, test } from './tools.mjs'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const status = '#results > [role="status"]'
const cards = '#results [data-found] .cards > .card'

/** The number in a text, whatever its digits. */
const numberIn = (text) => Number(text.replace(/[๐-๙]/g, (it) => it.charCodeAt(0) - 0x0e50).replace(/,/g, '').match(/\d+/)?.[0])

/** A page whose filters have done what they were asked. */
async function settled(page) {
  await page.locator('#results[aria-busy="false"]').waitFor()
  return page
}

/** Opens a list and waits for what its address asks for. */
async function open(context, address, complaints = []) {
  const page = await context.newPage()
  page.on('pageerror', (it) => complaints.push(it.message))
  page.on('console', (it) => it.type() === 'error' && complaints.push(it.text()))
  await page.goto(address)
  return address.includes('?') ? settled(page) : page
}

/** A filter's box, its details open. */
async function box(page, name, value) {
  const it = page.locator(`input[name="${name}"][value="${value}"]`)
  await it.evaluate((box) => {
    for (let at = box.closest('details'); at; at = at.parentElement.closest('details')) at.open = true
  })
  return it
}

/** What a count says: only what is real is counted, examples are told apart, and alone where there is nothing else. */
function tally(text) {
  const parts = text.split('·').map((it) => [/ตัวอย่าง|Example/.test(it), numberIn(it)])
  const of = (isExample) => parts.find((it) => it[0] === isExample)?.[1] ?? 0
  return { real: of(false), examples: of(true) }
}
const told = async (page) => tally(await page.locator(`${status} strong`).innerText())
const found = async (page) => {
  const { real, examples } = await told(page)
  return real + examples
}
/** Whether a value says as many as its list has. */
const agrees = async (page, count) => {
  const [says, has] = [tally(count), await told(page)]
  return says.real === has.real && (!says.examples || says.examples === has.examples)
}

/** The real site once every centre has sent its report: 250 of them, without what is not looked at here. */
function province(program, site, scratch) {
  const root = join(scratch, 'province')
  cpSync(join(site, 'content'), join(root, 'content'), { recursive: true })
  for (const it of readdirSync(join(root, 'content'), { recursive: true }).filter((it) => /(center|site)\.toml$/.test(it))) {
    const file = join(root, 'content', it)
    const text = readFileSync(file, 'utf8').replace(/^status = "planned"$/m, 'status = "open"')
    writeFileSync(file, it === 'site.toml' ? `output = { previews = false, leaflets = false, qr = false }\n${text}` : text)
  }
  const folder = join(scratch, 'province-site')
  execFileSync(program, ['build', '--root', root, '--output', folder, '--quiet'], { stdio: ['ignore', 'inherit', 'inherit'] })
  return folder
}

export async function facets(browser, builds, program, site, scratch) {
  const host = await serve(builds.root.folder)
  const wide = { viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' }

  await test('every count of a filter is what choosing it finds, alone and beside another', async () => {
    const context = await browser.newContext(wide)
    const complaints = []
    for (const list of ['centers/', 'en/best-practices/']) {
      const page = await open(context, host.base + list, complaints)
      const total = await found(page)
      const first = page.locator('.facet input').first()
      await (await box(page, await first.getAttribute('name'), await first.getAttribute('value'))).check()
      await settled(page)
      await first.uncheck()
      await settled(page)
      if (await found(page) !== total) complaints.push(`${list}: nothing chosen is not everything`)
      const values = await page.locator('.facet input').evaluateAll((all) => all.map((it) => [it.name, it.value]))
      if (values.length < 20) complaints.push(`${list}: only ${values.length} values`)
      for (const [place, [name, value]] of values.entries()) {
        const it = await box(page, name, value)
        const count = await it.locator('xpath=..').innerText().then((text) => text.split('\n').at(-1))
        await it.check()
        await settled(page)
        const now = await found(page)
        const shown = await page.locator(cards).count()
        if (!await agrees(page, count) || shown !== Math.min(40, now)) complaints.push(`${list}: ${name}=${value} says ${count}, finds ${now}, shows ${shown}`)
        // Beside it, each value of another facet says how many both find.
        const other = page.locator(`.facet input:not([name="${name}"]):not(:checked):enabled`).first()
        if (place % 5 === 0 && await other.count()) {
          const [otherName, otherValue] = await other.evaluate((it) => [it.name, it.value])
          const both = await box(page, otherName, otherValue)
          const says = await both.locator('xpath=..').innerText().then((text) => text.split('\n').at(-1))
          await both.check()
          await settled(page)
          if (!await agrees(page, says)) complaints.push(`${list}: ${name}=${value} and ${otherName}=${otherValue} say ${says}, find ${await found(page)}`)
          await both.uncheck()
          await settled(page)
        }
        await it.uncheck()
        await settled(page)
      }
      await page.close()
    }
    none(complaints, 'wrong count')
    await context.close()
  })

  await test('choices of one facet widen, of several narrow; what would find nothing is disabled', async () => {
    const context = await browser.newContext(wide)
    const page = await open(context, `${host.base}centers/`)
    const count = async (...choices) => {
      await page.goto(`${host.base}centers/?${choices.join('&')}`)
      await settled(page)
      return found(page)
    }
    const [weaving, elders] = [await count('topic=weaving'), await count('topic=elders')]
    const both = await count('topic=weaving', 'topic=elders')
    if (!(both >= Math.max(weaving, elders) && both <= weaving + elders)) throw new Error(`${weaving} or ${elders} are ${both}`)
    const narrow = await count('topic=weaving', 'topic=elders', 'level=subdistrict')
    if (!(narrow < both)) throw new Error(`${both} narrowed are ${narrow}`)
    // Who needs a toilet and a way for a wheelchair needs both.
    const [toilet, wheelchair] = [await count('facility=toilet'), await count('facility=wheelchair')]
    const facilities = await count('facility=toilet', 'facility=wheelchair')
    if (!(facilities > 0 && facilities <= Math.min(toilet, wheelchair) && facilities < Math.max(toilet, wheelchair))) throw new Error(`${toilet} and ${wheelchair} are ${facilities}`)
    await count('sort=name')
    const states = await page.locator(cards).evaluateAll((all) => all.map((it) => Boolean(it.querySelector('.notice strong'))))
    if (states.indexOf(true) >= 0 && states.slice(states.indexOf(true)).includes(false)) throw new Error('a centre that is closed stands before one that is open')
    const wrong = await page.locator('.facet label').evaluateAll((all) => all
      .filter((it) => /^[0๐]$/.test(it.querySelector('.count').textContent) !== it.querySelector('input').disabled && !it.querySelector('input').checked)
      .map((it) => it.textContent))
    none(wrong, 'empty value that can be chosen')
    await context.close()
  })

  await test('the keyboard filters, takes back, and is never lost; the result is said', async () => {
    const context = await browser.newContext(wide)
    const page = await open(context, `${host.base}centers/`)
    const focus = () => page.evaluate(() => `${document.activeElement.tagName} ${document.activeElement.value ?? document.activeElement.textContent}`)
    await page.locator('.facet input:visible').first().focus()
    const value = await page.evaluate(() => document.activeElement.value)
    await page.keyboard.press('Space')
    await settled(page)
    if (await focus() !== `INPUT ${value}`) throw new Error(`after a choice the focus is on ${await focus()}`)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Space')
    await settled(page)
    const chips = page.locator('[data-applied] button')
    if (await chips.count() !== 3) throw new Error(`${await chips.count()} buttons for two choices`)
    await chips.first().focus()
    await page.keyboard.press('Enter')
    await settled(page)
    if (!/^BUTTON/.test(await focus())) throw new Error(`after a chip the focus is on ${await focus()}`)
    await page.locator('[data-applied] .clear').focus()
    await page.keyboard.press('Enter')
    await settled(page)
    if (!/^SUMMARY/.test(await focus())) throw new Error(`after all chips the focus is on ${await focus()}`)
    if (await page.locator('.facet input:checked').count()) throw new Error('a choice is left')
    if (await page.locator('#results [data-whole]').isHidden()) throw new Error('the list is not back')
    await context.close()
  })

  await test('words narrow a list while they are typed, together with its filters; every count is right', async () => {
    const context = await browser.newContext(wide)
    const complaints = []
    // What the search of the site finds of the kind, as it is or close, is in the list, and what is in the list the search finds.
    for (const [list, type, words] of [
      ['centers/', 'center', ['ทอผ้า', 'เขืองใน', 'ขยะ', 'โขงเจียม']],
      ['best-practices/', 'best-practice', ['ข้าว', 'ออมทรัพย์', 'ไสเดือน']],
      ['en/centers/', 'center', ['weaving', 'Khong Chiam']],
      ['en/best-practices/', 'best-practice', ['waste', 'rice bank']],
    ]) {
      const page = await open(context, host.base + list, complaints)
      const total = await found(page)
      for (const word of words) {
        await page.goto(host.base + list)
        await page.locator('#words').pressSequentially(word, { delay: 30 })
        await page.waitForURL((it) => it.searchParams.get('q') === word)
        await settled(page)
        const titles = await page.locator(`${cards} h3`).allInnerTexts()
        if (await found(page) !== titles.length || !titles.length || titles.length >= total) complaints.push(`${list} ${word}: ${titles.length} of ${total}`)
        const search = await context.newPage()
        await search.goto(`${host.base}${list.startsWith('en/') ? 'en/' : ''}search/?${new URLSearchParams({ q: word, type })}`)
        await search.locator('#results[aria-busy="false"] > li').first().waitFor()
        const all = await search.locator('#results > li').evaluateAll((all) => all.map((it) => [it.querySelector('h2').innerText, 'near' in it.dataset]))
        await search.close()
        const exact = all.filter(([, isNear]) => !isNear)
        const expected = (exact[0] ? exact : all).map(([title]) => title)
        if (all.length < 10 && [...titles].sort().join() !== expected.sort().join()) complaints.push(`${list} ${word}: ${titles} instead of ${expected}`)
        const isClose = /ใกล้เคียง|Close to/.test(await page.locator(status).innerText())
        if (isClose === Boolean(exact[0])) complaints.push(`${list} ${word}: ${isClose ? 'is' : 'is not'} said to be close`)
        // Each value says how many of these it would leave.
        const values = await page.locator('.facet input:enabled').evaluateAll((all) => all.map((it) => [it.name, it.value, it.closest('label').querySelector('.count').textContent]))
        if (!values.length) complaints.push(`${list} ${word}: no value left`)
        for (const [name, value, count] of values.slice(0, 3)) {
          const it = await box(page, name, value)
          await it.check()
          await settled(page)
          if (!await agrees(page, count)) complaints.push(`${list} ${word}, ${name}=${value}: says ${count}, finds ${await found(page)}`)
          if (new URL(page.url()).searchParams.get('q') !== word) complaints.push(`${list} ${word}: a filter took the words away`)
          await it.uncheck()
          await settled(page)
        }
      }
      await page.close()
    }
    none(complaints, 'wrong with words')
    await context.close()
  })

  await test('words of a list are in its address and title, go back in one step, and are kept by a reset', async () => {
    const context = await browser.newContext(wide)
    const page = await open(context, `${host.base}best-practices/`)
    const total = await found(page)
    await page.locator('#words').pressSequentially('ขยะ', { delay: 300 })
    await page.waitForURL((it) => it.searchParams.get('q') === 'ขยะ')
    await settled(page)
    const waste = await found(page)
    if (!(waste > 0 && waste < total)) throw new Error(`${waste} of ${total}`)
    if (!(await page.title()).startsWith('“ขยะ” – ')) throw new Error(await page.title())
    const focus = await page.evaluate(() => document.activeElement.id)
    if (focus !== 'words') throw new Error(`the focus went to ${focus}`)
    const topic = page.locator('.facet input[name="topic"]:enabled').first()
    await topic.check()
    await settled(page)
    await page.locator('[data-applied] .clear').click()
    await settled(page)
    if (await found(page) !== waste || await page.locator('#words').inputValue() !== 'ขยะ') throw new Error('a reset took the words away')
    await page.goBack()
    await page.goBack()
    await settled(page)
    if (await found(page) !== waste) throw new Error('Back did not take the filter back')
    await page.goBack()
    await page.waitForURL((it) => !it.searchParams.has('q'))
    await settled(page)
    if (await found(page) !== total || await page.locator('#words').inputValue() !== '') throw new Error('Back did not take the words back')
    await page.goForward()
    await settled(page)
    if (await found(page) !== waste || await page.locator('#words').inputValue() !== 'ขยะ') throw new Error('Forward did not bring them again')
    await page.reload()
    await settled(page)
    if (await found(page) !== waste || await page.locator('#words').inputValue() !== 'ขยะ') throw new Error('a shared address shows something else')
    await page.locator('#words').press('Enter')
    const said = await page.evaluate(() => document.activeElement.getAttribute('role'))
    if (said !== 'status') throw new Error(`Enter leads to ${said}`)
    // The box of every page still asks the whole site.
    await page.locator('#q').fill('ทอผ้า')
    await page.locator('#suggestions [role="option"]').first().waitFor()
    await page.locator('#q').press('Enter')
    await page.waitForURL(/\/search\/\?q=/)
    await context.close()
  })

  await test('a list that has nothing of the words says so, keeps them and leads to the whole site', async () => {
    const context = await browser.newContext({ ...wide, viewport: { width: 360, height: 740 } })
    const page = await open(context, `${host.base}centers/?q=${encodeURIComponent('xyzzyqq')}`)
    const said = await page.locator(status).innerText()
    if (await found(page) !== 0 || !said.includes('ไม่พบข้อมูลที่ตรงกับ “xyzzyqq”')) throw new Error(said)
    if (await page.locator('#words').inputValue() !== 'xyzzyqq') throw new Error('the words are gone')
    const elsewhere = page.locator('.here .more a')
    const href = new URL(await elsewhere.evaluate((it) => it.href))
    if (!await elsewhere.isVisible() || href.pathname !== '/search/' || href.searchParams.get('q') !== 'xyzzyqq') throw new Error(`leads to ${href}`)
    if (!await page.locator('main a[href$="districts/"]').last().isVisible()) throw new Error('no way to the districts')
    await page.locator('#words').fill('mvzhk')
    await page.waitForURL(/mvzhk/)
    await settled(page)
    if (!/“mvzhk”.*“ทอผ้า”/.test(await page.locator(status).innerText()) || await found(page) < 1) throw new Error(await page.locator(status).innerText())
    if (await elsewhere.isVisible()) throw new Error('leads elsewhere although there is something')
    await context.close()
  })

  await test('a list and its map are views of the same result, with a script and without', async () => {
    for (const javaScriptEnabled of [true, false]) {
      const context = await browser.newContext({ ...wide, javaScriptEnabled })
      const page = await context.newPage()
      const seen = async () => [await page.locator('#results h3').first().isVisible(), await page.locator('.map-view svg.map').isVisible()].join()
      await page.goto(`${host.base}centers/`)
      if (await seen() !== 'true,false') throw new Error(`first: list and map are ${await seen()}`)
      const [list, map] = await page.locator('.views a').all()
      await map.click()
      if (await seen() !== 'false,true') throw new Error(`map: list and map are ${await seen()}`)
      const top = await map.evaluate((it) => it.getBoundingClientRect().top)
      if (top < 0 || top > 300) throw new Error(`the switch is at ${top}`)
      await page.goBack()
      if (await seen() !== 'true,false') throw new Error(`back: list and map are ${await seen()}`)
      await page.goto(`${host.base}centers/#map`)
      if (await seen() !== 'false,true') throw new Error(`shared: list and map are ${await seen()}`)
      await list.click()
      if (await seen() !== 'true,false') throw new Error(`list: list and map are ${await seen()}`)
      await context.close()
    }
    const context = await browser.newContext(wide)
    const page = await open(context, `${host.base}centers/#map`)
    const current = () => page.locator('.views [aria-current="true"]').innerText()
    if (await current() !== 'แสดงบนแผนที่') throw new Error(`said to be seen: ${await current()}`)
    await (await box(page, 'level', 'district')).check()
    await settled(page)
    if (new URL(page.url()).hash !== '#map') throw new Error(`a filter left the map: ${page.url()}`)
    const points = await page.locator('.map-view [data-at]:visible').evaluateAll((all) => all.map((it) => it.getAttribute('href')))
    await page.locator('#words').fill('ทอผ้า')
    await page.waitForURL(/[?&]q=/)
    await settled(page)
    const left = await page.locator('.map-view [data-at]:visible').evaluateAll((all) => all.map((it) => it.getAttribute('href')))
    if (!left.length || left.length >= points.length) throw new Error(`${left.length} points of ${points.length} are of the words`)
    await page.locator('.views a').first().click()
    const listed = await page.locator(`${cards} h3 a`).evaluateAll((all) => all.map((it) => it.getAttribute('href')))
    none(left.filter((it) => !listed.includes(it)), 'point that the list has not')
    await page.goBack()
    await page.locator('.map-view svg.map').waitFor()
    if (await current() !== 'แสดงบนแผนที่') throw new Error(`after Back said to be seen: ${await current()}`)
    await context.close()
  })

  await test('the address is the state: shared, gone back from, its search words kept', async () => {
    const context = await browser.newContext(wide)
    const page = await open(context, `${host.base}best-practices/?q=ผ้า&topic=weaving&from=line`)
    const one = await found(page)
    if (!await (await box(page, 'topic', 'weaving')).isChecked()) throw new Error('the address is not in the boxes')
    const other = page.locator('.facet input:enabled:not(:checked):not([name="topic"])').first()
    const [name, value] = await other.evaluate((it) => [it.name, it.value])
    await (await box(page, name, value)).check()
    await settled(page)
    const address = new URL(page.url()).searchParams
    if (address.get('q') !== 'ผ้า' || address.get(name) !== value || address.get('topic') !== 'weaving') throw new Error(`the address is ${page.url()}`)
    const two = await found(page)
    const titles = await page.locator(`${cards} h3`).allInnerTexts()
    await page.goBack()
    await settled(page)
    if (await found(page) !== one) throw new Error('Back did not take the choice back')
    await page.goForward()
    await settled(page)
    if (await found(page) !== two) throw new Error('Forward did not bring it again')
    await page.reload()
    await settled(page)
    if ((await page.locator(`${cards} h3`).allInnerTexts()).join() !== titles.join()) throw new Error('a shared address shows something else')
    await page.locator(`${cards} h3 a`).first().click()
    await page.goBack()
    await settled(page)
    if (await found(page) !== two) throw new Error('Back from a record lost the filters')
    await page.locator('[data-applied] .clear').click()
    await settled(page)
    if (new URL(page.url()).search !== `?${new URLSearchParams({ q: 'ผ้า', from: 'line' })}`) throw new Error(`cleared: ${page.url()}`)
    await page.goto(`${host.base}centers/?district=no-such&sort=no-such&page=99`)
    await settled(page)
    if (await found(page) < 5) throw new Error('an unknown value hides entries')
    await context.close()
  })

  await test('lists are sorted by name in Thai order, by day, and by distance only after a click', async () => {
    const context = await browser.newContext({ ...wide, geolocation: { latitude: 15.99, longitude: 105.2 }, permissions: [] })
    const page = await open(context, `${host.base}centers/?sort=name`)
    // Those that nobody can visit now come after all others.
    const names = await page.locator(`${cards}:not(:has(.notice strong)) h3`).allInnerTexts()
    const sorted = [...names].sort(new Intl.Collator('th').compare)
    if (names.join() !== sorted.join()) throw new Error(`by name: ${names.join(', ')}`)
    await page.addInitScript(() => {
      navigator.geolocation.getCurrentPosition = ((ask) => (...it) => { globalThis.hasAsked = true; return ask.apply(navigator.geolocation, it) })(navigator.geolocation.getCurrentPosition)
    })
    await page.goto(`${host.base}centers/?sort=near`)
    await settled(page)
    if (await page.evaluate(() => globalThis.hasAsked)) throw new Error('asked for the position without a click')
    await context.grantPermissions(['geolocation'])
    await page.locator('[data-near]').click()
    await page.locator('[data-near][aria-pressed="true"]').waitFor()
    await settled(page)
    if (!await page.evaluate(() => globalThis.hasAsked)) throw new Error('never asked')
    const distances = await page.locator(`${cards}:not(:has(.notice strong)) .distance`).allInnerTexts()
    const far = distances.map((it) => Number(it.replace(/[๐-๙]/g, (digit) => digit.charCodeAt(0) - 0x0e50).match(/[\d.]+/)[0]))
    if (far.length < 5 || far.join() !== [...far].sort((a, b) => a - b).join()) throw new Error(`by distance: ${distances.join(', ')}`)
    await page.goto(`${host.base}best-practices/?sort=copied`)
    await settled(page)
    const copied = await page.locator(cards).evaluateAll((all) => all.map((it) => /ขยายผลแล้ว/.test(it.innerText)))
    if (!copied[0] || copied.join() !== [...copied].sort((a, b) => b - a).join()) throw new Error(`by copies: ${copied.join()}`)
    await context.close()
  })

  await test('filters stand folded on a phone, lead to the results, and axe finds nothing', async () => {
    const complaints = []
    const look = async (page, what) => {
      const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
      if (over > 0) complaints.push(`${what}: ${over} px too wide`)
      await page.evaluate(axe)
      const result = await page.evaluate(() => globalThis.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], resultTypes: ['violations'] }))
      for (const it of result.violations) complaints.push(`${what}: ${it.id}: ${it.nodes.length} × ${it.nodes[0].html.slice(0, 160)}`)
    }
    for (const colorScheme of ['light', 'dark']) {
      const context = await browser.newContext({ viewport: { width: 320, height: 700 }, colorScheme, reducedMotion: 'reduce' })
      for (const address of ['centers/?q=xyzzyqq', 'en/best-practices/?q=waste&topic=waste-management', 'centers/?level=district#map', 'en/centers/#map']) {
        const other = await open(context, host.base + address, complaints)
        await look(other, `${address} ${colorScheme}`)
        await other.close()
      }
      const page = await open(context, `${host.base}centers/?topic=weaving`, complaints)
      if (await page.locator('.filters').getAttribute('open') !== null) complaints.push('open on a phone')
      await page.locator('.filters > summary').click()
      await page.evaluate(() => { for (const it of document.querySelectorAll('.facet')) it.open = true })
      await look(page, colorScheme)
      await page.locator('.filters [type="submit"]').click()
      if (await page.locator('.filters').getAttribute('open') !== null) complaints.push('not folded after the choice')
      const top = await page.locator('#results').evaluate((it) => it.getBoundingClientRect().top)
      if (Math.abs(top) > 200) complaints.push(`the results are ${top} px away`)
      await context.close()
    }
    none(complaints, 'wrong on a phone')
  })

  await test('nothing is fetched before a filter is touched; scripts keep their budgets', async () => {
    const context = await browser.newContext(wide)
    const page = await context.newPage()
    const asked = []
    page.on('request', (it) => it.url().endsWith('.js') && asked.push(new URL(it.url()).pathname))
    await page.goto(`${host.base}centers/`, { waitUntil: 'networkidle' })
    const early = asked.filter((it) => /facets/.test(it))
    none(early, 'fetched too early')
    await page.locator('.facet input:visible').first().check()
    await settled(page)
    if (!asked.some((it) => /\/facets\.\w+\.js/.test(it)) || !asked.some((it) => /\/facets\/centers\./.test(it))) throw new Error(`fetched ${asked.join(' ')}`)
    const files = readdirSync(builds.root.folder)
    const weight = (name) => gzipSync(readFileSync(join(builds.root.folder, files.find((it) => it.startsWith(name)))), { level: 9 }).length
    if (weight('facets.') > 4096 || weight('filters.') > 1536) throw new Error(`facets ${weight('facets.')} B, filters ${weight('filters.')} B`)
    await context.close()
  })

  await test('without a script filters are links to real lists of as many', async () => {
    const context = await browser.newContext({ ...wide, javaScriptEnabled: false })
    const complaints = []
    for (const list of ['centers/', 'best-practices/']) {
      const page = await open(context, host.base + list)
      if (await page.locator('main :is(input, select, button):visible').count()) complaints.push(`${list}: a dead control`)
      await page.locator('.filters > summary').click()
      const links = await page.locator('[data-param]:has(a)').evaluateAll((all) => all.map((it) => [it.querySelector('a').href, it.querySelector('.count').textContent]))
      if (links.length < 20) complaints.push(`${list}: only ${links.length} links`)
      for (const [href, count] of links) {
        await page.goto(href, { waitUntil: 'domcontentloaded' })
        const kind = list === 'centers/' ? '/centers/' : '/best-practices/'
        const entries = await page.locator('.cards h3 a').evaluateAll((all, kind) => all
          .filter((it) => it.pathname.includes('/best-practices/') === (kind === '/best-practices/'))
          .map((it) => Boolean(it.closest('.card').querySelector('.badge.example'))), kind)
        const { real, examples } = tally(count)
        const [isReal, isExample] = [false, true].map((it) => entries.filter((is) => is === it).length)
        if (real !== isReal || examples && examples !== isExample) complaints.push(`${list}: ${href} lists ${isReal} and ${isExample} examples of ${count}`)
      }
      await page.close()
    }
    none(complaints, 'wrong without a script')
    await context.close()
  })
  host.close()

  await test('a whole province: letters, later pages, and a map whose few points are links', async () => {
    const host = await serve(province(program, site, scratch))
    const complaints = []
    const context = await browser.newContext({ ...wide, viewport: { width: 360, height: 740 } })
    const page = await open(context, `${host.base}centers/page/3/`, complaints)
    if (!/หน้า [3๓] จาก/.test(await page.title())) complaints.push(`title of page 3: ${await page.title()}`)
    if (await page.locator('.letters a').count() < 10) complaints.push('no letters')
    await page.locator('.views a').last().click()
    await page.waitForURL(/\/centers\/#map$/)
    const all = await page.locator('.map-view circle[data-at]').count()
    if (all !== await found(page)) complaints.push(`${all} points for ${await found(page)} centres`)
    await page.goto(`${host.base}centers/page/3/`)
    await page.locator('#words').fill('หนอง')
    await page.locator('#words').press('Enter')
    await page.waitForURL((it) => it.pathname === '/centers/' && it.searchParams.get('q') === 'หนอง')
    await settled(page)
    // A shared address of a later page says what was asked for, too.
    const [first, title] = [await page.locator(`${cards} h3`).first().textContent(), await page.title()]
    await page.goto(`${host.base}centers/page/2/?q=${encodeURIComponent('หนอง')}`)
    await page.waitForURL((it) => it.pathname === '/centers/' && it.searchParams.get('q') === 'หนอง')
    await settled(page)
    if (await page.title() !== title || await page.locator(`${cards} h3`).first().textContent() !== first) complaints.push(`page 2 with words shows ${await page.title()}`)
    const some = await found(page)
    if (!(some > 5 && some <= 40)) complaints.push(`${some} have หนอง`)
    const listed = await page.locator(`${cards} h3 a`).evaluateAll((all) => all.map((it) => `${it.href} ${it.textContent}`).sort())
    await page.locator('.views a').last().click()
    const links = page.locator('.map-view .spots a:visible')
    const shown = await links.evaluateAll((all) => all.map((it) => `${it.href.baseVal} ${it.ariaLabel}`).sort())
    if (shown.join() !== listed.join()) complaints.push(`the map has ${shown[0]} of ${shown.length}, the list ${listed[0]} of ${listed.length}`)
    const small = await links.evaluateAll((all) => all.filter((it) => it.getBoundingClientRect().width < 24).length)
    if (small) complaints.push(`${small} points are too small for a finger`)
    await page.evaluate(axe)
    const { violations } = await page.evaluate(() => globalThis.axe.run(document.querySelector('.map-view'), { resultTypes: ['violations'] }))
    for (const it of violations) complaints.push(`${it.id}: ${it.nodes.length} × ${it.nodes[0].html.slice(0, 160)}`)
    await page.locator('#words').fill('')
    await page.waitForURL((it) => !it.searchParams.has('q'))
    await settled(page)
    if (await links.count() || await page.locator('.map-view circle[data-at]:visible').count() !== all) complaints.push('the points are not back')
    none(complaints, 'wrong in a province')
    await context.close()
    host.close()
  })

  await test('filters work under a path and from a folder', async () => {
    const under = await serve(builds.sub.folder, '/sub/path/')
    const complaints = []
    for (const [base, index] of [[under.base, ''], [`${pathToFileURL(builds.portable.folder)}/`, 'index.html']]) {
      const context = await browser.newContext(wide)
      for (const lang of ['', 'en/']) {
        const page = await open(context, `${base}${lang}centers/${index}`, complaints)
        const total = await found(page)
        const first = page.locator('.facet input:visible').first()
        await first.check()
        await settled(page)
        const now = await found(page)
        if (!(now > 0 && now < total) || await page.locator(cards).count() !== now) complaints.push(`${base}: ${now} of ${total}`)
        if (!page.url().includes('?')) complaints.push(`${base}: the address does not say so`)
        await page.locator(`${cards} h3 a`).first().click()
        if (await page.locator('h1').count() !== 1 || /404/.test(await page.title())) complaints.push(`${base}: a card leads nowhere`)
        await page.goBack()
        await settled(page)
        if (await found(page) !== now) complaints.push(`${base}: Back finds ${await found(page)} instead of ${now}`)
        await page.goto(`${base}${lang}centers/${index}?q=${lang ? 'weaving' : encodeURIComponent('ทอผ้า')}`)
        await settled(page)
        if (await found(page) !== 1) complaints.push(`${base}: ${await found(page)} have the words`)
        await page.close()
      }
      await context.close()
    }
    none(under.asked.filter((it) => it.status !== 200).map((it) => it.path), 'address that is not there')
    none(complaints, 'wrong elsewhere')
    under.close()
  })
}
