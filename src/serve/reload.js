const version = document.currentScript.dataset.version
let changes
function listen() {
  if (document.hidden) {
    changes?.close()
    changes = undefined
  } else if (!changes) {
    changes = new EventSource('/.sala/changes')
    changes.onmessage = (event) => { if (event.data !== version) location.reload() }
  }
}
document.addEventListener('visibilitychange', listen)
addEventListener('pagehide', () => { changes?.close(); changes = undefined })
addEventListener('pageshow', listen)
listen()
