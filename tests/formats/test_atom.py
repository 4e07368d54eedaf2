import datetime

import feedparser

from findings.formats import atom

from .papers import HOSTILE

DAY = datetime.datetime(2026, 7, 2, 12, tzinfo=datetime.UTC)


def feed(*entries):
    return atom.Feed(
        url="https://ics.example/browse/?q=a&kind=skill",
        own_url="https://ics.example/browse.atom?q=a&kind=skill",
        title="Two records",
        subtitle="Nothing later has been read.",
        author="The editors",
        rights="CC BY 4.0",
        updated=DAY,
        entries=entries,
    )


def entry(reference, days=0, **fields):
    texts = {"title": f"Title of {reference}", "summary": "Stands."} | fields
    moment = DAY + datetime.timedelta(days=days)
    return atom.Entry(url=f"https://ics.example/{reference}", updated=moment, **texts)


def test_a_feed_parses_with_all_that_it_says():
    read = feedparser.parse(atom.write(feed(entry("F01", 1, categories=("Trust",)), entry("F02"))))
    assert (read.bozo, read.version) == (False, "atom10")
    assert read.feed.id == "https://ics.example/browse.atom?q=a&kind=skill"
    assert (read.feed.title, read.feed.author, read.feed.rights) == (
        *("Two records", "The editors", "CC BY 4.0"),
    )
    assert {link.rel: link.href for link in read.feed.links} == {
        "alternate": "https://ics.example/browse/?q=a&kind=skill",
        "self": "https://ics.example/browse.atom?q=a&kind=skill",
    }
    assert read.feed.updated == "2026-07-03T12:00:00Z"
    first, second = read.entries
    assert (first.id, first.link, first.updated) == (
        *("https://ics.example/F01", "https://ics.example/F01", "2026-07-03T12:00:00Z"),
    )
    assert [tag.term for tag in first.tags] == ["Trust"]
    assert second.updated == "2026-07-02T12:00:00Z"


def test_an_empty_feed_has_a_day():
    read = feedparser.parse(atom.write(feed()))
    assert (read.bozo, read.entries, read.feed.updated) == (False, [], "2026-07-02T12:00:00Z")


def test_texts_are_texts_whatever_they_hold():
    content = atom.write(feed(entry("F01", title=HOSTILE, summary="a\x00b\ud800c <b>d</b>")))
    [read] = feedparser.parse(content, sanitize_html=False).entries
    assert read.title == HOSTILE
    assert read.summary == "abc <b>d</b>"
