"""“Edit this page”: for whoever is logged in and may, and a page that nobody keeps."""

import pytest
from django.contrib.auth.models import User

from ics_leadership import keeping, wsgi
from tests import factories
from tests.groups import editor
from tests.test_keeping import Site

pytestmark = [pytest.mark.django_db, pytest.mark.alike]
PAGE = "/findings/ICS18-F01/"


@pytest.fixture
def record():
    return factories.record("ICS18-F01")


def test_an_editor_finds_the_form_from_the_page(client, record):
    client.force_login(editor("author"))
    page = client.get(PAGE)
    assert f'href="/admin/findings/finding/{record.pk}/change/">Edit this page</a>' in (
        page.content.decode()
    )
    assert (page["Cache-Control"], page["Vary"]) == ("private, no-store", "Cookie, Accept-Encoding")


def test_nobody_else_sees_it_and_what_may_be_kept_knows_no_session(client, record):
    before = client.get(PAGE)
    client.force_login(editor("author"))
    client.get(PAGE)
    client.logout()
    after = client.get(PAGE)
    assert (before.content == after.content, b"Edit this page" in after.content) == (True, False)
    assert after.headers.get("Vary") == "Accept-Encoding"
    assert keeping.tag_of("200 OK", dict(after.headers), after) != ""
    client.cookies["sessionid"] = "made-up"
    assert b"Edit this page" not in client.get(PAGE).content


def test_an_account_without_rights_sees_the_page_of_readers(client, record):
    client.force_login(User.objects.create_user("nobody", is_staff=True))
    page = client.get(PAGE)
    assert b"Edit this page" not in page.content
    assert page["Cache-Control"] == "private, no-store"


def test_a_preview_offers_no_editing(client, record):
    client.force_login(editor("author"))
    preview = client.get(f"/admin/findings/finding/{record.pk}/preview/")
    assert (preview.status_code, b"Edit this page" in preview.content) == (200, False)


def every_noun(record):
    """{address of a page: the form of what stands on it} for all that has a form and a page."""
    audience, home = factories.audience("councils"), factories.home()
    found = {
        "/": home,
        PAGE: record,
        "/for/councils/": audience,
        "/themes/governance/": factories.theme("governance"),
        "/gaps/ICS18-G01/": factories.gap(source=record.source),
        f"/sources/{record.source.slug}/": record.source,
        "/glossary/": factories.term("icb"),
        "/timeline/": factories.development("the-act"),
        "/law/": factories.law_line("seat", audience=audience),
    }
    return {page: form_of(thing) for page, thing in found.items()}


def form_of(thing):
    noun = getattr(thing, "kind", thing._meta.model_name)
    return f'href="/admin/findings/{noun}/{thing.pk}/change/"'.encode()


def test_each_noun_with_a_page_has_the_way_to_its_form_and_no_kept_page_has_it(client, record):
    forms = every_noun(record)
    kept = Site(wsgi.site)
    client.force_login(editor("manager"))
    cookie = f"sessionid={client.cookies['sessionid'].value}"
    for page, form in forms.items():
        before = kept.get(page)
        status, headers, body = kept.get(page, HTTP_COOKIE=cookie)
        assert (page, status, body.count(form)) == (page, "200 OK", 1)
        assert (page, headers["Cache-Control"]) == (page, "private, no-store")
        asked = kept.asked
        after = kept.get(page)
        assert (page, kept.asked, b"/change/" in after[2]) == (page, asked, False)
        assert (page, after[2] == before[2]) == (page, True)
