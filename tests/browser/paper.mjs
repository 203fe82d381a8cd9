// Leaflets, posters and how-to sheets as they leave the printer: so many pages as promised, nothing cut off, and a code that a phone reads.
import { execFileSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import jsQR from 'jsqr'
import { filesOf, none, serve, test } from './tools.mjs'

/** Kinds of paper, and how many pages each has. */
const kinds = { leaflet: 2, poster: 1, sheet: 1 }

const thai = 'ชุมชนช่วยกันย้อมครามจากใบที่ปลูกเองริมฝั่งโขง แล้วทอเป็นผ้าลายน้ำไหลที่คนเฒ่าคนแก่จำได้ '
const english = 'Neighbours dye with indigo grown on the river bank and weave the flowing pattern that elders still remember. '
const long = (text, letters) => text.repeat(Math.ceil(letters / text.length)).slice(0, letters).trim()
const both = (key, letters) => `${key} = "${long(thai, letters)}"\n${key}_en = "${long(english, letters)}"\n`
const times = (count, text) => text.repeat(count)

/** A site with two centres: one that says everything at length, one that says next to nothing. */
function extremes(site, folder) {
  const put = (path, text) => {
    mkdirSync(join(folder, path, '..'), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  for (const path of ['content/site.toml', 'content/areas.csv', 'content/areas.geojson']) {
    mkdirSync(join(folder, 'content'), { recursive: true })
    copyFileSync(join(site, path), join(folder, path))
  }
  const where = '[location]\nsubdistrict = "หัวดอน"\ndistrict = "เขื่องใน"\n'
  put('content/centers/smallest/center.toml', `name = "ศูนย์เล็ก"\nlevel = "subdistrict"\n${where}`)
  const photo = (number) => `[[photos]]\nfile = "${number}.png"\n${both('alt', 60)}${both('credit', 60)}`
  const longest = `${both('name', 180)}level = "subdistrict"\n${both('summary', 400)}topics = ["weaving", "savings-groups", "community-welfare", "community-tourism", "natural-dyes"]
cover = "0.png"
${both('cover_alt', 60)}
${where}${both('place', 160)}house_no = "๑๒๓/๔๕๖"\nvillage = 12\n${both('village_name', 60)}${both('directions', 500)}
[visit]
${both('hours', 200)}${both('booking', 200)}notice_days = 15\ngroup_min = 10\ngroup_max = 2000\n${both('duration', 200)}${both('fee', 200)}${both('audience', 200)}facilities = ["parking", "toilet", "wheelchair", "lodging", "food", "wifi", "camping"]
${times(5, `[[highlights]]\nkind = "expertise"\n${both('title', 120)}${both('text', 500)}`)}
[coordinator]
${both('name', 90)}${both('position', 120)}phone = ["081-234-5678", "082-345-6789", "083-456-7890"]\nemail = "a.rather.long.name.of.a.coordinator@khueang-nai.example.go.th"\nline = "@a-rather-long-line-id"\nconsent = true
${times(9, `[[learning_stations]]\n${both('title', 120)}${both('text', 300)}`)}
${times(9, `[[courses]]\n${both('title', 120)}${both('duration', 60)}`)}
${times(4, `[[awards]]\n${both('title', 120)}year = 2568\n`)}
${[1, 2, 3, 4].map(photo).join('')}`
  put('content/centers/longest/center.toml', longest)
  for (const number of [0, 1, 2, 3, 4]) {
    // The same picture with another last byte: trailing bytes are no part of a PNG.
    const png = readFileSync(join(site, 'content/centers/examples/trakan-phuet-phon-khulu/photos/worm-bins.png'))
    put(`content/centers/longest/${number}.png`, Buffer.concat([png, Buffer.from([number])]))
  }
  const practice = (steps, letters) => `+++\n${both('title', letters > 50 ? 160 : 20)}${both('summary', letters)}date = 2569-01-02\n${both('cost', letters)}${both('duration', letters)}${both('people', letters)}${both('audience', letters)}${both('limits', letters)}
needs = [${times(9, `"${long(thai, letters)}", `)}]\nneeds_en = [${times(9, `"${long(english, letters)}", `)}]
${times(5, `[[results]]\n${both('label', letters)}value = "${long(thai, 30)}"\nbefore = "${long(thai, 30)}"\n${both('unit', 40)}`)}
${times(steps, `[[steps]]\n${both('title', letters)}${both('text', letters * 2)}`)}
+++\n`
  for (const [steps, letters] of [[1, 30], [4, 300], [5, 40], [12, 120], [40, 800]]) {
    put(`content/centers/longest/best-practices/with-${steps}.md`, practice(steps, letters))
  }
}

/** A page of a PDF as pixels, by poppler. */
function pixels(pdf, page, scratch) {
  const file = join(scratch, 'page.pdf')
  writeFileSync(file, pdf)
  const ppm = execFileSync('pdftoppm', ['-r', '150', '-f', String(page), '-l', String(page), file], { maxBuffer: 1e8 })
  const [, width, height] = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(ppm.subarray(0, 40).toString('latin1')).map(Number)
  const rgb = ppm.subarray(ppm.length - width * height * 3)
  const data = new Uint8ClampedArray(width * height * 4).fill(255)
  for (let at = 0; at < width * height; at += 1) data.set(rgb.subarray(at * 3, at * 3 + 3), at * 4)
  return { data, width, height }
}

/** What a printed page says that is not there to be seen: run in the browser. */
function cutOff() {
  const inside = (inner, outer) => inner.left >= outer.left - 1 && inner.right <= outer.right + 1 && inner.top >= outer.top - 1 && inner.bottom <= outer.bottom + 1
  const complaints = []
  for (const room of document.querySelectorAll('.panel, .sheet')) {
    if (room.scrollHeight > room.clientHeight + 1) complaints.push(`${room.className} is ${room.scrollHeight - room.clientHeight} px too low`)
    const box = room.getBoundingClientRect()
    for (const it of room.querySelectorAll('h1, h2, h3, p, li, dd, dt, .qr')) {
      if (!it.closest('.fill') && it.checkVisibility() && !inside(it.getBoundingClientRect(), box)) complaints.push(`${it.tagName} ${it.textContent.slice(0, 20)} sticks out of ${room.className}`)
    }
  }
  for (const code of document.querySelectorAll('.qr')) {
    const millimetres = code.getBoundingClientRect().width / 96 * 25.4
    if (millimetres < 35) complaints.push(`the code is ${millimetres.toFixed(1)} mm wide with its margin`)
  }
  if (![...document.fonts].some((it) => it.family.includes('Sala Looped') && it.status === 'loaded')) complaints.push('no looped letters')
  return complaints
}

export async function paper(browser, program, site, scratch) {
  const folder = join(scratch, 'extremes')
  extremes(site, folder)
  const built = (root, name) => {
    const output = join(scratch, name)
    execFileSync(program, ['build', '--root', root, '--output', output, '--lang', 'en', '--quiet', '--today', '2569-11-22'], { stdio: ['ignore', 'inherit', 'inherit'] })
    return output
  }
  for (const [name, output] of [['the real site', built(site, 'paper-real')], ['the longest and the smallest', built(folder, 'paper-extremes')]]) {
    const pages = filesOf(output).filter((it) => /\/(leaflet|poster|sheet)\/index\.html$/.test(it))
    await test(`${pages.length} leaflets, posters and sheets have their pages and lose nothing: ${name}`, async () => {
      const host = await serve(output)
      const complaints = []
      const context = await browser.newContext()
      const page = await context.newPage()
      const seen = new Set()
      for (const path of pages) {
        const kind = path.split('/').at(-2)
        seen.add(kind)
        await page.goto(host.base + path.replace('index.html', ''), { waitUntil: 'load' })
        await page.emulateMedia({ media: 'print' })
        await page.evaluate(() => document.fonts.ready)
        complaints.push(...(await page.evaluate(cutOff)).map((it) => `${path}: ${it}`))
        // As a careful person prints: no backgrounds.
        const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: false })
        const count = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length
        if (count !== kinds[kind]) complaints.push(`${path}: ${count} pages`)
        const wide = kind === 'leaflet' ? /MediaBox\s*\[0 0 841\.\d+ 59[45]/ : /MediaBox\s*\[0 0 59[45]\.\d+ 841/
        if (!wide.test(pdf.toString('latin1'))) complaints.push(`${path}: not A4`)
        if (path.startsWith('en/')) continue
        const code = jsQR(...Object.values(pixels(pdf, 1, scratch)))
        const wanted = (await page.locator('link[rel=canonical]').getAttribute('href')).replace(/(leaflet|poster|sheet)\/$/, '')
        if (code?.data !== wanted) complaints.push(`${path}: the code says ${code?.data}`)
        const target = join(output, new URL(wanted).pathname, 'index.html')
        if (!existsSync(target)) complaints.push(`${path}: ${wanted} is not there`)
        if (!(await page.locator('main').innerText()).replace(/\s/g, '').includes(wanted)) complaints.push(`${path}: its address is not printed`)
      }
      await context.close()
      host.close()
      if (seen.size < 3) complaints.push(`only ${[...seen]}`)
      none(complaints, 'wrong on paper')
    })
  }
}
