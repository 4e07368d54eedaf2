"""A query as a sentence: "6 findings for housing about governance"."""

from django.utils.text import get_text_list

from findings.vocabulary import Addressed, Kind

# After noun and reader, in this order: facet and preposition.
PREPOSITIONS = [
    ("theme", "about"),
    ("speaker", "said by"),
    ("trail", "marked as"),
    ("verdict", "with the verdict"),
    ("source", "from"),
]


NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def asked(query, count):
    """What `query` asks and that `count` records answer it."""
    parts = [f"{count:,}" if count else "No", noun(query, count), whom(query, count)]
    parts += [
        f"{preposition} {spell_list(lowered(query, key))}"
        for key, preposition in PREPOSITIONS
        if query.narrowed.get(key)
    ]
    if query.wanted:
        parts.append(f"matching “{query.wanted.shown}”")
    if query.as_at:
        parts.append(f"as at {query.as_at.spelt}")
    return " ".join(part for part in parts if part)


def noun(query, count):
    kinds = [Kind(value) for value in query.narrowed.get("kind", ())]
    names = [kind.label if count == 1 else kind.plural for kind in kinds]
    return spell_list([name.lower() for name in names]) or ("record" if count == 1 else "records")


def whom(query, count):
    """ "for directors in housing", "that name councils" """
    roles = spell_list(lowered(query, "role"))
    names = spell_list([spoken(label) for label in query.labels("audience")])
    manner = query.narrowed.get("addressed", ())
    if manner == (Addressed.NAMED,):
        named = f"that {'names' if count == 1 else 'name'} {names or 'an audience'}"
        return f"for {roles} {named}" if roles else named
    reader = " in ".join(part for part in (roles, names) if part)
    if manner == (Addressed.ALL,):
        return f"for {reader} as for all readers" if reader else "addressed to all readers"
    return f"for {reader}" if reader else ""


def spoken(name):
    """An audience as one speaks of it: "the NHS", "the voluntary and community sector"."""
    if name.isupper():
        return f"the {name}"
    lowered = lower_first(name)
    return f"the {lowered} sector" if " and " in name else lowered


def reader(role, audience):
    """ "directors in housing", "leaders in the NHS", "leaders": of names that may be empty."""
    who = lower_first(role) if role else "leaders"
    return f"{who} in {spoken(audience)}" if audience else who


def in_words(number):
    """A number as it stands at the start of a sentence or within one: "seven", "31"."""
    return NUMBERS[number] if number < len(NUMBERS) else f"{number:,}"


def lowered(query, key):
    """The labels as they stand inside a sentence; the title of a report keeps its capital."""
    labels = query.labels(key)
    return labels if key == "source" else [lower_first(label) for label in labels]


def lower_first(label):
    """In the middle of a sentence; a word that has more capitals, as NHS, keeps them."""
    word = label.partition(" ")[0]
    return label if word[1:] != word[1:].lower() else label[:1].lower() + label[1:]


def spell_list(words):
    """ "a, b or c"."""
    return get_text_list(words, "or")


def ended(text):
    """The text as a sentence: with a full stop, unless it ends already."""
    return text if text.endswith((".", "?", "!", "…")) else f"{text}."
