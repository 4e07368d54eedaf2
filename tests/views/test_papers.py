"""The board-paper builder: its page, and the paper as Word and PDF."""

import re
from html import unescape
from urllib.parse import urlencode

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from findings.publishing.erasing import redact
from findings.search import upkeep
from findings.vocabulary import State, Trail, Verdict
from tests import factories, histories
from tests.formats.papers import opened_pdf, pdf_text, squeezed, word_lines
from tests.views.reading import count_queries, words

pytestmark = pytest.mark.django_db

TWO = "/paper/?title=Winter&record=ICS18-R02&record=ICS18-F01&note-ICS18-R02=We+met+late"


@pytest.fixture
def two():
    factories.home()
    with histories.on("2026-07-03"):
        made = histories.published(
            "ICS18-R02",
            title="Ring each partner",
            body="It *works*.",
            action="Ring.\n\nThen write.",
            trail=Trail.OWN,
            speaker="editors",
        )
        histories.published("ICS18-F01", title="No law stood behind it", verdict=Verdict.OVERTAKEN)
    upkeep.rebuild()
    return made


def test_the_page_shows_the_paper_with_all_that_was_typed(client, two):
    response = client.get(f"{TWO}&owner-ICS18-F01=The+chair")
    page, html = words(response), response.content.decode()
    assert response.status_code == 200
    for text in (
        "2 records in the paper Recommendation ICS18-R02",
        "Ring each partner Summary of ICS18-R02. Version 1. A later version will take its place.",
        "Overtaken. It is no longer true. Quote it only as history. Why we say so.",
    ):
        assert text in page
    assert '<input class="field" id="title" name="title" value="Winter" maxlength="120">' in html
    assert 'maxlength="500">We met late</textarea>' in html
    assert 'name="owner-ICS18-F01" value="The chair"' in html
    assert html.index("Ring each partner") < html.index("No law stood")
    assert '<meta name="robots" content="noindex">' in html
    assert (
        'value="http://testserver/paper/?title=Winter&amp;record=ICS18-R02&amp;record=ICS18-F01'
        '&amp;note-ICS18-R02=We+met+late&amp;owner-ICS18-F01=The+chair" readonly>'
    ) in html


def test_an_empty_paper_says_how_to_begin(client, two):
    response = client.get("/paper/")
    assert "Nothing is in the paper yet" in words(response)
    assert "A paper holds 20 records at most." in words(response)
    assert 'formaction="/paper.docx"' not in response.content.decode()


@pytest.mark.parametrize(
    ("typed", "location"),
    [
        ("record=ics18-f01", "/paper/?record=ICS18-F01"),
        ("note-ICS18-F01=&record=ICS18-F01&q=", "/paper/?record=ICS18-F01"),
        (
            "title=T&record=ICS18-F01&note-ICS18-F01=N&q=ring&add=ICS18-R02",
            "/paper/?title=T&record=ICS18-F01&record=ICS18-R02&note-ICS18-F01=N&q=ring"
            "#record-ICS18-R02",
        ),
        (
            "record=ICS18-F01&record=ICS18-R02&up=ICS18-R02",
            "/paper/?record=ICS18-R02&record=ICS18-F01#record-ICS18-R02",
        ),
        ("record=ICS18-F01&remove=ICS18-F01", "/paper/"),
        (
            "record=ICS18-F01&pin=ICS18-F01@1",
            "/paper/?record=ICS18-F01%401#record-ICS18-F01",
        ),
    ],
)
def test_what_the_form_sends_has_one_address(client, two, typed, location):
    response = client.get(f"/paper/?{typed}")
    assert (response.status_code, response.url) == (302, location)
    assert client.get(location.partition("#")[0]).status_code == 200


def test_its_own_search_finds_what_can_be_added(client, two):
    hidden = factories.record("ICS18-F09", title="Ring nobody", state=State.DRAFT)
    upkeep.rebuild()
    response = client.get("/paper/?record=ICS18-F01&q=ring")
    html = response.content.decode()
    assert "1 record matches “ring”." in words(response)
    assert '<button type="submit" class="btn sm" name="add" value="ICS18-R02">' in html
    assert hidden.title not in html
    assert "Nothing matches “zq”." in words(client.get("/paper/?q=zq"))
    assert "In the paper" in words(client.get("/paper/?record=ICS18-R02&q=ring"))


def test_what_was_sought_here_is_not_kept_as_a_miss(client, two):
    client.get("/paper/?q=quorum")
    assert factories.models.Miss.objects.count() == 0


def test_what_is_left_out_is_said_and_markup_is_inert(client, two):
    response = client.get("/paper/", {"record": ["<b>x</b>", "ICS18-F01"], "title": "<i>T</i>"})
    html = response.content.decode()
    assert response.status_code == 200
    assert "We don’t know “<b>x</b>”, so we left it out." in words(response).replace(
        "“”", "“<b>x</b>”"
    )
    assert "<b>x</b>" not in html
    assert "<i>T</i>" not in html


