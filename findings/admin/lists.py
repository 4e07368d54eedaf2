"""What every list of the admin has: its title, a sentence on what it holds, and calm answers to
what Django's own list can't read."""

import re

from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.admin.utils import get_fields_from_path
from django.contrib.admin.views.main import SEARCH_VAR
from django.core.exceptions import BadRequest
from django.db.models import Q
from django.utils.text import capfirst

from findings.fulltext.spelling import legible
from findings.search import references
from findings.texts.pasted import seen

from .racing import Raced
from .typed import plain, typed

KEY = re.compile(r"[0-9]{1,18}", re.ASCII)
# More digits than either database takes.
NO_NUMBER = re.compile(r"[0-9]{19}", re.ASCII)
DAY_PART = {
    "year": re.compile(r"[1-9][0-9]{0,3}", re.ASCII),
    "month": re.compile(r"[0-9]{1,2}", re.ASCII),
    "day": re.compile(r"[0-9]{1,2}", re.ASCII),
}


class Listed(Raced):
    """Mixin of the admin of a noun."""

    change_list_template = "admin/row_list.html"
    intro = explains = ""
    # The field in which a row, or its record, bears a reference.
    reference = "reference"

    def changelist_view(self, request, extra_context=None):
        for name, value in request.GET.items():
            self.refuse_strange(name, value)
        if ACTION_CHECKBOX_NAME in request.POST:
            request.POST = with_readable_keys(request.POST)
        title = capfirst(self.opts.verbose_name_plural)
        return super().changelist_view(request, {"title": title, **(extra_context or {})})

    def get_search_results(self, request, rows, search_term):
        """As readers search: a reference in any dress, and without what nobody sees."""
        named = references.read(search_term) if self.bearers else []
        found, is_doubled = rows.filter(self.named_by(named)), False
        if named and (all(each.code for each in named) or found.exists()):
            return found, is_doubled
        for words in dict.fromkeys(map(plain, [seen(search_term), legible(search_term)])):
            some, doubles = super().get_search_results(request, rows, words)
            found, is_doubled = found | some, is_doubled or doubles
        return found, is_doubled

    def get_search_fields(self, request):
        return [typed(self.model, path) for path in super().get_search_fields(request)]

    @property
    def bearers(self):
        """The searched fields that hold a reference and nothing else."""
        return {self.reference, f"record__{self.reference}"} & {*self.search_fields}

    def named_by(self, named):
        """The condition for the rows that bear one of these references."""
        found = Q(pk__in=[])
        for path in self.bearers:
            for each in named:
                found |= each.stands_in(path)
        return found

    def lookup_allowed(self, lookup, value, request):
        """Only what this list's own filters ask: `title__regex=…` would hold the database up."""
        return lookup in set(self.own_lookups(request)) and super().lookup_allowed(
            lookup, value, request
        )

    def own_lookups(self, request):
        for part in DAY_PART if self.date_hierarchy else ():
            yield f"{self.date_hierarchy}__{part}"
        for each in self.get_list_filter(request):
            if isinstance(each, type):
                yield each.parameter_name
                continue
            path = each if isinstance(each, str) else each[0]
            yield from (path, f"{path}__exact", f"{path}__isnull")
            yield from (f"{path}__{key}__exact" for key in keys_behind(self.model, path))

    def refuse_strange(self, name, value):
        if name != SEARCH_VAR and NO_NUMBER.search(value):
            raise BadRequest("That number is too large.")
        field, _, part = name.rpartition("__")
        if not field or field != self.date_hierarchy:
            return
        if part not in DAY_PART or not DAY_PART[part].fullmatch(value):
            raise BadRequest("A day is asked for by year, month and day, as numbers.")


def keys_behind(model, path):
    """The name of the key by which a filter asks for what the field at `path` leads to."""
    field = get_fields_from_path(model, path)[-1]
    return [field.target_field.name] if field.is_relation else []


def with_readable_keys(post):
    """A copy of `post` without chosen rows that no key could name."""
    post = post.copy()
    keys = [key for key in post.getlist(ACTION_CHECKBOX_NAME) if KEY.fullmatch(key)]
    post.setlist(ACTION_CHECKBOX_NAME, keys)
    return post
