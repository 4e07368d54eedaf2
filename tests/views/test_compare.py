import pytest

from findings.models import Addressing, AudienceChange, AudienceNote, Question
from findings.views import compare
from findings.vocabulary import Addressed, State, Trail, Verdict
from tests import factories
from tests.views.reading import count_queries, words

pytestmark = pytest.mark.django_db

TWO = "/compare/?record=ICS18-R02&record=ICS18-F05"


@pytest.fixture
def pair():
    """A recommendation of the editors' own, and a finding with a source."""
    own = factories.record(
        "ICS18-R02",
        title="Ring each partner",
        action="Ring.",
        trail=Trail.OWN,
        speaker="editors",
    )
    found = factories.record(
        "ICS18-F05", title="Purpose holds", verdict=Verdict.OVERTAKEN, body="Why it holds."
    )
    article = factories.source("article", title="The article")
    factories.cite(found, factories.passage(article, "P8"))
    councils = factories.audience("councils", name="Councils")
    Addressing.objects.create(record=own, audience=councils)
    AudienceNote.objects.create(record=own, audience=councils, text="Agree who speaks.")
    return own, found


def references(client, path):
    response = client.get(path)
    assert response.status_code == 200
    return [each.reference for each in response.context.get("records", [])]


def test_records_stand_side_by_side_in_the_order_given(client, pair):
    response = client.get(TWO)
    page, html = words(response), response.content.decode()
    assert references(client, TWO) == ["ICS18-R02", "ICS18-F05"]
    for text in (
        "2 records side by side",
        "Stands, as of 2 July 2026 Why we say so.",
        "Overtaken, as of 2 July 2026 Why we say so.",
        "What to do Ring.",
        "Why it holds.",
        "Councils addressed to all",
        "The editors’ own",
        "It cites no source: it is the editors’ own.",
        "Rests on The article, paragraph 8",
        "Councils Agree who speaks.",
    ):
        assert text in page
    assert 'href="/sources/article/#p8"' in html
    assert '<meta name="robots" content="noindex">' in html
    assert references(client, "/compare/?record=ICS18-F05&record=ICS18-R02") == [
        "ICS18-F05",
        "ICS18-R02",
    ]


@pytest.mark.parametrize(
    ("typed", "canonical"),
    [
        ("record=ics18-r02&record=Ics18-F05", "record=ICS18-R02&record=ICS18-F05"),
        ("record=ICS18-R02&record=ICS18-F05&record=ics18-r02", "record=ICS18-R02&record=ICS18-F05"),
        ("record=ICS18-R02&record=+ICS18-F05+", "record=ICS18-R02&record=ICS18-F05"),
        ("record=ICS18-R02&record=", "record=ICS18-R02"),
        ("audience=COUNCILS", "audience=councils"),
        ("Audience=councils", "audience=councils"),
        ("record=", ""),
        ("utm_id=1", ""),
        ("record=ICS18-R02&record=what%20is", "record=ICS18-R02&record=what+is"),
    ],
)
def test_a_comparison_has_one_address(client, pair, typed, canonical):
    response = client.get(f"/compare/?{typed}")
    assert (response.status_code, response.url) == (
        302,
        f"/compare/?{canonical}" if canonical else "/compare/",
    )
    assert client.get(response.url).status_code == 200


@pytest.mark.parametrize("text", ["ICS18-F99", "<b>x</b>", "9" * 3000, "‮abc", "ICS18-G01"])
def test_what_is_unknown_is_named_and_left_out(client, pair, text):
    response = client.get("/compare/", {"record": ["ICS18-R02", "ICS18-F05", text]}, follow=True)
    assert response.status_code == 200
    assert f"We don’t know the record “{text[:60]}”, so we left it out." in words(response)
    assert len(response.context["records"]) == 2
    assert "<b>x</b>" not in response.content.decode()


@pytest.mark.parametrize("state", [State.DRAFT, State.IN_REVIEW, State.WITHDRAWN])
def test_what_is_hidden_is_as_unknown_as_what_never_was(client, pair, state):
    hidden = factories.record("ICS18-F07", title="Secret title", state=state)
    AudienceNote.objects.create(
        record=factories.record("ICS18-R07", title="Secret", state=state),
        audience=hidden.audiences.model.objects.get(slug="councils"),
        text="Secret note.",
    )
    response = client.get(f"{TWO}&record=ICS18-F07")
    assert "We don’t know the record “ICS18-F07”, so we left it out." in words(response)
    factories.audience("housing")
    both = client.get("/compare/?audience=councils&audience=housing")
    assert "Secret" not in response.content.decode() + both.content.decode()


def test_one_is_not_enough_and_the_page_lets_the_reader_choose(client, pair):
    response = client.get("/compare/?record=ICS18-R02")
    html = response.content.decode()
    assert "One is chosen. Choose at least one more." in words(response)
    assert "records" not in response.context
    assert '<option value="ICS18-R02" selected>ICS18-R02 Ring each partner</option>' in html
    assert html.count(" selected>") == 1
    empty = client.get("/compare/")
    assert "Choose two to four of them." in words(empty)
    assert "noindex" not in empty.content.decode()


