"""A record on paper: every text that its page shows, and with what right."""

import copy
import datetime

from findings.documents import closing, records
from findings.formats.document import Heading, Note, lines
from findings.texts import phrases
from tests.representations.example import FULL

TERM = {
    "name": "ICB",
    "full_name": "integrated care board",
    "definition": "It buys care.",
    "html_url": "https://ics.example/glossary/#icb",
}
GAP = {**FULL["gaps"][0], "statement": "Nobody counted it."}
VERSION = {
    **FULL["version"],
    "line": "",
    "is_major": False,
    "redacted": None,
    "difference_url": "",
}
FINDING = {
    **FULL,
    **FULL["links"][0]["record"],
    "verdict": FULL["verdict"],
    "summary": "Summary of ICS18-F01.",
    "trail": {"value": "stated", "label": "Stated in the source"},
}
OTHER = {**FINDING, "reference": "ICS18-F02", "title": "Title of ICS18-F02"}
AROUND = {
    "records": {"ICS18-F01": FINDING},
    "related": [OTHER],
    "gaps": [GAP],
    "versions": [VERSION],
    "changes_url": "https://ics.example/changes/",
    "terms": [TERM],
    "reports_to_come": [],
}
NOTHING = {key: type(held)() for key, held in AROUND.items()}
EMPTY = {
    **FULL,
    **dict.fromkeys(("version", "body", "action", "measure", "knowledge_date")),
    "evidence": "",
    **dict.fromkeys(("first_step", "who", "hours", "pitfall", "case")),
    **{key: [] for key in ("themes", "roles", "asks", "links", "backlinks", "citations", "gaps")},
    "other_developments": [],
}


def changed(**fields):
    return copy.deepcopy(FULL) | fields


def headings(document):
    return [block.text for block in document.blocks if isinstance(block, Heading)]


ON_PAPER = [
    "Recommendation ICS18-R02",
    "Title of ICS18-R02",
    "Summary of ICS18-R02.",
    "At a glance",
    *("Does it still hold?", "Stands, as of 2 July 2026."),
    *("For", "Names Councils."),
    *("Roles", "Director"),
    *("Who says so", "The editors (After talks)"),
    *("Where it comes from", "The editors’ own"),
    *("Theme", "Trust"),
    *("Reference", "ICS18-R02"),
    *("Version", "Version 1, 3 July 2026"),
    "Does it still hold?",
    *("Stands, as of 2 July 2026. From 1 July 2022.", "Why we say so."),
    "It fits the law and the evidence as of the day given. It is not proof that it works. "
    "It is the editors’ judgement.",
    "Behind this verdict",
    "1 July 2022: A law",
    "Supported by paragraph 8 of “The article”. A magazine, 2018. Only the opening was read. "
    "In short: Goodwill counts.",
    *("Other events that touch it", "1 July 2022: A bill (proposed)"),
    *("What to do", "Ring each partner."),
    *("First step", "Ring one.", "Who does it", "The chair"),
    *("What it takes (the editors’ estimate)", "Two hours"),
    *("What usually goes wrong", "Nobody answers."),
    *("How you would know it worked", "Nobody is surprised."),
    *("Where it was done", "Leeds did."),
    *("Why", "Why we say it.", "Read"),
    *("What it asks of you", phrases.READING),
    *("Councils", "Agree who speaks."),
    *("How it connects", "The editors drew these links."),
    "Findings it rests on",
    *("Finding ICS18-F01 · Stated in the source", "Title of ICS18-F01"),
    "Summary of ICS18-F01.",
    "Names Councils. Stands, as of 2 July 2026. Why we say so.",
    *("Related", "Records with the same themes and similar words. Nobody linked them."),
    *("Finding ICS18-F02 · Stated in the source", "Title of ICS18-F02"),
    "Stands, as of 2 July 2026. Why we say so.",
    "Who says so",
    "Who",
    "The editors (After talks). We say it, the editors of this site. "
    "Nobody else should be quoted for it.",
    "Where it comes from",
    "The editors’ own. Our own step from findings to an action. The source doesn’t say it, "
    "and it is not official guidance.",
    *("What it rests on", "Rests on: one work of a kind not recorded."),
    "Rests on paragraph 8 of “The article”. A magazine, 2018. Only the opening was read. "
    "In short: Goodwill counts.",
    "It belongs to the report “Report ICS18” (A publisher, 2018).",
    "Whom it is addressed to",
    "Named",
    "Councils. The words that the record rests on name your sector. It doesn’t mean that they "
    "give your sector advice. See paragraph 8 of “The article”.",
    *("Roles", "Director. They can change a paper. The roles are the editors’ reading."),
    *("What we don’t know", "Gap ICS18-G01", "Title of ICS18-G01", "Nobody counted it."),
    "History",
    "You are reading version 1. Each version keeps its text and its address. "
    "What changed on this site",
    "Version 1, 3 July 2026. Published.",
    *("Cite this", phrases.HOW_TO_CITE, "Plain", "A magazine, “The article”."),
    "Words on this page",
    "ICB (integrated care board): It buys care. ICB in the glossary",
    "About this file",
    *("Read at", "https://ics.example/recommendations/ICS18-R02/"),
    "Licence",
    "CC BY 4.0. Our texts may be reused under it. The works that we cite belong to their owners.",
    *("Knowledge date", "The editors have read nothing later than 2 July 2026."),
    "Who we are",
    "The editors of ICS Leadership, an independent guide. It is not an NHS or government "
    "website, and nothing here is official guidance.",
]


