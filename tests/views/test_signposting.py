"""What the head of an answer tells a program, read as its own grammar says."""

import re

import pytest

from tests import factories
from tests.histories import change, on, published

pytestmark = pytest.mark.django_db

SIGN = re.compile(r'<([^<>]+)>; rel="([a-z-]+)"(?:; type="([a-z/+]+)")?')
ROOT = "http://testserver"
LICENCE = ("license", "https://creativecommons.org/licenses/by/4.0/", None)


@pytest.fixture
def record():
    with on("2026-06-01"):
        record = published("ICS18-F01")
    with on("2026-06-03"):
        change(record, title="Second title")
    return record


def signs(client, path):
    """[(relation, address, type), ...]"""
    links = client.get(path)["Link"].split(", ")
    found = [SIGN.fullmatch(link).groups() for link in links]
    return [(relation, url, media_type) for url, relation, media_type in found]


def test_a_record_says_which_version_to_cite_and_where_it_is_as_data(client, record):
    assert signs(client, "/findings/ICS18-F01/") == [
        ("cite-as", f"{ROOT}/findings/ICS18-F01/v2/", None),
        ("describedby", f"{ROOT}/api/v1/records/ICS18-F01/versions/2", "application/json"),
        LICENCE,
        ("alternate", "/findings/ICS18-F01.json", "application/json"),
        ("alternate", "/findings/ICS18-F01.md", "text/markdown"),
    ]


def test_a_version_cites_itself(client, record):
    assert signs(client, "/findings/ICS18-F01/v1/")[0][1] == f"{ROOT}/findings/ICS18-F01/v1/"


def test_what_has_no_version_yet_names_none_to_cite(client):
    factories.record("ICS18-F01")
    relations = [relation for relation, *_ in signs(client, "/findings/ICS18-F01/")]
    assert relations == ["license", "alternate", "alternate"]


def test_a_list_says_where_it_is_as_data(client, record):
    asked = "?kind=finding"
    assert signs(client, f"/browse/{asked}") == [
        LICENCE,
        ("alternate", f"/browse.json{asked}", "application/json"),
        ("alternate", f"/browse.md{asked}", "text/markdown"),
    ]
