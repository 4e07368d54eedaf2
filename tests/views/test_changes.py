from xml.etree import ElementTree

import pytest

from findings.models import Record
from findings.publishing import erasing
from findings.views import changes
from findings.vocabulary import State
from tests import factories
from tests.histories import change, on, published, withdraw
from tests.views.reading import count_queries, words

pytestmark = pytest.mark.django_db

ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture
def record():
    with on("2026-05-01"):
        record = published("ICS18-F01", title="First title")
    with on("2026-06-03"):
        change(record, "Says it better", is_major=True, title="Second title")
    with on("2026-06-05"):
        change(record, "A comma", title="Second, title")
    return record


def entries(response):
    assert response.status_code == 200
    assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
    return ElementTree.fromstring(response.content).findall(f"{ATOM}entry")


def texts(response, name):
    return [entry.findtext(f"{ATOM}{name}") for entry in entries(response)]


def test_the_page_says_what_changed_since_a_day(client, record):
    response = client.get("/changes/?since=2026-06-01")
    page, html = words(response), response.content.decode()
    assert "<h1>What changed since 1 June 2026</h1>" in html
    assert "1 record was published, changed or withdrawn since then." in page
    assert "5 June 2026 Finding ICS18-F01 Second, title Stands, as of 2 July 2026" in page
    assert "Changed on 5 June 2026 (minor): version 3 of ICS18-F01. A comma" in page
    assert "Changed on 3 June 2026 (major): version 2 of ICS18-F01. Says it better" in page
    assert "Published" not in page
    assert '<del><span class="vh">[removed: </span>First<span class="vh">]</span></del>' in html
    assert 'href="/findings/ICS18-F01/v1..v3/"' in html
    assert '<meta name="robots" content="noindex">' in html


def test_without_a_day_every_change_is_there(client, record):
    response = client.get("/changes/")
    page = words(response)
    assert "Published on 1 May 2026: version 1 of ICS18-F01" in page
    assert b"noindex" not in response.content
    assert "Which words changed from version 1 to version 3 of ICS18-F01" in page
    assert b'value=""' in response.content


def test_who_made_a_change_is_not_shown(client, record, admin_user):
    record.versions.update(made_by=admin_user)
    for address in (
        "/changes/",
        "/changes.atom",
        "/findings/ICS18-F01/",
        "/findings/ICS18-F01/v1/",
    ):
        assert admin_user.username not in client.get(address).content.decode()


@pytest.mark.parametrize(
    "typed",
    ["zzz", "2026-02-30", "2026-6-1", "20260601", "1 June 2026", "٢٠٢٦-٠٦-٠١", "9" * 5000, "<b>"],
)
def test_what_is_no_day_is_said_beside_the_field_and_left_out(client, record, typed):
    response = client.get("/changes/", {"since": typed})
    assert response.status_code == 200
    assert "Write it like 2026-06-01. So you see every change." in words(response)
    assert 'aria-describedby="since-fault"' in response.content.decode()
    assert "<b>”" not in response.content.decode()
    assert response.context["count"] == 1
    refused = client.get("/changes.atom", {"since": typed})
    assert refused.status_code == 400
    assert "“since”: It isn’t a day. Write it like 2026-06-01." in words(refused)


@pytest.mark.parametrize(("typed", "count"), [("0001-01-01", 1), (" ", 1)])
def test_any_day_answers(client, record, typed, count):
    assert client.get("/changes/", {"since": typed}).context["count"] == count
    assert len(entries(client.get("/changes.atom", {"since": typed}))) == 2 * count


@pytest.mark.alike
def test_a_day_that_is_still_to_come_is_said(client, record):
    page = client.get("/changes/?since=9999-12-31")
    assert "31 December 9999 is still to come. So you see every change." in words(page)
    refused = client.get("/changes.atom?since=9999-12-31")
    assert (refused.status_code, "“since”: That day is still to come." in words(refused)) == (
        400,
        True,
    )


@pytest.mark.alike
def test_the_feed_says_since_when_and_that_it_is_cut_short(client, record, monkeypatch):
    monkeypatch.setattr(changes, "IN_FEED", 1)
    feed = client.get("/changes.atom?since=2026-06-01").content.decode()
    assert "what changed since 1 June 2026</title>" in feed
    feed = client.get("/changes.atom").content.decode()
    assert "Here are the newest 1 of 2; the page has all." in feed


