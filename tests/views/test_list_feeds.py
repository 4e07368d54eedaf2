"""When the entries of a list's feed move, and what comes back as news."""

import feedparser
import pytest

from findings.models import Record
from findings.publishing import edits
from tests import factories, histories
from tests.views.files import references
from tests.views.list_pages import KEPT, keep_shelf

pytestmark = pytest.mark.django_db


@pytest.fixture
def shelf():
    keep_shelf()


def test_an_entry_of_the_feed_moves_when_readers_see_something_new(client, shelf):
    def moments():
        read = feedparser.parse(client.get("/browse.atom").content)
        return {entry.id[-10:-1]: entry.updated for entry in read.entries}, read.feed.updated

    day = "2026-07-03T11:00:00Z"
    assert moments() == (dict.fromkeys(KEPT, day), day)
    record = Record.objects.get(reference="ICS18-S01")
    row = edits.working_row(record)
    edits.save(record, row, {**row, "title": "A pending title"}, histories.EDITOR)
    assert moments() == (dict.fromkeys(KEPT, day), day)
    with histories.on("2026-07-09"):
        histories.change(record, title="A new title", is_major=True)
    later = "2026-07-09T11:00:00Z"
    assert moments() == ({**dict.fromkeys(KEPT, day), "ICS18-S01": later}, later)
    factories.verdict_on(record, effective_on="2026-07-20")
    assert moments()[1] == "2026-07-19T23:00:00Z"


def test_what_is_published_again_comes_back_as_news(client):
    factories.home()
    with histories.on("2026-07-03"):
        _, record, other = map(histories.published, KEPT)
    feed = "/browse.atom?sort=changed"
    with histories.on("2026-07-09"):
        histories.withdraw(record)
    assert "ICS18-S01" not in references(client, "/browse", "atom", {"sort": "changed"})
    with histories.on("2026-07-10"):
        histories.publish_again(record)
    read = feedparser.parse(client.get(feed).content)
    assert [(entry.id[-10:-1], entry.updated[:10]) for entry in read.entries] == [
        ("ICS18-S01", "2026-07-10"),
        ("ICS18-F01", "2026-07-03"),
        ("ICS18-R01", "2026-07-03"),
    ]
    assert read.feed.updated[:10] == "2026-07-10"
    # A minor edit moves nothing, neither its moment nor its place.
    before = client.get(feed).content
    with histories.on("2026-07-11"):
        histories.change(other, "A comma", measure="Minor.")
    assert client.get(feed).content.replace(b"version 2", b"version 1") == before
