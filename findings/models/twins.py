"""Rows that look the same to a reader: case, accents, blanks, hyphens, stops, letters of another
alphabet and what nobody sees don’t part them. One fold says so, on either database alike."""

import re
import unicodedata
from functools import lru_cache

from django.core.exceptions import ValidationError
from django.db import models

from findings.fulltext.spelling import DASHES, UNSEEN
from findings.texts import alphabets

from .sound import every

LOOSE = re.compile(r"[\s\-_.,;:!?'’‘\"“”()\[\]/·…]+")
UNCOUNTED = {"Mn", "Cf"}


@lru_cache(20_000)
def folded(text):
    """A text as the eye takes it; of several lines, whatever their order."""
    return tuple(sorted(filter(None, map(folded_line, text.splitlines()))))


def folded_line(line):
    return LOOSE.sub(between_figures, plain(line))


def between_figures(found):
    """What tells numbers apart, 2.5 and 25; nothing elsewhere."""
    before, after = found.string[: found.start()][-1:], found.string[found.end() :][:1]
    is_telling = before.isdecimal() and after.isdecimal()
    return "".join(found.group().split()) or " " if is_telling else ""


def plain(line):
    """A line without what no eye tells apart, or few do: case, accents, alphabets."""
    line = DASHES.sub("-", UNSEEN.sub("", line)).translate(alphabets.AS_OURS)
    letters = unicodedata.normalize("NFKD", line).casefold().replace("&", " and ")
    return "".join(each for each in letters if unicodedata.category(each) not in UNCOUNTED)


class Distinct(models.Model):
    """A row of which no other looks the same."""

    # The columns that tell its rows apart; the first is the one to be mended.
    NAMED = ("name",)
    # What to do where two are not the same all the same.
    WAY_OUT = ""

    class Meta:
        abstract = True

    def clean(self):
        refuse_twins([self])

    def unique_error_message(self, model_class, unique_check):
        if len(unique_check) > 1:
            return super().unique_error_message(model_class, unique_check)
        return ValidationError(already(self, unique_check[0]), "unique")

    @classmethod
    def sign(cls, values):
        """What two rows that look the same share, of the values of NAMED."""
        return sign(values)


def sign(values):
    """The values as the eye takes them."""
    return tuple(folded(value) if isinstance(value, str) else value for value in values)


def refuse_twins(things):
    """Raises a ValidationError where one of these looks like another, or like what is stored."""
    model = type(things[0])
    keys = [thing.pk for thing in things if thing.pk]
    stored = every(model).exclude(pk__in=keys).values_list(*model.NAMED)
    taken = {model.sign(values): values[0] for values in stored}
    for thing in things:
        values = [model._meta.get_field(name).value_from_object(thing) for name in model.NAMED]
        sign = model.sign(values)
        if found := alphabets.stray(values[0]):
            raise ValidationError({model.NAMED[0]: alphabets.said(found)})
        if sign in taken:
            said = already(thing, model.NAMED[0], taken[sign])
            raise ValidationError({model.NAMED[0]: f"{said} {model.WAY_OUT}".strip()})
        taken[sign] = values[0]


def already(thing, name, twin=""):
    opts = thing._meta
    quoted = f": “{', '.join(twin.splitlines())}”" if twin else ""
    label = opts.get_field(name).verbose_name
    return f"There is a {opts.verbose_name} with {these(label)} already{quoted}."


def these(label):
    return f"these {label}" if label.endswith("s") else f"this {label}"
