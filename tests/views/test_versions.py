import datetime

import pytest

from findings.models import Record, Version
from findings.publishing import erasing
from findings.publishing.versions import Note, keep
from findings.vocabulary import LinkRelation, State, Verdict, Via
from tests import factories
from tests.histories import change, on, publish_again, published, withdraw
from tests.views.reading import count_queries, words

pytestmark = pytest.mark.django_db

PAGE = "/findings/ICS18-F01/"


@pytest.fixture
def record():
    """A finding in three versions, the last of them overtaken."""
    with on("2026-06-01"):
        record = published("ICS18-F01", title="First title", body="First body.")
    with on("2026-06-03"):
        change(record, "Says it better", is_major=True, title="Second title")
    with on("2026-06-05"):
        factories.verdict_on(
            record, Verdict.OVERTAKEN, effective_on="2026-06-04", reason="A law ended it."
        )
        keep(record, Note(Via.FORM, line="A law ended it"))
    return record


def test_the_record_says_which_version_it_is_and_links_to_all(client, record):
    response = client.get(PAGE)
    page, html = words(response), response.content.decode()
    assert "Version 3, 5 June 2026" in page
    assert "Version 3, 5 June 2026. Minor change: A law ended it" in page
    assert "Version 2, 3 June 2026. Major change: Says it better" in page
    assert "Version 1, 1 June 2026. Published." in page
    for number in (1, 2, 3):
        assert f'href="{PAGE}v{number}/"' in html
    assert f'href="{PAGE}v2..v3/"' in html
    assert f'href="{PAGE}v1..v2/"' in html


def test_a_version_keeps_its_text_under_a_bar_that_shows_todays_verdict(client, record):
    response = client.get(f"{PAGE}v1/")
    page, html = words(response), response.content.decode()
    assert response.status_code == 200
    assert "<h1>First title</h1>" in html
    assert "First body." in page
    assert "Version 1 of 3, 1 June 2026. A newer text has taken its place." in page
    assert "Today’s verdict: Overtaken, as of 2 July 2026" in page
    assert "Did it hold then? Stands, as of 2 July 2026" in page
    assert "Second title" not in page
    assert "A law ended it" not in page
    assert f'href="{PAGE}v1..v3/"' in html
    assert '<meta name="robots" content="noindex">' in html
    assert f'<link rel="canonical" href="http://testserver{PAGE}">' in html


def test_the_current_version_offers_no_difference_from_itself(client, record):
    page = words(client.get(f"{PAGE}v3/"))
    assert "Version 3 of 3, 5 June 2026. It is the current text." in page
    assert "What changed since" not in page


def test_a_verdict_to_come_shows_in_no_version_and_no_difference(client, record):
    factories.verdict_on(record, Verdict.STANDS, effective_on="2999-01-01", reason="Not yet.")
    keep(record, Note(Via.FORM, line="Planned"))
    for address in ("v4/", "v3..v4/", "v1..v4/"):
        assert "Not yet" not in client.get(PAGE + address).content.decode()
    assert "Nothing that readers can see today differs." in words(client.get(f"{PAGE}v3..v4/"))


def test_a_difference_shows_each_field_word_by_word(client, record):
    response = client.get(f"{PAGE}v1..v3/")
    html = response.content.decode()
    assert [each.field for each in response.context["differences"]] == [
        "Title",
        "Does it still hold?",
    ]
    assert (
        '<p><del><span class="vh">[removed: </span>First<span class="vh">]</span></del>'
        '<ins><span class="vh">[added: </span>Second<span class="vh">]</span></ins> title</p>'
    ) in html
    assert "Says it better" in html
    assert '<meta name="robots" content="noindex">' in html


def test_markup_in_a_version_and_a_difference_is_inert(client, record):
    change(record, "<script>1</script>", title="<script>alert(1)</script>")
    for address in ("", "v4/", "v3..v4/"):
        assert "<script>alert" not in client.get(PAGE + address).content.decode()
        assert "<script>1" not in client.get(PAGE + address).content.decode()


