import copy
import datetime

from findings.documents import lists
from findings.formats.document import Table, lines
from tests.representations.test_records import FULL, ORIGIN

ADDRESS = "https://ics.example/browse/?kind=recommendation"


def document(found, count=None):
    count = len(found) if count is None else count
    return lists.document(found, count, "1 recommendation", ADDRESS, ORIGIN.terms)


def test_a_list_holds_an_overview_and_each_record_in_short():
    made = document([FULL])
    said = lines(made)
    assert said[:9] == [
        "What research found about leading integrated care systems",
        "1 recommendation",
        "The records, in the order of the list",
        *("Reference", "What it says", "Does it still hold?"),
        *("ICS18-R02", "Title of ICS18-R02", "Stands, checked 2 July 2026"),
    ]
    assert said[9:17] == [
        "Record by record",
        "Recommendation ICS18-R02",
        "Title of ICS18-R02",
        "Summary of ICS18-R02.",
        *("Does it still hold?", "Stands, checked 2 July 2026. Why we say so."),
        *("For", "Names Councils"),
    ]
    assert "paragraph 8 of “The article” (A magazine, 2018)" in said
    assert said[-8:-6] == ["Read at", ADDRESS]
    assert "The editors have read nothing later than 2 July 2026." in said
    assert (made.footer, made.keywords) == ("ICS Leadership · 1 record · CC BY 4.0", ("Trust",))
    assert made.dated == datetime.date(2026, 7, 3)


def test_what_cites_nothing_says_so():
    own = copy.deepcopy(FULL) | {"citations": []}
    assert "It cites no source: it is the editors’ own." in lines(document([own]))


def test_a_list_that_is_cut_says_so_and_where_the_rest_is():
    said = lines(document([FULL], count=1_234))
    assert said[2] == "These are the first 1 of 1,234 records."
    assert said[3].endswith(f"take it as Excel, CSV or JSON: those hold all of it. {ADDRESS}")
    assert not any("These are the first" in line for line in lines(document([FULL])))


def test_an_empty_list_has_no_table():
    made = document([])
    assert not [block for block in made.blocks if isinstance(block, Table)]
    assert made.dated == datetime.date(2026, 7, 2)
    assert made.footer == "ICS Leadership · 0 records · CC BY 4.0"
