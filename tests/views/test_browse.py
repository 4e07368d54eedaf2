import re
from urllib.parse import urlencode

import pytest

from findings.models import Addressing, AudienceNote, RecordTheme
from findings.reading import rows
from findings.vocabulary import Addressed, Kind, State
from tests import factories
from tests.views.list_pages import links, listed, put_shelf
from tests.views.reading import count_queries, words

pytestmark = pytest.mark.django_db

HIDDEN = [State.DRAFT, State.IN_REVIEW, State.WITHDRAWN]


@pytest.fixture
def shelf():
    put_shelf()


@pytest.mark.parametrize(
    ("path", "heading", "sentence", "found"),
    [
        ("/browse/", "Browse everything", "3 records", ["ICS18-F01", "ICS18-S01", "ICS18-R01"]),
        ("/findings/", "Findings", "1 finding", ["ICS18-F01"]),
        ("/skills/", "Skills", "1 skill", ["ICS18-S01"]),
        ("/recommendations/", "Recommendations", "1 recommendation", ["ICS18-R01"]),
        ("/themes/trust/", "Trust", "1 record about trust", ["ICS18-R01"]),
        ("/browse/?kind=skill", "1 skill", "1 skill", ["ICS18-S01"]),
        ("/findings/?q=skill", "No findings matching “skill”", "No findings matching “skill”", []),
    ],
)
def test_each_list_is_named_by_its_heading_its_sentence_and_its_title(
    client, shelf, path, heading, sentence, found
):
    response = client.get(path)
    html = response.content.decode()
    assert listed(response) == found
    assert f"<title>{sentence} – ICS Leadership</title>" in html
    assert f"<h1>{heading}</h1>" in html
    hidden = ' class="vh"' if heading == sentence else ""
    assert f'<h2 id="sentence"{hidden} tabindex="-1">{sentence}</h2>' in html


def test_lists_keep_their_introductions(client, shelf):
    factories.home(recommendations_intro="Start with one or two.")
    assert "Start with one or two." in words(client.get("/recommendations/"))
    assert Kind.FINDING.meaning in words(client.get("/findings/"))
    assert "Whom people rely on." in words(client.get("/themes/trust/"))


@pytest.mark.parametrize(
    ("asked", "canonical"),
    [
        ("/browse/?audience%5B%5D=housing", "/browse/?audience=housing"),
        ("/browse/?audience[]=Housing&kind=", "/browse/?audience=housing"),
        ("/browse/?theme=trust&kind=skill&page=1", "/browse/?kind=skill&theme=trust"),
        ("/findings/?kind=skill&q=%20a%20", "/findings/?q=a"),
        ("/themes/trust/?theme=law", "/themes/trust/"),
        ("/browse/?q=a%20b", "/browse/?q=a+b"),
        ("/browse/?AUDIENCE=housing&Q=a", "/browse/?q=a&audience=housing"),
        ("/findings/?Audience[]=housing&SORT=title", "/findings/?audience=housing&sort=title"),
        ("/browse/?", None),
    ],
)
def test_another_spelling_redirects_to_the_canonical_one(client, shelf, asked, canonical):
    response = client.get(asked)
    if canonical is None:
        assert response.status_code == 200
        return
    assert (response.status_code, response["Location"]) == (302, canonical)
    html = client.get(canonical).content.decode()
    address = f"http://testserver{canonical}".replace("&", "&amp;")
    assert f'<link rel="canonical" href="{address}">' in html


def test_the_start_of_references_leads_to_the_report(client, shelf):
    page = client.get("/browse/?q=ics18")
    assert listed(page) == ["ICS18-F01", "ICS18-S01", "ICS18-R01"]
    assert "“ics18” begins every reference of Report ICS18." in words(page)
    assert links(page)["Report ICS18"] == "/sources/report-ics18/"


@pytest.mark.parametrize("page", ["0", "abc", "2", "-1", "1.0", str(10**30), "%D9%A2"])
@pytest.mark.parametrize("path", ["/browse/", "/findings/", "/themes/trust/"])
def test_a_page_that_is_not_there_is_not_found(client, shelf, path, page):
    assert client.get(f"{path}?page={page}").status_code == 404


