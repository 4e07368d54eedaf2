import pytest

from findings.models import Addressing, AudienceChange, AudienceNote, HomePage, Question
from findings.reading import audiences
from findings.vocabulary import Addressed, HomeSlot, State
from tests import factories
from tests.views.reading import count_queries, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def councils():
    return factories.audience("councils", name="Councils", hook="See what still holds.")


def address(audience, reference, addressed=Addressed.ALL, **fields):
    record = factories.record(reference, **fields)
    Addressing.objects.create(
        record=record, audience=audience, addressed=addressed, passage=factories.passage()
    )
    return record


def test_audience_list_shows_the_audiences_in_the_editors_order(client):
    for position, slug in enumerate(("voluntary", "nhs"), start=1):
        factories.audience(slug, position=position)
    response = client.get("/for/")
    assert [each.slug for each in response.context["audiences"]] == ["voluntary", "nhs"]
    assert 'href="/for/nhs/"' in response.content.decode()


def test_audience_page_parts_what_names_it_from_what_is_addressed_to_all(client, councils):
    named = [
        address(councils, reference, Addressed.NAMED) for reference in ("ICS18-F02", "ICS18-S02")
    ]
    finding = address(councils, "ICS18-F01")
    skill = address(councils, "ICS18-S01")
    advice = [address(councils, "ICS18-R01"), address(councils, "ICS18-R02")]
    address(factories.audience("housing"), "ICS18-F09", Addressed.NAMED)
    response = client.get("/for/councils/")
    context = response.context
    assert context["named"] == named
    assert context["findings"] == [finding]
    assert context["skills"] == [skill]
    assert context["mine"] == advice
    page = words(response)
    assert "Two things that leaders in councils could do" in page
    assert "1 finding written for everyone" in page
    assert "Title of ICS18-F09" not in page
    html = response.content.decode()
    for kind in ("finding", "skill", "recommendation"):
        assert f'href="/{kind}s/?audience=councils">All 2 {kind}s that reach you</a>' in html


@pytest.mark.parametrize("addressed", Addressed)
def test_audience_page_says_what_was_found_since_and_counts_no_draft(client, councils, addressed):
    finding = address(councils, "ICS18-F01", addressed)
    for reference, state in (("PBP25-F01", State.PUBLISHED), ("PBP25-F02", State.DRAFT)):
        newer = factories.record(reference, state=state)
        newer.links.create(relation="agrees-with", target=finding, reason="Both heard it.")
    assert words(client.get("/for/councils/")).count("Found since: 1 agrees.") == 1
    assert "Found since" not in words(client.get("/for/councils/?as-at=2018-12-01"))


def test_a_notice_is_none_of_the_things_that_one_could_do(client, councils):
    address(councils, "ICS18-R01", is_notice=True)
    advice = address(councils, "ICS18-R02")
    response = client.get("/for/councils/")
    assert response.context["mine"] == [advice]
    page = words(response)
    assert "One thing that leaders in councils could do" in page
    assert "A notice: Title of ICS18-R01 (ICS18-R01)" in page


def test_audience_page_says_what_a_recommendation_asks_of_it_alone(client, councils):
    advice = address(councils, "ICS18-R01")
    housing = factories.audience("housing")
    AudienceNote.objects.create(record=advice, audience=councils, text="Agree who speaks.")
    AudienceNote.objects.create(record=advice, audience=housing, text="Name one executive.")
    page = words(client.get("/for/councils/"))
    assert "Agree who speaks." in page
    assert "What each asks of leaders in councils is the editors’ reading;" in page
    assert "Name one executive." not in page


def test_audience_page_shows_the_gaps_that_bear_on_what_names_it(client, councils):
    named = address(councils, "ICS18-F01", Addressed.NAMED)
    other = address(councils, "ICS18-F02", Addressed.NAMED)
    shared = address(councils, "ICS18-F03")
    near, far = factories.gap("ICS18-G01"), factories.gap("ICS18-G02")
    near.bears_on.add(named, other)
    far.bears_on.add(shared)
    response = client.get("/for/councils/")
    assert list(response.context["gaps"]) == [near]
    assert "All 2 gaps" in words(response)


