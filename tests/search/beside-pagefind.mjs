// The 60 queries over the corpus, through our page of results and through Pagefind on the same pages, side by side: a table for docs/benchmarks.md.
// Usage: node beside-pagefind.mjs PROGRAM. Pagefind is fetched into a scratch folder; each query begins with an empty cache.
import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { chromium } from 'playwright-core'
import { filesOf, serve } from '../browser/tools.mjs'
import { ask, build, sent } from './ask.mjs'
import { judged, mean, queries, spread, writeSite } from './corpus.mjs'

const pagefind = 'pagefind@1.6.0'
/** Slow 4G, and a processor of a quarter of the speed. */
const network = { latency: 150, downloadThroughput: (1.6 * 1024 * 1024) / 8, uploadThroughput: (750 * 1024) / 8, offline: false }
const slowdown = 4

const program = resolve(process.argv[2])
const scratch = mkdtempSync(join(tmpdir(), 'sala-beside-'))
process.on('exit', () => rmSync(scratch, { recursive: true, force: true }))

writeSite(join(scratch, 'corpus'))
const ours = build(program, join(scratch, 'corpus'), join(scratch, 'ours'), 'https://directory.example.go.th/')

// Pagefind reads the same pages without our search, and asks through the few lines that its manual gives.
const theirs = join(scratch, 'theirs')
cpSync(ours, theirs, { recursive: true })
rmSync(join(theirs, 'search'), { recursive: true })
execFileSync('npm', ['install', '--prefix', join(scratch, 'npm'), '--no-audit', '--no-fund', '--loglevel=error', pagefind], { stdio: 'inherit' })
execFileSync(join(scratch, 'npm/node_modules/.bin/pagefind'), ['--site', theirs, '--root-selector', 'main', '--glob', '{c,k}/**/*.html', '--quiet'])
mkdirSync(join(theirs, 'search'))
writeFileSync(join(theirs, 'search/index.html'), '<!doctype html><html lang="th"><meta charset="utf-8"><title>Pagefind</title><script type="module" src="ask.js"></script><ol id="results"></ol>')
writeFileSync(join(theirs, 'search/ask.js'), `
const pagefind = await import('/pagefind/pagefind.js')
await pagefind.options({ exactDiacritics: true })
const query = new URLSearchParams(location.search).get('q')
const found = await pagefind.search(query)
const first = await Promise.all(found.results.slice(0, 10).map((it) => it.data()))
const list = document.getElementById('results')
for (const { url, meta, excerpt } of first) {
  const li = document.createElement('li')
  li.innerHTML = '<h2><a></a></h2><p>' + excerpt + '</p>'
  li.querySelector('a').href = url
  li.querySelector('a').textContent = meta.title
  list.append(li)
}
list.dataset.query = query
`)
writeFileSync(join(theirs, '_headers'), '')

/** Asks every query with an empty cache. */
async function measured(folder, isIndex, isCode, one) {
  const host = await serve(folder, '/', 0, true)
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking'],
  })
  const rows = []
  for (const query of queries) {
    const context = await browser.newContext({ viewport: { width: 360, height: 740 } })
    const page = await context.newPage()
    const session = await context.newCDPSession(page)
    await session.send('Network.enable')
    await session.send('Network.emulateNetworkConditions', network)
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
    host.asked.length = 0
    const begun = performance.now()
    const shown = await one(page, host.base, query.query)
    const time = performance.now() - begun
    const asked = [...new Set(host.asked.filter((it) => it.status === 200).map((it) => it.path.slice(1)))]
    const bytes = (wanted) => asked.filter(wanted).reduce((all, it) => all + sent(join(folder, it)), 0)
    rows.push({ ...judged(query, shown), time, index: bytes(isIndex), code: bytes(isCode) })
    await context.close()
  }
  await browser.close()
  host.close()
  const files = filesOf(folder).filter(isIndex)
  return { rows, whole: files.reduce((all, it) => all + statSync(join(folder, it)).size, 0) }
}

const sala = await measured(ours, (it) => /^search\/.+\.js$/.test(it), (it) => /^search-.+\.js$/.test(it), async (page, base, query) => {
  const { results } = await ask(page, base, query)
  return results.map((it) => it.path)
})
const other = await measured(
  theirs,
  (it) => /\.(pf_index|pf_meta|pf_fragment)$|pagefind-entry\.json$/.test(it),
  (it) => /^pagefind\/(pagefind(-worker)?\.js|wasm\..+\.pagefind)$/.test(it),
  async (page, base, query) => {
    await page.goto(`${base}search/?${new URLSearchParams({ q: query })}`)
    await page.waitForFunction((asked) => document.getElementById('results').dataset.query === asked, query)
    const links = await page.locator('#results a').evaluateAll((all) => all.map((it) => it.href))
    return links.map((it) => decodeURIComponent(it.slice(base.length - 1)))
  },
)

const kilobytes = (value) => (value / 1024).toFixed(value < 10_240 ? 1 : 0)
console.log(`| ${queries.length} queries, 300 pages | R@10 | P@10 | index bytes a query, median / p95 | code | first query, all of it | whole index | slow 4G, CPU ÷ 4, median / p95 |`)
console.log('|---|---|---|---|---|---|---|---|')
for (const [name, { rows, whole }] of [['sala', sala], [`Pagefind ${pagefind.split('@')[1]}`, other]]) {
  const index = spread(rows.map((it) => it.index))
  const time = spread(rows.map((it) => it.time))
  const code = spread(rows.map((it) => it.code)).median
  const first = spread(rows.map((it) => it.index + it.code)).median
  console.log(`| ${name} | ${mean(rows.map((it) => it.recall)).toFixed(3)} | ${mean(rows.map((it) => it.precision)).toFixed(3)} | ${kilobytes(index.median)} / ${kilobytes(index.p95)} KB | ${kilobytes(code)} KB | ${kilobytes(first)} KB | ${kilobytes(whole)} KB | ${(time.median / 1000).toFixed(2)} / ${(time.p95 / 1000).toFixed(2)} s |`)
}
