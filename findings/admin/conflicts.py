"""The page on which an editor chooses between two changes to the same words."""

import yaml
from django.contrib import messages
from django.core import signing
from django.core.exceptions import BadRequest
from django.template.response import TemplateResponse

from findings.models import Edit
from findings.texts.diffing import differ
from findings.texts.merging import merge

from .naming import label_of

SALT = "findings.admin.conflict"


def page(model_admin, request, thing, base, row, conflicts, edit=None, answered=None):
    """Both texts of each field side by side, with what they were before; and with what was
    `answered` already, if not everything was."""
    now = model_admin.working_row(thing)
    carried = {"base": base, "row": row, "now": now, "edit": edit and edit.pk}
    context = {
        **model_admin.admin_site.each_context(request),
        "title": f"Choose between two changes: {thing}",
        "opts": model_admin.model._meta,
        "thing": thing,
        "choices": [choice(model_admin.model, conflict, answered or {}) for conflict in conflicts],
        "carried": signing.dumps(carried, salt=SALT, compress=True),
        "line": request.POST.get("change_line", edit.line if edit else ""),
        "is_major": "change_is_major" in request.POST or bool(edit and edit.is_major),
        "kept_as_edit": edit,
        "outcome": model_admin.outcome_of_choice(thing),
    }
    return TemplateResponse(request, "admin/conflict.html", context)


def choice(model, conflict, answered):
    """What the page shows of one field; each text with the words that it changed."""
    base, mine, theirs = shown(conflict.base), shown(conflict.mine), shown(conflict.theirs)
    return {
        "field": conflict.field,
        "label": label_of(model, conflict.field),
        "base": base,
        "joined": answered.get(f"joined-{conflict.field}", mine),
        "chosen": answered.get(f"choose-{conflict.field}", ""),
        "changed_by_me": differ(base, mine),
        "changed_by_them": differ(base, theirs),
        "is_text": isinstance(conflict.mine, str) and isinstance(conflict.theirs, str),
    }


def shown(value):
    """A value as an editor can read it. One database keeps the order of keys, the other not."""
    if value in (None, "", []):
        return ""
    if isinstance(value, str):
        return value
    return yaml.safe_dump(value, allow_unicode=True, sort_keys=True, width=80).strip()


def resolve(model_admin, request, thing):
    """Save what was chosen. If somebody else was quicker once more, the page comes again."""
    try:
        carried = signing.loads(request.POST.get("_resolve", ""), salt=SALT)
    except signing.BadSignature:
        raise BadRequest("This page of two changes is not one of ours.") from None
    now = carried["now"]
    merged = merge(carried["base"], carried["row"], now)
    row = dict(merged.row)
    for conflict in merged.conflicts:
        if f"choose-{conflict.field}" not in request.POST:
            model_admin.message_user(request, "Choose for every field.", messages.ERROR)
            found = again(carried)
            found |= {"conflicts": merged.conflicts, "answered": request.POST}
            return page(model_admin, request, thing, **found)
        row[conflict.field] = chosen(request.POST, conflict)
    return model_admin.settle_choice(request, thing, now, row, carried["edit"])


def again(carried):
    edit = Edit.objects.set_aside().filter(pk=carried["edit"]).first()
    return {"base": carried["base"], "row": carried["row"], "edit": edit}


def chosen(post, conflict):
    answer = post.get(f"choose-{conflict.field}")
    if answer == "mine":
        return conflict.mine
    if answer == "joined" and isinstance(conflict.mine, str):
        return post.get(f"joined-{conflict.field}", conflict.mine).replace("\r\n", "\n").strip()
    return conflict.theirs
