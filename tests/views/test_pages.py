import datetime
import re
from urllib.parse import parse_qs, urlsplit

import pytest
from django.utils import timezone

from findings import vocabulary
from findings.vocabulary import Extent, State
from tests import factories
from tests.views.reading import words

pytestmark = pytest.mark.django_db

EXPLAINED = [
    vocabulary.Kind,
    vocabulary.Addressed,
    vocabulary.Speaker,
    vocabulary.Trail,
    vocabulary.Verdict,
    vocabulary.DevelopmentStatus,
]


@pytest.mark.parametrize("word", [word for choices in EXPLAINED for word in choices], ids=str)
def test_about_explains_every_label_in_the_words_of_the_vocabulary(client, word):
    page = words(client.get("/about/"))
    assert f"{word.label} {word.meaning}" in page


def test_about_counts_how_much_of_the_sources_was_read(client):
    factories.source(extent=Extent.FULL)
    factories.source(extent=Extent.OPENING)
    factories.source(extent=Extent.OPENING)
    response = client.get("/about/")
    assert response.context["extents"] == [
        (Extent.FULL, 1),
        (Extent.PART, 0),
        (Extent.OPENING, 2),
        (Extent.NAMED, 0),
    ]
    page = words(response)
    assert "Only the opening was read: 2 sources" in page
    assert "All of it was read: 1 source" in page
    assert "Part of it was read" not in page


def test_about_describes_each_report(client):
    factories.source(title="Leading well", report_code="ICS18", description="A study of leaders.")
    page = words(client.get("/about/"))
    assert "Leading well" in page
    assert "A study of leaders." in page


@pytest.mark.parametrize("page", ["about", "accessibility", "privacy", "contact"])
def test_plain_pages_stand_before_anything_is_loaded(client, page):
    assert client.get(f"/{page}/").status_code == 200


def test_contact_without_an_address_says_so(client, settings):
    settings.CONTACT_EMAIL = ""
    response = client.get("/contact/")
    assert "mailto:" not in response.content.decode()
    assert "No address has been set up on this copy of the site," in words(response)


def mail_of(response):
    """(address, subject, body or None) of the one mail link."""
    link = urlsplit(response.context["mailto"])
    fields = parse_qs(link.query)
    return link.path, fields["subject"], fields.get("body")


def test_contact_gives_the_address_as_a_mail_link(client, settings):
    settings.CONTACT_EMAIL = "editors@example.org"
    response = client.get("/contact/")
    assert mail_of(response) == ("editors@example.org", ["ICS Leadership"], None)
    assert 'href="mailto:editors@example.org?subject=ICS%20Leadership"' in response.content.decode()


def test_contact_carries_the_record_into_the_mail(client, settings):
    settings.CONTACT_EMAIL = "editors@example.org"
    factories.record("ICS18-F03", title="Time & trust")
    response = client.get("/contact/?record=ICS18-F03")
    assert mail_of(response) == (
        "editors@example.org",
        ["Error in ICS18-F03 Time & trust"],
        ["http://testserver/findings/ICS18-F03/\n\n"],
    )
    assert "ICS18-F03 Time & trust" in words(response)
    assert "subject=Error%20in%20ICS18-F03%20Time%20%26%20trust&amp;body=" in (
        response.content.decode()
    )


def test_contact_understands_gaps_and_any_case(client, settings):
    settings.CONTACT_EMAIL = "editors@example.org"
    factories.gap("ICS18-G01", title="What is missing")
    response = client.get("/contact/?record=ics18-g01")
    assert mail_of(response)[1] == ["Error in ICS18-G01 What is missing"]


def test_contact_shows_the_record_without_an_address_too(client, settings):
    settings.CONTACT_EMAIL = ""
    factories.record("ICS18-F03", title="Time and trust")
    assert "ICS18-F03 Time and trust" in words(client.get("/contact/?record=ICS18-F03"))


@pytest.mark.parametrize(
    "value",
    [
        "",
        "ICS18-F99",
        "ICS18-F07",
        "ICS18-F08",
        "<script>alert(1)</script>",
        '"><img src=x onerror=alert(1)>',
        "ICS18-F03 and more",
        "ICS18-F03\r\nBcc: thief@example.org",
        "ICS18-F03\n",
        "ıCS18-F03",
        "ICſ18-F03",
        "ICS１８-F03",
        "9" * 5000,
        f"A1-F{'9' * 5000}",
        "🦊",
        "' OR 1=1 --",
        "../admin/",
    ],
)
def test_contact_ignores_what_is_no_published_reference(client, settings, value):
    settings.CONTACT_EMAIL = "editors@example.org"
    factories.record("ICS18-F03", title="Published title")
    factories.record("ICS18-F07", title="Secret draft", state=State.DRAFT)
    factories.record("ICS18-F08", title="Secret withdrawn", state=State.WITHDRAWN)
    response = client.get("/contact/", {"record": value})
    assert response.status_code == 200
    assert response.context["reported"] is None
    assert response.content == client.get("/contact/").content
    assert mail_of(response) == ("editors@example.org", ["ICS Leadership"], None)


def test_contact_sets_no_cookie(client):
    assert client.get("/contact/?record=ICS18-F03").cookies == {}


def test_the_statement_of_accessibility_was_reviewed_within_a_year(client):
    page = client.get("/accessibility/").text
    assert "This website is partially compliant" in page
    day = datetime.date.fromisoformat(re.search(r'<time datetime="([^"]+)">', page)[1])
    assert timezone.localdate() - day < datetime.timedelta(days=366), "review it, and date it anew"
