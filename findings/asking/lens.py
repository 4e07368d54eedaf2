"""Who is asking, and what of a record is told to them first.

Whoever chose an audience reads what a record asks of it before what it says to everybody; whoever
chose a role reads why the record is for that role. All of it stands in the record already.
"""

from dataclasses import dataclass
from urllib.parse import urlencode

# What a record must have been prepared with.
PREPARED = ("addressings__audience", "notes__audience", "role_readings")


@dataclass(frozen=True)
class Lens:
    """`audiences` and `roles` hold what was chosen, as the address has it."""

    audiences: tuple = ()
    roles: tuple = ()

    @classmethod
    def of(cls, query):
        return cls(query.narrowed.get("audience", ()), query.narrowed.get("role", ()))

    @property
    def string(self):
        """The same as parameters of an address: "audience=housing&role=director"."""
        chosen = [("audience", each) for each in self.audiences]
        return urlencode([*chosen, *(("role", each) for each in self.roles)])

    def __bool__(self):
        return bool(self.audiences or self.roles)

    def prepare(self, records):
        """The QuerySet with all that is read here, in a constant number of queries."""
        return records.prefetch_related(*PREPARED) if self else records

    def asks(self, record):
        """What it asks of the audiences chosen: the notes for them."""
        if not self.audiences:
            return []
        return [each for each in record.notes.all() if each.audience.slug in self.audiences]

    def reasons(self, record):
        """Why it is for the roles chosen: the readings of them."""
        if not self.roles:
            return []
        return [each for each in record.role_readings.all() if each.role in self.roles]

    def is_for_every_role(self, record):
        return bool(self.roles) and not record.role_readings.all()

    def names(self, record):
        """Does its source name one of the audiences chosen?"""
        return any(
            each.is_named and each.audience.slug in self.audiences
            for each in record.addressings.all()
        )

    def text(self, record):
        """The text that leads: what it asks, with the audience where there are several, or the
        summary where it asks nothing."""
        asks = self.asks(record)
        if len(self.audiences) == 1:
            texts = [each.text for each in asks]
        else:
            texts = [f"{each.audience.name}: {each.text}" for each in asks]
        return " ".join(texts) or record.summary


# Nobody in particular asks.
ANYBODY = Lens()
