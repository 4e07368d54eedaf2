"""Accounts. Managers make editors; only a superuser makes a superuser."""

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import Group, User

from .lists import Listed

admin.site.unregister([User, Group])

SUPERUSERS_OWN = ("is_superuser", "user_permissions")


@admin.register(User)
class EditorAdmin(Listed, UserAdmin):
    intro = "Who may edit. An account is switched off rather than deleted."
    list_display = ["username", "first_name", "last_name", "groups_held", "is_active", "last_login"]
    list_filter = ["groups", "is_active"]

    def get_queryset(self, request):
        users = super().get_queryset(request).prefetch_related("groups")
        return users if request.user.is_superuser else users.filter(is_superuser=False)

    @admin.display(description="groups")
    def groups_held(self, user):
        return ", ".join(sorted(group.name for group in user.groups.all()))

    def get_fieldsets(self, request, user=None):
        sets = super().get_fieldsets(request, user)
        if request.user.is_superuser:
            return sets
        return [
            (
                name,
                {
                    **options,
                    "fields": [each for each in options["fields"] if each not in SUPERUSERS_OWN],
                },
            )
            for name, options in sets
        ]

    def has_delete_permission(self, request, user=None):
        # What somebody wrote keeps their name: an account is switched off instead.
        return False

    def save_model(self, request, user, form, change):
        if not change:
            user.is_staff = True
        super().save_model(request, user, form, change)
