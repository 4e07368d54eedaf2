"""Managers may import rows."""

from django.apps import apps as installed
from django.contrib.auth.management import create_permissions
from django.db import migrations


def allow(apps, schema_editor):
    create_permissions(installed.get_app_config("findings"), apps=apps, verbosity=0)
    right = apps.get_model("auth", "Permission").objects.get(codename="import_rows")
    apps.get_model("auth", "Group").objects.get(name="manager").permissions.add(right)


class Migration(migrations.Migration):
    dependencies = [("findings", "0007_import_rows")]

    operations = [migrations.RunPython(allow, migrations.RunPython.noop)]
