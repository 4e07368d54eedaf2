import datetime

import pytest

from findings.models import Addressing, AudienceNote, Link, RecordTheme, RoleReading
from findings.vocabulary import Addressed, LinkRelation, State, Trail, Verdict
from tests import factories
from tests.views.reading import count_queries, words

pytestmark = pytest.mark.django_db

HIDDEN = [State.DRAFT, State.IN_REVIEW, State.WITHDRAWN]


def address(record, audience, addressed=Addressed.ALL, passage=None):
    return Addressing.objects.create(
        record=record, audience=audience, addressed=addressed, passage=passage
    )


EVERYTHING = (
    "Title of ICS18-R02",
    "Why Why we say it.",
    "What to do Ring each partner.",
    "How you would know it worked Nobody is surprised.",
    "Agree who speaks.",
    "Whom it is addressed to Named",
    "Director. They can change a paper.",
    "The editors’ own",
    "Stands, as of 2 July 2026",
    "Rests on paragraph 8 of “The article”.",
    "A magazine, 2018. Only the opening was read. In short: Goodwill counts.",
    "Title of ICS18-G01",
)


def test_record_detail_says_everything_about_a_recommendation(client):
    article = factories.source("article", title="The article", byline="A magazine")
    paragraph = factories.passage(article, "P8", paraphrase="Goodwill counts.")
    record = factories.record(
        "ICS18-R02",
        body="Why we say it.",
        action="Ring each partner.",
        measure="Nobody is surprised.",
        speaker="editors",
        trail=Trail.OWN,
        speaker_note="",
    )
    factories.cite(record, paragraph)
    councils = factories.audience("councils", name="Councils")
    address(record, councils, Addressed.NAMED, paragraph)
    AudienceNote.objects.create(record=record, audience=councils, text="Agree who speaks.")
    RoleReading.objects.create(record=record, role="director", reason="They can change a paper.")
    RecordTheme.objects.create(content_object=record, tag=factories.theme("trust"))
    factories.gap("ICS18-G01").bears_on.add(record)
    response = client.get("/recommendations/ICS18-R02/")
    page, html = words(response), response.content.decode()
    for text in EVERYTHING:
        assert text in page
    for link in (
        "/sources/article/#p8",
        "/for/councils/",
        "#ask-councils",
        "/themes/trust/",
        "/gaps/ICS18-G01/",
        "/contact/?record=ICS18-R02",
    ):
        assert f'href="{link}"' in html


def test_record_without_roles_reads_all_three(client):
    factories.record("ICS18-F01")
    page = words(client.get("/findings/ICS18-F01/"))
    assert "All three: chief executives, directors and senior managers." in page


def test_record_detail_shows_the_verdict_in_force_and_those_before_it(client):
    record = factories.record("ICS18-F01", verdict=None)
    early, late, future = (datetime.date(year, 7, 1) for year in (2018, 2022, 2999))
    factories.verdict_on(record, Verdict.STANDS, effective_on=early, reason="It held.")
    ended = factories.verdict_on(
        record, Verdict.OVERTAKEN, effective_on=late, reason="A law ended it."
    )
    factories.verdict_on(record, Verdict.STANDS, effective_on=future, reason="Not yet.")
    ended.developments.add(factories.development("act", title="The Act begins"))
    record.developments.add(
        factories.development("act-2"), factories.development("paper", title="A white paper")
    )
    record.developments.add(ended.developments.get())
    response = client.get("/findings/ICS18-F01/")
    assert response.context["verdict"].verdict == Verdict.OVERTAKEN
    assert [each.reason for each in response.context["earlier_verdicts"]] == ["It held."]
    assert [each.slug for each in response.context["other_developments"]] == ["act-2", "paper"]
    page = words(response)
    assert "A law ended it. It is no longer true. Quote it only as history." in page
    assert "Behind this verdict 1 July 2022: The Act begins" in page
    assert "Not yet." not in page


def test_record_detail_shows_what_it_leads_to_and_what_leads_to_it(client):
    finding, skill = factories.record("ICS18-F01"), factories.record("ICS18-S01")
    advice = factories.record("ICS18-R01")
    Link.objects.create(record=finding, relation=LinkRelation.CALLS_FOR, target=skill)
    Link.objects.create(record=advice, relation=LinkRelation.RESTS_ON, target=finding)
    Link.objects.create(record=advice, relation=LinkRelation.BUILDS, target=skill)
    context = client.get("/findings/ICS18-F01/").context
    assert context["links"] == [("Skills it calls for", [(skill, "")])]
    assert context["backlinks"] == [("Recommendations that rest on it", [(advice, "")])]
    context = client.get("/skills/ICS18-S01/").context
    assert context["backlinks"] == [
        ("Findings that call for it", [(finding, "")]),
        ("Recommendations that build it", [(advice, "")]),
    ]
    context = client.get("/recommendations/ICS18-R01/").context
    assert context["links"] == [
        ("Findings it rests on", [(finding, "")]),
        ("Skills it builds", [(skill, "")]),
    ]


