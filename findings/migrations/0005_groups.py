"""The three groups of editors. Frozen: findings/rights.py says what they hold by now."""

from django.apps import apps as installed
from django.contrib.auth.management import create_permissions
from django.db import migrations

# Each group holds what stands here and what the one before it holds.
GROUPS = {
    "author": """
        add_finding change_finding delete_finding view_finding add_skill change_skill
        delete_skill view_skill add_recommendation change_recommendation
        delete_recommendation view_recommendation add_addressing change_addressing
        delete_addressing view_addressing add_audiencenote change_audiencenote
        delete_audiencenote view_audiencenote add_citation change_citation delete_citation
        view_citation add_link change_link delete_link view_link add_rolereading
        change_rolereading delete_rolereading view_rolereading add_verdict change_verdict
        delete_verdict view_verdict view_passage view_pin view_source view_synonym
        view_term view_theme view_audience view_development view_gap view_record
        view_version
    """,
    "reviewer": """
        publish_record add_development change_development add_gap change_gap
    """,
    "manager": """
        add_passage change_passage delete_passage add_pin change_pin delete_pin add_source
        change_source delete_source add_synonym change_synonym delete_synonym add_term
        change_term delete_term add_theme change_theme delete_theme change_audience
        change_homepage view_homepage add_change change_change delete_change view_change
        add_homeplace change_homeplace delete_homeplace view_homeplace add_question
        change_question delete_question view_question delete_miss view_miss view_loadedrow
        view_reference redact_version add_user change_user view_user
    """,
}


def make_groups(apps, schema_editor):
    # Django makes permissions after all migrations have run; the groups need them now.
    for label in ("auth", "findings"):
        create_permissions(installed.get_app_config(label), apps=apps, verbosity=0)
    permissions = apps.get_model("auth", "Permission").objects.filter(
        content_type__app_label__in=["auth", "findings"]
    )
    held = []
    for name, codenames in GROUPS.items():
        held += codenames.split()
        group, _ = apps.get_model("auth", "Group").objects.get_or_create(name=name)
        group.permissions.add(*permissions.filter(codename__in=held))


class Migration(migrations.Migration):
    dependencies = [
        ("findings", "0004_scheduled_publication"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [migrations.RunPython(make_groups, migrations.RunPython.noop)]
