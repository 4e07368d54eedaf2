"""Small sets of fixtures for tests of loading, written to a folder as YAML."""

import copy

import yaml

# An invented second report: nothing of it exists, so nothing of it can be in the real texts.
INVENTED = {
    "sources": [
        {
            "title": "Leading in the lighthouse service",
            "description": "An invented report.",
            "byline": "The Lighthouse Review",
            "slug": "lighthouse",
            "published": "May 2024",
            "extent": "full",
            "report_code": "LHR24",
            "passages": [{"locator": "P1", "paraphrase": "Keepers meet."}, {"locator": "P2"}],
        }
    ],
    "themes": [{"name": "Fog", "description": "Seeing through it.", "slug": "fog"}],
    "audiences": [
        {
            "name": "Keepers",
            "hook": "You keep the light.",
            "orientation": "You are named once.",
            "slug": "keepers",
            "questions": ["Who trims the wick?", "Who is awake?"],
            "changes": [{"text": "The lamp went electric.", "developments": ["electric-lamp"]}],
        }
    ],
    "findings": [
        {
            "title": "Keepers talk across the water",
            "short_title": "Talk across water",
            "summary": "Keepers of neighbouring lights talk daily.",
            "body": "First paragraph.\n\nSecond paragraph.",
            "reference": "LHR24-F01",
            "source": "lighthouse",
            "themes": ["fog"],
            "audiences": [
                {
                    "audience": "keepers",
                    "addressed": "named",
                    "source": "lighthouse",
                    "passage": "P1",
                }
            ],
            "speaker": "leaders",
            "trail": "stated",
            "claims": ["L1", "L2"],
            "citations": [{"source": "lighthouse", "passage": "P1", "relation": "rests-on"}],
            "verdicts": [
                {
                    "verdict": "partly-overtaken",
                    "effective": "2025-01-01",
                    "checked": "2026-01-01",
                    "reason": "The lamp is electric now.",
                    "developments": ["electric-lamp"],
                }
            ],
        }
    ],
    "recommendations": [
        {
            "title": "Ring the next light before the fog",
            "short_title": "Ring before the fog",
            "summary": "One call before the weather turns.",
            "body": "Because fog comes fast.",
            "action": "The keeper rings at noon.",
            "measure": "No ship asks twice.",
            "reference": "LHR24-R01",
            "source": "lighthouse",
            "audiences": [{"audience": "keepers", "addressed": "all"}],
            "speaker": "editors",
            "trail": "own",
            "verdicts": [{"verdict": "not-checked", "reason": "Nobody has tried."}],
            "links": [{"relation": "rests-on", "record": "LHR24-F01"}],
            "notes": [{"audience": "keepers", "text": "Keep the number by the lamp."}],
        }
    ],
    "developments": [
        {
            "title": "The lamp is electric",
            "summary": "Oil was given up.",
            "slug": "electric-lamp",
            "date": "2025-01-01",
            "precision": "day",
            "status": "happened",
            "citations": [{"source": "lighthouse", "passage": "P2", "relation": "rests-on"}],
            "bears_on": ["LHR24-F01"],
        }
    ],
}


def invented():
    return copy.deepcopy(INVENTED)


def write(folder, rows):
    """Write {noun: [row, ...]} as one YAML file a noun; returns the folder."""
    folder.mkdir(exist_ok=True)
    for noun, some in rows.items():
        (folder / f"{noun}.yaml").write_text(
            yaml.safe_dump(some, allow_unicode=True, sort_keys=False), encoding="utf-8"
        )
    return folder
