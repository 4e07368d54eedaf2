"""Ways in: what a reader may say for what the records say.

The editors' groups and the glossary are ways in alike. What shares a phrase means the same; what
a group "also finds" is found by its phrases, and not the other way round.
"""

from dataclasses import dataclass, field

from findings.fulltext import words


@dataclass(frozen=True)
class Phrase:
    """A phrase as written and as stems."""

    text: str
    stems: tuple


@dataclass
class Meaning:
    """Phrases that mean the same, and those that they also find: {stems: Phrase}."""

    same: dict = field(default_factory=dict)
    finds: dict = field(default_factory=dict)

    def take_in(self, other):
        self.same |= other.same
        self.finds |= other.finds

    def others(self, stems):
        """What this phrase also finds, what means the same first."""
        return [phrase for key, phrase in (self.same | self.finds).items() if key != stems]


def make(groups):
    """{stems of a way in: its Meaning} of [(phrases, also found), ...], each a list of texts."""
    ways = {}
    for same, finds in groups:
        meaning = Meaning(phrases(same), phrases(finds))
        for stems in list(meaning.same):
            if stems in ways and ways[stems] is not meaning:
                meaning.take_in(ways[stems])
        ways |= dict.fromkeys(meaning.same, meaning)
    return ways


def phrases(texts):
    found = {}
    for text in texts:
        if stems := words.stems(words.clean(text)):
            found.setdefault(stems, Phrase(text.strip(), stems))
    return found


def longest(clauses, ways, most):
    """The clauses, from the first on, that make up the longest way in; none if they are none."""
    plain = []
    for clause in clauses[:most]:
        if clause.quoted:
            break
        plain.append(clause.phrases[0][0])
    lengths = range(len(plain), 0, -1)
    return next((clauses[:length] for length in lengths if tuple(plain[:length]) in ways), [])
