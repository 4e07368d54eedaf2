import re

import pytest
from django.http import QueryDict

from findings.asking.query import Query
from findings.models import Addressing, RecordTheme
from findings.vocabulary import Addressed, State, Verdict
from tests import factories
from tests.views.reading import count_queries, words

pytestmark = pytest.mark.django_db


def address(record, audience, addressed=Addressed.ALL):
    return Addressing.objects.create(
        record=record, audience=audience, addressed=addressed, passage=factories.passage()
    )


def numbers(context):
    """{row: {column: count}}, zeros left out"""
    return {
        row.heading: {str(column): each.count for column, each in row.cells if each.count}
        for _, rows in context["parts"]
        for row in rows
    }


def test_cells_count_what_is_published(client):
    law, people = factories.theme("law"), factories.theme("people")
    nhs = factories.audience("nhs", name="NHS", position=1)
    housing = factories.audience("housing", name="Housing", position=2)
    both, skill = factories.record("ICS18-F01"), factories.record("ICS18-S01", verdict="overtaken")
    for record, theme in ((both, law), (both, people), (skill, law)):
        RecordTheme.objects.create(content_object=record, tag=theme)
    address(both, nhs, Addressed.NAMED)
    address(both, housing)
    address(skill, nhs)
    for number, state in enumerate((State.DRAFT, State.IN_REVIEW, State.WITHDRAWN), start=7):
        hidden = factories.record(f"ICS18-F0{number}", state=state, title="Secret title")
        RecordTheme.objects.create(content_object=hidden, tag=law)
        address(hidden, housing, Addressed.NAMED)
    context = client.get("/coverage/").context
    assert numbers(context) == {
        "Law": {"NHS": 1, "stands": 1, "overtaken": 1},
        "People": {"NHS": 1, "stands": 1},
        "Findings": {"NHS": 1, "stands": 1},
        "Skills": {"overtaken": 1},
        "Recommendations": {},
    }
    assert context["verdicts"] == [Verdict.STANDS, Verdict.OVERTAKEN]
    assert [row.total.count for row in context["parts"][0][1]] == [2, 1]
    assert "Secret" not in client.get("/coverage/").content.decode()


def test_every_number_is_the_length_of_the_list_that_it_leads_to(client, content, exhaustive):
    context = client.get("/coverage/").context
    numbers = [
        number
        for _, rows in context["parts"]
        for row in rows
        for number in [row.total, *(each for _, each in row.cells)]
    ]
    assert len(numbers) > 100
    promised = {number.url: number.count for number in numbers}
    assert {url: asked(url).count for url in promised} == promised
    for number in numbers if exhaustive else numbers[::15]:
        response = client.get(number.url)
        assert response.status_code == 200, number.url
        assert (number.url, response.context["count"]) == (number.url, number.count)


def asked(url):
    """What a list reads from its address."""
    path, _, query = url.partition("?")
    return Query.parse(QueryDict(query), path)


def test_a_zero_leads_nowhere_and_every_other_number_to_its_list(client, content):
    response = client.get("/coverage/")
    html = response.content.decode()
    linked = re.findall(r'<a class="number t\d" href="([^"]+)">(\d+)<', html)
    assert len(linked) > 80
    assert [count for _, count in linked if count == "0"] == []
    assert html.count('<span class="number">0<') > 20


def test_a_number_says_its_row_and_column_in_words(client):
    record = factories.record("ICS18-F01")
    RecordTheme.objects.create(content_object=record, tag=factories.theme("law"))
    address(record, factories.audience("nhs", name="NHS"), Addressed.NAMED)
    page = words(client.get("/coverage/"))
    assert "1 NHS: Law" in page
    assert "1 Stands: Law" in page


def test_the_most_has_the_darkest_tint_and_nothing_has_none(client):
    law, people = factories.theme("law"), factories.theme("people")
    for number in range(1, 6):
        record = factories.record(
            f"ICS18-F0{number}", verdict="overtaken" if number > 4 else "stands"
        )
        RecordTheme.objects.create(content_object=record, tag=people if number == 3 else law)
    [(_, rows), _] = client.get("/coverage/").context["parts"]
    tints = {
        (row.heading, str(column)): number.tint for row in rows for column, number in row.cells
    }
    assert tints == {
        ("Law", "stands"): 4,
        ("Law", "overtaken"): 2,
        ("People", "stands"): 2,
        ("People", "overtaken"): 0,
    }


def test_thin_audiences_are_explained_with_the_gaps_beside_them(client, content):
    assert client.get("/coverage/").context["thin"] == []
    said = Addressing.objects.filter(audience__slug="housing", addressed=Addressed.NAMED)
    said.exclude(record__reference__in=["ICS18-F20", "HHP19-F01", "PPE1-F01"]).delete()
    response = client.get("/coverage/")
    [thin] = response.context["thin"]
    assert thin.audience.slug == "housing"
    named = [record.reference for record in thin.records]
    assert named == ["ICS18-F20", "HHP19-F01", "PPE1-F01"]
    assert thin.gaps
    for gap in thin.gaps:
        assert f'href="/gaps/{gap.reference}/"' in response.content.decode()
    assert "Only 3 records rest on words that name this audience:" in words(response)


def test_coverage_before_anything_is_loaded(client):
    assert client.get("/coverage/").status_code == 200


@pytest.mark.alike
def test_coverage_needs_the_same_queries_for_many(client):
    def add(number):
        record = factories.record(f"ICS18-F{number}")
        RecordTheme.objects.create(content_object=record, tag=factories.theme(f"t-{number}"))
        audience = factories.audience(f"a-{number}", name=f"Audience {number}")
        address(record, audience, Addressed.NAMED)
        factories.gap(f"ICS18-G{number}").bears_on.add(record)

    add(10)
    few = count_queries(client, "/coverage/")
    for number in range(11, 18):
        add(number)
    assert count_queries(client, "/coverage/") == few
