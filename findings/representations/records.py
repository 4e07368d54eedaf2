"""A record as its own page shows it, or all records that a Query finds."""

import re
from itertools import islice

from django.utils.timezone import localdate

from findings.asking.lens import ANYBODY
from findings.formats.citations import FILES
from findings.models import Record
from findings.models.standing import judged
from findings.reading.evidence import evidence
from findings.texts import markdown, recommending
from findings.texts.days import AsAt
from findings.vocabulary import Addressed, Role, Speaker

from . import mentions
from .origin import iso, word

# Read at a time, so that a list of any length takes little memory.
AT_A_TIME = 200
OWN_ADDRESS = re.compile(r'(<a href=")(?=/)')
# The whole record as a file; what cites it is in FILES.
OF_A_RECORD = ("docx", "pdf", "json", "md")
# Who says what is the editors' reading.
READING = word(Speaker.EDITORS)


def found(query, origin, most=None):
    """Yields every record that `query` finds, or the first `most`, in the order of the page,
    whatever its page."""
    day = query.as_at.day
    pks = islice(query.in_order(), most)
    while batch := list(islice(pks, AT_A_TIME)):
        yield from represent_all(batch, origin, day, query.lens)


def asked(query, count, origin):
    """What `query` asks, as its page says it: the sentence, the words, and the page itself."""
    wanted = query.wanted
    return {
        "sentence": query.sentence(count),
        "as_at": iso(query.as_at.day),
        "words": {
            "text": wanted.text,
            "corrections": [
                {"typed": typed, "read_as": corrected} for typed, corrected in wanted.corrections
            ],
            "synonyms": [
                {"typed": typed, "also": list(others)} for typed, others in wanted.synonyms
            ],
            "any_of_them": wanted.any_of,
            "report": wanted.report and mentions.source(wanted.report, origin),
        }
        if wanted
        else None,
        "html_url": origin.root + query.on_page(1).url,
    }


def represent_all(pks, origin, day=None, lens=ANYBODY):
    """The published among the records with these keys, in this order."""
    records = Record.objects.published().for_data(day).in_bulk(pks)
    return [represent(records[pk], origin, lens) for pk in pks if pk in records]


def represent(record, origin, lens=ANYBODY):
    """A record prepared by for_data(), as it is told to whom `lens` says."""
    return {
        "reference": record.reference,
        "kind": word(record.kind_word),
        "url": mentions.at(record, origin),
        "html_url": origin.page(record),
        "version": version(record, origin),
        "as_at": iso(record.seen_on),
        "title": record.title,
        "short_title": record.short_title,
        "lead": lead(record, lens, origin),
        "summary": record.summary,
        "brief_line": record.brief_line,
        "body": text(record.body, origin),
        **{name: text(getattr(record, name), origin) for name in recommending.NAMES},
        "is_notice": record.is_notice,
        "speaker": {**word(record.speaker_word), "note": record.speaker_note},
        "trail": word(record.trail_word),
        "evidence": evidence(record),
        **standing(record, origin),
        "themes": [mentions.theme(theme, origin) for theme in record.themes.all()],
        "audiences": [addressing(each, origin) for each in record.addressings.all()],
        "roles": [role(each) for each in record.role_readings.all()],
        "asks": [ask(note, origin) for note in record.notes.all()],
        "links": [link(each, each.target, origin) for each in record.links.all()],
        "backlinks": [link(each, each.record, origin) for each in record.backlinks.all()],
        "citations": [mentions.citation(each, origin) for each in record.citations.all()],
        "gaps": [mentions.gap(gap, origin) for gap in record.gaps.all()],
        "report": mentions.source(record.source, origin),
        "forms": forms(record, origin),
        **origin.terms,
    }


def lead(record, lens, origin):
    """What is told first: what it asks of the audience asked about, or the summary."""
    return {
        "text": lens.text(record),
        "audiences": [mentions.audience(note.audience, origin) for note in lens.asks(record)],
        "names_them": lens.names(record),
        "roles": [role(reading) for reading in lens.reasons(record)],
    }


def text(written, origin):
    """A longer text, as plain words and as safe HTML; None where there is none."""
    if not written:
        return None
    html = OWN_ADDRESS.sub(rf"\g<1>{origin.root}", markdown.html(written))
    return {"text": markdown.plain(written), "html": html}


def version(record, origin):
    """The version that readers see now; None before one was kept."""
    latest = latest_version(record)
    if latest is None:
        return None
    latest.record = record
    return {
        "number": latest.number,
        "date": iso(localdate(latest.made_at)),
        "url": origin.address("api-version", record.reference, latest.number),
        "html_url": origin.page(latest),
    }


def latest_version(record):
    return record.numbered_versions[-1] if record.numbered_versions else None


def forms(record, origin):
    """{form: address} of the files in which the record can be taken away."""
    day = AsAt(record.seen_on).suffix
    name = f"{record.kind}-file"
    found = {form: origin.address(name, record.reference, form) + day for form in OF_A_RECORD}
    if latest_version(record):
        name = f"{record.kind}-citation"
        found |= {form: origin.address(name, record.reference, form) for form in FILES}
    return found


def standing(record, origin):
    """Whether it holds: the verdict in force, those before it, and what happened since."""
    standing, known = record.standing, judged(record)
    because = known["review_because"]
    review = {
        "since": iso(standing.review_since),
        "because": because and mentions.development(because, origin),
    }
    return {
        "verdict": {
            **word(standing.word),
            "reason": standing.reason,
            "effective": iso(standing.row and standing.row.effective_on),
            "as_of": iso(standing.as_of),
            "checked": iso(standing.checked_on),
            "is_old": standing.is_old,
            "sentence": standing.sentence,
            "under_review": review if standing.review_since else None,
            "developments": [mentions.development(each, origin) for each in known["behind"]],
            "citations": cited(standing.row, origin),
        },
        "earlier_verdicts": [earlier(row, origin) for row in known["earlier_verdicts"]],
        "other_developments": [
            mentions.development(each, origin) for each in known["other_developments"]
        ],
    }


def earlier(verdict, origin):
    return {
        **word(verdict.word),
        "reason": verdict.reason,
        "effective": iso(verdict.effective_on),
        "as_of": iso(verdict.as_of or verdict.checked_on),
        "checked": iso(verdict.checked_on),
        "developments": [mentions.development(each, origin) for each in verdict.developments.all()],
        "citations": cited(verdict, origin),
    }


def cited(verdict, origin):
    rows = verdict.citations.all() if verdict else []
    return [mentions.citation(each, origin) for each in rows]


def addressing(addressing, origin):
    """An audience, how the record is addressed to it, and the passage that shows it."""
    passage = addressing.passage
    return {
        **mentions.audience(addressing.audience, origin),
        "addressed": word(Addressed(addressing.addressed)),
        "passage": passage and mentions.passage(passage, origin),
    }


def role(reading):
    return {**word(Role(reading.role)), "reason": reading.reason, "speaker": READING}


def ask(note, origin):
    """What the record asks of an audience."""
    return {
        "audience": mentions.audience(note.audience, origin),
        "text": note.text,
        "speaker": READING,
    }


def link(link, other, origin):
    return {
        "relation": {"value": link.relation, "label": link.get_relation_display()},
        "record": mentions.record(other, origin),
        "reason": link.reason,
        "speaker": READING,
    }
