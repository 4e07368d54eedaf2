"""Accounts. Managers make editors; only a superuser makes a superuser."""

from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import Group, User
from django.forms.models import model_to_dict
from django.http import HttpResponseRedirect

from .editing import sealed, unsealed
from .lists import Listed

admin.site.unregister([User, Group])

SUPERUSERS_OWN = ("is_superuser", "user_permissions")
# What two managers can change at once. The rest changes by itself, or is a superuser's.
SHARED = ["username", "first_name", "last_name", "email", "is_active", "is_staff"]


@admin.register(User)
class EditorAdmin(Listed, UserAdmin):
    change_form_template = "admin/row_form.html"
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

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        user = object_id and self.get_object(request, unquote(object_id))
        if not user or not self.has_change_permission(request, user):
            return super().changeform_view(request, object_id, form_url, extra_context)
        now = as_it_is(user)
        if request.method == "POST" and unsealed(request.POST.get("_base", "")) != now:
            text = "Not saved: somebody else changed this account meanwhile. Look, and save again."
            self.message_user(request, text, messages.ERROR)
            return HttpResponseRedirect(request.get_full_path())
        context = {"base": sealed(now), **(extra_context or {})}
        return super().changeform_view(request, object_id, form_url, context)

    def has_delete_permission(self, request, user=None):
        # What somebody wrote keeps their name: an account is switched off instead.
        return False

    def save_model(self, request, user, form, change):
        if not change:
            user.is_staff = True
        super().save_model(request, user, form, change)


def as_it_is(user):
    groups = sorted(user.groups.values_list("name", flat=True))
    return {**model_to_dict(user, fields=SHARED), "groups": groups}
