#!/usr/bin/env python3
"""Draws the pictures of the example entries (content/centers/examples/) and their two one-page documents.

Every picture is an SVG made from sines and a seeded generator, drawn by headless Chromium at 1600 x 1000
and stored by Pillow, so the same machine draws the same bytes again. No photograph, no person.

Needs: python3 with Pillow, Chromium (variable CHROMIUM, default "chromium").
Use:   python3 tests/tools/draw-examples.py [name ...]
"""
import io
import math
import os
import random
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image

ROOT = Path(__file__).resolve().parents[2] / "content" / "centers" / "examples"
# The theme's own letters, so that papers look alike wherever they are drawn.
FACE = ROOT.parents[2] / "themes" / "sala" / "static" / "fonts" / "looped-400.woff2"
W, H = 1600, 1000
LIMIT = 118_000  # bytes a picture may have

INDIGO, NIGHT, CREAM, CLAY = "#2b4478", "#1b2b52", "#f7eedd", "#b65a3f"
GOLD, LEAF, FOREST, WOOD, BARK = "#dca748", "#7ba05b", "#3d6b4a", "#8a5a3c", "#5e3d2b"
SKIN = ["#c98f66", "#b57b54", "#d7a57d", "#a96f4b"]


# ---- small shapes ------------------------------------------------------------------------------------

def rect(x, y, w, h, fill, r=0, extra=""):
    return f'<rect x="{x:.1f}" y="{y:.1f}" width="{w:.1f}" height="{h:.1f}" rx="{r}" fill="{fill}" {extra}/>'


def circle(x, y, r, fill, extra=""):
    return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{r:.1f}" fill="{fill}" {extra}/>'


def ellipse(x, y, rx, ry, fill, extra=""):
    return f'<ellipse cx="{x:.1f}" cy="{y:.1f}" rx="{rx:.1f}" ry="{ry:.1f}" fill="{fill}" {extra}/>'


def path(d, fill="none", extra=""):
    return f'<path d="{d}" fill="{fill}" {extra}/>'


def line(d, stroke, width, extra=""):
    return f'<path d="{d}" fill="none" stroke="{stroke}" stroke-width="{width}" stroke-linecap="round" stroke-linejoin="round" {extra}/>'


def gradient(name, *stops, across=False):
    way = 'x2="1" y2="0"' if across else 'x2="0" y2="1"'
    inner = "".join(f'<stop offset="{at}" stop-color="{colour}"/>' for at, colour in stops)
    return f'<linearGradient id="{name}" x1="0" y1="0" {way}>{inner}</linearGradient>'


def group(inner, x=0, y=0, scale=1.0, extra=""):
    return f'<g transform="translate({x} {y}) scale({scale})" {extra}>{inner}</g>'


def svg(defs, body):
    return (f'<svg xmlns="http://www.w3.org/2000/svg" width="{W}" height="{H}" viewBox="0 0 {W} {H}">'
            f"<defs>{defs}</defs>{body}</svg>")


# ---- landscape ---------------------------------------------------------------------------------------

def ridge(rng, y, swing, fill, bottom=H, step=40):
    """A far line of hills: three slow sines."""
    waves = [(rng.uniform(0.4, 1), rng.uniform(300, 900), rng.uniform(0, 6.3)) for _ in range(3)]
    points = [(x, y + swing * sum(a * math.sin(x / l * 2 * math.pi + p) for a, l, p in waves) / 3)
              for x in range(-step, W + 2 * step, step)]
    d = f"M{points[0][0]} {bottom} L" + " ".join(f"{x:.0f} {v:.1f}" for x, v in points) + f" L{W + step} {bottom}Z"
    return path(d, fill)


def sun(x, y, r, fill):
    return "".join(circle(x, y, r * k, fill, f'opacity="{o}"') for k, o in ((2.1, .12), (1.5, .18), (1, .95)))


def clouds(rng, count, fill="#fff", opacity=.5, low=80, high=300):
    out = []
    for _ in range(count):
        x, y, w = rng.uniform(0, W), rng.uniform(low, high), rng.uniform(120, 260)
        out.append(rect(x, y, w, 22, fill, 11) + rect(x + w * .2, y - 18, w * .5, 26, fill, 13) + rect(x + w * .35, y + 14, w * .6, 18, fill, 9))
    return f'<g opacity="{opacity}">{"".join(out)}</g>'


def ripples(rng, y0, y1, count, stroke, opacity=.5):
    out = []
    for _ in range(count):
        t = rng.random()
        y = y0 + (y1 - y0) * t
        w = 30 + 130 * t * rng.uniform(.5, 1)
        x = rng.uniform(-40, W)
        out.append(line(f"M{x:.0f} {y:.0f} q{w / 4:.0f} -{3 + 4 * t:.1f} {w / 2:.0f} 0 t{w / 2:.0f} 0", stroke, 2 + 3 * t))
    return f'<g opacity="{opacity}">{"".join(out)}</g>'


def tree(x, y, s, crown=FOREST, light=LEAF, trunk=BARK):
    parts = [path(f"M-9 0 C-6 -60 -7 -90 -3 -130 L4 -130 C6 -90 8 -60 12 0Z", trunk),
             line("M0 -70 q24 -18 34 -46 M0 -90 q-22 -14 -30 -40", trunk, 6)]
    for cx, cy, r, fill in ((-42, -150, 46, crown), (40, -156, 50, crown), (0, -196, 58, crown), (-16, -150, 44, crown),
                            (-20, -206, 30, light), (34, -176, 24, light), (-50, -164, 20, light)):
        parts.append(circle(cx, cy, r, fill, 'opacity=".55"' if fill == light else ""))
    return group("".join(parts), x, y, s)


def palm(x, y, s, lean=0, leaf=FOREST):
    """A sugar palm: a straight trunk and a round head of fans."""
    out = [path(f"M-7 0 C-5 -120 {lean - 6} -200 {lean - 5} -300 L{lean + 5} -300 C{lean + 8} -200 8 -120 9 0Z", BARK)]
    for k in range(13):
        a = math.radians(-100 + k * 26 - 66)
        x2, y2 = lean + 92 * math.cos(a), -300 + 84 * math.sin(a)
        nx, ny = -math.sin(a) * 18, math.cos(a) * 18
        mx, my = lean + 58 * math.cos(a), -300 + 54 * math.sin(a)
        out.append(path(f"M{lean} -300 Q{mx + nx:.0f} {my + ny:.0f} {x2:.0f} {y2:.0f} Q{mx - nx:.0f} {my - ny:.0f} {lean} -300Z",
                        leaf if k % 2 else "#547f50"))
    return group("".join(out), x, y, s)


def boat(x, y, s, hull=BARK, fisher=True):
    out = [path("M-150 -16 C-90 6 90 6 150 -22 C130 22 -120 26 -150 -16Z", hull),
           line("M-140 -8 C-80 12 80 12 140 -14", "#c98b5a", 4)]
    if fisher:
        out += [path("M-14 -4 C-16 -50 -8 -70 4 -72 C18 -70 22 -46 20 -4Z", INDIGO), circle(3, -86, 14, SKIN[0]),
                path("M-28 -92 Q3 -124 34 -92Z", GOLD), line("M16 -50 L70 -96", BARK, 5)]
    return group("".join(out), x, y, s)


# ---- buildings ---------------------------------------------------------------------------------------

