"""The second step of logging in: a code that an app on the editor's phone makes (TOTP), or one of
ten recovery codes, each good once, where the phone is not at hand."""

import segno
from django.conf import settings
from django.db import transaction
from django.utils.crypto import salted_hmac
from django_otp.plugins.otp_static.models import StaticDevice, StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

RECOVERY_CODES = 10


def is_set_up(user):
    return TOTPDevice.objects.filter(user=user, confirmed=True).exists()


def is_lacking(user):
    """Whether this log-in has taken no second step where all have to. Elsewhere it is asked for
    at the log-in, of whoever has set one up."""
    return settings.SECOND_STEP == "required" and not user.is_verified()


@transaction.atomic
def check(user, code):
    """The device whose code this is, or None. A code is good for one log-in."""
    kind, given = TOTPDevice, "".join(code.split())
    if not given.isdecimal():
        kind, given = StaticDevice, kept(given)
    for device in kind.objects.select_for_update().filter(user=user, confirmed=True):
        if device.verify_token(given):
            return device
    return None


def is_recovery(device):
    return isinstance(device, StaticDevice)


def codes_left(user):
    return StaticToken.objects.filter(device__user=user).count()


@transaction.atomic
def new_codes(user):
    """Recovery codes in place of all before, to be shown now and never again."""
    device = StaticDevice.objects.get_or_create(user=user, name="recovery")[0]
    device.token_set.all().delete()
    codes = [new_code() for _ in range(RECOVERY_CODES)]
    for code in codes:
        device.token_set.create(token=kept(code))
    return codes


def new_code():
    """Never of figures alone, by which a code of the app is known."""
    code = StaticToken.random_token()
    return new_code() if code.isdecimal() else code


def kept(code):
    """What stands in the database for a recovery code, which can't be read from it."""
    return salted_hmac("recovery code", code.lower(), algorithm="sha256").hexdigest()[:16]


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
    StaticDevice.objects.filter(user=user).delete()
    return bool(TOTPDevice.objects.filter(user=user).delete()[0])