def test_nothing_changed_is_said(client, record):
    page = words(client.get("/changes/?since=2026-07-01"))
    assert "0 records were published, changed or withdrawn since then." in page
    assert "Nothing has changed since 1 July 2026. See every change" in page


def test_before_anything_is_published_the_page_and_the_feed_answer(client, db):
    assert "Nothing has changed yet." in words(client.get("/changes/"))
    assert entries(client.get("/changes.atom")) == []
    first, second = (client.get("/changes.atom?since=2026-06-01").content for _ in range(2))
    assert first == second
    assert b"<updated>2026-05-31T23:00:00Z</updated>" in first


def test_the_feed_holds_publications_and_major_changes_and_no_minor_edit(client, record):
    response = client.get("/changes.atom")
    assert texts(response, "title") == [
        "Changed: Second, title (ICS18-F01)",
        "Published: Second, title (ICS18-F01)",
    ]
    assert texts(response, "summary")[0] == ("Says it better. Today: Stands, as of 2 July 2026.")
    assert "A comma" not in response.content.decode()
    ids = texts(response, "id")
    assert ids[0] == "http://testserver/findings/ICS18-F01/v2/#changed-20260603T110000000000Z"
    assert len(set(ids)) == 2
    feed = ElementTree.fromstring(response.content)
    for name in ("id", "title", "updated"):
        assert feed.findtext(f"{ATOM}{name}")
    assert feed.findtext(f"{ATOM}author/{ATOM}name") == "The editors of ICS Leadership"
    links = {link.get("rel"): link.get("href") for link in feed.findall(f"{ATOM}link")}
    assert links == {
        "alternate": "http://testserver/changes/",
        "self": "http://testserver/changes.atom",
    }
    assert len(entries(client.get("/changes.atom?since=2026-06-04"))) == 0
    assert (
        words(client.get("/changes/")).count("Minor edits are listed here and alert nobody.") == 1
    )


def test_a_withdrawal_is_told_by_its_notice_alone(client, record):
    better = published("ICS18-F02", title="A better finding")
    with on("2026-07-01"):
        withdraw(record, "The source was withdrawn.", better)
    page = client.get("/changes/?since=2026-07-01")
    feed = client.get("/changes.atom?since=2026-07-01")
    assert "Finding ICS18-F01 was withdrawn" in words(page)
    assert "The editors’ reason: The source was withdrawn." in words(page)
    assert "Read this instead: ICS18-F02, A better finding" in words(page)
    assert "Withdrawn: finding ICS18-F01" in texts(feed, "title")
    assert "The source was withdrawn." in texts(feed, "summary")
    for leak in ("First", "Second", "A comma", "Says it better", "Summary of ICS18-F01"):
        assert leak not in page.content.decode()
        assert leak not in feed.content.decode()


def test_text_that_was_never_public_or_is_no_longer_is_nowhere(client, record):
    canaries = ["canary-draft", "canary-withdrawn", "canary-redacted"]
    draft = factories.record("ICS18-F07", title="canary-draft", state=State.DRAFT)
    change(draft, "canary-draft", title="canary-draft again")
    gone = published("ICS18-F08", title="canary-withdrawn")
    change(gone, "canary-withdrawn", title="canary-withdrawn again", is_major=True)
    withdraw(gone, "A reason")
    change(record, "canary-redacted", title="canary-redacted", is_major=True)
    change(record, "Put right", title="Third title", is_major=True)
    erasing.redact(record.versions.get(number=4), "Named somebody")
    addresses = [
        *("/changes/", "/changes/?since=2026-06-04", "/changes.atom", "/findings/", "/sitemap.xml"),
        *(
            f"/findings/ICS18-F0{number}/{path}"
            for number in (1, 7, 8)
            for path in ("", "v1/", "v1..v2/")
        ),
        *(
            f"/findings/ICS18-F01/{path}"
            for path in ("v4/", "v3..v4/", "v3..v5/", "v4..v5/", "v5/")
        ),
    ]
    for address in addresses:
        html = client.get(address).content.decode()
        assert [canary for canary in canaries if canary in html] == [], address
    assert "ICS18-F07" not in client.get("/changes/").content.decode()


