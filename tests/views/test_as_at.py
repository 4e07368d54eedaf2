"""Pages on a past day: `?as-at=2018-11-20`."""

import datetime

import pytest

from findings.models import Addressing, AudienceChange, Development, Link, Record, Source
from findings.vocabulary import Precision, State, Verdict
from tests import factories
from tests.views.reading import count_queries, words

pytestmark = pytest.mark.django_db

BAR = "You are looking at"
PATHS = ["/findings/ICS18-F01/", "/browse/", "/findings/", "/for/councils/", "/timeline/"]


def day(text):
    return datetime.date.fromisoformat(text)


@pytest.fixture
def overtaken():
    """A finding that a law of 2022 overtook, addressed to councils by name."""
    record = factories.record("ICS18-F01", verdict=None)
    act = factories.development("act", title="The Act begins", date=day("2022-07-01"))
    row = factories.verdict_on(
        record, Verdict.OVERTAKEN, effective_on=act.date, reason="The Act of 2022 ended it."
    )
    row.developments.add(act)
    record.developments.add(
        act,
        factories.development("plan", title="A long plan", date=day("2019-01-07")),
        factories.development("paper", title="A white paper", date=day("2021-02-11")),
    )
    councils = factories.audience("councils", name="Councils")
    Addressing.objects.create(
        record=record, audience=councils, addressed="named", passage=factories.passage()
    )
    return record


@pytest.mark.parametrize("path", PATHS)
def test_a_past_day_is_announced_and_left_in_one_click(client, overtaken, path):
    response = client.get(f"{path}?as-at=2018-11-20")
    html = response.content.decode()
    assert f"{BAR} 20 November 2018. Back to today" in words(response)
    assert "This is today’s knowledge of that day" in words(response)
    assert f'<a href="{path}">Back to today</a>' in html
    assert '<meta name="robots" content="noindex">' in html
    assert f'<link rel="canonical" href="http://testserver{path}">' in html
    assert BAR not in words(client.get(path))
    assert "noindex" not in client.get(path).content.decode()


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("soon", "We can’t read “soon” as a day."),
        ("<b>2018</b>", "We can’t read “<b>2018</b>” as a day."),
        ("2018-13-01", "We can’t read “2018-13-01” as a day."),
        ("2999-01-01", "1 January 2999 is still to come. So you see today."),
        ("1999-01-01", "1 January 1999 is too early: we know of nothing before 2014."),
        ("9" * 3000, "We can’t read “999"),
    ],
)
def test_a_bad_day_is_said_and_ignored(client, overtaken, path, text, said):
    response = client.get(path, {"as-at": text}, follow=True)
    assert response.status_code == 200
    assert said in words(response)
    assert BAR not in words(response)
    assert "<b>2018</b>" not in response.content.decode()
    assert "The Act begins" in words(client.get("/timeline/", {"as-at": text}))


@pytest.mark.parametrize("path", PATHS[:4])
def test_the_verdict_is_the_one_of_that_day(client, overtaken, path):
    def said(query):
        return words(client.get(path + query))

    assert "As published" in said("?as-at=2022-06-30")
    assert "Overtaken" not in said("?as-at=2022-06-30").replace("Overtaken 0", "")
    for query in ("", "?as-at=2022-07-01", "?as-at=2026-01-01"):
        assert "Overtaken, as of 2 July 2026" in said(query)
        assert "The Act of 2022 ended it." in said(query)
        assert "As published" not in said(query).replace("As published 0", "")


def test_a_record_shows_the_developments_that_had_happened(client, overtaken):
    def titles(query):
        page = words(client.get(f"/findings/ICS18-F01/{query}"))
        return [each for each in ("A long plan", "A white paper", "The Act begins") if each in page]

    assert titles("?as-at=2018-11-20") == []
    assert titles("?as-at=2021-02-11") == ["A long plan", "A white paper"]
    assert (
        titles("?as-at=2022-07-01")
        == titles("")
        == [
            "A long plan",
            "A white paper",
            "The Act begins",
        ]
    )


def test_links_from_a_record_keep_the_day(client, overtaken):
    skill = factories.record("ICS18-S01")
    Link.objects.create(record=overtaken, relation="calls-for", target=skill)
    html = client.get("/findings/ICS18-F01/?as-at=2018-11-20").content.decode()
    assert 'href="/skills/ICS18-S01/?as-at=2018-11-20"' in html
    assert "as-at=2018" not in client.get("/findings/ICS18-F01/").content.decode()


