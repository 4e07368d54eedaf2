import datetime
import re

import pytest

from findings.views import timeline
from findings.vocabulary import DevelopmentStatus, Precision, State
from tests import factories
from tests.views.reading import count_queries, words

pytestmark = pytest.mark.django_db


def day(text):
    return datetime.date.fromisoformat(text)


def test_timeline_reads_in_order_of_time_with_the_report_as_dividing_line(client):
    factories.source("report", report_code="ICS18", published_on=day("2018-11-20"))
    for slug, date in {
        "act": "2022-04-28",
        "same-day": "2018-11-20",
        "before": "2018-05-01",
        "first": "2014-10-23",
    }.items():
        factories.development(slug, date=day(date))
    years = client.get("/timeline/").context["years"]
    assert [
        (year, [(entry.get("report") or entry["development"]).slug for entry in entries])
        for year, entries, _ in years
    ] == [
        (2014, ["first"]),
        (2018, ["before", "same-day", "report"]),
        (2022, ["act"]),
    ]


def test_timeline_marks_the_report_in_words(client):
    factories.source(
        "report",
        title="Leading well",
        report_code="ICS18",
        published="20 November 2018",
        published_on=day("2018-11-20"),
    )
    page = words(client.get("/timeline/"))
    assert "20 November 2018 The report The events above led up to Leading well" in page


def test_timeline_is_divided_by_the_first_report_alone(client):
    for slug, code, when in (("later", "PBP25", "2025-04-01"), ("report", "ICS18", "2018-11-20")):
        factories.source(slug, title=slug.title(), report_code=code, published_on=day(when))
    factories.development("event", date=day("2025-05-01"))
    response = client.get("/timeline/")
    page = words(response)
    assert page.count("The events above led up to Report.") == page.count("The report, ") == 1
    assert "A report Later came out." in page


def test_timeline_without_a_dated_report_has_no_dividing_line(client):
    factories.report("ICS18")
    factories.development("act")
    [(_, entries, _)] = client.get("/timeline/").context["years"]
    assert [list(entry) for entry in entries] == [["date", "development"]]


@pytest.mark.parametrize(
    ("date", "end", "precision", "expected"),
    [
        ("2022-06-08", None, Precision.DAY, '<time datetime="2022-06-08">8 June 2022</time>'),
        ("2018-05-01", None, Precision.MONTH, '<time datetime="2018-05">May 2018</time>'),
        ("2021-01-01", None, Precision.YEAR, '<time datetime="2021">2021</time>'),
        (
            "2015-12-01",
            "2016-03-31",
            Precision.RANGE,
            '<time datetime="2015-12">December 2015</time> to '
            '<time datetime="2016-03">March 2016</time>',
        ),
        (
            "2026-06-18",
            "2026-07-02",
            Precision.RANGE,
            '<time datetime="2026-06-18">18 June</time> to '
            '<time datetime="2026-07-02">2 July 2026</time>',
        ),
    ],
)
def test_timeline_gives_a_date_no_more_exactly_than_it_is_known(
    client, date, end, precision, expected
):
    factories.development(date=day(date), date_end=end and day(end), precision=precision)
    html = " ".join(client.get("/timeline/").content.decode().split())
    assert expected in html


@pytest.mark.parametrize("status", DevelopmentStatus)
def test_timeline_tells_status_in_words(client, status):
    factories.development("event", status=status)
    response = client.get("/timeline/")
    assert f'class="status {status}"' in response.content.decode()
    assert status.meaning in words(response)


def test_timeline_entry_has_its_summary_sources_and_anchor(client):
    source = factories.source("a-law", title="The Act")
    event = factories.development("the-act", summary="Systems enter the law.")
    factories.cite(event, factories.passage(source, "Section 26"))
    response = client.get("/timeline/")
    html = response.content.decode()
    assert 'id="the-act"' in html
    assert 'href="/sources/a-law/#section-26"' in html
    assert "Systems enter the law." in words(response)
    assert "The Act, section 26" in words(response)


