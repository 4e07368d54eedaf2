"""What the search of each release scored, kept in a file beside the judged queries."""

import yaml
from django.conf import settings

from . import workbench

PATH = settings.CONTENT_DIR / "search" / "scores.yaml"


def kept(path=PATH):
    """[{release, on, scores: {group: mean}}, ...], the first release first."""
    return yaml.safe_load(path.read_text(encoding="utf-8")) or []


def keep(release, day, path=PATH):
    """Put what the search scores now below the others, in place of what this release had."""
    _, judged = workbench.standing()
    scores = workbench.scores(zip(judged, judged, strict=True))
    row = {
        "release": release,
        "on": day,
        "scores": {each.group: round(each.after, 3) for each in scores},
    }
    rows = [*(each for each in kept(path) if each["release"] != release), row]
    text = yaml.safe_dump(rows, sort_keys=False, allow_unicode=True)
    path.write_text(text, encoding="utf-8")


def as_rows(queries):
    """The editors' own judged queries as the file of the judged ones holds them."""
    rows = {
        "judged": [
            {
                "query": each.words,
                "need": each.need,
                "type": each.TYPE,
                "split": "tune",
                "grades": each.graded,
            }
            for each in queries
            if each.graded
        ],
        "nothing": [{"query": each.words, "split": "tune"} for each in queries if not each.graded],
    }
    return yaml.safe_dump(rows, sort_keys=False, allow_unicode=True)
