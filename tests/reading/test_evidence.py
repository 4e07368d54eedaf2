"""The line on what kind of evidence a record rests on, and how much."""

import pytest

from findings.models import Record
from findings.reading.evidence import evidence
from findings.vocabulary import CitationRelation, Extent, Method, Trail
from tests import factories, histories
from tests.formats.papers import drawn, spelt, styled_lines

pytestmark = pytest.mark.django_db


def line(reference="ICS18-F01"):
    return evidence(Record.objects.for_page().get(reference=reference))


def study(**fields):
    return factories.source(method=Method.INTERVIEWS, **fields)


def test_a_record_says_what_it_rests_on_and_what_came_since():
    record = factories.record("ICS18-F01")
    report = study(who="leaders of systems", published="2018")
    article = factories.source(method=Method.NEWS, account_of=report)
    factories.cite(record, factories.passage(report))
    factories.cite(record, factories.passage(article))
    assert line() == "Rests on: one study, interviews, number not given, 2018."
    verdict = record.verdicts.get()
    for year, asked in (("November 2025", 23), ("April 2024", 98)):
        later = study(who="leaders", how_many=asked, published=year)
        factories.cite(verdict, factories.passage(later))
    law = factories.development("law")
    verdict.developments.add(law)
    factories.cite(law, factories.passage(factories.source(method=Method.LAW)))
    assert line() == (
        "Rests on: one study, interviews, number not given, 2018. "
        "Since then: 2 studies, interviews, 121 leaders, 2024 to 2025; one law."
    )


def test_studies_of_several_kinds_are_added_up_and_what_is_not_known_is_said():
    record = factories.record("ICS18-F01")
    survey = factories.source(method=Method.SURVEY, who="chairs", how_many=1200, published="2020")
    review = factories.source(method=Method.REVIEW, published="2022")
    for source in (survey, study(published="2020"), review):
        factories.cite(record, factories.passage(source))
    assert line() == (
        "Rests on: 3 studies, interviews, survey and review of studies, "
        "1,200 chairs (number not given for 1 of them), 2020 to 2022."
    )


def test_nothing_but_our_own_reasoning_and_nothing_at_all():
    factories.record("ICS18-R01", trail=Trail.OWN, speaker="editors")
    factories.record("ICS18-F01")
    assert line("ICS18-R01") == "Rests on: the editors’ own reasoning."
    assert line() == ""


def test_what_qualifies_a_record_is_not_what_it_rests_on():
    record = factories.record("ICS18-F01")
    factories.cite(record, factories.passage(factories.source(method=Method.OPINION)))
    law = factories.passage(factories.source(method=Method.LAW))
    factories.cite(record, law, relation=CitationRelation.QUALIFIES)
    assert line() == "Rests on: one opinion. Since then: one law."


def second_hand():
    """A record of which one place was read and one at second hand."""
    record = histories.published("ICS18-F01")
    record.citations.all().delete()
    source = study(how_many=28, who="leaders", published="2025")
    factories.cite(record, factories.passage(source, "What we did"))
    factories.cite(record, factories.passage(source, "Posts", second_hand="the Care Association"))
    return record


def test_what_was_read_at_second_hand_says_so_in_every_form(client):
    second_hand()
    where = "read at second hand, through the Care Association"
    said = "Rests on: one study, interviews, 28 leaders, 2025, some of it read at second hand."
    assert line() == said
    at = "/findings/ICS18-F01"
    forms = {
        name: client.get(path).content.decode()
        for name, path in {
            "page": f"{at}/",
            "json": f"{at}.json",
            "csv": "/findings.csv",
            "source": f"/sources/{Record.objects.get().citations.first().passage.source.slug}/",
        }.items()
    }
    assert [name for name, text in forms.items() if where not in text] == []
    assert [name for name in ("page", "json", "csv") if said not in forms[name]] == []
    assert said in client.get("/findings.atom").content.decode()
    paper = styled_lines(client.get(f"{at}.docx").content)
    assert said in [text for _, text in paper]
    assert any(where in text for _, text in paper)
    assert drawn(client.get(f"{at}.pdf").content) == spelt(paper)


def test_a_work_that_was_not_read_is_known_at_second_hand():
    record = factories.record("ICS18-F01")
    named = study(extent=Extent.NAMED, published="2019")
    factories.cite(record, factories.passage(named))
    assert line().endswith("2019, read at second hand.")
