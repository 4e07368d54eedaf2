"""The change form as an editor of rows, so that two editors at once lose nothing.

What is typed is tried in the tables, read back as a row, and undone. That row, the row that the
form began from (it travels in the form, signed) and the row that is stored by now are merged.
So the stock form with its inlines needs to know nothing of merging, drafts or publication.
"""

from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.core import signing
from django.http import HttpResponse, HttpResponseRedirect
from django.utils.text import get_text_list

from findings.publishing import saving
from findings.publishing.fields import Fault, in_words
from findings.publishing.nouns import noun_of
from findings.publishing.relations import Rows
from findings.publishing.undoing import apart, undone

from . import conflicts
from .importing import Tabled
from .inline_posts import as_new
from .lists import Listed
from .parts import Helped

SALT = "findings.admin.base"


def sealed(row):
    return signing.dumps(row, salt=SALT, compress=True)


def unsealed(text):
    """The row in `text`. One that nobody can read merges with nothing: every difference from
    what is stored is then shown to the editor."""
    try:
        return signing.loads(text, salt=SALT)
    except signing.BadSignature:
        return {}


class Tried:
    """What a posted form would store: its row, and the form."""

    def __init__(self, row, form):
        self.row = row
        self.form = form


class RowAdmin(Helped, Tabled, Listed, admin.ModelAdmin):
    change_form_template = "admin/row_form.html"

    # What a noun may do otherwise.

    def working_row(self, thing):
        """The row that the form shows: the stored one, unless an edit of it waits."""
        return noun_of(thing).read(thing)

    def is_shown_otherwise(self, thing):
        """Whether the form shows anything but what is stored."""
        return False

    def show(self, request, thing):
        """Put the working row in place, for the time of rendering."""

    def settle(self, request, thing, base, tried):
        """Save what was typed, and answer."""
        try:
            saved = saving.save(noun_of(thing), thing, base, tried.row)
        except Fault as fault:
            return self.not_kept(request, thing, fault)
        if saved.conflicts:
            return conflicts.page(self, request, thing, base, tried.row, saved.conflicts)
        self.say_taken(request, saved.taken)
        thing.refresh_from_db()
        self.after_save(request, thing, tried.form)
        return super().response_change(request, thing)

    def not_kept(self, request, thing, fault):
        """The form as it was typed, which now sees what somebody else has saved meanwhile, and
        says so beside the field; where it still sees nothing wrong, a message."""
        if getattr(request, "typed", None):
            request.POST, request.typed = request.typed, None
            return self.changeform_view(request, str(thing.pk))
        self.message_user(request, f"Not saved: {fault.told}.", messages.ERROR)
        return HttpResponseRedirect(request.get_full_path())

    def settle_choice(self, request, thing, now, row, _edit):
        """Save what was chosen between two changes; `now` is what it was chosen against."""
        tried = Tried(row, None)
        return self.settle(request, thing, now, tried)

    def outcome_of_choice(self, thing):
        """What the page of two changes says of saving what was chosen."""
        return "Readers see what you choose as soon as you save it."

    def after_save(self, request, thing, form):
        """What follows from a change that was saved; no form where it was a choice."""

    # The flow.

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        thing = object_id and self.get_object(request, unquote(object_id))
        if not thing or not self.has_change_permission(request, thing):
            return super().changeform_view(request, object_id, form_url, extra_context)
        if "_resolve" in request.POST:
            return conflicts.resolve(self, request, thing)
        request.tried, request.typed = None, getattr(request, "typed", request.POST)
        posted = request.method == "POST"
        base = request.POST.get("_base", "") if posted else sealed(self.working_row(thing))
        context = {"base": base, **(extra_context or {})}
        if not posted and not self.is_shown_otherwise(thing):
            return super().changeform_view(request, object_id, form_url, context)
        with undone() if posted else apart():
            self.prepare(request, thing)
            response = super().changeform_view(request, object_id, form_url, context)
            if request.tried is None and hasattr(response, "render"):
                response.render()
        if request.tried is None:
            return response
        return self.settle(request, thing, unsealed(base), request.tried)

    def prepare(self, request, thing):
        # Whoever tries or saves the same thing at this moment waits here, and not halfway.
        type(thing)._base_manager.select_for_update().get(pk=thing.pk)
        if request.method != "POST":
            self.show(request, thing)
            return
        lists = [
            field
            for field in noun_of(thing).fields
            if isinstance(field, Rows) and not field.kept_by
        ]
        for field in lists:
            getattr(thing, field.attribute).all().delete()
        request.POST = as_new(request.POST, [field.attribute for field in lists])

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        if change:
            stored = type(form.instance)._base_manager.get(pk=form.instance.pk)
            request.tried = Tried(noun_of(stored).read(stored), form)

    def response_change(self, request, thing):
        # Nothing is saved yet; `settle` answers when it is.
        return HttpResponse()

    def say_taken(self, request, taken):
        if taken:
            names = get_text_list([in_words(name) for name in taken], "and")
            text = f"Meanwhile somebody else changed {names}. That is kept beside your changes."
            self.message_user(request, text, messages.WARNING)
