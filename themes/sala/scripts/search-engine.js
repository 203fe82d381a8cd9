// The search: Thai without a dictionary. What is done here to a query, src/search/ did to the pages; its mod.rs has the format.
(() => {
  const { search: guide, searchIndex, searchInflate } = document.documentElement.dataset
  // Where the index is and how many chunks of keys it has: the page of results says it; elsewhere a small file, so that pages stay the same
  // when the index changes.
  let folder, searchChunks
  const types = ['district', 'topic', 'center', 'best-practice', 'activity', 'page']

  // ── The same as in src/search/: normalise.rs, cluster.rs, fold.rs, key.rs

  const normalise = (text) => text.normalize('NFD').toLowerCase()
    .replace(/[\u00ad\u0300-\u036f\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/[๐-๙]/g, (it) => it.charCodeAt(0) - 0xe50)
    .replace(/ํ([่-๋])า|([่-๋])ํา|ํา/g, '$1$2ำ').replace(/เเ/g, 'แ').replace(/([่-๋])([ัิ-ู])/g, '$2$1')
    .replace(/(\d),(?=\d{3}(?!\d))/g, '$1').replace(/(\d)[-–](?=\d)/g, '$1')
    .replace(/([ก-ฮ])\.(?=[ก-ฮ]{1,4}\.)/g, '$1').replace(/(^|[^ก-ฺเ-๎])([ก-ฮ])\./g, '$1$2 ').replace(/([ก-ฮ])\./g, '$1')

  const runs = (text) => text.match(/[ก-ฺเ-๎]+|[a-z\d]+/g) || []

  const clusters = (run) => run.match(
    /(?:เ[ก-ฮ]ี[่-๋]?ย(?![ะ-ฺ็-๋])|เ[ก-ฮ]ื[่-๋]?อ(?![ะ-ฺ็-๋])|[ก-ฮ]ั[่-๋]?ว(?![ะ-ฺ็-๋])|[เ-ไ]?[ก-ฮ][ะ-ฺ็-๋ํ๎ๅ]*)(?:[ก-ฮ][ิุ]?์)?|[ะ-๎]/g
  ) || []

  // Letters of one sound: each, and the one that stands for it.
  const alike = {}
  'ศสษสณนญยฎดฏตฐถฑทฒทธทภพฆคฅคฌชฬลฃขใไๅา'.replace(/(.)(.)/g, (_, letter, same) => alike[letter] = same)
  const unlike = RegExp('[ก-ฮ][ิุ]?์|[็-๎]|[' + Object.keys(alike).join('') + ']', 'g')
  const fold = (text) => text.replace(unlike, (it) => alike[it] || '')

  const skeleton = (cluster) => fold(cluster.match(/[ก-ฮ]/)?.[0] || '')

  const wordSkeleton = (word) => /^\d/.test(word) ? word.slice(0, 3)
    : (word.replace(/([kptc])h/g, '$1').replace(/[aeiouyw]/g, '').replace(/(.)\1+/g, '$1') || word[0]).slice(0, 3)

  const chunkOf = (sound) => {
    let hash = 0x811c9dc5
    for (const it of sound) hash = Math.imul(hash ^ it.charCodeAt(0), 0x01000193)
    return ((hash >>> 0) % searchChunks).toString(36)
  }

  // ── Chunks

  const chunks = {}
  let taken

  // What a chunk hands over is taken before the next script runs.
  const script = (src) => new Promise((resolve, onerror) =>
    document.head.append(Object.assign(document.createElement('script'), { src, onload: () => resolve(taken), onerror })))

  // What is done once; after a failure the next query tries again.
  const once = (name, make) => chunks[name] ??= make().catch((error) => {
    delete chunks[name]
    throw error
  })

  const load = (name, read) => once(name, async () => {
    const letters = atob(await script(folder + `/${name}.js`))
    const block = new Uint8Array(letters.length).map((_, at) => letters.charCodeAt(at))
    window.DecompressionStream || salaSearch.inflate || await script(searchInflate)
    return read(await (salaSearch.inflate?.(block) ?? new Response(new Response(block).body.pipeThrough(new DecompressionStream('deflate'))).arrayBuffer()))
  })

  const decoder = new TextDecoder('windows-874')

  // How many entries there are up to the end of each type, and up to its examples.
  let ends, reals

  const keysOf = (buffer) => {
    const bytes = new Uint8Array(buffer), text = decoder.decode(buffer)
    let at = 0, key = '', end = 0
    const number = () => {
      const byte = bytes[at++]
      return byte < 128 ? byte : byte - 128 + 128 * number()
    }
    number()
    const parts = types.map(() => [end += number(), end += number()])
    reals = parts.map((it) => it[0])
    ends = parts.map((it) => it[1])
    const keys = Array.from({ length: number() }, () => {
      key = key.slice(0, number())
      const letters = number()
      key += text.slice(at, at += letters)
      const count = number(), length = count >> 1
      return { key, length, all: count & 1 ? number() : length }
    })
    for (const it of keys) {
      let entry = 0
      it.entries = []
      while (it.entries.length < it.length) {
        const step = number()
        entry += step >> 1
        it.entries.push(entry * 2 + step % 2)
      }
    }
    return keys
  }

  // ── Matching

  // A query is a list of words, a Thai one as clusters. The last may be the beginning of one.
  const wordsOf = (query) => {
    const words = runs(normalise(query)).map((run) => /[ก-๎]/.test(run) ? clusters(run) : run).filter((it) => it.length)
    const last = words.at(-1)
    while (last?.pop && last[1] && !/[ก-ฮเ-ไ]/.test(last.at(-1))) last.pop()
    // อ. of อ.เขื่องใน says nothing beside the name.
    const names = words.filter((it) => !/^[ก-ฮ]$/.test(it))
    return names.length ? names : words
  }

  // The keys of a word: rows of `size` clusters, in a loose search of a word that is not long each of them, else as many as cover it.
  const unitsOf = (word, isLast, size, isLoose) => {
    if (!word.pop) return [{ key: '@' + word, sound: '@' + wordSkeleton(word), isLast }]
    size = Math.min(size, word.length)
    const last = word.length - size, step = isLoose ? 1 + (last > 8) : 2
    return word.flatMap((_, at) => {
      const row = word.slice(at, at + size)
      return at > last || at % step && at < last ? []
        : { key: size + row.join(''), sound: size + row.map((it) => skeleton(it) + '.').join(''), isLast: isLast && at === last }
    })
  }

  // How many letters are missing or too many, and by half as many more wrong, where a text comes nearest to a word.
  const distance = (word, text) => {
    let row = [...word].map((_, at) => at + 1), least = row.length
    for (const letter of text) {
      let before = 0, diagonal = 0
      row = row.map((above, at) => {
        before = Math.min(diagonal + (word[at] === letter ? 0 : 1.5), above + 1, before + 1)
        diagonal = above
        return before
      })
      least = Math.min(least, before)
    }
    return least
  }

  // How well a key of the index matches: exactly 1, its beginning .85, its sound .6, in a loose search and of a Latin word with a wrong letter .4.
  const quality = ({ key, isLast, folded }, it, isLoose) => {
    // Words of which the beginning was typed, and in a loose search clusters on both sides of a letter that was not.
    const isWord = key[0] === '@', sign = isLoose ? key[0] : '@', have = it.key.replace('~', sign)
    if (have === key) return 1
    if (isLast && have.startsWith(key)) return .85
    const sound = (it.folded ??= fold(it.key)).replace('~', sign)
    if (!isWord && (sound === folded || isLast && sound.startsWith(folded))) return .6
    return (isLoose || isWord) && /^.\D{4}/.test(key) && Math.abs(key.length - have.length) < 2 && distance(key, have) < 2 + isWord && .4
  }

  // Entries that have all keys of all words, in a loose search any of them, as [entry, quality of its worst key, of all, score].
  const match = async (words, isLoose = 0) => {
    const ofWords = words.map((word, at) => (isLoose && word.length < 7 ? [3, 2] : [3]).flatMap((size) =>
      unitsOf(word, at === words.length - 1, size, isLoose).map((unit) => ({ ...unit, folded: fold(unit.key), keys: load(chunkOf(unit.sound), keysOf) }))))
    const units = ofWords.flat()
    for (const unit of units) {
      let have = .5
      unit.best = new Map()
      unit.titles = new Set()
      for (const it of await unit.keys) {
        const near = quality(unit, it, isLoose)
        if (!near) continue
        // What nearly every entry has is listed in part: it only adds to the score.
        unit.isSoft ||= it.all > it.length
        have += it.all
        for (const posting of it.entries) {
          const entry = posting >> 1
          if (!(unit.best.get(entry) >= near)) unit.best.set(entry, near)
          if (posting & !isLoose) unit.titles.add(entry)
        }
      }
      unit.weight = Math.log(1 + ends[5] / have)
    }
    const hard = units.filter((it) => !it.isSoft), needed = hard[0] ? hard : units
    const [fewest] = needed.sort((a, b) => a.best.size - b.best.size)
    return [...new Set((isLoose ? units : [fewest]).flatMap((it) => [...it.best.keys()]))].map((entry) => {
      let all = 0, score = 0
      for (const ofWord of ofWords) {
        let sum = 0
        for (const { best, weight } of ofWord) {
          const near = best.get(entry) || 0
          all += near
          sum += near * weight
        }
        score += sum * (ofWord.every((it) => it.titles.has(entry)) ? 2.5 : 1)
      }
      // The worst is not a number where a key is missing.
      return [entry, !isLoose && Math.min(...needed.map((it) => it.best.get(entry))), all, score]
    }).filter((it) => isLoose || it[1])
  }

  const isExact = (it) => it[1] > .8
  const byScore = (a, b) => b[3] - a[3] || a[0] - b[0]

  // What is found for words, the exact before what sounds so, which is asked for where few are exact.
  const find = async (words) => {
    if (!words.length) return []
    const last = words.at(-1)
    let found = await match(words)
    // A letter that is typed last may be silenced by what comes: then it belongs to the cluster before it.
    if (last.pop && /^[ก-ฮ][ิุ]?$/.test(last[1] && last.at(-1)) && found.filter(isExact).length < 10) {
      const joined = await match([...words.slice(0, -1), [...last.slice(0, -2), last.slice(-2).join('')]])
      // Of two that are one entry the better stays.
      found = [...new Map([...found, ...joined].sort((a, b) => a[1] - b[1]).map((it) => [it[0], it])).values()]
    }
    const exact = found.filter(isExact).sort(byScore)
    return exact[4] ? exact : [...exact, ...found.filter((it) => !isExact(it)).sort((a, b) => b[2] - a[2] || byScore(a, b))]
  }

  // ── Other keyboards

  // What a Thai keyboard (Kedmanee) writes for each character from ! to ~.
  const thai = '+.๒๓๔฿ง๖๗๕๙มขใฝจๅ/-ภถุึคตซวฒชฬฦ๑ฤฺฉฏฎโฌ็ณ๋ษศ?์ฯญ๐ฑฆธ๊ฮ")ํ(บฃลู๘_ฟิแกำดเ้ร่าสทืนยๆพหะีอไปัผฐฅ,%'
  const retyped = (query) => query.replace(/[!-~ก-๛]/g, (it) => /[ก-๛]/.test(query) ? String.fromCharCode(33 + thai.indexOf(it)) : thai[it.charCodeAt() - 33])

  // ── Results

  const recordOf = ([entry]) => load('r-' + entry.toString(36), (bytes) => JSON.parse(decoder.decode(bytes)))

  // A pattern of a word as pages may write it: other digits, hyphens and spaces inside; by its sound, other tones and letters too.
  const patterns = {}
  const pattern = (word, bySound) => patterns[word + bySound] ??= RegExp(word.replace(/./gs, (letter) => {
    const same = letter + (letter >= 0 ? '๐๑๒๓๔๕๖๗๘๙'[letter] : bySound ? Object.keys(alike).filter((it) => alike[it] === letter).join('') : '')
    return `[${same}]` + (bySound ? '(?:[ก-ฮ][ิุ]?์|[็-๎])*' : '') + '[-–,. ]?'
  }).slice(0, -8), 'gi')

  const whole = (word) => word.join?.('') || word

  // Where words stand in a text, as [how near, places]: 0 as they are, 1 as they sound, 2 in part at most.
  const look = (text, words) => {
    let worst = 0
    const found = words.flatMap((word) => {
      const rows = word.map?.((_, at) => fold(word.slice(at, at + 3).join(''))).slice(0, -2) || []
      for (const [level, some] of [[whole(word)], [fold(whole(word))], rows].entries()) {
        const found = some.flatMap((it) => [...text.matchAll(pattern(it, level))])
        worst = Math.max(worst, level)
        if (found[0]) return found
      }
      return []
    })
    const places = []
    for (const { index, 0: { length } } of found.sort((a, b) => a.index - b.index)) {
      const last = places.at(-1), end = index + length
      if (last?.[1] >= index) last[1] = Math.max(last[1], end)
      else places.push([index, end])
    }
    return [worst, places]
  }

  // Reads some of what was found, and notes how far each is from the words: below 2 it has them, as they are or as they sound.
  const read = (some, words) => Promise.all(some.map(async (it) => {
    const [, title, facts, texts] = await recordOf(it), all = [title, facts, texts].join()
    it[4] = 0
    for (const word of words) {
      const [level] = look(all, [word])
      it[4] += level < 2 ? level : 2 + distance(fold(whole(word)), fold(all))
    }
  }))
  const isNearer = (a, b) => isExact(b) - isExact(a) || (a[4] ?? 99) - (b[4] ?? 99)

  // Keys can be in an entry without being side by side: of the first results, those that have the words themselves come first.
  const checked = async (found, words, wanted) => {
    const pool = found.slice(0, 30), isRight = (it) => it[4] < 2
    for (let at = 0; at < pool.length && pool.filter(isRight).length < wanted; at += 10) {
      await read(pool.slice(at, at + 10), words)
      // They were found by other names.
      if (!pool.some(isRight)) return found
    }
    return [...pool.sort(isNearer), ...found.slice(30)]
  }

  // What has most of the keys. Few letters are a word that is spelled in another way, many a question of which nothing has all.
  const loose = async (words) => {
    const letters = fold(words.map(whole).join('')).length
    const found = (await match(words, 1)).sort(byScore).filter((it, _, [best]) => it[3] >= best[3] / 2)
    if (letters > 19) return found
    const pool = found.slice(0, 20)
    await read(pool, words)
    const near = pool.sort(isNearer).filter((it) => it[4] <= Math.min(pool[0][4] + 1, 2 + letters / 4))
    return near[0] || letters < 8 ? near : found
  }

  // The passage with most of the words, cut at spaces around the first.
  const snippetOf = (texts, words) => {
    const [[text, [, places]]] = [...texts, ''].map((it) => [it, look(it, words)]).sort(([, a], [, b]) => a[0] - b[0] || b[1].length - a[1].length)
    const start = places[0]?.[0] - 40, from = start > 20 ? text.lastIndexOf(' ', start) + 1 : 0
    const [cut] = text.slice(from).match(/.{0,160}\S*/s)
    const snippet = (from ? '…' : '') + cut + (text[from + cut.length] ? '…' : '')
    return { snippet, ranges: places.map((it) => it.map((at) => at - from + !!from)).filter((it) => it[1] <= snippet.length) }
  }

  const numberOf = ([entry]) => ends.findIndex((it) => entry < it)
  const typeOf = (it) => types[numberOf(it)]
  const isExample = (it) => it[0] >= reals[numberOf(it)]

  const resultOf = async (found, words) => {
    const [address, title, facts, texts, example, lang] = await recordOf(found)
    return {
      url: guide.slice(0, -12) + encodeURI(address) + (guide[0] === '/' ? '' : 'index.html'),
      type: typeOf(found), title, titleRanges: look(title, words)[1], facts, ...snippetOf(texts, words), lang, near: !isExact(found), example,
    }
  }

  const search = async (query, { type, limit = 10, offset = 0 } = {}) => {
    await once('', async () => {
      [folder, searchChunks] = searchIndex?.split(' ') ?? await script(guide)
      folder = guide.slice(0, -5) + folder
    })
    let words = wordsOf(query), found = await find(words), suggestion
    if (!found.length && words.length) {
      const other = retyped(query)
      found = await find(wordsOf(other))
      if (found.length) words = wordsOf(suggestion = other)
      else found = await loose(words)
    }
    // Of each type what is real, and how many examples beside it.
    const counts = {}
    for (const it of found) (counts[typeOf(it)] ??= [0, 0])[+isExample(it)] += 1
    if (type) found = found.filter((it) => typeOf(it) === type)
    // Latin words are whole keys, and often other names.
    if (found[0]?.[1] && offset < 30 && words.some((it) => it.pop)) found = await checked(found, words, offset + limit)
    const results = await Promise.all(found.slice(offset, offset + limit).map((it) => resultOf(it, words)))
    // `found` is everything, nothing read: lists and shorter words need no more.
    return { query, found, total: found.length, examples: found.filter(isExample).length, counts, suggestion, results }
  }

  window.salaSearch = {
    search,
    script,
    take: (block) => { taken = block },
  }
})()
