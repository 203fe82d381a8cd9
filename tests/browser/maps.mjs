// The maps of the built real site: as good by keyboard and screen reader as the lists beside them, and light.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'
import { filesOf, none, serve, test } from './tools.mjs'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** Pages with a map whose links a list repeats. */
const overviews = ['', 'en/', 'districts/', 'en/districts/']

/** The first district whose map has a centre to follow. */
function districtWithCenter(folder) {
  const pages = filesOf(folder).filter((it) => /^districts\/[^/]+\/index\.html$/.test(it))
  const found = pages.find((it) => readFileSync(join(folder, it), 'utf8').includes('<use href="#map-pin"'))
  if (!found) throw new Error('no district has a centre on its map')
  return found.replace('index.html', '')
}

export async function maps(browser, builds) {
  const { folder } = builds.root
  const host = await serve(folder)
  const district = districtWithCenter(folder)

  await test('a map has the links of the list beside it, by the same names', async () => {
    const complaints = []
    const page = await (await browser.newContext()).newPage()
    for (const path of overviews) {
      await page.goto(host.base + path)
      const { onMap, inList } = await page.evaluate(() => {
        const words = (it) => it.textContent.replace(/\s+/g, ' ').trim()
        const links = (selector, name) => [...document.querySelectorAll(selector)].map((it) => `${it.getAttribute('href')} ${name(it)}`)
        const heard = (link) => {
          const copy = link.cloneNode(true)
          copy.querySelectorAll('[aria-hidden="true"]').forEach((it) => it.remove())
          return words(copy)
        }
        return {
          onMap: links('svg.map .areas a', (it) => words(it.querySelector('title'))),
          inList: links('#district-list .index a', heard),
        }
      })
      if (onMap.length !== 25) complaints.push(`/${path}: ${onMap.length} districts on the map`)
      // The map is drawn in Thai order, a list has the order of its language.
      if (JSON.stringify(onMap.toSorted()) !== JSON.stringify(inList.toSorted())) {
        complaints.push(`/${path}: ${onMap.find((it) => !inList.includes(it))} is not in the list as ${inList[0]}`)
      }
    }
    await page.context().close()
    none(complaints, 'map unlike its list')
  })

  await test('the keyboard reaches every district of a map, sees where it is and can pass it by', async () => {
    const complaints = []
    const page = await (await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' })).newPage()
    await page.goto(host.base)
    await page.focus('.pass')
    const pass = await page.evaluate(() => {
      const box = document.activeElement.getBoundingClientRect()
      return { isSeen: box.left >= 0 && box.width > 24 && box.height >= 24, target: document.activeElement.hash }
    })
    if (!pass.isSeen) complaints.push('the link that passes the map is not seen')
    const plain = await page.evaluate(() => getComputedStyle(document.querySelector('svg.map .areas path')).fill)
    const reached = []
    for (let step = 0; step < 25; step += 1) {
      await page.keyboard.press('Tab')
      const at = await page.evaluate(() => {
        const path = document.activeElement.querySelector('path')
        return { href: document.activeElement.getAttribute('href'), fill: path && getComputedStyle(path).fill }
      })
      reached.push(at.href)
      if (at.fill === plain || !at.fill) complaints.push(`focus is not seen on ${at.href}`)
    }
    const all = await page.evaluate(() => [...document.querySelectorAll('svg.map .areas a')].map((it) => it.getAttribute('href')))
    if (JSON.stringify(reached) !== JSON.stringify(all)) complaints.push(`reached ${reached.join(' ')}`)
    await page.focus('.pass')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    const after = await page.evaluate(() => document.activeElement.closest('#district-list') !== null)
    if (!after) complaints.push('after the map comes not the list')
    await page.context().close()
    none(complaints, 'keyboard trouble on the map')
  })

  await test('the room for a finger around a point is not painted', async () => {
    const page = await browser.newPage()
    await page.goto(`${host.base}centers/#map`)
    // What `use` shows stands in a tree of its own, where a rule that names the map finds nothing.
    const isClear = await page.evaluate(() => [...document.styleSheets].flatMap((it) => [...it.cssRules])
      .some((it) => it.selectorText?.split(', ').includes('.reach') && it.style.fill === 'transparent' && it.style.stroke === 'none'))
    if (!isClear) throw new Error('no rule for `.reach` alone')
    await page.close()
  })

  await test('axe finds nothing on opened maps, and nothing of them sticks out', async () => {
    const complaints = []
    for (const colorScheme of ['light', 'dark']) {
      for (const width of [320, 1280]) {
        for (const path of ['centers/#map', district]) {
          const context = await browser.newContext({ colorScheme, viewport: { width, height: 720 }, reducedMotion: 'reduce' })
          const page = await context.newPage()
          await page.goto(host.base + path)
          await page.evaluate(() => document.querySelectorAll('details').forEach((it) => { it.open = true }))
          await page.evaluate(axe)
          const result = await page.evaluate((values) => globalThis.axe.run(document, { runOnly: values, resultTypes: ['violations'] }), rules)
          for (const it of result.violations) complaints.push(`/${path} ${colorScheme} ${width}: ${it.id} ${it.nodes.length} × ${it.nodes[0].html.slice(0, 160)} ${it.nodes[0].failureSummary?.split('\n')[1] ?? ''}`)
          const isWide = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)
          if (isWide) complaints.push(`/${path} ${colorScheme} ${width}: sticks out`)
          await context.close()
        }
      }
    }
    none(complaints, 'wrong on a map')
  })

  await test('shapes lie inside their drawing, and links of centres are large enough for a thumb', async () => {
    const complaints = []
    const page = await (await browser.newContext({ viewport: { width: 320, height: 720 } })).newPage()
    for (const path of ['', 'centers/#map', district]) {
      await page.goto(host.base + path)
      await page.evaluate(() => document.querySelectorAll('details').forEach((it) => { it.open = true }))
      complaints.push(...await page.evaluate((where) => {
        const wrong = []
        const map = document.querySelector('svg.map')
        const { width, height } = map.viewBox.baseVal
        for (const it of map.querySelectorAll('.areas path')) {
          const box = it.getBBox()
          if (!(box.width > 4 && box.height > 4)) wrong.push(`${where}: a shape of ${box.width}×${box.height}`)
          if (box.x < 0 || box.y < 0 || box.x + box.width > width || box.y + box.height > height) wrong.push(`${where}: a shape outside`)
        }
        for (const it of map.querySelectorAll('.spots a')) {
          const box = it.getBoundingClientRect()
          if (box.width < 24 || box.height < 24) wrong.push(`${where}: ${it.textContent} ${box.width}×${box.height}`)
        }
        return wrong
      }, `/${path}`))
    }
    await page.context().close()
    none(complaints, 'wrong on a map')
  })

  await test('maps are light', () => {
    const complaints = []
    for (const path of filesOf(folder).filter((it) => it.endsWith('.html'))) {
      for (const [svg, kind] of readFileSync(join(folder, path), 'utf8').matchAll(/<svg class="(map|locator)"[\s\S]*?<\/svg>/g)) {
        const size = gzipSync(svg).length
        if (size > (kind === 'map' ? 8192 : 1024)) complaints.push(`${path}: ${kind} of ${size} B`)
        if (/NaN|inf/.test(svg)) complaints.push(`${path}: a number that is none`)
      }
    }
    none(complaints, 'heavy map')
  })
  await test('the map of a filtered list has the points of its result', async () => {
    const page = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage()
    await page.goto(`${host.base}centers/#map`)
    const points = () => page.evaluate(() => [...document.querySelectorAll('.map .spots a')]
      .filter((it) => it.checkVisibility()).map((it) => it.getAttribute('href')).sort())
    const all = await points()
    await page.goto(`${host.base}centers/?level=district`)
    await page.waitForSelector('#results:not([data-none]) h3 a >> visible=true')
    await page.waitForFunction(() => document.querySelector('#results [data-whole]').hidden)
    const listed = await page.evaluate(() => [...document.querySelectorAll('#results h3 a')].filter((it) => it.checkVisibility()).map((it) => it.getAttribute('href')))
    await page.locator('.views a').last().click()
    const some = await points()
    const expected = all.filter((it) => listed.includes(it))
    if (expected.length === 0 || expected.length === all.length) throw new Error(`${expected.length} of ${all.length} points are of the result`)
    if (JSON.stringify(some) !== JSON.stringify(expected)) throw new Error(`${some.join(' ')} instead of ${expected.join(' ')}`)
    await page.context().close()
  })
  host.close()

  await test('a district of the map opens by double click on the portable site', async () => {
    const page = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage()
    await page.goto(pathToFileURL(join(builds.portable.folder, 'index.html')).href)
    const name = await page.locator('svg.map .areas a title').first().textContent()
    await page.locator('svg.map .areas a').first().focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/districts\/[a-z-]+\/index\.html$/)
    const heading = await page.locator('h1').innerText()
    if (!name.startsWith(heading)) throw new Error(`${name} leads to ${heading}`)
    await page.context().close()
  })
}
