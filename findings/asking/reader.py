"""Who reads a record, where the address says it: kept from the list or the audience page."""

from dataclasses import dataclass

from findings.asking.lens import Lens
from findings.asking.sentences import reader
from findings.vocabulary import Role


@dataclass(frozen=True)
class Reader:
    """`audience` is one that the record is addressed to, or None; `asks` and `reasons` are what
    the record says to them."""

    lens: Lens
    audience: object
    role: Role | None
    asks: list
    reasons: list

    @property
    def reader(self):
        """ "directors in housing" """
        return reader(self.role.plural if self.role else "", self.audience and self.audience.name)

    @property
    def string(self):
        return self.lens.string


def reader_of(params, record):
    """The Reader in `params`. What isn't known or can't be read is passed over."""
    slug, role = params.get("audience", ""), role_in(params)
    addressed = (each.audience for each in record.addressings.all())
    audience = next((each for each in addressed if each.slug == slug), None)
    lens = Lens((slug,) if audience else (), (role.value,) if role else ())
    return Reader(lens, audience, role, lens.asks(record), lens.reasons(record))


def role_in(params):
    """The first role that `params` names, or None."""
    known = {role.value: role for role in Role}
    values = (text.strip().lower() for text in params.getlist("role"))
    return next((known[value] for value in values if value in known), None)
