"""What a database says that refuses a row, in the words of the rule that was broken."""

import re
from dataclasses import dataclass
from functools import cache

from django.apps import apps

from .fields import Fault

# As SQLite and PostgreSQL name what was broken: a rule, or columns.
NAMED = re.compile(r"constraint \"(\w+)\"|CHECK constraint failed: (\w+)|index '(\w+)'")
SHARED = re.compile(r"UNIQUE constraint failed: ([\w., ]+)")
EMPTY = re.compile(
    r"NOT NULL constraint failed: (\w+)\.(\w+)|column \"(\w+)\" of relation \"(\w+)\""
)
LONG = re.compile(r"value too long for type character varying\(([0-9]+)\)")
GONE = re.compile(r"foreign key constraint", re.IGNORECASE)


@dataclass(frozen=True)
class Rule:
    """`beside` names the field of `model` that is to be mended, as `says` asks."""

    model: type
    beside: str
    says: str


def fault_of(error, model, fields):
    """The Fault for an error of the database at a row of `model` that holds `fields`."""
    rule = rule_of(str(error))
    place = key_of(rule, model._meta.concrete_model, fields)
    start = "is refused" if place else "This row is refused"
    return Fault(place, f"{start}. {rule.says.rstrip('.')}")


def key_of(rule, model, fields):
    """Where in a row of `model` the field of a rule stands; empty where that isn't known."""
    if rule.model is model:
        own = (field.key for field in fields if field.attribute == rule.beside)
        return next(own, rule.beside)
    parts = (field for field in fields if field.deferred)
    return next((part.key for part in parts if getattr(part, "model", "") is rule.model), "")


def rule_of(said):
    """The Rule that was broken; one of no model where the database doesn't tell."""
    said, _, _ = said.partition("\nDETAIL")
    if found := EMPTY.search(said):
        table, column = found.group(1, 2) if found[1] else found.group(4, 3)
        return empty(table, column)
    if found := SHARED.search(said):
        return shared().get(frozenset(found[1].split(", ")), unknown())
    if found := NAMED.search(said):
        return named(next(filter(None, found.groups())), said)
    if found := LONG.search(said):
        return Rule(None, "", f"A text has more than {found[1]} characters")
    return gone() if GONE.search(said) else unknown()


def named(name, said):
    """The Rule of this name. PostgreSQL makes up one for a column that is unique alone."""
    if name in rules():
        return rules()[name]
    for columns, rule in shared().items():
        if name.startswith("_".join(columns).replace(".", "_") + "_"):
            return rule
    return gone() if GONE.search(said) else unknown()


def empty(table, column):
    for model, field in columns():
        if (model._meta.db_table, field.column) == (table, column):
            return Rule(model, field.name, f"The {field.verbose_name} is missing")
    return unknown()


def gone():
    return Rule(None, "", "It names something that is gone")


def unknown():
    return Rule(None, "", "Something in it breaks a rule that the tables keep")


def columns():
    for model in apps.get_app_config("findings").get_models():
        for field in model._meta.local_concrete_fields:
            yield model, field


@cache
def rules():
    """{name: Rule} of every constraint."""
    return {
        each.name: Rule(model, each.beside, each.says)
        for model in apps.get_app_config("findings").get_models()
        if not model._meta.proxy
        for each in model._meta.constraints
    }


@cache
def shared():
    """{columns, each as `table.column`: Rule} of what no two rows share."""
    found = {}
    for model, field in columns():
        if field.unique:
            says = f"There is a {model._meta.verbose_name} with this {field.verbose_name} already"
            name = f"{model._meta.db_table}.{field.column}"
            found[frozenset([name])] = Rule(model, field.name, says)
        for each in model._meta.constraints:
            if getattr(each, "fields", None):
                names = [f"{model._meta.db_table}.{column_of(model, name)}" for name in each.fields]
                found[frozenset(names)] = Rule(model, each.beside, each.says)
    return found


def column_of(model, name):
    return model._meta.get_field(name).column
