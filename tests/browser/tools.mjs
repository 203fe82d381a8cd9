// What the browser tests share: counting, a static server that obeys _headers, and a reader of tags.
import { createServer } from 'node:http'
import { readFileSync, readdirSync, existsSync, statSync } from 'node:fs'
import { join, extname } from 'node:path'
import { gzipSync } from 'node:zlib'

let passed = 0
let failed = 0

/** Runs one named test; a failed one is told and counted, and the next goes on. */
export async function test(name, body) {
  const begun = Date.now()
  try {
    await body()
    passed += 1
    console.log(`ok      ${name} (${((Date.now() - begun) / 1000).toFixed(1)} s)`)
  } catch (error) {
    failed += 1
    console.log(`FAILED  ${name} (${((Date.now() - begun) / 1000).toFixed(1)} s)\n${String(error.stack ?? error).replace(/^/gm, '        ')}`)
  }
}

/** Says how it went, in the form that tests/run adds up. */
export function finish() {
  console.log(`browser tests: ${passed} passed, ${failed} failed`)
  process.exitCode = failed === 0 ? 0 : 1
}

/** Fails with the first of a list of complaints and their number. */
export function none(complaints, what) {
  const all = [...complaints]
  if (all.length > 0) {
    const first = all.slice(0, 12).join('\n')
    throw new Error(`${all.length} × ${what}\n${first}${all.length > 12 ? '\n…' : ''}`)
  }
}

/** Paths of all files under a folder, with `/`, sorted. */
export function filesOf(folder, prefix = '') {
  return readdirSync(join(folder, prefix), { withFileTypes: true })
    .flatMap((it) => {
      const path = prefix + it.name
      return it.isDirectory() ? filesOf(folder, `${path}/`) : [path]
    })
    .sort()
}

const types = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.geojson': 'application/geo+json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml',
  '.txt': 'text/plain; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.ico': 'image/x-icon',
}

/** Headers of the rule for every address in a `_headers` file. */
export function headersForAll(folder) {
  const headers = {}
  let isForAll = false
  for (const line of readFileSync(join(folder, '_headers'), 'utf8').split('\n')) {
    if (/^\S/.test(line) && !line.startsWith('#')) isForAll = /^\S*\/\*$/.test(line.trim())
    const header = /^\s+([\w-]+):\s*(.+)$/.exec(line)
    if (header && isForAll) headers[header[1]] ??= header[2]
  }
  return headers
}

/** Serves a folder under a path of 127.0.0.1, as a static host does, with the security headers of `_headers`; compressed where time is measured. */
export async function serve(folder, prefix = '/', port = 0, isCompressed = false) {
  const security = headersForAll(folder)
  const asked = []
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://x').pathname)
    let status = 200
    let file = path.startsWith(prefix) ? join(folder, path.slice(prefix.length)) : ''
    if (file && existsSync(file) && statSync(file).isDirectory()) {
      file = path.endsWith('/') ? join(file, 'index.html') : ''
    }
    if (!file || !existsSync(file)) {
      status = 404
      file = join(folder, '404.html')
    }
    asked.push({ path, status })
    const bytes = readFileSync(file)
    const type = types[extname(file)] ?? 'application/octet-stream'
    const isSmaller = isCompressed && /text|json|xml/.test(type)
    response.writeHead(status, {
      ...security,
      'Content-Type': type,
      'Cache-Control': 'max-age=600',
      ...(isSmaller && { 'Content-Encoding': 'gzip' }),
    })
    response.end(isSmaller ? gzipSync(bytes) : bytes)
  })
  await new Promise((done) => server.listen(port, '127.0.0.1', done))
  const origin = `http://127.0.0.1:${server.address().port}`
  const close = () => {
    server.close()
    server.closeAllConnections()
  }
  return { origin, base: origin + prefix, port: server.address().port, asked, close }
}

const entities = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Text of an attribute, its entities read. */
function unescaped(text) {
  return text.replace(/&(#x[\da-f]+|#\d+|\w+);/gi, (whole, name) => {
    if (/^#x/i.test(name)) return String.fromCodePoint(parseInt(name.slice(2), 16))
    if (name.startsWith('#')) return String.fromCodePoint(Number(name.slice(1)))
    return entities[name.toLowerCase()] ?? whole
  })
}

/** The start tags of a page with their attributes, scripts and comments left out. */
export function tagsOf(html) {
  const visible = html
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/(<(script|style)\b[^>]*>)[\s\S]*?<\/\2>/gi, '$1')
  const tags = []
  for (const [, name, inside] of visible.matchAll(/<([a-z][\w-]*)((?:\s+[^\s=>/]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]+))?)*)\s*\/?>/gi)) {
    const attributes = {}
    for (const [, key, double, single, bare] of inside.matchAll(/([^\s=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+)))?/g)) {
      attributes[key.toLowerCase()] = unescaped(double ?? single ?? bare ?? '')
    }
    tags.push({ name: name.toLowerCase(), attributes })
  }
  return tags
}

/** Every address that a page names: `{ href, tag, rel }`. */
export function linksOf(tags) {
  const links = []
  for (const { name, attributes } of tags) {
    const rel = attributes.rel ?? ''
    for (const key of ['href', 'src', 'poster', 'action', 'data']) {
      if (attributes[key] !== undefined) links.push({ href: attributes[key], tag: name, rel })
    }
    for (const part of (attributes.srcset ?? '').split(',').filter((it) => it.trim())) {
      links.push({ href: part.trim().split(/\s+/)[0], tag: name, rel })
    }
    if (name === 'meta' && /^og:(url|image)$/.test(attributes.property ?? '')) {
      links.push({ href: attributes.content, tag: name, rel: 'canonical' })
    }
    const refresh = /^refresh$/i.test(attributes['http-equiv'] ?? '') && /url=(.+)$/i.exec(attributes.content)
    if (refresh) links.push({ href: refresh[1], tag: name, rel })
  }
  return links
}

/** Runs `body` on every item, a few at a time. */
export async function each(items, body, atOnce = 2) {
  const waiting = [...items]
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await body(item)
    }),
  )
}
