"""Accounts. Managers make editors; only a superuser makes a superuser.

Two managers at once: what only one of them changed is kept. Where both changed the same, the form
comes back as it was typed, says what the other made of it, and is saved if it is sent again.
"""

from django.contrib import admin
from django.contrib.admin.utils import unquote
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.forms import AdminUserCreationForm, UserChangeForm
from django.contrib.auth.models import Group, User
from django.core.exceptions import ValidationError
from django.forms.models import model_to_dict

from findings.models.twins import plain
from findings.texts import alphabets
from findings.texts.merging import merge

from .editing import sealed, unsealed
from .lists import Listed

admin.site.unregister([User, Group])

SUPERUSERS_OWN = ("is_superuser", "user_permissions")
# What two managers can change at once. The rest changes by itself, or is a superuser's.
SHARED = ["username", "first_name", "last_name", "email", "is_active", "is_staff"]


class Named:
    """Mixin of the forms of an account: no two are called, or look, the same."""

    def clean_username(self):
        name = self.cleaned_data["username"]
        if found := alphabets.stray(name):
            raise ValidationError(alphabets.said(found))
        others = User.objects.exclude(pk=self.instance.pk).values_list("username", flat=True)
        if twin := next((each for each in others if plain(each) == plain(name)), None):
            raise ValidationError(f"There is an account with this name already: “{twin}”.")
        return name


class NewAccountForm(Named, AdminUserCreationForm):
    pass


class AccountForm(Named, UserChangeForm):
    pass


@admin.register(User)
class EditorAdmin(Listed, UserAdmin):
    form, add_form = AccountForm, NewAccountForm
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
        if request.method == "POST":
            base = unsealed(request.POST.get("_base", ""))
            request.POST, request.clashes = joined(request.POST, base, now)
        context = {"base": sealed(now), **(extra_context or {})}
        return super().changeform_view(request, object_id, form_url, context)

    def get_form(self, request, user=None, change=False, **kwargs):
        form = super().get_form(request, user, change=change, **kwargs)
        clashes = getattr(request, "clashes", [])
        return refusing(form, clashes) if clashes else form

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


def as_typed(post):
    """The same as `as_it_is`, of what was sent. Groups that are none are the form's to refuse."""
    names = {str(pk): name for pk, name in Group.objects.values_list("pk", "name")}
    groups = sorted(names[pk] for pk in post.getlist("groups") if pk in names)
    flags = {field: field in post for field in SHARED if field.startswith("is_")}
    return {field: post.get(field, "") for field in SHARED} | flags | {"groups": groups}


def joined(post, base, now):
    """What was sent, with what only somebody else has changed; and the clashes of the rest."""
    typed, post = as_typed(post), post.copy()
    merged = merge(base, typed, now)
    clashing = {clash.field for clash in merged.conflicts}
    for field in now.keys() - clashing:
        if merged.row[field] != typed[field]:
            fill_in(post, field, merged.row[field])
    return post, merged.conflicts


def fill_in(post, field, value):
    if field == "groups":
        known = Group.objects.filter(name__in=value)
        post.setlist("groups", [str(pk) for pk in known.values_list("pk", flat=True)])
    elif value is False:
        post.pop(field, None)
    else:
        post[field] = "on" if value is True else value


def refusing(form, clashes):
    """The form, which isn't saved and says beside each field what somebody else made of it."""

    class Refusing(form):
        def clean(self):
            for clash in clashes:
                self.add_error(clash.field, told(clash.theirs))
            return super().clean()

    return Refusing


def told(theirs):
    words = {True: "switched this on", False: "switched this off", "": "emptied this"}
    listed = ", ".join(theirs) if isinstance(theirs, list) else theirs
    did = words.get(listed, f"made this “{listed}”")
    return f"Not saved: somebody else {did} meanwhile. Save again to have it as it is here."
