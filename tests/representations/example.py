"""A recommendation with one of everything that can hang on a record, and what it is as data."""

import datetime

from findings.representations.origin import Origin
from findings.vocabulary import Addressed, Trail
from tests import factories, histories

ORIGIN = Origin("https://ics.example", datetime.date(2026, 7, 2))
EDITORS = {"value": "editors", "label": "The editors"}
STANDS = {"value": "stands", "label": "Stands"}


def full():
    """A recommendation with one of everything that can hang on a record."""
    article = factories.source(
        "article", title="The article", byline="A magazine", url="https://magazine.example/8"
    )
    paragraph = factories.passage(article, "P8", paraphrase="Goodwill counts.")
    with histories.on("2026-07-03"):
        record = factories.record(
            "ICS18-R02",
            body="Why **we** say it.\n\n- [Read](/about/)",
            action="Ring each partner.",
            measure="Nobody is surprised.",
            first_step="Ring one.",
            who="The chair",
            hours="Two hours",
            pitfall="Nobody answers.",
            case="Leeds did.",
            brief_line="Ring round.",
            speaker="editors",
            speaker_note="After talks",
            trail=Trail.OWN,
        )
        councils = factories.audience("councils", name="Councils")
        named = {"addressed": Addressed.NAMED, "passage": paragraph}
        record.addressings.create(audience=councils, **named)
        record.notes.create(audience=councils, text="Agree who speaks.")
        record.role_readings.create(role="director", reason="They can change a paper.")
        record.themes.add(factories.theme("trust"))
        factories.cite(record, paragraph)
        factories.gap("ICS18-G01").bears_on.add(record)
        finding = factories.record("ICS18-F01")
        record.links.create(relation="rests-on", target=finding)
        law = factories.development("law", title="A law")
        since = factories.development("bill", title="A bill", status="proposed")
        record.developments.add(law, since)
        verdict = record.verdicts.get()
        verdict.developments.add(law)
        factories.cite(verdict, paragraph, relation="supports")
        histories.keep(record, histories.EDITOR)
    return record