@pytest.mark.parametrize(
    ("asked", "canonical"),
    [
        ("/findings/ics18-f01/v2/?x=1", f"{PAGE}v2/?x=1"),
        ("/skills/ICS18-F01/v2/", f"{PAGE}v2/"),
        ("/findings/ics18-f01/v1..v2/", f"{PAGE}v1..v2/"),
        ("/recommendations/ICS18-f01/v1..v2/", f"{PAGE}v1..v2/"),
        (f"{PAGE}v3..v1/", f"{PAGE}v1..v3/"),
        (f"{PAGE}V2/?x=1", f"{PAGE}v2/?x=1"),
        (f"{PAGE}V1..V2/", f"{PAGE}v1..v2/"),
        (f"{PAGE}V1.PDF", f"{PAGE}v1.pdf"),
        (f"{PAGE}v2..v2/", f"{PAGE}v2/"),
    ],
)
def test_other_spellings_redirect_for_good(client, record, asked, canonical):
    response = client.get(asked)
    assert (response.status_code, response["Location"]) == (301, canonical)


@pytest.mark.parametrize(
    "path",
    [
        "v4/",
        "v0/",
        "v01/",
        "v1x/",
        f"v{'9' * 6}/",
        f"v{'9' * 500}/",
        "v1..v4/",
        "v9..v9/",
        "v1...v2/",
    ],
)
def test_an_unknown_version_is_not_found(client, record, path):
    assert client.get(PAGE + path).status_code == 404


@pytest.mark.parametrize("path", ["v1/", "v1..v2/", "v1.ris"])
@pytest.mark.parametrize("state", [State.DRAFT, State.IN_REVIEW])
def test_the_versions_of_a_draft_are_not_found(client, record, path, state):
    Record._base_manager.update(state=state)
    assert client.get(PAGE + path).status_code == 404


@pytest.mark.parametrize("path", ["", "v1/", "v2/", "v3/", "v99/", "v1..v3/", "v3..v1/"])
def test_withdrawing_takes_the_record_and_all_versions_away(client, record, path):
    better = published("ICS18-F02", title="A better finding")
    with on("2026-07-01"):
        withdraw(record, "The source was withdrawn.", better)

    response = client.get(PAGE + path)

    page = words(response)
    assert response.status_code == 410
    assert "Finding ICS18-F01 was withdrawn It happened on 1 July 2026." in page
    assert "The editors’ reason: The source was withdrawn." in page
    assert "Read this instead: ICS18-F02, A better finding" in page
    for leak in ("First", "Second", "Summary", "Says it better", "A law"):
        assert leak not in response.content.decode()


def test_a_successor_is_named_only_while_it_is_published(client, record):
    better = published("ICS18-F02", title="A better finding")
    withdraw(record, successor=better)
    withdraw(better)
    html = client.get(PAGE).content.decode()
    assert "ICS18-F02" not in html
    assert "better" not in html


def test_publishing_again_brings_the_record_and_its_versions_back(client, record):
    before = words(client.get(f"{PAGE}v1/"))
    withdraw(record)
    publish_again(record)
    assert client.get(PAGE).status_code == 200
    assert words(client.get(f"{PAGE}v1/")) == before
    assert not hasattr(Record.objects.get(), "withdrawal")


def test_a_redacted_version_leaves_a_dated_notice_and_no_text(client, record):
    with on("2026-08-01"):
        erasing.redact(record.versions.get(number=1), "Named a private person")

    response = client.get(f"{PAGE}v1/")
    assert response.status_code == 410
    page = words(response)
    assert "Version 1 of finding ICS18-F01 was redacted It happened on 1 August 2026." in page
    assert "The editors’ reason: Named a private person" in page

    for path in ("", "v1/", "v1..v2/", "v1..v3/", "v2/", "v2..v3/", "v3/", "v1.ris", "v2.ris"):
        assert "First title" not in client.get(PAGE + path).content.decode()
    assert client.get(f"{PAGE}v1..v3/").status_code == 410
    assert client.get(f"{PAGE}v2..v3/").status_code == 200
    history = client.get(PAGE)
    assert "Version 1, 1 June 2026 Redacted on 1 August 2026: Named a private" in words(history)
    assert f"{PAGE}v1..v2/" not in history.content.decode()


