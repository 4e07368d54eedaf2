"""Names that look the same are refused, alike on both databases."""

import pytest
from django.core.exceptions import ValidationError

from findings import models
from findings.editorial import importing
from findings.publishing.nouns import NOUNS
from tests import factories

pytestmark = pytest.mark.django_db
TWINS = [
    "CAFÉ CULTURE",
    "Cafe\u0301  culture",
    "Café\u00a0\u200bculture ",
    "\uff43afé cul\u00adture",
]


@pytest.mark.parametrize("name", TWINS)
def test_a_twin_is_refused_by_form_and_import(name):
    factories.theme("cafe", name="Café culture")
    said = "There is a theme with this name already: “Café culture”."
    with pytest.raises(ValidationError) as refusal:
        models.Theme(name=name, slug="cafe-2", description="D").clean()
    assert refusal.value.message_dict == {"name": [said]}
    noun = next(noun for noun in NOUNS if noun.name == "themes")
    rows = [(2, {"name": name, "slug": "cafe-2", "description": "D", "position": "1"})]
    line = importing.preview(noun, rows).lines[0]
    assert line.faults == [("name", f"is refused. {said.rstrip('.')}")]


def test_a_name_is_no_twin_of_itself_nor_of_another():
    theme = factories.theme("cafe", name="Café culture")
    theme.clean()
    models.Theme(name="Cafe culture", slug="cafe-2", description="D").clean()
