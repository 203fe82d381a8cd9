// Makes filters of the links beside a list. What filters, and with what, comes when one is touched or the address names one.
'use strict'
;(() => {
  const form = document.querySelector('form[data-list]')
  if (!form) return
  const results = document.getElementById('results')
  const panel = form.closest('details')
  const isFirstPage = form.dataset.page === '1'
  const words = document.getElementById('words')?.form

  for (const item of form.querySelectorAll('[data-param]')) {
    const [link, count] = item.children
    const box = Object.assign(document.createElement('input'), { type: 'checkbox', name: item.dataset.param, value: item.dataset.value, autocomplete: 'off' })
    const label = document.createElement('label')
    const name = document.createElement('span')
    name.append(...link.childNodes)
    label.append(box, name, ' ', count)
    item.replaceChildren(label)
  }
  for (const it of form.querySelectorAll('[hidden]')) it.hidden = !isFirstPage && 'near' in it.dataset
  const fold = () => { panel.open = matchMedia('(min-width: 60rem)').matches }
  fold()

  const views = document.querySelectorAll('.views a')
  const mark = () => {
    for (const it of views) it.ariaCurrent = (it.hash === '#map') === (location.hash === '#map')
  }
  mark()
  addEventListener('hashchange', mark)

  // The points of the map are those of the same result; where nothing is in the list, the site may have it.
  results.addEventListener('filtered', ({ detail: entries }) => {
    if (words) {
      const [elsewhere] = words.getElementsByTagName('a')
      elsewhere.parentNode.hidden = entries?.length !== 0 || !words.q.value
      elsewhere.href = `${words.action}?${new URLSearchParams({ q: words.q.value })}`
    }
    for (const it of results.querySelectorAll('[data-at]')) it.setAttribute('display', entries?.includes(+it.dataset.at) ?? true ? '' : 'none')
    // Points that are few have room for a finger: they lead where the list does.
    const dots = results.querySelector('.spots[aria-hidden]')
    if (!dots) return
    for (const it of dots.querySelectorAll('a')) it.replaceWith(it.lastChild)
    const links = results.querySelectorAll('[data-found] h3 a')
    const areFew = links.length === entries?.length
    dots.ariaHidden = !areFew
    if (areFew) entries.forEach((at, number) => {
      const dot = dots.querySelector(`[data-at="${at}"]`)
      if (!dot) return
      const link = document.createElementNS(dot.namespaceURI, 'a')
      link.setAttribute('href', links[number].href)
      link.ariaLabel = links[number].textContent
      dot.replaceWith(link)
      link.append(dot.cloneNode(), dot)
    })
  })

  let isStarted = false
  function start(because) {
    if (because === 'change' || !isStarted) form.dataset.because = because
    if (isStarted) return
    isStarted = true
    const script = document.createElement('script')
    script.src = form.dataset.engine
    script.onerror = () => {
      isStarted = false
      script.remove()
      results.querySelector('[data-whole]').hidden = false
      results.querySelector('[role="status"]').textContent = JSON.parse(form.dataset.words).failed
    }
    document.head.append(script)
  }

  const asked = new URLSearchParams(location.search)
  const isAsked = [...asked.keys()].some((it) => it === 'page' || it === 'q' || form.elements[it] || form.querySelector(`[data-more="${CSS.escape(it)}"]`))

  // A later page of the list carries its own part alone: a choice leads to the first, as an address with one does.
  function leave() {
    const address = new URLSearchParams(asked)
    for (const [key, value] of new FormData(form)) if (!(key === 'sort' && value === form.elements.sort[0].value)) address.append(key, value)
    location.assign(`${form.action}?${address}`)
  }
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    fold()
  })
  if (!isFirstPage) {
    if (isAsked) return leave()
    if (words) Object.assign(words, { action: form.action }).type.disabled = true
    return form.addEventListener('change', leave)
  }

  form.addEventListener('change', () => start('change'))
  if (words) {
    let wait
    const narrow = () => {
      wait = clearTimeout(wait)
      form.dispatchEvent(new Event('change'))
    }
    words.oninput = () => {
      clearTimeout(wait)
      wait = setTimeout(narrow, 250)
    }
    words.onsubmit = (event) => {
      event.preventDefault()
      if (wait) narrow()
      form.requestSubmit()
    }
    words.addEventListener('focusin', () => start('words'))
  }
  form.querySelector('[data-near]').addEventListener('click', () => start('near'))
  form.addEventListener('toggle', (event) => event.target.open && event.target.dataset.more && start('more'), true)
  if (isAsked) {
    results.querySelector('[data-whole]').hidden = true
    results.ariaBusy = 'true'
    start('address')
  }
})()
