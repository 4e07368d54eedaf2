"""The site names everything by one address, whatever host was asked."""

import re

import pytest
from django.core.exceptions import ImproperlyConfigured

from ics_leadership import environment
from tests import factories

FORMS = ["/browse.atom", "/changes.atom", "/findings/ICS18-F01.json", "/sitemap.xml", "/llms.txt"]


@pytest.mark.django_db
def test_every_id_is_the_same_from_all_hosts(client, settings):
    settings.ALLOWED_HOSTS = ["ics.example.org", "other.example.org"]
    settings.SITE_URL = "https://ics.example.org"
    factories.record("ICS18-F01")
    for address in FORMS:
        asked = [client.get(address, HTTP_HOST=host).text for host in settings.ALLOWED_HOSTS]
        assert asked[0] == asked[1]
        assert set(re.findall(r"https?://(\w+)\.example\.org", asked[0])) == {"ics"}


@pytest.mark.django_db
def test_a_host_that_is_not_ours_is_refused_all_the_same(client, settings):
    settings.ALLOWED_HOSTS = ["ics.example.org"]
    settings.SITE_URL = "https://ics.example.org"
    assert client.get("/", HTTP_HOST="evil.example.org").status_code == 400


@pytest.mark.parametrize(
    ("value", "hosts", "address"),
    [
        ("", ["ics.example.org", "b.example.org"], "https://ics.example.org"),
        ("https://a.example.org", ["b.example.org"], "https://a.example.org"),
        ("", [".example.org"], ""),
        ("", [], ""),
    ],
)
def test_the_address_is_set_or_follows_from_the_hosts(monkeypatch, value, hosts, address):
    monkeypatch.setenv("SITE_URL", value)
    assert environment.site_url("SITE_URL", hosts) == address


@pytest.mark.parametrize("value", ["ics.example.org", "https://a/b", "https://a?b", "https://u@a"])
def test_what_is_no_address_is_refused(monkeypatch, value):
    monkeypatch.setenv("SITE_URL", value)
    with pytest.raises(ImproperlyConfigured, match="set it as in https"):
        environment.site_url("SITE_URL", [])
