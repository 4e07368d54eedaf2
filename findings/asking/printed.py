"""The day on which a paper was printed: `?printed=2026-12-04`, as its code says it."""

from dataclasses import dataclass

from findings.texts.days import EARLIEST, parse, spell
from findings.texts.lines import shorten

KEY = "printed"


@dataclass(frozen=True)
class Printed:
    """The day, or None where none was asked for. What is no such day is a fault, and is held as
    typed."""

    day: object = None
    typed: str = ""
    fault: str = ""

    @classmethod
    def read(cls, params, today):
        """The Printed in `params`, a QueryDict. Never fails."""
        typed = shorten(params.get(KEY, "").strip())
        day = parse(typed)
        if not typed:
            return cls()
        if day is None:
            fault = f"We can’t read “{typed}” as a day of printing. Write it like 2026-12-04."
        elif day > today:
            fault = f"{spell(day)} is still to come, so nothing was printed then."
        elif day < EARLIEST:
            fault = f"{spell(day)} is too early: we know of nothing before {EARLIEST.year}."
        else:
            return cls(day, typed)
        return cls(typed=typed, fault=fault)

    @property
    def text(self):
        """How it is written in an address; what is a fault stays, so that it can be said."""
        return self.day.isoformat() if self.day else self.typed


NEVER = Printed()