@pytest.mark.parametrize("query", ["%00", "record=%00", "note-ICS18-F01=%ED%A0%80", "title=%FF"])
@pytest.mark.parametrize("path", ["/paper/", "/paper.docx", "/paper.pdf"])
def test_what_cannot_be_read_is_refused(client, path, query):
    assert client.get(f"{path}?{query}").status_code == 400


@pytest.mark.parametrize("path", ["/paper/", "/paper.pdf"])
def test_a_flood_is_refused_or_cut(client, two, path):
    assert client.get(f"{path}?{'record=ICS18-F01&' * 4000}").status_code == 400
    many = "&".join(f"record=ICS18-F{number}" for number in range(900))
    assert client.get(f"/paper/?{many}").status_code == 200
    note = urlencode({"record": "ICS18-F01", "note-ICS18-F01": "n" * 100_000})
    assert client.get(f"{path}?{note}").status_code == 200


@pytest.mark.alike
def test_queries_are_constant(client, two):
    some = count_queries(client, "/paper/?record=ICS18-R02&record=ICS18-F01")
    names = [f"ICS18-F{number:02}" for number in range(10, 28)]
    for name in names:
        histories.change(histories.published(name), summary="Other.")
    query = "&".join(f"record={name}" for name in ["ICS18-R02", "ICS18-F01", *names])
    assert count_queries(client, f"/paper/?{query}") == some == 7
    with CaptureQueriesContext(connection) as captured:
        assert client.get(f"/paper.docx?{query}").status_code == 200
    assert len(captured) == 9


# The files


def document_lines(client, query):
    return word_lines(client.get(f"/paper.docx?{query}").content)


def test_word_and_pdf_hold_the_same_paper(client, two):
    query = TWO.partition("?")[2]
    with histories.on("2026-07-10"):
        lines = document_lines(client, query)
        response = client.get(f"/paper.pdf?{query}")
    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"] == 'attachment; filename="board-paper.pdf"'
    drawn = squeezed(pdf_text(response.content))
    assert [line for line in lines if squeezed(line) not in drawn] == []
    assert opened_pdf(response.content).metadata.title == "Winter"
    for text in (
        "Winter",
        "What research on leading integrated care systems says, on 10 July 2026",
        "The editors have read nothing later than 2 July 2026. "
        "Later news may change what you read here.",
        "1. Ring each partner",
        "Summary of ICS18-R02. "
        f"[1, recommendation ICS18-R02, version 1; 2, {place_of('ICS18-R02')}]",
        "We met late",
        "It works.",
        "Then write.",
        "2. No law stood behind it",
        "Overtaken.",
        "It is no longer true. Quote it only as history. Why we say so.",
        "Finding ICS18-F01 · Stated in the source",
        "Overtaken, as of 2 July 2026.",
        "The editors’ own",
        Trail.OWN.meaning,
        "Open this paper again:",
        "http://testserver/paper/?title=Winter&record=ICS18-R02"
        "&record=ICS18-F01&note-ICS18-R02=We+met+late",
    ):
        assert text in lines
    source = cited("ICS18-F01").source
    assert lines[lines.index("Sources") + 1 :][:4] == [
        "The editors of ICS Leadership, “ICS Leadership”. http://testserver/",
        f"A publisher, “{source_of('ICS18-R02')}”, 2018. "
        f"http://testserver{cited('ICS18-R02').source.get_absolute_url()}",
        f"A publisher, “{source.title}”, 2018. http://testserver{source.get_absolute_url()}",
        "Read on ICS Leadership on 10 July 2026. How to cite a record stands on its page.",
    ]


FRONT = (
    "meeting=Board&date=2026-12-04&purpose=note&asks=Agree+it%0AWrite+it+down&money=None"
    "&record=ICS18-F01&record=ICS18-R02&owner-ICS18-R02=The+chair&by-ICS18-R02=2027-01-31"
)


def test_the_front_sheet_comes_first_then_what_to_do_then_what_research_says(client, two):
    lines = document_lines(client, FRONT)
    assert lines[3:16] == [
        *("Meeting", "Board", "Date", "4 December 2026", "Purpose", "To note"),
        "The board is asked to",
        "Agree it",
        "Write it down",
        "What it means for us",
        *("Money", "None"),
        "The editors have read nothing later than 2 July 2026. "
        "Later news may change what you read here.",
    ]
    marks = ["At a glance", "Recommendations", "1. Ring each partner", "What research says",
             "2. No law stood behind it", "Sources"]  # fmt: skip
    assert sorted(marks, key=lines.index) == marks
    assert lines.count("31 January 2027") == 2
    html = client.get(f"/paper/?{FRONT}").content.decode()
    assert '<details class="front" open>' in html
    assert 'maxlength="600" aria-describedby="asks-hint">Agree it\nWrite it down</textarea>' in html
    assert '<option value="note" selected>To note</option>' in html
    assert '<details class="front">' in client.get("/paper/").content.decode()


