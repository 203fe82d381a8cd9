// Makes filters of the links beside a list. What filters, and with what, comes when one is touched or the address names one.
'use strict'
;(() => {
  const form = document.querySelector('form[data-list]')
  if (!form) return
  const results = document.getElementById('results')
  const panel = form.closest('details')
  const isFirstPage = form.dataset.page === '1'

  for (const item of form.querySelectorAll('[data-param]')) {
    const [link, count] = item.children
    const box = document.createElement('input')
    Object.assign(box, { type: 'checkbox', name: item.dataset.param, value: item.dataset.value, autocomplete: 'off' })
    const label = document.createElement('label')
    const name = document.createElement('span')
    name.append(...link.childNodes)
    label.append(box, name, ' ', count)
    item.replaceChildren(label)
  }
  for (const it of form.querySelectorAll('[hidden]')) it.hidden = it.dataset.near !== undefined && !isFirstPage
  panel.open = matchMedia('(min-width: 60rem)').matches

  // The points of the map are those of the same result.
  results.addEventListener('filtered', () => {
    const found = results.querySelector('[data-found]')
    const those = new Set(Array.from(found.querySelectorAll('h3 a'), (it) => it.href))
    for (const it of document.querySelectorAll('.map .spots a')) {
      const isThere = found.hidden || those.has(new URL(it.getAttribute('href'), document.baseURI).href)
      it.setAttribute('display', isThere ? '' : 'none')
    }
  })

  let isStarted = false
  function start(because) {
    if (isStarted) return
    isStarted = true
    form.dataset.because = because
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

  // A later page of the list carries its own part alone: a choice leads to the first.
  function leave() {
    const address = new URLSearchParams(location.search)
    for (const [key, value] of new FormData(form)) if (!(key === 'sort' && value === form.elements.sort[0].value)) address.append(key, value)
    location.assign(`${form.action}?${address}`)
  }
  form.addEventListener('submit', (event) => event.preventDefault())
  if (!isFirstPage) return form.addEventListener('change', leave)

  form.addEventListener('change', () => start('change'))
  form.querySelector('[data-near]').addEventListener('click', () => start('near'))
  form.addEventListener('toggle', (event) => event.target.open && event.target.dataset.more && start('more'), true)
  const asked = new URLSearchParams(location.search)
  const isAsked = [...asked.keys()].some((it) => it === 'page' || form.elements[it] || form.querySelector(`[data-more="${CSS.escape(it)}"]`))
  if (isAsked) {
    results.querySelector('[data-whole]').hidden = true
    results.ariaBusy = 'true'
    start('address')
  }
})()
