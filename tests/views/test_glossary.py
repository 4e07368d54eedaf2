import pytest

from findings.models import Term
from tests import factories
from tests.views.reading import count_queries, words

pytestmark = pytest.mark.django_db


def test_glossary_goes_from_a_to_z_whatever_the_case(client):
    factories.term("vcse", name="VCSE")
    factories.term("co-production", name="co-production")
    factories.term("ccg", name="CCG")
    factories.term("ten-year-plan", name="10 Year Health Plan")
    sections = client.get("/glossary/").context["sections"]
    assert [(letter, [term.slug for term in terms]) for letter, terms in sections] == [
        ("0–9", ["ten-year-plan"]),
        ("C", ["ccg", "co-production"]),
        ("V", ["vcse"]),
    ]


def test_glossary_links_only_letters_that_have_terms(client):
    factories.term("icb", name="ICB")
    response = client.get("/glossary/")
    letters = response.context["letters"]
    assert len(letters) == 26
    assert [letter for letter, used in letters if used] == ["I"]
    html = response.content.decode()
    assert 'href="#letter-i"' in html
    assert 'id="letter-i"' in html
    assert 'href="#letter-j"' not in html


def test_glossary_explains_a_term(client):
    factories.term(
        "icb",
        name="ICB",
        full_name="integrated care board",
        definition="The NHS body that holds the local budget.",
        also="ICBs\nintegrated care boards",
    )
    response = client.get("/glossary/")
    assert 'id="icb"' in response.content.decode()
    page = words(response)
    assert "ICB integrated care board" in page
    assert "The NHS body that holds the local budget." in page
    assert "Other forms: ICBs, integrated care boards" in page


def test_glossary_escapes_what_editors_write(client):
    factories.term("odd", name="<b>Odd</b>", definition="a < b & c")
    html = client.get("/glossary/").content.decode()
    assert "<b>Odd</b>" not in html
    assert "a &lt; b &amp; c" in html


def test_glossary_before_anything_is_loaded(client):
    response = client.get("/glossary/")
    assert response.status_code == 200
    assert "No words have been explained yet." in words(response)


@pytest.mark.alike
def test_glossary_needs_the_same_queries_for_many(client):
    factories.term("one")
    few = count_queries(client, "/glossary/")
    Term.objects.bulk_create(
        Term(slug=f"term-{number}", name=f"Term {number}", definition="A word.")
        for number in range(50)
    )
    assert count_queries(client, "/glossary/") == few
