"""What two editions say differently, word by word."""

from django.utils import timezone

from findings.texts.diffing import differ_rows
from findings.texts.recommending import LONG_TEXTS


def spell_audience(name, how, place):
    return f"{name}: {how.label.lower()}" + (f", by {place}" if place else "")


def text_of(name):
    return lambda edition: edition.text(name)


# How each field is said in a difference: its label, and its value as text, one thing a line.
FIELDS = {
    "title": ("Title", lambda edition: edition.title),
    "short_title": ("Short title", lambda edition: edition.text("short_title")),
    "summary": ("Summary", lambda edition: edition.summary),
    "brief_line": ("Line for briefs", lambda edition: edition.text("brief_line")),
    "body": ("Text", lambda edition: edition.text("body")),
    **{each.name: (each.heading, text_of(each.name)) for each in LONG_TEXTS},
    "verdicts": (
        "Does it still hold?",
        lambda edition: map(str, edition.verdicts_by(timezone.localdate())),
    ),
    "speaker": ("Who says so", lambda edition: edition.speaker),
    "trail": ("Where it comes from", lambda edition: edition.trail.label),
    "citations": ("What it rests on", lambda edition: map(str, edition.citations)),
    "source": ("Report", lambda edition: edition.report),
    "themes": ("Themes", lambda edition: [name for name, _ in edition.themes]),
    "audiences": (
        "Whom it is addressed to",
        lambda edition: [spell_audience(*each) for each in edition.audiences],
    ),
    "roles": ("Roles", lambda edition: [f"{role}: {why}" for role, why in edition.roles]),
    "notes": (
        "What it asks of each audience",
        lambda edition: [f"{name}: {text}" for name, text in edition.notes],
    ),
    "links": (
        "How it connects",
        lambda edition: [
            f"{relation} {record.reference} {record.title}{f': {why}' if why else ''}"
            for relation, record, why in edition.links
        ],
    ),
}


def spelled(edition):
    """Each field of an edition as text, under its label."""
    texts = {label: spell(edition) for label, spell in FIELDS.values()}
    return {
        label: text if isinstance(text, str) else "\n".join(text) for label, text in texts.items()
    }


def differences(old, new):
    """The fields in which two editions differ for readers: [Difference, ...], by label."""
    return differ_rows(spelled(old), spelled(new), lambda label, text: text)
