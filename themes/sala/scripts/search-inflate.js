// Inflates zlib blocks (RFC 1950, 1951) where a browser has no DecompressionStream: before Chrome 80, Firefox 113 and Safari 16.4.
salaSearch.inflate = (block) => {
  const out = []
  let at = 2, bit = 0 // The header of zlib has two bytes.

  const bits = (count) => {
    let value = 0
    for (let i = 0; i < count; i++) {
      value |= (block[at] >> bit & 1) << i
      if (++bit > 7) [bit, at] = [0, at + 1]
    }
    return value
  }

  // A Huffman code: how many symbols there are of each length, and the symbols in the order of their codes.
  const code = (lengths) => {
    const counts = Array(16).fill(0), symbols = []
    for (let length = 1; length < 16; length++) {
      lengths.forEach((it, symbol) => {
        if (it !== length) return
        counts[length]++
        symbols.push(symbol)
      })
    }
    return { counts, symbols }
  }

  const symbol = ({ counts, symbols }) => {
    let value = 0, first = 0, index = 0
    for (let length = 1; length < 16; length++) {
      value |= bits(1)
      if (value - first < counts[length]) return symbols[index + value - first]
      index += counts[length]
      first = first + counts[length] << 1
      value <<= 1
    }
    throw Error('not deflated')
  }

  // The first of each group of lengths and of distances, and how many bits tell which of the group.
  const groups = (count, first, start, step) => {
    const bases = [], extra = []
    for (let i = 0, base = start; i < count; i++) {
      extra.push(i < first ? 0 : Math.floor((i - first) / step) + 1)
      bases.push(base)
      base += 1 << extra[i]
    }
    return { bases, extra }
  }
  const lengths = groups(28, 8, 3, 4), distances = groups(30, 4, 1, 2)
  lengths.bases.push(258)
  lengths.extra.push(0)

  const plain = code(Array.from({ length: 288 }, (_, it) => it < 144 ? 8 : it < 256 ? 9 : it < 280 ? 7 : 8))
  const plainDistances = code(Array(30).fill(5))

  const codes = () => {
    const [ofLetters, ofDistances, ofLengths] = [bits(5) + 257, bits(5) + 1, bits(4) + 4]
    const written = Array(19).fill(0)
    const order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
    for (let i = 0; i < ofLengths; i++) written[order[i]] = bits(3)
    const reader = code(written), all = []
    while (all.length < ofLetters + ofDistances) {
      const it = symbol(reader)
      if (it < 16) all.push(it)
      else {
        const again = it === 16 ? all.at(-1) : 0
        for (let left = it === 16 ? bits(2) + 3 : it === 17 ? bits(3) + 3 : bits(7) + 11; left > 0; left--) all.push(again)
      }
    }
    return [code(all.slice(0, ofLetters)), code(all.slice(ofLetters))]
  }

  let isLast
  do {
    isLast = bits(1)
    const kind = bits(2)
    if (!kind) {
      if (bit) [bit, at] = [0, at + 1]
      const length = block[at] | block[at + 1] << 8
      at += 4
      for (let i = 0; i < length; i++) out.push(block[at++])
      continue
    }
    const [letters, far] = kind === 1 ? [plain, plainDistances] : codes()
    for (let it = symbol(letters); it !== 256; it = symbol(letters)) {
      if (it < 256) out.push(it)
      else {
        let left = lengths.bases[it - 257] + bits(lengths.extra[it - 257])
        const group = symbol(far), distance = distances.bases[group] + bits(distances.extra[group])
        while (left--) out.push(out[out.length - distance])
      }
    }
  } while (!isLast)
  return Uint8Array.from(out)
}
