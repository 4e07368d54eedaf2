"""A form of the admin as a person fills it in: opened, changed in places, and sent."""

from django.forms import BaseForm, BooleanField, ModelMultipleChoiceField, MultiWidget


def opened(client, url):
    """What the form at `url` would send if nothing were changed: {name: value}."""
    context = client.get(url).context
    formsets = [each.formset for each in context["inline_admin_formsets"]]
    sent = {"_base": context["base"]} if "base" in context else {}
    for formset in formsets:
        sent |= values(formset.management_form)
        for form in formset:
            sent |= values(form)
    return sent | values(context["adminform"].form)


def values(form: BaseForm):
    sent = {}
    for bound in form:
        value = bound.field.prepare_value(bound.value())
        if isinstance(bound.field.widget, MultiWidget):
            parts = bound.field.widget.decompress(value)
            sent |= {f"{bound.html_name}_{number}": part or "" for number, part in enumerate(parts)}
        elif isinstance(bound.field, ModelMultipleChoiceField):
            sent[bound.html_name] = value or []
        elif isinstance(bound.field, BooleanField):
            sent |= {bound.html_name: "on"} if value else {}
        else:
            sent[bound.html_name] = "" if value is None else value
    return sent


def post(client, url, follow=True, **changes):
    return client.post(url, {**opened(client, url), **changes}, follow=follow)
