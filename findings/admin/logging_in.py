"""Logging in, slowed down for whoever guesses, and with a line in the log for each attempt."""

import logging
import uuid

from django.conf import settings
from django.contrib.admin.forms import AdminAuthenticationForm
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError

from findings.api.limits import client_of
from findings.editorial import attempts

logger = logging.getLogger(__name__)
# Marks a browser in which somebody was logged in: not who it is, nor is it let in by it.
COOKIE = "ics-known" if settings.LOCAL else "__Host-ics-known"
COOKIE_SECONDS = 180 * 24 * 60 * 60


class LogInForm(AdminAuthenticationForm):
    error_messages = {
        **AdminAuthenticationForm.error_messages,
        "too_soon": "There were too many attempts. Wait %(seconds)s seconds, then try again.",
    }

    def clean(self):
        name = self.cleaned_data.get("username", "")
        network = client_of(self.request, behind_proxy=settings.BEHIND_PROXY)
        keys = attempts.keys_of(name, network, browser=browser_of(self.request, name))
        try:
            attempts.begin(keys)
            found = super().clean()
        except attempts.TooSoon as refusal:
            note("too soon", name)
            about = {"seconds": refusal.seconds}
            raise ValidationError(
                self.error_messages["too_soon"], code="too_soon", params=about
            ) from None
        except ValidationError:
            note("refused", name)
            raise
        attempts.succeed(keys)
        note("let in", name)
        return found


def note(outcome, name):
    """A name that is no account's may be a password in the wrong box, so it isn't repeated."""
    account = name if User.objects.filter(username=name).exists() else "(no such account)"
    logger.info("log-in %s: %s", outcome, account)


def browser_of(request, name):
    """The number of a browser in which this account was logged in before, or nothing."""
    told = request.get_signed_cookie(COOKIE, default="", max_age=COOKIE_SECONDS)
    account, _, browser = told.rpartition(":")
    return browser if account == name else ""


def remember(response, user):
    """Marks the browser as one that the user has logged in with."""
    response.set_signed_cookie(
        COOKIE,
        f"{user.get_username()}:{uuid.uuid4().hex}",
        max_age=COOKIE_SECONDS,
        secure=not settings.LOCAL,
        httponly=True,
        samesite="Lax",
    )
