"""A record as one cites it: the work that it rests on, or the editors, and what to say with it."""

from django.utils import timezone
from django.utils.text import capfirst

from findings.formats.citations import Quotation, date_in, long_date
from findings.imprint import EDITORS
from findings.models import HomePage
from findings.models.standing import Standing
from findings.vocabulary import Trail


def quote(edition, root, knowledge=None):
    """An edition as a Quotation. Its verdict is today's, so that nobody quotes a dead fact.

    `root` is the site's own address. Whoever quotes many gives the sentence on the editors'
    knowledge, read once.
    """
    version, record = edition.version, edition.version.record
    today = timezone.localdate()
    standing = Standing(record.verdict_on(today), today, record.recheck_since)
    on = numbers(timezone.localdate(version.made_at))
    return Quotation(
        **work(edition, on),
        kind=record.kind,
        reference=record.reference,
        version=version.number,
        versioned=on,
        caveats=(
            edition.trail.label,
            standing.sentence if standing.row else "",
            at_second_hand(edition),
            about(edition),
            HomePage.objects.knowledge() if knowledge is None else knowledge,
        ),
        checked=numbers(standing.checked_on),
        url=root + version.get_absolute_url(),
    )


def numbers(day):
    return (day.year, day.month, day.day) if day else ()


def work(edition, on):
    """Who made what is cited, and when: the work that the record rests on, or the editors."""
    source, citation = cited(edition)
    if source is None:
        own = {"author": EDITORS, "title": edition.title, "heading": "", "place": ""}
        return {**own, "published": long_date(on), "issued": on}
    return {
        "author": source.byline,
        "title": source.title,
        "heading": edition.title,
        "published": source.published,
        "issued": numbers(source.published_on) or date_in(source.published),
        "place": edition.passage(citation).label,
    }


def cited(edition):
    """The source that is the author of what the record says, and the citation; or two None."""
    citation = edition.main_citation
    source = citation and edition.names.sources.get(citation["source"])
    return (source, citation) if source and edition.trail != Trail.OWN else (None, None)


def at_second_hand(edition):
    """Through whom the editors know the place that is cited, where they have not seen it."""
    source, citation = cited(edition)
    return capfirst(edition.passage(citation).hand) if source else ""


def about(edition):
    """The report behind the record, where that is not the work that is cited; of our own advice,
    the works that it rests on."""
    source, _ = cited(edition)
    report = edition.names.sources.get(edition.row["source"])
    if source is None and edition.works:
        return f"It rests on {'; '.join(map(named, edition.works))}"
    if report is None or report == source:
        return ""
    return f"{'It is about' if source else 'It rests on'} {named(report)}"


def named(source):
    return f"{source.byline}, “{source.title}”, {source.published}"
