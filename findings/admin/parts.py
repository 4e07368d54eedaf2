"""What every form of the admin shares: a help text for each field, and smaller rows below."""

from dataclasses import dataclass

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import AutocompleteMixin, RelatedFieldWidgetWrapper
from django.core.exceptions import ValidationError
from django.db import models

from findings.editorial import coming
from findings.models.constraints import Check, Once
from findings.models.sound import every
from findings.models.twins import sign
from findings.texts import pasted

from .help_texts import help_for
from .keys import keyed

# Where a smaller row stands whose editor says nothing about its order.
LAST = 30000


class Seen(forms.CharField):
    """Text without what was pasted along and nobody sees."""

    def to_python(self, value):
        return super().to_python(pasted.seen(value) if isinstance(value, str) else value)


class Helped:
    """Mixin of the admin of a noun and of the smaller rows on its form."""

    def get_queryset(self, request):
        # Also what readers can't be shown: here it is mended.
        ordering = self.get_ordering(request) or self.opts.ordering
        return every(self.model).order_by(*ordering)

    def formfield_for_dbfield(self, field, request, **options):
        if isinstance(field, models.TextField):
            options.setdefault("widget", forms.Textarea(attrs={"rows": 4}))
        if type(field) in (models.CharField, models.TextField) and not field.choices:
            options.setdefault("form_class", Seen)
        if field.name in coming.DAYS:
            options["validators"] = [coming.refuse]
        if text := help_for(field):
            options["help_text"] = text
        formfield = super().formfield_for_dbfield(field, request, **options)
        if formfield and isinstance(formfield.widget, RelatedFieldWidgetWrapper):
            keep_to_choosing(formfield.widget)
        return keyed(formfield) if hasattr(formfield, "queryset") else formfield


def keep_to_choosing(widget):
    """Beside a field that leads to another thing stands nothing that changes or deletes it."""
    searched = isinstance(widget.widget, AutocompleteMixin)
    widget.can_change_related = widget.can_delete_related = False
    widget.can_add_related = widget.can_add_related and searched
    widget.can_view_related = widget.can_view_related and searched


class OrderedForm(forms.ModelForm):
    position = forms.IntegerField(
        label="Order",
        required=False,
        min_value=0,
        max_value=LAST,
        help_text="The lowest comes first. Leave it empty, and it comes last.",
        widget=forms.NumberInput(attrs={"class": "vIntegerField"}),
    )

    def clean_position(self):
        position = self.cleaned_data["position"]
        return LAST if position is None else position


@dataclass(frozen=True)
class Rule:
    """What no two smaller rows of one owner share, where no table asks for it."""

    fields: list
    beside: str
    says: str


class Parts(forms.BaseInlineFormSet):
    """Smaller rows that keep the rules of their owner too: the form of one alone knows none."""

    def validate_unique(self):
        going = self.deleted_forms
        kept = [form for form in self.forms if form.is_valid() and form not in going]
        sent = [form for form in kept if form.has_changed() or form.instance.pk]
        for rule in self.model._meta.constraints:
            if isinstance(rule, Once) and self.fk.name in rule.fields:
                self.refuse_twins(sent, rule)
            elif isinstance(rule, Check) and self.fk.name in rule.names(self.model):
                self.check(sent, rule)
        if name := getattr(self.model, "SAID_ONCE", ""):
            self.refuse_twins(sent, Rule([name], name, "The same stands above."))

    def refuse_twins(self, sent, rule):
        names = [name for name in rule.fields if name != self.fk.name]
        seen = set()
        for form in sent:
            key = sign(form.cleaned_data.get(name) for name in names)
            if key in seen:
                form.add_error(rule.beside, rule.says)
            seen.add(key)

    def check(self, sent, rule):
        for form in sent:
            asked = {self.fk.name, *form.fields}
            unasked = {field.name for field in self.model._meta.fields} - asked
            try:
                rule.validate(self.model, form.instance, exclude=unasked)
            except ValidationError as error:
                form.add_error(None, error)


class Part(Helped, admin.StackedInline):
    """Smaller rows that go with the noun on whose form they stand, in the order of the page."""

    formset = Parts
    template = "admin/part.html"
    classes = ["collapse"]
    extra = 0
    ordering = ["position", "pk"]
    # Whether it stands open on a new thing, and whether readers may not see a thing without it.
    opens = False
    needed = ""

    def starts(self, thing):
        """The values of the rows that `thing` starts with besides those that it has."""
        return []

    def get_extra(self, request, thing=None, **options):
        return len(self.starts(thing or self.parent_model()))

    def get_queryset(self, request):
        rows = super().get_queryset(request)
        return rows if self.has_view_or_change_permission(request) else rows.none()


class OrderedPart(Part):
    form = OrderedForm
