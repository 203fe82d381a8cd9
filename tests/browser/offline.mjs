// A reader in a village without a network: what was opened, the lists and the search are still there, and say what they are.
import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { none, serve, test } from './tools.mjs'

const words = {
  th: 'ขณะนี้ไม่ได้เชื่อมต่ออินเทอร์เน็ต แสดงข้อมูลที่บันทึกไว้',
  en: 'You are offline; showing the saved copy',
}

/** Asks a page until it says yes; `false` where it does not within half a minute. */
async function comes(page, question, argument) {
  for (let tries = 0; tries < 150; tries += 1) {
    if (await page.evaluate(question, argument)) return true
    await new Promise((done) => setTimeout(done, 200))
  }
  return false
}

/** Waits until the worker has fetched the lists and the search of a language. */
async function filled(page, lang) {
  const is = await comes(page, async (mark) => {
    for (const name of await caches.keys()) {
      if (await (await caches.open(name)).match(`${location.origin}/sub/${mark}`)) return true
    }
    return false
  }, `filled-${lang}`)
  if (!is) throw new Error(`the lists of ${lang} are never kept`)
}

const cores = (page) => page.evaluate(async () => (await caches.keys()).filter((it) => it.includes(' core ')))

export async function offline(browser, program, site, scratch) {
  const build = (root, name, base) => {
    const output = join(scratch, name)
    execFileSync(program, ['build', '--root', root, '--output', output, '--base-url', base, '--lang', 'en', '--quiet'], { stdio: ['ignore', 'inherit', 'inherit'] })
    return output
  }
  const address = 'https://host.example.org/sub/'
  const output = build(site, 'offline-before', address)

  await test('copies are kept of a site on a host alone', () => {
    const complaints = []
    const portable = build(site, 'offline-portable', './')
    for (const file of ['sw.js', 'offline.html']) {
      if (!existsSync(join(output, file))) complaints.push(`no ${file}`)
      if (existsSync(join(portable, file))) complaints.push(`${file} in a portable site`)
    }
    if (/data-worker/.test(readFileSync(join(portable, 'index.html'), 'utf8'))) complaints.push('a portable page asks for a worker')
    none(complaints, 'wrong with the worker')
  })

  await test('without a network what was opened, the lists and the search are there and say so; an update replaces them', async () => {
    const complaints = []
    const context = await browser.newContext({ viewport: { width: 390, height: 800 } })
    const page = await context.newPage()
    let host = await serve(output, '/sub/')
    const { port, base } = host
    const opened = 'centers/examples/khemarat/'
    const never = 'centers/examples/khong-chiam/'
    await page.goto(base)
    await filled(page, 'th')
    await page.goto(base + opened)
    const title = await page.locator('h1').innerText()
    await page.goto(`${base}en/`)
    await filled(page, 'en')
    host.close()

    const notice = async (lang) => {
      const text = page.locator('[data-offline]')
      await text.filter({ hasText: words[lang] }).waitFor({ timeout: 5000 }).catch(async () => complaints.push(`${page.url()} says “${await text.innerText()}”`))
    }
    await page.goto(base + opened)
    if ((await page.locator('h1').innerText()) !== title) complaints.push('a page that was opened is gone')
    const isStyled = await page.evaluate(() => getComputedStyle(document.body).fontFamily.includes('Sala'))
    if (!isStyled) complaints.push('a copy has no style')
    await notice('th')
    for (const path of ['', 'centers/', 'best-practices/', 'districts/', 'en/', 'en/centers/']) {
      await page.goto(base + path)
      if (!(await page.locator('main').innerText()).trim() || /offline/.test(await page.locator('body').getAttribute('class'))) complaints.push(`${path} is not kept`)
    }
    await notice('en')
    await page.goto(`${base}centers/?q=x&district=3404#top`)
    if (/offline/.test(await page.locator('body').getAttribute('class'))) complaints.push('a filtered list is another page')
    await page.goto(`${base}search/?q=${encodeURIComponent('คราม')}`)
    await page.locator(`main a[href*="/sub/centers/"]`).first().waitFor({ timeout: 10000 }).catch(() => complaints.push('the search finds nothing'))
    await page.goto(base + never)
    if (!/offline/.test(await page.locator('body').getAttribute('class'))) complaints.push('a page that was never opened is there')
    await page.goto(`${base}en/${never}`)
    if ((await page.evaluate(() => document.documentElement.lang)) !== 'en') complaints.push('the excuse is in another language')

    const before = await cores(page)
    const changed = join(scratch, 'offline-site')
    cpSync(join(site, 'content'), join(changed, 'content'), { recursive: true })
    const settings = join(changed, 'content/site.toml')
    writeFileSync(settings, readFileSync(settings, 'utf8').replace('title = "ทำเนียบ', 'title = "ทำเนียบใหม่'))
    const entry = join(changed, 'content/centers/examples/khemarat/center.toml')
    writeFileSync(entry, readFileSync(entry, 'utf8').replace('name = "ศูนย์', 'name = "ใหม่ ศูนย์'))
    host = await serve(build(changed, 'offline-after', address), '/sub/', port)
    await page.goto(base + opened)
    if ((await page.locator('h1').innerText()) === title) complaints.push('the network comes first: the page is an old one')
    if (await page.locator('[data-offline]').innerText()) complaints.push('a fresh page calls itself a copy')
    const isNew = await comes(page, async (old) => {
      const now = (await caches.keys()).filter((it) => it.includes(' core '))
      return now.length === 1 && !old.includes(now[0])
    }, before)
    if (!isNew) complaints.push(`after an update there are ${await cores(page)}`)
    host.close()
    await page.goto(base + opened)
    if (!/^ใหม่/.test(await page.locator('h1').innerText())) complaints.push('the copy is the old one')
    await page.goto(`${base}centers/`)
    if (/offline/.test(await page.locator('body').getAttribute('class'))) complaints.push('an update loses the lists')
    await context.close()
    none(complaints, 'wrong without a network')
  })

  await test('a site that keeps copies no more takes its worker and its copies back, and leaves those of others', async () => {
    const complaints = []
    const context = await browser.newContext()
    const page = await context.newPage()
    let host = await serve(output, '/sub/')
    const { port, base } = host
    await page.goto(base)
    await filled(page, 'th')
    await page.evaluate(async () => (await caches.open('sala /other/ pages')).put('/sub/x', new Response('of another site')))
    const ended = join(scratch, 'offline-ended-site')
    cpSync(join(site, 'content'), join(ended, 'content'), { recursive: true })
    const settings = join(ended, 'content/site.toml')
    const written = readFileSync(settings, 'utf8')
    const without = written.replace(/^\[output\]\s*$/m, '[output]\noffline = false').replace(/^offline = true\s*$/m, '')
    writeFileSync(settings, without === written ? `${written}\n[output]\noffline = false\n` : without)
    const after = build(ended, 'offline-ended', address)
    if (/data-worker/.test(readFileSync(join(after, 'index.html'), 'utf8'))) complaints.push('a page still asks for a worker')
    if (existsSync(join(after, 'offline.html'))) complaints.push('there is a page of no network')
    host.close()
    host = await serve(after, '/sub/', port)
    await page.goto(base)
    const isGone = await comes(page, async () => !(await navigator.serviceWorker.getRegistration()))
    if (!isGone) complaints.push('the worker is still there')
    const left = await page.evaluate(() => caches.keys())
    if (left.join() !== 'sala /other/ pages') complaints.push(`copies of ${left}`)
    await page.goto(`${base}centers/`)
    if (await page.evaluate(() => navigator.serviceWorker.controller !== null)) complaints.push('a worker answers')
    host.close()
    await context.close()
    none(complaints, 'left behind')
  })
}
