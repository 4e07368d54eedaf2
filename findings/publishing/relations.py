"""Fields that lead from a row to others: written as natural keys, or as smaller rows."""

from django.db.models import Prefetch, ProtectedError

from findings.models.sound import every, every_part
from findings.models.twins import folded
from findings.texts.pasted import seen

from . import batches
from .batches import Writing
from .fields import Fault, Field
from .references import spelt
from .rows import fit_fields, lookups, parse_fields, read_fields, write_fields


class One(Field):
    """A foreign key, written as the natural key of the row that it points to."""

    empty = None

    def __init__(self, key, model, by="slug", **options):
        super().__init__(key, **options)
        self.model = model
        self.by = by

    def clean(self, value):
        if not isinstance(value, str):
            raise Fault(self.key, f"must be the {self.by} of a row")
        return self.spelt(value)

    def spelt(self, value):
        """The key as it is stored, without what was pasted along."""
        return spelt(value) if self.by == "reference" else seen(value).strip()

    def lookups(self):
        return [self.attribute]

    def say(self, stored):
        return stored and getattr(stored, self.by)

    def check(self, row):
        if value := self.parse(row)[self.key]:
            self.find(value)

    def store(self, value):
        return value and self.find(value)

    def find(self, value):
        try:
            return batches.once(every(self.model), **{self.by: value})
        except self.model.DoesNotExist:
            noun = self.model._meta.verbose_name
            raise Fault(self.key, f"there is no {noun} “{value}”") from None


class Place(Field):
    """A foreign key to a passage, written as two keys: the source, and the place in it."""

    def __init__(self, model, *, required=True):
        super().__init__("passage", required=required)
        self.model = model

    @property
    def keys(self):
        return ("source", "passage")

    def parse(self, raw):
        source, locator = raw.get("source"), raw.get("passage")
        if not source and not locator and not self.required:
            return {"source": None, "passage": None}
        for key, value in (("source", source), ("passage", locator)):
            if not value or not isinstance(value, str):
                raise Fault(key, "is missing")
        return {"source": source, "passage": locator}

    def lookups(self):
        return ["passage__source"]

    def read(self, thing):
        passage = thing.passage
        if passage is None:
            return {"source": None, "passage": None}
        return {"source": passage.source.slug, "passage": passage.locator}

    def write(self, thing, row):
        thing.passage = row["source"] and self.find(row)

    def check(self, row):
        if self.parse(row)["source"]:
            self.find(row)

    def find(self, row):
        try:
            passages = every(self.model)
            return batches.once(passages, source__slug=row["source"], locator=row["passage"])
        except self.model.DoesNotExist:
            message = f"“{row['source']}” has no passage “{row['passage']}”"
            raise Fault("passage", message) from None


class Many(One):
    """Rows that this one points to, written as a list of their natural keys. Has no order."""

    deferred = True
    empty = ()

    def __init__(self, key, model, by="slug", **options):
        super().__init__(key, model, by, required=False, **options)

    def parse(self, raw):
        row = super().parse(raw)
        return {self.key: sorted(row[self.key])}

    def clean(self, value):
        if not isinstance(value, list) or not all(isinstance(key, str) for key in value):
            raise Fault(self.key, f"must be a list of {self.by}s")
        value = list(map(self.spelt, value))
        if len(set(value)) < len(value):
            raise Fault(self.key, "names a row twice")
        return value

    def fit(self, row, stored):
        kept, faults = [], []
        for key in row.get(self.key) or []:
            try:
                self.find(key)
                kept.append(key)
            except Fault as fault:
                faults.append(fault)
        return {self.key: kept}, faults

    def say(self, stored):
        return sorted(getattr(other, self.by) for other in every_part(stored).all())

    def write(self, thing, row):
        getattr(thing, self.attribute).set([self.find(key) for key in row[self.key]])

    def write_all(self, writings):
        pairs = []
        for each in writings:
            with each.placing():
                if each.is_new:
                    pairs += [(each.thing, self.find(key)) for key in each.row[self.key]]
                elif self.say(getattr(each.thing, self.attribute)) != each.row[self.key]:
                    self.write(each.thing, each.row)
        batches.join(self.attribute, pairs)


