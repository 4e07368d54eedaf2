"""The groups of editors, in tests."""

from django.contrib.auth.models import Group, User


def editor(group, name=None):
    """An account in `group`: author, reviewer or manager."""
    user = User.objects.create_user(name or group, password="a long phrase", is_staff=True)
    user.groups.add(Group.objects.get(name=group))
    return user
