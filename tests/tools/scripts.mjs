// The scripts of the theme as they are sent, made by esbuild of those that people read: themes/sala/scripts/ → themes/sala/static/.
// `--check` writes nothing and names what is stale.
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { transform } from 'esbuild'

const theme = join(import.meta.dirname, '../../themes/sala')
/** What is sent as one script, in the order in which it runs; any other is sent by itself. */
const joined = { 'search-code.js': ['search-engine.js', 'search-box.js'] }
const options = { minify: true, charset: 'utf8', legalComments: 'none', target: 'es2021' }

const parts = Object.values(joined).flat()
const alone = readdirSync(join(theme, 'scripts')).filter((it) => !parts.includes(it))
const scripts = { ...Object.fromEntries(alone.map((it) => [it, [it]])), ...joined }
const stale = []
for (const [name, parts] of Object.entries(scripts)) {
  // Without the `;` a part that begins with `(` would call what the one before it ends with.
  const code = parts.map((it) => readFileSync(join(theme, 'scripts', it), 'utf8')).join(';\n')
  const file = join(theme, 'static', name)
  const made = (await transform(code, options)).code
  if (existsSync(file) && readFileSync(file, 'utf8') === made) continue
  if (process.argv.includes('--check')) stale.push(name)
  else writeFileSync(file, made)
}
for (const name of readdirSync(join(theme, 'static'))) {
  if (name.endsWith('.js') && !scripts[name]) stale.push(`${name}, which has no source`)
}
if (stale.length) {
  console.error(`stale: ${stale.join(', ')}. Run: node tests/tools/scripts.mjs`)
  process.exitCode = 1
}