def test_a_deleted_draft_answers_as_a_reference_never_issued(client, record):
    draft = factories.record("ICS18-F02", title="Secret title", state=State.DRAFT)
    factories.models.Reference.objects.create(text="ICS18-F02", code="ICS18", letter="F", number=2)
    assert client.get("/findings/ICS18-F02/").status_code == 404
    draft.delete()
    for path in ("/%s", "/findings/%s/", "/findings/%s/v1/", "/api/v1/records/%s"):
        deleted, unknown = client.get(path % "ICS18-F02"), client.get(path % "ICS18-F77")
        assert (deleted.status_code, unknown.status_code) == (404, 404)
        assert deleted.content == unknown.content


def test_a_version_names_no_record_that_readers_cannot_open(client):
    record = published("ICS18-F01")
    hidden = factories.record("ICS18-S01", title="Secret skill", state=State.DRAFT)
    known = published("ICS18-S02", title="Known skill")
    for target in (hidden, known):
        record.links.create(relation=LinkRelation.CALLS_FOR, target=target)
    keep(record, Note(Via.FORM, line="Linked"))
    for path in ("v2/", "v1..v2/"):
        html = client.get(PAGE + path).content.decode()
        assert "Known skill" in html
        assert "Secret" not in html
        assert "ICS18-S01" not in html
    withdraw(known)
    for path in ("v2/", "v1..v2/"):
        assert "Known" not in client.get(PAGE + path).content.decode()


def test_what_a_version_points_to_may_be_gone(client):
    record = published("ICS18-F01")
    source = factories.source("old-source", title="Old source")
    factories.cite(record, factories.passage(source, "P9"))
    record.themes.add(factories.theme("old-theme", name="Old theme"))
    keep(record, Note(Via.FORM, line="Cited"))
    assert "Old theme" in words(client.get(f"{PAGE}v2/"))
    record.citations.filter(passage__source=source).delete()
    record.themes.clear()
    keep(record, Note(Via.FORM, line="No longer cited"))
    source.delete()
    factories.models.Theme.objects.all().delete()
    page = words(client.get(f"{PAGE}v2/"))
    assert "Rests on paragraph 9 of “old-source” (no longer listed here)." in page
    assert "old-theme" in page


@pytest.mark.alike
def test_pages_of_versions_need_the_same_queries_for_many(client, record):
    pages = [PAGE, f"{PAGE}v1/", f"{PAGE}v2..v3/"]

    def add(number):
        factories.cite(record, factories.passage())
        record.themes.add(factories.theme(f"theme-{number}"))
        record.addressings.create(audience=factories.audience(f"audience-{number}"))
        verdict = record.verdicts.first()
        verdict.developments.add(factories.development())
        factories.cite(verdict, factories.passage())
        skill = published(f"ICS18-S{number}")
        record.links.create(relation=LinkRelation.CALLS_FOR, target=skill)
        keep(record, Note(Via.FORM, line="More"))

    add(10)
    add(11)
    pages += [f"{PAGE}v5/", f"{PAGE}v1..v5/"]
    few = [count_queries(client, page) for page in pages]
    for number in range(12, 16):
        add(number)
    pages[-2:] = [f"{PAGE}v9/", f"{PAGE}v1..v9/"]
    assert [count_queries(client, page) for page in pages] == few


def test_a_long_history_is_folded(client, record):
    for number in range(4, 10):
        change(record, f"Line {number}", title=f"Title {number}")
    page = words(client.get(PAGE))
    assert "4 earlier versions Version 4," in page
    assert Version.objects.public().count() == 9


def test_a_version_says_the_verdict_in_force_on_its_own_day(client):
    with on("2026-06-01"):
        record = factories.record("ICS18-F01", verdict=None, state=State.DRAFT)
        for day, verdict, reason in (
            (datetime.date(2018, 1, 1), Verdict.STANDS, "It held."),
            (datetime.date(2022, 7, 1), Verdict.OVERTAKEN, "It ended."),
            (datetime.date(2026, 6, 2), Verdict.STANDS, "It came back."),
        ):
            factories.verdict_on(record, verdict, effective_on=day, reason=reason)
        Record._base_manager.update(state=State.PUBLISHED)
        keep(record, Note(Via.FORM))
    response = client.get(f"{PAGE}v1/")
    assert [each.row.reason for each in response.context["edition"].verdicts] == [
        "It ended.",
        "It held.",
    ]
    assert "It came back" not in response.content.decode()
