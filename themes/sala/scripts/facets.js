// Filters, searches and sorts a list: choices of one facet widen, of several narrow, words narrow too. The state is the address. What has
// which value comes as bits, cards come by the page, what has the words the search of the site finds: each when it is needed.
'use strict'
;(() => {
  const form = document.querySelector('form[data-list]')
  const { list, lang, source, title: unpaged, order: own } = form.dataset
  const words = JSON.parse(form.dataset.words)
  const { sort } = form.elements
  const near = form.querySelector('[data-near]')
  const box = document.getElementById('words')
  const results = document.getElementById('results')
  const [status, applied, whole, found] = results.children
  const [, cards, nav] = found.children
  const ownStatus = [...status.childNodes]
  const ownTitle = document.title

  const make = (tag, more, ...inside) => {
    const it = Object.assign(document.createElement(tag), more)
    it.append(...inside)
    return it
  }
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, key) => values[key])
  const digits = (number) => number.toLocaleString('en').replace(/\d/g, (it) => words.digits[it] ?? it)

  // Parts are classic scripts that hand over a value: they come from a host and from a folder alike.
  const asked = {}
  let handed
  globalThis.salaFacets = (value) => { handed = value }
  const part = (file) => asked[file] ??= new Promise((done, failed) => {
    document.head.append(make('script', {
      src: source.replace(/[^/]*$/, file),
      onload: () => done(handed),
      onerror: () => { delete asked[file]; failed() },
    }))
  })
  const bytes = (text) => Uint8Array.from(atob(text), (it) => it.charCodeAt(0))
  const numbers = (text, most) => new (most < 65536 ? Uint16Array : Uint32Array)(bytes(text).buffer)

  let total, size, version, slices, before, examples
  const facets = new Map() // facet → value → a bit for each entry
  const has = (bits, at) => bits[at >> 3] >> (at & 7) & 1
  const add = (bits, at) => { bits[at >> 3] |= 1 << (at & 7) }
  const none = () => new Uint8Array((total + 7) >> 3)
  const ones = Array.from({ length: 256 }, (_, byte) => byte.toString(2).replaceAll('0', '').length)
  const boxes = (which) => [...form.querySelectorAll(`input${which}`)]

  function unpack([param, keys, packed, names]) {
    const isPlain = typeof packed === 'string'
    const sets = keys.map((_, at) => isPlain ? none() : bytes(packed[at]))
    if (isPlain) numbers(packed, keys.length).forEach((value, at) => { if (sets[value]) add(sets[value], at) })
    facets.set(param, new Map(keys.map((key, at) => [key, sets[at]])))
    names?.forEach((name, at) => {
      const label = make('label', {}, make('input', { type: 'checkbox', name: param, value: keys[at] }), make('span', {}, name[lang]), make('span', { className: 'count' }))
      form.querySelector(`[data-more="${param}"] ul`).append(make('li', {}, label))
    })
  }

  const chosen = new Map() // facet → values
  let query = ''
  let matched = {} // what was found for the words
  let order = ''
  let page = 1
  let here // where the reader is

  function fromAddress() {
    const address = new URLSearchParams(location.search)
    chosen.clear()
    for (const [param, values] of facets) {
      const keys = address.getAll(param).filter((it) => values.has(it))
      if (keys[0]) chosen.set(param, keys)
    }
    order = address.get('sort') ?? ''
    page = parseInt(address.get('page')) || 1
    const asked = address.get('q')?.trim() ?? ''
    if (box && asked !== query) box.value = query = asked
  }

  let typed // the address while somebody types: words take one step back together
  function fromForm() {
    chosen.clear()
    for (const { name, value } of boxes(':checked')) chosen.set(name, [...chosen.get(name) ?? [], value])
    const isTyped = query !== (query = box?.value.trim() ?? '')
    page = 1
    history[isTyped && typed === location.search ? 'replaceState' : 'pushState'](null, '', address(page))
    typed = isTyped && location.search
    return show()
  }

  // What is not ours in the address stays, and which view is open.
  function address(page) {
    const state = new URLSearchParams(location.search)
    for (const it of [...facets.keys(), 'sort', 'page']) state.delete(it)
    if (query) state.set('q', query)
    else if (box) state.delete('q')
    for (const [param, keys] of chosen) for (const key of keys) state.append(param, key)
    if (order) state.set('sort', order)
    if (page > 1) state.set('page', page)
    return `?${state}${location.hash}`
  }

  // What has the words, and where nothing has, what comes close. The search numbers entries as the list does, examples after all others.
  async function find(query) {
    const mask = none()
    if (!query) return { query, mask: mask.fill(255) }
    globalThis.salaSearch ?? await part(document.querySelector('[data-code]').dataset.code.replace(/.*\//, '../'))
    const { found, suggestion } = await salaSearch.search(query, { type: box.form.type.value, limit: 0 })
    const places = [...Array(total).keys()].sort((a, b) => has(examples, a) - has(examples, b))
    const exact = found.filter((it) => it[1] > .8)
    for (const [entry] of exact[0] ? exact : found) add(mask, places[entry - before])
    return { query, mask, hint: suggestion ? 'instead' : exact[0] ? '' : 'close', suggestion }
  }

  // A place needs all the facilities that are asked for; of anything else one value will do.
  function through(but) {
    const mask = matched.mask.slice()
    for (const [param, keys] of chosen) {
      const sets = keys.map((it) => facets.get(param).get(it))
      const all = param === 'facility'
      if (all || param !== but) mask.forEach((byte, at) => { mask[at] = byte & sets.reduce((any, it) => all ? any & it[at] : any | it[at], all && 255) })
    }
    return mask
  }

  // Those that nobody can visit now come last.
  function openFirst(entries) {
    const gone = ['paused', 'closed'].map((it) => facets.get('status')?.get(it))
    const isGone = (at) => gone.some((it) => it && has(it, at))
    return [...entries.filter((at) => !isGone(at)), ...entries.filter(isGone)]
  }

  function showFilters() {
    for (const [param, values] of facets) {
      const mask = through(param)
      for (const box of boxes(`[name="${param}"]`)) {
        const [count, real] = [255, 0].map((all) => values.get(box.value)?.reduce((sum, byte, at) => sum + ones[byte & mask[at] & (all | ~examples[at])], 0) ?? 0)
        box.checked = chosen.get(param)?.includes(box.value) ?? false
        box.disabled = !count && !box.checked
        box.parentNode.querySelector('.count').textContent = real || !count ? digits(real) : fill(words.example, { count: digits(count) })
        if (box.checked) box.closest('details').open = true
      }
    }
    sort.value = order
    if (sort.selectedIndex < 0) sort.selectedIndex = 0
    near.ariaPressed = isNear()
    const chips = boxes(':checked').map((box) => chip(box.nextElementSibling.textContent, [box]))
    if (chips[0]) chips.push(chip('', boxes(':checked')))
    applied.firstChild.replaceChildren(...chips)
    applied.hidden = !chips[0]
  }

  function chip(name, those) {
    const button = make('button', { type: 'button', className: name ? '' : 'clear' }, name ? `${name} ×` : words.clear)
    if (name) button.ariaLabel = fill(words.remove, { name })
    button.onclick = () => {
      const buttons = applied.getElementsByTagName('button')
      const at = [...buttons].indexOf(button)
      for (const box of those) box.checked = false
      fromForm()
      ;(buttons[at] ?? buttons[0] ?? form.previousElementSibling).focus()
    }
    return make('li', {}, button)
  }

  const isNear = () => Boolean(here) && order === 'near'

  async function ordered() {
    if (isNear()) {
      const points = await part(`${list}-points.${version}.js`)
      const [north, east] = points.axes.map(([low, step, packed]) => Array.from(numbers(packed, 65535), (it) => low + it * step))
      const [about, unknown] = [points.about, points.unknown].map(bytes)
      const narrow = Math.cos(here.latitude * Math.PI / 180)
      const km = north.map((it, at) => has(unknown, at) ? 1e9 : 111.2 * Math.hypot(it - here.latitude, (east[at] - here.longitude) * narrow))
      return [
        [...km.keys()].sort((a, b) => km[a] - km[b]),
        (at) => km[at] < 1e9 && fill(has(about, at) ? words.about : words.km, { distance: digits(km[at] < 10 ? Math.ceil(km[at] * 10) / 10 : Math.round(km[at])) }),
      ]
    }
    const orders = (sort.selectedIndex || own) && await part(`${list}-order-${lang}.${version}.js`)
    const places = orders?.[sort.selectedIndex ? sort.value : own]
    return [places ? [...numbers(places, total)] : [...Array(total).keys()]]
  }

  // What is real is counted, and examples beside it are told apart.
  const tally = (entries) => {
    const of = entries.filter((at) => has(examples, at)).length, real = entries.length - of
    return [
      (real || !of) && fill(real === 1 ? words.one : words.found, { count: digits(real) }),
      of && fill(of === 1 ? words.exampleOne : words.exampleMany, { count: digits(of) }),
    ].filter(Boolean).join(' · ')
  }

  const say = (text) => status.replaceChildren(text)
  let turns = 0
  async function show() {
    const turn = ++turns
    let title = ownTitle
    let said = ownStatus
    let entries
    results.ariaBusy = true
    try {
      if (query !== matched.query) {
        const now = await find(query)
        if (turn !== turns) return
        matched = now
      }
      showFilters()
      const isWhole = !query && !chosen.size && !sort.selectedIndex && !isNear() && page === 1
      if (!isWhole) {
        const mask = through()
        const [places, distance] = await ordered()
        entries = openFirst(places.filter((at) => has(mask, at)))
        const pages = Math.ceil(entries.length / size) || 1
        page = Math.max(1, Math.min(page, pages))
        const first = (page - 1) * size
        const shown = entries.slice(first, first + size)
        const html = await Promise.all(shown.map(async (at) => {
          const slice = at / size | 0
          return (await part(`${list}-${lang}-${slice}.${slices[slice]}.js`))[at % size]
        }))
        if (turn !== turns) return
        cards.innerHTML = html.join('')
        if (distance) shown.forEach((at, number) => cards.children[number].querySelector('h3').after(make('p', { className: 'distance' }, distance(at) || '')))
        said = [make('strong', {}, tally(entries))]
        const hint = words[entries.length ? matched.hint : query && !chosen.size ? 'nothing' : 'none']
        if (hint) said.push(` · ${fill(hint, matched)}`)
        const of = fill(words.page, { page: digits(page), pages: digits(pages) })
        title = (query && `“${query}” – `) + unpaged.replace(' – ', pages > 1 ? ` (${of}) – ` : ' – ')
        if (pages > 1) said.push(make('span', { className: 'part' }, ` · ${fill(words.showing, { first: digits(first + 1), last: digits(first + shown.length) })} · ${of}`))
        showPages(pages)
      }
      document.title = title
      status.replaceChildren(...said)
      whole.hidden = !isWhole
      found.hidden = isWhole
      results.dispatchEvent(new CustomEvent('filtered', { detail: entries }))
    } catch { turn === turns && say(words.failed) }
    if (turn === turns) results.ariaBusy = false
  }

  function showPages(pages) {
    nav.hidden = pages < 2
    const link = (to, text) => make('li', {}, make(to === page ? 'span' : 'a', to === page ? { ariaCurrent: 'page' } : { href: address(to) }, text))
    const items = page > 1 ? [link(page - 1, `‹ ${words.previous}`)] : []
    let last = 0
    for (let to = 1; to <= pages; to += 1) {
      if (to > 1 && to < pages && Math.abs(to - page) > 1) continue
      if (to > last + 1) items.push(make('li', {}, make('span', { className: 'gap' }, '…')))
      items.push(link(to, digits(to)))
      last = to
    }
    if (page < pages) items.push(link(page + 1, `${words.next} ›`))
    nav.firstChild.replaceChildren(...items)
  }

  function lookAround() {
    navigator.geolocation.getCurrentPosition(({ coords }) => {
      here = coords
      order = 'near'
      fromForm()
    }, () => say(words.denied))
  }

  function lead() {
    results.scrollIntoView()
    status.focus({ preventScroll: true })
  }

  nav.onclick = async (event) => {
    const link = event.target.closest('a')
    if (!link || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    history.pushState(null, '', link.href)
    fromAddress()
    await show()
    lead()
  }
  form.onchange = () => {
    if (sort.selectedIndex || !isNear()) order = sort.selectedIndex ? sort.value : ''
    fromForm()
  }
  form.onsubmit = lead
  near.onclick = () => {
    if (!isNear()) return lookAround()
    order = ''
    fromForm()
  }
  addEventListener('popstate', () => { fromAddress(); show() })

  part(source.replace(/.*\//, '')).then((columns) => {
    ({ total, size, version, slices, before } = columns)
    examples = bytes(columns.examples)
    columns.columns.forEach(unpack)
    const { because } = form.dataset
    if (because === 'change') return form.onchange()
    fromAddress()
    show()
    if (because === 'near') lookAround()
  }).catch(() => say(words.failed))
})()