def sala(x, y, s, roof=CLAY, trim=GOLD, columns=5):
    """An open hall with the curved, two-tiered roof of Isan temples."""
    out = [ellipse(0, 8, 470, 22, "#000", 'opacity=".12"'),
           rect(-430, -46, 860, 50, "#d9c6a5", 6), rect(-460, -16, 920, 26, "#c7b08a", 6)]
    out.append(rect(-390, -250, 780, 205, "#efe0c2", 0, 'opacity=".55"'))
    for k in range(columns):
        cx = -380 + k * 760 / (columns - 1)
        out.append(rect(cx - 13, -262, 26, 218, "#fff7e6", 4) + rect(cx - 19, -62, 38, 18, trim, 3) + rect(cx - 19, -268, 38, 18, trim, 3))
        if k < columns - 1:
            w = 760 / (columns - 1)
            out.append(path(f"M{cx + 13:.0f} -250 h{w - 26:.0f} q-{w * .12:.0f} 40 -{w * .36:.0f} 30 q-{w * .13:.0f} -22 -{w * .26:.0f} 0 q-{w * .2:.0f} 8 -{w * .36:.0f} -30Z", trim, 'opacity=".8"'))
    for w, top, low, fill in ((520, -380, -258, roof), (380, -500, -362, roof)):
        out.append(path(f"M-{w} {low} Q-{w * .78:.0f} {low - 20} -{w * .62:.0f} {top} L{w * .62:.0f} {top} Q{w * .78:.0f} {low - 20} {w} {low} Q{w * .5:.0f} {low + 16} 0 {low + 16} Q-{w * .5:.0f} {low + 16} -{w} {low}Z", fill))
        for j in range(1, 5):
            t = j / 5
            ww = w * (.62 + .38 * t ** 1.8)
            out.append(line(f"M-{ww:.0f} {top + (low - top) * t:.0f} Q0 {top + (low - top) * t + 12 * t:.0f} {ww:.0f} {top + (low - top) * t:.0f}", "#8e3f2a", 3, 'opacity=".45"'))
        out.append(line(f"M-{w} {low} Q-{w * .5:.0f} {low + 16} 0 {low + 16} Q{w * .5:.0f} {low + 16} {w} {low}", trim, 9))
        for side in (-1, 1):
            out.append(line(f"M{side * w} {low} Q{side * w * .78:.0f} {low - 20} {side * w * .62:.0f} {top}", trim, 9))
            out.append(path(f"M{side * w} {low + 4} q{side * 34} -6 {side * 44} -44 q{side * -14} 22 {side * -50} 22Z", trim))
    out.append(line("M-236 -500 L236 -500", trim, 12))
    for side in (-1, 1):
        out.append(path(f"M{side * 226} -496 q{side * 26} -20 {side * 20} -84 q{side * 22} 50 {side * 2} 92Z", trim))
    return group("".join(out), x, y, s)


def stilt_house(x, y, s, roof="#9c5a41", wall="#c58d5c"):
    out = [ellipse(0, 6, 250, 16, "#000", 'opacity=".12"')]
    out += [rect(px, -120, 14, 122, BARK) for px in (-190, -70, 56, 176)]
    out += [rect(-205, -250, 410, 134, wall), rect(-220, -126, 440, 16, BARK)]
    out += [line(f"M{px} -248 V-128", "#9d6c44", 3) for px in range(-180, 200, 36)]
    out += [rect(-60, -222, 70, 60, "#6b4630", 3), rect(90, -222, 70, 60, "#6b4630", 3), line("M-25 -222 v60 M125 -222 v60", wall, 4)]
    out += [path("M-250 -240 L-120 -372 L120 -372 L250 -240Z", roof), path("M-250 -240 L-120 -372 L-104 -372 L-226 -240Z", "#7d432f")]
    out += [line(f"M{-230 + j * 28} {-258 - j * 28} H{230 - j * 28}", "#7d432f", 3, 'opacity=".5"') for j in range(4)]
    out += [line("M230 -118 L286 2 M206 -118 L262 2", BARK, 7)] + [line(f"M{214 + j * 14} {-100 + j * 26} h26", BARK, 5) for j in range(4)]
    return group("".join(out), x, y, s)


# ---- cloth -------------------------------------------------------------------------------------------

def mudmee(rng, x, y, w, h, ground, figure, accent, unit=200, thread=8, soft=7):
    """Tied-weft cloth: stepped diamonds whose edges bleed by a thread, as the dye does."""
    out = [rect(x, y, w, h, ground)]
    rows, columns = int(h / thread) + 1, int(w / unit) + 2
    for r in range(rows):
        v = (r * thread % unit) / unit
        band = abs(v - .5) * 2
        for c in range(-1, columns):
            cx = x + (c + .5) * unit
            for edge, hue, fill in ((.94, .70, figure), (.56, .40, accent), (.26, 0, figure)):
                outer = (edge - band) * unit / 2
                inner = max(0, (hue - band) * unit / 2)
                if outer <= 2:
                    continue
                for side in (-1, 1):
                    a = cx + side * (inner + rng.uniform(0, soft) * (inner > 0))
                    b = cx + side * (outer + rng.uniform(-soft, soft))
                    left, right = max(x, min(a, b)), min(x + w, max(a, b))
                    if right > left:
                        out.append(rect(left, y + r * thread, right - left, min(thread - 1.4, h - r * thread), fill, 1))
            if band > .86:
                out.append(rect(max(x, cx - 8 + rng.uniform(-3, 3)), y + r * thread, 16, thread - 1.4, accent, 1))
    return "".join(out)


def figure(x, y, s, cloth, skin, hair="#2a2326", seated=True, sash=None):
    """A person without a face: a head, shoulders, a cloth over one shoulder."""
    if seated:
        out = [path("M-70 0 C-72 -34 -46 -52 -40 -84 C-34 -118 34 -118 40 -84 C46 -52 72 -34 70 0 C40 16 -40 16 -70 0Z", cloth),
               path("M-74 2 C-40 -26 40 -26 74 2 C50 24 -50 24 -74 2Z", NIGHT, 'opacity=".35"')]
        top = -110
    else:
        out = [ellipse(0, 4, 46, 9, "#000", 'opacity=".14"'), path("M-30 0 L-34 -120 L34 -120 L30 0 Z", NIGHT),
               path("M-44 -106 C-46 -180 -40 -206 0 -210 C40 -206 46 -180 44 -106Z", cloth)]
        top = -210
    if sash:
        out.append(line(f"M-28 {top + 14} L34 {top + 78}", sash, 15))
    out += [rect(-9, top - 16, 18, 24, skin, 8), circle(0, top - 40, 30, skin),
            path(f"M-32 {top - 36} C-36 {top - 84} 36 {top - 84} 32 {top - 36} C24 {top - 60} -20 {top - 62} -32 {top - 36}Z", hair)]
    return group("".join(out), x, y, s)


def pot(x, y, s, clay=CLAY, dye=NIGHT):
    out = [ellipse(0, 4, 130, 20, "#000", 'opacity=".15"'),
           path("M-82 -200 C-150 -150 -150 -40 -86 0 L86 0 C150 -40 150 -150 82 -200Z", clay),
           path("M-82 -200 C-150 -150 -150 -40 -86 0 L-50 0 C-104 -50 -104 -150 -56 -200Z", "#fff", 'opacity=".13"'),
           line("M-122 -118 Q0 -96 122 -118", "#8e4530", 7), line("M-116 -100 Q0 -76 116 -100", "#8e4530", 4),
           ellipse(0, -202, 94, 24, "#8e4530"), ellipse(0, -204, 80, 18, dye)]
    out += [circle(dx, -205 + dy, r, "#5f83c4") for dx, dy, r in ((-30, 0, 9), (-10, 4, 12), (16, -2, 8), (34, 3, 6))]
    return group("".join(out), x, y, s)


