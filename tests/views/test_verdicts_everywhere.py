"""The same verdict, date, doubt and reason wherever a record stands."""

import datetime

import pytest

from findings.models import Addressing, HomePlace, Link, Record
from findings.vocabulary import Verdict
from tests import factories
from tests.views.reading import words

pytestmark = pytest.mark.django_db

RECORD = "/findings/ICS18-F01/"
SURFACES = [
    RECORD,
    "/",
    "/browse/",
    "/browse/?q=legal",
    "/findings/",
    "/themes/law/",
    "/for/councils/",
    "/for/nhs/",
    "/skills/ICS18-S01/",
    "/gaps/ICS18-G01/",
    "/compare/?record=ICS18-F01&record=ICS18-S01",
]
# Where a record stands in a line, with no room for the reason.
MENTIONS = ["/timeline/", "/sources/the-article/"]


@pytest.fixture
def finding():
    record = factories.record("ICS18-F01", title="No legal basis", verdict=None)
    record.record_themes.create(tag=factories.theme("law"))
    factories.verdict_on(record, Verdict.OVERTAKEN, reason="The Health and Care Act 2022 ended it.")
    for slug, how in (("councils", "named"), ("nhs", "all")):
        Addressing.objects.create(
            record=record,
            audience=factories.audience(slug),
            addressed=how,
            passage=factories.passage(),
        )
    skill = factories.record("ICS18-S01", title="A skill", verdict=None)
    Link.objects.create(record=record, relation="calls-for", target=skill)
    factories.gap("ICS18-G01").bears_on.add(record)
    factories.development().bears_on.add(record)
    factories.cite(record, factories.passage(factories.source("the-article")))
    HomePlace.objects.create(home=factories.home(), record=record, slot="lead")
    return record


def frozen(monkeypatch, text):
    day = datetime.date.fromisoformat(text)
    for clock in ("django.utils.timezone.localdate", "findings.templatetags.marks.localdate"):
        monkeypatch.setattr(clock, lambda *_: day)


@pytest.mark.parametrize("path", SURFACES)
def test_word_shape_date_and_reason(client, finding, path):
    response = client.get(path)
    page, html = words(response), response.content.decode()
    assert "Overtaken, as of 2 July 2026" in page
    assert 'class="verdict overtaken"><svg' in html
    assert 'href="#verdict-overtaken"' in html
    assert "The Health and Care Act 2022 ended it." in page


@pytest.mark.parametrize("path", MENTIONS)
def test_a_mention_has_word_shape_and_date(client, finding, path):
    response = client.get(path)
    assert "Overtaken, as of 2 July 2026" in words(response)
    assert 'href="#verdict-overtaken"' in response.content.decode()


def test_a_mention_says_how_it_stood_on_a_past_day(client, finding):
    finding.developments.update(date=datetime.date(2020, 1, 1))
    page = words(client.get("/timeline/?as-at=2021-01-01"))
    assert "As published" in page
    assert "Overtaken" not in page


@pytest.mark.usefixtures("verdicts_age")
@pytest.mark.parametrize("path", [*SURFACES, *MENTIONS])
def test_an_old_verdict_says_so(client, finding, monkeypatch, path):
    frozen(monkeypatch, "2027-07-02")
    assert "Overtaken, as of 2 July 2026" in words(client.get(path))
    frozen(monkeypatch, "2027-07-03")
    assert "Overtaken, as of 2 July 2026, may be out of date" in words(client.get(path))


@pytest.mark.parametrize("path", [*SURFACES, *MENTIONS])
def test_a_verdict_in_doubt_says_so(client, finding, path):
    Record._base_manager.filter(pk=finding.pk).update(recheck_since=datetime.date(2026, 6, 3))
    page = words(client.get(path))
    assert "Overtaken, as of 2 July 2026 Under review since 3 June 2026" in page


def test_the_record_page_names_the_cause_of_a_doubt(client, finding):
    bill = factories.development(
        "bill", title="A Bill", date=datetime.date(2026, 5, 14), status="proposed"
    )
    Record._base_manager.update(recheck_since=datetime.date(2026, 6, 3), recheck_because=bill)
    response = client.get(RECORD)
    assert "The cause: A Bill (14 May 2026, proposed)." in words(response)
    assert 'href="/timeline/#bill"' in response.content.decode()


def test_the_real_record_about_the_legal_basis_is_overtaken_on_every_surface(client, content):
    paths = ["/findings/ICS18-F01/", "/", "/browse/?q=legal+basis", "/findings/", "/for/housing/"]
    for path in [*paths, "/themes/law-and-policy/", "/compare/?record=ICS18-F01&record=ICS18-F02"]:
        page = words(client.get(path))
        if "The first integrated care systems had no basis in law" in page:
            assert "Overtaken, as of 2 July 2026" in page
            assert "The Health and Care Act 2022 made integrated care systems statutory" in page
        else:
            assert path == "/"
