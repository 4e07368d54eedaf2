"""The three questions: where somebody leads, in which role, what the next meeting is about.

The answers stand in the address, by the same names as in a list: `?audience=&role=&theme=`. Any
of them may be left open.
"""

from dataclasses import dataclass, field, replace
from urllib.parse import urlencode

from findings.asking.facets import BY_KEY
from findings.asking.lens import Lens
from findings.asking.parameters import MOST_UNKNOWN, fold_names, read_values
from findings.asking.sentences import reader

QUESTIONS = ("audience", "role", "theme")


@dataclass(frozen=True)
class Answers:
    """{question: value} of those given, in the order of QUESTIONS."""

    given: dict = field(default_factory=dict)
    unknown: tuple = ()
    # {question: [(value, label), ...]}, read once.
    choices: dict = field(default_factory=dict, repr=False)

    @classmethod
    def parse(cls, params):
        """The Answers in `params`, a QueryDict. Ignores what it doesn't know; the first counts."""
        params = fold_names(params)
        choices = {key: BY_KEY[key].choices() for key in QUESTIONS}
        given, unknown = {}, []
        for key in QUESTIONS:
            values, strange = read_values(BY_KEY[key], params, choices[key])
            unknown += strange
            if values:
                given[key] = values[0]
        return cls(given, tuple(unknown[:MOST_UNKNOWN]), choices)

    @property
    def audience(self):
        return self.given.get("audience", "")

    @property
    def role(self):
        return self.given.get("role", "")

    @property
    def theme(self):
        return self.given.get("theme", "")

    @property
    def is_whole(self):
        return len(self.given) == len(QUESTIONS)

    @property
    def lens(self):
        return Lens(*((value,) if value else () for value in (self.audience, self.role)))

    @property
    def string(self):
        return urlencode(self.given)

    @property
    def suffix(self):
        return f"?{self.string}" if self.given else ""

    def choosing(self, key, value):
        """The same with this answer in the place of another, or without it."""
        given = {**self.given, key: value}
        return replace(self, given={key: given[key] for key in QUESTIONS if given.get(key)})

    def label(self, key):
        return dict(self.choices[key]).get(self.given.get(key), "")

    @property
    def reader(self):
        """ "directors in housing" """
        role = BY_KEY["role"].words(self.role).plural if self.role else ""
        return reader(role, self.label("audience"))
