/* Keeps the field application's own files on the telephone, so that it opens without a signal. `version` and `files`
   stand above, put there by the build. What the office answers is never kept here. */
const cacheName = `qingnuan-field-${version}`

self.addEventListener('install', (event) => {
  // A page that is open goes on with the files it was opened with; the new ones are for the next opening.
  event.waitUntil(
    caches
      .open(cacheName)
      .then((cache) => cache.addAll(files.map((file) => new Request(file, { cache: 'reload' })))),
  )
})

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) =>
        Promise.all(
          names
            .filter((name) => name.startsWith('qingnuan-field-') && name !== cacheName)
            .map((name) => caches.delete(name)),
        ),
      )
      .then(() => self.clients.claim()),
  )
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const address = new URL(request.url)
  if (request.method !== 'GET' || address.origin !== location.origin || address.pathname.startsWith('/api/'))
    return
  const kept = request.mode === 'navigate' ? '/field/' : address.pathname
  if (!files.includes(kept)) return
  event.respondWith(
    caches
      .open(cacheName)
      .then((cache) => cache.match(kept))
      .then((found) => found ?? fetch(request)),
  )
})
