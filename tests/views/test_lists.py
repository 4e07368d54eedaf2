"""A list in every form at one address: the same records, in the same order, up to a limit."""

import json
import random
from html import unescape
from urllib.parse import urlencode

import feedparser
import pytest

from findings.asking.facets import FACETS
from findings.asking.parameters import SORTS
from findings.formats import press
from findings.models import Record
from findings.representations import records as representations
from findings.views import downloads, lists
from tests import factories, histories
from tests.views.files import (
    bytes_of,
    references,
    rows_of_csv,
    rows_of_xlsx,
    text_in,
    text_of_pdf,
)
from tests.views.list_pages import KEPT, keep_shelf
from tests.views.reading import count_queries, words

pytestmark = pytest.mark.django_db

# A calendar holds days; see test_diaries.py.
ALL = [form for form in downloads.FORMS if form != "ics"]
LABELS = {"docx": "Word", "pdf": "PDF", "xlsx": "Excel", "csv": "CSV", "md": "Markdown"}


@pytest.fixture
def shelf():
    keep_shelf()


def on_pages(client, path, asked):
    """The references on all pages of a list."""
    found, response = [], client.get(path, asked, follow=True)
    while True:
        found += [hit.record.reference for hit in response.context["hits"]]
        if not response.context["next"]:
            return found
        response = client.get(response.context["next"])


def questions(chance, number):
    """Pairs of facet values, and every other time a search, in any order."""
    words = ["trust", "governance", "housing", "ICB law", "f3", "goverance", '"core skill"', "zz"]
    for place in range(number):
        facets = chance.sample(FACETS, 2)
        asked = [(facet.key, chance.choice(facet.choices())[0]) for facet in facets]
        if place % 2:
            asked = [("q", chance.choice(words)), *asked[: place // 2 % 3]]
        order = chance.choice(["", *SORTS])
        yield dict([*asked, ("sort", order)] if order else asked)


def test_the_same_records_stand_in_the_same_order_in_every_form(client, content, exhaustive):
    sizes = []
    for asked in questions(random.Random(6), 60 if exhaustive else 8):
        expected = on_pages(client, "/browse/", asked)
        sizes.append(len(expected))
        for form in ("json", "csv", "xlsx", "atom"):
            assert (asked, references(client, "/browse", form, asked)) == (asked, expected)
    assert sum(size > 1 for size in sizes) > len(sizes) / 4


def test_paper_holds_the_same(client, content):
    for path, asked in (("/browse", {"audience": "housing"}), ("/themes/governance", {"q": "law"})):
        expected = on_pages(client, f"{path}/", asked)
        assert len(expected) > 1
        assert references(client, path, "docx", asked) == expected
        assert references(client, path, "pdf", asked) == expected


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("/browse", KEPT),
        ("/findings", ["ICS18-F01"]),
        ("/skills", ["ICS18-S01"]),
        ("/recommendations", ["ICS18-R01"]),
        ("/themes/trust", KEPT),
    ],
)
def test_every_list_has_every_form(client, shelf, path, found):
    for form in ALL:
        asked = {"page": "7", "sort": "reference"} if form == "json" else {}
        assert references(client, path, form, asked) == found


@pytest.mark.parametrize("form", ALL)
def test_no_form_holds_a_draft_and_each_says_licence_day_and_source(client, shelf, form):
    text = text_in(form, bytes_of(client.get(f"/browse.{form}")))
    assert "Canary" not in text
    for said in ("CC BY 4.0", "ICS18-F01", "Title of ICS18-F01", "Stands", "Stated in the source"):
        assert said in text
    assert "2 July 2026" in text or "2026-07-02" in text


