from pathlib import Path

import pytest
from django.template.loader import get_template

from ics_leadership.templates import short


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("<p>\n    <b>1</b>\n\n    <i>2</i>\n</p>\n", "<p>\n<b>1</b>\n<i>2</i>\n</p>\n"),
        (
            "<b>1</b>\n{% if a %}\n  <i>2</i>\n{% endif %}\n<i>3</i>",
            "<b>1</b>\n{% if a %}<i>2</i>\n{% endif %}<i>3</i>",
        ),
        (
            "{% comment %}What it is.{% endcomment %}\n{% load marks %}\n<p>",
            "{% comment %}What it is.{% endcomment %}{% load marks %}<p>",
        ),
        ("{% trail_mark a %}\n{% trail_mark b %}\n", "{% trail_mark a %}\n{% trail_mark b %}\n"),
        ("{% if a %}<b>1</b>{% endif %}\n<b>2</b>", "{% if a %}<b>1</b>{% endif %}\n<b>2</b>"),
        ("{{ a }}\n{{ b }}", "{{ a }}\n{{ b }}"),
    ],
)
def test_only_white_space_for_whoever_writes_goes(written, read):
    assert short(written) == read


@pytest.mark.parametrize("name", ["contact.html", "robots.txt"])
def test_pages_are_shortened_and_texts_are_not(name):
    template = get_template(name).template
    written = Path(template.origin.name).read_text()
    assert "\n " in written or not name.endswith(".html")
    assert template.source == (short(written) if name.endswith(".html") else written)
