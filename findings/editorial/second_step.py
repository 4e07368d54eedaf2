"""The second step of logging in: a code that an app on the editor's phone makes (TOTP)."""

import segno
from django.conf import settings
from django.db import transaction
from django_otp.plugins.otp_totp.models import TOTPDevice


def is_set_up(user):
    return TOTPDevice.objects.filter(user=user, confirmed=True).exists()


def is_lacking(user):
    """Whether this log-in has taken no second step where all have to. Elsewhere it is asked for
    at the log-in, of whoever has set one up."""
    return settings.SECOND_STEP == "required" and not user.is_verified()


@transaction.atomic
def check(user, code):
    """The device whose code this is, or None. A code is good for one log-in."""
    for device in TOTPDevice.objects.select_for_update().filter(user=user, confirmed=True):
        if device.verify_token(code):
            return device
    return None


def begin(user):
    """The device that is being set up: the same until a code of it has been given."""
    return TOTPDevice.objects.get_or_create(user=user, confirmed=False)[0]


@transaction.atomic
def confirm(user, code):
    """The device, now in use, or None where the code isn't one of its."""
    device = TOTPDevice.objects.select_for_update().get(pk=begin(user).pk)
    if not device.verify_token(code):
        return None
    device.confirmed = True
    device.save()
    return device


def picture(device):
    """What the app reads with the camera, drawn here: no other site learns the key."""
    return segno.make(device.config_url, error="m").svg_inline(scale=5, light="#fff")


def reset(user):
    """Forget the second step of an account. Returns whether there was one."""
    return bool(TOTPDevice.objects.filter(user=user).delete()[0])
