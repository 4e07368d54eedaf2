"""A list gives the day of most verdicts once, so that a page doesn't say it at each record."""

import re

import html5lib
import pytest

pytestmark = pytest.mark.django_db

DAY = re.compile(r"(?<!\d)2 July 2026")
ROLES = ("", "?role=chief-executive", "?role=director", "?role=senior-manager")
SECTORS = ("nhs", "councils", "housing", "voluntary")
LISTS = [
    *("/browse/", "/browse/?view=ledger", "/recommendations/", "/themes/governance/", "/law/"),
    *("/timeline/", "/self-check/", "/map/", "/coverage/", "/sources/cmm-article/", "/changes/"),
    *("/compare/", "/glossary/", "/gaps/", "/browse/?audience=housing&role=director"),
    *(f"/for/{sector}/{role}" for sector in SECTORS for role in ROLES),
    *(f"/start/?audience={sector}&role=director&theme=influence" for sector in SECTORS),
]


def in_sight(node):
    """The words of a page as it opens: of what is folded only the line that one sees."""
    if str(node.tag).endswith(("script", "svg")) or "popover" in node.attrib:
        return ""
    is_folded = node.tag == "details" and "open" not in node.attrib
    shown = [each for each in node if not is_folded or each.tag == "summary"]
    said = "" if is_folded else node.text or ""
    return said + "".join(in_sight(each) + (each.tail or "") for each in shown)


def test_no_list_says_its_day_more_than_three_times(client, content):
    counted = {}
    for address in LISTS:
        html = client.get(address).content.decode()
        main = html5lib.parse(html, namespaceHTMLElements=False).find(".//main")
        whole = "".join(main.itertext())
        # In what is folded only the marks count, not what an event or a reason says of a day.
        marks = len(re.findall("as of 2 July 2026", whole)) - whole.count("Overtaken, as of")
        counted[address] = (len(DAY.findall(in_sight(main))), marks)
    assert {each: found for each, found in counted.items() if max(found) > 3} == {}
