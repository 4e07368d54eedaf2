"""The first of many records, with the number of all and the list that has them."""

from itertools import chain, islice


class Excerpt(list):
    """The records shown; `count` is how many there are, `url` leads to a list with all of them,
    which holds `listed`."""

    def __init__(self, records, count, query):
        super().__init__(records)
        self.count = count
        self.query = query

    def but(self, records):
        """The same with its records in another order."""
        return Excerpt(records, self.count, self.query)

    @property
    def left(self):
        return self.count - len(self)

    @property
    def url(self):
        return self.query.url

    @property
    def listed(self):
        return self.query.count


def cut(query, most, first=(), among=None):
    """(primary keys of at most `most` of what `query` finds, how many it finds): the bits `first`
    in turn before the rest, all in reading order; of the bits `among` alone."""
    maps = query.bitmaps
    found = query.bits() if among is None else query.bits() & among
    groups, rest = [], found
    for bits in first:
        groups.append(maps.named(rest & bits))
        rest &= ~bits
    return list(islice(chain(*groups, maps.named(rest)), most)), found.bit_count()
