"""The groups of editors, made to hold what `rights` says: after each migration, and each flush."""

from django.apps import apps
from django.contrib.auth.management import create_permissions
from django.contrib.auth.models import Group, Permission
from django.db.models import Q

from findings.editorial.rights import GROUPS


def on_migrated(using, **signal):
    # Django makes the rights of an app after this app has been told; the groups need them now.
    for label in ("auth", "findings"):
        create_permissions(apps.get_app_config(label), using=using, verbosity=0)
    ours = Q(content_type__app_label__in=["auth", "findings"])
    for name, codenames in GROUPS.items():
        group, _ = Group.objects.using(using).get_or_create(name=name)
        held = Permission.objects.using(using).filter(ours, codename__in=codenames)
        group.permissions.set(held)