def test_audience_page_shows_changes_with_what_shows_them_and_the_questions(client, councils):
    act = factories.development("act", title="The Act begins")
    AudienceChange.objects.create(audience=councils, text="Councils form it.").developments.add(act)
    network = factories.source("network", title="A network’s page")
    AudienceChange.objects.create(
        audience=councils, text="Housing counts.", source=network, position=1
    )
    Question.objects.create(audience=councils, text="Who owns it?")
    response = client.get("/for/councils/")
    page, html = words(response), response.content.decode()
    assert "Councils form it. 1 July 2022: The Act begins" in page
    assert "Housing counts. Source: A network’s page" in page
    assert "Who owns it?" in page
    assert 'href="/timeline/#act"' in html
    assert 'href="/sources/network/"' in html


def test_audience_page_shows_the_first_of_many_and_says_how_many_there_are(
    client, councils, monkeypatch
):
    most = dict.fromkeys(audiences.MOST, 1)
    monkeypatch.setattr(audiences, "MOST", most)
    for number in range(1, 4):
        for letter, how in (("F", "all"), ("S", "all"), ("R", "all"), ("F1", "named")):
            address(councils, f"ICS18-{letter}{number}", how)
    address(councils, "ICS18-F4", title="Secret", state=State.DRAFT)
    response = client.get("/for/councils/")
    page, html = words(response), response.content.decode()
    assert "Three things that leaders in councils could do" in page
    assert "3 findings written for everyone" in page
    assert "3 skills for the work" in page
    assert "Title of ICS18-F1 " in page
    assert not any(f"Title of ICS18-{each}" in page for each in ("F2", "S2", "R2", "F12"))
    assert "Secret" not in page
    for address_of_all, label in (
        ("findings/?audience=councils&amp;addressed=all", "3 findings written for everyone"),
        ("skills/?audience=councils&amp;addressed=all", "3 skills for everyone"),
        ("recommendations/?audience=councils", "3 recommendations for you"),
        (
            "browse/?kind=finding&amp;kind=skill&amp;audience=councils&amp;addressed=named",
            "3 that name you",
        ),
    ):
        assert f'href="/{address_of_all}"><span>All {label}</span>' in html


@pytest.mark.parametrize("state", [State.DRAFT, State.IN_REVIEW, State.WITHDRAWN])
@pytest.mark.parametrize("addressed", Addressed)
def test_audience_page_holds_published_records_only(client, councils, state, addressed):
    hidden = {"title": "Secret title", "summary": "Secret summary.", "state": state}
    for reference in ("ICS18-F01", "ICS18-S01", "ICS18-R01"):
        record = address(councils, reference, addressed, **hidden)
        AudienceNote.objects.create(record=record, audience=councils, text="Secret note.")
    factories.gap("ICS18-G01", title="A gap of a draft").bears_on.add(record)
    response = client.get("/for/councils/")
    assert "Secret" not in response.content.decode()
    assert "A gap of a draft" not in words(response)
    assert "No recommendation is for leaders in councils first." in words(response)
    assert "0 name you, 0 addressed to all" in words(client.get("/for/"))


def test_audience_page_begins_with_what_the_editors_put_on_the_home_page_to_do(client, councils):
    first, second = (address(councils, reference) for reference in ("ICS18-R01", "ICS18-R02"))
    unreached = factories.record("ICS18-R03")
    draft = address(councils, "ICS18-R04", title="Secret", state=State.DRAFT)
    finding = address(councils, "ICS18-F01")
    home = HomePage.objects.create(statement="Text.", knowledge_date="2026-07-02")
    for position, record in enumerate([unreached, second, draft, first]):
        home.places.create(record=record, slot=HomeSlot.ACTION, position=position)
    home.places.create(record=finding, slot=HomeSlot.FINDING)
    response = client.get("/for/councils/")
    assert response.context["mine"] == [second, first]
    assert "Secret" not in response.content.decode()


def test_what_is_asked_of_the_audience_by_name_comes_before_the_home_page(client, councils):
    for reference in ("ICS18-R01", "ICS18-R02"):
        record = address(councils, reference)
    factories.home().places.create(record=record, slot=HomeSlot.ACTION)
    named = address(councils, "ICS18-R03", Addressed.NAMED)
    address(factories.audience("nhs"), "ICS18-R04", Addressed.NAMED)
    opened = client.get("/for/councils/").context["opened"]
    assert [each.reference for each, _ in opened] == [
        named.reference,
        "ICS18-R02",
        "ICS18-R01",
    ]


