"""Slides of an audience and of a board paper: one claim each, in the words of the other forms."""

from dataclasses import replace

from findings.asking.front import ASKS
from findings.asking.sentences import in_words
from findings.formats import colours
from findings.formats.deck import Deck, Slide
from findings.formats.document import PLAIN
from findings.imprint import EDITORS, LICENCE, SITE
from findings.texts.days import spell

from . import closing, marks, papers, sources
from .briefs import OURS, WHAT

# Slides of a paper, with the first and the last.
MOST = 12
LOOK = "Look again before you rely on this: verdicts change"
CHECK = "Check whether it still holds:"


def audience_deck(brief, claims, address, terms, day):
    """`claims` are represented records; `address` is where the same is read on the site."""
    questions = [each.text for each in brief.questions]
    number = in_words(len(questions)).capitalize()
    known = closing.knowledge(terms)
    opening = Slide(
        brief.audience.hook,
        lines=[f"{WHAT}, and what still holds."],
        label=f"{SITE} · For {brief.audience.name}",
        foot=address,
        url=address,
        notes=[known, OURS, address],
    )
    last = Slide(
        f"{number} questions to ask in the room" if len(questions) > 1 else "Ask in the room",
        lines=questions or [f"{brief.holds} {brief.checked}"],
        foot=f"{OURS} {address}",
        url=address,
        notes=[brief.holds, brief.checked, known],
    )
    return Deck(
        brief.audience.hook,
        apart([opening, *(claim(record, terms) for record in claims), last]),
        day,
        EDITORS,
        colours.AUDIENCES.get(brief.audience.slug, PLAIN),
    )


def claim(record, terms):
    """A represented record as a slide."""
    verdict, url = record["verdict"], record["html_url"]
    held = marks.held(verdict["sentence"])
    rests_on = "".join(map(textual, sources.joined(map(sources.shortly, record["citations"]))))
    version = record["version"]
    return Slide(
        record["title"],
        lines=marks.lead(record)[:1] or [record["brief_line"] or record["summary"]],
        verdict=(verdict["value"], verdict["label"], beside(verdict["sentence"])),
        label=f"{marks.name(record)} · {record['trail']['label']}",
        foot=f"{marks.says_so(record)}. {CHECK} {url}",
        url=url,
        notes=[
            record["summary"],
            f"Does it still hold? {held} {verdict['reason']}",
            f"Who says so: {marks.says_so(record)}. {record['trail']['label']}.",
            f"What it rests on: {rests_on}." if rests_on else "",
            f"Version {version['number']}, {sources.said(version['date'])}." if version else "",
            closing.knowledge(terms),
            f"{CHECK} {url}",
        ],
    )


def beside(sentence):
    """What is said after the word of the verdict: "as of 2 July 2026; under review since …" """
    word, apart, rest = sentence.partition(", ")
    return rest if apart else word.partition("; ")[2]


def textual(part):
    return part if isinstance(part, str) else part.text


def paper_deck(paper, entries, frame):
    """The records of a board paper in its order, the first of them where it holds many."""
    shown = entries[: MOST - 2]
    title = paper.title or papers.UNTITLED
    opening = Slide(
        title,
        lines=[papers.says_on(frame.day), *asked(paper.front.asks)],
        label="Board paper",
        foot=f"{SITE}. Texts under {LICENCE}.",
        notes=[frame.knowledge, *(f"{label}: {text}" for label, text in paper.front.head)],
    )
    more = f"The paper holds {len(entries)} records; the first {len(shown)} are on slides."
    last = Slide(
        LOOK,
        lines=[frame.knowledge, *([more] if len(entries) > len(shown) else [])],
        foot="Open this paper again",
        url=frame.address,
        notes=[papers.TYPED, frame.address],
    )
    slides = [opening, *(entry_slide(entry, frame) for entry in shown), last]
    return Deck(title, apart(slides), frame.day, f"Put together on {SITE}")


def asked(asks):
    return [f"{ASKS.label}: {'; '.join(asks)}"] if asks else []


def entry_slide(entry, frame):
    """A record of a paper; of one whose text is gone, what is said in its place."""
    edition, place = entry.edition, entry.place
    cautions = [f"{each.label} {each.text}" for each in entry.cautions]
    url = frame.root + entry.record.get_absolute_url()
    typed = [f"{label}: {text}" for label, text in papers.typed(entry)]
    if edition is None:
        return Slide(entry.heading, cautions, foot=url, url=url, notes=[*cautions, *typed])
    standing = entry.record.standing
    return Slide(
        entry.heading,
        lines=[edition.summary, *typed[:1]],
        verdict=(entry.tone, standing.word.label, beside(standing.sentence)),
        label=f"{entry.record.kind_word.label} {place.reference} · {edition.trail.label}",
        foot=f"{edition.speaker}. {CHECK} {url}",
        url=url,
        notes=[
            edition.summary,
            *typed,
            f"Does it still hold? {papers.held(standing)}",
            *cautions,
            f"Who says so: {edition.speaker}. {edition.trail.label}.",
            *(f"{cited}." for cited in map(str, edition.citations)),
            papers.version_of(entry),
            f"{frame.knowledge} {spell(frame.day)}. {CHECK} {url}",
        ],
    )


def apart(slides):
    """The slides with titles that nobody takes for each other: the same words bear a number."""
    seen, named = {}, []
    for slide in slides:
        seen[slide.title] = number = seen.get(slide.title, 0) + 1
        named.append(slide if number == 1 else replace(slide, title=f"{slide.title} ({number})"))
    return named
