import pytest

from findings import models
from findings.models import Record
from findings.search import references
from findings.search.beside import beside
from findings.search.resolving import resolve
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def library():
    for reference in ("ICS18-F03", "ICS18-R02", "ICS18-S01"):
        factories.record(reference)


def found(text):
    records = resolve(text).narrow(Record.objects.published())
    return [record.reference for record in records.order_by("sort_key")]


@pytest.mark.parametrize(
    "text",
    [
        "ICS18-F03", "ics18-f3", "ics18 f03", "F03", "f3", " F 3 ", "ICS18-F03.", "ICS18-F03,",
        "(ICS18-F03)", "[ICS18-F03]", "#ICS18-F03", "“ICS18-F03”", "'ICS18-F03'", "<ICS18-F03>",
        "ICS18–F03", "ICS18‑F03", "ICS18—F03", "ICS18−F03", "ICS18_F03", "ICS18/F03", "ICS18.F03",
        "ICS18F03", "ICS 18-F03", "ICS18- F03", "ICS18-F 03", "ICS18-F-03", "ICS18-F003",
        "ICS18-FO3", "ICS\u00ad18-F03", "\u200bICS18-F03\ufeff", "ICS18&#8209;F03",
        "ICS18-F03&nbsp;",
        "ICS18-F03 v2", "ICS18-F03/v1", "ICS18-F03 (version 2)", "see ICS18-F03", "ref: ICS18-F03",
        "https://example.org/findings/ICS18-F03/", "/findings/ICS18-F03/v/2/", "ICS18-F03.pdf",
        "example.org/findings/ICS18-F03?utm_source=x", "what does ICS18-F03 say about trust",
        "ＩＣＳ１８－Ｆ０３", "finding 3", "Finding no. 3", "(f3)", "F03;",
    ],
)  # fmt: skip
def test_a_reference_in_any_dress_finds_its_record(library, text):
    assert found(text) == ["ICS18-F03"]


@pytest.mark.parametrize(
    "text",
    [
        "ICS18-F03 ICS18-R02", "ICS18-F03, ICS18-R02", "ICS18-F03 and ICS18-R02", "F03/R02",
        "ICS18-F03ICS18-R02", "ICS18-F03; R02", "ICS18-F03 & ICS18-F03 & R2",
        "finding 3 and recommendation 2", "record=ICS18-F03&amp;record=ICS18-R02",
    ],
)  # fmt: skip
def test_two_at_once_find_both(library, text):
    assert found(text) == ["ICS18-F03", "ICS18-R02"]


@pytest.mark.parametrize("text", ["covid19 s2 rules", "f3 and bananas", "section 75", "R&D", "A4"])
def test_what_only_looks_like_one_is_words(library, text):
    assert references.read(text) == []


def test_a_gap_s_reference_is_one_that_no_record_bears(library):
    assert [str(each) for each in references.read("(ICS18-G01).")] == ["ICS18-G01"]
    assert found("ICS18-G01") == []


@pytest.mark.parametrize(
    "text", ["ICS18-F" + "9" * 50, "F" * 4000, "o0" * 2000, "ICS18-F03 " * 400]
)
def test_what_is_far_too_long_does_no_harm(library, text):
    assert len(references.read(text)) <= 1


@pytest.mark.parametrize(
    "text", ["ICS18-G01", "(ics18g1).", "g01", "gap 1", "ICS18-F03, ICS18-G01"]
)
def test_a_gap_is_shown_beside_however_its_reference_was_pasted(library, text):
    gap = models.Gap.objects.create(
        reference="ICS18-G01", title="A gap", statement="None.", source=factories.report()
    )
    assert beside(resolve(text)).gaps == [gap]
    assert beside(resolve("ICS18-F03")).gaps == []
