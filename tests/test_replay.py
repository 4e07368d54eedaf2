"""Whatever editors do, every reference and every version that was issued goes on answering."""

import random
from html import unescape

import pytest

from findings.models import Record, Reference, Version
from findings.publishing import erasing, references, versions
from findings.vocabulary import Kind, State
from tests import factories
from tests.histories import change, publish_again, published, withdraw
from tests.views.reading import words

pytestmark = [pytest.mark.django_db, pytest.mark.alike]

STARTED = ["ICS18-F01", "ICS18-F02", "ICS18-S01", "ICS18-R01"]


def pick(chance, **wanted):
    records = list(Record.objects.filter(**wanted).order_by("pk"))
    return chance.choice(records) if records else None


def edit(chance, number):
    if record := pick(chance, state=State.PUBLISHED):
        change(record, f"Line {number}", title=f"Title {number}", summary=f"Summary {number}.")


def take_back(chance, number):
    if record := pick(chance, state=State.PUBLISHED):
        withdraw(record, f"Reason {number}", pick(chance, state=State.WITHDRAWN))


def bring_back(chance, number):
    if record := pick(chance, state=State.WITHDRAWN):
        publish_again(record)


def give_up(chance, number):
    """A draft that gets a reference and is deleted before readers see it."""
    draft = factories.record(f"ICS18-F{number + 100}", title="Secret draft", state=State.DRAFT)
    references.claim(draft.reference, draft.source, "F")
    draft.delete()


def redact(chance, number):
    """Any version but the first ones, whose text this test compares."""
    found = list(Version.objects.exclude(number=1).exclude(number=None))
    if found:
        version = chance.choice(found)
        if not (version.is_redacted or versions.is_on_show(version)):
            erasing.redact(version, f"Reason {number}")


def replay(client):
    """Every address that was ever issued, and what it answers now."""
    addresses = []
    for reference in Reference.objects.all():
        kind = next(kind for kind in Kind if kind.letter == reference.letter)
        page = f"/{kind.slug}/{reference.text}"
        addresses += [f"/{reference.text}", f"/{reference.text.lower()}", f"{page}/", f"{page}.ris"]
    for version in Version.objects.numbered().select_related("record"):
        address = version.get_absolute_url()
        addresses += [address, address.lower(), f"{address.rstrip('/')}.bib"]
        before = f"v{version.number - 1}..v{version.number}/"
        if version.number > 1:
            addresses.append(address.replace(f"v{version.number}/", before))
    return {address: client.get(address) for address in addresses}


def test_after_a_hundred_random_edits_everything_issued_still_answers(client):
    for reference in STARTED:
        published(reference, title=f"First title of {reference}", body=f"First of {reference}.")
    first = {version.pk: version.row for version in Version.objects.filter(number=1)}
    assert len(first) == 4
    chance = random.Random(2018)
    deeds = [edit] * 5 + [take_back] * 2 + [bring_back] * 3 + [give_up, redact]
    for number in range(100):
        chance.choice(deeds)(chance, number)

    assert {each.pk: each.row for each in Version.objects.filter(number=1)} == first
    assert Version.objects.numbered().count() > 30
    assert Version.objects.exclude(redacted_at=None).exists()

    answers = replay(client)
    assert {response.status_code for response in answers.values()} <= {200, 301, 404, 410}
    assert {
        address: response.status_code
        for address, response in answers.items()
        if response.status_code not in (200, 301, 404, 410)
    } == {}
    for response in answers.values():
        assert b"Secret" not in response.content

    for record in Record.objects.filter(state=State.WITHDRAWN):
        publish_again(record)
    for record in Record.objects.all():
        page = client.get(f"{record.get_absolute_url()}v1/")
        assert f"<h1>First title of {record.reference}</h1>" in unescape(page.content.decode())
        assert f"First of {record.reference}." in words(page)
