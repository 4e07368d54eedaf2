"""The way from a page to its form, for somebody who is logged in; readers never see it."""

from django.conf import settings
from django.shortcuts import render
from django.urls import reverse

from findings.models import Record


def page_of(request, template, context, thing=None):
    """The page of a thing that has a form in the admin, with the way there for whoever may."""
    edited = {"edit_address": edit_address(request, thing)} if thing else {}
    return for_one(request, render(request, template, {**context, **edited}))


def page_of_many(request, template, context, model):
    """The same of a page on which many of a noun stand, each with its own way to its form."""
    noun = model._meta.model_name
    return page_of(request, template, {**context, "may_edit": may_edit(request, noun)})


def is_logged_in(request):
    """Whether a session comes with the request. Nothing of a session is asked for without one:
    the page of a reader says the same to everybody, so that it can be kept."""
    return settings.SESSION_COOKIE_NAME in request.COOKIES


def may_edit(request, noun):
    """Whether the one who asks edits what is called so, and is not looking at a preview."""
    if not is_logged_in(request) or getattr(request, "preview", None):
        return False
    user = request.user
    return user.is_staff and user.has_perm(f"findings.change_{noun}")


def edit_address(request, thing):
    """Where the one who asks edits the thing, or ""."""
    noun = thing.kind if isinstance(thing, Record) else thing._meta.model_name
    if not may_edit(request, noun):
        return ""
    return reverse(f"admin:findings_{noun}_change", args=[thing.pk])


def for_one(request, response):
    """The same answer, kept by nobody where it is for somebody who is logged in."""
    if is_logged_in(request):
        response["Cache-Control"] = "private, no-store"
    return response
