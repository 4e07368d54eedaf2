"""A document as a tagged PDF (PDF/UA-1), set by typst with our own fonts."""

from functools import cache
from pathlib import Path

import typst

from .signs import UNDRAWABLE, composed, noting

TEMPLATE = Path(__file__).with_suffix(".typ")
FONTS = Path(__file__).parent / "fonts"
# What stands in the place of a sign that no font has.
MISSING = "\ufffd"
LACKING = f"{MISSING} stands for a sign that a PDF of ours can’t draw. It stands in the Word file."


class PdfFault(Exception):
    """typst had something to say against the document, which is a fault of ours."""


def write(document):
    """The bytes of a PDF. The same document gives the same bytes."""
    words = noting(document, LACKING).told
    return compiled(TEMPLATE, {"document": words}, pdf_standards="ua-1", format="pdf")


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
    return UNDRAWABLE.sub(MISSING, composed(text))
