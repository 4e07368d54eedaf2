"""One rule everywhere: a page leaves out a parameter that it doesn’t know and says so, and a file
refuses it by name."""

import pytest
from django.urls import reverse

from findings.urls import urlpatterns
from findings.views.knowing import KNOWN
from tests import factories

pytestmark = [pytest.mark.django_db, pytest.mark.alike]

SAID = "We don’t know the parameter “zzz”, so we left it out."
# In lists of records, which name the values too.
LISTED = "We don’t know the zzz “<bdi>1</bdi>”, so we left it out."
REFUSED = "“zzz”: There is no such parameter."
# What a part of an address is in these tests, by its name.
PARTS = {"number": 1, "reference": "ICS18-F01", "slug": "councils"}
OTHERS = {"source-detail": "report-ics18", "theme-detail": "governance", "theme-file": "governance"}
# What leads on, what only crawlers read, what a token opens, and what no person asks for.
APART = {
    *("reference", "sitemap", "sitemap-section", "opensearch", "llms", "robots", "security"),
    *("preview", "api", "map-lights", "paper-short"),
}
FORMS = {"file": "pdf", "citation": "bib", "form": "pdf"}


@pytest.fixture
def site(db):
    record = factories.record("ICS18-F01")
    record.addressings.create(audience=factories.audience("councils"))
    record.themes.add(factories.theme("governance"))
    factories.gap("ICS18-G01")
    for reference in ("ICS18-S01", "ICS18-R01"):
        factories.record(reference)
    factories.home()


def addresses():
    """{name: address} of every page and file."""
    found = {}
    for each in urlpatterns:
        name = getattr(each, "name", None)
        if name is None or name in APART or name.endswith(("-version", "-difference")):
            continue
        parts = {key: PARTS.get(key) for key in each.pattern.converters}
        if "slug" in parts:
            parts["slug"] = OTHERS.get(name, "councils")
        if "reference" in parts:
            letter = {"s": "S", "r": "R", "g": "G"}.get(name[0], "F")
            parts["reference"] = f"ICS18-{letter}01"
        if "form" in parts:
            parts["form"] = FORMS[name.rpartition("-")[2]]
        found[name] = reverse(name, kwargs=parts)
    return found


def test_nothing_is_passed_over_in_silence(client, site):
    silent = {}
    for name, address in addresses().items():
        answer = client.get(address, {"zzz": "1"})
        said = {200: (SAID, LISTED), 400: (REFUSED,)}.get(answer.status_code, ())
        if not any(each in answer.content.decode() for each in said):
            silent[name] = answer.status_code
    assert silent == {}


def test_what_it_knows_it_takes_in_any_case_and_without_a_word(client, site):
    for name, names in KNOWN.items():
        asked = {each.upper(): "" for each in names} | {"utm_source": "mail"}
        answer = client.get(addresses()[name], asked, follow=True)
        assert (answer.status_code, b"know the parameter" in answer.content) == (200, False)


@pytest.mark.parametrize("name", ["paper", "compare"])
def test_what_is_built_in_its_address_says_it(client, site, name):
    answer = client.get(reverse(name), {"record": "ICS18-F01", "zzz": "<b>"})
    assert SAID in answer.content.decode()