def test_a_doubt_of_today_is_no_part_of_a_past_day(client, overtaken):
    bill = factories.development("bill", title="A new Bill", date=day("2026-05-14"))
    Record._base_manager.update(recheck_since=day("2026-06-03"), recheck_because=bill)
    page = words(client.get("/findings/ICS18-F01/"))
    assert "Under review since 3 June 2026" in page
    assert "The cause: A new Bill (14 May 2026)." in page
    past = words(client.get("/findings/ICS18-F01/?as-at=2026-06-02"))
    assert "Under review" not in past
    assert "A new Bill" not in past


def test_a_list_counts_verdicts_as_they_were(client, overtaken):
    factories.record("ICS18-F02", verdict=Verdict.NOT_CHECKED)

    def counts(query):
        options = dict(client.get(f"/browse/{query}").context["options"])
        [verdict] = [choices for facet, choices in options.items() if facet.key == "verdict"]
        return {option.value: option.count for option in verdict}

    none = {"stands": 0, "partly-overtaken": 0, "unsettled": 0}
    assert counts("") == none | {"overtaken": 1, "not-checked": 1}
    assert counts("?as-at=2018-11-20") == none | {
        "overtaken": 0,
        "not-checked": 1,
        "as-published": 1,
    }
    for value, count in counts("?as-at=2018-11-20").items():
        response = client.get(f"/browse/?verdict={value}&as-at=2018-11-20")
        assert (value, response.context["count"]) == (value, count)


def test_what_matches_beside_a_list_had_happened_by_then(client, overtaken):
    def titles(query):
        found = client.get(f"/browse/?q=paper{query}").context["beside"].developments
        return [each.title for each in found]

    assert titles("&as-at=2021-02-10") == []
    assert titles("&as-at=2021-02-11") == titles("") == ["A white paper"]


def test_all_links_of_a_list_keep_the_day(client):
    for number in range(1, 23):
        factories.record(f"ICS18-F{number}", title=f"Trust {number}")
    response = client.get("/browse/?q=trust&kind=finding&sort=title&as-at=2023-01-01")
    html, query = response.content.decode(), response.context["query"]
    assert response.context["sentence"].endswith("as at 1 January 2023")
    assert all(chip.url.endswith("&as-at=2023-01-01") for chip in response.context["chips"])
    assert response.context["next"].endswith("&as-at=2023-01-01&page=2")
    assert 'name="as-at" type="date" min="2014-01-01" value="2023-01-01"' in html
    assert query.today.url == "/browse/?q=trust&kind=finding&sort=title"
    assert '<a class="small" href="/browse/?as-at=2023-01-01">Clear all</a>' in html
    assert 'href="/findings/ICS18-F1/?as-at=2023-01-01"' in html
    assert client.get(response.context["next"]).status_code == 200


def test_the_day_has_one_place_in_the_address_of_a_list(client, overtaken):
    response = client.get("/browse/?as-at=2018-11-20&kind=finding")
    assert (response.status_code, response.url) == (
        302,
        "/browse/?kind=finding&as-at=2018-11-20",
    )
    assert client.get(response.url).status_code == 200
    bad = client.get("/browse/?as-at=soon&kind=finding")
    assert client.get(bad.url).status_code == 200


def test_back_to_today_leaves_what_only_a_past_day_knows(client, overtaken):
    response = client.get("/browse/?verdict=overtaken&verdict=as-published&as-at=2018-11-20")
    assert response.context["query"].today.url == "/browse/?verdict=overtaken"
    response = client.get("/browse/?verdict=as-published&as-at=2018-11-20")
    assert response.context["query"].today.url == "/browse/"


