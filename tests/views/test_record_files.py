"""A record and each of its versions as files: what the page says, for good."""

import json

import pikepdf
import pytest

from findings.models import Record
from findings.publishing import erasing
from findings.representations import records as representations
from findings.representations.origin import Origin
from findings.vocabulary import State, Verdict
from tests import factories
from tests.formats.papers import opened_pdf, squeezed
from tests.histories import change, on, published, withdraw
from tests.views.files import text_in
from tests.views.reading import count_queries, words

pytestmark = pytest.mark.django_db

FILE = "/findings/ICS18-F01"
LABELS = {"json": "JSON", "docx": "Word", "pdf": "PDF", "md": "Markdown"}
FORMS = list(LABELS)


@pytest.fixture
def record():
    """A finding in two versions, overtaken since."""
    factories.home()
    with on("2026-06-01"):
        record = published("ICS18-F01", title="First title", body="First **body**.")
    with on("2026-06-03"):
        change(record, "Says it better", title="Second title")
    factories.verdict_on(record, Verdict.OVERTAKEN, effective_on="2026-06-04", reason="A law.")
    return record


def text(client, address):
    response = client.get(address)
    assert response.status_code == 200, address
    return text_in(address.partition("?")[0].rpartition(".")[2], response.content)


@pytest.mark.parametrize("form", FORMS)
def test_a_file_says_what_holds_today_and_names_its_version(client, record, form):
    said = text(client, f"{FILE}.{form}")
    for part in ("Second title", "Overtaken", "A law.", "CC BY 4.0", "ICS18-F01"):
        assert part in said
    assert "First title" not in said
    response = client.get(f"{FILE}.{form}")
    assert f'filename="ics18-f01-v2.{form}"' in response["Content-Disposition"]
    assert response["X-Robots-Tag"] == "noindex"


@pytest.mark.parametrize("form", FORMS)
def test_a_version_keeps_its_text_under_todays_verdict(client, record, form):
    said = text(client, f"{FILE}/v1.{form}")
    assert "First title" in said
    assert "First body" in said
    assert "Overtaken" in said
    response = client.get(f"{FILE}/v1.{form}")
    assert f'filename="ics18-f01-v1.{form}"' in response["Content-Disposition"]


def test_a_version_on_paper_says_which_it_is_and_what_it_judged(client, record):
    said = squeezed(text(client, f"{FILE}/v1.pdf"))
    for part in (
        "Version 1 of 2, 1 June 2026. A newer text has taken its place.",
        "Today’s verdict: Overtaken, as of 2 July 2026. A law.",
        "Read ICS18-F01 as it is now",
        "Did it hold then?",
        "What it said of itself",
    ):
        assert squeezed(part) in said
    assert squeezed("It is the current text.") in squeezed(text(client, f"{FILE}/v2.pdf"))


def test_json_is_the_representation_of_the_api(client, record):
    told = json.loads(client.get(f"{FILE}.json").content)
    shown = Record.objects.published().for_data().get()
    origin = Origin("http://testserver", factories.models.HomePage.objects.current().knowledge_date)
    assert told == representations.represent(shown, origin)
    told = json.loads(client.get(f"{FILE}/v1.json").content)
    assert (told["version"]["number"], told["title"]) == (1, "First title")


@pytest.mark.parametrize("form", FORMS)
def test_a_past_day_is_looked_at_and_anything_else_refused(client, record, form):
    said = text(client, f"{FILE}.{form}?as-at=2022-08-01")
    assert "Stands" in said.partition("Cite this")[0]
    assert "Overtaken" not in said.partition("Cite this")[0]
    for asked, name in (
        ("as-at=soon", "soon"),
        ("as-at=2999-01-01", "as-at"),
        ("colour=red", "colour"),
        ("as-at=2022-08-01&as-at=2022-08-01", "as-at"),
    ):
        response = client.get(f"{FILE}.{form}?{asked}")
        assert response.status_code == 400
        assert f"“{name}”" in response.content.decode()
    assert client.get(f"{FILE}/v1.{form}?as-at=2022-08-01").status_code == 400


