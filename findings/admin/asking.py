"""A page between an action and what it does: it asks for what the action needs to know."""

from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.template.response import TemplateResponse


def ask(model_admin, request, chosen, form_class, **texts):
    """(the filled form, None), or (None, the page that asks for it).

    `texts` are the `title` of the page, what it `warns` of and the `label` of its button.
    """
    form = form_class(request.POST if "answered" in request.POST else None)
    if form.is_valid():
        return form, None
    context = {
        **model_admin.admin_site.each_context(request),
        "form": form,
        "chosen": chosen,
        "action": request.POST["action"],
        "checkbox": ACTION_CHECKBOX_NAME,
        "opts": model_admin.model._meta,
        **texts,
    }
    return None, TemplateResponse(request, "admin/ask.html", context)
