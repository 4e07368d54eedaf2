"""The picture of a record that other sites show beside a link to it."""

from django.http import HttpResponse
from django.urls import reverse

from findings.formats.card import Card, draw
from findings.imprint import SITE

from .errors import strictly
from .knowing import refuse_unknown
from .references import of_a_record


@of_a_record
@strictly
def record_card(request, record):
    refuse_unknown(request)
    response = HttpResponse(draw(card_of(record)), content_type="image/png")
    # It shows the verdict: whoever keeps it asks whether that has changed.
    response["Cache-Control"] = "no-cache"
    return response


def card_of(record):
    standing = record.standing
    return Card(
        site=SITE,
        kind=f"{record.kind_word.label} {record.reference}",
        title=record.title,
        verdict=standing.word.value,
        sentence=standing.sentence,
    )


def shared(record):
    """The address of the picture of a published record, and its words."""
    url = reverse(f"{record.kind}-card", args=[record.reference])
    return {"url": url, "alt": card_of(record).words}