def test_a_record_stands_on_paper_in_the_order_of_its_page():
    document = records.document(FULL, AROUND, [("Plain", "A magazine, “The article”.")])
    assert lines(document) == ON_PAPER
    assert document.dated == datetime.date(2026, 7, 3)
    assert document.footer == (
        "ICS Leadership · Recommendation ICS18-R02, version 1, 3 July 2026 · CC BY 4.0"
    )
    assert document.keywords == ("Trust",)


def test_what_a_record_has_not_leaves_no_heading():
    document = records.document(EMPTY, NOTHING)
    assert headings(document) == [
        *("At a glance", "Does it still hold?", "Behind this verdict", "Who says so"),
        *("What it rests on", "Whom it is addressed to", "About this file"),
    ]
    assert "It cites no source: it is the editors’ own." in lines(document)
    assert "All three" in lines(document)
    assert document.dated == closing.NO_DAY


def test_a_past_day_is_said_everywhere():
    verdict = FULL["verdict"] | {
        "value": "as-published",
        "label": "As published",
        "sentence": "As published",
        "effective": None,
    }
    report = {"title": "The report", "published": "20 November 2018"}
    around = NOTHING | {"reports_to_come": [report]}
    document = records.document(changed(as_at="2018-11-19", verdict=verdict), around)
    assert "Did it hold on that day?" in headings(document)
    assert "version 1, 3 July 2026, as at 19 November 2018" in document.footer
    assert lines(document)[3:5] == [
        "You are looking at 19 November 2018.",
        f"{phrases.HINDSIGHT} The report “The report” had not come out by then. "
        "It is dated 20 November 2018.",
    ]


def test_a_doubt_and_an_earlier_verdict_are_said():
    review = {"since": "2026-07-01", "because": FULL["other_developments"][0]}
    earlier = {
        "value": "overtaken",
        "label": "Overtaken",
        "reason": "A reason.",
        "effective": "2020-01-01",
        "as_of": None,
        "checked": None,
        "developments": [],
        "citations": [],
    }
    shown = changed(earlier_verdicts=[earlier])
    shown["verdict"]["under_review"] = review
    document = records.document(shown, NOTHING)
    notes = [block for block in document.blocks if isinstance(block, Note)]
    assert notes[1].label == "Under review since 1 July 2026."
    assert "Overtaken. From 1 January 2020. A reason." in lines(document)
    assert any("The cause: A bill (1 July 2022, proposed)." in line for line in lines(document))
    shown["verdict"]["under_review"] = review | {"because": None}
    assert not any("The cause" in line for line in lines(records.document(shown, NOTHING)))


def test_named_and_addressed_to_all_are_told_apart():
    nhs = {
        **FULL["audiences"][0],
        "name": "NHS",
        "addressed": {"value": "all", "label": "Addressed to all"},
        "passage": None,
    }
    document = records.document(changed(audiences=[*FULL["audiences"], nhs]), NOTHING)
    assert "Names Councils. Addressed to all: NHS." in lines(document)
    assert any(line.startswith("NHS. The record reaches you only") for line in lines(document))
    alone = records.document(changed(audiences=[nhs]), NOTHING)
    assert "Addressed to all: NHS." in lines(alone)


def test_each_version_says_what_changed_in_it():
    redacted = {"date": "2026-07-09", "why": "A name."}
    older = "https://ics.example/recommendations/ICS18-R02/v1..v2/"
    second = VERSION | {"number": 2, "line": "Says it better", "difference_url": older}
    versions = [
        VERSION | {"number": 4, "line": "", "is_major": True},
        VERSION | {"number": 3, "redacted": redacted},
        second,
        VERSION,
    ]
    said = lines(records.document(FULL, NOTHING | {"versions": versions}))
    start = said.index("History")
    assert said[start + 2 : start + 6] == [
        "Version 4, 3 July 2026. Major change.",
        "Version 3, 3 July 2026. Redacted on 9 July 2026: A name.",
        "Version 2, 3 July 2026. Minor change: Says it better. "
        "What changed in version 2, word by word",
        "Version 1, 3 July 2026. Published.",
    ]
