// `sala serve` with a browser open: what staff see while they write.
import { spawn } from 'node:child_process'
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { test } from './tools.mjs'

/** A port that nobody uses. */
function freePort() {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => done(port))
    })
  })
}

/** Tries again until it works or the time is over. */
async function until(what, body, seconds = 10) {
  const end = Date.now() + seconds * 1000
  for (;;) {
    try {
      if (await body()) return
    } catch (error) {
      if (Date.now() > end) throw error
    }
    if (Date.now() > end) throw new Error(`not within ${seconds} s: ${what}`)
    await new Promise((done) => setTimeout(done, 20))
  }
}

export async function liveEditing(browser, program, site, scratch) {
  const root = join(scratch, 'live')
  cpSync(join(site, 'content'), join(root, 'content'), { recursive: true })
  const port = await freePort()
  const server = spawn(program, ['serve', '--root', root, '--port', String(port), '--lang', 'en', '--color', 'never'], { stdio: 'ignore' })
  const address = `http://127.0.0.1:${port}/`
  const file = join(root, 'content', 'pages', 'live-test.md')
  const write = (title, body = 'ข้อความ') => writeFileSync(file, `+++\ntitle = ${title}\n+++\n${body}\n`)
  const context = await browser.newContext()
  const page = await context.newPage()
  try {
    write('"ชื่อเดิม"')
    await test('serve answers with a page', async () => {
      await until('an answer', async () => (await fetch(address)).ok, 30)
      await page.goto(`${address}live-test/`)
      await until('the page', async () => (await page.locator('h1').innerText()).includes('ชื่อเดิม'))
    })
    await test('an edit appears in the browser by itself', async () => {
      write('"ชื่อใหม่"')
      await until('the new name', async () => (await page.locator('h1').innerText()).includes('ชื่อใหม่'))
    })
    await test('a mistake takes the place of the page, and goes when it is mended', async () => {
      write('5')
      await until('the mistake', async () => {
        const text = await page.locator('body').innerText()
        return text.includes('content/pages/live-test.md') && text.includes('wrong-type')
      })
      write('"ชื่อสุดท้าย"')
      await until('the mended page', async () => (await page.locator('h1').innerText()).includes('ชื่อสุดท้าย'))
    })
    await test('a new file is a page at once, a removed one is none', async () => {
      const other = join(root, 'content', 'pages', 'another.md')
      writeFileSync(other, readFileSync(file))
      await until('the new page', async () => (await fetch(`${address}another/`)).status === 200)
      rmSync(other)
      await until('no page', async () => (await fetch(`${address}another/`)).status === 404)
    })
  } finally {
    server.kill()
    await context.close()
  }
}