def test_markup_in_a_line_is_inert_and_control_characters_do_not_break_the_feed(client, record):
    change(record, "<script>1</script>\x0b\x1f", title="<b>Bold</b>\x0b", is_major=True)
    for address in ("/changes/", "/changes/?since=2026-06-01"):
        html = client.get(address).content.decode()
        assert "<script>1" not in html
        assert "<b>Bold" not in html
    feed = client.get("/changes.atom")
    # Both are text in Atom, never HTML.
    assert texts(feed, "title")[0] == "Changed: <b>Bold</b> (ICS18-F01)"
    assert texts(feed, "summary")[0].startswith("<script>1</script>")
    assert b"<script>" not in feed.content


def test_long_lists_turn_pages(client):
    for number in range(1, 24):
        change(published(f"ICS18-F{number:02}"), title="Two")
    first, second = client.get("/changes/"), client.get("/changes/?since=2018-01-01&page=2")
    assert sum(len(changes) for _, changes in first.context["days"]) == 20
    assert sum(len(changes) for _, changes in second.context["days"]) == 3
    assert 'href="?page=2"' in first.content.decode()
    assert 'href="?since=2018-01-01&amp;page=1"' in second.content.decode()
    for page in ("0", "3", "-1", "abc", "1.0", "01", "9" * 400, ""):
        assert client.get("/changes/", {"page": page}).status_code == 404


def test_first_publications_of_a_day_are_one_line_and_what_changed_stands_by_itself(client):
    for number in range(1, 24):
        published(f"ICS18-F{number:02}")
    change(Record.objects.get(reference="ICS18-F07"), title="Two")
    response = client.get("/changes/")
    [(_, [(changed, _, _), (firsts, _, _)])] = response.context["days"]
    assert changed.record.reference == "ICS18-F07"
    assert [each.record.reference for each in firsts.changes][:2] == ["ICS18-F01", "ICS18-F02"]
    assert len(firsts.changes) == 22
    text = words(response)
    assert "23 records were published, changed or withdrawn so far" in text
    assert "22 records published for the first time" in text
    # Few words are shown at the line, not folded away.
    assert "<details open>" in response.content.decode()


def test_many_steps_are_cut_short(client, record):
    for number in range(12):
        change(record, f"Line {number}", title=f"Title {number}")
    page = words(client.get("/changes/"))
    assert "5 earlier ones in the history of ICS18-F01" in page


@pytest.mark.alike
def test_the_page_needs_the_same_queries_for_many(client, record):
    def add(number):
        other = published(f"ICS18-S{number}")
        change(other, title="Two")
        other.themes.add(factories.theme(f"theme-{number}"))
        factories.cite(other, factories.passage())
        change(other, summary="Another.")
        withdraw(published(f"ICS18-R{number}"), successor=other)

    addresses = ["/changes/", "/changes/?since=2026-06-01", "/changes.atom"]
    add(10)
    few = [count_queries(client, address) for address in addresses]
    for number in range(11, 15):
        add(number)
    assert [count_queries(client, address) for address in addresses] == few


def test_changes_are_linked_from_every_page_and_from_records(client, record):
    assert 'href="/changes/"' in client.get("/").content.decode()
    history = client.get("/findings/ICS18-F01/").content.decode().partition('id="history"')[2]
    assert 'href="/changes/"' in history.partition("</section>")[0]


def test_a_record_hidden_behind_the_back_of_its_versions_is_hidden(client, record):
    Record._base_manager.update(state=State.DRAFT)
    assert client.get("/changes/").context["count"] == 0


def test_the_feed_says_up_to_when_the_editors_have_read(client):
    factories.home()
    feed = client.get("/changes.atom").content.decode()
    assert (
        "<subtitle>Publications, withdrawals, verdicts and major changes. "
        "Minor edits are not here. The editors have read nothing later than 2 July 2026.</subtitle>"
    ) in feed


def test_of_many_first_publications_of_a_day_some_are_named(client, monkeypatch):
    monkeypatch.setattr("findings.reading.changes.MOST_FIRSTS", 2)
    with on("2026-05-01"):
        for number in range(1, 6):
            published(f"ICS18-F0{number}")
    page = words(client.get("/changes/"))
    assert "5 records published for the first time" in page
    assert "ICS18-F02, stands" in page
    assert "ICS18-F03" not in page
    assert "And 3 more: see all records." in page
