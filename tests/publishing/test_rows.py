"""Rows: one thing with all that belongs to it, as plain values."""

import pytest

from findings.models import Theme
from findings.publishing.fields import Fault, Key, Text
from findings.publishing.rows import digest, parse_fields, read_fields, write_fields
from tests import factories

FIELDS = [Text("name", 60), Text("description"), Key("slug")]
ROW = {"name": "Trust", "description": "What holds partners together.", "slug": "trust"}


def test_every_fault_of_a_row_is_found_at_once():
    row, faults = parse_fields({"name": "x" * 61, "colour": "red", "slug": "trust"}, FIELDS)
    assert row == {"slug": "trust"}
    assert [str(fault) for fault in faults] == [
        "colour: is no field of this row",
        "name: has 61 characters, and 60 are allowed",
        "description: is missing",
    ]


@pytest.mark.parametrize("raw", [None, "text", ["a"], 7])
def test_what_is_no_row_says_so(raw):
    row, faults = parse_fields(raw, FIELDS)
    assert row == {}
    assert [str(fault) for fault in faults] == ["must be a list of keys and values"]


def test_a_row_is_written_and_read_back_unchanged(db):
    write_fields(Theme(), ROW, FIELDS)
    assert read_fields(Theme.objects.get(slug="trust"), FIELDS) == ROW


def test_what_the_tables_refuse_is_a_fault_of_the_row(db):
    factories.theme("trust")
    with pytest.raises(Fault, match="There is a theme with this name already: “Trust”"):
        write_fields(Theme(), ROW, FIELDS)


def test_the_digest_is_of_the_values_and_not_of_their_order():
    assert digest(ROW) == digest(dict(reversed(ROW.items())))
    assert digest(ROW) != digest(ROW | {"name": "trust"})
    assert len(digest(ROW)) == 64