def test_a_work_is_listed_once_however_often_it_is_cited(client, two):
    passage = cited("ICS18-F01")
    histories.published("ICS18-F02")
    other = factories.models.Record.objects.get(reference="ICS18-F02")
    citation = other.citations.get()
    citation.passage = passage
    citation.save()
    histories.change(other, summary="It rests on the same.")
    lines = document_lines(client, "record=ICS18-F01&record=ICS18-F02")
    assert "It rests on the same. " + f"[1, {passage.label}]" in lines
    assert sum(passage.source.title in line for line in lines) == 1


def cited(reference):
    return factories.models.Citation.objects.get(record__reference=reference).passage


def source_of(reference):
    return cited(reference).source.title


def place_of(reference):
    return cited(reference).label


def test_a_pinned_and_a_withdrawn_one_say_so_on_paper(client, two):
    histories.change(two, title="Ring them all")
    histories.withdraw(factories.models.Record.objects.get(reference="ICS18-F01"), "Wrong.")
    lines = document_lines(client, "record=ICS18-R02@1&record=ICS18-F01")
    for text in (
        "1. Ring each partner",
        "This paper stays at version 1.",
        "There is a newer text: version 2.",
        "2. Finding ICS18-F01 is gone",
        "Withdrawn",
    ):
        assert text in lines
    assert "No law stood behind it" not in "".join(lines)
    redact(two.versions.get(number=1), "A name.")
    lines = document_lines(client, "record=ICS18-R02@1")
    assert "Ring each partner" not in "".join(lines)
    assert "Read instead: ICS18-R02, Ring them all." in lines


def test_an_address_too_long_for_a_link_is_printed_whole(client, two):
    names = [f"ICS18-F{number}" for number in range(10, 16)]
    for name in names:
        histories.published(name)
    query = urlencode(
        [*(("record", name) for name in names), *((f"note-{name}", "n" * 480) for name in names)]
    )
    text = "\n".join(document_lines(client, query))
    address = f"http://testserver/paper/?{query}"
    told = "Copy this whole address into a browser to open the paper again"
    assert f"{told}:\n{address}" in text
    shorter = urlencode([("record", names[0]), (f"note-{names[0]}", "n" * 480)])
    assert "Open this paper again with its texts and owners." in document_lines(client, shorter)


@pytest.mark.parametrize("path", ["/paper.docx", "/paper.pdf"])
def test_a_paper_that_cannot_be_made_is_refused_in_words(client, two, path):
    empty = client.get(f"{path}?title=T&record=ICS18-F77")
    assert empty.status_code == 400
    assert "There is no record in it that readers can see." in words(empty)
    names = [f"ICS18-F{number}" for number in range(10, 30)]
    for name in names:
        histories.published(name)
    query = urlencode(
        [*(("record", name) for name in names), *((f"note-{name}", "n" * 300) for name in names)]
    )
    long = client.get(f"{path}?{query}")
    assert long.status_code == 400
    assert "It is 659 characters too long for an address." in words(long)
    page = client.get(f"/paper/?{query}")
    assert "This paper is 659 characters too long for an address." in words(page)
    assert page.content.decode().count(f"{'n' * 300}</textarea>") == 20


def test_every_record_leads_to_a_paper(client, two):
    for page in ("/findings/", "/findings/ICS18-F01/", "/browse/"):
        html = client.get(page).content.decode()
        assert 'href="/paper/?record=ICS18-F01" data-paper="ICS18-F01"' in html


def test_a_record_reached_from_a_paper_is_added_to_that_paper(client, two):
    histories.published("ICS18-S01")
    paper = client.get(
        "/paper/?record=ICS18-R02&record=ICS18-F01@1&q=S01", follow=True
    ).content.decode()
    record = "/skills/ICS18-S01/?paper=ICS18-R02,ICS18-F01@1"
    assert f'href="{record}"' in paper
    page = client.get(record)
    assert "Add to a paper ICS18-S01: the one you came from" in words(page)
    [add] = re.findall(r'href="(/paper/[^"]+)" data-paper="ICS18-S01"', page.content.decode())
    added = client.get(unescape(add))
    assert added["Location"] == (
        "/paper/?record=ICS18-R02&record=ICS18-F01%401&record=ICS18-S01#record-ICS18-S01"
    )


def test_a_paper_says_where_it_begins_anew_and_carries_nothing_that_was_typed(client, two):
    assert "Add to a paper ICS18-F01: a new one" in words(client.get("/findings/ICS18-F01/"))
    assert "paper=" not in client.get(f"{TWO}&q=F01").content.decode()
    for strange in ("x", "ICS18-F99999999999", ",,,", "%3Cb%3E"):
        page = client.get(f"/findings/ICS18-F01/?paper={strange}", follow=True)
        assert "Add to a paper ICS18-F01: a new one" in words(page)
