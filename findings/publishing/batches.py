"""Many things of one noun, read and written with few queries; `rows` has the same for one.

Whoever writes a batch takes it back where it raises, and writes its rows one by one: then each
is told its own fault.
"""

from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db.models import Model, signals

from findings.models.twins import Distinct, refuse_twins

from .fields import Fault
from .rows import forget, refused

# What rows have named so far, or None where it is looked for each time.
found = ContextVar("found", default=None)


@dataclass
class Writing:
    """A thing and the row to be written into it. `path` leads there from the row of its noun."""

    thing: object
    row: dict
    is_new: bool = False
    path: str = ""

    def path_of(self, place):
        return f"{self.path}.{place}" if self.path else place

    @contextmanager
    def placing(self):
        """A Fault that is raised inside names the whole path."""
        try:
            yield
        except Fault as fault:
            raise (fault.under(self.path) if self.path else fault) from None


@contextmanager
def remembering():
    """What rows name is looked for once, however many name it. Nothing that they name may be
    deleted meanwhile."""
    token = found.set({})
    try:
        yield
    finally:
        found.reset(token)


def cut(rows, size):
    """Yields `rows` in lists of at most `size`."""
    for start in range(0, len(rows), size):
        yield rows[start : start + size]


def once(things, **key):
    """The one of `things` with this key, from memory where it was found before."""
    memory = found.get()
    if memory is None:
        return things.get(**key)
    name = (things.model, *key.items())
    if name not in memory:
        memory[name] = things.get(**key)
    return memory[name]


def write(writings, fields):
    write_columns(writings, fields)
    write_deferred(writings, fields)


def write_columns(writings, fields):
    """Write what the rows themselves hold, and save it."""
    for each in writings:
        with each.placing():
            for field in fields:
                if not field.deferred:
                    field.write(each.thing, each.row)
    save([each.thing for each in writings])


def write_deferred(writings, fields):
    """Write what hangs on the rows, once the rows that they name exist."""
    for field in fields:
        if field.deferred and writings:
            field.write_all(writings)
    for each in writings:
        forget(each.thing)


def save(things):
    """Save things of one model, whether they are new or not, and tell whoever listens."""
    try:
        things = left_to_save(things)
    except ValidationError as error:
        raise refused(error) from None
    new = [thing for thing in things if thing.pk is None]
    there = [thing for thing in things if thing.pk is not None]
    put(new)
    put(there, update_conflicts=True, unique_fields=["pk"], update_fields=changing(there))


def left_to_save(things):
    """Of these, those that have no rule of their own; the others are saved one by one."""
    if things and isinstance(things[0], Distinct):
        refuse_twins(things)
    left = []
    for thing in things:
        if type(thing).clean in (Model.clean, Distinct.clean):
            left.append(thing)
            continue
        thing.clean()
        thing.save()
    return left


def changing(things):
    """The names of the columns that a save may change."""
    columns = things[0]._meta.concrete_fields if things else []
    fixed = [each for each in columns if each.primary_key or getattr(each, "auto_now_add", False)]
    return [each.name for each in columns if each not in fixed]


def put(things, **options):
    if not things:
        return
    for thing in things:
        getattr(thing, "prepare", lambda: None)()
    type(things[0])._base_manager.bulk_create(things, **options)
    for thing in things:
        tell(thing, created=not options)


def tell(thing, created):
    """As saving it alone would have."""
    signals.post_save.send(
        type(thing), instance=thing, created=created, raw=False, update_fields=None, using="default"
    )


def join(attribute, pairs):
    """Join new things with what their rows name under `attribute`: [(thing, other), ...]."""
    if not pairs:
        return
    (first, other), *_ = pairs
    through = first._meta.get_field(attribute).remote_field.through
    ends = [field for field in through._meta.concrete_fields if field.remote_field]
    near = next(end.name for end in ends if isinstance(first, end.related_model))
    far = next(end.name for end in ends if isinstance(other, end.related_model))
    joints = [through(**{near: thing, far: each}) for thing, each in pairs]
    through._base_manager.bulk_create(joints)
    for joint, (thing, each) in zip(joints, pairs, strict=True):
        if through._meta.auto_created:
            signals.m2m_changed.send(
                through,
                instance=thing,
                action="post_add",
                reverse=False,
                model=type(each),
                pk_set={each.pk},
                using="default",
            )
        else:
            tell(joint, created=True)


def made_once(make):
    """What `make` makes, from memory where it was made before; `make` names itself."""
    memory = found.get()
    if memory is None:
        return make()
    if make not in memory:
        memory[make] = make()
    return memory[make]


def by_key(noun, keys):
    """{key: thing} of those that are stored, locked, with what is read of them."""
    stored = noun.stored().filter(**{f"{noun.key}__in": keys}).order_by("pk").select_for_update()
    return {getattr(thing, noun.key): thing for thing in stored}
