// The built real site as its readers meet it: every page as text, one page of every kind in a browser.
// Usage: node run.mjs PROGRAM SITE-FOLDER; PROGRAM is the built `sala`.
import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { chromium } from 'playwright-core'
import { finish } from './tools.mjs'
import { everyPage } from './every-page.mjs'
import { facets } from './facets.mjs'
import { inTheBrowser } from './in-the-browser.mjs'
import { offline } from './offline.mjs'
import { paper } from './paper.mjs'
import { liveEditing } from './live-editing.mjs'
import { maps } from './maps.mjs'
import { searching } from './search.mjs'

const [program, real] = process.argv.slice(2).map((it) => resolve(it))
const scratch = mkdtempSync(join(tmpdir(), 'sala-browser-'))
process.on('exit', () => rmSync(scratch, { recursive: true, force: true }))

// The real site with two entries that no reader should meet and every page must bear: one that says nothing, one with the longest name.
const site = join(scratch, 'site')
for (const part of ['content', 'static', 'themes', '.sala-cache'].filter((it) => existsSync(join(real, it)))) {
  cpSync(join(real, part), join(site, part), { recursive: true })
}
cpSync(join(import.meta.dirname, '../sites/awkward-entries/site/content/centers'), join(site, 'content/centers'), { recursive: true })

/** Builds the real site with a base address. */
function build(name, baseUrl) {
  const folder = join(scratch, name)
  execFileSync(program, ['build', '--root', site, '--output', folder, '--base-url', baseUrl, '--lang', 'en', '--quiet'], {
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  return folder
}

const builds = {
  root: { folder: build('root', 'https://directory.example.go.th/'), base: 'https://directory.example.go.th/' },
  sub: { folder: build('sub', 'https://host.example.org/sub/path/'), base: 'https://host.example.org/sub/path/' },
  portable: { folder: build('portable', './'), base: null },
}

await everyPage(builds)

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: [
    '--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
    '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage',
  ],
})
try {
  await inTheBrowser(browser, builds)
  await facets(browser, builds, program, site, scratch)
  await maps(browser, builds)
  await searching(browser, builds)
  await paper(browser, program, site, scratch)
  await offline(browser, program, site, scratch)
  await liveEditing(browser, program, site, scratch)
} finally {
  await browser.close()
}
finish()
