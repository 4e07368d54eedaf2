"""The page on which an editor sets up the second step of logging in."""

import logging
from base64 import b32encode

from django import forms
from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.safestring import mark_safe
from django_otp import login

from findings.editorial import second_step

logger = logging.getLogger(__name__)


class CodeField(forms.CharField):
    def __init__(self, inputmode="text", **options):
        attrs = {"autocomplete": "one-time-code", "autocapitalize": "none", "inputmode": inputmode}
        super().__init__(max_length=20, widget=forms.TextInput(attrs=attrs), **options)


class CodeForm(forms.Form):
    code = CodeField(label="The six figures that the app shows now", inputmode="numeric")


def page(site, request):
    """Whoever has a second step sees that it is there; anybody else sets one up."""
    if second_step.is_set_up(request.user):
        return already(site, request)
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if device := second_step.confirm(request.user, form.cleaned_data["code"]):
            login(request, device)
            logger.info("second step set up: %s", request.user)
            messages.success(request, "From now on you log in with a code of your app.")
            return with_codes(site, request)
        form.add_error("code", "That is not the code of this moment. Wait for the next, and try.")
    device = second_step.begin(request.user)
    return shown(
        site,
        request,
        form=form,
        picture=mark_safe(second_step.picture(device)),  # noqa: S308 (drawn here)
        key=b32encode(device.bin_key).decode(),
    )


def already(site, request):
    if not request.user.is_verified():  # logged in before it was set up
        logout(request)
        return HttpResponseRedirect(reverse("admin:login"))
    if request.method == "POST":
        return with_codes(site, request)
    return shown(site, request, is_set_up=True, left=second_step.codes_left(request.user))


def with_codes(site, request):
    """The only time that these codes are shown: they are kept so that nobody can read them."""
    codes = second_step.new_codes(request.user)
    logger.info("recovery codes made: %s", request.user)
    return shown(site, request, is_set_up=True, codes=codes)


def shown(site, request, **context):
    context = {**site.each_context(request), "title": "A second step to log in", **context}
    return TemplateResponse(request, "admin/second_step.html", context)
