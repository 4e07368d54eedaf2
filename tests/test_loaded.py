import pytest
from django.db import models, transaction

from findings.models import Record
from findings.search import upkeep
from tests import factories, loaded

pytestmark = pytest.mark.django_db


def stored():
    """{model: its rows}, without the moments at which they were written."""
    return {
        model: list(model._base_manager.order_by("pk").values_list(*lasting(model)))
        for model in loaded.tables()
    }


def lasting(model):
    return [
        field.attname
        for field in model._meta.concrete_fields
        if not isinstance(field, models.DateTimeField)
    ]


def test_what_is_copied_is_what_was_loaded(monkeypatch):
    monkeypatch.setattr(loaded, "kept", {})
    with transaction.atomic():
        loaded.put()
        first = stored()
        transaction.set_rollback(True)
    assert sum(map(len, stored().values())) == 0

    loaded.put()

    assert stored() == first
    assert sum(map(len, first.values())) > 500
    assert upkeep.out_of_step() == []
    assert factories.record("ICS18-F99").pk > max(record.pk for record in loaded.kept[Record])
