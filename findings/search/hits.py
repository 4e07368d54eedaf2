"""Why a record matches: its title and the best part of its text, with what matches marked."""

from dataclasses import dataclass

from findings.fulltext import words
from findings.texts import markdown

# Beside the snippet: a record that matches in many places need not list them all.
MOST_PLACES = 2


@dataclass(frozen=True)
class Hit:
    """A record of a list. Texts are pieces: [(piece, does it match), ...].

    `place` says where `text` stands, and is empty for the summary. `also` shows, in the same
    way, words that neither title nor text shows: [(place, pieces), ...].
    """

    record: object
    title: list
    text: list
    place: str = ""
    also: tuple = ()


def hit(record, wanted):
    """The Hit for a record that matches `wanted`; unmarked when nothing is wanted."""
    # A reference is sought among references, not in texts.
    clauses = () if wanted.names_records else wanted.clauses
    title = words.marked(record.title, clauses)
    if not clauses:
        return Hit(record, title, plain(record.summary))
    texts = [(place, text, words.stems(text)) for place, text in texts_of(record) if text]
    place, text, stems = max(texts, key=lambda each: held(clauses, each[2]), default=("", "", ()))
    if not held(clauses, stems):
        return Hit(record, title, plain(record.summary))
    shown = words.snippet(text, clauses)
    seen = words.stems(f"{record.title} {joined(shown)}")
    unseen = [clause for clause in clauses if not clause.stands_in(seen)]
    return Hit(record, title, shown, place, tuple(elsewhere(unseen, texts)))


def texts_of(record):
    """[(where it stands, text), ...] of all that search reads below the title."""
    yield "", record.summary
    yield "In the text", markdown.plain(record.body)
    for each, text in record.long_texts:
        yield each.heading, markdown.plain(text)
    for note in record.notes.all():
        yield f"For {note.audience.name}", note.text
    yield "In a few words", f"{record.short_title}. {record.brief_line}".strip()
    yield "Who says so", record.speaker_note
    for verdict in record.verdicts.all():
        yield "Does it still hold?", verdict.reason
    for theme in record.themes.all():
        yield "Theme", theme.name
    for event in record.developments.all():
        yield "Since then", event.title
    for cited in dict.fromkeys(each.passage.source.title for each in record.citations.all()):
        yield "Cites", cited


def elsewhere(clauses, texts):
    """Where `clauses` stand, one place for each until all are shown, or enough are."""
    found = []
    for place, text, stems in texts:
        here = [clause for clause in clauses if clause.stands_in(stems)]
        if here and len(found) < MOST_PLACES:
            found.append((place or "Summary", words.snippet(text, here, length=120)))
            clauses = [clause for clause in clauses if clause not in here]
    return found


def held(clauses, stems):
    return sum(clause.stands_in(stems) for clause in clauses)


def plain(text):
    return [(text, False)] if text else []


def joined(pieces):
    return "".join(piece for piece, _ in pieces)
