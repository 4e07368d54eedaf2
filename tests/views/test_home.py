import pytest

from findings.models import Addressing, HomePlace
from findings.vocabulary import Addressed, State, Verdict
from tests import factories
from tests.views.reading import count_queries, words

pytestmark = pytest.mark.django_db


def place(home, slot, reference, **fields):
    record = factories.record(reference, **fields)
    HomePlace.objects.create(home=home, record=record, slot=slot, position=record.pk)
    return record


def test_home_answers_before_anything_is_loaded(client):
    response = client.get("/")
    assert response.status_code == 200
    assert "Lead across organisations, not over them" in words(response)
    assert (
        "0 findings and 0 skills. The 0 recommendations, most of them our own advice, are"
        in words(response)
    )


def test_home_shows_what_the_editors_chose_in_their_order(client):
    home = factories.home(statement="What this site does.")
    lead = place(home, "lead", "ICS18-F03")
    findings = [place(home, "finding", f"ICS18-F0{number}") for number in (9, 1)]
    actions = [place(home, "action", f"ICS18-R0{number}") for number in (7, 2)]
    response = client.get("/")
    chosen = {"lead": [lead], "finding": findings, "action": actions}
    assert response.context["chosen"] == chosen
    page = words(response)
    assert "What this site does." in page
    assert "We have read nothing later than 2 July 2026." in page
    assert "Stands Why Why we say so." in page


@pytest.mark.parametrize("state", [State.DRAFT, State.IN_REVIEW, State.WITHDRAWN])
def test_home_shows_and_counts_published_records_only(client, state):
    home = factories.home()
    place(home, "lead", "ICS18-F01", title="Secret lead", state=state)
    place(home, "finding", "ICS18-F02", title="Secret finding", state=state)
    place(home, "action", "ICS18-R01", title="Secret action", state=state)
    councils = factories.audience("councils")
    for addressing in (Addressed.ALL, Addressed.NAMED):
        record = factories.record(f"ICS18-S0{len(addressing)}", state=state)
        Addressing.objects.create(
            record=record, audience=councils, addressed=addressing, passage=factories.passage()
        )
    response = client.get("/")
    assert response.context["totals"] == {"finding": 0, "skill": 0, "recommendation": 0}
    assert [count for _, count in response.context["tally"]] == [0, 0, 0, 0, 0]
    assert "0 name you, 0 addressed to all" in words(response)
    assert "Secret" not in response.content.decode()


def test_home_shows_what_was_found_since_and_names_no_draft(client):
    lead = place(factories.home(), "lead", "ICS18-F01")
    for reference, state in (("PBP25-F01", State.PUBLISHED), ("PBP25-F02", State.DRAFT)):
        newer = factories.record(reference, state=state)
        newer.links.create(relation="differs-from", target=lead, reason="It has changed.")
    page = words(client.get("/"))
    assert "Found since: PBP25-F01 differs from it." in page
    assert "PBP25-F02" not in page


def test_home_counts_add_up(client):
    councils, housing = factories.audience("councils"), factories.audience("housing", position=1)
    for number, word in enumerate((Verdict.STANDS, Verdict.STANDS, Verdict.OVERTAKEN), start=1):
        record = factories.record(f"ICS18-F0{number}", verdict=word)
        for audience in (councils, housing):
            named = number == 1 and audience == councils
            Addressing.objects.create(
                record=record,
                audience=audience,
                addressed=Addressed.NAMED if named else Addressed.ALL,
                passage=factories.passage(),
            )
    factories.record("ICS18-S01", verdict=Verdict.NOT_CHECKED)
    factories.record("ICS18-R01", is_notice=True)
    factories.record("ICS18-R02")
    response = client.get("/")
    assert response.context["totals"] == {"finding": 3, "skill": 1, "recommendation": 1}
    assert response.context["tally"] == [
        ("stands", 2),
        ("partly-overtaken", 0),
        ("overtaken", 1),
        ("unsettled", 0),
        ("not-checked", 1),
    ]
    page = words(response)
    assert "1 names you, 2 addressed to all" in page
    assert "0 name you, 3 addressed to all" in page


def test_home_parts_what_can_be_said_from_what_no_longer_holds(client):
    home = factories.home()
    held = place(home, "lead", "ICS18-F01", brief_line="Say this")
    ended = place(home, "finding", "ICS18-F02", verdict=Verdict.OVERTAKEN)
    partly = factories.record("ICS18-F03", verdict=Verdict.PARTLY_OVERTAKEN)
    factories.record("ICS18-F04", verdict=Verdict.OVERTAKEN, state=State.DRAFT, title="Secret")
    response = client.get("/")
    context, page = response.context, words(response)
    assert (context["quotable"], context["gone"], context["partly"]) == ([held], [ended], [partly])
    assert "Say this." in page
    assert "What no longer holds Title of ICS18-F02 Overtaken, as of 2 July 2026 Why" in page
    assert "Secret" not in page


def test_home_leads_to_the_first_of_three_questions(client):
    factories.audience("nhs", name="NHS")
    assert 'href="/start/?audience=nhs"' in client.get("/").content.decode()


def test_home_explains_every_verdict_in_the_words_of_the_vocabulary(client):
    page = words(client.get("/"))
    for word in Verdict:
        assert f"{word.label} {word.meaning}" in page


@pytest.mark.alike
def test_home_needs_the_same_queries_for_many(client):
    home = factories.home()

    def add(number):
        for slot, letter in (("lead", "F"), ("finding", "S"), ("action", "R")):
            record = place(home, slot, f"ICS18-{letter}{number}")
            audience = factories.audience(f"audience-{letter.lower()}-{number}")
            Addressing.objects.create(record=record, audience=audience)
            record.themes.through.objects.create(
                content_object=record, tag=factories.theme(f"theme-{letter.lower()}-{number}")
            )

    add(10)
    few = count_queries(client, "/")
    for number in range(11, 20):
        add(number)
    assert count_queries(client, "/") == few