def test_timeline_names_published_records_only(client):
    event = factories.development("the-act")
    event.bears_on.add(
        factories.record("ICS18-F01", short_title="Seen title"),
        factories.record(
            "ICS18-F02", title="Secret draft", short_title="Secret draft", state=State.DRAFT
        ),
        factories.record(
            "ICS18-F03", title="Secret review", short_title="Secret review", state=State.IN_REVIEW
        ),
        factories.record(
            "ICS18-F04",
            title="Secret withdrawn",
            short_title="Secret withdrawn",
            state=State.WITHDRAWN,
        ),
    )
    response = client.get("/timeline/")
    assert 'href="/findings/ICS18-F01/"' in response.content.decode()
    assert "Seen title" in words(response)
    assert "Secret" not in words(response)
    assert "ICS18-F02" not in response.content.decode()


def test_timeline_states_the_knowledge_date_at_the_top_and_at_the_end(client):
    factories.home(knowledge_date=day("2026-07-02"))
    factories.development()
    main = words(client.get("/timeline/"))
    assert main.count("We have read nothing later than 2 July 2026.") == 1
    assert "Our reading ends here. What came later is missing, however important" in main


def test_timeline_before_anything_is_loaded(client):
    response = client.get("/timeline/")
    assert response.status_code == 200
    assert "No events have been entered yet." in words(response)


def test_timeline_tells_the_newest_years_in_full_and_the_rest_a_line_each(client, monkeypatch):
    monkeypatch.setattr(timeline, "MOST_IN_FULL", 2)
    law = factories.theme("law")
    for year in (2019, 2020, 2021, 2022):
        event = factories.development(
            f"in-{year}", date=day(f"{year}-05-01"), title=f"Title {year}", summary=f"Told {year}."
        )
        record = factories.record(f"ICS18-F{year}")
        record.record_themes.create(tag=law)
        event.bears_on.add(record)
    response = client.get("/timeline/?theme=law")
    page, html = words(response), response.content.decode()
    assert all(f'id="in-{year}"' in html and f"Title {year}" in page for year in range(2019, 2023))
    assert [f"Told {year}." in page for year in range(2019, 2023)] == [False, False, True, True]
    assert 'href="/timeline/?theme=law&amp;year=2019#y2019">1 entry of 2019 in full</a>' in html
    page = words(client.get("/timeline/?theme=law&year=2019"))
    assert [f"Told {year}." in page for year in range(2019, 2023)] == [True, False, False, False]


def test_timeline_of_very_many_events_counts_those_of_other_years(client, monkeypatch):
    monkeypatch.setattr(timeline, "MOST_IN_FULL", 1)
    monkeypatch.setattr(timeline, "MOST_LINES", 2)
    for number, year in enumerate((2019, 2019, 2022)):
        factories.development(f"e-{number}", date=day(f"{year}-05-01"), title=f"Title {number}")
    page = words(client.get("/timeline/"))
    assert "3 events" in page
    assert "2 entries of 2019 in full" in page
    assert ["Title 0" in page, "Title 1" in page, "Title 2" in page] == [False, False, True]
    assert "Title 0" in words(client.get("/timeline/?year=2019"))


@pytest.mark.parametrize("text", ["soon", "99999", "²022", "0"])
def test_timeline_names_a_year_that_is_none(client, text):
    factories.development()
    page = words(client.get("/timeline/", {"year": text}))
    assert f"We don’t know the year “{text}”, so we left it out." in page


@pytest.mark.alike
def test_timeline_needs_the_same_queries_for_many(client):
    def add_event(number):
        event = factories.development(f"event-{number}")
        event.bears_on.add(factories.record(f"ICS18-F{number}"))
        factories.cite(event, factories.passage())

    add_event(10)
    few = count_queries(client, "/timeline/")
    for number in range(11, 20):
        add_event(number)
    assert count_queries(client, "/timeline/") == few


@pytest.fixture
def touched():
    """Events that touch audiences and themes in every way there is, and hidden records."""
    councils, housing = factories.audience("councils"), factories.audience("housing")
    law, people = factories.theme("law"), factories.theme("people")

    def event(slug, reference, audience, addressed, theme, **fields):
        record = factories.record(reference, **fields)
        record.addressings.create(
            audience=audience, addressed=addressed, passage=factories.passage()
        )
        record.record_themes.create(tag=theme)
        made = factories.development(slug)
        made.bears_on.add(record)
        return made

    event("names-councils", "ICS18-F01", councils, "named", law)
    event("all-councils", "ICS18-F02", councils, "all", people)
    event("names-housing", "ICS18-F03", housing, "named", people)
    event("hidden", "ICS18-F04", housing, "named", law, state=State.DRAFT)
    change = housing.changes.create(text="Housing counts.")
    change.developments.add(factories.development("changes-housing"))
    factories.development("background")