def test_pages_are_bounded_and_lead_to_each_other(client):
    for number in range(1, 46):
        factories.record(f"ICS18-F{number:02}")
    first, last = client.get("/findings/"), client.get("/findings/?page=3")
    assert (len(listed(first)), listed(last)[0], len(listed(last))) == (20, "ICS18-F41", 5)
    assert "Showing 41 to 45 of 45" in words(last)
    assert "<title>45 findings, page 3 of 3 – ICS Leadership</title>" in last.content.decode()
    assert 'rel="next" href="/findings/?page=2"' in first.content.decode()
    assert 'rel="prev"' not in first.content.decode()
    assert 'rel="prev" href="/findings/?page=2"' in last.content.decode()
    assert 'rel="next"' not in last.content.decode()


def test_one_plain_form_holds_words_filters_and_order(client, shelf):
    html = client.get("/browse/?q=title&audience=housing&sort=title").content.decode()
    form = html.partition('<form class="browse"')[2].partition("</form>")[0]
    assert 'action="/browse/" method="get"' in form
    assert 'name="q" type="search" value="title"' in form
    chosen = re.findall(r'name="(\w+)" value="([^"]+)" checked', form)
    assert chosen == [("audience", "housing")]
    assert '<option value="title" selected>Title</option>' in form
    assert '<option value="">Best match</option>' in form
    assert form.count('type="submit"') == 3


def test_options_show_what_choosing_them_gives(client, shelf):
    page = words(client.get("/browse/?kind=skill"))
    assert "Findings 1 record Skills 1 record Recommendations 1 record" in page
    assert "Trust 0 records" in page
    assert "Filter1 in use" in page


def test_chips_and_clear_all_take_filters_away(client, shelf):
    found = links(client.get("/browse/?q=title&audience=housing"))
    assert found["Words title: remove"] == "/browse/?audience=housing"
    assert found["Audience Housing: remove"] == "/browse/?q=title"
    assert found["Clear all"] == "/browse/"
    assert "Clear all" not in links(client.get("/browse/"))


def test_unknown_values_are_named_and_left_out(client, shelf):
    response = client.get("/browse/?theme=%3Cb%3Exx&sort=fastest")
    assert len(listed(response)) == 3
    page = words(response)
    assert "We don’t know the theme “<b>xx”, so we left it out." in page
    assert "We don’t know the order “fastest”, so we left it out." in page
    assert "<b>xx" not in response.content.decode()


def test_no_list_is_a_dead_end(client, shelf):
    response = client.get("/browse/?q=zzzz&kind=finding&verdict=stands")
    page, found = words(response), links(response)
    assert "No findings with the verdict stands matching “zzzz”" in page
    assert "Kind: Findings (1 record)" in page
    assert "The words “zzzz” (0 records)" in page
    offer = found["Without the words “zzzz”: 1 record"]
    assert listed(client.get(offer)) == ["ICS18-F01"]
    assert found["See all records"] == "/browse/"


def test_lists_answer_before_anything_is_loaded(client):
    for path in ("/browse/", "/findings/", "/recommendations/?q=trust"):
        response = client.get(path)
        assert (response.status_code, listed(response)) == (200, [])
    assert client.get("/themes/trust/").status_code == 404


@pytest.mark.parametrize("state", HIDDEN)
def test_nothing_hidden_shows_in_any_part_of_a_list(client, state):
    shown = factories.record("ICS18-F01", title="Seen")
    hidden = factories.record(
        "ICS18-F02", title="Quixotry", summary="Quixotry.", body="Quixotry.", state=state
    )
    factories.cite(hidden, factories.passage(factories.source(title="A book of zephyrs")))
    theme = factories.theme("governance")
    for record in (shown, hidden):
        RecordTheme.objects.create(content_object=record, tag=theme)
        Addressing.objects.create(
            record=record,
            audience=factories.audience(f"audience-{record.pk}"),
            addressed=Addressed.NAMED,
            passage=factories.passage(),
        )
    gap, event = factories.gap("ICS18-G01"), factories.development("law")
    gap.bears_on.add(hidden)
    event.bears_on.add(hidden)
    for text in ("quixotry", "quixotri", "zephyrs", "ICS18-F02", "f2", "title law", "governance"):
        response = client.get(f"/browse/?{urlencode({'q': text})}")
        assert "ICS18-F02" not in listed(response)
        assert response.context["query"].wanted.corrections == []
        assert "Quixotry" not in response.content.decode()
    for path in ("/browse/", "/findings/", "/themes/governance/", "/browse/?verdict=stands"):
        response = client.get(path)
        assert listed(response) == ["ICS18-F01"]
        assert "Quixotry" not in response.content.decode()
        options = [option for _, some in response.context["options"] for option in some]
        assert {option.count for option in options} == {0, 1}


