"""Whether a record holds: the verdict in a box, what is behind it, and what was said before."""

from findings.formats.document import Bullets, Heading, Note, Paragraph
from findings.texts import phrases
from findings.vocabulary import Unjudged, Verdict

from . import marks, sources
from .sources import said

JUDGEMENT = "It is the editors’ judgement."


def section(record):
    verdict = record["verdict"]
    heading = "Did it hold on that day?" if record["as_at"] else "Does it still hold?"
    others = [sources.development(each) for each in record["other_developments"]]
    return [
        Heading(1, heading),
        note(verdict),
        Paragraph(meaning(verdict, record["trail"]["value"]), style="small"),
        *review(verdict),
        *behind(verdict),
        *listed("Other events that touch it", others),
        *earlier(record["earlier_verdicts"]),
    ]


def note(verdict):
    looked = verdict["checked"] if verdict["checked"] != verdict["as_of"] else None
    seen = f" Looked at {said(looked)}." if looked else ""
    since = f" From {said(verdict['effective'])}." if verdict["effective"] else ""
    # The sentence says in passing when somebody looked; here that is one of its own.
    judged = verdict["sentence"].replace(f", looked at {said(looked)}", "")
    label = f"{marks.held(judged)}{seen}{since}"
    return Note(verdict["reason"], label=label, tone=verdict["value"])


def meaning(verdict, trail):
    """What the word means, where an editor gave it; that nothing is known is its own reason."""
    if verdict["value"] == Unjudged.AS_PUBLISHED:
        return ""
    return f"{Verdict(verdict['value']).meaning_of(trail)} {JUDGEMENT}"


def review(verdict):
    doubt = verdict["under_review"]
    if doubt is None:
        return []
    label = f"Under review since {said(doubt['since'])}."
    return [Note([phrases.IN_DOUBT, *cause_of(doubt["because"])], label=label)]


def cause_of(event):
    if event is None:
        return []
    when, title, to_come = sources.development(event)
    status = to_come.strip(" ()")
    day = ", ".join(part for part in (when.removesuffix(": "), status) if part)
    return [" The cause: ", title, f" ({day})."]


def behind(verdict):
    lines = [sources.development(each) for each in verdict["developments"]]
    lines += [sources.citation(each) for each in verdict["citations"]]
    return listed("Behind this verdict", lines)


def earlier(verdicts):
    return listed("Earlier verdicts", [spell(verdict) for verdict in verdicts])


def spell(verdict):
    """ "Stands, checked 2 July 2026. From 1 July 2022. The reason." """
    return f"{dated(verdict)} {verdict['reason']}"


def dated(verdict):
    """ "Stands, as of 2 July 2026, looked at 28 November 2026. From 1 July 2022." """
    as_of, looked = verdict["as_of"], verdict["checked"]
    days = [
        f"as of {said(as_of)}" if as_of else "",
        f"looked at {said(looked)}" if looked != as_of else "",
    ]
    since = f" From {said(verdict['effective'])}." if verdict["effective"] else ""
    return f"{', '.join(part for part in (verdict['label'], *days) if part)}.{since}"


def listed(heading, lines):
    return [Heading(2, heading), Bullets(lines)] if lines else []
