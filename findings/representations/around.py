"""What stands around a record on its page: what it leads to in full, its versions, its words."""

from findings.models import Source
from findings.search.related import related

from . import mentions, records, terms, versions


def represent(record, steps, explained, origin):
    """`record` is prepared by for_data(). `steps` are its versions, newest first, each with the
    address of its difference from the one before: [(Version, url), ...]. `explained` are the
    Terms that its page explains."""
    alike = related(record)
    linked = [link.target_id for link in record.links.all()]
    linked += [link.record_id for link in record.backlinks.all()]
    pks = dict.fromkeys([*linked, *(other.pk for other in alike)])
    shown = {each["reference"]: each for each in records.represent_all(pks, origin, record.seen_on)}
    return {
        "records": shown,
        "related": [shown[other.reference] for other in alike if other.reference in shown],
        "gaps": [
            {**mentions.gap(gap, origin), "statement": gap.statement} for gap in record.gaps.all()
        ],
        "versions": [step(version, url, origin) for version, url in steps],
        "changes_url": origin.address("changes"),
        "terms": [terms.represent(term, origin) for term in explained],
        "reports_to_come": reports_to_come(record.seen_on, origin),
    }


def step(version, url, origin):
    return {**versions.listed(version, origin), "difference_url": url and origin.root + url}


def reports_to_come(day, origin):
    """The reports that had not come out by a past day."""
    later = Source.objects.reports().filter(published_on__gt=day) if day else []
    return [mentions.source(report, origin) for report in later]


def beside(found, origin):
    """What matches the same words and is no record. `found` is a Beside."""
    return {
        "terms": [terms.represent(term, origin) for term in found.terms],
        "gaps": [mentions.gap(gap, origin) for gap in found.gaps],
        "developments": [mentions.development(each, origin) for each in found.developments],
    }