HOSTILE = [
    "a" * 4000,
    "a " * 2000,
    '"' * 999,
    "AND ( OR NOT NEAR/3 *",
    "C++",
    "title:secret -- ; DROP TABLE",
    "'; SELECT 1 --",
    "%_\\",
    "- " * 40,
    "🙂 émigré ﷽ שלום \u202eevil",
    "\x1f\x85\u2028",
    "{{ 7|add:7 }} {% now 'Y' %}",
    "<script>alert(1)</script>",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_are_only_words(client, shelf, text):
    response = client.get(f"/browse/?{urlencode({'q': text})}", follow=True)
    assert response.status_code == 200
    assert "<script>alert" not in response.content.decode()


def test_hostile_parameters_are_left_out(client, shelf):
    keys = ("kind", "audience", "addressed", "role", "theme", "source", "sort")
    for text in HOSTILE:
        asked = urlencode(dict.fromkeys(keys, text))
        response = client.get(f"/browse/?{asked}", follow=True)
        assert (response.status_code, len(listed(response))) == (200, 3)
        assert "<script>alert" not in response.content.decode()
    assert client.get("/browse/?q=%00").status_code == 400
    assert client.get("/browse/?" + "&".join(f"a{n}=1" for n in range(2000))).status_code == 400


def test_markup_in_texts_and_words_is_inert(client):
    factories.record("ICS18-F01", title="<i>Lamps</i> & co", summary="<img src=x> lamps.")
    html = client.get("/browse/?q=%3Cimg+src%3Dx%3E+lamps").content.decode()
    assert "&lt;i&gt;<mark>Lamps</mark>&lt;/i&gt; &amp; co" in html
    assert "&lt;<mark>img</mark> <mark>src</mark>=<mark>x</mark>&gt; <mark>lamps</mark>." in html
    assert "<img" not in html
    assert "<i>Lamps" not in html


@pytest.mark.alike
@pytest.mark.parametrize(
    "path",
    [
        "/browse/",
        "/browse/?q=title+many&audience=housing",
        "/findings/",
        "/themes/trust/",
        "/browse/?q=zzzz&kind=finding&audience=housing&verdict=stands",
    ],
)
def test_lists_need_the_same_queries_for_many(client, path):
    housing, trust = factories.audience("housing"), factories.theme("trust")

    def add(number):
        record = factories.record(f"ICS18-F{number}", body="Many words.")
        RecordTheme.objects.create(content_object=record, tag=trust)
        RecordTheme.objects.create(content_object=record, tag=factories.theme(f"theme-{number}"))
        audience = factories.audience(f"audience-{number}", position=number)
        for each in (housing, audience):
            Addressing.objects.create(record=record, audience=each)
            AudienceNote.objects.create(record=record, audience=each, text="Many titles.")
        factories.cite(record, factories.passage())
        factories.gap(f"ICS18-G{number}", title="Many titles")

    def settled():
        """Queries of a page once the words of what is published are known."""
        client.get(path)
        return count_queries(client, path)

    add(10)
    few = settled()
    for number in range(11, 31):
        add(number)
    assert settled() == few


def test_of_many_reports_the_largest_stand_there_and_the_rest_is_found_by_its_title(
    client, monkeypatch
):
    monkeypatch.setattr(rows, "MOST_REPORTS", 1)
    for code, count, title in (("ONE18", 1, "Small beginnings"), ("TWO18", 2, "Large ends")):
        source = factories.report(code)
        source.title = title
        source.save()
        for number in range(count):
            factories.record(f"{code}-F0{number + 1}", source=source)
    page = client.get("/browse/").content.decode()
    assert 'value="report-two18"' in page
    assert 'value="report-one18"' not in page
    assert "Find one of all 2 by its title" in page
    found = client.get("/browse/?source=BEGINNINGS+small")
    assert found.url == "/browse/?source=report-one18"
    page = client.get(found.url).content.decode()
    assert 'value="report-one18" checked' in page
    assert "We don’t know the report “ends small”" in words(
        client.get("/browse/?source=ends+small")
    )
