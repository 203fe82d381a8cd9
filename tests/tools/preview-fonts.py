#!/usr/bin/env python3
"""Makes the fonts of link previews from the theme's web fonts, and writes down how HarfBuzz sets Thai with them.

    pip install fonttools brotli uharfbuzz && tests/tools/preview-fonts.py

The theme's looped face is one file a weight; a drawing needs them without compression. Licence: OFL.txt,
which lies beside them. `harfbuzz.txt` is the reference of a test: a text, then glyph, x, y and advance of each letter in its order.
"""
import pathlib

import uharfbuzz
from fontTools.ttLib import TTFont

ROOT = pathlib.Path(__file__).resolve().parents[2]
WEB = ROOT / "themes/sala/static/fonts"
MADE = ROOT / "src/preview/fonts"
TEXTS = [
    "ศูนย์ผู้นำจิตอาสาพัฒนาชุมชน ตำบลหัวดอน",
    "น้ำยืน", "ปั๊มน้ำ ป๊ำ ก๊ำ", "ญี่ปุ่น ญู ฐุ ฎู", "ฟื้นฟู ฝั่งโขง ไฟฟ้า", "ที่ยั่งยืน ผู้ใหญ่ กิ๊กํ้า", "ฬิ้ หฺรฺ สีสฺยํ",
    "ตาลสุม สว่างวีระวงศ์ ๑๒ ปี", "เเม่ แม่ โต๊ะ ใหญ่ ไทย", "Natural indigo dyeing AVATO 2568", "ครามธรรมชาติ (Natural indigo) 12–15 คน…",
]


def font(weight):
    face = TTFont(WEB / f"looped-{weight}.woff2", recalcTimestamp=False)
    face.flavor = None
    face.save(MADE / f"looped-{weight}.ttf")


def shaped(weight, text):
    face = uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(MADE / f"looped-{weight}.ttf"))))
    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.direction = "ltr"
    buffer.script = "Thai" if any("\u0e01" <= letter <= "\u0e5b" for letter in text) else "Latn"
    uharfbuzz.shape(face, buffer, {})
    letters = zip(buffer.glyph_infos, buffer.glyph_positions)
    return " ".join(f"{it.codepoint},{at.x_offset},{at.y_offset},{at.x_advance}" for it, at in letters)


for weight in (400, 700):
    font(weight)
reference = [f"{weight} {text}\n{shaped(weight, text)}\n" for weight in (400, 700) for text in TEXTS]
(MADE / "harfbuzz.txt").write_text("".join(reference), encoding="utf-8")