def test_what_is_the_same_is_said_once_and_what_differs_is_marked(client, pair):
    page = words(client.get(TWO))
    assert page.count("Does it still hold? differs") == 2
    third = factories.record("ICS18-F09", verdict=Verdict.OVERTAKEN)
    page = words(client.get(f"/compare/?record=ICS18-F05&record={third.reference}"))
    assert "Does it still hold? differs" not in page
    assert page.count("Overtaken, as of 2 July 2026") == 1
    assert "Does it still hold? The same as ICS18-F05." in page


def test_a_record_is_compared_from_its_own_page_without_a_list_of_titles(client, pair):
    theme = factories.theme("trust")
    for reference in ("ICS18-R07", "ICS18-F08"):
        hidden = State.DRAFT if reference == "ICS18-F08" else State.PUBLISHED
        factories.record(reference, state=hidden, title=f"Near {reference}").themes.add(theme)
    factories.record("ICS18-R06").themes.add(theme)
    page = client.get("/recommendations/ICS18-R06/").content.decode()
    assert 'href="/compare/?record=ICS18-R06"' in page
    html = client.get("/compare/?record=ICS18-R06").content.decode()
    assert 'href="/compare/?record=ICS18-R06&amp;record=ICS18-R07"' in html
    assert "Near ICS18-F08" not in html


def test_more_than_four_are_left_out_by_name(client):
    for number in range(1, 7):
        factories.record(f"ICS18-F0{number}")
    query = "&".join(f"record=ICS18-F0{number}" for number in range(1, 7))
    response = client.get(f"/compare/?{query}")
    assert [each.reference for each in response.context["records"]] == [
        f"ICS18-F0{number}" for number in range(1, 5)
    ]
    said = "Four at most stand side by side, so we left out ICS18-F05, ICS18-F06."
    assert said in words(response)


def test_records_come_before_audiences(client, pair):
    response = client.get(f"{TWO}&audience=councils")
    assert "Records and audiences can’t be compared, so we left out the audiences." in words(
        response
    )
    assert len(response.context["records"]) == 2


def test_audiences_stand_side_by_side(client, pair):
    _, found = pair
    councils = Addressing.objects.get().audience
    housing = factories.audience("housing", name="Housing", hook="Housing counts.")
    Addressing.objects.create(
        record=found, audience=housing, addressed=Addressed.NAMED, passage=factories.passage()
    )
    Question.objects.create(audience=housing, text="Who owns it?")
    change = AudienceChange.objects.create(audience=housing, text="Guidance names housing.")
    change.developments.add(factories.development("guide", title="Guidance"))
    response = client.get("/compare/?audience=housing&audience=councils")
    page, html = words(response), response.content.decode()
    assert response.context["audiences"] == [housing, councils]
    for text in (
        "2 audiences side by side",
        "Housing counts. What reaches it 1 record names it None addressed to all",
        "What names it ICS18-F05: Purpose holds",
        "Who owns it?",
        "Guidance names housing. 1 July 2022: Guidance",
        "What the recommendations ask of it Nothing of it alone.",
        "No record names it 1 record addressed to all",
        "ICS18-R02: Agree who speaks.",
    ):
        assert text in page
    assert 'href="/browse/?audience=housing&amp;addressed=named"' in html
    assert client.get("/browse/?audience=councils&addressed=all").context["count"] == 1
    unknown = client.get("/compare/?audience=housing&audience=nobody")
    assert "We don’t know the audience “nobody”, so we left it out." in words(unknown)


def test_records_and_audiences_lead_to_a_comparison(client, pair):
    own, _ = pair
    assert (
        'href="/compare/?record=ICS18-R02"' in client.get(own.get_absolute_url()).content.decode()
    )
    assert 'href="/compare/?audience=councils"' in client.get("/for/councils/").content.decode()


def test_a_comparison_of_many_is_typed_and_tells_the_first(client, pair, monkeypatch):
    monkeypatch.setattr(compare, "MOST_LISTED", 1)
    monkeypatch.setattr(compare, "MOST_TOLD", 1)
    factories.audience("housing", position=2)
    councils = Addressing.objects.get().audience
    for number in (1, 2):
        named = factories.record(f"ICS18-S0{number}", title=f"Skill {number}")
        Addressing.objects.create(
            record=named,
            audience=councils,
            addressed=Addressed.NAMED,
            passage=factories.passage(),
        )
        AudienceNote.objects.create(
            record=factories.record(f"ICS18-R1{number}"), audience=councils, text="Do."
        )
    response = client.get("/compare/?audience=councils&audience=housing")
    html, page = response.content.decode(), words(response)
    assert "<select" not in html
    assert html.count('name="record"') == 4
    assert "they stand beside each of all 6 records" in page
    assert ("Skill 1" in page, "Skill 2" in page, "All 2 that name it" in page) == (1, 0, 1)
    assert "All recommendations that reach it" in page


@pytest.mark.alike
@pytest.mark.usefixtures("pair")
def test_a_comparison_needs_the_same_queries_for_four_as_for_two(client):
    for number in (11, 12):
        record = factories.record(f"ICS18-F{number}")
        factories.cite(record, factories.passage())
        for slug in ("nhs", "housing"):
            record.addressings.create(
                audience=record.audiences.model.objects.filter(slug=slug).first()
                or factories.audience(slug)
            )
    more = f"{TWO}&record=ICS18-F11&record=ICS18-F12"
    assert count_queries(client, more) == count_queries(client, TWO)
    two = "/compare/?audience=nhs&audience=councils"
    assert count_queries(client, f"{two}&audience=housing") == count_queries(client, two)
