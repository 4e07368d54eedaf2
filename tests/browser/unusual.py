"""Fills a site with what is seldom seen: withdrawn, redacted, long, empty, under review.

Runs on the site itself, by `script/manage shell`, and writes the address of a preview.
"""

import sys

from django.urls import reverse

from findings.models import (
    Audience,
    Development,
    Gap,
    LawLine,
    Record,
    Source,
    Term,
    Theme,
    Version,
)
from findings.publishing import edits, erasing, rechecks, states
from findings.publishing.versions import Note
from findings.views.preview import token_of
from findings.vocabulary import State, Via

NOTE = Note(Via.FORM, line="Made longer, to see what a long text does to the page")
WITHDRAWN, SUCCESSOR, REDACTED, LONG, PENDING = (
    f"ICS18-{number}" for number in ("F09", "F08", "F10", "F12", "S01")
)
LONG_WORD = "Interorganisational" * 5


def record(reference):
    return Record.objects.get(reference=reference)


def prepare():
    why = "It said more than the source does. " * 6
    states.move(record(WITHDRAWN), State.WITHDRAWN, why=why, successor=record(SUCCESSOR))
    change(REDACTED, summary="A summary that was changed, so that there is a version before it.")
    erasing.redact(Version.objects.get(record=record(REDACTED), number=1), "It named somebody.")
    change(LONG, **long_texts())
    edits.save(*edited(PENDING, title="A title that only a preview shows"), NOTE)
    empty(Audience.objects.get(slug="housing"))
    lengthen(Gap, "title", "statement", reference="ICS18-G01")
    lengthen(Source, "title", "byline", slug="scie-report")
    lengthen(Term, "full_name", "definition", slug="ics")
    lengthen(LawLine, "title", "text", "would_change", slug="council-seat")
    lengthen(Development, "title", "summary", slug="health-bill")
    Theme.objects.create(name="A theme without records", slug="empty", description="Nothing yet.")
    rechecks.ask(Development.objects.filter(bears_on__reference="ICS18-F03").first())
    sys.stdout.write(reverse("preview", args=[token_of(record(PENDING))]))


def edited(reference, **fields):
    one = record(reference)
    row = edits.working_row(one)
    return one, row, {**row, **fields}


def change(reference, **fields):
    edits.save(*edited(reference, **fields), NOTE)
    edits.publish(record(reference), NOTE)


def long_texts():
    return {
        "title": f"{LONG_WORD} and a good deal more"[:120],
        "summary": f"{LONG_WORD} is a word that no column is wide enough for. " * 4,
        "body": "\n\n".join(f"{LONG_WORD} stands in a long paragraph. " * 12 for _ in range(8)),
    }


def lengthen(model, *fields, **of):
    changed = model.objects.filter(**of).update(**dict.fromkeys(fields, f"{LONG_WORD} and more"))
    assert changed == 1


def empty(audience):
    audience.questions.all().delete()
    audience.changes.all().delete()
    audience.law_lines.all().delete()
