"""The fields of a row as their form calls them."""

from dataclasses import replace

from django.core.exceptions import FieldDoesNotExist
from django.utils.text import capfirst


def label_of(model, key):
    try:
        label = getattr(model._meta.get_field(key), "verbose_name", "")
    except FieldDoesNotExist:
        label = ""
    return capfirst(label or key.replace("_", " "))


def named(differences, model):
    """The same differences, each under the label of its field."""
    return [replace(each, field=label_of(model, each.field)) for each in differences]
