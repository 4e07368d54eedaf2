"""What cites a source and its passages, and the shelves on which sources stand."""

from itertools import groupby
from typing import NamedTuple

from django.utils.text import get_text_list

from findings.models import Record, Verdict
from findings.vocabulary import Extent


def shelve(sources):
    """[(heading, [(source, what cites it), ...]), ...]: no shelf is empty."""
    full, reports, others = [], [], []
    for source in sources:
        is_full = source.extent == Extent.FULL
        shelf = reports if source.report_code else full if is_full else others
        shelf.append((source, cited_by(source)))
    about_reports = "The report" if len(reports) == 1 else "The reports"
    shelves = [("Read in full", full), (about_reports, reports), ("Other sources", others)]
    return [(heading, shelf) for heading, shelf in shelves if shelf]


def cited_by(source):
    """ "3 records, 1 gap and 1 event", or "" if nothing cites the source."""
    counts = {
        "record": source.record_count,
        "verdict": source.verdict_count,
        "gap": source.gap_count,
        "event": source.development_count,
        "audience page": source.change_count,
    }
    said = [f"{count} {noun}{'' if count == 1 else 's'}" for noun, count in counts.items() if count]
    return get_text_list(said, "and")


class Use(NamedTuple):
    """Something that cites a passage; `place` puts the uses of a passage in reading order."""

    place: tuple
    noun: str
    title: str
    url: str
    relation: str
    record: Record | None = None
    verdict: Verdict | None = None
    reference: str = ""


def uses_of(passage):
    """[(noun in the plural, [use, ...]), ...] of a passage with prefetched citations."""
    uses = [use_made_by(citation) for citation in passage.citations.all()]
    uses.sort(key=lambda use: use.place)
    return [(noun, list(group)) for noun, group in groupby(uses, key=lambda use: use.noun)]


def records_of(all_uses):
    """The records among the uses of several passages, each with its verdicts at hand."""
    uses = [use for groups in all_uses for _, some in groups for use in some]
    return [use.record for use in uses if use.record and not use.verdict]


def use_made_by(citation):
    relation = f"{citation.get_relation_display().lower()} this"
    if record := citation.record:
        place, url = (1, record.sort_key), record.get_absolute_url()
        return Use(place, "Records", record.title, url, relation, record)
    if verdict := citation.verdict:
        record = verdict.record
        place, url = (2, record.sort_key, verdict.pk), f"{record.get_absolute_url()}#verdict"
        return Use(place, "Verdicts", record.title, url, relation, record, verdict)
    if gap := citation.gap:
        place, url = (3, gap.reference), gap.get_absolute_url()
        return Use(place, "Gaps", gap.title, url, relation, reference=gap.reference)
    event = citation.development
    place, url = (4, event.date, event.slug), event.get_absolute_url()
    return Use(place, "Events", event.title, url, relation)
