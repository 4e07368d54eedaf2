"""A list of things as an Atom feed (RFC 4287)."""

import datetime
from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement, tostring

from .document import fit

MEDIA_TYPE = "application/atom+xml"
NAMESPACE = "http://www.w3.org/2005/Atom"


@dataclass(frozen=True)
class Entry:
    """`url` is where the thing is read, and names it for good where no `key` does; `updated` is
    a moment with its zone."""

    url: str
    title: str
    summary: str
    updated: datetime.datetime
    categories: tuple = ()
    key: str = ""


@dataclass(frozen=True)
class Feed:
    """`url` is where the same is read as a page, `own_url` where the feed is."""

    url: str
    own_url: str
    title: str
    subtitle: str
    author: str
    rights: str
    # While there is no entry; otherwise the feed is as new as its newest.
    updated: datetime.datetime
    entries: tuple


def write(feed):
    root = Element("feed", {"xmlns": NAMESPACE, "xml:lang": "en-GB"})
    text(root, "id", feed.own_url)
    text(root, "title", feed.title)
    text(root, "subtitle", feed.subtitle)
    link(root, feed.url, "alternate", "text/html")
    link(root, feed.own_url, "self", MEDIA_TYPE)
    text(
        root, "updated", moment(max((each.updated for each in feed.entries), default=feed.updated))
    )
    text(SubElement(root, "author"), "name", feed.author)
    text(root, "rights", feed.rights)
    for entry in feed.entries:
        add(SubElement(root, "entry"), entry)
    return tostring(root, encoding="utf-8", xml_declaration=True)


def add(element, entry):
    text(element, "id", entry.key or entry.url)
    text(element, "title", entry.title)
    link(element, entry.url, "alternate", "text/html")
    text(element, "updated", moment(entry.updated))
    for category in entry.categories:
        SubElement(element, "category", term=fit(category))
    text(element, "summary", entry.summary)


def text(parent, name, words):
    SubElement(parent, name).text = fit(words)


def link(parent, address, relation, kind):
    SubElement(parent, "link", href=address, rel=relation, type=kind)


def moment(at):
    return at.astimezone(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
