// Pages and questions that nothing was made to fit: a directory of thousands of centres, put together by chance from the sentences of the
// corpus and from syllables of names. The same pages and questions in every run. Nobody in them exists.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { corpus } from './corpus.mjs'

const words = (text) => text.split(' ')
const places = [
  words('บ้าน หนอง โนน ดอน โคก นา ห้วย ท่า บึง ป่า ทุ่ง คำ เหล่า กุด โพน วัง แก้ง ไร่ ดง สระ ปาก หัว ศรี ไผ่ โพธิ์ เมือง สวน คลอง บาง ถ้ำ เขา ภู แม่ สัน ควน เกาะ ลำ น้ำ ร่อง'),
  words('ใหญ่ น้อย แดง ขาว ดำ เขียว งาม สูง ยาว กว้าง ไผ่ บัว มะม่วง ขาม แก้ว ทอง เงิน ใหม่ เก่า กลาง เหนือ ใต้ ช้าง เสือ กวาง หมู ไก่ ปลา เต่า ตะเคียน ยาง จาน สิม ธาตุ คู่ ตูม หว้า แสง ชัย สวรรค์ พระ ขี้เหล็ก สะอาด เจริญ พัฒนา สามัคคี อุดม ไฮ คูณ หิน ทราย เกลือ ชุม แวง แต้ แฝก กอก กระเบา หญ้า ข่า แห้ว'),
]
const surnames = [
  words('ศรี วงศ์ พงษ์ สุข บุญ ทอง แก้ว จันทร์ ชัย เดช พิทักษ์ อินทร์ สิงห์ ธรรม รัตน ปัญญา วิเศษ ประเสริฐ สมบัติ มั่น คำ ดวง แสง พรหม เทพ นาม จิตร ภักดี กิตติ ไชย ราช มณี สาร โสภา ศักดิ์ ณรงค์ ฐิติ ธนา ฤทธิ์ เพชร'),
  words('กุล วงศ์ สุข ดี มา ทอง ศรี พันธ์ รัตน์ ชัย สกุล งาม ใจ เจริญ มั่นคง ภักดี วัฒน์ นนท์ ผล คำ ภา แสน เดช ลาภ สมบูรณ์ พงศ์ ธร เสน สาย หาญ กล้า ไพศาล อนันต์ บุตร นารถ ประทุม โสดา ทรัพย์ วิไล ชาติ'),
]
const firstNames = words('สมชาย สมหญิง ประยูร วิชัย มาลี บุญมี คำปอง อุไร สุดใจ ทองดี ไพรวัลย์ จิราพร สุนทร ณัฐพล ธีรยุทธ ปราณี ศิริพร เกษม อำนาจ รัชนี กัญญา ภาณุวัฒน์ ฐิติมา เฉลิม ชูชาติ วรรณา นงลักษณ์ พิมพ์ใจ สายสมร ถาวร')
const forms = words('นาย นาง นางสาว')

const segments = new Intl.Segmenter('th', { granularity: 'word' })
const cut = (text) => [...segments.segment(text)].map((it) => it.segment)
const sentences = [...new Set(corpus.flatMap((it) => it.body))].map(cut)

let seed
const chance = () => {
  seed = (Math.imul(seed, 1103515245) + 12345) >>> 0
  return (seed >>> 8) / 2 ** 24
}
const between = (least, most) => least + Math.floor(chance() * (most - least + 1))
const one = (list) => list[between(0, list.length - 1)]

const place = () => one(places[0]) + one(places[1]) + (chance() < 0.25 ? one(places[1]) : '')
const surname = () => one(surnames[0]) + (chance() < 0.4 ? one(surnames[0]) : '') + one(surnames[1])
const thai = (number) => (chance() < 0.4 ? String(number).replace(/\d/g, (it) => '๐๑๒๓๔๕๖๗๘๙'[it]) : number)

/** A sentence of the corpus, or the beginning of one and the end of another. */
function sentence() {
  const [a, b] = [one(sentences), one(sentences)]
  if (chance() < 0.45) return a.join('')
  return [...a.slice(0, between(2, Math.max(2, a.length - 2))), ...b.slice(between(1, Math.max(1, b.length - 3)))].join('')
}

