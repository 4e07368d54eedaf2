"""Headers, methods and unreadable input. No test here asks for a database: none may be needed."""

from pathlib import Path

import pytest
from django.conf import settings
from django.http import HttpResponse, HttpResponseNotAllowed
from django.test import Client
from django.urls import include, path

from ics_leadership.urls import handler400, handler403, handler404, handler500  # noqa: F401 (Django looks here)

CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": CSP,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


def read_only(request):
    return HttpResponse("words " * 100)


def writable(request):
    return HttpResponse(request.POST.get("text", ""))


writable.methods = ("GET", "POST")


def faulty(request):
    raise RuntimeError("a fault of our own")


def reads_query(request):
    return HttpResponse(request.GET.get("q", ""))


def refusing(request):
    return HttpResponseNotAllowed(["GET"])


urlpatterns = [
    path("probe/", read_only),
    path("probe/writable/", writable),
    path("probe/faulty/", faulty),
    path("probe/query/", reads_query),
    path("probe/refusing/", refusing),
    path("", include("ics_leadership.urls")),
]
pytestmark = pytest.mark.urls(__name__)


@pytest.fixture
def client():
    """Checks CSRF and answers faults with a page, as the real server does."""
    return Client(enforce_csrf_checks=True, raise_request_exception=False)


@pytest.fixture
def static_file():
    file = Path(settings.STATIC_ROOT) / "probe.css"
    file.write_text("p { margin: 0 }")
    yield "/static/probe.css"
    file.unlink()


def assert_styled(response, status):
    assert response.status_code == status
    assert response.templates[0].name == f"errors/{status}.html"
    assert b'rel="stylesheet"' in response.content
    assert_guarded(response)


def assert_guarded(response):
    assert {name: response.get(name) for name in HEADERS} == HEADERS
    assert "camera=()" in response["Permissions-Policy"]
    assert "Strict-Transport-Security" not in response
    assert not response.cookies


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/probe/", 200),
        ("/probe", 301),
        ("/nowhere/", 404),
        ("/admin/", 302),
        ("/probe/?q=%00", 400),
        ("/probe/faulty/", 500),
    ],
)
def test_every_answer_carries_the_headers(client, address, status):
    response = client.get(address)
    assert response.status_code == status
    assert_guarded(response)


@pytest.mark.parametrize("address", ["/probe", "/nowhere/", "/admin/", "/probe/faulty/"])
def test_nothing_is_kept_without_being_asked_for_again(client, address):
    assert "no-" in client.get(address)["Cache-Control"]


def test_static_files_carry_the_headers_that_they_can_heed(client, static_file, db):
    # The database is for the close below alone: it ends the request, which looks at connections.
    response = client.get(static_file)
    assert (response.status_code, response["Content-Type"]) == (200, 'text/css; charset="utf-8"')
    heeded = ("Cross-Origin-Resource-Policy", "Referrer-Policy", "X-Content-Type-Options")
    for name in (*HEADERS, "Permissions-Policy", "Speculation-Rules"):
        assert response.get(name) == (HEADERS[name] if name in heeded else None)
    response.close()


def test_not_modified_carries_the_headers(client):
    etag = client.get("/probe/")["ETag"]
    response = client.get("/probe/", headers={"If-None-Match": etag})
    assert (response.status_code, response.content) == (304, b"")
    assert_guarded(response)


def test_a_compressed_page_can_be_not_modified(client):
    etag = client.get("/probe/", headers={"Accept-Encoding": "gzip"})["ETag"]
    assert etag.startswith("W/")
    headers = {"Accept-Encoding": "gzip", "If-None-Match": etag}
    assert client.get("/probe/", headers=headers).status_code == 304


def test_https_is_asked_for_in_production_alone(client, settings):
    settings.SECURE_HSTS_SECONDS = 31536000
    settings.SECURE_HSTS_INCLUDE_SUBDOMAINS = settings.SECURE_HSTS_PRELOAD = True
    settings.SECURE_SSL_REDIRECT = True
    response = client.get("/probe/")
    assert (response.status_code, response["Location"]) == (301, "https://testserver/probe/")
    secure = client.get("/probe/", secure=True)
    assert secure["Strict-Transport-Security"] == "max-age=31536000; includeSubDomains; preload"


UNREADABLE = ["%00", "a%00b", "%FF", "%C3%28", "%ED%A0%80", "%C0%AF", "%F5%80%80%80"]


@pytest.mark.parametrize("text", UNREADABLE)
@pytest.mark.parametrize(
    "address",
    ["/{}", "/findings/{}/", "/probe/?q={}", "/probe/?{}=1", "/admin/{}", "/static/{}.css"],
)
def test_unreadable_addresses_are_refused(client, address, text):
    assert_styled(client.get(address.format(text)), 400)


