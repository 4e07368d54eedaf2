"""A row: one thing with all that belongs to it, as plain values that a person can read.

A fixture holds rows, and a snapshot of what is stored is a row too, in the same form. So
"has anybody changed this since it was loaded?" is a comparison of two hashes.
"""

import hashlib
import json

from django.core.exceptions import ValidationError
from django.db import DataError, IntegrityError

from . import refusals
from .fields import Fault


def parse_fields(raw, fields):
    """The row that `raw` holds, complete, and every fault in it: (dict, [Fault, ...])."""
    if not isinstance(raw, dict):
        return {}, [Fault("", "must be a list of keys and values")]
    known = {key for field in fields for key in field.keys}
    faults = [Fault(str(key), "is no field of this row") for key in raw if key not in known]
    row = {}
    for field in fields:
        try:
            row |= field.parse(raw)
        except Fault as fault:
            faults.append(fault)
    return row, faults


def lookups(fields):
    """What to fetch beforehand where these fields are read of many things."""
    return [each for field in fields for each in field.lookups()]


def read_fields(thing, fields):
    row = {}
    for field in fields:
        row |= field.read(thing)
    return row


def fit_fields(row, stored, fields):
    """`row` without what the tables no longer hold, and a Fault for each piece that is gone."""
    fitted, faults = {}, []
    for field in fields:
        part, lost = field.fit(row, stored)
        fitted |= part
        faults += lost
    return fitted, faults


def write_columns(thing, row, fields):
    """Write what the row itself holds, and save it."""
    for field in fields:
        if not field.deferred:
            field.write(thing, row)
    try:
        thing.clean()
        thing.save()
    except ValidationError as error:
        raise refused(error) from None
    except (IntegrityError, DataError) as error:
        raise refusals.fault_of(error, type(thing), fields) from None


def refused(error):
    """The Fault for what a model itself refuses."""
    field, (message, *_) = next(iter(error.message_dict.items()))
    return Fault(field, f"is refused. {message.rstrip('.')}")


def write_deferred(thing, row, fields):
    """Write what hangs on the row, once the rows that it names exist."""
    for field in fields:
        if field.deferred:
            field.write(thing, row)
    forget(thing)


def forget(thing):
    """What was fetched of a thing before it was written is out of date."""
    getattr(thing, "_prefetched_objects_cache", {}).clear()


def write_fields(thing, row, fields):
    write_columns(thing, row, fields)
    write_deferred(thing, row, fields)


def digest(row):
    """The SHA-256 of a row, the same for the same values whatever the order of its keys."""
    text = json.dumps(row, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


def texts(value, path=""):
    """Every text in a row with its path: ("verdicts[1].reason", "...")."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from texts(inner, f"{path}.{key}" if path else key)
    elif isinstance(value, list):
        for number, inner in enumerate(value, start=1):
            yield from texts(inner, f"{path}[{number}]")