class Rows(Field):
    """Smaller rows that belong to this one and go with it, in their order.

    `kept_by` names the key by which a smaller row stays the same row when the list changes,
    for rows that others point to.
    """

    deferred = True
    empty = ()

    def __init__(self, key, model, owner, fields, *, attribute=None, kept_by=None):
        super().__init__(key, attribute, required=False)
        self.model = model
        self.owner = owner
        self.fields = fields
        self.kept_by = kept_by

    def parse(self, raw):
        row = super().parse(raw)
        return {self.key: list(row[self.key])}

    def clean(self, value):
        if not isinstance(value, list):
            raise Fault(self.key, "must be a list")
        rows = []
        for number, raw in enumerate(value, start=1):
            row, faults = parse_fields(raw, self.fields)
            if faults:
                raise faults[0].under(f"{self.key}[{number}]")
            rows.append(row)
        self.refuse_twins(rows)
        return rows

    def refuse_twins(self, rows):
        """Raises a Fault where two of these look the same to a reader."""
        key = self.kept_by or getattr(self.model, "SAID_ONCE", "")
        seen = set()
        for number, row in enumerate(rows if key else (), start=1):
            if (sign := folded(row[key])) in seen:
                raise Fault(f"{self.key}[{number}].{key}", "stands here twice")
            seen.add(sign)

    def fit(self, row, stored):
        kept, faults = [], []
        for number, child in enumerate(row.get(self.key) or [], start=1):
            path = f"{self.key}[{number}]"
            try:
                fitted, lost = fit_fields(child, None, self.fields)
            except Fault as fault:
                lost = [fault]
            else:
                kept.append(fitted)
            faults += [fault.under(path) for fault in lost]
        return {self.key: kept}, faults

    def lookups(self):
        return [Prefetch(self.attribute, every(self.model).prefetch_related(*lookups(self.fields)))]

    def say(self, stored):
        in_order = sorted(every_part(stored).all(), key=lambda thing: (thing.position, thing.pk))
        return [read_fields(thing, self.fields) for thing in in_order]

    def write(self, thing, row):
        stored = every_part(getattr(thing, self.attribute))
        if self.say(stored) == row[self.key]:
            return
        children = self.children(row)
        kept = self.clear(stored, children)
        for position, child in enumerate(children):
            part = kept.get(child.get(self.kept_by)) or self.model(**{self.owner: thing})
            part.position = position
            try:
                write_fields(part, child, self.fields)
            except Fault as fault:
                raise fault.under(f"{self.key}[{position + 1}]") from None

    def clear(self, stored, children):
        """Delete the stored rows that go; the ones that stay, by the key that keeps them."""
        staying = [child[self.kept_by] for child in children] if self.kept_by else []
        going = stored.exclude(**{f"{self.kept_by}__in": staying}) if staying else stored.all()
        try:
            going.delete()
        except ProtectedError as error:
            used = ", ".join(sorted(str(thing) for thing in error.protected_objects))
            raise Fault(self.key, f"lacks a row that is still in use: {used}") from None
        return {getattr(part, self.kept_by): part for part in stored.all()} if staying else {}

    def write_all(self, writings):
        parts, going = [], []
        for each in writings:
            manager = getattr(each.thing, self.attribute)
            stored = [] if each.is_new else list(every_part(manager).all())
            if each.is_new or self.say(manager) != each.row[self.key]:
                own = list(self.parts(each, stored))
                parts += own
                staying = {part.thing.pk for part in own}
                going += [part.pk for part in stored if part.pk not in staying]
        if going:
            every(self.model).filter(pk__in=going).delete()
        batches.write(parts, self.fields)

    def parts(self, writing, stored):
        """Yields the Writing of each smaller row; `stored` are those that there are."""
        kept = {getattr(part, self.kept_by): part for part in stored} if self.kept_by else {}
        for position, child in enumerate(self.children(writing.row)):
            part = kept.pop(child.get(self.kept_by), None)
            path = writing.path_of(f"{self.key}[{position + 1}]")
            made = Writing(part or self.model(), child, is_new=part is None, path=path)
            setattr(made.thing, self.owner, writing.thing)
            made.thing.position = position
            yield made

    def children(self, row):
        return row[self.key]


class Strings(Rows):
    """Smaller rows that are one text each, written as a plain list of texts."""

    def __init__(self, key, model, owner, field, **options):
        super().__init__(key, model, owner, [field], **options)

    def clean(self, value):
        if not isinstance(value, list):
            raise Fault(self.key, "must be a list of texts")
        return [row[self.inner] for row in super().clean([{self.inner: text} for text in value])]

    @property
    def inner(self):
        return self.fields[0].key

    def say(self, stored):
        return [row[self.inner] for row in super().say(stored)]

    def children(self, row):
        return [{self.inner: text} for text in row[self.key]]