@pytest.mark.parametrize(
    ("address", "status"),
    [("/probe/query/?q=%E2%82%AC", 200), ("/%E2%82%AC", 404), ("/probe/query/?q=%EF%BF%BD", 200)],
)
def test_unusual_letters_are_read(client, address, status):
    assert client.get(address).status_code == status


def test_a_cookie_with_nul_is_refused(client):
    # A quoted cookie may spell any byte in octal, which Django decodes.
    client.cookies["sessionid"] = "x"
    response = client.get("/probe/", headers={"Cookie": r'sessionid="\000a"'})
    assert_styled(response, 400)


@pytest.mark.parametrize("data", [{"text": "a\0b"}, {"a\0b": "text"}])
@pytest.mark.parametrize("form", ["urlencoded", "multipart"])
def test_a_form_with_nul_is_refused(data, form):
    assert_styled(post_form(data, form), 400)


def post_form(data, form):
    if form == "multipart":
        return Client().post("/probe/writable/", data)
    return post_body("&".join(f"{name}={value}" for name, value in data.items()))


def post_body(body):
    return Client().post("/probe/writable/", body, "application/x-www-form-urlencoded")


def test_a_form_with_broken_utf_8_is_refused():
    assert_styled(post_body("text=%FF"), 400)
    assert post_body("text=%E2%82%AC").content.decode() == "€"


def test_a_broken_multipart_form_is_refused():
    broken = Client().post("/probe/writable/", b"--x\r\n", "multipart/form-data")
    assert_styled(broken, 400)


def test_an_unknown_host_is_refused(client):
    assert_styled(client.get("/probe", headers={"Host": "evil.example"}), 400)


def test_thousands_of_parameters_are_refused(client):
    assert_styled(client.get("/probe/query/?" + "a=1&" * 2000), 400)


def test_our_own_fault_is_a_styled_500(client):
    assert_styled(client.get("/probe/faulty/"), 500)


def test_an_unknown_address_is_a_styled_404(client):
    assert_styled(client.get("/nowhere/"), 404)


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "PROPFIND"])
def test_public_pages_are_read_only_before_any_csrf_check(client, method):
    response = client.generic(method, "/probe/", b"text=x", "application/x-www-form-urlencoded")
    assert_styled(response, 405)
    assert response["Allow"] == "GET, HEAD"


@pytest.mark.parametrize(
    ("address", "allowed"), [("/probe", "GET, HEAD"), ("/probe/writable", "GET, POST")]
)
def test_a_method_is_refused_before_a_missing_slash_is_added(client, address, allowed):
    refused = client.delete(address)
    assert (refused.status_code, refused["Allow"]) == (405, allowed)
    assert_guarded(refused)
    sent_on = client.get(address)
    assert (sent_on.status_code, sent_on["Location"]) == (301, f"{address}/")


def test_whoever_may_post_is_sent_on_where_the_slash_is_missing(client):
    response = client.post("/probe/writable", {"text": "x"})
    assert (response.status_code, response["Location"]) == (301, "/probe/writable/")


@pytest.mark.parametrize("address", ["/probe/", "/probe/writable/", "/admin/", "/nowhere/"])
def test_trace_is_refused_everywhere(client, address):
    assert_styled(client.generic("TRACE", address), 405)


def test_a_view_may_accept_post_and_is_then_guarded_against_forgery(client):
    assert client.get("/probe/writable/").status_code == 200
    assert_styled(client.post("/probe/writable/", {"text": "x"}), 403)
    assert Client().post("/probe/writable/", {"text": "x"}).content == b"x"
    refused = client.delete("/probe/writable/")
    assert_styled(refused, 405)
    assert refused["Allow"] == "GET, POST"


def test_a_refusal_by_a_view_is_styled_too(client):
    response = client.get("/probe/refusing/")
    assert_styled(response, 405)
    assert response["Allow"] == "GET"


def test_a_post_to_a_static_file_is_refused(client, static_file):
    assert_styled(client.post(static_file), 405)


def test_head_is_answered_like_get_without_a_body(client):
    response = client.head("/probe/")
    assert (response.status_code, response.content) == (200, b"")


def test_admin_takes_get_and_post_alone(client):
    assert client.get("/admin/login/").status_code == 200
    assert_styled(client.post("/admin/login/", {"username": "x"}), 403)
    assert_styled(client.put("/admin/login/"), 405)


@pytest.mark.parametrize(
    ("target", "named"),
    [("/probe/", True), ("/probe/faulty/", False), ("/nowhere/", False), ("/admin/login/", False)],
)
def test_only_public_pages_name_the_rules_for_fetching_ahead(client, target, named):
    response = client.get(target)
    assert response["Content-Type"].startswith("text/html")
    rules = '"/static/prefetch.speculationrules"'
    assert response.get("Speculation-Rules") == (rules if named else None)
