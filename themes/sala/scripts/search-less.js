// Where nothing was found: shorter words of the query that are found as they are, the longest first, each a link that searches.
(async () => {
  if (!Intl.Segmenter) return
  const place = document.getElementById('less')
  const { query } = document.getElementById('results').dataset
  const cut = (text, granularity) => [...new Intl.Segmenter('th', { granularity }).segment(text)]
  // Words begin and end where the script changes, too.
  const words = [...query.matchAll(/[\u0e00-\u0e7f]+|[^\u0e00-\u0e7f]+/g)].flatMap((run) => cut(run[0], 'word')
    .filter((it) => it.isWordLike)
    .map((it) => [run.index + it.index, run.index + it.index + it.segment.length]))
  // Every row of its words; of one that stands alone the beginnings, down to its half.
  const rows = words.flatMap(([from], at) => words.slice(at).map(([, to]) => query.slice(from, to)))
  const beginnings = words[1] ? [] : cut(query, 'grapheme').map((it) => query.slice(0, it.index)).filter((it) => it.length > Math.max(2, query.length / 2))
  const shorter = [...new Set([...rows, ...beginnings])].filter((it) => it !== query && it.length > 1).sort((a, b) => b.length - a.length)
  let links = 0
  for (const text of shorter.slice(0, 20)) {
    // What is found only nearly, or was found with a longer row, leads no further.
    const { found } = await salaSearch.search(text, { limit: 0 }).catch(() => ({ found: [] }))
    if (!(found[0]?.[1] > .8) || place.textContent.includes(text) || links === 6) continue
    const link = document.createElement('a')
    link.href = `?${new URLSearchParams({ q: text })}`
    link.append(text)
    const item = document.createElement('li')
    item.append(link)
    place.append(item)
    links += 1
  }
})()
