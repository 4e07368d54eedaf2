"""Lives of records for tests: published, changed, withdrawn, on days that the test chooses."""

import datetime
from unittest import mock

from django.utils import timezone

from findings.models import Record
from findings.publishing import references, states
from findings.publishing.versions import Note, keep
from findings.vocabulary import State, Via
from tests import factories

EDITOR = Note(Via.FORM, line="Reworded")


def on(day):
    """Within this, it is noon of `day`, a date or its ISO form."""
    day = datetime.date.fromisoformat(day) if isinstance(day, str) else day
    noon = timezone.make_aware(datetime.datetime.combine(day, datetime.time(12)))
    return mock.patch.object(timezone, "now", return_value=noon)


def published(reference="ICS18-F01", **fields):
    """A record that breaks no rule, published now as version 1."""
    record = factories.record(reference, state=State.DRAFT, **fields)
    references.claim(reference, record.source, reference.partition("-")[2][0])
    audience = factories.models.Audience.objects.filter(slug="councils").first()
    record.addressings.create(audience=audience or factories.audience())
    factories.cite(record, factories.passage())
    return states.move(record, State.PUBLISHED, Note(Via.ACTION, line="Publish"))


def change(record, line="Reworded", is_major=False, **fields):
    """Change the record; returns its new version, or None where nothing was new."""
    record = Record.objects.get(pk=record.pk)
    for name, value in fields.items():
        setattr(record, name, value)
    record.save()
    return keep(record, Note(Via.FORM, line=line, is_major=is_major))


def withdraw(record, why="It was wrong.", successor=None):
    return states.move(record, State.WITHDRAWN, why=why, successor=successor)


def publish_again(record):
    return states.move(record, State.PUBLISHED)