def test_a_role_parts_what_is_its_own_from_what_others_lead(client, councils):
    own, other, each = (address(councils, f"ICS18-R0{number}") for number in (1, 2, 3))
    own.role_readings.create(role="director", reason="They hold the budget.")
    other.role_readings.create(role="chief-executive", reason="They sign.")
    other.role_readings.create(role="senior-manager", reason="They write it.", position=1)
    AudienceNote.objects.create(record=other, audience=councils, text="Ask for the table.")
    response = client.get("/for/councils/?role=director")
    page, html = words(response), response.content.decode()
    assert response.context["mine"] == [own, each]
    assert "Two things that directors in councils could do" in page
    assert "Why directors: They hold the budget." in page
    assert "1 more that others lead, and what to ask of them" in page
    assert "Ask for the table. Chief executives and senior managers lead it." in page
    assert "They sign" not in page
    assert html.count('aria-current="true">Directors</a>') == 1
    kept = 'href="/recommendations/ICS18-R01/?audience=councils&amp;role=director"'
    assert kept in html
    assert 'href="/recommendations/?audience=councils&amp;role=director">All 3' in html


@pytest.mark.parametrize("role", ["", "nobody", "%00", "director&role=x", "DIRECTOR"])
def test_a_role_that_is_not_known_is_left_out(client, councils, role):
    response = client.get(f"/for/councils/?role={role}")
    assert response.status_code == (400 if role == "%00" else 200)


def test_one_minute_holds_what_stands_what_changed_and_what_may_change(client, councils):
    stale = address(councils, "ICS18-F01", verdict="overtaken", brief_line="Stale.")
    fresh = address(councils, "ICS18-F02", brief_line="Say this.")
    home = factories.home()
    home.places.create(record=stale, slot=HomeSlot.LEAD)
    home.places.create(record=fresh, slot=HomeSlot.FINDING, position=1)
    for year, status in ((2020, "happened"), (2022, "happened"), (2026, "proposed")):
        event = factories.development(date=f"{year}-07-01", status=status)
        change = AudienceChange.objects.create(audience=councils, text=f"In {year}. More.")
        change.developments.add(event)
    points = client.get("/for/councils/").context["minute"]
    assert [(point.heading, point.text) for point in points] == [
        ("You can say", "Say this."),
        ("What changed", "In 2022."),
        ("What may change", "In 2026."),
    ]
    assert client.get("/for/councils/?as-at=2019-01-01").context["minute"][1:] == []


def test_audience_page_names_only_the_parts_that_it_has(client, councils):
    assert 'href="#questions"' not in client.get("/for/councils/").content.decode()
    councils.questions.create(text="Who decides?")
    html = client.get("/for/councils/").content.decode()
    assert ('href="#questions"' in html, 'href="#changes"' in html) == (True, False)


@pytest.mark.alike
def test_audience_page_needs_the_same_queries_for_many(client, councils):
    def add(number):
        named = address(councils, f"ICS18-F{number}", Addressed.NAMED)
        factories.gap(f"ICS18-G{number}").bears_on.add(named)
        address(councils, f"ICS18-S{number}")
        advice = address(councils, f"ICS18-R{number}")
        AudienceNote.objects.create(record=advice, audience=councils, text="Do it.")
        change = AudienceChange.objects.create(
            audience=councils, text=f"Change {number}", source=factories.source()
        )
        change.developments.add(factories.development())
        Question.objects.create(audience=councils, text="Why?")
        factories.audience(f"audience-{number}")
        factories.term(f"term-{number}")

    add(10)
    few = count_queries(client, "/for/councils/"), count_queries(client, "/for/")
    for number in range(11, 20):
        add(number)
    assert (count_queries(client, "/for/councils/"), count_queries(client, "/for/")) == few


@pytest.mark.parametrize("path", ["/for/nobody/", f"/for/{'a' * 3000}/"])
def test_an_unknown_audience_is_not_found(client, councils, path):
    assert client.get(path).status_code == 404
