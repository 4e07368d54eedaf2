"""In how many published records each stem stands, and how often each word is spelt so.

To count ten thousand records takes a second, and one is changed at a time. So what was counted
is kept, packed, and only what is no longer the same is counted anew.
"""

import zlib
from collections import Counter
from dataclasses import dataclass, field

from findings.fulltext import words
from findings.models import SearchRow


@dataclass(frozen=True)
class Counted:
    """`texts`: {primary key: (hash of its texts, the packed texts)} of what was counted."""

    texts: dict = field(default_factory=dict)
    holding: Counter = field(default_factory=Counter)
    spelt: Counter = field(default_factory=Counter)

    def brought_up(self):
        """The same of this moment."""
        rows = SearchRow.objects.published().values_list("record", "title", "lead", "body", "spelt")
        found = Counted({}, self.holding.copy(), self.spelt.copy())
        for pk, *texts in rows.iterator(chunk_size=500):
            mark, before = hash(tuple(texts)), self.texts.get(pk)
            if before and before[0] == mark:
                found.texts[pk] = before
            else:
                found.texts[pk] = mark, packed(texts)
                found.count(texts)
        for pk, before in self.texts.items():
            if found.texts.get(pk) is not before:
                found.forget(unpacked(before[1]))
        return found

    def count(self, texts):
        stems, spelt = told(texts)
        self.holding.update(stems)
        self.spelt.update(spelt)

    def forget(self, texts):
        for counter, gone in zip((self.holding, self.spelt), told(texts), strict=True):
            counter.subtract(gone)
            for word in set(gone):
                if not counter[word]:
                    del counter[word]


def told(texts):
    """(the stems of a row, each once; its words as they are spelt)"""
    *columns, spelt = texts
    return {*" ".join(columns).split()} - {words.PART}, spelt.split()


def packed(texts):
    return zlib.compress("\0".join(texts).encode(), level=1)


def unpacked(data):
    return zlib.decompress(data).decode().split("\0")
