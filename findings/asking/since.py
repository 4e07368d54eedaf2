"""The day since which a reader wants to know what changed: `?since=2026-06-01`."""

from dataclasses import dataclass

from django.utils.timezone import localdate

from findings.texts.days import parse, spell
from findings.texts.lines import shorten


@dataclass(frozen=True)
class Since:
    """The day asked for, or None for ever. What is no day that has come is a fault, and is held as
    typed."""

    day: object = None
    typed: str = ""
    fault: str = ""

    @classmethod
    def read(cls, params):
        typed = shorten(params.get("since", ""))
        day = parse(typed)
        if typed and day is None:
            fault = f"We can’t read “{typed}” as a day. Write it like 2026-06-01."
            return cls(typed=typed, fault=f"{fault} So you see every change.")
        if day and day > localdate():
            fault = f"{spell(day)} is still to come."
            return cls(typed=typed, fault=f"{fault} So you see every change.")
        return cls(day, typed)

    @property
    def string(self):
        return f"?since={self.day.isoformat()}" if self.day else ""

    @property
    def spelt(self):
        return spell(self.day) if self.day else ""
