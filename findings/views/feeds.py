"""Lists of records as Atom feeds: an entry moves when what readers find of it has changed, but
for minor edits; and the page that lists the feeds."""

import datetime

from django.shortcuts import render
from django.urls import reverse

from findings.documents import closing, marks
from findings.formats import atom
from findings.imprint import EDITORS, SITE
from findings.models import Audience, Record, Theme
from findings.models.news import told_at
from findings.reading.changes import midnight
from findings.vocabulary import Kind

from .downloads import FORMS


def feed_list(request):
    return render(request, "feed/list.html", {"groups": groups()})


def groups():
    """[(heading, [(name, address of the feed, address of the page), ...]), ...]"""
    everything = ("Every record", newest(reverse("browse")), reverse("browse"))
    changes = ("What changed", reverse("changes-feed"), reverse("changes"))
    kinds = [(kind.plural, reverse(f"{kind}-list")) for kind in Kind]
    themes = [(theme.name, theme.get_absolute_url()) for theme in Theme.objects.all()]
    return [
        ("Everything", [changes, everything]),
        (
            "For an audience",
            [
                (audience.name, for_audience(audience), audience.get_absolute_url())
                for audience in Audience.objects.all()
            ],
        ),
        ("Of one kind", [(name, newest(page), page) for name, page in kinds]),
        ("About a theme", [(name, newest(page), page) for name, page in themes]),
    ]


def newest(page, asked=""):
    """The feed of the list at an address, what changed last first."""
    return f"{page.rstrip('/')}.atom?{asked}sort=changed"


def for_audience(audience):
    return newest(reverse("browse"), f"audience={audience.slug}&")


def feed_of(request, listing):
    """The bytes of the feed of a Listing, up to as many entries as a feed holds."""
    most = FORMS["atom"].most
    found = list(listing.found(most))
    terms = listing.origin.terms
    moments = told(found)
    return atom.write(
        atom.Feed(
            url=listing.url,
            own_url=request.build_absolute_uri(),
            title=f"{SITE}: {listing.sentence}",
            subtitle=" ".join([closing.knowledge(terms), cut(len(found), listing.count)]).strip(),
            author=EDITORS,
            rights=f"{terms['licence']['name']}, {terms['licence']['url']}",
            updated=start(terms["knowledge_date"]),
            entries=tuple(entry(record, moments) for record in found),
        )
    )


def cut(shown, count):
    if shown >= count:
        return ""
    return f"These are the first {shown:,} of {count:,} records; JSON and CSV hold all."


def told(found):
    """{reference: when readers were last told something of its text} in one query."""
    references = [record["reference"] for record in found]
    records = Record.objects.filter(reference__in=references).order_by()
    return dict(records.annotate(told=told_at()).values_list("reference", "told"))


def entry(record, moments):
    verdict = record["verdict"]
    effective = start(verdict["effective"])
    return atom.Entry(
        url=record["html_url"],
        title=f"{record['title']} ({record['reference']})",
        summary=f"{verdict['sentence']}. {verdict['reason']} {led(record)}{record['summary']} "
        f"{record['trail']['label']}. {record['evidence']} {named(record)}",
        updated=max(moments[record["reference"]] or effective, effective),
        categories=(record["kind"]["label"], *(theme["name"] for theme in record["themes"])),
    )


def led(record):
    """What it asks of the audience that the feed is for, and why it is for the role."""
    return "".join(f"{line} " for line in marks.lead(record))


def named(record):
    version = record["version"]
    return f"{record['reference']}, version {version['number']}." if version else ""


def start(day):
    """The first moment of a day; of no day, one before everything else."""
    return midnight(datetime.date.fromisoformat(day or "2014-01-01"))
