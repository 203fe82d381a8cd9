// What is true of the search of any site: `node laws.mjs SITE PAGES`, a built site, and a JSON file of its pages by address:
// `{ "/a/": ["a text", …] }`. Every page is found by every row of two clusters and more, and a right page comes before a wrong one.
import { readFileSync } from 'node:fs'
import { deepEqual, equal, ok } from 'node:assert/strict'
import { engine } from './engine.mjs'

const [site, pages] = process.argv.slice(2)
const { search, normalise, clusters } = engine(site)
const texts = Object.entries(JSON.parse(readFileSync(pages, 'utf8'))).map(([url, texts]) => [url, texts.map(cut)])

/** The clusters of a Thai text. */
function cut(text) {
  return normalise(text).split(/ +/).flatMap((it) => [...clusters(it)])
}

/** Whether a text has clusters in a row; the last may go on. */
function has(text, row) {
  return text.some((_, at) => row.every((it, i) => text[at + i] === it || (i === row.length - 1 && text[at + i]?.startsWith(it))))
}

let seed = 1
/** A number below another, the same in every run. */
function below(limit) {
  seed = (Math.imul(seed, 1103515245) + 12345) >>> 0
  return (seed >>> 8) % limit
}

let asked = 0
while (asked < 300) {
  const [, own] = texts[below(texts.length)]
  const text = own[below(own.length)]
  const length = 2 + below(7)
  const at = below(text.length - length)
  const row = text.slice(at, at + length)
  if (row.length < 2 || row.some((it) => !/[ก-ฮ]/.test(it))) continue
  const right = texts.filter(([, all]) => all.some((it) => has(it, row))).map(([url]) => url)
  const found = await search(row.join(''), { limit: 1000 })
  const urls = found.results.map((it) => it.url)
  equal(found.results.length, found.total)
  deepEqual(right.filter((it) => !urls.includes(it)), [], `pages with ${row.join('·')} that are not found`)
  const first = urls.slice(0, Math.min(10, right.length))
  ok(first.every((it) => right.includes(it)), `pages without ${row.join('·')} come first`)
  for (const it of found.results) {
    for (const [text, ranges] of [[it.title, it.titleRanges], [it.snippet, it.ranges]]) {
      const places = ranges.flat()
      ok(places.every((at, i) => at <= text.length && at >= (places[i - 1] ?? 0)), `marks of ${row.join('·')} in ${text}`)
    }
  }
  asked += 1
}
console.log(`${asked} rows of clusters are found on every page that has them`)
