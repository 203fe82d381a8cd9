// The search as people meet it: the box on every page, its suggestions, and the page of results, by keyboard, by ear, on a slow
// network, from a folder and without scripts.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'
import { axe, rules, watched, wide } from './in-the-browser.mjs'
import { filesOf, none, serve, test } from './tools.mjs'

const kilobyte = 1024

/** Waits until the page of results shows what was asked for. */
async function answered(page, query) {
  await page.waitForFunction((asked) => {
    // Before the page of results there may be another one, that has none.
    const results = document.getElementById('results')
    return results?.dataset.query === asked && results.ariaBusy === 'false'
  }, query)
}

/** Opens the page of results. */
async function ask(page, base, query, more = {}) {
  await page.goto(`${base}search/?${new URLSearchParams({ q: query, ...more })}`)
  await answered(page, query)
}

/** Types into the search box and waits for suggestions. */
async function type(page, text) {
  await page.locator('#q').click()
  await page.keyboard.type(text, { delay: 20 })
  await page.locator('#suggestions [role="option"]').first().waitFor()
  // What is shown belongs to all that was typed once nothing changes any more.
  await page.waitForFunction(() => {
    const now = document.getElementById('suggestions').textContent
    const before = globalThis.suggested
    globalThis.suggested = now
    return now === before
  }, null, { polling: 300 })
}

/** Which option the field says is the active one: its number from 1, 0 for none, and whether it alone is selected. */
function active() {
  const options = [...document.querySelectorAll('#suggestions [role="option"]')]
  const id = document.getElementById('q').getAttribute('aria-activedescendant')
  const selected = options.filter((it) => it.getAttribute('aria-selected') === 'true').map((it) => it.id)
  return { at: options.findIndex((it) => it.id === id) + 1, agrees: selected.join() === (id ?? ''), count: options.length }
}

/** A text with its Thai digits as Arabic ones. */
function arabic(text) {
  return text.replace(/[๐-๙]/g, (it) => it.charCodeAt(0) - 0xe50)
}

function expect(isTrue, what) {
  if (!isTrue) throw new Error(what)
}

