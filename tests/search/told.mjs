// Everything that the index of a site tells: `node told.mjs SITE LANGUAGE`. The language is the last part of a path.
import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { inflateSync } from 'node:zlib'
import { indexOf } from './engine.mjs'

const [site, lang] = process.argv.slice(2)
const { folder, files } = indexOf(site, basename(lang))
const thai = new TextDecoder('windows-874')
for (const file of files) {
  const [, block] = readFileSync(join(site, folder, file), 'utf8').match(/^salaSearch\.take\("(.*)"\)\n$/)
  console.log(thai.decode(inflateSync(Buffer.from(block, 'base64'))))
}
