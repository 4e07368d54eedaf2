"""A document as a tagged PDF (PDF/UA-1), set by typst with our own fonts."""

import json
import re
import unicodedata
from dataclasses import replace
from functools import cache
from pathlib import Path

import typst

from .document import Paragraph, values

TEMPLATE = Path(__file__).with_suffix(".typ")
FONTS = Path(__file__).parent / "fonts"
# The signs that our fonts and those inside typst have: PDF/UA allows no others. Latin, Greek and
# Cyrillic letters, punctuation, figures, currencies, arrows and mathematical signs.
SIGNS = [
    *((0x20, 0x7E), (0xA0, 0x377), (0x37A, 0x37F), (0x384, 0x38A), (0x38E, 0x3A1)),
    *((0x3A3, 0x4FF), (0x1E00, 0x1EFF), (0x2000, 0x2027), (0x202F, 0x2040), (0x2044, 0x2064)),
    *((0x2070, 0x2071), (0x2074, 0x208E), (0x20A0, 0x20C0), (0x2100, 0x211E), (0x2122, 0x2122)),
    *((0x2126, 0x2151), (0x2153, 0x2184), (0x2190, 0x22FF), (0xFB00, 0xFB06), (0xFFFD, 0xFFFD)),
]
SPANS = "".join(f"{chr(first)}-{chr(last)}" for first, last in SIGNS)
UNDRAWABLE = re.compile(f"[^{SPANS}]")
# What stands in the place of a sign that no font has.
MISSING = "\ufffd"
LACKING = f"{MISSING} stands for a sign that a PDF of ours can’t draw. It stands in the Word file."


class PdfFault(Exception):
    """typst had something to say against the document, which is a fault of ours."""


def write(document):
    """The bytes of a PDF. The same document gives the same bytes."""
    words = told(document)
    if drawable(words).count(MISSING) > words.count(MISSING):
        said = Paragraph(LACKING, style="small")
        words = told(replace(document, blocks=[*document.blocks, said]))
    return compiled(TEMPLATE, {"document": words}, pdf_standards="ua-1", format="pdf")


def told(document):
    return json.dumps(values(document), ensure_ascii=False)


def compiled(template, inputs, **form):
    """What typst makes of a template and its inputs, {name: text}. Raises PdfFault."""
    made, warnings = typst.compile_with_warnings(
        template,
        root=template.parent,
        font_paths=fonts(),
        sys_inputs={name: drawable(words) for name, words in inputs.items()},
        **form,
    )
    if warnings:
        raise PdfFault("; ".join(warning.message for warning in warnings))
    return made


@cache
def fonts():
    """Read once; the fonts of the machine are left out, so that every machine sets alike."""
    return typst.Fonts(include_system_fonts=False, font_paths=[FONTS])


def drawable(text):
    return UNDRAWABLE.sub(MISSING, unicodedata.normalize("NFC", text))
