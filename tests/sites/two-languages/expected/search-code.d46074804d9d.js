(() => {
const page = document.documentElement
const [, root, index, language] = page.dataset.search.match(/^(.*?)(search\/[^/]+\/)(\w+)$/)
const types = ['district', 'topic', 'center', 'best-practice', 'activity', 'page']
const normalise = (text) => text.normalize('NFC').toLowerCase()
.replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
.replace(/[๐-๙]/g, (it) => it.charCodeAt(0) - 0xe50)
.replace(/ํ([่-๋])า|([่-๋])ํา|ํา/g, '$1$2ำ').replace(/เเ/g, 'แ').replace(/([่-๋])([ัิ-ู])/g, '$2$1')
.replace(/(\d),(?=\d{3}(?!\d))/g, '$1').replace(/(\d)[-–](?=\d)/g, '$1')
.replace(/([ก-ฮ])\.(?=[ก-ฮ]{1,4}\.)/g, '$1').replace(/(^|[^ก-ฺเ-๎])([ก-ฮ])\./g, '$1$2 ').replace(/([ก-ฮ])\./g, '$1')
const runs = (text) => text.match(/[ก-ฺเ-๎]+|[a-z\dÀ-ɏ]+/g) || []
const clusters = (run) => run.match(
/(?:เ[ก-ฮ]ี[่-๋]?ย(?![ะ-ฺ็-๋])|เ[ก-ฮ]ื[่-๋]?อ(?![ะ-ฺ็-๋])|[ก-ฮ]ั[่-๋]?ว(?![ะ-ฺ็-๋])|[เ-ไ]?[ก-ฮ][ะ-ฺ็-๋ํ๎ๅ]*)(?:[ก-ฮ][ิุ]?์)?|[ะ-๎]/g
) || []
const alike = {}
for (const [same, ...letters] of ['สศษ', 'นณ', 'ยญ', 'ดฎ', 'ตฏ', 'ถฐ', 'ทฑฒธ', 'พภ', 'คฆฅ', 'ชฌ', 'ลฬ', 'ขฃ', 'ไใ', 'าๅ']) {
for (const letter of letters) alike[letter] = same
}
const fold = (text) => text.replace(/[ก-ฮ][ิุ]?์|[็-๎]/g, '').replace(/./gs, (it) => alike[it] || it)
const skeleton = (cluster) => fold(cluster.match(/[ก-ฮ]/)?.[0] || '')
const wordSkeleton = (word) => /^\d/.test(word) ? word.slice(0, 3)
: (word.replace(/([kptc])h/g, '$1').replace(/[aeiouyw]/g, '').replace(/(.)\1+/g, '$1') || word[0]).slice(0, 3)
const chunkOf = (sound) => {
let hash = 0x811c9dc5
for (const it of sound) hash = Math.imul(hash ^ it.charCodeAt(0), 0x01000193)
return ((hash >>> 0) % page.dataset.searchChunks).toString(36)
}
const chunks = {}, taken = {}
const script = (src) => new Promise((resolve, reject) => {
const it = document.createElement('script')
it.src = src
it.onload = resolve
it.onerror = () => reject(Error(src))
document.head.append(it)
})
const load = (name, read) => chunks[name] ??= script(`${root}${index}${language}/${name}.js`).then(async () => {
const block = Uint8Array.from(atob(taken[`${language}/${name}`]), (it) => it.charCodeAt(0))
if (!window.DecompressionStream && !salaSearch.inflate) await script(page.dataset.searchInflate)
return read(salaSearch.inflate ? salaSearch.inflate(block) : new Uint8Array(await new Response(
new Blob([block]).stream().pipeThrough(new DecompressionStream('deflate'))).arrayBuffer()))
}).catch((error) => {
delete chunks[name] // The next query tries again.
throw error
})
const text = (bytes) => {
let text = ''
for (let at = 0; at < bytes.length; at++) {
const it = bytes[at]
text += String.fromCharCode(it < 128 ? it : it < 255 ? it + 0xd80 : bytes[++at] * 256 + bytes[++at])
}
return text
}
let ends // How many entries there are up to the end of each type.
const keysOf = (bytes) => {
let at = 0, before = ''
const number = () => {
let number = 0, shift = 1, byte
do {
byte = bytes[at++]
number += (byte & 127) * shift
shift *= 128
} while (byte > 127)
return number
}
number()
let end = 0
ends = types.map(() => end += number())
const keys = Array.from({ length: number() }, () => {
const shared = before.slice(0, number()), length = number()
before = shared + text(bytes.subarray(at, at += length))
const count = number()
return { key: before, count: count >> 1, isCut: count & 1, all: count & 1 ? number() : count >> 1, folded: fold(before) }
})
for (const key of keys) {
let entry = 0
key.entries = Array.from({ length: key.count }, () => {
const step = number()
entry += step >> 1
return entry * 2 + (step & 1)
})
}
return keys
}
const wordsOf = (query) => {
let words = runs(normalise(query)).map((run) => /[a-z\dÀ-ɏ]/.test(run) ? run : clusters(run)).filter((it) => it.length)
const last = words.at(-1)
while (last?.pop && last.length > 1 && !skeleton(last.at(-1))) last.pop()
const names = words.filter((it) => !it.pop || !/^[ก-ฮ]?$/.test(it.join('')))
return names.length ? names : words
}
const unitsOf = (word, isLast, size, step) => {
if (!word.pop) return [{ key: '@' + word, sound: '@' + wordSkeleton(word), isLast }]
const most = Math.min(size, word.length), last = word.length - most
return word.flatMap((_, at) => at > last || at % step && at < last ? [] : {
key: most + word.slice(at, at + most).join(''),
sound: most + word.slice(at, at + most).map((it) => skeleton(it) + '.').join(''),
isLast: isLast && at === last,
})
}
const isNear = (a, b, left) => {
let same = 0
while (same < a.length && a[same] === b[same]) same++
const [x, y] = [a.slice(same), b.slice(same)]
return x === y || left > 0 && (isNear(x.slice(1), y, left - 1) || isNear(x, y.slice(1), left - 1) ||
isNear(x.slice(1), y.slice(1), left - 1) || x[0] === y[1] && x[1] === y[0] && isNear(x.slice(2), y.slice(2), left - 1))
}
const quality = ({ key, isLast }, it, isLoose) => {
const isWord = key[0] === '@'
if (it.key[0] !== key[0] && !(isWord && isLast && it.key[0] === '~')) return 0
const [want, have] = [key.slice(1), it.key.slice(1)]
if (want === have) return 1
if (isLast && have.startsWith(want)) return .85
const [sound, other] = isWord ? [want, have] : [fold(want), it.folded.slice(1)]
if (sound === other || isLast && other.startsWith(sound)) return .6
if (!isLoose || sound.length < 3 || /\d/.test(want)) return 0
const left = isWord && want.length > 5 ? 2 : 1
return isNear(sound, isLast ? other.slice(0, sound.length) : other, left) ? .35 : 0
}
const match = async (words, isLoose) => {
const units = words.map((word, at) => {
const isLast = at === words.length - 1
const step = isLoose ? 1 : word.length > 12 ? 3 : word.length > 6 ? 2 : 1
return [...unitsOf(word, isLast, 3, step), ...isLoose && word.length > 2 && word.pop ? unitsOf(word, isLast, 2, 1) : []]
})
for (const unit of units.flat()) unit.keys = load(chunkOf(unit.sound), keysOf)
for (const unit of units.flat()) {
unit.found = (await unit.keys).map((it) => [it, quality(unit, it, isLoose)]).filter((it) => it[1])
}
const isSoft = (unit) => unit.found.some(([it]) => it.isCut)
const isNeeded = units.flat().every(isSoft) ? () => true : (unit) => !isSoft(unit)
const count = ends.at(-1)
const score = new Float32Array(count), hits = new Uint8Array(count), worst = new Float32Array(count).fill(1)
let needed = 0, total = 0
for (const word of units) {
const sum = new Float32Array(count), titles = new Uint8Array(count)
for (const unit of word) {
const best = new Float32Array(count), inTitle = new Uint8Array(count)
let all = .5
for (const [{ entries, all: some }, quality] of unit.found) {
all += some
for (const it of entries) {
const entry = it >> 1
inTitle[entry] |= it & 1
if (best[entry] < quality) best[entry] = quality
}
}
const weight = Math.log(1 + (count + .5) / Math.min(all, count))
const counts = isNeeded(unit)
needed += counts
total += weight
for (let entry = 0; entry < count; entry++) {
const it = best[entry]
if (!it) continue
sum[entry] += it * weight
titles[entry] += inTitle[entry]
hits[entry] += counts
if (counts && it < worst[entry]) worst[entry] = it
}
}
for (let entry = 0; entry < count; entry++) score[entry] += sum[entry] * (titles[entry] === word.length ? 2.5 : 1)
}
const found = []
for (let entry = 0; entry < count; entry++) {
if (isLoose ? score[entry] > total / 3 : needed && hits[entry] === needed) found.push([entry, score[entry], isLoose ? 0 : worst[entry]])
}
return found
}
const isExact = (it) => it[2] > .8
const find = async (words) => {
if (!words.length) return []
const best = new Map()
const add = (found) => found.forEach((it) => {
const known = best.get(it[0])
if (!known || known[2] < it[2]) best.set(it[0], it)
})
add(await match(words))
let found = [...best.values()]
const last = words.at(-1)
if (last.pop && last.length > 1 && /^[ก-ฮ][ิุ]?$/.test(last.at(-1)) && found.filter(isExact).length < 10) {
add(await match([...words.slice(0, -1), [...last.slice(0, -2), last.slice(-2).join('')]]))
found = [...best.values()]
}
const exact = found.filter(isExact)
return (exact.length < 5 ? found : exact).sort((a, b) => isExact(b) - isExact(a) || b[1] - a[1] || a[0] - b[0])
}
const latin = '1234567890-=qwertyuiop[]\\asdfghjkl;\'zxcvbnm,./!@#$%^&*()_+QWERTYUIOP{}|ASDFGHJKL:"ZXCVBNM<>?'
const thai = 'ๅ/-ภถุึคตจขชๆไำพะัีรนยบลฃฟหกดเ้่าสวงผปแอิืทมใฝ+๑๒๓๔ู฿๕๖๗๘๙๐"ฎฑธํ๊ณฯญฐ,ฅฤฆฏโฌ็๋ษศซ.()ฉฮฺ์?ฒฬฦ'
const retyped = (query) => {
const [from, to] = /[ก-๎]/.test(query) ? [thai, latin] : [latin, thai]
return query.replace(/\S/g, (it) => to[from.indexOf(it)] || it)
}
const pattern = (word, isLoose) => [...isLoose ? fold(word) : word].map((letter) => {
if (/\d/.test(letter)) return `[${letter}${String.fromCharCode(0xe50 + +letter)}]`
const same = Object.keys(alike).filter((it) => alike[it] === letter).join('')
return isLoose ? `[${letter}${same}](?:[ก-ฮ][ิุ]?์|[็-๎])*` : letter
}).join('[-–,. ]?')
const rangesIn = (text, words) => {
const whole = words.map((it) => it.pop ? it.join('') : it)
const rows = words.flatMap((it) => it.pop ? it.map((_, at) => it.slice(at, at + 3)).filter((it) => it.length > 2).map((it) => it.join('')) : [])
for (const [parts, isLoose] of [[whole, false], [whole, true], [rows, true]]) {
const ranges = parts.flatMap((it) => [...text.matchAll(RegExp(pattern(it, isLoose), 'gi'))])
.filter((it) => it[0]).map((it) => [it.index, it.index + it[0].length]).sort((a, b) => a[0] - b[0])
const joined = []
for (const it of ranges) {
const last = joined.at(-1)
if (last && it[0] <= last[1]) last[1] = Math.max(last[1], it[1])
else joined.push(it)
}
if (joined.length) return joined
}
return []
}
const snippetOf = (texts, words) => {
let text = texts[0] || '', ranges = []
for (const it of texts) {
const found = rangesIn(it, words)
if (found.length > ranges.length) [text, ranges] = [it, found]
}
const isInside = (at) => at > 0 && at < text.length && (/[ะ-ฺ็-๎]/.test(text[at]) || /[เ-ไ]/.test(text[at - 1]))
let from = Math.max(0, (ranges[0]?.[0] || 0) - 50), to = from + 180
if (from < 20) from = 0
const space = text.indexOf(' ', from) + 1
if (from && space && space < ranges[0][0]) from = space
while (isInside(from)) from--
while (isInside(to)) to++
const before = from ? '…' : '', shift = before.length - from
return {
snippet: before + text.slice(from, to) + (to < text.length ? '…' : ''),
ranges: ranges.filter((it) => it[1] <= to).map((it) => it.map((at) => at + shift)),
}
}
const href = (address) => root + address.split('/').map(encodeURIComponent).join('/') +
(/^\//.test(root) || address && !address.endsWith('/') ? '' : 'index.html')
const resultOf = async ([entry, , worst], words) => {
const records = await load('r-' + (entry >> 1).toString(36), (bytes) => JSON.parse(text(bytes)))
const [address, title, facts, texts, example, lang] = records[entry & 1]
return {
url: href(address), type: types[ends.findIndex((it) => entry < it)], title, titleRanges: rangesIn(title, words), facts,
...snippetOf(texts, words), lang: lang || undefined, near: worst <= .8, example: !!example,
}
}
const search = async (query, { type, limit = 10, offset = 0, signal } = {}) => {
let words = wordsOf(query), found = await find(words), suggestion
if (!found.length) {
const other = wordsOf(retyped(query))
found = await find(other)
if (found.length) [words, suggestion] = [other, retyped(query)]
else if (words.length) found = (await match(words, true)).sort((a, b) => b[1] - a[1])
}
const counts = {}
types.forEach((it, at) => counts[it] = found.filter(([entry]) => entry < ends[at] && entry >= (ends[at - 1] || 0)).length)
const at = types.indexOf(type)
if (at >= 0) found = found.filter(([entry]) => entry < ends[at] && entry >= (ends[at - 1] || 0))
const results = await Promise.all(found.slice(offset, offset + limit).map((it) => resultOf(it, words)))
signal?.throwIfAborted()
return { query, total: found.length, counts, near: !!found.length && !found.some(isExact), suggestion, results }
}
window.salaSearch = {
search,
suggest: async (query, options) => (await search(query, { limit: 8, ...options })).results,
take: (name, block) => { taken[name] = block },
normalise, runs, clusters, fold,
}
})()
;
(() => {
const byId = (id) => document.getElementById(id)
const field = byId('q')
const list = byId('suggestions')
const { form } = field
const say = (words, values) => words.replace(/{(\w+)}/g, (_, key) => values[key].toLocaleString(form.dataset.numbers))
const copies = (name, hits) => hits.map((hit, at) => {
const copy = byId(name).content.cloneNode(true)
const write = (part, text, ranges = [], lang) => {
const element = copy.querySelector(part)
let end = 0
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
for (const it of ['near', 'example']) copy.firstElementChild.toggleAttribute(`data-${it}`, hit[it])
Object.assign(copy.querySelector('a'), { href: hit.url, id: name + at })
return copy
})
let current = 0
let turn = 0
const choose = (to) => {
const ring = [field, ...list.children]
current = (to + ring.length) % ring.length
ring.forEach((it, at) => at && (it.ariaSelected = at === current))
ring[current].scrollIntoView({ block: 'nearest' })
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
const suggest = async () => {
const mine = (turn += 1)
await new Promise((done) => setTimeout(done, 90))
const hits = mine === turn && (await salaSearch.suggest(field.value).catch(() => []))
if (mine === turn) offer(hits)
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
const asked = new URLSearchParams(location.search)
const { q: query, type = '', page = 1 } = Object.fromEntries(asked)
const show = async (results, found) => {
field.value = query
results.ariaBusy = true
found.textContent = found.dataset.busy
const it = await salaSearch.search(query, { type, offset: page * 10 - 10 }).catch(() => ({ counts: {}, results: [] }))
const count = it.total
const state = it.suggestion ? 'instead' : count > 1 ? 'some' : count ?? 'failed'
found.textContent = say(found.dataset[state], { ...it, count })
document.title = `${found.textContent} – ${document.title}`
results.append(...copies('result', it.results))
const lead = (link, key, value, isThere) => {
asked.set(key, value)
link.href = `?${asked}`
link.hidden = !isThere
}
lead(byId('previous'), 'page', page - 1, page > 1)
lead(byId('next'), 'page', +page + 1, count > page * 10)
asked.delete('page')
for (const link of byId('types').children) {
const own = link.dataset.type
const of = it.counts[own]
lead(link, 'type', own, !own || of)
link.append(of ? say('{of}', { of }) : '')
link.ariaCurrent = own === type
}
Object.assign(results.dataset, { total: count ?? 0, query })
results.ariaBusy = false
}
if (query && byId('results')) show(byId('results'), byId('found'))
})()
;
