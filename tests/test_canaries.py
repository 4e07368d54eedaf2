"""What readers may not see is on no public surface: not in bytes, counts or dates.

Four records hold a canary in every text that they have: a draft, one that is planned to be
published, one that is withdrawn, and one that is published and has a pending edit.
"""

import datetime
import io
import zipfile
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from findings.models import Audience, Record, Theme
from findings.publishing import edits, references, schedule, versions
from findings.publishing.versions import Note
from findings.views.downloads import FORMS
from findings.vocabulary import State, Via
from tests import factories
from tests.views.files import text_in

# What is hidden is hidden by the code; both databases are asked with --all.
pytestmark = [pytest.mark.django_db, pytest.mark.alike]

CANARY = "zqcanary"
MARKUP = (
    f'{CANARY} zqneedle<script>alert("{CANARY}")</script><img src=x onerror=alert(1)>{{{{ 7*7 }}}}'
)
PAGES = [
    "/",
    "/browse/",
    "/map/",
    "/map/?theme=governance",
    "/map.000000000000.css",
    "/map.svg",
    "/browse/?q=zqneedle",
    "/browse/?q=ICS18-F90",
    "/findings/",
    "/changes/",
    "/changes/?since=2020-01-01",
    "/changes.atom",
    "/timeline/",
    "/coverage/",
    "/compare/?record=ICS18-F90&record=ICS18-F01",
    "/paper/?record=ICS18-F90&record=ICS18-F91&record=ICS18-F92&record=ICS18-F01&q=zqneedle",
    "/paper/?record=ICS18-F90&record=ICS18-F91&record=ICS18-F01&printed=2020-01-01",
    "/glossary/",
    "/gaps/",
    "/sources/",
    "/themes/",
    "/for/",
    "/robots.txt",
    "/sitemap.xml",
    "/llms.txt",
    "/opensearch.xml",
]
DATA = [
    "/paper.pptx?record=ICS18-F90&record=ICS18-F91&record=ICS18-F92&record=ICS18-F01",
    "/for/housing.pptx",
    "/api/v1/openapi.json",
    "/api/v1/records?per_page=100",
    "/api/v1/records?q=zqneedle",
    "/api/v1/records/ICS18-F90",
    "/api/v1/records/ICS18-F91/versions/1",
    "/api/v1/facets",
    "/api/v1/changes?per_page=100",
    "/api/v1/roles",
    "/api/v1/dump.zip",
    *(
        f"/api/v1/{noun}?per_page=100"
        for noun in ("audiences", "themes", "sources", "developments", "gaps", "terms")
    ),
]


LISTS = ["browse", "findings"]


def texts(**fields):
    names = ("title", "short_title", "summary", "brief_line", "body", "speaker_note", "claims")
    return {name: CANARY if name in ("short_title", "claims") else MARKUP for name in names} | {
        "title": MARKUP[:120],
        "brief_line": MARKUP[:100],
        **fields,
    }


def hidden(reference, **fields):
    record = factories.record(reference, state=State.DRAFT, verdict=None, **texts(**fields))
    references.claim(reference, record.source, "F")
    record.addressings.create(audience=Audience.objects.first())
    record.notes.create(audience=Audience.objects.first(), text=MARKUP)
    record.role_readings.create(role="director", reason=MARKUP)
    record.themes.add(Theme.objects.first())
    verdict = factories.verdict_on(record, reason=MARKUP)
    verdict.developments.add(factories.models.Development.objects.first())
    factories.cite(record, factories.models.Passage.objects.first())
    versions.keep(record, Note(Via.FORM, line=MARKUP))
    return record


def hide_them():
    """The draft, the planned, the withdrawn and the pending one."""
    hidden("ICS18-F90")
    schedule.plan(hidden("ICS18-F91"), timezone.now() + datetime.timedelta(days=1))
    pending = Record.objects.published().first()
    row = edits.working_row(pending)
    note = Note(Via.FORM, line=MARKUP)
    mine = {**row, **texts(), **parts(row), "claims": [CANARY]}
    edits.save(pending, row, mine, note)
    # A second edit of the same words is set aside, and readers see as little of it.
    edits.save(pending, row, {**mine, "title": f"{CANARY} set aside"}, note)
    assert pending.edits.count() == 2


def parts(row):
    """The smaller rows of `row` with a canary in every text."""
    audience = Audience.objects.first().slug
    return {
        "verdicts": [{**verdict, "reason": MARKUP} for verdict in row["verdicts"]],
        "notes": [{"audience": audience, "text": MARKUP}],
        "roles": [{"role": "director", "reason": MARKUP}],
    }


@pytest.fixture
def surfaces(content, client, exhaustive):
    """A function that returns {address: what it answers} of every public surface; a quick run
    takes one in three of the pages that stand in the sitemap, besides PAGES and DATA."""
    return lambda: answers(client, 1 if exhaustive else 3)


