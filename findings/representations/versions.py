"""A version of a record: what it said then, in full, under today's verdict."""

from django.utils.timezone import localdate

from findings.texts import recommending
from findings.vocabulary import Speaker

from . import mentions
from .origin import iso, word
from .records import READING, text


def listed(version, origin):
    """A version without its text. Of a redacted one, that and why."""
    return {
        "number": version.number,
        "date": iso(localdate(version.made_at)),
        "line": version.line,
        "is_major": version.is_major,
        "redacted": {
            "date": iso(localdate(version.redacted_at)),
            "why": version.redacted_why,
        }
        if version.is_redacted
        else None,
        "url": origin.address("api-version", version.record.reference, version.number),
        "html_url": origin.page(version),
    }


def represent(edition, origin):
    """A version that is not redacted, as an Edition; its record is prepared by for_rows()."""
    record = edition.version.record
    return {
        "record": mentions.record(record, origin),
        "version": listed(edition.version, origin),
        **what_it_said(edition, origin),
        "verdicts": [verdict(each, origin) for each in edition.verdicts],
        **origin.terms,
    }


def what_it_said(edition, origin):
    return {
        "title": edition.title,
        "short_title": edition.text("short_title"),
        "summary": edition.summary,
        "brief_line": edition.text("brief_line"),
        "body": text(edition.text("body"), origin),
        **{name: text(edition.text(name), origin) for name in recommending.NAMES},
        "is_notice": bool(edition.row.get("is_notice")),
        "speaker": {
            **word(Speaker(edition.row["speaker"])),
            "note": edition.text("speaker_note"),
        },
        "trail": word(edition.trail),
        "themes": [name for name, _ in edition.themes],
        "audiences": [
            {"name": name, "addressed": word(how), "passage": place}
            for name, how, place in edition.audiences
        ],
        "roles": [
            {"label": label, "reason": reason, "speaker": READING}
            for label, reason in edition.roles
        ],
        "asks": [
            {"audience": name, "text": asked, "speaker": READING} for name, asked in edition.notes
        ],
        "links": [
            {
                "relation": relation,
                "reference": other.reference,
                "title": other.title,
                "reason": why,
            }
            for relation, other, why in edition.links
        ],
        "citations": [citation(each, origin) for each in edition.citations],
        "report": edition.report,
    }


def citation(cited, origin):
    """As it is called today; `html_url` is "" where the passage is gone."""
    return {
        "relation": cited.relation,
        "passage": cited.place,
        "work": cited.work,
        "made_by": cited.made_by,
        "html_url": cited.url and origin.root + cited.url,
    }


def verdict(judged, origin):
    """A verdict in effect when the version was made, the latest first."""
    row = judged.row
    return {
        **word(row.word),
        "reason": row.reason,
        "effective": iso(row.effective_on),
        "as_of": iso(row.as_of or row.checked_on),
        "checked": iso(row.checked_on),
        "developments": [title for title, _ in judged.developments],
        "citations": [citation(each, origin) for each in judged.citations],
    }
