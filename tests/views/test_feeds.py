"""Feeds of lists: valid, found from pages, and moved by what is published and nothing else."""

import re

import feedparser
import pytest

from findings.models import Audience, Record, Theme
from findings.publishing import edits
from findings.vocabulary import State, Verdict
from tests import factories, histories

pytestmark = pytest.mark.django_db
FEEDS = ["/browse.atom", "/browse.atom?audience=councils", "/findings.atom", "/themes/trust.atom"]


@pytest.fixture
def record():
    with histories.on("2026-07-03"):
        made = histories.published(verdict=Verdict.NOT_CHECKED)
        made.themes.add(factories.theme("trust"))
    return made


def read(client, address):
    """(feed, {id: when it moved}) of a well-formed feed."""
    parsed = feedparser.parse(client.get(address).content)
    assert not parsed.bozo
    moved = {entry.id: entry.updated for entry in parsed.entries}
    assert len(moved) == len(parsed.entries)
    return parsed.feed, moved


def entry(day):
    return {"http://testserver/findings/ICS18-F01/": f"{day}T11:00:00Z"}


@pytest.mark.parametrize("address", FEEDS)
def test_an_entry_moves_with_a_major_change_and_a_new_verdict_alone(client, record, address):
    feed, moved = read(client, address)
    assert (feed.id, feed.updated) == (f"http://testserver{address}", "2026-07-03T11:00:00Z")
    assert moved == entry("2026-07-03")
    with histories.on("2026-07-05"):
        histories.change(record, summary="A corrected spelling.", is_major=False)
    assert read(client, address)[1] == entry("2026-07-03")
    with histories.on("2026-07-06"):
        histories.change(record, summary="Another finding.", is_major=True)
    assert read(client, address)[1] == entry("2026-07-06")


@pytest.mark.parametrize("address", FEEDS)
def test_what_readers_can_not_see_moves_nothing(client, record, address):
    before = client.get(address)
    with histories.on("2026-07-09"):
        draft = factories.record("ICS18-F90", state=State.DRAFT, title="Canary")
        draft.themes.add(Theme.objects.get())
        draft.addressings.create(audience=Audience.objects.get())
        histories.keep(draft, histories.EDITOR)
        published = Record.objects.get(pk=record.pk)
        row = edits.working_row(published)
        edits.save(published, row, {**row, "title": "Canary"}, histories.EDITOR)
    after = client.get(address)
    assert after.content == before.content
    assert [after.get(name) for name in ("ETag", "Last-Modified")] == [
        before.get(name) for name in ("ETag", "Last-Modified")
    ]


def test_a_verdict_that_takes_effect_moves_its_entry(client, record):
    factories.verdict_on(record, Verdict.OVERTAKEN)
    # Midnight in London, of a day long before the record was published.
    assert read(client, "/browse.atom")[1] == entry("2026-07-03")
    later = record.verdicts.last()
    later.effective_on = "2026-08-01"
    later.save()
    with histories.on("2026-08-02"):
        assert read(client, "/browse.atom")[1] == {
            "http://testserver/findings/ICS18-F01/": "2026-07-31T23:00:00Z"
        }


def test_pages_of_audiences_and_themes_name_their_feed(client, record):
    for page in ("/for/councils/", "/themes/trust/", "/browse/", "/findings/"):
        html = client.get(page).content.decode()
        links = re.findall(r'type="application/atom\+xml" [^>]*href="([^"]*)"', html)
        assert len(links) == 1
        assert list(read(client, links[0].replace("&amp;", "&"))[1]) == list(entry(""))


def test_the_list_of_feeds_leads_to_feeds_and_pages(client, record):
    html = client.get("/feeds/").content.decode()
    main = html[html.index("<main") : html.index("</main>")]
    links = [link.replace("&amp;", "&") for link in re.findall(r'href="([^"]+)"', main)]
    atoms = [link for link in links if ".atom" in link]
    assert atoms == [
        "/changes.atom",
        "/browse.atom?sort=changed",
        "/browse.atom?audience=councils&sort=changed",
        "/findings.atom?sort=changed",
        "/skills.atom?sort=changed",
        "/recommendations.atom?sort=changed",
        "/themes/trust.atom?sort=changed",
    ]
    for link in links:
        assert (link, client.get(link).status_code) == (link, 200)
    for link in atoms:
        read(client, link)