export async function searching(browser, builds) {
  const host = await serve(builds.root.folder)
  const files = filesOf(builds.root.folder)
  // What an old browser inflates with, and what offers shorter words where nothing is found, come where they are needed alone.
  const scripts = files.filter((it) => /^search-(?!inflate|less).*\.js$/.test(it))

  /** A page that notes what goes wrong, closed when `body` is done. */
  const withPage = async (options, body) => {
    const complaints = []
    const context = await browser.newContext({ viewport: { width: 360, height: 740 }, reducedMotion: 'reduce', ...options })
    try {
      await body(await watched(context, complaints), complaints)
    } finally {
      await context.close()
    }
    // Whoever goes on breaks off what is still being fetched.
    none(complaints.filter((it) => !/net::ERR_ABORTED$/.test(it)), 'error while searching')
  }

  await test('the code of the search is small, and fetched when its box is touched', async () => {
    const size = (it) => gzipSync(readFileSync(join(builds.root.folder, it)), { level: 9 }).length
    const whole = scripts.reduce((all, it) => all + size(it), 0)
    const loader = scripts.find((it) => it.includes('loader'))
    expect(whole <= 6 * kilobyte, `${whole} bytes of search: ${scripts.map((it) => `${it} ${size(it)}`).join(', ')}`)
    expect(size(loader) <= kilobyte / 2, `${size(loader)} bytes on every page`)
    const less = files.find((it) => it.startsWith('search-less.'))
    expect(size(less) <= kilobyte, `${size(less)} bytes for shorter words`)
    await withPage({}, async (page) => {
      await page.goto(`${host.base}centers/`)
      await page.waitForLoadState('networkidle')
      const asked = () => host.asked.map((it) => it.path.slice(1)).filter((it) => scripts.includes(it))
      host.asked.length = 0
      expect(asked().length === 0, `fetched untouched: ${asked()}`)
      await page.locator('#q').focus()
      await page.waitForFunction(() => 'salaSearch' in globalThis)
      await page.locator('#q').blur()
      await page.locator('#q').focus()
      await page.waitForLoadState('networkidle')
      expect(asked().length === scripts.length - 1, `fetched: ${asked()}`)
    })
  })

  await test('the box is on every page, and large at home, where a search begins', async () => {
    const without = files
      .filter((it) => it.endsWith('.html'))
      .map((it) => [it, readFileSync(join(builds.root.folder, it), 'utf8')])
      .filter(([, html]) => !/http-equiv="refresh"/.test(html) && /<main[ >]/.test(html))
      .filter(([it]) => !/\/(leaflet|poster|sheet)\/index\.html$|(^|\/)offline\.html$/.test(it))
      .filter(([, html]) => html.split('role="search"').length !== 2 || !/<input id="q" name="q"/.test(html))
    none(without.map(([it]) => it), 'page without one search box')
    await withPage({ viewport: { width: 320, height: 640 } }, async (page) => {
      for (const path of ['', 'centers/', 'search/', 'en/']) {
        await page.goto(host.base + path)
        for (const it of ['#q', 'form[role="search"] button']) {
          const box = await page.locator(it).boundingBox()
          expect(box.height >= 44 && box.width >= 44, `${path} ${it}: ${box.width} × ${box.height}`)
        }
        const letters = await page.locator('#q').evaluate((it) => it.clientWidth / parseFloat(getComputedStyle(it).fontSize))
        expect(letters >= 8, `${path}: room for ${letters} letters`)
      }
      await page.setViewportSize({ width: 1280, height: 720 })
      await page.goto(host.base)
      const letters = await page.locator('#q').evaluate((it) => it.clientWidth / (parseFloat(getComputedStyle(it).fontSize) / 2))
      expect(letters >= 27, `at home there is room for ${letters} letters`)
    })
  })

  await test('suggestions are a list that the keyboard walks through', async () => {
    await withPage({}, async (page) => {
      await page.goto(`${host.base}about/`)
      const field = page.getByRole('combobox', { name: /ค้นหา/ })
      expect((await field.getAttribute('aria-expanded')) === 'false', 'open before anything is typed')
      await type(page, 'ทอผ้า')
      expect((await field.getAttribute('aria-expanded')) === 'true', 'suggestions are not said to be open')
      const list = page.getByRole('listbox', { name: 'คำค้นแนะนำ' })
      const options = list.getByRole('option')
      const { count } = await page.evaluate(active)
      expect(count >= 2 && (await options.count()) === count, `${count} suggestions`)
      expect(/ทอผ้า/.test((await list.locator('mark').allTextContents()).join()), 'what matched is not marked')
      expect(arabic(await page.locator('form [role="status"]').textContent()).includes(count), 'their number is not said')
      const heights = await options.evaluateAll((all) => all.map((it) => it.getBoundingClientRect().height))
      expect(Math.min(...heights) >= 44, `an option is ${Math.min(...heights)} px high`)

      const walk = async (key, at) => {
        await page.keyboard.press(key)
        const now = await page.evaluate(active)
        expect(now.at === at && now.agrees, `${key}: ${now.at} instead of ${at}, ${now.agrees ? '' : 'selected is another'}`)
      }
      await walk('ArrowDown', 1)
      await walk('ArrowDown', 2)
      await walk('ArrowUp', 1)
      await walk('ArrowUp', 0)
      await walk('ArrowUp', count)
      await walk('ArrowDown', 0)
      await walk('ArrowDown', 1)
      await walk('ArrowLeft', 0)
      expect((await page.evaluate(() => document.activeElement.id)) === 'q', 'the focus left the field')

      await page.keyboard.press('Escape')
      expect(await list.isHidden(), 'Escape does not close')
      expect((await field.inputValue()) === 'ทอผ้า' && (await field.getAttribute('aria-expanded')) === 'false', 'Escape took the words away')
      await page.keyboard.press('ArrowDown')
      await options.first().waitFor()
      await page.waitForFunction(() => document.getElementById('q').getAttribute('aria-activedescendant'))
      const href = await options.first().evaluate((it) => it.href)
      await page.keyboard.press('Enter')
      await page.waitForURL(href)
      await page.goBack()
    })
  })

  await test('Enter and the button ask; the words stay in the box and in the address', async () => {
    await withPage({}, async (page) => {
      await page.goto(`${host.base}centers/`)
      await type(page, 'เขื่องใน')
      await page.keyboard.press('Enter')
      await answered(page, 'เขื่องใน')
      expect(new URL(page.url()).searchParams.get('q') === 'เขื่องใน', page.url())
      expect((await page.locator('#q').inputValue()) === 'เขื่องใน', 'the words left the box')
      expect(/^ผลการค้นหา “เขื่องใน” พบ/.test(await page.title()), await page.title())
      await page.goto(`${host.base}en/about/`)
      await page.locator('#q').fill('weaving')
      await page.locator('form[role="search"] button').click()
      await answered(page, 'weaving')
      expect(new URL(page.url()).pathname === '/en/search/', page.url())
    })
  })

  await test('a suggestion is chosen with a finger', async () => {
    await withPage({ hasTouch: true, isMobile: true }, async (page) => {
      await page.goto(host.base)
      await page.locator('#q').tap()
      await page.keyboard.type('โขงเจียม', { delay: 20 })
      const option = page.locator('#suggestions [role="option"]').first()
      await option.waitFor()
      await page.waitForTimeout(400)
      const href = await option.evaluate((it) => it.href)
      await option.tap()
      await page.waitForURL(href)
    })
  })

  await test('whoever touched the box and went on reading is not pulled back', async () => {
    await withPage({}, async (page) => {
      await page.goto(`${host.base}guideline/`)
      await type(page, 'ข้าว')
      await page.evaluate(() => scrollTo(0, 900))
      await page.evaluate(() => document.activeElement.blur())
      await page.waitForTimeout(200)
      expect((await page.evaluate(() => scrollY)) === 900, 'the page jumped back to the box')
      expect(await page.locator('#suggestions').isHidden(), 'suggestions stay open')
    })
  })

  await test('the page of results keeps its contract', async () => {
    await withPage({}, async (page) => {
      await ask(page, host.base, 'ขยะ')
      const seen = await page.evaluate(() => {
        const list = document.getElementById('results')
        const { total, query } = list.dataset
        const items = [...list.children]
        return {
          isList: list.matches('main ol'), total: Number(total), query, count: items.length,
          links: items.map((it) => it.querySelectorAll('a[href]').length),
          headings: items.map((it) => it.querySelectorAll('h2 > a').length),
          marked: items.filter((it) => it.querySelector('.snippet mark, h2 mark')).length,
          facts: items.filter((it) => it.querySelector('.facts')?.textContent).length,
          are: items.every((it) => it.matches('li[data-result]')),
          badges: items.filter((it) => 'example' in it.dataset).every((it) => it.querySelector('.badge.example').checkVisibility()),
          examples: items.filter((it) => 'example' in it.dataset).length,
          status: document.getElementById('found').textContent,
          role: document.getElementById('found').getAttribute('role'),
        }
      })
      expect(seen.isList && seen.are && seen.query === 'ขยะ', JSON.stringify(seen))
      expect(seen.count === Math.min(10, seen.total) && seen.count > 2, `${seen.count} of ${seen.total}`)
      expect(seen.links.every((it) => it === 1) && seen.headings.every((it) => it === 1), 'not one link in its heading')
      expect(seen.marked === seen.count, `${seen.marked} of ${seen.count} have a mark`)
      expect(seen.facts >= seen.count / 2, `${seen.facts} of ${seen.count} have facts`)
      expect(seen.examples > 0 && seen.badges, 'examples are not marked')
      expect(seen.role === 'status' && /ขยะ/.test(seen.status), seen.status)
      // Where, for whom, for how much: what a reader asks of every list item.
      await ask(page, host.base, 'ทอผ้า', { type: 'center' })
      const facts = await page.locator('#results .facts').first().innerText()
      for (const it of ['อ.เขมราฐ', 'กลุ่มสตรี', 'บาท']) expect(facts.includes(it), `${it} is not in ${facts}`)
    })
  })

  await test('results wait for nothing but the page, the code, the keys and the records', async () => {
    for (const [folder, lang, query] of [['', 'th', 'ทอผ้า'], ['en/', 'en', 'weaving']]) {
      await withPage({}, async (page) => {
        host.asked.length = 0
        await page.goto(`${host.base}${folder}search/?${new URLSearchParams({ q: query })}`)
        await answered(page, query)
        const asked = host.asked.map((it) => it.path.slice(1))
        const first = (pattern) => asked.findIndex((it) => pattern.test(it))
        expect(!asked.includes(`search/${lang}.js`), 'asks where the index is, which the page says')
        const keys = first(/^search\/\w+\/..\/(?!r-)/), letters = first(/\.woff2$/)
        expect(keys > first(/^search-code\./), `the code comes late: ${asked}`)
        expect(letters === -1 || keys < letters, `the page is painted before keys are asked for: ${asked}`)
      })
    }
  })

  await test('kinds and pages of results are links, and the back button goes back', async () => {
    await withPage({}, async (page) => {
      await ask(page, host.base, 'ชุมชน')
      const total = Number(await page.locator('#results').getAttribute('data-total'))
      const first = await page.locator('#results h2').allTextContents()
      expect(total > 10 && first.length === 10, `${total} found, ${first.length} shown`)
      await page.locator('#next').click()
      await page.waitForURL(/page=2/)
      await answered(page, 'ชุมชน')
      const second = await page.locator('#results h2').allTextContents()
      expect(second.length > 0 && !second.some((it) => first.includes(it)), 'the second page repeats the first')
      await page.goBack()
      await answered(page, 'ชุมชน')
      expect((await page.locator('#results h2').allTextContents()).join() === first.join(), 'back shows something else')
      expect(!/หน้า/.test((await page.title()).split(' – ')[0]), await page.title())
      await page.goForward()
      await answered(page, 'ชุมชน')
      expect(/หน้า [2๒]$/.test((await page.title()).split(' – ')[0]), await page.title())
      await page.goBack()
      await answered(page, 'ชุมชน')

      const practices = page.locator('#types a[data-type="best-practice"]')
      const count = Number(arabic(await practices.textContent()).replace(/\D/g, ''))
      await practices.click()
      await page.waitForURL(/type=best-practice/)
      await answered(page, 'ชุมชน')
      expect(new RegExp(`\\b${count}\\b`).test(arabic(await page.locator('#found').textContent())), `the link promised ${count}`)
      const links = await page.locator('#results h2 a').evaluateAll((all) => all.map((it) => it.href))
      none(links.filter((it) => !it.includes('/best-practices/')), 'result of another kind')
      expect((await page.locator('#types [aria-current="true"]').getAttribute('data-type')) === 'best-practice', 'which kind is shown is not said')
    })
  })

  await test('nothing found: says so, keeps the words, offers ways on', async () => {
    await withPage({}, async (page) => {
      await ask(page, host.base, 'xyzzy')
      expect(/^ไม่พบข้อมูลที่ตรงกับ “xyzzy”/.test(await page.locator('#found').textContent()), 'does not say so')
      expect((await page.locator('#q').inputValue()) === 'xyzzy', 'the words are gone')
      expect(await page.getByText('ลองใช้คำที่สั้นลง').isVisible(), 'no advice')
      const ways = await page.locator('#ways a').evaluateAll((all) => all.filter((it) => it.checkVisibility()).map((it) => new URL(it.href).pathname))
      for (const it of ['/centers/', '/districts/', '/topics/', '/districts/khueang-nai/']) expect(ways.includes(it), `no way to ${it}`)
    })
  })

  await test('where nothing is found, shorter words that find something are links that search', async () => {
    await withPage({}, async (page) => {
      for (const [base, query, expected] of [
        [host.base, 'ทอผ้าxyz', 'ทอผ้า'],
        [`${host.base}en/`, 'weavingqq', 'weaving'],
      ]) {
        host.asked.length = 0
        await ask(page, base, query)
        const links = page.locator('#less a')
        await links.filter({ hasText: new RegExp(`^${expected}$`) }).waitFor()
        for (const it of await links.all()) {
          expect(await it.isVisible() && (await it.boundingBox()).height >= 44, 'a shorter word is no target for a thumb')
          expect(new URL(await it.evaluate((it) => it.href)).searchParams.get('q') === await it.textContent(), 'a link asks for something else')
        }
        await links.filter({ hasText: new RegExp(`^${expected}$`) }).click()
        await answered(page, expected)
        expect((await page.locator('#results > li').count()) > 0, `${expected} finds nothing`)
        expect((await links.count()) === 0, 'shorter words stay where something is found')
      }
      const less = () => host.asked.filter((it) => it.path.startsWith('/search-less')).length
      host.asked.length = 0
      await ask(page, host.base, 'ทอผ้า')
      expect(less() === 0, 'fetched although something is found')
      await ask(page, host.base, 'xyzzy')
      await page.waitForLoadState('networkidle')
      expect(less() <= 1 && (await page.locator('#less a').count()) === 0, 'a word that finds nothing is offered')
    })
  })

  await test('words typed on the other keyboard are understood', async () => {
    await withPage({}, async (page) => {
      await ask(page, host.base, 'mvzhk')
      expect(/ทอผ้า/.test(await page.locator('#found').textContent()), await page.locator('#found').textContent())
      expect((await page.locator('#results > li').count()) > 0, 'nothing shown')
    })
  })

  for (const colorScheme of ['light', 'dark']) {
    await test(`axe finds nothing while searching, nothing sticks out: ${colorScheme}`, async () => {
      const found = []
      for (const width of [320, 1280]) {
        await withPage({ colorScheme, viewport: { width, height: 720 } }, async (page) => {
          const look = async (what) => {
            const over = await page.evaluate(wide)
            if (over) found.push(`${what}, ${width} px: ${over}`)
            await page.evaluate(axe)
            const { violations } = await page.evaluate((values) => globalThis.axe.run(document, { runOnly: values, resultTypes: ['violations'] }), rules)
            found.push(...violations.map((it) => `${what}, ${width} px: ${it.id} ${it.nodes[0].html.slice(0, 160)} ${it.nodes[0].failureSummary}`))
          }
          await ask(page, host.base, 'ทอผ้า')
          await look('results')
          const shift = await page.evaluate(() => globalThis.shifts.reduce((all, it) => all + it.value, 0))
          if (shift > 0.05) found.push(`results move by ${shift.toFixed(3)}`)
          await ask(page, host.base, 'ปุยหมัก ไส้เดิอน')
          await look('near or none')
          await ask(page, host.base, 'xyzzy')
          await look('none')
          await ask(page, host.base, 'ทอผ้าxyz')
          await page.locator('#less a').first().waitFor()
          await look('shorter words')
          await ask(page, `${host.base}en/`, 'weaving')
          await look('English results')
          await page.goto(host.base)
          await type(page, 'ข้าว')
          await page.keyboard.press('ArrowDown')
          await look('suggestions')
        })
      }
      none(found, 'wrong while searching')
    })
  }

  await test('without scripts the form leads to ways on', async () => {
    await withPage({ javaScriptEnabled: false }, async (page) => {
      await page.goto(`${host.base}about/`)
      await page.locator('#q').fill('ทอผ้า')
      await page.keyboard.press('Enter')
      await page.waitForURL(/\/search\/\?q=/)
      expect(/ต้องเปิดใช้งาน JavaScript จึงจะค้นหาได้/.test(await page.locator('main').innerText()), 'does not say how to browse')
      const links = await page.locator('main a').evaluateAll((all) => all.filter((it) => it.checkVisibility()).map((it) => new URL(it.href).pathname))
      for (const it of ['/centers/', '/districts/', '/topics/']) expect(links.includes(it), `no way to ${it}`)
    })
  })

  await test('on a slow network the page says that it is searching', async () => {
    let open
    const gate = new Promise((done) => { open = done })
    await withPage({}, async (page) => {
      await page.route(/\/search\/.+\.js/, async (route) => {
        await gate
        await route.continue()
      })
      try {
        await page.goto(`${host.base}search/?q=${encodeURIComponent('ทอผ้า')}`, { waitUntil: 'commit' })
        await page.waitForFunction(() => document.getElementById('results').ariaBusy === 'true', null, { timeout: 10_000 })
        expect(/กำลังค้นหา/.test(await page.locator('#found').textContent()), 'does not say that it searches')
        expect((await page.locator('#results').getAttribute('data-query')) !== 'ทอผ้า', 'says too early that it is done')
      } finally {
        open()
      }
      await answered(page, 'ทอผ้า')
      expect((await page.locator('#results > li').count()) > 0, 'nothing found')
    })
  })

  await test('a search that cannot be loaded says so', async () => {
    const context = await browser.newContext()
    const page = await context.newPage()
    await page.route(/\/search\/.+\.js/, (route) => route.abort())
    await ask(page, host.base, 'ทอผ้า')
    expect(/ค้นหาไม่สำเร็จ/.test(await page.locator('#found').textContent()), await page.locator('#found').textContent())
    expect(await page.locator('#ways a').first().isVisible(), 'no ways on')
    await context.close()
  })
  host.close()

  await test('the search works under /sub/path/', async () => {
    const under = await serve(builds.sub.folder, '/sub/path/')
    await withPage({}, async (page) => {
      await page.goto(under.base)
      await type(page, 'ออมทรัพย์')
      await page.keyboard.press('Enter')
      await answered(page, 'ออมทรัพย์')
      const href = await page.locator('#results h2 a').first().evaluate((it) => it.href)
      expect(href.startsWith(under.base), href)
      await page.locator('#results h2 a').first().click()
      await page.waitForURL(href)
      none(under.asked.filter((it) => it.status !== 200).map((it) => it.path), 'address that is not there')
    })
    under.close()
  })

  await test('the search works in a folder by double click', async () => {
    await withPage({}, async (page) => {
      await page.goto(pathToFileURL(join(builds.portable.folder, 'centers', 'index.html')).href)
      await type(page, 'ออมทรัพย์')
      await page.keyboard.press('Enter')
      await page.waitForURL(/search\/index\.html\?q=/)
      await answered(page, 'ออมทรัพย์')
      const href = await page.locator('#results h2 a').first().evaluate((it) => it.href)
      expect(/^file:.*index\.html$/.test(href), href)
      await page.locator('#results h2 a').first().click()
      await page.waitForURL(href)
      expect((await page.locator('h1').count()) === 1, 'the result is no page')
      await page.goBack()
      await answered(page, 'ออมทรัพย์')
    })
  })
}
