"""What was pasted into a form is stored without what nobody sees, and so found."""

import pytest
from django.contrib import admin

from findings.admin.parts import Seen
from findings.editorial import importing
from findings.models import Finding, Theme
from findings.publishing.nouns import NOUNS

pytestmark = pytest.mark.django_db
WORN = "\ufeffNeigh\u00adbour\u00adhood\u200b"


def test_every_text_of_a_form_is_read_as_it_is_seen(admin_client):
    theme = {"name": WORN, "slug": "n", "description": f"{WORN} teams", "position": "1"}
    assert admin_client.post("/admin/findings/theme/add/", theme).status_code == 302
    stored = Theme.objects.get()
    assert (stored.name, stored.description) == ("Neighbourhood", "Neighbourhood teams")
    of_findings = admin.site.get_model_admin(Finding).formfield_for_dbfield
    for name in ("title", "body", "action"):
        assert isinstance(of_findings(Finding._meta.get_field(name), None), Seen)


def test_every_text_of_an_import_is_too():
    noun = next(noun for noun in NOUNS if noun.name == "themes")
    row = {"name": WORN, "slug": "n", "description": "D", "position": "1"}
    importing.apply(noun, [(2, row)])
    assert Theme.objects.get().name == "Neighbourhood"