def test_what_was_found_since_is_seen_from_both_sides_with_its_reason(client):
    older, newer = factories.record("ICS18-F01"), factories.record("PBP25-F01")
    hidden = factories.record("PBP25-F02", state=State.DRAFT)
    why = {"reason": "Both heard that ties take time."}
    Link.objects.create(record=newer, relation=LinkRelation.AGREES, target=older, **why)
    Link.objects.create(
        record=hidden, relation=LinkRelation.DIFFERS, target=older, reason="A secret reason."
    )
    shown = client.get("/findings/ICS18-F01/")
    assert shown.context["backlinks"] == [
        ("Found since: agrees with it", [(newer, "Both heard that ties take time.")])
    ]
    said = client.get("/findings/PBP25-F01/").content.decode()
    assert "Said before: it agrees with" in said
    for page in (shown.content.decode(), said):
        assert "Why: Both heard that ties take time." in page
    assert "PBP25-F01 agrees with it (Both heard" in client.get("/findings.csv").content.decode()
    for path in ("/findings/ICS18-F01/", "/findings/ICS18-F01.json", "/findings.csv"):
        assert "secret reason" not in client.get(path).content.decode()


def test_what_is_recommended_says_how_to_begin_and_whose_estimate_the_hours_are(client):
    case = "Surrey [did it](/sources/surrey/)."
    factories.record("ICS18-R01", first_step="Ring one.", hours="Two.", who="You.", case=case)
    page = words(client.get("/recommendations/ICS18-R01/"))
    assert (
        "First step Ring one. Who does it You. What it takes (the editors’ estimate) Two. "
        "Where it was done Surrey did it." in page
    )


@pytest.mark.parametrize("state", HIDDEN)
def test_nothing_hidden_shows_on_a_published_record(client, state):
    finding = factories.record("ICS18-F01")
    hidden = {"title": "Secret title", "summary": "Secret summary.", "state": state}
    skill, advice = factories.record("ICS18-S07", **hidden), factories.record("ICS18-R07", **hidden)
    Link.objects.create(record=finding, relation=LinkRelation.CALLS_FOR, target=skill)
    Link.objects.create(record=advice, relation=LinkRelation.RESTS_ON, target=finding)
    shared = factories.development("act")
    shared.bears_on.add(finding, skill)
    factories.gap("ICS18-G01").bears_on.add(finding, advice)
    html = client.get("/findings/ICS18-F01/").content.decode()
    for leak in ("Secret", "ICS18-S07", "ICS18-R07"):
        assert leak not in html


def test_record_detail_explains_a_term_once_and_never_in_a_title(client):
    factories.term("icb", name="ICB", full_name="integrated care board", definition="A body.")
    factories.term("unused", name="Unused")
    factories.record(
        "ICS18-F01", title="An ICB in a title", summary="An ICB.", body="The ICB.\n\nICB & <co>."
    )
    html = client.get("/findings/ICS18-F01/").content.decode()
    assert html.count('popovertarget="term-icb"') == 1
    assert html.count('id="term-icb"') == 1
    assert 'id="term-unused"' not in html
    assert ">An ICB in a title</h1>" in html
    assert "<p>ICB &amp; &lt;co&gt;.</p>" in html
    assert 'href="/glossary/#icb"' in html


def test_record_detail_names_related_records_but_no_linked_one_and_no_draft(client):
    theme = factories.theme("trust")
    record, linked, other, hidden = (
        factories.record("ICS18-F01"),
        factories.record("ICS18-S01"),
        factories.record("ICS18-F02"),
        factories.record("ICS18-F03", title="Secret title", state=State.DRAFT),
    )
    for each in (record, linked, other, hidden):
        RecordTheme.objects.create(content_object=each, tag=theme)
    Link.objects.create(record=record, relation=LinkRelation.CALLS_FOR, target=linked)
    response = client.get("/findings/ICS18-F01/")
    assert response.context["related"] == [other]
    assert 'href="#related"' in response.content.decode()
    assert "Secret" not in response.content.decode()


def test_record_detail_without_related_records_does_not_mention_them(client):
    factories.record("ICS18-F01")
    assert "related" not in client.get("/findings/ICS18-F01/").content.decode()


