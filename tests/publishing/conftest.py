"""An invented report as fixtures, for the tests of loading."""

import pytest
from django.db import models as django_models

from findings import models
from findings.publishing import loading
from tests import fixture_sets


@pytest.fixture
def rows():
    return fixture_sets.invented()


@pytest.fixture
def load(tmp_path, rows):
    """Writes `rows` as they are now, and loads them."""

    def load_rows():
        return loading.load(fixture_sets.write(tmp_path / "lighthouse", rows))

    return load_rows


def table_rows():
    """Every row of every table of the knowledge base, as it is stored."""
    return {
        model.__name__: list(model.objects.order_by("pk").values())
        for model in vars(models).values()
        if isinstance(model, type) and issubclass(model, django_models.Model)
    }