/** So many pages: `{ url, title, body }`, and what they are asked for by, `{ places, surnames }`. */
export function unseenPages(count) {
  seed = 12345
  const provinces = Array.from({ length: 77 }, place)
  const districts = Array.from({ length: 878 }, () => ({ name: place(), province: one(provinces) }))
  return Array.from({ length: count }, (_, number) => {
    const { name, province } = one(districts)
    const subdistrict = place()
    const names = [surname(), surname()]
    const person = (surname) => `${one(forms)}${one(firstNames)} ${surname}`
    const title = chance() < 0.8 ? `ศูนย์เรียนรู้ชุมชนตำบล${subdistrict} อำเภอ${name}` : sentence().slice(0, 60)
    const body = [
      `ตั้งอยู่หมู่ที่ ${thai(between(1, 20))} บ้าน${place()} ตำบล${subdistrict} อำเภอ${name} จังหวัด${province} รหัสไปรษณีย์ ${between(10000, 96000)} โทรศัพท์ 08${between(1, 9)}-${between(100, 999)}-${between(1000, 9999)}`,
      `ก่อตั้งเมื่อปี พ.ศ. ${thai(between(2530, 2568))} มีประธานศูนย์คือ ${person(names[0])} และเลขานุการคือ ${person(names[1])}`,
      ...Array.from({ length: between(5, 9) }, sentence),
    ]
    return { url: `/p${number}/`, title, body, places: [subdistrict, `ตำบล${subdistrict}`, name], surnames: names }
  })
}

/** Writes them as a site whose every page is one of `content/pages/`. */
export function writeUnseen(pages, folder, hasSearch) {
  mkdirSync(join(folder, 'content/pages'), { recursive: true })
  const off = ['calendar', 'contact_cards', 'leaflets', 'previews', 'qr', 'offline', ...(hasSearch ? [] : ['search'])]
  writeFileSync(join(folder, 'content/site.toml'), [
    'title = "ศูนย์เรียนรู้ชุมชน"',
    'base_url = "https://directory.example.go.th/"',
    'province = "อุบลราชธานี"',
    'languages = ["th"]',
    '[output]',
    ...off.map((it) => `${it} = false`),
    '',
  ].join('\n'))
  for (const { url, title, body } of pages) {
    const text = `+++\ntitle = ${JSON.stringify(title)}\nsummary = ${JSON.stringify(body[2])}\n+++\n\n${body.join('\n\n')}\n`
    writeFileSync(join(folder, `content/pages/${url.slice(1, -1)}.md`), text)
  }
}

const homophones = { ศ: 'ส', ส: 'ศ', ษ: 'ส', ณ: 'น', น: 'ณ', ธ: 'ท', ท: 'ธ', ภ: 'พ', พ: 'ภ', ญ: 'ย', ฐ: 'ถ', ฒ: 'ท', ใ: 'ไ', ไ: 'ใ', ล: 'ฬ' }

/** What people do to a word, by kind: a change of one letter that a pattern finds, of the end, or none. */
const slips = {
  'as written': (text) => text,
  'missing tone': (text) => changed(text, /[่-๋]/, () => ''),
  'homophone letter': (text) => changed(text, /[ศสษณนธทภพญฐฒใไล]/, (it) => homophones[it]),
  truncated: (text) => text.slice(0, -between(1, 2)),
  'missing letter': (text) => changed(text, /[ก-ฮ]/, () => ''),
}

function changed(text, letters, change) {
  const at = [...text].flatMap((it, at) => (letters.test(it) ? at : []))
  const here = at.length > 0 && one(at)
  return here === false ? undefined : text.slice(0, here) + change(text[here]) + text.slice(here + 1)
}

/** So many questions of each kind: `{ query, kind, of, wanted }`, where a right page has what is wanted. */
export function unseenQueries(pages, count) {
  seed = 54321
  const asked = {
    phrase: (it) => {
      const all = cut(one(it.body.slice(2))).filter((it) => it.trim())
      const length = between(2, 4)
      const at = between(0, Math.max(0, all.length - length))
      return all.slice(at, at + length).join('')
    },
    place: (it) => one(it.places),
    surname: (it) => one(it.surnames),
  }
  const kinds = Object.keys(slips)
  const queries = []
  while (queries.length < count * kinds.length) {
    const of = one(['phrase', 'phrase', 'place', 'surname'])
    const kind = kinds[queries.length % kinds.length]
    const word = asked[of](one(pages))
    const query = /^[ก-๎]{4,}$/.test(word) && slips[kind](word)
    if (query) queries.push({ query, kind, of, wanted: kind === 'truncated' ? query : word })
  }
  return queries
}

/** So many substrings of pages, in clusters: two to eight in a row. */
export function unseenRows(pages, count, clusters) {
  seed = 999
  const rows = []
  while (rows.length < count) {
    const runs = one(one(pages).body.slice(2)).match(/[ก-๎]+/g) ?? []
    const own = runs.length > 0 ? clusters(one(runs)) : []
    const length = between(2, 8)
    const at = between(0, own.length - length)
    const row = at < 0 ? [] : own.slice(at, at + length)
    if (row.length > 1 && row.every((it) => /[ก-ฮ]/.test(it))) rows.push(row)
  }
  return rows
}
