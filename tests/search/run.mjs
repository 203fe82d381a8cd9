// What the search finds, asked through its page: the 60 queries over the corpus, and the questions that people put to the real site.
// Usage: node run.mjs PROGRAM SITE-FOLDER; PROGRAM is the built `sala`. Fails where less is found than the goals say.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { chromium } from 'playwright-core'
import { finish, none, serve, test } from '../browser/tools.mjs'
import { ask, build, sent } from './ask.mjs'
import { judged, mean, queries, rightPages, spread, writeSite } from './corpus.mjs'

const kilobyte = 1024
/** Shares of the 60 queries; how many of the questions have their answer; bytes that a question to the real site costs with an empty cache, `first` with all code. */
const goals = { recall: 0.98, precision: 0.97, answered: 50, median: 10 * kilobyte, p95: 30 * kilobyte, first: 20 * kilobyte }

const [program, site] = process.argv.slice(2).map((it) => resolve(it))
const scratch = mkdtempSync(join(tmpdir(), 'sala-search-'))
process.on('exit', () => rmSync(scratch, { recursive: true, force: true }))

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking'],
})
const page = await browser.newPage({ viewport: { width: 360, height: 740 } })

try {
  writeSite(join(scratch, 'corpus'))
  const host = await serve(build(program, join(scratch, 'corpus'), join(scratch, 'corpus-site'), 'https://directory.example.go.th/'))
  const answers = []
  await test(`the ${queries.length} queries find what they should over 300 pages`, async () => {
    for (const query of queries) {
      const { results } = await ask(page, host.base, query.query)
      const { recall, precision } = judged(query, results.map((it) => it.path))
      answers.push({ query, results, recall, precision })
    }
    const recall = mean(answers.map((it) => it.recall))
    const precision = mean(answers.map((it) => it.precision))
    console.log(`        R@10 ${recall.toFixed(3)}, P@10 ${precision.toFixed(3)}`)
    const weak = answers
      .filter((it) => it.recall < 1 || it.precision < 1)
      .map((it) => `${it.query.query}: R ${it.recall.toFixed(2)}, P ${it.precision.toFixed(2)} of ${rightPages(it.query).size}`)
    if (recall < goals.recall || precision < goals.precision) none(weak, 'query that finds too little or too much')
  })
  await test('a place comes first where a place is asked for', () => {
    const wrong = answers
      .filter(({ query }) => query.top_match)
      .filter(({ query, results }) => !results[0]?.title.includes(query.top_match))
      .map(({ query, results }) => `${query.query}: ${results[0]?.title}`)
    none(wrong, 'place that does not come first')
  })
  await test('what is found exactly comes before what is near', () => {
    const mixed = answers
      .filter(({ results }) => results.some((it, at) => !it.isNear && results[at - 1]?.isNear))
      .map(({ query }) => query.query)
    none(mixed, 'query with near results before exact ones')
  })
  host.close()

  const questions = JSON.parse(readFileSync(join(import.meta.dirname, 'citizens.json'), 'utf8'))
  const real = await serve(build(program, site, join(scratch, 'real'), 'https://directory.example.go.th/'))
  const costs = []
  await test(`the real site answers the ${questions.length} questions of citizens`, async () => {
    const unanswered = []
    for (const { ask: query, lang = 'th', find } of questions) {
      const context = await browser.newContext({ viewport: { width: 360, height: 740 } })
      real.asked.length = 0
      const { total, results } = await ask(await context.newPage(), real.base, query, lang)
      if (!results.slice(0, 10).some((it) => find.includes(it.path))) {
        unanswered.push(`${query}: ${total} found, ${results.map((it) => it.path).join(' ')}`)
      }
      const asked = real.asked.map((it) => it.path.slice(1)).filter((it) => /^search\b.*\.js$/.test(it))
      const bytes = (paths) => paths.reduce((all, it) => all + sent(join(scratch, 'real', it)), 0)
      costs.push({ index: bytes(asked.filter((it) => it.startsWith('search/'))), all: bytes(asked) })
      await context.close()
    }
    console.log(`        ${questions.length - unanswered.length} answered${unanswered.map((it) => `\n        not ${it}`).join('')}`)
    if (questions.length - unanswered.length < goals.answered) none(unanswered, 'question without its answer among the first ten')
  })
  await test('a question costs few bytes', () => {
    const index = spread(costs.map((it) => it.index))
    const first = spread(costs.map((it) => it.all)).median
    const said = `index ${index.median} B, of one in twenty ${index.p95} B; with the code ${first} B`
    console.log(`        ${said}`)
    if (index.median > goals.median || index.p95 > goals.p95 || first > goals.first) throw new Error(said)
  })
  real.close()
} finally {
  await browser.close()
}
finish()