@pytest.mark.parametrize("form", FORMS)
def test_other_spellings_redirect_and_what_is_not_shown_has_no_file(client, record, form):
    for asked, address in (
        (f"/findings/ics18-f01.{form}?as-at=2022-08-01", f"{FILE}.{form}?as-at=2022-08-01"),
        (f"/skills/ICS18-F01.{form}", f"{FILE}.{form}"),
        (f"/skills/ics18-f01/v1.{form}", f"{FILE}/v1.{form}"),
        (f"{FILE}.{form}/", f"{FILE}.{form}"),
        (f"{FILE}/.{form}", f"{FILE}.{form}"),
    ):
        response = client.get(asked)
        assert (response.status_code, response["Location"]) == (301, address)
    for unknown in (f"/findings/ICS18-F99.{form}", f"{FILE}/v9.{form}", f"{FILE}/v0.{form}"):
        assert client.get(unknown).status_code == 404
    Record._base_manager.update(state=State.DRAFT)
    assert client.get(f"{FILE}.{form}").status_code == 404
    Record._base_manager.update(state=State.PUBLISHED)
    erasing.redact(record.versions.get(number=1), "A reason")
    gone = client.get(f"{FILE}/v1.{form}")
    assert (gone.status_code, "A reason" in words(gone)) == (410, True)
    withdraw(record)
    for address in (f"{FILE}.{form}", f"{FILE}/v2.{form}"):
        response = client.get(address)
        assert (response.status_code, response["Cache-Control"]) == (410, "no-cache")
        assert b"Second title" not in response.content


@pytest.mark.parametrize("form", FORMS)
def test_a_file_that_has_not_changed_is_not_sent_again(client, record, form):
    first = client.get(f"{FILE}.{form}")
    again = client.get(f"{FILE}.{form}", headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert client.head(f"{FILE}.{form}").content == b""
    change(record, "Anew", title="Third title")
    assert "Third title" in text(client, f"{FILE}.{form}")


def test_a_record_that_was_never_kept_has_files_without_a_version(client):
    factories.record("ICS18-F05")
    for form in FORMS:
        response = client.get(f"/findings/ICS18-F05.{form}")
        assert f'filename="ics18-f05.{form}"' in response["Content-Disposition"]


@pytest.mark.alike
def test_a_file_costs_so_many_queries(client, record):
    costs = {form: count_queries(client, f"{FILE}.{form}") for form in FORMS}
    for number in range(5):
        change(record, "Again", title=f"Title {number}")
    assert {form: count_queries(client, f"{FILE}.{form}") for form in FORMS} == costs
    assert max(costs.values()) < 40


def test_a_pdf_is_tagged_and_named_and_its_headings_are_bookmarks(client, record):
    content = client.get(f"{FILE}.pdf").content
    opened = opened_pdf(content)
    assert opened.metadata.title == "Second title"
    titles = [each.title for each in opened.outline if not isinstance(each, list)]
    assert titles[:3] == ["At a glance", "Does it still hold?", "What was found"]
    with pikepdf.open(opened.stream) as file:
        assert (bool(file.Root.MarkInfo.Marked), str(file.Root.Lang)) == (True, "en-GB")
        with file.open_metadata() as told:
            assert told["pdfuaid:part"] == "1"


def test_the_pages_link_to_their_files(client, record):
    for path, holds in ((f"{FILE}/", "ICS18-F01"), (f"{FILE}/v1/", "ICS18-F01, version 1")):
        html = client.get(path).content.decode()
        for form, label in LABELS.items():
            url = f"{path.rstrip('/')}.{form}"
            assert f'<a href="{url}">{label}<span class="vh"> file of {holds}</span></a>' in html
    html = client.get(f"{FILE}/?as-at=2022-08-01").content.decode()
    assert f'href="{FILE}.pdf?as-at=2022-08-01"' in html