# ---- the scenes --------------------------------------------------------------------------------------

def mudmee_blue(rng):
    body = mudmee(rng, 0, 0, W, H, INDIGO, CREAM, "#7fa0cf", 320, 20, 8)
    for y in (0, H - 96):
        body += rect(0, y, W, 96, NIGHT) + rect(0, y + 12, W, 6, GOLD) + rect(0, y + 78, W, 6, GOLD)
        body += "".join(path(f"M{x} {y + 48} l26 -22 l26 22 l-26 22Z", CREAM if k % 2 else CLAY) for k, x in enumerate(range(4, W, 58)))
    shade = gradient("s", (0, "#fff3d6"), (.55, "#fff3d6"), (1, "#101b38"), across=True)
    return svg(shade, body + rect(0, 0, W, H, "url(#s)", 0, 'opacity=".13"'))


def mekong_dawn(rng):
    defs = gradient("sky", (0, "#9db8cf"), (.5, "#f3d9b8"), (1, "#f6c295")) + gradient("water", (0, "#f0c79d"), (.35, "#b9b9ae"), (1, "#58797f"))
    body = rect(0, 0, W, 560, "url(#sky)") + clouds(rng, 5, "#fff6e6", .55) + sun(1080, 400, 66, "#fff1c9")
    body += ridge(rng, 420, 70, "#9aa9b5", 560) + ridge(rng, 470, 60, "#74899a", 560) + ridge(rng, 522, 34, "#566f78", 562)
    body += rect(0, 550, W, 450, "url(#water)")
    body += "".join(rect(1080 - w / 2, 566 + k * 26, w, 7, "#fff1c9", 4, f'opacity="{.75 - k * .06:.2f}"') for k, w in enumerate((210, 150, 190, 110, 140, 90, 60, 80)))
    body += ripples(rng, 580, 960, 46, "#fdeed6", .4)
    body += boat(520, 690, 1.0) + group("", 0, 0) + boat(900, 620, .55, "#6b4a38")
    body += path("M0 1000 L0 830 C160 800 320 850 460 900 C560 940 640 975 700 1000Z", "#4d5f47")
    body += palm(110, 860, 1.25, 26) + palm(250, 900, .92, -18)
    for k in range(60):
        x = rng.uniform(0, 640)
        y = 850 + x * .2 + rng.uniform(0, 40)
        body += line(f"M{x:.0f} {y:.0f} q{rng.uniform(-12, 12):.0f} -30 {rng.uniform(-18, 18):.0f} -56", rng.choice(["#6f8a57", "#3f5140", "#87a065"]), 4)
    return svg(defs, body)


