// Keeps a copy of what a reader has opened, of the lists and of the search, for where there is no network.
// Made by sala; what is new in the site is new in this file, and so a browser takes the new one.
'use strict'
const kept = {/* what this site keeps */}

// Several sites may share a host: each has its own copies.
const base = new URL('./', location.href).pathname
const named = (name) => `sala ${base} ${name}`
const core = named(`core ${kept.version}`)
const searching = named(`search ${kept.index}`)
const pages = named('pages')
const files = named('files')
/** How many copies there may be; the oldest go first. */
const most = { [pages]: 120, [files]: 160 }
/** How long the network may take where there is a copy, and how often the lists are asked for again, in milliseconds. */
const patience = 6000
const day = 86400000

const absolute = (path) => new URL(base + path, location.origin).href
/** A page is the same whatever stands behind its question mark: filters and searches are the browser's own work. */
const keyOf = (url) => url.origin + url.pathname
/** The page that says that nothing is kept, in the language of an address. */
const excuse = (url) => {
  const lang = kept.languages.slice(1).find((it) => url.pathname.startsWith(`${base}${it}/`))
  return absolute(lang ? `${lang}/offline.html` : 'offline.html')
}

/** A copy that a browser may show for an address: never one that says that it was reached by a redirect, as of hosts that drop `.html`. */
const settled = (response) => response.redirected
  ? new Response(response.body, { status: response.status, statusText: response.statusText, headers: response.headers })
  : response

const put = async (name, key, response) => {
  const cache = await caches.open(name)
  // Put anew, so that the order of the copies is that of their use.
  await cache.delete(key)
  await cache.put(key, settled(response))
  const keys = await cache.keys()
  for (const old of keys.slice(0, Math.max(0, keys.length - (most[name] ?? Infinity)))) await cache.delete(old)
}

/** A copy of ours: never one of another site of the host. */
const copyOf = async (key) => {
  for (const name of [pages, core, files, searching]) {
    const found = await (await caches.open(name)).match(key)
    if (found) return found
  }
}

self.addEventListener('install', (event) => {
  event.waitUntil((async () => {
    const cache = await caches.open(core)
    await Promise.all(kept.essentials.map(async (it) => {
      const response = await fetch(absolute(it), { cache: 'no-cache' })
      if (!response.ok) throw new TypeError(`${it}: ${response.status}`)
      await cache.put(absolute(it), settled(response))
    }))
    // Pages come from the network first and files carry their content in their name: the new worker suits every open page.
    await self.skipWaiting()
  })())
})

/** Lists stay at hand until they are fetched anew, and pages that were opened keep the look that they name. */
const takeOver = async (before) => {
  const cache = await caches.open(core)
  for (const request of await before.keys()) {
    const isPage = /(\/|\.html)$/.test(new URL(request.url).pathname)
    const isMark = request.url.startsWith(absolute('filled-'))
    if (isMark || await cache.match(request)) continue
    const response = await before.match(request)
    if (isPage) await cache.put(request, response)
    else await put(files, request.url, response)
  }
}

self.addEventListener('activate', (event) => {
  event.waitUntil((async () => {
    const now = [core, searching, pages, files]
    const old = (await caches.keys()).filter((it) => it.startsWith(named('')) && !now.includes(it))
    for (const name of old) {
      if (name.startsWith(named('core'))) await takeOver(await caches.open(name))
      await caches.delete(name)
    }
    await self.clients.claim()
  })())
})

/** Pages that stand before their readers as copies. */
const copies = new Set()

const page = async (event, url) => {
  const key = keyOf(url)
  const copy = await copyOf(key)
  // Asked of the host, not of the browser's own store: an old copy must not pass for the page of today.
  const fromNetwork = fetch(event.request, { cache: 'no-cache' }).then((response) => {
    if (response.ok && /^text\/html/.test(response.headers.get('Content-Type') ?? '')) {
      event.waitUntil(put(pages, key, response.clone()))
    }
    return response
  })
  event.waitUntil(fromNetwork.catch(() => {}))
  const late = new Promise((resolve) => { if (copy) setTimeout(resolve, patience) })
  const response = await Promise.race([fromNetwork, late]).catch(() => undefined)
  if (response) return response
  copies.add(event.resultingClientId)
  return copy ?? await copyOf(excuse(url)) ?? Response.error()
}

/** What never changes under its name: the copy is as good as the network, and faster. */
const lasting = async (event) => {
  const key = event.request.url
  const copy = await copyOf(key)
  if (copy) return copy
  const response = await fetch(event.request)
  if (response.ok) {
    const name = kept.index && key.startsWith(absolute(`${kept.index}/`)) ? searching : files
    event.waitUntil(put(name, key, response.clone()))
  }
  return response
}

/** Icons, codes and the like: the network, and a copy where there is none. */
const changing = async (event) => {
  const key = event.request.url
  try {
    const response = await fetch(event.request)
    if (response.ok) event.waitUntil(put(files, key, response.clone()))
    return response
  } catch (error) {
    const copy = await copyOf(key)
    if (copy) return copy
    throw error
  }
}

self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  const isOurs = url.origin === location.origin && url.pathname.startsWith(base)
  if (request.method !== 'GET' || !isOurs || request.headers.has('Range')) return
  const path = url.pathname.slice(base.length)
  if (request.mode === 'navigate') {
    if (/(^|\/|\.html)$/.test(path)) event.respondWith(page(event, url))
  } else if (/\.[0-9a-f]{10,12}\.(css|js)$|^(photos|search\/[^/]+|fonts)\//.test(path)) {
    event.respondWith(lasting(event))
  } else if (/\.(svg|png|webp|jpg|js|css|webmanifest)$/.test(path)) {
    event.respondWith(changing(event))
  }
})

/** Fetches the lists and the search of a language: once a day, and after every change of the site. */
const fill = async (lang) => {
  const cache = await caches.open(core)
  const mark = absolute(`filled-${lang}`)
  const last = Number(await (await cache.match(mark))?.text() ?? 0)
  if (Date.now() - last < day) return
  for (const path of kept.lists[lang] ?? []) {
    const response = await fetch(absolute(path), { cache: 'no-cache' })
    if (response.ok) await cache.put(absolute(path), settled(response))
  }
  const index = await caches.open(searching)
  for (const name of kept.chunks) {
    const key = absolute(`${kept.index}/${lang}/${name}`)
    if (await index.match(key)) continue
    const response = await fetch(key)
    if (response.ok) await index.put(key, response)
  }
  await cache.put(mark, new Response(String(Date.now())))
}

self.addEventListener('message', (event) => {
  const { ask, lang } = event.data ?? {}
  if (ask === 'is this a copy?') event.source.postMessage({ isCopy: copies.has(event.source.id) })
  // Where the network ends in between, the next page begins again.
  if (ask === 'keep the lists') event.waitUntil(fill(lang).catch(() => {}))
})
