"""A list of records as an Atom feed: an entry moves when what readers find of it has changed."""

import datetime

from django.db.models import Max

from findings.changes import midnight
from findings.documents import closing
from findings.formats import atom
from findings.models import Version

from .forms import FORMS


def feed_of(request, listing):
    """The bytes of the feed of a Listing, up to as many entries as a feed holds."""
    most = FORMS["atom"].most
    found = list(listing.found(most))
    terms = listing.origin.terms
    moments = published(found)
    return atom.write(
        atom.Feed(
            url=listing.url,
            own_url=request.build_absolute_uri(),
            title=f"ICS Leadership: {listing.sentence}",
            subtitle=" ".join([closing.knowledge(terms), cut(len(found), listing.count)]).strip(),
            author=closing.EDITORS,
            rights=f"{terms['licence']['name']}, {terms['licence']['url']}",
            updated=start(terms["knowledge_date"]),
            entries=tuple(entry(record, moments) for record in found),
        )
    )


def cut(shown, count):
    if shown >= count:
        return ""
    return f"These are the first {shown:,} of {count:,} records; JSON and CSV hold all."


def published(found):
    """{reference: when the version that readers see was published} in one query."""
    references = [record["reference"] for record in found]
    versions = Version.objects.public().filter(record__reference__in=references).order_by()
    return dict(versions.values_list("record__reference").annotate(Max("made_at")))


def entry(record, moments):
    verdict = record["verdict"]
    effective = start(verdict["effective"])
    return atom.Entry(
        url=record["html_url"],
        title=f"{record['title']} ({record['reference']})",
        summary=f"{verdict['sentence']}. {verdict['reason']} {record['summary']} "
        f"{record['trail']['label']}. {named(record)}",
        updated=max(moments.get(record["reference"], effective), effective),
        categories=(record["kind"]["label"], *(theme["name"] for theme in record["themes"])),
    )


def named(record):
    version = record["version"]
    return f"{record['reference']}, version {version['number']}." if version else ""


def start(day):
    """The first moment of a day; of no day, one before everything else."""
    return midnight(datetime.date.fromisoformat(day or "2014-01-01"))
