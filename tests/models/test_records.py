import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from findings import models
from findings.vocabulary import State, Verdict
from tests import factories

pytestmark = pytest.mark.django_db


def references(records):
    return [record.reference for record in records]


def test_readers_see_published_records_and_no_others():
    for number, state in enumerate(State, start=1):
        factories.record(f"ICS18-F{number:02}", state=state)
    assert references(models.Record.objects.published()) == ["ICS18-F03"]


def test_records_are_read_by_report_kind_and_number():
    """The report that leads, then the oldest first, and one whose code holds no year last."""
    later = ("ABC20-S01", "AB1-F01", "ABC17-F01")
    for reference in ("ICS18-R01", "ICS18-S02", "ICS18-F100", "ICS18-F99", *later):
        factories.record(reference)
    assert references(models.Record.objects.all()) == [
        "ICS18-F99",
        "ICS18-F100",
        "ICS18-S02",
        "ICS18-R01",
        "ABC17-F01",
        "ABC20-S01",
        "AB1-F01",
    ]


def test_a_proxy_sees_its_kind_alone():
    factories.record("ICS18-F01")
    factories.record("ICS18-S01")
    assert references(models.Finding.objects.all()) == ["ICS18-F01"]
    assert references(models.Skill.objects.published()) == ["ICS18-S01"]
    assert not models.Recommendation.objects.exists()


def test_a_code_is_the_reference_without_its_report():
    assert factories.record("ICS18-F03").code == "F03"


def test_records_that_name_an_audience_come_first():
    audience, passage = factories.audience(), factories.passage()
    for number in (1, 2, 3):
        record = factories.record(f"ICS18-F0{number}")
        if number == 3:
            record.addressings.create(audience=audience, addressed="named", passage=passage)
        else:
            record.addressings.create(audience=audience)
    factories.record("ICS18-F04")

    found = models.Record.objects.for_audience(audience)

    assert references(found) == ["ICS18-F03", "ICS18-F01", "ICS18-F02"]


def day(text):
    return datetime.date.fromisoformat(text)


@pytest.fixture
def overtaken():
    """As published it stood; in 2020 part of it was overtaken, in 2022 all of it."""
    record = factories.record("ICS18-F01", verdict=None)
    factories.verdict_on(record, Verdict.OVERTAKEN, effective_on=day("2022-07-01"))
    factories.verdict_on(record, Verdict.PARTLY_OVERTAKEN, effective_on=day("2020-01-01"))
    factories.verdict_on(record, Verdict.NOT_CHECKED)
    return record


@pytest.mark.parametrize(
    ("at", "verdict"),
    [
        ("2018-11-20", "not-checked"),
        ("2019-12-31", "not-checked"),
        ("2020-01-01", "partly-overtaken"),
        ("2022-06-30", "partly-overtaken"),
        ("2022-07-01", "overtaken"),
    ],
)
def test_the_verdict_of_a_day_is_the_last_that_had_taken_effect(overtaken, at, verdict):
    records = models.Record.objects.for_rows()
    assert records.get().verdict_on(day(at)).verdict == verdict
    assert models.Record.objects.with_verdict(day(at)).get().verdict_word == verdict


def test_a_verdict_to_come_is_not_yet_the_verdict(overtaken):
    factories.verdict_on(overtaken, Verdict.STANDS, effective_on=day("2999-01-01"))
    record = models.Record.objects.for_rows().with_verdict().get()
    assert record.verdict.verdict == record.verdict_word == "overtaken"


def test_of_two_verdicts_on_one_day_the_later_row_counts():
    record = factories.record("ICS18-F01", verdict=None)
    factories.verdict_on(record, Verdict.STANDS, position=1)
    factories.verdict_on(record, Verdict.OVERTAKEN, position=0)
    found = models.Record.objects.for_rows().with_verdict().get()
    assert found.verdict.verdict == found.verdict_word == "stands"


def test_a_record_without_a_verdict_has_none():
    factories.record("ICS18-F01", verdict=None)
    found = models.Record.objects.for_rows().with_verdict().get()
    assert found.verdict is None
    assert found.verdict_word is None


def test_links_on_a_page_lead_to_published_records_only():
    finding = factories.record("ICS18-F01")
    shown, hidden = factories.record("ICS18-S01"), factories.record("ICS18-S02", state=State.DRAFT)
    for skill in (shown, hidden):
        finding.links.create(relation="calls-for", target=skill)
    draft = factories.record("ICS18-R01", state=State.DRAFT)
    draft.links.create(relation="rests-on", target=finding)

    page = models.Record.objects.for_page().get(reference="ICS18-F01")

    assert references(link.target for link in page.links.all()) == ["ICS18-S01"]
    assert list(page.backlinks.all()) == []


def test_counts_of_themes_and_audiences_leave_drafts_out():
    theme, audience = factories.theme(), factories.audience()
    for number, state in enumerate(State, start=1):
        record = factories.record(f"ICS18-F{number:02}", state=state)
        record.themes.add(theme)
        record.addressings.create(audience=audience, addressed="named", passage=factories.passage())

    assert models.Theme.objects.with_published_counts().get().record_count == 1
    counted = models.Audience.objects.with_published_counts().get()
    assert (counted.record_count, counted.named_count) == (1, 1)


@pytest.mark.alike
def test_a_record_page_takes_the_same_number_of_queries_however_much_hangs_on_it(
    django_assert_num_queries,
):
    def read_all():
        record = models.Record.objects.for_page().get(reference="ICS18-F01")
        return [
            [(link.target.title, link.target.verdict) for link in record.links.all()],
            [link.record.title for link in record.backlinks.all()],
            [citation.passage.source.title for citation in record.citations.all()],
            [str(event) for event in record.developments.all()],
        ]

    finding = factories.record("ICS18-F01")

    def hang_on(number):
        skill = factories.record(f"ICS18-S{number:02}")
        finding.links.create(relation="calls-for", target=skill)
        factories.cite(finding, factories.passage())
        finding.developments.add(factories.development())

    hang_on(1)
    with CaptureQueriesContext(connection) as first:
        read_all()
    for number in range(2, 20):
        hang_on(number)
    with django_assert_num_queries(len(first)):
        read_all()


def test_themes_stand_in_the_order_of_their_list():
    record = factories.record()
    late, early = factories.theme("governance", position=2), factories.theme("trust", position=1)
    for theme in (late, early):
        record.record_themes.create(tag=theme)

    [prefetched] = models.Record.objects.for_rows()

    assert list(record.themes.all()) == list(prefetched.themes.all()) == [early, late]