def loom(rng):
    defs = gradient("bg", (0, "#efe2c8"), (1, "#dcc59c")) + '<clipPath id="c"><path d="M560 560 L1040 560 L1120 850 L480 850Z"/></clipPath>'
    body = rect(0, 0, W, H, "url(#bg)") + rect(0, 0, W, 110, BARK)
    body += "".join(rect(x, 0, 54, 118, "#74503a", 0) for x in range(20, W, 130))
    body += rect(90, 110, 46, 800, WOOD) + rect(1464, 110, 46, 800, WOOD)
    body += rect(164, 190, 200, 300, "#cfe0cf", 6) + ridge_window(rng, 164, 190, 200, 300)
    body += rect(0, 880, W, 120, "#c3a475") + "".join(line(f"M0 {y} H{W}", "#a98b5e", 3) for y in (905, 940, 975))
    for x in range(500, 1110, 9):
        far = 620 + (x - 500) * (360 / 610)
        body += line(f"M{far:.0f} 250 L{580 + (x - 500) * (440 / 610):.0f} 590", CREAM if (x // 9) % 3 else "#9fb4d8", 2.4)
    body += f'<g clip-path="url(#c)">{mudmee(rng, 460, 560, 700, 300, INDIGO, CREAM, "#7fa0cf", 116, 8, 4)}</g>'
    body += rect(440, 842, 720, 46, WOOD, 20) + rect(420, 834, 26, 62, BARK, 6) + rect(1154, 834, 26, 62, BARK, 6)
    body += rect(590, 226, 420, 34, WOOD, 14) + rect(548, 480, 504, 26, "#a8754e", 8) + rect(540, 536, 520, 34, "#a8754e", 10)
    body += "".join(line(f"M{x} 506 V536", "#d9c09a", 3) for x in range(556, 1050, 10))
    for x in (400, 1160):
        body += rect(x, 180, 40, 740, WOOD, 4)
    body += rect(380, 166, 840, 40, BARK, 6) + rect(400, 700, 40, 40, BARK) + rect(1160, 700, 40, 40, BARK)
    body += line("M700 206 L690 480 M900 206 L910 480", BARK, 6)
    body += path("M620 700 C680 676 800 676 860 700 C800 724 680 724 620 700Z", "#70472f") + rect(690, 691, 100, 18, GOLD, 9)
    for k, (x, y) in enumerate(((1290, 842), (1360, 850), (1325, 790), (1250, 856))):
        body += ellipse(x, y, 46, 36, [INDIGO, CLAY, GOLD, "#7fa0cf"][k]) + line(f"M{x - 34} {y - 10} q34 18 68 0 M{x - 38} {y + 6} q38 18 76 0", "#fff", 3, 'opacity=".45"')
    return svg(defs, body)


def ridge_window(rng, x, y, w, h):
    return (path(f"M{x} {y + h * .6} q{w * .3} -60 {w * .55} -20 t{w * .45} -30 V{y + h} H{x}Z", "#8fb08a")
            + path(f"M{x} {y + h * .78} q{w * .4} -30 {w} 0 V{y + h} H{x}Z", "#6f9a6a") + sun(x + w * .7, y + 80, 26, "#fff3cf")
            + rect(x - 8, y + h - 4, w + 16, 18, BARK, 4) + rect(x - 8, y - 10, w + 16, 16, BARK, 4)
            + rect(x - 12, y - 10, 16, h + 20, BARK) + rect(x + w - 4, y - 10, 16, h + 20, BARK))


def indigo_vats(rng):
    defs = gradient("bg", (0, "#dfeae6"), (1, "#f3e8d0"))
    body = rect(0, 0, W, H, "url(#bg)") + ridge(rng, 430, 50, "#b5cdb7") + ridge(rng, 520, 36, "#94b593")
    body += tree(1480, 640, 1.3) + tree(90, 650, 1.1, "#4b7a55")
    body += rect(0, 640, W, 360, "#d8bf92") + ellipse(800, 930, 760, 90, "#c9ad7d")
    body += rect(150, 180, 20, 500, BARK) + rect(1430, 180, 20, 500, BARK) + rect(120, 190, 1360, 16, WOOD, 8)
    shades = ["#dbe6f3", "#a9c1e2", "#6f91c6", INDIGO, NIGHT, "#4666a5"]
    for k in range(6):
        x, w, drop = 200 + k * 205, 172, 300 + 34 * math.sin(k * 1.7)
        body += path(f"M{x} 196 H{x + w} V{196 + drop:.0f} q-{w / 4:.0f} 20 -{w / 2:.0f} 4 t-{w / 2:.0f} 4Z", shades[k])
        body += "".join(line(f"M{x + w * t:.0f} 206 q6 {drop / 2:.0f} 0 {drop - 16:.0f}", "#fff", 4, 'opacity=".16"') for t in (.25, .5, .78))
        body += "".join(path(f"M{x + w / 2 - 20:.0f} {y} l20 -16 l20 16 l-20 16Z", CREAM, 'opacity=".85"') for y in range(250, int(180 + drop), 62))
    for x, y, s in ((300, 880, 1.02), (640, 920, 1.14), (1000, 918, 1.1), (1330, 880, 1.0)):
        body += pot(x, y, s)
    return svg(defs, body)


def talk_circle(rng):
    defs = gradient("bg", (0, "#f3e6cb"), (1, "#e2c99c"))
    body = rect(0, 0, W, H, "url(#bg)") + rect(0, 120, W, 330, "#cfe2d4") + ridge(rng, 330, 40, "#a6c7a5", 450) + ridge(rng, 390, 26, "#83ad82", 450)
    body += palm(1290, 450, .8) + tree(300, 452, .8)
    body += path("M0 0 H1600 V96 Q800 150 0 96Z", CLAY) + line("M0 96 Q800 150 1600 96", GOLD, 12)
    body += "".join(rect(x, 100, 44, 480, "#fff3dc", 5) + rect(x - 8, 552, 60, 30, GOLD, 4) for x in (90, 540, 1016, 1466))
    body += rect(0, 450, W, 14, "#b68e5c") + rect(0, 580, W, 420, "#cda978") + "".join(line(f"M0 {y} H1600", "#bb9663", 3) for y in (640, 720, 810, 910))
    body += ellipse(800, 800, 620, 165, "#b5563c") + ellipse(800, 800, 580, 148, "#e9cf9f") + ellipse(800, 800, 470, 112, "#d69a58", 'opacity=".5"')
    body += ellipse(800, 728, 120, 22, "#f8efdc") + "".join(circle(740 + 40 * k, 725 + 5 * (k % 2), 12, c) for k, c in enumerate((LEAF, GOLD, CLAY, FOREST)))
    cloths = [INDIGO, "#c77d4f", FOREST, "#7d4f73", "#38798a", GOLD, CLAY]
    for k, a in enumerate((205, 245, 295, 335, 20, 90, 160)):
        x, y = 800 + 500 * math.cos(math.radians(a)), 800 + 128 * math.sin(math.radians(a))
        body += figure(x, y + 34, 1.06 + .22 * math.sin(math.radians(a)), cloths[k], SKIN[k % 4], sash=CREAM if k % 2 else None,
                       hair="#c9c4bd" if k in (1, 4) else "#2a2326")
    return svg(defs, body)


def visitors(rng):
    defs = gradient("bg", (0, "#cfe3ea"), (1, "#f6ead2"))
    body = rect(0, 0, W, H, "url(#bg)") + clouds(rng, 4) + ridge(rng, 560, 40, "#a9c6a4") + ridge(rng, 640, 26, "#86ad7c")
    body += tree(190, 780, 1.7) + tree(1430, 780, 1.6, "#4b7a55") + rect(0, 770, W, 230, "#d6bd8f") + ellipse(800, 900, 560, 70, "#e5d0a6")
    body += rect(430, 300, 46, 500, WOOD, 6) + rect(1124, 300, 46, 500, WOOD, 6)
    body += path("M330 330 C520 170 1080 170 1270 330 C1080 250 520 250 330 330Z", CLAY) + line("M330 330 C520 250 1080 250 1270 330", GOLD, 10)
    body += path("M560 372 Q800 316 1040 372 Q800 428 560 372Z", INDIGO) + path("M640 372 Q800 346 960 372 Q800 398 640 372Z", CREAM)
    cloths = ["#c77d4f", INDIGO, GOLD, FOREST, "#7d4f73", "#38798a"]
    for k in range(6):
        body += figure(490 + k * 124, 900 + 10 * (k % 2), 1.22 - .1 * (k % 3), cloths[k], SKIN[k % 4], seated=False, sash=CREAM if k % 2 else None)
    return svg(defs, body)


def rice_field(rng):
    defs = gradient("sky", (0, "#a9cfe0"), (1, "#f7ead0"))
    body = rect(0, 0, W, 520, "url(#sky)") + clouds(rng, 6, "#fff", .7) + sun(300, 250, 54, "#fff4cf")
    body += ridge(rng, 430, 50, "#a9bfae", 520) + ridge(rng, 474, 26, "#7f9f83", 520)
    bands = ["#c9c46a", "#d3b653", "#b9c06a", "#dcb24c", "#a8b960", "#e0b54f"]
    y = 500
    for k, fill in enumerate(bands):
        nxt = y + 44 + k * 22
        body += path(f"M0 {y + 8 * math.sin(k)} Q800 {y - 26 + 10 * math.cos(k * 2):.0f} 1600 {y + 6:.0f} V{H} H0Z", fill)
        body += line(f"M0 {y + 8 * math.sin(k)} Q800 {y - 26 + 10 * math.cos(k * 2):.0f} 1600 {y + 6:.0f}", "#7b8c45", 5 + k)
        for _ in range(80):
            x, v = rng.uniform(0, W), rng.uniform(y + 10, nxt + 6)
            body += line(f"M{x:.0f} {v:.0f} q3 -{8 + k * 4} {rng.choice((-1, 1)) * (4 + k * 2)} -{14 + k * 6}", "#fff2b8" if rng.random() < .5 else "#8c9a4a", 1.6 + k * .4, 'opacity=".6"')
        y = nxt
    body += stilt_house(1190, 560, .62) + palm(1010, 548, .62, 8) + palm(1400, 560, .8, -14) + tree(840, 520, .42)
    for k in range(26):
        x = 20 + k * 64 + rng.uniform(-16, 16)
        lean = rng.uniform(20, 64)
        body += line(f"M{x:.0f} 1010 Q{x:.0f} 900 {x + lean:.0f} {838 + rng.uniform(0, 40):.0f}", "#7d8a3c", 5)
        for j in range(6):
            body += ellipse(x + lean + j * 8, 842 + j * 13 + rng.uniform(-3, 3), 8, 5, "#f2cf6a", f'transform="rotate(60 {x + lean + j * 8:.0f} {842 + j * 13})"')
    return svg(defs, body)


def rice_barn(rng):
    defs = gradient("sky", (0, "#f2d8b0"), (1, "#faf0da"))
    body = rect(0, 0, W, H, "url(#sky)") + sun(1250, 260, 70, "#fff0c0") + ridge(rng, 520, 50, "#c9c592") + ridge(rng, 590, 30, "#aeb377")
    body += rect(0, 690, W, 310, "#d3b47c") + ellipse(800, 850, 820, 100, "#c6a469")
    body += palm(1420, 720, 1.2, -20) + tree(120, 720, 1.3)
    body += stilt_house(640, 800, 1.55, "#8d4f38", "#b87f50")
    for k, (x, y) in enumerate(((1100, 858), (1206, 866), (1312, 858), (1152, 780), (1258, 780))):
        body += path(f"M{x - 50} {y + 40} C{x - 66} {y - 20} {x - 44} {y - 52} {x - 20} {y - 56} L{x + 20} {y - 56} C{x + 44} {y - 52} {x + 66} {y - 20} {x + 50} {y + 40}Z", "#eadbb8")
        body += line(f"M{x - 24} {y - 52} q24 12 48 0", CLAY, 7) + path(f"M{x - 16} {y - 4} l16 -18 l16 18 l-16 18Z", INDIGO)
    body += path("M150 880 Q250 740 350 880Z", GOLD) + path("M190 880 Q250 790 310 880Z", "#e9c06a")
    return svg(defs, body)


def seed_jars(rng):
    defs = gradient("bg", (0, "#ead9b8"), (1, "#d9c094"))
    body = rect(0, 0, W, H, "url(#bg)") + "".join(line(f"M{x} 0 V{H}", "#cdb283", 4) for x in range(60, W, 160))
    tones = ["#e8c873", "#d7a24a", "#8c4a3a", "#3d2b35", "#c9b07a", "#a8643f", "#f0e2b8", "#6d7f4a"]
    for row, y in enumerate((330, 630, 930)):
        for k in range(8):
            x, tone = 130 + k * 192, tones[(k * 3 + row * 5) % 8]
            fill = rng.uniform(130, 175)
            body += ellipse(x, y, 78, 10, "#000", 'opacity=".15"') + rect(x - 68, y - 200, 136, 200, "#fbf6e6", 22, 'opacity=".8"')
            body += rect(x - 60, y - fill - 6, 120, fill, tone, 16)
            for _ in range(46):
                sx, sy = x + rng.uniform(-50, 50), y - 18 - rng.uniform(0, fill - 30)
                body += ellipse(sx, sy, 8, 3.6, "#fff", f'opacity=".28" transform="rotate({rng.uniform(0, 180):.0f} {sx:.0f} {sy:.0f})"')
            body += rect(x - 54, y - 226, 108, 32, INDIGO if (k + row) % 2 else CLAY, 8) + rect(x - 34, y - 110, 68, 46, CREAM, 5)
            body += line(f"M{x - 20} {y - 94} h40 M{x - 20} {y - 80} h26", BARK, 4) + rect(x - 56, y - 190, 12, 170, "#fff", 6, 'opacity=".4"')
        body += rect(0, y, W, 28, WOOD) + rect(0, y + 22, W, 10, BARK)
    return svg(defs, body)


def straw_field(rng):
    defs = gradient("sky", (0, "#bcd9e2"), (1, "#f5ead0"))
    body = rect(0, 0, W, 500, "url(#sky)") + clouds(rng, 5) + ridge(rng, 400, 50, "#a8bfa5", 500) + ridge(rng, 450, 30, "#86a685", 500)
    body += rect(0, 490, W, 510, "#c9a865") + path("M0 490 H900 L560 1000 H0Z", "#8d6a45") + path("M900 490 L560 1000", "none", 'stroke="#6e8a45" stroke-width="26"')
    for k in range(13):
        body += line(f"M{70 + k * 66} 500 L{-460 + k * 82} 1000", "#75543a", 9, 'opacity=".55"')
    for _ in range(170):
        y = rng.uniform(510, 960)
        x = rng.uniform(930 - (y - 490) * .66, W)
        t = (y - 490) / 480
        body += line(f"M{x:.0f} {y:.0f} l-{3 + 5 * t:.0f} -{12 + 30 * t:.0f} M{x:.0f} {y:.0f} l{2 + 5 * t:.0f} -{14 + 32 * t:.0f} M{x:.0f} {y:.0f} v-{14 + 36 * t:.0f}", "#ecd28e", 2 + 3 * t)
    for x, y, s in ((1050, 600, .6), (1290, 690, .9), (1450, 570, .5)):
        body += group(ellipse(0, 6, 120, 16, "#000", 'opacity=".15"') + rect(-110, -150, 220, 156, "#e3bf6a", 70) + circle(70, -72, 78, "#f0d48c")
                      + "".join(circle(70, -72, r, "none", 'stroke="#cfa653" stroke-width="5"') for r in (20, 40, 60)), x, y, s)
    body += tree(200, 500, .7) + palm(420, 500, .6, 10)
    return svg(defs, body)


def savings_books(rng):
    defs = gradient("bg", (0, "#e7ecdf"), (1, "#f5ead2"))
    body = rect(0, 0, W, H, "url(#bg)") + mudmee(rng, 0, 700, W, 300, "#9c4a38", CREAM, GOLD, 150, 10, 4) + rect(0, 690, W, 14, GOLD)
    body += rect(0, 0, W, 690, "#e9e2cb", 0, 'opacity=".5"') + ellipse(800, 850, 700, 66, "#000", 'opacity=".12"')
    for k, (x, y, a, c) in enumerate(((360, 800, -8, INDIGO), (420, 760, 3, FOREST), (380, 722, -4, CLAY), (420, 684, 5, GOLD))):
        body += f'<g transform="rotate({a} {x} {y})">' + rect(x - 210, y - 26, 420, 46, c, 8) + rect(x - 204, y - 16, 410, 26, "#fff8e8", 4) + rect(x - 210, y + 8, 420, 12, c, 6) + "</g>"
    body += '<g transform="rotate(-4 900 560)">' + path("M900 360 C830 320 700 320 620 344 V760 C700 736 830 740 900 780Z", "#fffaf0") + path("M900 360 C970 320 1100 320 1180 344 V760 C1100 736 970 740 900 780Z", "#fdf3df")
    body += path("M610 350 V776 C700 752 830 756 900 796 C970 756 1100 752 1190 776 V350 L1180 344 V760 C1100 736 970 740 900 780 C830 740 700 736 620 760 V344Z", INDIGO)
    for j in range(9):
        y = 398 + j * 38
        body += line(f"M650 {y} Q770 {y - 16} 876 {y + 10}", "#b9c3d4", 3) + line(f"M924 {y + 10} Q1030 {y - 16} 1150 {y}", "#b9c3d4", 3)
        body += line(f"M1060 {y - 18 + 4} q30 -6 60 0", CLAY if j % 3 == 0 else INDIGO, 6) + line(f"M664 {y - 14} q40 -8 {60 + 20 * (j % 3)} 0", INDIGO, 6)
    body += "</g>"
    for k, (x, n) in enumerate(((1300, 9), (1400, 6), (1490, 11))):
        for j in range(n):
            body += ellipse(x, 800 - j * 17, 46, 15, "#a9772a") + ellipse(x, 795 - j * 17, 46, 15, GOLD) + ellipse(x, 794 - j * 17, 32, 9, "#eac678")
    leaf = "M0 0 C-60 -30 -70 -90 0 -130 C70 -90 60 -30 0 0Z"
    body += group(path("M-60 0 L60 0 L44 110 L-44 110Z", CLAY) + rect(-70, -14, 140, 26, "#a14c34", 6) + line("M0 -10 C0 -80 -4 -130 0 -190", FOREST, 9)
                  + group(path(leaf, LEAF), -4, -70, .8, 'style="transform-box:fill-box"') + group(path(leaf, FOREST), 60, -90, .7) + group(path(leaf, "#8fb46c"), 0, -160, .8) + group(path(leaf, FOREST), -62, -110, .66), 1400, 566, 1.15)
    return svg(defs, body)


def waste_sorting(rng):
    defs = gradient("bg", (0, "#d6e8e4"), (1, "#f4ecd6"))
    body = rect(0, 0, W, H, "url(#bg)") + ridge(rng, 470, 50, "#b6d0b4") + ridge(rng, 550, 30, "#97bb91") + tree(140, 700, 1.4) + tree(1490, 700, 1.3, "#4b7a55")
    body += rect(0, 690, W, 310, "#dcc79d") + ellipse(800, 900, 740, 80, "#cdb585")
    body += path("M230 300 L330 190 H1270 L1370 300Z", CLAY) + "".join(line(f"M{330 + k * 94} 190 L{230 + k * 114} 300", "#95432e", 4) for k in range(11)) + rect(230, 296, 1140, 18, GOLD)
    body += rect(270, 312, 26, 470, WOOD) + rect(1304, 312, 26, 470, WOOD)
    for k, (colour, dark) in enumerate((("#5d93b8", "#3f7193"), ("#7ba05b", "#587d3d"), ("#dca748", "#b58327"), ("#b65a3f", "#8e4029"))):
        x = 340 + k * 240
        body += ellipse(x + 100, 860, 120, 16, "#000", 'opacity=".14"') + path(f"M{x} 560 H{x + 200} L{x + 180} 856 H{x + 20}Z", colour) + rect(x - 12, 540, 224, 36, dark, 10)
        body += "".join(line(f"M{x + 40 + j * 40} 600 L{x + 48 + j * 35} 830", dark, 5, 'opacity=".5"') for j in range(4))
        body += circle(x + 100, 712, 54, CREAM)
        if k == 0:
            body += rect(x + 84, 690, 32, 58, "#8fbad6", 10) + rect(x + 92, 668, 16, 26, "#3f7193", 4)
            body += rect(x + 30, 470, 34, 84, "#a8cde2", 12) + rect(x + 40, 446, 14, 28, "#fff", 4) + rect(x + 90, 486, 34, 64, "#cfe6f0", 12) + rect(x + 98, 466, 16, 24, CLAY, 4)
        elif k == 1:
            body += path(f"M{x + 100} 750 C{x + 60} 726 {x + 66} 684 {x + 100} 670 C{x + 136} 690 {x + 136} 726 {x + 100} 750Z", LEAF) + line(f"M{x + 100} 752 V690", FOREST, 5)
            body += "".join(path(f"M{x + 50 + j * 34} 550 q-24 -50 10 -86 q30 40 -10 86Z", [LEAF, FOREST, "#8fb46c", FOREST][j]) for j in range(4))
        elif k == 2:
            body += rect(x + 70, 688, 60, 46, "#c58f4d", 4) + line(f"M{x + 70} 704 h60", BARK, 4)
            body += rect(x + 30, 486, 90, 66, "#c9985c", 4) + rect(x + 100, 460, 70, 92, "#d9b07a", 4) + line(f"M{x + 30} 510 h90 M{x + 100} 490 h70", BARK, 4)
        else:
            body += rect(x + 80, 684, 40, 54, "#c6ccd0", 8) + line(f"M{x + 80} 700 h40 M{x + 80} 722 h40", CLAY, 6)
            body += rect(x + 36, 484, 46, 66, "#d4d9dc", 9) + rect(x + 92, 496, 46, 56, "#b7c0c5", 9) + line(f"M{x + 36} 506 h46 M{x + 92} 520 h46", INDIGO, 8)
    body += rect(600, 370, 400, 96, INDIGO, 12) + path("M720 440 l-26 -44 h52Z M800 440 l-26 -44 h52Z M880 440 l-26 -44 h52Z", CREAM) + line("M660 300 V370 M940 300 V370", BARK, 6)
    return svg(defs, body)


def two_rivers(rng):
    defs = gradient("sky", (0, "#8fb8cc"), (1, "#f4e6cc")) + gradient("mun", (0, "#8fb9c4"), (1, "#2f6f86")) + gradient("khong", (0, "#d3bd96"), (1, "#a3804f"))
    body = rect(0, 0, W, 420, "url(#sky)") + clouds(rng, 7, "#fff", .75, 60, 220) + ridge(rng, 290, 90, "#8aa7a8", 430) + ridge(rng, 350, 70, "#5f8a7b", 430)
    body += rect(0, 410, W, 590, "url(#khong)") + path("M0 520 C300 500 520 560 700 640 C900 730 1180 820 1600 850 V1000 H0Z", "url(#mun)")
    body += line("M0 520 C300 500 520 560 700 640 C900 730 1180 820 1600 850", "#f3e7cb", 9, 'opacity=".7" stroke-dasharray="60 18 22 30"')
    body += ripples(rng, 440, 800, 34, "#f2e2bf", .45) + ripples(rng, 700, 980, 36, "#cfe6ea", .4)
    body += boat(560, 790, 1.25, BARK) + boat(1080, 560, .7, "#6b4a38") + boat(1330, 640, .85, BARK)
    body += path("M0 420 L0 560 C110 556 230 520 330 440 L360 418Z", FOREST) + tree(90, 500, .8) + tree(210, 470, .62, "#4b7a55") + path("M0 1000 V900 C120 890 260 930 360 1000Z", "#446a4a") + palm(90, 960, 1.0, 16)
    return svg(defs, body)


def homestay(rng):
    defs = gradient("sky", (0, "#33466f"), (.6, "#b98a84"), (1, "#f0bd8d"))
    body = rect(0, 0, W, H, "url(#sky)") + "".join(circle(rng.uniform(0, W), rng.uniform(20, 330), rng.uniform(1.2, 3), "#fff6dc", 'opacity=".8"') for _ in range(60)) + circle(1250, 190, 56, "#fbf0cf")
    body += ridge(rng, 540, 80, "#6b6a86") + ridge(rng, 620, 60, "#4c5470") + rect(0, 730, W, 270, "#4d5a45") + path("M700 1000 C720 900 840 830 900 740 L960 740 C930 840 960 900 1040 1000Z", "#c9ad7d")
    body += stilt_house(430, 830, 1.25, "#7d4634", "#a8754e") + stilt_house(1190, 800, .95, "#6f4436", "#9b6b49")
    for x, y, s in ((430, 830, 1.25), (1190, 800, .95)):
        body += rect(x - 60 * s, y - 222 * s, 70 * s, 60 * s, "#ffd98a", 4) + rect(x + 90 * s, y - 222 * s, 70 * s, 60 * s, "#ffd98a", 4)
        body += line(f"M{x - 25 * s} {y - 222 * s} v{60 * s} M{x + 125 * s} {y - 222 * s} v{60 * s}", "#8a5a3c", 4)
    body += tree(110, 820, 1.2, "#2f5244", "#4b7a55") + palm(820, 770, 1.1, -16, "#35584a") + palm(1500, 830, 1.3, 14, "#35584a")
    for k in range(9):
        x, y = 690 + k * 34 - 12 * math.sin(k), 700 + 26 * math.sin(k / 8 * math.pi)
        body += circle(x, y, 26, "#ffd98a", 'opacity=".2"') + circle(x, y, 9, "#ffe7ae")
    body += line("M680 690 Q826 760 980 690", "#2a2f45", 3)
    return svg(defs, body)


def temple_hall(rng):
    defs = gradient("sky", (0, "#b9d7df"), (1, "#f8ecd2"))
    body = rect(0, 0, W, H, "url(#sky)") + clouds(rng, 6, "#fff", .7) + ridge(rng, 620, 40, "#b3cda9") + ridge(rng, 690, 26, "#93b88a") + tree(120, 790, 1.7) + tree(1500, 790, 1.6, "#4b7a55") + palm(1340, 790, 1.3, -14) + palm(280, 790, 1.1, 12)
    body += rect(0, 780, W, 220, "#9fb877") + path("M640 1000 L730 830 H870 L960 1000Z", "#e6d2a8") + sala(800, 840, 1.18)
    body += "".join(circle(rng.uniform(20, 1580), rng.uniform(880, 980), rng.uniform(5, 9), rng.choice(["#f4d27a", "#fff", "#d98c6a"])) for _ in range(50))
    return svg(defs, body)


def forest(rng):
    defs = gradient("bg", (0, "#e3ecc9"), (1, "#a9c795"))
    body = rect(0, 0, W, H, "url(#bg)") + sun(1120, 240, 90, "#fdf6cf")
    for layer, (colour, y, n, w) in enumerate((("#bfd3a0", 700, 16, 16), ("#93b581", 770, 12, 24), ("#6a9469", 850, 9, 36))):
        body += path(f"M0 {y} Q400 {y - 40} 800 {y} T1600 {y} V1000 H0Z", colour)
        for k in range(n):
            x = (k + rng.uniform(.2, .8)) * W / n
            body += path(f"M{x - w / 2:.0f} {y + 20} L{x - w / 3:.0f} 0 H{x + w / 3:.0f} L{x + w / 2 + 4:.0f} {y + 20}Z", ["#c3bd8f", "#8d8a63", "#5f5a43"][layer], f'opacity="{.6 + layer * .2:.1f}"')
            body += "".join(ellipse(x + rng.uniform(-90, 90), rng.uniform(-30, 150 + layer * 20), rng.uniform(70, 130), rng.uniform(36, 66), colour, 'opacity=".8"') for _ in range(4))
    body += path("M560 1000 C640 920 860 900 820 830 C790 790 700 780 740 742 L780 742 C770 790 900 790 920 840 C950 910 900 950 960 1000Z", "#d9c393")
    saffron = path("M-52 -6 C-20 14 20 14 52 -6 L56 46 C20 62 -20 62 -56 46Z", "#e39a3c") + line("M-54 10 C-20 28 20 28 54 10", "#b8701f", 4)
    body += path("M250 1000 C262 600 266 300 258 0 H382 C372 300 382 600 410 1000Z", "#4f4433") + group(saffron, 322, 560, 1.24)
    body += path("M1260 1000 C1266 640 1270 300 1262 0 H1362 C1352 300 1362 640 1388 1000Z", "#574a37") + group(saffron, 1314, 600, 1.02)
    for _ in range(70):
        x, y = rng.uniform(0, W), rng.uniform(880, 1000)
        body += line(f"M{x:.0f} {y:.0f} q-14 -20 -26 -24 M{x:.0f} {y:.0f} q2 -26 0 -40 M{x:.0f} {y:.0f} q14 -20 26 -24", rng.choice(["#3d6b4a", "#557f50", "#7ba05b"]), 5)
    return svg(defs, body)


def kitchen_garden(rng):
    defs = gradient("sky", (0, "#c4e0e6"), (1, "#f7edd3"))
    body = rect(0, 0, W, H, "url(#sky)") + clouds(rng, 4) + ridge(rng, 400, 40, "#b2ccad") + ridge(rng, 450, 26, "#93b88a") + stilt_house(1250, 560, .9) + tree(160, 560, 1.2) + palm(940, 540, .8, 10)
    body += rect(0, 540, W, 460, "#c9a878")
    for row, (y, s) in enumerate(((620, .7), (750, .95), (920, 1.25))):
        body += path(f"M{80 - row * 60} {y - 20 * s} H{1520 + row * 60} L{1560 + row * 60} {y + 44 * s} H{40 - row * 60}Z", "#7a5638") + rect(40 - row * 60, y + 40 * s, 1520 + row * 120, 12 * s, "#5e3d2b")
        n = 15 - row * 2
        for k in range(n):
            x, kind = 100 - row * 40 + (k + .5) * (1400 + row * 80) / n, (k // 3 + row) % 3
            if kind == 0:
                inner = "".join(path("M0 0 C-34 -20 -30 -70 0 -84 C30 -70 34 -20 0 0Z", c, f'transform="rotate({a})"') for a, c in ((-62, FOREST), (62, FOREST), (-32, LEAF), (32, LEAF), (0, "#9cc07a")))
            elif kind == 1:
                inner = line("M0 0 V-96", FOREST, 7) + "".join(circle(dx, dy, 13, c) for dx, dy, c in ((-20, -40, CLAY), (18, -58, CLAY), (-10, -82, GOLD))) + "".join(ellipse(dx, dy, 24, 10, LEAF, f'transform="rotate({a} {dx} {dy})"') for dx, dy, a in ((-24, -62, 24), (26, -34, -24), (20, -86, -30)))
            else:
                inner = "".join(line(f"M0 0 Q{dx / 3} -60 {dx} -100", c, 6) for dx, c in ((-30, FOREST), (-16, LEAF), (0, FOREST), (14, LEAF), (30, FOREST)))
            body += group(inner, round(x), round(y + 10 * s), s * .9)
    can = path("M-60 -90 H50 V20 H-60Z", "#5d93b8") + line("M50 -10 L120 -84 M104 -96 L140 -74", "#5d93b8", 14) + line("M-40 -90 C-40 -150 40 -150 40 -90", "#3f7193", 10) + ellipse(-5, -90, 55, 12, "#3f7193")
    return svg(defs, body + group(can, 1390, 960, 1.1))


def caregivers(rng):
    defs = gradient("bg", (0, "#f6e7cd"), (1, "#ecd3a9"))
    body = rect(0, 0, W, H, "url(#bg)") + rect(0, 0, W, 660, "#efe0c3") + "".join(line(f"M0 {y} H{W}", "#e1cda6", 4) for y in range(60, 660, 66))
    body += rect(180, 140, 360, 330, "#cfe2d9") + path("M180 400 Q300 330 400 380 T540 350 V470 H180Z", "#8fb78d") + sun(440, 240, 34, "#fff3c4") + rect(164, 124, 392, 18, WOOD) + rect(156, 466, 408, 24, WOOD) + rect(352, 140, 14, 330, WOOD)
    body += rect(1020, 170, 400, 220, "#fff8e6", 6) + "".join(rect(1052 + k * 90, 330 - h, 52, h, c, 4) for k, (h, c) in enumerate(((60, INDIGO), (94, FOREST), (130, GOLD), (110, CLAY)))) + line("M1040 334 H1400", BARK, 5)
    body += rect(0, 660, W, 340, "#c79c67") + "".join(line(f"M0 {y} H{W}", "#b58955", 4) for y in (730, 820, 920))
    body += ellipse(800, 850, 560, 92, INDIGO) + ellipse(800, 850, 530, 82, CREAM) + ellipse(800, 850, 500, 72, "#7fa0cf")
    body += figure(640, 856, 1.9, "#c77d4f", SKIN[1], hair="#d6d2cb") + figure(950, 862, 1.9, FOREST, SKIN[2], sash=CREAM)
    body += line("M716 770 C770 800 826 800 874 768", SKIN[1], 22) + rect(770, 762, 50, 30, "#fff", 8) + rect(1140, 800, 150, 90, "#fff8ec", 14) + rect(1180, 780, 70, 24, "#d9c6a5", 8) + rect(1203, 818, 24, 56, FOREST, 4) + rect(1187, 834, 56, 24, FOREST, 4)
    body += group(path("M-40 0 L40 0 L30 70 L-30 70Z", CLAY) + "".join(path("M0 0 C-24 -40 -16 -90 0 -110 C16 -90 24 -40 0 0Z", c, f'transform="rotate({a})"') for a, c in ((-40, FOREST), (40, FOREST), (0, LEAF))), 320, 780, 1.4)
    return svg(defs, body)


def worm_bins(rng):
    defs = gradient("bg", (0, "#e4ead4"), (1, "#f4e8cc"))
    body = rect(0, 0, W, H, "url(#bg)") + ridge(rng, 420, 40, "#bcd0ac") + rect(0, 620, W, 380, "#d2b98a") + tree(1460, 640, 1.5) + palm(120, 650, 1.3, 16)
    for k, x in enumerate((300, 700, 1100)):
        body += ellipse(x + 100, 900, 190, 22, "#000", 'opacity=".14"') + rect(x - 70, 560, 340, 330, "#7b5a41", 40) + ellipse(x + 100, 566, 170, 46, "#9a7353") + ellipse(x + 100, 562, 148, 36, "#4b3527")
        body += "".join(ellipse(x + 100 + rng.uniform(-110, 110), 560 + rng.uniform(-20, 20), rng.uniform(14, 26), 9, rng.choice([LEAF, FOREST, GOLD, "#8fb46c"]), f'transform="rotate({rng.uniform(-30, 30):.0f} {x + 100} 560)"') for _ in range(16))
        body += "".join(line(f"M{x - 60} {y} Q{x + 100} {y + 36} {x + 260} {y}", "#634631", 7) for y in (650, 740, 820))
        body += "".join(line(f"M{x + 20 + j * 60} {690 + 34 * (j % 2)} q14 -16 28 0 t28 0", "#d98c7a", 9) for j in range(3))
    body += path("M1290 930 L1340 800 H1460 L1510 930Z", "#3d2c21") + "".join(line(f"M{1340 + j * 40} 800 C{1336 + j * 40} 770 {1340 + j * 40} 750 {1346 + j * 40} 728 m-2 20 q-24 -6 -28 -28 m30 18 q22 -8 26 -30", FOREST, 8) for j in range(4))
    return svg(defs, body)


SCENES = {
    "khemarat/photos/mudmee.jpg": mudmee_blue,
    "khemarat/photos/mekong-dawn.jpg": mekong_dawn,
    "khemarat/photos/loom.jpg": loom,
    "khemarat/photos/indigo-vats.png": indigo_vats,
    "khemarat/photos/circle.jpg": talk_circle,
    "khemarat/photos/visitors.jpg": visitors,
    "det-udom-na-suang/photos/rice-field.jpg": rice_field,
    "det-udom-na-suang/photos/rice-barn.jpg": rice_barn,
    "det-udom-na-suang/photos/seed-jars.webp": seed_jars,
    "det-udom-na-suang/photos/straw-field.jpg": straw_field,
    "warin-chamrap-mueang-si-khai/photos/savings-books.jpg": savings_books,
    "trakan-phuet-phon-khulu/photos/waste-sorting.jpg": waste_sorting,
    "trakan-phuet-phon-khulu/photos/worm-bins.png": worm_bins,
    "khong-chiam/photos/two-rivers.jpg": two_rivers,
    "khong-chiam/photos/homestay.jpg": homestay,
    "muang-sam-sip/photos/temple-hall.jpg": temple_hall,
    "muang-sam-sip/photos/caregivers.jpg": caregivers,
    "na-yia-na-rueang/photos/forest.jpg": forest,
    "warin-chamrap-mueang-si-khai/photos/kitchen-garden.webp": kitchen_garden,
}

STYLE = """<!doctype html><html lang="th"><meta charset="utf-8"><title>TITLE</title>
<style>@font-face{font-family:Looped;src:url(FACE)}@page{size:A4;margin:18mm}body{font:14pt/1.6 Looped,"Noto Sans Thai","Noto Sans",sans-serif;color:#1b2b52}h1{font-size:17pt;font-weight:400;margin:0}
table{width:100%;border-collapse:collapse;margin-top:6mm}td,th{border:1px solid #2b4478;height:10mm;padding:0 2mm;font-weight:400;font-size:12pt}</style>
<h1>TITLE</h1>"""

PAPERS = {
    "khemarat/vat-diary.pdf": ("สมุดบันทึกหม้อคราม", "หม้อที่ ........ เริ่มก่อวันที่ ........................ (ตัวอย่าง ไม่ใช่ข้อมูลจริง)"
        "<table><tr><th>วันที่<th>ค่าด่าง<th>สีผิวน้ำ<th>กลิ่น<th>อุณหภูมิ<th>ผู้ดูแล</tr>" + ("<tr>" + "<td>" * 6 + "</tr>") * 18 + "</table>"),
    "det-udom-na-suang/plan-2570.pdf": ("แผนศูนย์ฯ ตัวอย่าง: โรงเรียนชาวนา ปีงบประมาณ พ.ศ.&nbsp;๒๕๗๐", "ตัวอย่าง ไม่ใช่ข้อมูลจริง<table>"
        "<tr><th>เดือน<th>งาน<th>ผู้รับผิดชอบ</tr><tr><td>พ.ย.<td>เกี่ยวข้าวและตรวจนับยุ้ง<td>ธนาคารข้าว</tr><tr><td>ม.ค.<td>รับคืนข้าวและประชุมใหญ่<td>คณะทำงาน</tr>"
        "<tr><td>มี.ค.<td>ไถกลบตอซังพร้อมกันทั้งทุ่ง<td>กลุ่มทุ่งไม่เผา</tr><tr><td>พ.ค.<td>อบรมคัดเมล็ดพันธุ์<td>วิทยากร</tr><tr><td>ก.ย.<td>ประเมินผลและสรุปบทเรียน<td>เลขานุการ</tr></table>"),
}


def chromium(*arguments):
    command = [os.environ.get("CHROMIUM", "chromium"), "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
               "--force-device-scale-factor=1", *arguments]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=120)


def draw(name, scene, folder):
    source, shot = folder / "scene.svg", folder / "shot.png"
    source.write_text(scene(random.Random(name)), encoding="utf-8")
    chromium(f"--window-size={W},{H}", f"--screenshot={shot}", source.as_uri())
    picture = Image.open(shot).convert("RGB").crop((0, 0, W, H))
    target = ROOT / name
    target.parent.mkdir(parents=True, exist_ok=True)
    kind = target.suffix
    for size, quality, colours in ((1.0, 82, 96), (1.0, 74, 48), (1.0, 64, 24), (.8, 70, 24), (.65, 66, 16)):
        scaled = picture.resize((int(W * size), int(H * size)), Image.LANCZOS) if size < 1 else picture
        out = io.BytesIO()
        if kind == ".png":
            scaled.quantize(colours, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
        elif kind == ".webp":
            scaled.save(out, "WEBP", quality=quality, method=6)
        else:
            scaled.save(out, "JPEG", quality=quality, optimize=True, progressive=True)
        if len(out.getvalue()) <= LIMIT:
            break
    target.write_bytes(out.getvalue())
    print(f"{name}: {scaled.width} x {scaled.height}, {len(out.getvalue()) // 1000} kB")


def paper(name, title, body, folder):
    source, out = folder / "paper.html", folder / "paper.pdf"
    source.write_text(STYLE.replace("TITLE", title).replace("FACE", FACE.as_uri()) + body, encoding="utf-8")
    chromium("--no-pdf-header-footer", f"--print-to-pdf={out}", source.as_uri())
    data = re.sub(rb"D:\d{14}", b"D:20260101000000", out.read_bytes())
    (ROOT / name).write_bytes(data)
    print(f"{name}: {len(data) // 1000} kB")


def main():
    wanted = sys.argv[1:]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for target, scene in SCENES.items():
            if not wanted or any(word in target for word in wanted):
                draw(target, scene, folder)
        for target, (title, body) in PAPERS.items():
            if not wanted or any(word in target for word in wanted):
                paper(target, title, body, folder)


if __name__ == "__main__":
    main()
