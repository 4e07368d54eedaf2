"""Which answers are packed in Brotli, and which are left to gzip. No test asks for a database."""

import brotli
import pytest
from django.http import HttpResponse, StreamingHttpResponse
from django.middleware.csrf import get_token
from django.test import Client
from django.urls import include, path

from ics_leadership import compression

TEXT = "What is the same for everybody. " * 40


def page(request):
    return HttpResponse(TEXT)


def short(request):
    return HttpResponse("Few words.")


def long(request):
    return HttpResponse("x" * (compression.MOST + 1))


def streamed(request):
    return StreamingHttpResponse(iter([TEXT, TEXT]))


def picture(request):
    return HttpResponse(TEXT, content_type="image/png")


def form(request):
    return HttpResponse(get_token(request) + TEXT)


def drawing(request):
    return HttpResponse(TEXT, content_type="image/svg+xml")


def feed(request):
    return HttpResponse(TEXT, content_type="application/atom+xml; charset=utf-8")


views = (page, short, long, streamed, picture, form, drawing, feed)
urlpatterns = [
    *(path(f"{view.__name__}/", view) for view in views),
    path("paper/", page),
    path("", include("ics_leadership.urls")),
]
pytestmark = pytest.mark.urls(__name__)
BROWSER = "gzip, deflate, br, zstd"


def get(address, accepted=BROWSER, **headers):
    return Client().get(address, headers={"Accept-Encoding": accepted} | headers)


@pytest.mark.parametrize("address", ["/page/", "/drawing/", "/feed/"])
def test_what_is_the_same_for_everybody_is_packed(address):
    response = get(address)
    assert brotli.decompress(response.content).decode() == TEXT
    assert response["Content-Encoding"] == "br"
    assert response["Content-Length"] == str(len(response.content))
    assert response["Vary"] == "Accept-Encoding"


@pytest.mark.parametrize(
    ("accepted", "encoding"),
    [
        ("br", "br"),
        ("gzip;q=1.0, BR ; q=0.5", "br"),
        ("br;q=0.001", "br"),
        ("gzip, br;q=0", "gzip"),
        ("br; q=0.000, gzip", "gzip"),
        ("gzip, brx", "gzip"),
        ("br;q=0", None),
        ("identity", None),
        ("", None),
    ],
)
def test_a_client_gets_what_it_reads(accepted, encoding):
    response = get("/page/", accepted)
    assert response.get("Content-Encoding") == encoding
    assert response["Vary"] == "Accept-Encoding"


@pytest.mark.parametrize("address", ["/long/", "/streamed/", "/picture/", "/form/", "/paper/"])
def test_the_rest_is_left_to_gzip(address):
    assert get(address).get("Content-Encoding") == "gzip"


def test_a_few_words_are_not_packed():
    response = get("/short/")
    assert (response.get("Content-Encoding"), response.content) == (None, b"Few words.")


def test_a_packed_page_can_be_not_modified():
    plain, packed = get("/page/", "identity")["ETag"], get("/page/")["ETag"]
    assert packed == f"W/{plain}"
    for etag in (plain, packed):
        response = get("/page/", **{"If-None-Match": etag})
        assert (response.status_code, response.content) == (304, b"")
        assert "Content-Encoding" not in response
