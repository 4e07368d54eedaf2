"""No test here may touch the database: pytest-django refuses it, and so each page is proven."""

import pytest
from django.test import RequestFactory

from findings.views import errors
from tests.views.reading import words

PAGES = [
    (400, lambda request: errors.bad_request(request, Exception("secret")), "could not read"),
    (403, lambda request: errors.permission_denied(request, Exception("secret")), "may not do"),
    (403, lambda request: errors.csrf_failure(request, reason="secret"), "may not do that"),
    (404, lambda request: errors.page_not_found(request, Exception("secret")), "no page here"),
    (500, errors.server_error, "Something went wrong on our side"),
]


@pytest.mark.parametrize(("status", "answer", "text"), PAGES)
@pytest.mark.parametrize("host", ["testserver", "bad host/<script>"])
def test_error_pages_need_neither_database_nor_an_honest_host(status, answer, text, host):
    request = RequestFactory().get("/<script>?q=<script>", HTTP_HOST=host)
    response = answer(request)
    assert response.status_code == status
    assert text in words(response)
    html = response.content.decode()
    assert html.count("<h1") == 1
    assert '<meta name="robots" content="noindex">' in html
    assert "secret" not in html
    assert "<script>" not in html
    assert "canonical" not in html


@pytest.mark.parametrize("path", ["/nothing/here", "/404", "/findings/x/"])
def test_an_unknown_address_gets_the_styled_page_without_a_query(client, path):
    response = client.get(path)
    assert response.status_code == 404
    assert "There is no page here" in words(response)
    assert "css/core.css" in response.content.decode()


def test_a_page_that_can_only_be_read_says_so(client):
    response = client.post("/themes/")
    assert (response.status_code, response["Allow"]) == (405, "GET, HEAD")
    assert "This page can only be read" in words(response)