@pytest.mark.parametrize(
    ("form", "kind", "name"),
    [
        ("docx", "officedocument.wordprocessingml.document", "attachment"),
        ("pdf", "application/pdf", "inline"),
        ("md", "text/markdown; charset=utf-8", "inline"),
        ("xlsx", "officedocument.spreadsheetml.sheet", "attachment"),
        ("csv", "text/csv; charset=utf-8", "attachment"),
        ("json", "application/json", "inline"),
        ("atom", "application/atom+xml; charset=utf-8", "inline"),
    ],
)
def test_a_file_has_its_type_and_a_name_that_says_what_it_is(client, shelf, form, kind, name):
    response = client.get(f"/browse.{form}?theme=trust")
    assert response["Content-Type"].endswith(kind)
    file_name = f'filename="ics-leadership-3-records-about-trust.{form}"'
    assert response["Content-Disposition"] == f"{name}; {file_name}"
    assert response["X-Robots-Tag"] == "noindex"


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("colour=red", "“colour”"),
        ("kind=book", "“book”"),
        ("theme=nothing", "“nothing”"),
        ("sort=up", "“up”"),
        ("as-at=soon", "“soon”"),
        ("q=a&q=b", "“q”"),
    ],
)
def test_what_is_not_known_is_a_400_that_names_it(client, shelf, asked, said):
    for form in ALL:
        response = client.get(f"/browse.{form}?{asked}")
        assert response.status_code == 400
        assert said in response.content.decode()
    told = json.loads(client.get(f"/browse.json?{asked}").content)
    assert (told["status"], told["parameter"]) == (400, asked.partition("=")[0])


@pytest.mark.parametrize("form", ["csv", "pdf"])
def test_an_address_is_answered_in_one_spelling(client, shelf, form):
    for asked in (f"/themes/trust.{form}/?q=a", f"/themes/trust/.{form}?q=a"):
        response = client.get(asked)
        assert (response.status_code, response["Location"]) == (301, f"/themes/trust.{form}?q=a")
    for unknown in ("/themes/nothing", "/glossary", "/browse.x", "/%2Fexample.org/browse"):
        assert client.get(f"{unknown}.{form}").status_code == 404
        assert client.get(f"{unknown}.{form}x/").status_code == 404
    assert client.get(f"/%2Fexample.org/browse.{form}/").status_code == 404