@pytest.mark.alike
def test_record_detail_needs_the_same_queries_for_many(client):
    record = factories.record("ICS18-R01")
    verdict = record.verdicts.get()
    theme_of_both = factories.theme("trust")
    RecordTheme.objects.create(content_object=record, tag=theme_of_both)

    def rest_on_more(number):
        finding = factories.record(f"ICS18-F{number}")
        factories.cite(finding, factories.passage())
        Link.objects.create(record=record, relation=LinkRelation.RESTS_ON, target=finding)
        later = factories.record(f"ICS18-R{number}")
        Link.objects.create(record=later, relation=LinkRelation.BUILDS, target=record)
        audience = factories.audience(f"audience-{number}")
        for each in (record, finding, later):
            address(each, audience, Addressed.NAMED, factories.passage())
        AudienceNote.objects.create(record=record, audience=audience, text="Do it.")
        for each in (record, finding):
            theme = factories.theme(f"theme-{number}-{each.pk}")
            RecordTheme.objects.create(content_object=each, tag=theme)
        factories.cite(record, factories.passage())
        factories.cite(verdict, factories.passage())
        verdict.developments.add(factories.development())
        record.developments.add(factories.development())
        factories.verdict_on(record, effective_on=datetime.date(2000 + number % 20, 1, 1))
        factories.gap(f"ICS18-G{number}").bears_on.add(record)
        factories.term(f"term-{number}")
        alike = factories.record(f"ICS18-S{number}")
        RecordTheme.objects.create(content_object=alike, tag=theme_of_both)
        RecordTheme.objects.create(content_object=alike, tag=factories.theme(f"own-{number}"))

    rest_on_more(10)
    few = count_queries(client, "/recommendations/ICS18-R01/")
    for number in range(11, 18):
        rest_on_more(number)
    assert count_queries(client, "/recommendations/ICS18-R01/") == few


@pytest.mark.parametrize(
    ("asked", "canonical"),
    [
        ("/ICS18-F03", "/findings/ICS18-F03/"),
        ("/ics18-f03/", "/findings/ICS18-F03/"),
        ("/ICS18-F03?x=%C3%A9&x=2", "/findings/ICS18-F03/?x=%C3%A9&x=2"),
        ("/findings/ics18-f03/?x=1", "/findings/ICS18-F03/?x=1"),
        ("/skills/ICS18-F03/", "/findings/ICS18-F03/"),
        ("/findings/ICS18-G01/", "/gaps/ICS18-G01/"),
        ("/ics18-g01", "/gaps/ICS18-G01/"),
    ],
)
def test_any_spelling_of_a_reference_redirects_for_good(client, asked, canonical):
    factories.record("ICS18-F03")
    factories.gap("ICS18-G01")
    response = client.get(asked)
    assert (response.status_code, response["Location"]) == (301, canonical)


@pytest.mark.parametrize("state", [State.DRAFT, State.IN_REVIEW])
@pytest.mark.parametrize("path", ["/ICS18-F03", "/findings/ICS18-F03/", "/skills/ics18-f03/"])
def test_an_unpublished_record_is_as_unknown_as_any_other(client, state, path):
    factories.record("ICS18-F03", title="Secret title", state=state)
    response, other = (client.get(each, follow=True) for each in (path, path.replace("03", "04")))
    assert response.status_code == 404
    assert "Secret" not in response.content.decode()
    assert response.content == other.content
    assert response.redirect_chain == [
        (url.replace("04", "03"), status) for url, status in other.redirect_chain
    ]


@pytest.mark.parametrize("path", ["/ICS18-F03", "/findings/ICS18-F03/", "/findings/ics18-f03/"])
def test_a_withdrawn_record_is_gone_and_says_only_that(client, path):
    factories.record(
        "ICS18-F03", title="Secret title", summary="Secret summary.", state=State.WITHDRAWN
    )
    response = client.get(path)
    assert (response.status_code, response["Cache-Control"]) == (410, "no-cache")
    assert "Finding ICS18-F03 was withdrawn" in words(response)
    assert "Secret" not in response.content.decode()


@pytest.mark.parametrize(
    "path",
    ["/ICS18-F99", "/findings/ICS18-F99/", f"/A1-F{'9' * 5000}", "/findings/F03/", "/ICS18-\u0660"],
)
def test_an_unknown_reference_is_not_found(client, path):
    assert client.get(path).status_code == 404


def test_each_record_has_its_own_title_and_canonical_address(client):
    for number in (1, 2):
        factories.record(f"ICS18-F0{number}", title="The same title")
    for number in (1, 2):
        html = client.get(f"/findings/ICS18-F0{number}/?x=1").content.decode()
        assert f"<title>The same title (ICS18-F0{number}) – ICS Leadership</title>" in html
        address = f"http://testserver/findings/ICS18-F0{number}/"
        assert f'<link rel="canonical" href="{address}">' in html


def test_record_detail_without_any_verdict_or_audience_still_answers(client):
    factories.record("ICS18-F01", verdict=None, summary="")
    assert client.get("/findings/ICS18-F01/").status_code == 200