def answers(client, step):
    sitemap = ElementTree.fromstring(client.get("/sitemap.xml").content)
    places = [place.text for place in sitemap.iter() if place.tag.endswith("loc")]
    listed = [place.removeprefix("http://testserver") for place in places]
    record = Record.objects.published().first().get_absolute_url()
    forms = ("ris", "bib", "csl.json", "png", "json", "docx", "pdf", "md")
    files = [f"{record.rstrip('/')}.{form}" for form in forms]
    files += [f"{record}v1.{form}" for form in ("json", "docx", "pdf", "md")]
    lists = [f"/{place}.{form}" for place in LISTS for form in FORMS]
    addresses = [
        *PAGES,
        *DATA,
        *listed[::step],
        *files,
        *lists,
        f"{record}v1/".replace("//v1", "/v1"),
    ]
    found = {address: client.get(address) for address in dict.fromkeys(addresses)}
    return {address: answer(address, response) for address, response in found.items()}


def whole(response):
    """All that was sent, bytes that are no text as escapes."""
    return response.content.decode(errors="backslashreplace")


def answer(address, response):
    form = urlsplit(address).path.rpartition(".")[2]
    is_file = form in ("docx", "pdf", "pptx", "xlsx") and response.status_code == 200
    if is_parcel(response):
        text = unpacked(response)
    else:
        text = text_in(form, response.content) if is_file else whole(response)
    headers = [response.get(name) for name in ("Last-Modified", "ETag", "Content-Disposition")]
    return response.status_code, text, headers if "csrf" not in text else []


def is_parcel(response):
    return response["Content-Type"] == "application/zip"


def unpacked(response):
    """The names and texts of all files in a ZIP file."""
    with zipfile.ZipFile(io.BytesIO(response.content)) as parcel:
        return "".join(name + parcel.read(name).decode() for name in parcel.namelist())


def test_drafts_planned_and_pending_are_nowhere(surfaces, exhaustive):
    seen = surfaces()
    hide_them()
    now = surfaces()
    assert [address for address, (_, text, _) in now.items() if CANARY in text] == []
    changed = [address for address in seen if now.get(address) != seen[address]]
    assert changed == []
    assert now.keys() == seen.keys()
    assert len(now) > (200 if exhaustive else 100)


def test_a_draft_has_no_address(client, content):
    hide_them()
    for address in (
        "/findings/ICS18-F90/",
        "/findings/ICS18-F90/v1/",
        "/findings/ICS18-F91.ris",
        "/findings/ICS18-F91.json",
        "/findings/ICS18-F91.pdf",
        "/findings/ICS18-F90/v1.docx",
        "/findings/ICS18-F91.png",
        "/ICS18-F90",
    ):
        response = client.get(address, follow=True)
        assert (address, response.status_code) == (address, 404)
        assert CANARY not in response.content.decode()


def test_of_what_was_withdrawn_only_the_notice_stays(client, surfaces):
    record = hidden("ICS18-F92", summary="Seen once.")
    edits.publish(record, Note(Via.FORM, line="Published"))
    assert CANARY in client.get(record.get_absolute_url()).content.decode()
    edits.states.move(record, State.WITHDRAWN, Note(Via.FORM), why="It was wrong.")
    texts_now = {address: text for address, (_, text, _) in surfaces().items()}
    assert [address for address, text in texts_now.items() if CANARY in text] == []
    gone = client.get(record.get_absolute_url())
    assert gone.status_code == 410
    assert CANARY not in gone.content.decode()
    assert "It was wrong." in gone.content.decode()


def test_what_is_published_is_inert_everywhere(client, admin_client, content):
    record = hidden("ICS18-F93")
    edits.publish(record, Note(Via.FORM, line=MARKUP))
    call_command("rebuild_search", verbosity=0)
    admin = f"admin:findings_{record.kind}"
    pages = [
        *(client.get(address) for address in [record.get_absolute_url(), *PAGES]),
        client.get(f"{record.get_absolute_url()}v1/".replace("//v1", "/v1")),
        *(
            admin_client.get(reverse(f"{admin}_{name}", args=args))
            for name, args in (
                ("changelist", []),
                ("change", [record.pk]),
                ("history", [record.pk]),
                ("preview", [record.pk]),
                ("advice", [record.pk]),
            )
        ),
    ]
    found = [page for page in pages if CANARY in page.content.decode()]
    assert len(found) > 10
    for page in found:
        text = page.content.decode()
        assert "<script>alert" not in text
        assert "<img src=x" not in text
        assert f"{CANARY}49" not in text
    told = client.get(f"/api/v1/records/{record.reference}").json()
    assert told["title"] == record.title
    assert "<script" not in told["body"]["html"]
    assert "<img" not in told["body"]["html"]