def test_an_audience_reads_what_had_changed_by_then(client, overtaken):
    councils = overtaken.audiences.get()
    lines = {
        "A line of 2019.": ["plan"],
        "A line of 2019 and 2022.": ["plan", "act"],
    }
    for position, (text, slugs) in enumerate(lines.items()):
        change = AudienceChange.objects.create(audience=councils, text=text, position=position)
        change.developments.set(Development.objects.filter(slug__in=slugs))
    dated = factories.source(published_on=day("2020-05-01"))
    undated = factories.source()
    for position, (text, source) in enumerate(
        (("A line of a dated page.", dated), ("A line of a page.", undated)), start=2
    ):
        AudienceChange.objects.create(
            audience=councils, text=text, source=source, position=position
        )

    def shown(query):
        return [each.text for each in client.get(f"/for/councils/{query}").context["changes"]]

    assert shown("?as-at=2018-11-20") == []
    assert shown("?as-at=2019-12-31") == ["A line of 2019."]
    assert shown("?as-at=2022-07-01") == [*lines, "A line of a dated page."]
    assert len(shown("")) == 4
    html = client.get("/for/councils/?as-at=2018-11-20").content.decode()
    assert 'href="/for/councils/?role=director&amp;as-at=2018-11-20"' in html


def test_a_timeline_ends_on_that_day(client):
    for slug, fields in {
        "a-day": {"date": day("2018-05-02")},
        "a-month": {"date": day("2018-05-01"), "precision": Precision.MONTH},
        "a-year": {"date": day("2018-01-01"), "precision": Precision.YEAR},
        "a-range": {
            "date": day("2018-04-01"),
            "date_end": day("2018-06-10"),
            "precision": Precision.RANGE,
        },
    }.items():
        factories.development(slug, **fields)
    factories.report()
    Source.objects.update(published_on=day("2018-11-20"))

    def shown(text):
        years = client.get(f"/timeline/?as-at={text}").context["years"]
        entries = [entry for _, group, *_ in years for entry in group]
        return {entry["development"].slug for entry in entries if "development" in entry}

    assert shown("2018-05-01") == set()
    assert shown("2018-05-30") == {"a-day"}
    assert shown("2018-05-31") == {"a-day", "a-month"}
    assert shown("2018-06-10") == {"a-day", "a-month", "a-range"}
    assert shown("2018-12-31") == {"a-day", "a-month", "a-range", "a-year"}
    page = words(client.get("/timeline/?as-at=2018-05-31"))
    assert "2 events by 31 May 2018" in page
    assert "The report Report ICS18 comes out" not in page


def test_before_the_report_came_out_the_page_says_so(client, overtaken):
    Source.objects.filter(report_code="ICS18").update(
        published_on=day("2018-11-20"), published="20 November 2018"
    )
    said = "The report “Report ICS18” had not come out by then. It is dated 20 November 2018."
    assert said in words(client.get("/findings/ICS18-F01/?as-at=2018-11-19"))
    assert said not in words(client.get("/findings/ICS18-F01/?as-at=2018-11-20"))


def test_the_same_content_gives_the_same_answer_on_another_day(client, overtaken, monkeypatch):
    def pages():
        return [words(client.get(f"{path}?as-at=2022-07-01")) for path in PATHS]

    before = pages()
    for clock in (
        "django.utils.timezone.localdate",
        "findings.asking.query.localdate",
        "findings.asking.timeline.localdate",
        "findings.views.records.localdate",
        "findings.views.audiences.localdate",
    ):
        monkeypatch.setattr(clock, lambda *_: day("2027-01-15"))
    assert pages() == before


@pytest.mark.parametrize("state", [State.DRAFT, State.IN_REVIEW, State.WITHDRAWN])
def test_no_past_day_shows_what_is_hidden_today(client, overtaken, state):
    Record._base_manager.update(state=state, title="Secret title", summary="Secret summary.")
    for path in ("/browse/", "/findings/", "/for/councils/", "/timeline/"):
        html = client.get(f"{path}?as-at=2023-01-01").content.decode()
        assert "Secret" not in html
        assert "ICS18-F01" not in html
    expected = 410 if state == State.WITHDRAWN else 404
    assert client.get("/findings/ICS18-F01/?as-at=2023-01-01").status_code == expected


@pytest.mark.alike
@pytest.mark.parametrize("path", PATHS)
def test_a_past_day_needs_the_same_queries_for_many(client, overtaken, path):
    def add(number):
        record = factories.record(f"ICS18-F{number}")
        record.developments.add(factories.development(date=day("2019-01-01")))
        Addressing.objects.create(record=record, audience=overtaken.audiences.get())

    add(10)
    few = count_queries(client, f"{path}?as-at=2020-01-01")
    for number in range(11, 18):
        add(number)
    assert count_queries(client, f"{path}?as-at=2020-01-01") == few
