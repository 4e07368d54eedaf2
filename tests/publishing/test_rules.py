import pytest
from django.db import IntegrityError, transaction

from findings.models import Addressing, Link, Reference, Source, Verdict
from findings.publishing import references, rules
from findings.vocabulary import LinkRelation, Method, Speaker, Trail
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def sound():
    """A record that breaks no rule."""
    record = factories.record("ICS18-F01")
    references.claim("ICS18-F01", record.source, "F")
    Addressing.objects.create(record=record, audience=factories.audience())
    factories.cite(record, factories.passage(factories.source("law", method=Method.LAW)))
    return record


def said(record):
    return [str(fault) for fault in rules.faults_of(record)]


def test_a_sound_record_has_no_fault(sound):
    assert said(sound) == []


def test_a_record_needs_a_summary(sound):
    sound.summary = ""
    assert said(sound) == ["summary: is missing"]


def test_a_record_needs_an_audience(sound):
    sound.addressings.all().delete()
    assert said(sound) == ["audiences: are missing: nobody is addressed"]


def test_a_record_needs_a_verdict_in_force(sound):
    Verdict._base_manager.filter(record=sound).update(effective_on="2999-01-01")
    assert said(sound) == ["verdicts: are missing: it isn't said whether the record still holds"]


def test_a_record_needs_a_citation_unless_it_is_the_editors_own(sound):
    sound.citations.all().delete()
    assert said(sound) == ["citations: are missing, and it isn't marked as the editors' own"]

    sound.trail, sound.speaker = Trail.OWN, Speaker.EDITORS
    assert said(sound) == []


def test_a_link_joins_the_kinds_that_its_relation_says(sound):
    other = factories.record("ICS18-F02")
    Link.objects.create(record=sound, relation=LinkRelation.CALLS_FOR, target=other)
    assert said(sound) == ["links[1]: “calls for” leads from a finding to a skill"]


def test_a_newer_finding_is_compared_with_an_older_one_and_says_why(sound):
    other = factories.record("ICS18-F02")
    advice = factories.record("ICS18-R01")
    why = {"reason": "Both heard so."}
    Link.objects.create(record=sound, relation=LinkRelation.AGREES, target=other, **why)
    assert said(sound) == []
    Link.objects.create(record=sound, relation=LinkRelation.DIFFERS, target=advice, **why)
    assert said(sound) == [
        "links[2]: “differs from” leads from a finding or skill to a finding or skill"
    ]
    with pytest.raises(IntegrityError, match="link_that_compares"), transaction.atomic():
        Link.objects.create(record=sound, relation=LinkRelation.ADDS, target=other)


@pytest.mark.parametrize(
    ("case", "faults"),
    [
        ("It was done in Surrey.", ["case: names no source: link to it"]),
        ("Surrey [did it](/sources/surrey/).", []),
        ("We know of no public case.", []),
    ],
)
def test_a_public_case_names_its_source(case, faults):
    advice = factories.record("ICS18-R01", case=case, trail=Trail.OWN, speaker=Speaker.EDITORS)
    assert [fault for fault in said(advice) if fault.startswith("case")] == faults


def test_a_reference_that_was_never_issued_is_a_fault(sound):
    Reference.objects.all().delete()
    assert said(sound) == ["reference: was never issued"]


def test_a_reference_belongs_to_its_report(sound):
    sound.source = factories.report("ABC20")
    assert said(sound) == ["reference: “ICS18-F01” should begin with ABC20-F"]


def test_the_audit_names_published_records_and_gaps_only(sound):
    factories.gap("ICS18-G01")
    factories.record("ICS18-F02", state="draft", summary="")

    assert [(reference, str(fault)) for reference, fault in rules.audit()] == [
        ("ICS18-G01", "reference: was never issued"),
        ("ICS18-G01", "citations: are missing"),
    ]


@pytest.mark.parametrize(
    ("said", "missing"),
    [
        ({"method": "unsaid"}, ["law, method: isn't recorded, though a record rests on it"]),
        (
            {"method": "interviews"},
            [
                "law, who: is missing: say who was asked",
                "law, how_many: is missing: 0 says that the work gives no number",
                "law, gathered: is missing: say when they were asked",
            ],
        ),
        ({"method": "survey", "who": "chairs", "how_many": 0, "gathered": "time not given"}, []),
        ({"method": "review"}, []),
    ],
)
def test_the_audit_asks_a_source_what_kind_of_evidence_it_is(sound, said, missing):
    Source.every.filter(slug="law").update(**said)
    assert [f"{name}, {fault}" for name, fault in rules.audit()] == missing


def test_a_source_on_which_no_record_rests_may_leave_its_method_open():
    factories.cite(factories.development("an-event"), factories.passage())
    assert list(rules.audit()) == []


def test_the_real_texts_break_no_rule(content):
    assert list(rules.audit()) == []
