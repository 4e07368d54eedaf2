"""Days that have to have come: refused by form and by import."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.forms import modelform_factory
from django.utils.timezone import localdate

from findings.admin.developments import DevelopmentForm
from findings.admin.parts import Helped
from findings.editorial import coming, importing
from findings.models import Development, HomePage, LawLine, Source, Verdict
from findings.publishing.nouns import NOUNS

TODAY, TOMORROW = localdate().isoformat(), (localdate() + datetime.timedelta(1)).isoformat()


@pytest.mark.parametrize(
    ("row", "fields"),
    [
        ({"published_on": TOMORROW}, ["published_on"]),
        ({"as_of": TOMORROW}, ["as_of"]),
        ({"knowledge_date": "2999-01-01"}, ["knowledge_date"]),
        ({"status": "happened", "date": TOMORROW}, ["date"]),
        (
            {"verdicts": [{"checked": TODAY}, {"checked": TOMORROW, "as_of": TOMORROW}]},
            ["verdicts[2].as_of", "verdicts[2].checked"],
        ),
        ({"status": "planned", "date": TOMORROW, "verdicts": [{"effective": TOMORROW}]}, []),
        ({"published_on": TODAY, "as_of": None, "verdicts": []}, []),
    ],
)
def test_what_is_to_come_is_named(row, fields):
    assert [fault.field for fault in coming.faults(row)] == fields


@pytest.mark.parametrize(
    ("model", "name"),
    [
        (Verdict, "checked_on"),
        (Verdict, "as_of"),
        (Source, "published_on"),
        (LawLine, "as_of"),
        (HomePage, "knowledge_date"),
    ],
)
def test_a_form_refuses_beside_the_field(model, name):
    class Stock:
        def formfield_for_dbfield(self, field, request, **options):
            return field.formfield(**options)

    class Admin(Helped, Stock):
        pass

    field = Admin().formfield_for_dbfield(model._meta.get_field(name), None)
    assert field.clean(TODAY) == localdate()
    with pytest.raises(ValidationError, match="1 January 2999 is still to come"):
        field.clean("2999-01-01")


@pytest.mark.django_db
def test_what_happened_has_happened():
    asked = modelform_factory(Development, DevelopmentForm, fields=["date", "status"])
    for status, faults in (("happened", ["date"]), ("planned", [])):
        form = asked({"date": TOMORROW, "status": status, "bears_on_nothing": "on"})
        assert list(form.errors) == faults


@pytest.mark.django_db
def test_an_import_refuses_a_source_that_is_not_out_yet():
    noun = next(noun for noun in NOUNS if noun.name == "sources")
    row = {"slug": "a", "title": "A", "description": "D", "byline": "B", "published": "2999"} | {
        "extent": "opening",
        "method": "unsaid",
    }
    rows = [(2, {**row, "published_on": "2999-01-01"})]
    (line,) = importing.preview(noun, rows).lines
    assert line.faults == [("published_on", "1 January 2999 is still to come")]
