// Whether the browser reads texts as the program does: `node alike.mjs CASES`, a JSON file of
// `{ text, normal, runs, folded }`, where a run is its clusters, or a word.
import { readFileSync } from 'node:fs'
import { deepEqual, equal } from 'node:assert/strict'
import { engine } from './engine.mjs'

const { normalise, clusters, fold } = engine()
const cases = JSON.parse(readFileSync(process.argv[2], 'utf8'))
for (const { text, normal, runs, folded } of cases) {
  equal(normalise(text), normal, `the form of ${JSON.stringify(text)}`)
  // In pages, spaces part no run.
  const read = normalise(text).match(/[ก-ฺเ-๎]+(?: +[ก-ฺเ-๎]+)*|[a-z\d]+/g) ?? []
  const cut = read.map((run) => (/^[a-z\d]/.test(run) ? run : run.split(/ +/).flatMap((it) => [...clusters(it)])))
  deepEqual(cut.filter((it) => it.length > 0), runs, `the clusters of ${JSON.stringify(text)}`)
  equal(fold(normal), folded, `the sound of ${JSON.stringify(text)}`)
}
console.log(`${cases.length} texts are read alike`)