@pytest.mark.parametrize("form", ALL)
def test_a_file_that_has_not_changed_is_not_sent_again(client, shelf, form):
    first = client.get(f"/browse.{form}")
    again = client.get(f"/browse.{form}", headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    head = client.head(f"/browse.{form}")
    assert (head.status_code, head.content) == (200, b"")
    histories.change(Record.objects.get(reference="ICS18-F01"), summary="It says more.")
    changed = client.get(f"/browse.{form}", headers={"If-None-Match": first["ETag"]})
    assert changed.status_code == 200


def test_a_list_of_nothing_is_a_file_too(client, shelf):
    for form in ALL:
        assert references(client, "/browse", form, {"q": "zz"}) == []


def test_json_says_what_was_asked_and_how_many_there_are(client, shelf):
    told = json.loads(bytes_of(client.get("/browse.json?theme=trust&page=4")))
    asked = ["sentence", "as_at", "words", "html_url", "answers", "count"]
    assert list(told) == [*asked, "licence", "knowledge_date", "results"]
    assert (told["sentence"], told["count"]) == ("3 records about trust", 3)
    assert told["html_url"] == "http://testserver/browse/?theme=trust"
    assert told["knowledge_date"] == "2026-07-02"


def test_no_cell_is_a_formula(client, shelf):
    Record._base_manager.update(title="=1+1", summary="@SUM(A1)")
    [row, *_] = rows_of_csv(bytes_of(client.get("/browse.csv")))
    assert (row["title"], row["summary"]) == ("'=1+1", "'@SUM(A1)")
    [row, *_] = rows_of_xlsx(bytes_of(client.get("/browse.xlsx")))
    assert (row["title"], row["summary"]) == ("'=1+1", "'@SUM(A1)")


@pytest.mark.parametrize("form", ["json", "csv"])
def test_a_long_list_is_sent_while_it_is_read(client, shelf, monkeypatch, form):
    whole = client.get(f"/browse.{form}")
    monkeypatch.setattr(lists, "MOST_IN_MEMORY", 2)
    monkeypatch.setattr(representations, "AT_A_TIME", 1)
    streamed = client.get(f"/browse.{form}")
    assert (whole.streaming, streamed.streaming) == (False, True)
    assert b"".join(streamed.streaming_content) == whole.content


@pytest.mark.alike
def test_a_file_costs_the_same_queries_however_many_records_it_holds(client, shelf):
    histories.published("ICS18-S10")
    few = {form: count_queries(client, f"/browse.{form}") for form in ALL}
    for number in range(11, 18):
        histories.published(f"ICS18-S{number}")
    assert {form: count_queries(client, f"/browse.{form}") for form in ALL} == few
    # The first has made what is kept until something changes.
    assert max(few.values()) - 15 < min(few.values()) < 25


def test_paper_and_feed_hold_so_many_and_say_that_there_are_more(client, shelf, monkeypatch):
    monkeypatch.setattr("findings.documents.lists.MOST_RECORDS", 2)
    monkeypatch.setitem(downloads.FORMS, "atom", downloads.FORMS["atom"]._replace(most=2))
    for form in ("docx", "pdf", "md", "atom"):
        assert references(client, "/browse", form) == KEPT[:2]
    said = "These are the first 2 of 3 records"
    assert said in text_of_pdf(client.get("/browse.pdf").content)
    assert said in feedparser.parse(client.get("/browse.atom").content).feed.subtitle
    assert references(client, "/browse", "csv") == KEPT


@pytest.mark.parametrize("form", ["docx", "pdf", "xlsx"])
def test_while_too_many_are_made_a_file_is_refused_politely(client, shelf, form, monkeypatch):
    monkeypatch.setattr(press.PRESS, "patience", 0)
    with press.PRESS.turn():
        refused = client.get(f"/browse.{form}")
    assert (refused.status_code, refused["Retry-After"]) == (503, "5")
    assert "Too many files at once" in words(refused)
    assert client.get(f"/browse.{form}").status_code == 200


def test_every_page_of_a_list_links_to_its_forms_and_says_what_they_hold(client, shelf):
    html = client.get("/browse/?theme=trust&sort=title").content.decode()
    for form, label in LABELS.items():
        url = f"/browse.{form}?theme=trust&amp;sort=title"
        assert f'href="{url}">{label}, 3 records</a>' in html
    feed = 'href="/browse.atom?theme=trust&amp;sort=changed"'
    assert f"{feed}>Atom feed, 3 records</a>" in html
    assert (
        f'<link rel="alternate" type="application/atom+xml" title="Atom feed, 3 records" {feed}>'
        in html
    )
    json_url = 'href="/browse.json?theme=trust&amp;sort=title"'
    assert (
        f'<link rel="alternate" type="application/json" title="JSON, 3 records" {json_url}>' in html
    )
    assert "Take this list away" not in client.get("/browse/?q=zz").content.decode()


def test_home_and_audiences_name_their_feeds(client, shelf):
    factories.audience("housing", name="Housing")
    for path, asked in (
        ("/", "?sort=changed"),
        ("/for/housing/", "?audience=housing&sort=changed"),
    ):
        html = unescape(client.get(path).content.decode())
        assert f'href="/browse.atom{asked}">' in html
        assert client.get(f"/browse.atom{asked}").status_code == 200


def test_a_link_says_where_a_form_holds_less(client, shelf, monkeypatch):
    monkeypatch.setitem(downloads.FORMS, "pdf", downloads.FORMS["pdf"]._replace(most=2))
    html = client.get("/findings/").content.decode()
    assert ">PDF, 1 record</a>" in html
    html = client.get("/browse/").content.decode()
    assert ">PDF, the first 2 of 3 records</a>" in html


def test_the_links_of_a_page_with_strange_parameters_work(client, shelf):
    asked = urlencode({"theme": ["trust", "nothing"], "as-at": "soon", "page": "1"}, doseq=True)
    response = client.get(f"/browse/?{asked}", follow=True)
    for taken in response.context["forms"]:
        assert client.get(taken.url).status_code == 200
