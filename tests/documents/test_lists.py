import copy
import datetime

from findings.documents import lists
from findings.formats.document import Run, Table, lines
from tests.representations.example import FULL, ORIGIN

ADDRESS = "https://ics.example/browse/?kind=recommendation"


def document(found, count=None, words=None, **more):
    count = len(found) if count is None else count
    asked = {"sentence": "1 recommendation", "as_at": None, "words": words, "html_url": ADDRESS}
    listed = lists.Listed("Recommendations", "What to do.", asked, found, count, **more)
    return lists.document(listed, ORIGIN.terms)


def test_a_list_holds_an_overview_and_each_record_in_short():
    made = document([FULL])
    said = lines(made)
    assert said[:10] == [
        "Recommendations",
        "1 recommendation",
        "What to do.",
        "The records, in the order of the list",
        *("Reference", "What it says", "Does it still hold?"),
        *("ICS18-R02", "Title of ICS18-R02", "Stands, as of 2 July 2026"),
    ]
    assert said[10:18] == [
        "Record by record",
        "Recommendation ICS18-R02",
        "Title of ICS18-R02",
        "Summary of ICS18-R02.",
        *("Does it still hold?", "Stands, as of 2 July 2026. Why we say so."),
        *("For", "Names Councils."),
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
    assert said[3] == "These are the first 1 of 1,234 records."
    assert said[4].endswith(f"take it as Excel, CSV or JSON: those hold all of it. {ADDRESS}")
    assert not any("These are the first" in line for line in lines(document([FULL])))


def test_an_empty_list_has_no_table():
    made = document([])
    assert not [block for block in made.blocks if isinstance(block, Table)]
    assert made.dated == datetime.date(2026, 7, 2)
    assert made.footer == "ICS Leadership · 0 records · CC BY 4.0"


def test_what_was_made_of_the_words_and_where_they_stand_is_said():
    words = {
        "corrections": [
            {"typed": "goverance", "read_as": "governance"},
            {"typed": "hosing", "read_as": "housing"},
        ],
        "synonyms": [{"typed": "ICB", "also": ["integrated care board", "board"]}],
        "any_of_them": True,
        "report": {"title": "A report", "html_url": "https://site.example/sources/a/"},
        "text": "ICS18",
    }
    matches = {"ICS18-R02": [("In the text", [("… of ", False), ("trust", True), (" …", False)])]}
    made = document([FULL], words=words, matches=matches)
    said = lines(made)
    assert said[3:7] == [
        "Showing results for governance instead of “goverance”, housing instead of “hosing”.",
        "“ICB” also finds integrated care board, board.",
        "Few records have all of these words; the others have most of what they are about.",
        "“ICS18” begins every reference of A report.",
    ]
    assert said[said.index("Summary of ICS18-R02.") + 1] == "In the text: … of trust …"
    runs = next(block.text for block in made.blocks if getattr(block, "style", "") == "small")
    assert [run.text for run in runs if isinstance(run, Run) and run.bold] == [
        "In the text:",
        "trust",
    ]


def test_what_matches_and_is_no_record_stands_beside_them():
    term = {"name": "ICB", "full_name": "integrated care board", "html_url": f"{ADDRESS}#icb"}
    event = {"title": "A law", "when": "1 July 2022", "html_url": f"{ADDRESS}#law"}
    said = lines(document([FULL], beside={"terms": [term], "gaps": [], "developments": [event]}))
    start = said.index("Beside the records")
    assert said[start + 1 : start + 5] == [
        *("Words explained", "ICB: integrated care board"),
        *("What happened", "A law 1 July 2022"),
    ]
