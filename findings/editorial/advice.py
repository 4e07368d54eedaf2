"""Advice to editors on a record, from its row: never a command, and nothing but plain values.

Each piece of advice says what it is about, so that an editor can overrule it with a reason, and
it comes back when what it was about has changed.
"""

import datetime
import re
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz import fuzz

from findings.formats import signs
from findings.texts import alphabets, markdown, pasted, recommending

LONGEST_SENTENCE = 35
OLD_AFTER = {"year": datetime.timedelta(days=365), "bill": datetime.timedelta(days=90)}
# Per cent of the words of two records that are alike (rapidfuzz, token set), from which on an
# editor should look at both.
ALIKE = 75
LONGER = ("body", *recommending.NAMES)
TEXTS = ("title", "summary", *LONGER)
SHOWN = (*TEXTS, "short_title", "brief_line", "speaker_note")
ACTORS = re.compile(
    r"\b(boards?|chairs?|chief executives?|directors?|managers?|leads?|leaders?|partners?|teams?|"
    r"councils?|trusts?|authors?|organisations?|you|we|whoever)\b",
    re.IGNORECASE,
)
TWO_ACTIONS = re.compile(
    r"\b(in addition|as well as this|separately|at the same time|and also|secondly)\b",
    re.IGNORECASE,
)
ACRONYM = re.compile(r"\b[A-Z][A-Z&]+[A-Z]s?\b|\b[A-Z]{2}s?\b")
# What every reader of this site knows.
KNOWN = {"NHS", "GP", "UK"}
EMPTY_LINKS = {"here", "click here", "link", "this link", "more", "read more", "this page"}
LINKS = re.compile(r"\[([^\]]*)\]\(([^)\s]+)[^)]*\)")
HEADINGS = re.compile(r"^(#{1,6})\s", re.MULTILINE)
SENTENCES = re.compile(r"(?<=[.!?])\s+|\n+")
OPPOSED = [
    ({"more", "increase", "add", "widen", "raise"}, {"less", "fewer", "reduce", "cut", "narrow"}),
    ({"start", "begin", "open", "spread"}, {"stop", "end", "close"}),
    ({"always", "must", "should"}, {"never", "avoid", "don’t", "don't"}),
    ({"central", "centrally", "centralise"}, {"local", "locally", "devolve"}),
    ({"before"}, {"after"}),
]


@dataclass(frozen=True)
class Advice:
    """`code` names the rule, `about` what it stumbled over, `field` where."""

    code: str
    field: str
    sentence: str
    about: str = ""


def advice_on(row, kind, *, acronyms=frozenset(), others=(), today):
    """[Advice] on a record's `row`. `acronyms` are those that the glossary explains; `others`
    the rows of the other records of its kind."""
    return [
        *on_action(row, kind),
        *on_words(row, acronyms),
        *on_evidence(row, today),
        *on_body(row),
        *on_lists(row),
        *on_signs(row),
        *on_others(row, others),
    ]


def on_action(row, kind):
    if kind != "recommendation":
        return
    action = row["action"]
    if not ACTORS.search(action):
        yield Advice("nobody-acts", "action", "Nobody is named who acts: say who.", action)
    if joined := TWO_ACTIONS.search(action):
        text = f"“{joined.group()}” may join two actions: give each a record of its own."
        yield Advice("two-actions", "action", text, joined.group())


def on_words(row, acronyms):
    seen = set()
    for field in TEXTS:
        text = markdown.plain(row[field])
        for sentence in SENTENCES.split(text):
            length = len(sentence.split())
            if length > LONGEST_SENTENCE:
                said = f"A sentence of {length} words: “{sentence[:60]}…”. Make two of it."
                yield Advice("long-sentence", field, said, sentence)
        for acronym in ACRONYM.findall(text):
            single = acronym.removesuffix("s")
            if single in KNOWN | acronyms or single in seen or f"({single})" in text:
                continue
            seen.add(single)
            said = f"“{acronym}” is explained neither here nor in the glossary."
            yield Advice("acronym", field, said, single)


def on_evidence(row, today):
    if row["trail"] != "own" and not row["citations"]:
        yield Advice("no-citation", "citations", "It cites nothing, and isn’t marked as our own.")
    if not row["verdicts"]:
        yield Advice("no-verdict", "verdicts", "It isn’t said whether the record still holds.")
        return
    as_of, fresh_for = max(map(known, row["verdicts"]))
    if not as_of:
        yield Advice("never-checked", "verdicts", "No verdict says when somebody looked.")
    elif today - (day := datetime.date.fromisoformat(as_of)) > OLD_AFTER[fresh_for]:
        said = f"The verdict is as of {day:%-d %B %Y}, and may be out of date."
        yield Advice("old-verdict", "verdicts", said, as_of)


def known(verdict):
    """As of which day a verdict speaks, and for how long it is fresh."""
    day = verdict.get("as_of") or verdict["checked"] or ""
    return day, verdict.get("fresh_for") or "year"


def on_body(row):
    levels = [len(marks) for marks in HEADINGS.findall(row["body"])]
    for before, after in pairwise(levels):
        if after > before + 1:
            said = "A heading skips a level. Readers get the next one down."
            yield Advice("heading-jump", "body", said, f"{before}-{after}")
    for words, url in LINKS.findall(row["body"]):
        if words.strip().casefold() in EMPTY_LINKS or words.strip() == url:
            said = f"The link “{words}” doesn’t say where it leads."
            yield Advice("bare-link", "body", said, words)


def on_lists(row):
    for field in LONGER:
        for what in pasted.lost_lists(row[field]):
            said = f"{what} make no list: begin each point with “-” or “1.” on a line of its own."
            yield Advice("lost-list", field, said, row[field])


def on_signs(row):
    said = {**{field: row.get(field, "") for field in SHOWN}, **beside(row)}
    for field, text in said.items():
        if lost := signs.lacking(text):
            sentence = (
                f"No font of ours has {signs.named(lost)}: "
                "a PDF shows a mark in its place, and Word may show a box."
            )
            yield Advice("no-glyph", field, sentence, "".join(lost))
        if found := alphabets.stray(text):
            yield Advice("other-alphabet", field, alphabets.said(found), found[0])


def beside(row):
    """{field: the texts of the smaller rows that readers get on paper}"""
    texts = {"verdicts": "reason", "notes": "text", "roles": "reason", "links": "reason"}
    return {
        field: " ".join(each.get(key, "") for each in row.get(field) or [])
        for field, key in texts.items()
    }


def on_others(row, others):
    mine = gist(row)
    for other in others:
        alike = round(fuzz.token_set_ratio(mine, gist(other)))
        if alike < ALIKE:
            continue
        name = f"{other['reference']} “{other['title']}”"
        if pair := opposed(row, other):
            said = f"It may contradict {name}: this says “{pair[0]}”, that says “{pair[1]}”."
            yield Advice("contradiction", "title", said, f"{other['reference']} {pair}")
        else:
            said = f"{alike} per cent of its words are alike to {name}. Is it the same?"
            yield Advice("duplicate", "title", said, f"{other['reference']} {alike}")


def gist(row):
    return f"{row['title']} {row['summary']}".casefold()


def opposed(row, other):
    """A pair of opposed words of which each record's title and summary holds one, or None."""
    mine, theirs = words(row), words(other)
    for pair in OPPOSED:
        for here, there in (pair, pair[::-1]):
            said, denied = here & mine - theirs, there & theirs - mine
            if said and denied:
                return min(said), min(denied)
    return None


def words(row):
    return set(re.findall(r"[\w’']+", gist(row)))
