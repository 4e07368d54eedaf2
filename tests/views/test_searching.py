"""What the page of a list says to words: what was made of them, what they find, and nothing."""

from urllib.parse import urlencode

import pytest

from findings.models import AudienceNote, Miss, RecordTheme, Synonym
from findings.search import misses
from findings.views.home import EXAMPLES
from findings.vocabulary import State
from tests import factories
from tests.views.list_pages import links, listed, put_shelf
from tests.views.reading import words

pytestmark = pytest.mark.django_db


@pytest.fixture
def shelf():
    put_shelf()


def test_a_corrected_spelling_is_said_with_a_way_back(client):
    factories.record("ICS18-F01", title="Collaboration takes time")
    response = client.get("/browse/?q=colaboration")
    assert listed(response) == ["ICS18-F01"]
    assert "Showing results for collaboration instead of “colaboration”." in words(response)
    exactly = links(response)['Search exactly for "colaboration"']
    assert exactly == "/browse/?q=%22colaboration%22"
    assert listed(client.get(exactly)) == []


def test_a_synonym_is_said_and_marked(client):
    factories.record("ICS18-F01", title="Voluntary bodies")
    Synonym.objects.create(slug="voluntary", phrases="voluntary\ncharity")
    response = client.get("/browse/?q=charities")
    assert "“charities” also finds voluntary." in words(response)
    assert "<mark>Voluntary</mark> bodies</a>" in response.content.decode()


def test_some_of_the_words_are_said_to_be_some(client):
    factories.record("ICS18-F01", title="Lamps")
    factories.record("ICS18-F02", title="Ladders")
    response = client.get("/browse/?q=lamps+ladders")
    assert listed(response) == ["ICS18-F01", "ICS18-F02"]
    assert (
        "Few records have all of these words; the others have most of what they are about."
        in words(response)
    )


@pytest.mark.parametrize("text", ["the", "of the", "!!!", '"'])
def test_words_that_cannot_be_sought_are_said_to_be(client, shelf, text):
    page = words(client.get(f"/browse/?{urlencode({'q': text})}"))
    assert "There is nothing here to search for" in page
    assert "Without the words" in page


def test_new_words_keep_the_filters_and_say_how_to_drop_them(client, shelf):
    response = client.get("/skills/?q=title&audience=housing")
    assert "Your filters still apply: Kind: Skills; Audience: Housing." in words(response)
    everything = links(response)["Search everything (3)"]
    assert everything == "/browse/?q=title"
    assert len(listed(client.get(everything))) == 3


def test_the_snippet_starts_at_the_match_and_what_matches_elsewhere_is_named(client):
    record = factories.record("ICS18-F01", summary="First of all. Then lamps are lit.", body="Oil.")
    AudienceNote.objects.create(
        record=record, audience=factories.audience("housing", name="Housing"), text="Trim wicks."
    )
    RecordTheme.objects.create(content_object=record, tag=factories.theme("ladders"))
    factories.cite(record, factories.passage(factories.source(title="A book of rope")))
    html = client.get("/browse/?q=lamps").content.decode()
    assert "<p>… Then <mark>lamps</mark> are lit.</p>" in html
    html = client.get("/browse/?q=wicks").content.decode()
    assert "<p><b>For Housing:</b> Trim <mark>wicks</mark>.</p>" in html
    html = client.get("/browse/?q=rope").content.decode()
    assert "<p><b>Cites:</b> A book of <mark>rope</mark></p>" in html
    html = client.get("/browse/?q=lamps+ladders").content.decode()
    assert '<p class="small"><b>Theme:</b> <mark>Ladders</mark></p>' in html


def test_what_matches_beside_is_shown_and_not_counted(client):
    factories.record("ICS18-F01", title="Lamps")
    factories.gap("ICS18-G01", title="Nobody counted the lamps")
    factories.term("lamp", name="Lamp", definition="It burns oil.")
    factories.development("law", title="A law on lamps")
    response = client.get("/browse/?q=lamp")
    assert "1 record matching “lamp”" in words(response)
    assert "3 more pages match" in words(response)
    found = links(response)
    assert found["Nobody counted the lamps"] == "/gaps/ICS18-G01/"
    assert found["Lamp"] == "/glossary/#lamp"
    assert found["A law on lamps"] == "/timeline/#law"
    assert links(client.get("/browse/?q=ICS18-G01"))["Nobody counted the lamps"]
    assert "Beside the records" not in words(client.get("/browse/"))


def test_words_that_find_nothing_are_noted_only_without_filters(client, shelf, monkeypatch):
    monkeypatch.setattr(misses, "waiting", set())
    for path in ("/browse/?q=zeppelin&kind=skill", "/skills/?q=airship", "/browse/?q=title"):
        client.get(path)
    client.get("/browse/?q=balloon")
    misses.flush()
    assert [miss.words for miss in Miss.objects.all()] == ["balloon"]


def test_the_searches_that_the_home_page_suggests_find_something(client, content):
    found = links(client.get("/"))
    assert len(EXAMPLES) == 3
    for text in EXAMPLES:
        response = client.get(found[text])
        assert response.context["query"].wanted.text == text
        assert len(listed(response)) >= 3


def test_a_question_that_no_record_answers_gets_a_straight_nothing(client):
    factories.record("ICS18-F01", title="On lanterns")
    factories.record("ICS18-S01", title="Lanterns in a draft", state=State.DRAFT)
    response = client.get("/browse/", {"q": "price of zeppelin lanterns"})
    assert (response.context["count"], response.context["hits"]) == (0, [])
    assert [record.reference for record in response.context["near"]] == ["ICS18-F01"]
    text = words(response)
    assert "No records matching “price of zeppelin lanterns”" in text
    assert "These share a word with it, and are about something else" in text
    assert "Few records have all of these words" not in text
    assert "Lanterns in a draft" not in text
    assert client.get("/browse.json?q=price+of+zeppelin+lanterns").json()["results"] == []
    found = client.get("/api/v1/records?q=price+of+zeppelin+lanterns").json()
    assert (found["count"], found["results"], found["answers"]) == (0, [], [])
    assert client.get("/browse.csv?q=price+of+zeppelin+lanterns").content.count(b"\n") == 1
    assert b"<entry>" not in client.get("/browse.atom?q=price+of+zeppelin+lanterns").content


def test_what_shares_a_word_is_not_shown_where_a_filter_alone_hides_what_matches(client):
    factories.record("ICS18-F01", title="On lanterns")
    response = client.get("/browse/", {"q": "lanterns", "kind": "skill"})
    assert (response.context["count"], response.context["near"]) == (0, [])


def test_a_question_is_answered_above_the_list_and_in_data(client):
    factories.record("ICS18-F01", title="On <light>", summary="Lanterns need “oil” & wicks.")
    page = client.get("/browse/", {"q": "what do lanterns need?"})
    text = words(page)
    assert "“Lanterns need “oil” & wicks.” ICS18-F01 On <light>" in text
    assert text.index("In the records’ own words") < text.index("Add to a paper")
    for address in ("/api/v1/records", "/browse.json"):
        [answer] = client.get(address, {"q": "what do lanterns need?"}).json()["answers"]
        assert answer["sentence"] == "Lanterns need “oil” & wicks."
        assert (answer["record"]["reference"], answer["gap"]) == ("ICS18-F01", None)
        assert answer["record"]["verdict"]["value"] == "stands"
