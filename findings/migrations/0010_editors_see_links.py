"""All editors may look at the links to other sites."""

from django.apps import apps as installed
from django.contrib.auth.management import create_permissions
from django.db import migrations


def allow(apps, schema_editor):
    create_permissions(installed.get_app_config("findings"), apps=apps, verbosity=0)
    right = apps.get_model("auth", "Permission").objects.get(codename="view_webaddress")
    for group in apps.get_model("auth", "Group").objects.filter(
        name__in=["author", "reviewer", "manager"]
    ):
        group.permissions.add(right)


class Migration(migrations.Migration):
    dependencies = [("findings", "0009_web_addresses")]

    operations = [migrations.RunPython(allow, migrations.RunPython.noop)]
