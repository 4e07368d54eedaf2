"""What must hold across tables before readers may see a record.

Rules within one row are constraints of the database. These look at several rows, so they
are checked when a record is published or loaded, and for every row by `audit_content`.
"""

from findings.models import Citation, Gap, Record, Reference, Source
from findings.publishing import knowledge, references, unsound
from findings.texts import markdown
from findings.texts.recommending import NO_CASE
from findings.vocabulary import (
    LINK_ENDS,
    CitationRelation,
    Kind,
    LinkRelation,
    Method,
    Trail,
    joins,
)

from .fields import Fault


def faults_of(record):
    """All that keeps `record` from being published: [Fault, ...], empty when nothing does."""
    checks = [
        ("summary", bool(record.summary), "is missing"),
        ("audiences", record.addressings.exists(), "are missing: nobody is addressed"),
        (
            "verdicts",
            record.verdicts.in_force().exists(),
            "are missing: it isn't said whether the record still holds",
        ),
        (
            "citations",
            record.trail == Trail.OWN or record.citations.exists(),
            "are missing, and it isn't marked as the editors' own",
        ),
        ("case", has_source(record.case), "names no source: link to it"),
    ]
    faults = [Fault(field, message) for field, holds, message in checks if not holds]
    return faults + link_faults(record) + reference_faults(record, Kind(record.kind).letter)


def has_source(case):
    """Whether a public case leads to its source, or says that none is known."""
    return not case or case.strip() == NO_CASE or markdown.LINK_MARK in case


def link_faults(record):
    faults = []
    for number, link in enumerate(record.links.select_related("target"), start=1):
        if not joins(record.kind, link.relation, link.target.kind):
            near, far = LINK_ENDS[LinkRelation(link.relation)]
            ends = f"from a {' or '.join(near)} to a {' or '.join(far)}"
            message = f"“{link.get_relation_display().lower()}” leads {ends}"
            faults.append(Fault(f"links[{number}]", message))
    return faults


def reference_faults(thing, letter):
    if not Reference.objects.filter(text=thing.reference).exists():
        return [Fault("reference", "was never issued")]
    try:
        references.check(thing.reference, thing.source, letter)
    except Fault as fault:
        return [fault]
    return []


def source_faults(source, carries):
    """What we leave unsaid of how a work came to know what it says; `carries`: whether a record
    rests on it."""
    asks = Method(source.method).asks_people
    checks = [
        (
            "method",
            source.method != Method.UNSAID or not carries,
            "isn't recorded, though a record rests on it",
        ),
        ("who", source.who or not asks, "is missing: say who was asked"),
        (
            "how_many",
            source.how_many is not None or not asks,
            "is missing: 0 says that the work gives no number",
        ),
        ("gathered", source.gathered or not asks, "is missing: say when they were asked"),
    ]
    return [Fault(field, message) for field, holds, message in checks if not holds]


def audit_sources():
    """Every source that doesn't say what kind of evidence it is: yields (its slug, Fault)."""
    resting = Citation.objects.filter(relation=CitationRelation.RESTS_ON).exclude(record=None)
    carrying = set(resting.order_by().values_list("passage__source", flat=True))
    for source in Source.objects.all():
        for fault in source_faults(source, source.pk in carrying):
            yield source.slug, fault


def audit():
    """Every row that breaks a rule: yields (what it is called, Fault)."""
    yield from unsound.audit()
    yield from knowledge.audit()
    yield from audit_sources()
    for record in Record.objects.published().select_related("source"):
        for fault in faults_of(record):
            yield record.reference, fault
    for gap in Gap.every.select_related("source"):
        for fault in reference_faults(gap, references.GAP_LETTER):
            yield gap.reference, fault
        if not gap.citations.exists() and not gap.developments.exists():
            yield gap.reference, Fault("citations", "are missing")
