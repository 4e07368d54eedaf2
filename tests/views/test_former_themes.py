"""What readers and programs get who ask for a theme that was merged into another."""

import pytest

from findings.asking.facets import BY_KEY
from findings.publishing import themes, versions
from findings.vocabulary import Via
from tests import factories
from tests.histories import published

pytestmark = [pytest.mark.django_db, pytest.mark.alike]


@pytest.fixture(autouse=True)
def record():
    old, new = factories.theme("steering"), factories.theme("governance")
    factories.home()
    record = published("ICS18-F01", title="Boards")
    record.themes.add(old)
    versions.keep(record, versions.Note(Via.FORM))
    themes.merge([old], new, versions.Note(Via.ACTION, line="They said the same"))
    return record


@pytest.mark.parametrize(
    ("asked", "leads"),
    [
        ("/themes/steering/?q=boards", "/themes/governance/?q=boards"),
        ("/themes/steering.atom", "/themes/governance.atom"),
        ("/themes/steering.csv", "/themes/governance.csv"),
        ("/api/v1/themes/steering", "/api/v1/themes/governance"),
    ],
)
def test_its_addresses_lead_to_the_one_that_stayed(client, asked, leads):
    answer = client.get(asked)
    assert (answer.status_code, answer["Location"]) == (301, leads)
    assert client.get(leads).status_code == 200


def test_lists_that_ask_for_it_answer_as_the_one_that_stayed(client):
    page = client.get("/browse/?theme=steering")
    assert (page.status_code, page["Location"]) == (302, "/browse/?theme=governance")
    data = client.get("/api/v1/records?theme=steering").json()
    assert (data["count"], data["results"][0]["reference"]) == (1, "ICS18-F01")
    feed = client.get("/browse.atom?theme=steering")
    assert (feed.status_code, b"Boards" in feed.content) == (200, True)
    for path in ("/map/", "/timeline/"):
        assert client.get(f"{path}?theme=steering").context["query"].chosen == {
            "theme": ("governance",)
        }


def test_many_unknown_themes_cost_one_question(client, django_assert_num_queries):
    with django_assert_num_queries(1):
        assert BY_KEY["theme"].present(["a", "b", "steering"], [("governance", "Governance")]) == [
            "a",
            "b",
            "governance",
        ]


def test_a_version_says_what_its_theme_was_called_and_leads_on(client):
    page = client.get("/findings/ICS18-F01/v2/").content.decode()
    assert '<a href="/themes/governance/">Steering</a>' in page
    data = client.get("/api/v1/records/ICS18-F01/versions/2").json()
    assert data["themes"] == ["Steering"]
