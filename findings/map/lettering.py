"""How wide a text is, and how it breaks into lines, without a browser.

The widths are those of our own subset of Hanken Grotesk at its boldest weight, in thousandths of
the size: what fits by them fits at every weight that we use.
"""

from functools import lru_cache

WIDTHS = {
    193: "'",
    240: ",.:;",
    245: "ijìíîï",
    252: "!¡",
    260: " \u00a0¹",
    263: "IÌÍÎÏ",
    270: "‘’",
    271: "|¦",
    277: "()",
    278: "l",
    283: "{}",
    287: "¸",
    299: "[]",
    308: "·",
    312: "`",
    321: "´",
    327: "-\u00ad",
    348: "f",
    352: "¯",
    366: '"',
    367: "t",
    384: "•",
    399: "*",
    400: "³",
    405: "¨",
    407: "²",
    414: "¿",
    420: "/",
    422: "°",
    426: "r",
    428: "–",
    459: "»",
    462: "“",
    463: "”",
    467: "\\",
    471: "z",
    472: "s",
    473: "ª",
    493: "_",
    497: "º",
    504: "L",
    515: "?",
    522: "cgç",
    535: "vyýÿ",
    541: "e«èéêë",
    542: "x",
    546: "aàáâãäå",
    556: "J",
    558: "F",
    560: "$+0123456789<=>k~¢£¥¬±×÷−",
    562: "P",
    564: "hnuµñùúûü",
    572: "oòóôõöø",
    574: "bdpq",
    575: "S",
    578: "EÈÉÊË",
    584: "T",
    602: "ð",
    605: "Z",
    606: "§",
    610: "®",
    611: "B¤þ",
    612: "R",
    615: "¶",
    616: "Þ",
    625: "YÝ",
    627: "^",
    651: "ß",
    657: "UÙÚÛÜ",
    663: "K",
    670: "X",
    672: "V",
    674: "ADÀÁÂÃÄÅÐ",
    689: "NÑ",
    692: "…",
    693: "H",
    694: "#",
    700: "&",
    709: "CÇ",
    735: "%G",
    747: "OÒÓÔÕÖØ",
    755: "w",
    764: "¼",
    785: "Q",
    804: "©½",
    842: "¾",
    843: "m",
    856: "M",
    857: "æ",
    873: "@",
    928: "Æ",
    979: "W",
    1058: "—",
}
ADVANCES = {sign: width / 1000 for width, signs in WIDTHS.items() for sign in signs}
# What a sign takes that our font lacks, and another one draws: as wide as the widest of ours.
UNKNOWN = 1.1
# Lines may be narrowed to this share of the room, so that they come out alike.
NARROWEST = 0.55


@lru_cache(maxsize=4096)
def width(text, size):
    return sum(ADVANCES.get(sign, UNKNOWN) for sign in text) * size


@lru_cache(maxsize=4096)
def wrap(text, size, room, most=99):
    """The lines of `text` within `room`, alike in length; what exceeds `most` lines is cut."""
    lines = fill(text, size, room)
    narrower = room
    while len(lines) > 1 and narrower > room * NARROWEST:
        narrower -= size / 4
        tried = fill(text, size, narrower)
        if len(tried) > len(lines) or any(width(line, size) > narrower for line in tried):
            break
        lines = tried
    if len(lines) > most:
        lines = [*lines[: most - 1], cut(" ".join(lines[most - 1 :]), size, room)]
    return tuple(lines)


def fill(text, size, room):
    """As much on each line as it holds; a word that is longer than a line is broken."""
    lines = [""]
    for word in text.split():
        together = f"{lines[-1]} {word}".strip()
        if width(together, size) <= room:
            lines[-1] = together
            continue
        lines += [word] if lines[-1] else []
        lines[-1] = lines[-1] or word
        while width(lines[-1], size) > room and len(lines[-1]) > 1:
            whole = lines.pop()
            held = most_that_fits(whole, size, room)
            lines += [whole[:held], whole[held:]]
    return lines


def most_that_fits(text, size, room):
    """How many signs from the start fit; at least one."""
    held = 1
    while held < len(text) and width(text[: held + 1], size) <= room:
        held += 1
    return held


def cut(text, size, room):
    """The text on one line, with an ellipsis where it is too long."""
    if width(text, size) <= room:
        return text
    return f"{text[: most_that_fits(text, size, room - width('…', size))].rstrip()}…"