ARTICLE = {
    "slug": "article",
    "title": "The article",
    "byline": "A magazine",
    "published": "2018",
    "extent": {"value": "opening", "label": "Only the opening was read"},
    "method": {"value": "unsaid", "label": "Method not recorded"},
    "who": "",
    "how_many": None,
    "gathered": "",
    "published_at": "https://magazine.example/8",
    "url": "https://ics.example/api/v1/sources/article",
    "html_url": "https://ics.example/sources/article/",
}
PASSAGE = {
    "locator": "P8",
    "label": "paragraph 8",
    "paraphrase": "Goodwill counts.",
    "second_hand": "",
    "html_url": "https://ics.example/sources/article/#p8",
    "source": ARTICLE,
}
COUNCILS = {
    "slug": "councils",
    "name": "Councils",
    "url": "https://ics.example/api/v1/audiences/councils",
    "html_url": "https://ics.example/for/councils/",
}
LAW = {
    "slug": "law",
    "title": "A law",
    "when": "1 July 2022",
    "status": {"value": "happened", "label": "Happened"},
    "url": "https://ics.example/api/v1/developments/law",
    "html_url": "https://ics.example/timeline/#law",
}
BILL = {
    **LAW,
    "slug": "bill",
    "title": "A bill",
    "status": {"value": "proposed", "label": "Proposed"},
    "url": "https://ics.example/api/v1/developments/bill",
    "html_url": "https://ics.example/timeline/#bill",
}
FINDING = {
    "reference": "ICS18-F01",
    "kind": {"value": "finding", "label": "Finding"},
    "title": "Title of ICS18-F01",
    "verdict": STANDS,
    "url": "https://ics.example/api/v1/records/ICS18-F01",
    "html_url": "https://ics.example/findings/ICS18-F01/",
}
FULL = {
    "reference": "ICS18-R02",
    "kind": {"value": "recommendation", "label": "Recommendation"},
    "url": "https://ics.example/api/v1/records/ICS18-R02",
    "html_url": "https://ics.example/recommendations/ICS18-R02/",
    "version": {
        "number": 1,
        "date": "2026-07-03",
        "url": "https://ics.example/api/v1/records/ICS18-R02/versions/1",
        "html_url": "https://ics.example/recommendations/ICS18-R02/v1/",
    },
    "as_at": None,
    "title": "Title of ICS18-R02",
    "short_title": "Short ICS18-R02",
    "lead": {"text": "Summary of ICS18-R02.", "audiences": [], "names_them": False, "roles": []},
    "summary": "Summary of ICS18-R02.",
    "brief_line": "Ring round.",
    "body": {
        "text": "Why we say it.\n\nRead",
        "html": (
            "<p>Why <strong>we</strong> say it.</p>\n<ul>\n"
            '<li><a href="https://ics.example/about/">Read</a></li>\n</ul>'
        ),
    },
    "action": {"text": "Ring each partner.", "html": "<p>Ring each partner.</p>"},
    "first_step": {"text": "Ring one.", "html": "<p>Ring one.</p>"},
    "who": {"text": "The chair", "html": "<p>The chair</p>"},
    "hours": {"text": "Two hours", "html": "<p>Two hours</p>"},
    "pitfall": {"text": "Nobody answers.", "html": "<p>Nobody answers.</p>"},
    "measure": {"text": "Nobody is surprised.", "html": "<p>Nobody is surprised.</p>"},
    "case": {"text": "Leeds did.", "html": "<p>Leeds did.</p>"},
    "is_notice": False,
    "speaker": {**EDITORS, "note": "After talks"},
    "trail": {"value": "own", "label": "The editors’ own"},
    "evidence": "Rests on: one work of a kind not recorded.",
    "verdict": {
        **STANDS,
        "reason": "Why we say so.",
        "effective": "2022-07-01",
        "as_of": "2026-07-02",
        "checked": "2026-07-02",
        "is_old": False,
        "sentence": "Stands, as of 2 July 2026",
        "under_review": None,
        "developments": [LAW],
        "citations": [
            {"relation": {"value": "supports", "label": "Supported by"}, "passage": PASSAGE}
        ],
    },
    "earlier_verdicts": [],
    "other_developments": [BILL],
    "themes": [
        {
            "slug": "trust",
            "name": "Trust",
            "url": "https://ics.example/api/v1/themes/trust",
            "html_url": "https://ics.example/themes/trust/",
        }
    ],
    "audiences": [
        {
            **COUNCILS,
            "addressed": {"value": "named", "label": "Names you"},
            "passage": PASSAGE,
        }
    ],
    "roles": [
        {
            "value": "director",
            "label": "Director",
            "reason": "They can change a paper.",
            "speaker": EDITORS,
        }
    ],
    "asks": [{"audience": COUNCILS, "text": "Agree who speaks.", "speaker": EDITORS}],
    "links": [
        {
            "relation": {"value": "rests-on", "label": "Rests on"},
            "record": FINDING,
            "reason": "",
            "speaker": EDITORS,
        }
    ],
    "backlinks": [],
    "citations": [{"relation": {"value": "rests-on", "label": "Rests on"}, "passage": PASSAGE}],
    "gaps": [
        {
            "reference": "ICS18-G01",
            "title": "Title of ICS18-G01",
            "url": "https://ics.example/api/v1/gaps/ICS18-G01",
            "html_url": "https://ics.example/gaps/ICS18-G01/",
        }
    ],
    "report": {
        **ARTICLE,
        "slug": "report-ics18",
        "title": "Report ICS18",
        "byline": "A publisher",
        "published_at": "",
        "url": "https://ics.example/api/v1/sources/report-ics18",
        "html_url": "https://ics.example/sources/report-ics18/",
    },
    "forms": {
        form: f"https://ics.example/recommendations/ICS18-R02.{form}"
        for form in ("docx", "pdf", "json", "md", "ris", "bib", "csl.json")
    },
    "licence": {"name": "CC BY 4.0", "url": "https://creativecommons.org/licenses/by/4.0/"},
    "knowledge_date": "2026-07-02",
}
