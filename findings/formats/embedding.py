"""Fonts inside a Word file, so that it looks the same on a machine that lacks them.

Word keeps an embedded font in disguise: the first 32 bytes are mixed with a key that stands in
the list of fonts beside it (ECMA-376, part 4, 14.2.3).
"""

import uuid
from pathlib import Path
from xml.sax.saxutils import quoteattr

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part

FONTS = Path(__file__).parent / "fonts"
# Name, what Word takes where it can't use ours, family, and the file for each weight.
LIST = [
    (
        *("Hanken Grotesk", "Arial", "swiss"),
        {"Regular": "hanken-grotesk-regular.ttf", "Bold": "hanken-grotesk-bold.ttf"},
    ),
    ("Newsreader", "Georgia", "roman", {"Regular": "newsreader.ttf"}),
]
OBFUSCATED = "application/vnd.openxmlformats-officedocument.obfuscatedFont"
NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)


def embed(word):
    """Puts the fonts into a docx Document in the place of its list of fonts."""
    table = word.part.part_related_by(RELATIONSHIP_TYPE.FONT_TABLE)
    entries = [entry(table, *font) for font in LIST]
    table._blob = (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f"<w:fonts {NAMESPACES}>{''.join(entries)}</w:fonts>"
    ).encode()


def entry(table, name, other, family, files):
    embedded = [embedded_file(table, weight, file) for weight, file in files.items()]
    return (
        f"<w:font w:name={quoteattr(name)}><w:altName w:val={quoteattr(other)}/>"
        f'<w:family w:val="{family}"/><w:pitch w:val="variable"/>{"".join(embedded)}</w:font>'
    )


def embedded_file(table, weight, file):
    key = uuid.uuid5(uuid.NAMESPACE_URL, file)
    place = PackURI(f"/word/fonts/{Path(file).stem}.odttf")
    content = disguised((FONTS / file).read_bytes(), key)
    part = Part(place, OBFUSCATED, content, table.package)
    relation = table.relate_to(part, RELATIONSHIP_TYPE.FONT)
    return f'<w:embed{weight} r:id="{relation}" w:fontKey="{{{str(key).upper()}}}"/>'


def disguised(content, key):
    mixed = bytes(byte ^ own for byte, own in zip(content[:32], key.bytes[::-1] * 2, strict=True))
    return mixed + content[32:]
