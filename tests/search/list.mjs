// Whether a list and the index number the same entries alike: `node list.mjs SITE`. A list is narrowed by the numbers of what the search finds.
import assert from 'node:assert'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { inflateSync } from 'node:zlib'
import { indexOf } from './engine.mjs'

const [site] = process.argv.slice(2)
const { folder } = indexOf(site, 'th')
const thai = new TextDecoder('windows-874')
const names = readdirSync(join(site, 'facets'))
const part = (start) => JSON.parse(readFileSync(join(site, 'facets', names.find((it) => it.startsWith(start))), 'utf8').match(/^salaFacets\((.*)\)\n$/s)[1])

for (const list of ['centers', 'best-practices']) {
  const { total, before, examples } = part(`${list}.`)
  const bits = Buffer.from(examples, 'base64')
  const isExample = (at) => bits[at >> 3] >> (at & 7) & 1
  const places = [...Array(total).keys()].sort((a, b) => isExample(a) - isExample(b))
  assert.notDeepEqual(places, [...places].sort((a, b) => a - b), 'examples stand last in the list: nothing is tested')
  const cards = part(`${list}-th-0.`)
  for (const [number, place] of places.entries()) {
    const [, block] = readFileSync(join(site, folder, `r-${(before + number).toString(36)}.js`), 'utf8').match(/"(.*)"/)
    const [address] = JSON.parse(thai.decode(inflateSync(Buffer.from(block, 'base64'))))
    assert.equal(cards[place].match(/<h3><a href="([^"]*)"/)[1], `/${address}`, `${list}: entry ${number}`)
  }
  console.log(`${list}: ${total} alike`)
}