def shown(client, query=""):
    years = client.get(f"/timeline/{query}").context["years"]
    return {
        entry["development"].slug
        for _, entries, _ in years
        for entry in entries
        if "development" in entry
    }


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("?audience=councils", {"names-councils"}),
        ("?audience=housing", {"names-housing", "changes-housing"}),
        (
            "?audience=councils&audience=HOUSING",
            {"names-councils", "names-housing", "changes-housing"},
        ),
        ("?theme=law", {"names-councils"}),
        ("?THEME=law", {"names-councils"}),
        ("?theme=people", {"all-councils", "names-housing"}),
        ("?theme=people&audience=housing", {"names-housing"}),
        ("?theme=law&audience=housing", set()),
    ],
)
def test_timeline_shows_what_touches_an_audience_or_a_theme(client, touched, query, expected):
    assert shown(client, query) == expected
    page = words(client.get(f"/timeline/{query}"))
    assert f"{len(expected)} of 6 events" in page


def test_timeline_promises_what_a_choice_gives(client, touched):
    for query in ("?", "?audience=housing", "?theme=people", "?theme=law&audience=councils"):
        for facet, options in client.get(f"/timeline/{query}").context["options"]:
            for option in options:
                rest = "&".join(
                    part for part in query[1:].split("&") if not part.startswith(facet.key)
                )
                found = shown(client, f"?{rest}&{facet.key}={option.value}")
                assert (query, option.value, len(found)) == (query, option.value, option.count)


def test_timeline_filters_can_be_taken_away(client, touched):
    response = client.get("/timeline/?audience=housing&theme=people&theme=law&as-at=2023-01-01")
    assert [(chip.name, chip.label, chip.url) for chip in response.context["chips"]] == [
        ("Audience", "Housing", "/timeline/?theme=law&theme=people&as-at=2023-01-01"),
        ("Theme", "Law", "/timeline/?audience=housing&theme=people&as-at=2023-01-01"),
        ("Theme", "People", "/timeline/?audience=housing&theme=law&as-at=2023-01-01"),
    ]
    html = response.content.decode()
    assert '<a class="small" href="/timeline/?as-at=2023-01-01">Clear all</a>' in html


@pytest.mark.parametrize("text", ["nobody", "<i>x</i>", "9" * 3000])
def test_timeline_names_what_it_does_not_know(client, touched, text):
    response = client.get("/timeline/", {"audience": text})
    assert f"We don’t know the audience “{text[:60]}”, so we left it out." in words(response)
    assert "<i>x</i>" not in response.content.decode()
    assert "6 events" in words(response)


def test_timeline_draws_each_event_as_a_link_to_its_entry(client):
    for status in DevelopmentStatus:
        factories.development(f"one-{status}", status=status, title=f"It was {status}")
    factories.source("r", report_code="ICS18", published="May 2018", published_on=day("2018-05-01"))
    factories.home(knowledge_date=day("2026-07-02"))
    response = client.get("/timeline/")
    html = response.content.decode()
    for status in DevelopmentStatus:
        mark = rf'<a class="mark {status}" href="#one-{status}">\s*<title>1 July 2022: It was'
        assert re.search(mark, html)
        assert f'id="one-{status}"' in html
    assert "It was planned (planned)" in html
    drawing = html.partition('<svg class="axis"')[2].partition("</figure>")[0]
    assert (drawing.count("<circle"), drawing.count("<path")) == (2, 1)
    assert "The report, May 2018" in drawing
    assert "Read up to here" in drawing
    assert "<title id=" in drawing
    assert "<desc id=" in drawing
    assert "style=" not in drawing
    assert [year for year, _ in response.context["axis"].years] == list(range(2018, 2027))


def test_timeline_draws_what_is_shown_and_keeps_its_span(client, touched):
    whole = client.get("/timeline/").context["axis"]
    some = client.get("/timeline/?theme=law").context["axis"]
    assert [mark.event.slug for mark in some.marks] == ["names-councils"]
    assert (len(whole.marks), whole.years) == (6, some.years)
