// This site keeps no copies any more: what an earlier worker of it kept is deleted, and this one takes itself away. No page registers it;
// a browser that has the earlier one finds it when it looks whether that is still the same.
'use strict'
// Several sites may share a host: each has its own copies.
const base = new URL('./', location.href).pathname

self.addEventListener('install', (event) => event.waitUntil(self.skipWaiting()))
self.addEventListener('activate', (event) => {
  event.waitUntil((async () => {
    for (const name of await caches.keys()) {
      if (name.startsWith(`sala ${base} `)) await caches.delete(name)
    }
    // Pages that stand open go on without: it answers nothing.
    await self.registration.unregister()
  })())
})
