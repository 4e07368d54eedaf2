"""The kinds of value in a row: how each is checked, said and stored.

A field knows the keys it has in a row, how to check what is written there (`parse`), how to
say what is stored (`read`) and how to store it (`write`). Fields that need other rows to
exist first are `deferred`: they are written once every row of a load is there.
"""

import datetime
import re

from findings.texts import pasted
from findings.texts.days import written


class Fault(ValueError):
    """Something wrong in a row: `field` says where, as a path such as `citations[2].passage`."""

    def __init__(self, field, message):
        super().__init__(f"{field}: {message}" if field else message)
        self.field = field
        self.message = message

    @property
    def place(self):
        """Where, as a person would say it: “citations 2, passage” for `citations[2].passage`."""
        return in_words(re.sub(r"\[([0-9]+)\]", r" \1", self.field).replace(".", ", "))

    @property
    def told(self):
        """What an editor reads of it."""
        return f"{self.place}: {self.message}" if self.field else self.message

    def under(self, path):
        joined = f"{path}.{self.field}" if self.field else path
        return Fault(joined, self.message)


def in_words(key):
    """The key of a field as a word."""
    return key.replace("_", " ")


class Field:
    """A value under one key, kept in the attribute of the same name unless told otherwise."""

    deferred = False
    empty = ""

    def __init__(self, key, attribute=None, *, required=True):
        self.key = key
        self.attribute = attribute or key
        self.required = required

    @property
    def keys(self):
        return (self.key,)

    def parse(self, raw):
        value = raw.get(self.key)
        if value is None or value in ("", []):
            if self.required:
                raise Fault(self.key, "is missing")
            return {self.key: self.empty}
        return {self.key: self.clean(value)}

    def clean(self, value):
        return value

    def check(self, row):
        """Raises a Fault where the tables wouldn't take what stands in `row`."""
        self.parse(row)

    def fit(self, row, stored):
        """(what of `row` the tables take, a Fault for the rest): as `stored` where they don't.
        Raises the Fault where nothing is stored."""
        try:
            self.check(row)
        except Fault as fault:
            if stored is None:
                raise
            return {key: stored[key] for key in self.keys}, [fault]
        return self.parse(row), []

    def lookups(self):
        """What to fetch beforehand where many things are read."""
        return []

    def read(self, thing):
        return {self.key: self.say(getattr(thing, self.attribute))}

    def say(self, stored):
        return stored

    def write(self, thing, row):
        setattr(thing, self.attribute, self.store(row[self.key]))

    def write_all(self, writings):
        """The same for many things at once, where the field is deferred."""
        for each in writings:
            self.write(each.thing, each.row)

    def store(self, value):
        return value


class Text(Field):
    def __init__(self, key, most=None, **options):
        super().__init__(key, **options)
        self.most = most

    def clean(self, value):
        if not isinstance(value, str):
            raise Fault(self.key, f"must be text, and is {type(value).__name__}")
        if "\0" in value:
            raise Fault(self.key, "holds a NUL character")
        text = self.say(value)
        if self.required and not text:
            raise Fault(self.key, "is missing")
        if self.most and len(text) > self.most:
            raise Fault(self.key, f"has {len(text)} characters, and {self.most} are allowed")
        return text

    def say(self, stored):
        # Browsers send \r\n. A form saved without a change must not look like a change.
        return pasted.seen(stored).strip()


class Key(Text):
    """The natural key of a row: a slug or a reference."""

    def __init__(self, key, pattern=r"[a-z0-9]+(-[a-z0-9]+)*", **options):
        super().__init__(key, **options)
        self.pattern = pattern

    def clean(self, value):
        text = super().clean(value)
        if not re.fullmatch(self.pattern, text, re.ASCII):
            raise Fault(self.key, f"“{text}” is not well formed")
        return text


class Address(Text):
    """The address of another site. Nothing that a browser would run."""

    def clean(self, value):
        text = super().clean(value)
        if not re.match(r"https?://[^\s/]", text):
            raise Fault(self.key, f"“{text}” begins with neither https:// nor http://")
        return text


class Code(Text):
    """The start of the references of a report. It is unique where it is given, so that its absence
    is stored as null."""

    empty = None

    def clean(self, value):
        text = super().clean(value)
        if not re.fullmatch(r"[A-Z]+[0-9]+", text):
            raise Fault(self.key, f"“{text}” is not capital letters and then a year: ICS18")
        return text

    def say(self, stored):
        return stored and super().say(stored)


class Word(Field):
    """A word of a controlled list."""

    def __init__(self, key, words, *, default=None, **options):
        super().__init__(key, required=default is None, **options)
        self.words = words
        self.empty = default and default.value

    def clean(self, value):
        labels = {word.label.casefold(): word for word in self.words}
        word = self.words.parse(value) or labels.get(str(value).strip().casefold())
        if word is None:
            raise Fault(self.key, f"“{value}” is none of {', '.join(self.words.values)}")
        return word.value


class Day(Field):
    """A date, written as 2022-07-01, or as people and spreadsheets in Britain write it."""

    empty = None

    def clean(self, value):
        day = value if type(value) is datetime.date else written(str(value))
        if day is None:
            raise Fault(self.key, f"“{value}” is not a date such as 2022-07-01")
        return day.isoformat()

    def say(self, stored):
        return stored and stored.isoformat()

    def store(self, value):
        return value and datetime.date.fromisoformat(value)


class Lines(Field):
    """A list of short texts, stored as one text: one a line, or with `between` between them."""

    empty = ()

    def __init__(self, key, *, between="\n", **options):
        super().__init__(key, **options)
        self.between = between

    def clean(self, value):
        if isinstance(value, str):
            value = value.split(self.between)
        if not isinstance(value, list) or not all(isinstance(line, str) for line in value):
            raise Fault(self.key, "must be a list of texts")
        if any("\0" in line or self.between in line.strip() for line in value):
            raise Fault(self.key, f"holds {self.between!r} or a NUL character")
        return [line.strip() for line in value]

    def parse(self, raw):
        row = super().parse(raw)
        return {self.key: list(row[self.key])}

    def say(self, stored):
        return [line.strip() for line in stored.split(self.between) if line.strip()]

    def store(self, value):
        return self.between.join(value)


class Flag(Field):
    """Yes or no; no where nothing is said."""

    empty = False

    def __init__(self, key, **options):
        super().__init__(key, required=False, **options)

    def clean(self, value):
        words = {"yes": True, "true": True, "no": False, "false": False}
        flag = words.get(value.strip().lower()) if isinstance(value, str) else value
        if not isinstance(flag, bool):
            raise Fault(self.key, f"“{value}” is neither yes nor no")
        return flag


class Number(Field):
    """A whole number, such as a place in an order."""

    empty = 0

    def __init__(self, key, *, empty=0, **options):
        super().__init__(key, **options)
        self.empty = empty

    def clean(self, value):
        if type(value) is not int or not 0 <= value <= 30000:
            raise Fault(self.key, f"“{value}” is not a whole number up to 30000")
        return value
