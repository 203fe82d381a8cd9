// What people see of the search: suggestions and results, copies of the page's templates filled with text, never with HTML.
(() => {
  const byId = (id) => document.getElementById(id)
  const field = byId('q')
  const list = byId('suggestions')
  const { form } = field
  const say = (words, values) => words.replace(/{(\w+)}/g, (_, key) => values[key].toLocaleString(form.dataset.numbers))

  const copies = (name, hits) => hits.map((hit, at) => {
    const copy = byId(name).content.cloneNode(true)
    const write = (part, text, ranges = [], lang) => {
      let element = copy.querySelector(part), end = 0
      element.textContent = ''
      for (const [from, to] of ranges) {
        const mark = document.createElement('mark')
        mark.append(text.slice(from, to))
        element.append(text.slice(end, from), mark)
        end = to
      }
      element.append(text.slice(end))
      if (lang) element.lang = lang
    }
    write('.title', hit.title, hit.titleRanges, hit.lang)
    write('.kind', list.getAttribute(`data-${hit.type}`))
    write('.facts', hit.facts.join(' · '))
    write('.snippet', hit.snippet, hit.ranges, hit.lang)
    copy.firstElementChild.toggleAttribute('data-near', hit.near)
    copy.firstElementChild.toggleAttribute('data-example', hit.example)
    const link = copy.querySelector('a')
    link.href = hit.url
    link.id = name + at
    return copy
  })

  // The focus stays in the field, which is number 0 of the ring that arrows go round.
  let current = 0, turn = 0
  const choose = (to) => {
    const ring = [field, ...list.children]
    current = (to + ring.length) % ring.length
    ring.forEach((it, at) => at && (it.ariaSelected = at === current))
    if (current) ring[current].scrollIntoView({ block: 'nearest' })
    field.setAttribute('aria-activedescendant', current ? ring[current].id : '')
  }
  const offer = (hits) => {
    turn += 1
    list.replaceChildren(...copies('suggestion', hits))
    list.hidden = !hits.length
    field.ariaExpanded = !list.hidden
    form.lastElementChild.textContent = list.hidden ? '' : say(list.dataset.count, { count: hits.length })
    choose(0)
  }
  const ask = (text, how) => salaSearch.search(text, how).catch(() => ({ counts: {}, results: [] }))
  const suggest = async () => {
    const mine = turn += 1
    await new Promise((it) => setTimeout(it, 150))
    const { results } = mine === turn && await ask(field.value, { limit: 8 })
    if (mine === turn) offer(results)
  }
  field.oninput = suggest
  field.onblur = () => offer([])
  list.onmousedown = (it) => it.preventDefault()
  field.onkeydown = async (it) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[it.key]
    const option = it.key === 'Enter' && list.children[current - 1]
    if (step || option) it.preventDefault()
    if (option) option.click()
    else if (it.key === 'Escape') offer([])
    else {
      if (step && list.hidden) await suggest()
      choose(step ? current + step : 0)
    }
  }
  if (document.activeElement === field && field.value) suggest()

  const { q: query, type = '', page: number } = Object.fromEntries(new URLSearchParams(location.search))
  const page = Math.max(1, number | 0)
  const show = async (results, found) => {
    field.value = query
    results.ariaBusy = true
    found.textContent = found.dataset.busy
    const it = await ask(query, { type, offset: page * 10 - 10 })
    const count = it.total, real = count - it.examples
    const state = it.suggestion ? 'instead' : count ? page > 1 ? 'more' : real === 1 ? 1 : 'some' : count ?? 'failed'
    found.textContent = say(found.dataset[state], { ...it, count: real, page })
    document.title = found.textContent + ' – ' + document.title
    if (it.examples) found.append(' · ', say(found.dataset.example, { count: it.examples }))
    results.append(...copies('result', it.results))
    count || salaSearch.script(found.dataset.less)
    const lead = (link, isThere, values) => {
      link.hidden = !isThere
      link.href = '?' + new URLSearchParams({ q: query, ...values })
    }
    lead(byId('previous'), page > 1, { type, page: page - 1 })
    lead(byId('next'), count > page * 10, { type, page: page + 1 })
    for (const link of byId('types').children) {
      const own = link.dataset.type, of = it.counts[own]
      lead(link, !own || of, { type: own })
      if (of) link.append(of[0] ? of[0].toLocaleString(form.dataset.numbers) : say(found.dataset.example, { count: of[1] }))
      link.ariaCurrent = own === type
    }
    results.dataset.total = count ?? 0
    results.dataset.query = query
    results.ariaBusy = false
  }
  if (query && byId('found')) show(byId('results'), byId('found'))
})()
