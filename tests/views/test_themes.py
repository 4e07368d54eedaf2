import pytest

from findings.models import RecordTheme
from findings.vocabulary import State
from tests import factories
from tests.views.reading import count_queries, words

pytestmark = pytest.mark.django_db


def tagged(theme, reference, **fields):
    record = factories.record(reference, **fields)
    RecordTheme.objects.create(content_object=record, tag=theme)
    return record


def test_theme_list_counts_published_records_in_the_editors_order(client):
    trust, law = factories.theme("trust", position=2), factories.theme("law", position=1)
    tagged(trust, "ICS18-F01")
    tagged(trust, "ICS18-F02", state=State.DRAFT)
    tagged(law, "ICS18-F03", state=State.WITHDRAWN)
    response = client.get("/themes/")
    counted = [(theme.slug, theme.record_count) for theme in response.context["themes"]]
    assert counted == [("law", 0), ("trust", 1)]
    assert "2 themes" in words(response)
    assert "Description of trust. 1 record" in words(response)


def test_theme_page_lists_its_records_in_order(client):
    trust = factories.theme("trust")
    records = [tagged(trust, f"ICS18-{number}") for number in ("R01", "F02", "F01")]
    tagged(factories.theme("law"), "ICS18-S01")
    response = client.get("/themes/trust/")
    assert [hit.record for hit in response.context["hits"]] == records[::-1]
    assert "Trust Description of trust." in words(response)
    assert "3 records about trust" in words(response)


@pytest.mark.parametrize("state", [State.DRAFT, State.IN_REVIEW, State.WITHDRAWN])
def test_theme_page_holds_published_records_only(client, state):
    trust, law = factories.theme("trust"), factories.theme("law")
    for theme, number in ((trust, 1), (law, 2)):
        tagged(theme, f"ICS18-F0{number}", title="Secret title", state=state)
    response = client.get("/themes/trust/")
    assert "Secret" not in response.content.decode()
    assert "No records about trust" in words(response)


@pytest.mark.alike
def test_theme_pages_need_the_same_queries_for_many(client):
    trust = factories.theme("trust")

    def add(number):
        tagged(trust, f"ICS18-F{number}")
        factories.theme(f"theme-{number}")

    add(10)
    few = count_queries(client, "/themes/trust/"), count_queries(client, "/themes/")
    for number in range(11, 20):
        add(number)
    assert (count_queries(client, "/themes/trust/"), count_queries(client, "/themes/")) == few


def test_an_unknown_theme_is_not_found(client):
    assert client.get("/themes/nothing/").status_code == 404
