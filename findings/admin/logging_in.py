"""Logging in, slowed down for whoever guesses, and with a line in the log for each attempt."""

import logging
import uuid

from django.conf import settings
from django.contrib import messages
from django.contrib.admin.forms import AdminAuthenticationForm
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError

from findings.api.limits import client_of
from findings.editorial import attempts, second_step

from .setting_up import CodeField

logger = logging.getLogger(__name__)
# Marks a browser in which somebody was logged in: not who it is, nor is it let in by it.
COOKIE = "ics-known" if settings.LOCAL else "__Host-ics-known"
USED = "You used a recovery code, which is gone now. {left} are left; “Second step” makes new ones."
COOKIE_SECONDS = 180 * 24 * 60 * 60


class LogInForm(AdminAuthenticationForm):
    error_messages = {
        **AdminAuthenticationForm.error_messages,
        "no_code": "This account needs the code of its app too, the one of this moment.",
        "too_soon": "There were too many attempts. Wait %(seconds)s seconds, then try again.",
    }

    code = CodeField(
        label="Code of your app, or a recovery code, if you have set that up:", required=False
    )

    def clean(self):
        name = self.cleaned_data.get("username", "")
        network = client_of(self.request, behind_proxy=settings.BEHIND_PROXY)
        keys = attempts.keys_of(name, network, browser=browser_of(self.request, name))
        try:
            attempts.begin(keys)
            found = super().clean()
            self.take_second_step()
        except attempts.TooSoon as refusal:
            note("too soon", name)
            about = {"seconds": refusal.seconds}
            raise ValidationError(
                self.error_messages["too_soon"], code="too_soon", params=about
            ) from None
        except ValidationError as refusal:
            note("without its code" if refusal.code == "no_code" else "refused", name)
            raise
        attempts.succeed(keys)
        note("let in", name)
        return found

    def take_second_step(self):
        """Asked for after the password, so that nobody learns of whom a code is wanted."""
        user = self.get_user()
        if not second_step.is_set_up(user):
            return
        # Django's log-in hands the device on to the session.
        user.otp_device = second_step.check(user, self.cleaned_data.get("code", ""))
        if user.otp_device is None:
            raise ValidationError(self.error_messages["no_code"], code="no_code")
        if second_step.is_recovery(user.otp_device):
            left = second_step.codes_left(user)
            logger.info("recovery code used: %s, %d left", user, left)
            messages.warning(self.request, USED.format(left=left))


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
