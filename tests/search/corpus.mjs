// The pages and questions that the search is measured with, and what a right answer is.
//
// `corpus-300.jsonl.br` holds 300 made-up pages of learning centres (names of places are real, people and deeds are not), one JSON a line,
// compressed; `queries-60.json` 60 queries, each with the words that a right page has.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'

const here = import.meta.dirname

export const corpus = brotliDecompressSync(readFileSync(join(here, 'corpus-300.jsonl.br')))
  .toString()
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line))

export const queries = JSON.parse(readFileSync(join(here, 'queries-60.json'), 'utf8'))

/** A text as it is compared: one form of letters, Arabic digits. */
function plain(text) {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[๐-๙]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xe50 + 48))
}

const texts = new Map(corpus.map((it) => [it.url, plain([it.title, it.sub, ...it.body].join('\n'))]))

/** Addresses of the pages that a query is to find. */
export function rightPages({ must_match: words }) {
  const wanted = words.map(plain)
  return new Set(corpus.map((it) => it.url).filter((url) => wanted.every((word) => texts.get(url).includes(word))))
}

/** How well a list of addresses answers a query: shares of the right pages among the first ten, and of the first ten that are right. */
export function judged(query, shown) {
  const right = rightPages(query)
  const first = shown.slice(0, 10)
  const hits = first.filter((it) => right.has(it)).length
  return {
    recall: right.size === 0 ? 1 : hits / Math.min(10, right.size),
    precision: first.length === 0 ? Number(right.size === 0) : hits / first.length,
  }
}

export function mean(values) {
  return values.reduce((all, it) => all + it, 0) / values.length
}

/** The middle and the nineteenth of twenty. */
export function spread(values) {
  const sorted = [...values].sort((a, b) => a - b)
  return { median: sorted[Math.floor(sorted.length / 2)], p95: sorted[Math.floor(sorted.length * 0.95)] }
}

/** Writes the corpus as a site whose every page is one of `content/pages/`. */
export function writeSite(folder) {
  const put = (path, text) => {
    const file = join(folder, path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
  }
  put('content/site.toml', [
    'title = "ศูนย์เรียนรู้ชุมชน"',
    'base_url = "https://directory.example.go.th/"',
    'province = "อุบลราชธานี"',
    'languages = ["th"]',
    '',
  ].join('\n'))
  for (const { url, title, sub, body } of corpus) {
    const text = [`+++\ntitle = ${JSON.stringify(title)}\n+++`, sub, ...body].join('\n\n')
    put(`content/pages${url.replace(/\/$/, '')}.md`, `${text}\n`)
  }
}
