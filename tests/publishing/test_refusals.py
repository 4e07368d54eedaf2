"""What a database says that refuses a row is read as the sentence of the rule that was broken."""

import pytest
from django.apps import apps
from django.db import connection

from findings.models import Record
from findings.publishing import refusals
from findings.publishing.nouns import BY_NAME

pytestmark = pytest.mark.django_db


def test_each_rule_of_the_database_is_known_by_its_sentence():
    unknown = []
    for model in apps.get_app_config("findings").get_models():
        for name, says in said_by_the_database(model._meta.db_table):
            rule = refusals.rule_of(says)
            unknown += [] if rule.model in (model, model._meta.concrete_model) else [name]
    assert unknown == []


def said_by_the_database(table):
    """Yields (name, what is said where it is broken) of each rule of a table that has a name."""
    with connection.cursor() as cursor:
        rules = connection.introspection.get_constraints(cursor, table)
    for name, rule in rules.items():
        if rule["unique"] and not rule["primary_key"]:
            shared = ", ".join(f"{table}.{column}" for column in rule["columns"] if column)
            by_name = connection.vendor == "postgresql" or not shared
            yield name, f'constraint "{name}"' if by_name else f"UNIQUE constraint failed: {shared}"
        elif name in refusals.rules():
            yield name, f"CHECK constraint failed: {name}"


@pytest.mark.alike
@pytest.mark.parametrize(
    ("said", "field", "sentence"),
    [
        (
            "NOT NULL constraint failed: findings_record.short_title",
            "short_title",
            "is refused. The short title is missing",
        ),
        (
            'null value in column "short_title" of relation "findings_record" violates it',
            "short_title",
            "is refused. The short title is missing",
        ),
        (
            'duplicate key value violates unique constraint "findings_source_slug_key"',
            "",
            "This row is refused. There is a source with this slug already",
        ),
        (
            'constraint "passage_once_in_source"\nDETAIL:  constraint "record_title_length"',
            "",
            "This row is refused. This source has a passage with this place already",
        ),
        (
            "CHECK constraint failed: link_not_to_itself",
            "links",
            "is refused. A record can’t lead to itself. Choose another",
        ),
        (
            "value too long for type character varying(60)",
            "",
            "This row is refused. A text has more than 60 characters",
        ),
        (
            "FOREIGN KEY constraint failed",
            "",
            "This row is refused. It names something that is gone",
        ),
        (
            "CHECK constraint failed: nobody_knows",
            "",
            "This row is refused. Something in it breaks a rule that the tables keep",
        ),
    ],
)
def test_a_refusal_is_a_sentence_beside_a_field_of_the_row(said, field, sentence):
    fault = refusals.fault_of(said, Record, BY_NAME["findings"].fields)
    assert (fault.field, fault.message) == (field, sentence)
