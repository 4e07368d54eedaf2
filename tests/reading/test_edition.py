"""One version of a record in the words of readers."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from findings.models import Record, Version
from findings.publishing import versions
from findings.reading.edition import edition_of, editions
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def version():
    record = factories.record(
        "ICS18-R01", title="Call first", body="Why.", action="The chair calls.", measure="No noise."
    )
    councils = factories.audience("councils")
    paragraph = factories.passage(locator="Paragraph 8")
    record.addressings.create(audience=councils, addressed="named", passage=paragraph)
    factories.cite(record, paragraph)
    return versions.keep(record, versions.Note("form"))


def test_it_keeps_what_was_said_when_the_record_has_changed(version):
    record = Record.objects.get(pk=version.record_id)
    record.title, record.action = "Call later", ""
    record.save()
    edition = edition_of(version)
    assert edition.title == "Call first"
    assert edition.long_texts == [
        ("Why", "Why."),
        ("What to do", "The chair calls."),
        ("How you would know it worked", "No noise."),
    ]
    assert edition.speaker == "The authors"
    assert [(name, how.value) for name, how, _ in edition.audiences] == [("Councils", "named")]


def test_a_theme_that_is_gone_is_called_by_its_slug(version):
    version.row["themes"] = ["trust"]
    version.save()
    assert [name for name, _ in edition_of(version).themes] == ["trust"]


def test_many_are_read_with_as_many_queries_as_one(version):
    other = versions.keep(factories.record("ICS18-R02"), versions.Note("form"))
    with CaptureQueriesContext(connection) as one:
        editions(Version.objects.filter(pk=version.pk))
    with CaptureQueriesContext(connection) as two:
        assert len(editions(Version.objects.filter(pk__in=[version.pk, other.pk]))) == 2
    assert len(two) == len(one) > 0
