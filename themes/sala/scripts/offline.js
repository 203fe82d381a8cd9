// Registers the worker that keeps copies, once the page is done, and says where a copy stands before the reader.
(({ dataset }) => {
  const workers = navigator.serviceWorker
  if (!workers) return
  const notice = document.querySelector('[data-offline]')
  let isCopy = false
  const say = () => {
    const text = isCopy || !navigator.onLine ? notice.dataset.offline : ''
    if (notice.textContent !== text) notice.textContent = text
  }
  addEventListener('online', say)
  addEventListener('offline', say)
  workers.addEventListener('message', ({ data }) => {
    isCopy = data.isCopy
    say()
  })
  workers.controller?.postMessage({ ask: 'is this a copy?' })
  say()
  const keep = async () => {
    await workers.register(dataset.worker)
    // Whoever pays by the byte keeps what they open, and no more.
    if (navigator.connection?.saveData || !navigator.onLine) return
    const { active } = await workers.ready
    active.postMessage({ ask: 'keep the lists', lang: document.documentElement.lang })
  }
  addEventListener('load', () => setTimeout(() => keep().catch(() => {}), 2000))
})(document.currentScript)
