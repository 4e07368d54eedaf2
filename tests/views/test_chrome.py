import re

import pytest
from django.urls import reverse

from findings.views.chrome import FOOTER, HEADER
from tests import factories

LISTS = ["/findings/"]

pytestmark = pytest.mark.django_db


def current(response):
    header = response.content.decode().partition("<header")[2].partition("</header>")[0]
    return re.findall(r'<a href="([^"]*)" aria-current="([^"]*)"', header)


@pytest.mark.parametrize(
    ("path", "marked"),
    [
        ("/", []),
        ("/for/", [("/for/", "page")]),
        ("/for/councils/", [("/for/", "true")]),
        ("/browse/", [("/browse/", "page")]),
        ("/findings/", [("/browse/", "true")]),
        ("/findings/ICS18-F01/", [("/browse/", "true")]),
        ("/themes/", [("/browse/", "true")]),
        ("/glossary/", []),
    ],
)
def test_header_marks_where_the_reader_is(client, path, marked):
    factories.record("ICS18-F01")
    factories.audience("councils")
    assert current(client.get(path)) == marked


def test_every_page_links_to_every_part_of_the_site(client):
    html = client.get("/themes/").content.decode()
    names = [name for _, name in HEADER]
    names += [name for entries in FOOTER.values() for _, name in entries]
    for name in names:
        assert f'href="{reverse(name)}"' in html


def test_every_page_states_the_knowledge_date(client):
    html = client.get("/themes/").content.decode()
    assert "We have read nothing later than" not in html
    factories.home()
    html = client.get("/themes/").content.decode()
    assert 'nothing later than <time datetime="2026-07-02">2 July 2026</time>' in html


@pytest.mark.parametrize("path", ["/", "/for/", "/findings/", "/findings/ICS18-F01/"])
def test_every_page_has_one_search_box_and_its_words_start_afresh(client, path):
    factories.record("ICS18-F01")
    html = client.get(path).content.decode()
    assert html.count('role="search"') == 1
    assert html.count('name="q"') == 1
    if path not in LISTS:
        assert 'role="search" action="/browse/" method="get"' in html


@pytest.mark.parametrize("path", ["/", "/for/", "/themes/", "/findings/"])
def test_every_page_has_its_frame(client, path):
    html = client.get(path).content.decode()
    assert '<html lang="en-GB">' in html
    assert '<a class="skip" href="#main">' in html
    assert f'<link rel="canonical" href="http://testserver{path}">' in html
    assert html.count("<h1") == 1
    assert re.search(r'<meta name="description" content="[^"]{20,}">', html)
    assert ('aria-label="Breadcrumb"' in html) == (path != "/")
    scripts = re.findall(r"<script([^>]*)>", html)
    assert scripts == [
        ' src="/static/js/choices.js"',
        ' type="module" src="/static/js/paper.js"',
        *([' type="module" src="/static/js/browse.js"'] if path in LISTS else []),
    ]
    assert "style=" not in html
