// The search engine of the theme without a browser: over a built site, or alone.
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import vm from 'node:vm'

const code = readFileSync(join(import.meta.dirname, '../../themes/sala/scripts/search-engine.js'), 'utf8')

/** Where the index of a site lies in its output. */
export function indexOf(site, lang) {
  const folders = readdirSync(join(site, 'search'), { withFileTypes: true }).filter((it) => it.isDirectory())
  const folder = folders.map((it) => `search/${it.name}/${lang}`)[0]
  return { folder, files: readdirSync(join(site, folder)) }
}

/** The engine, with what it keeps to itself: `search`, and the steps that it goes by. Scripts are read from the site. */
export function engine(site, lang = 'th', asked = () => {}) {
  const window = { DecompressionStream, Response, Blob, TextDecoder, atob }
  const append = (script) => setTimeout(() => {
    asked(script.src)
    try {
      vm.runInContext(readFileSync(join(site, script.src), 'utf8'), context)
      script.onload()
    } catch {
      script.onerror()
    }
  })
  window.window = window
  window.document = {
    documentElement: { dataset: { search: `/search/${lang}.js` } },
    createElement: () => ({}),
    head: { append },
  }
  const context = vm.createContext(window)
  vm.runInContext(code.replace('window.salaSearch = {', '$& normalise, runs, clusters, fold, find, wordsOf, record: recordOf,'), context)
  return window.salaSearch
}
