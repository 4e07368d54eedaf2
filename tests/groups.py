"""The groups of editors, in tests that empty the tables as well."""

import importlib

from django.apps import apps
from django.contrib.auth.models import Group, User

groups = importlib.import_module("findings.migrations.0005_groups")
imports = importlib.import_module("findings.migrations.0008_managers_import")
web_addresses = importlib.import_module("findings.migrations.0010_editors_see_links")


def editor(group, name=None):
    """An account in `group`: author, reviewer or manager."""
    if not Group.objects.filter(name=group).exists():
        groups.make_groups(apps, None)
        imports.allow(apps, None)
        web_addresses.allow(apps, None)
    user = User.objects.create_user(name or group, password="a long phrase", is_staff=True)
    user.groups.add(Group.objects.get(name=group))
    return user
