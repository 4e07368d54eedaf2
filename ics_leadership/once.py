"""A form of the admin is taken once, however often it is sent.

What belongs to it: a button pressed twice, a page sent again after a lost answer, a browser that
repeats a form when it is woken; alike for what is added, changed, published, withdrawn, deleted
and imported. It is the same form if all its fields are, among them the token against forgery,
which is another each time a form is opened: whoever fills in a new form adds a second record.

What was sent last to an address stands in the table of sessions, under a name of its own, and
goes with the old ones.
"""

import time
from datetime import timedelta
from hashlib import sha256

from django.contrib import messages
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.db import IntegrityError, transaction
from django.http import HttpResponseRedirect
from django.utils import timezone

KEPT = timedelta(hours=1)
# For so long the second waits for what comes of the first; then it is taken for a new one.
PATIENCE = 30
PAUSE = 0.1
TWICE = "This form came twice and was taken once. Here is what came of it."


class Once:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        # A file is only looked at; importing what was looked at is a form of its own.
        changes = request.method == "POST" and request.path_info.startswith("/admin/")
        if not changes or not request.user.is_authenticated or request.FILES:
            return self.get_response(request)
        slot = name_of(request.user.pk, request.path)
        claimed, led_to = claim(slot, name_of(sorted(request.POST.lists())))
        if led_to:
            messages.info(request, TWICE)
            return HttpResponseRedirect(led_to)
        led_to = ""
        try:
            response = self.get_response(request)
            led_to = response.get("Location", "")
            return response
        finally:
            settle(slot, claimed, led_to)


def name_of(*parts):
    """A name that is the same for the same parts, as long as a session's may be."""
    return sha256(repr(parts).encode("utf-8", "surrogatepass")).hexdigest()[:40]


def claim(slot, form):
    """(what stands in the slot now, ""), or ("", where the same form led to)."""
    until = time.monotonic() + PATIENCE
    while True:
        held = Session.objects.filter(pk=slot, expire_date__gt=timezone.now()).first()
        found = SessionStore().decode(held.session_data) if held else {}
        if found.get("form") == form and found["led_to"]:
            return "", found["led_to"]
        if found.get("form") != form or time.monotonic() > until:
            claimed = written(form)
            if put(slot, held, claimed):
                return claimed, ""
        time.sleep(PAUSE)


def written(form, led_to=""):
    return SessionStore().encode({"form": form, "led_to": led_to})


def put(slot, held, claimed):
    """Whether the slot was still as it was `held`, and is claimed by now."""
    values = {"session_data": claimed, "expire_date": timezone.now() + KEPT}
    if held:
        same = Session.objects.filter(pk=slot, session_data=held.session_data)
        return bool(same.update(**values))
    Session.objects.filter(pk=slot, expire_date__lte=timezone.now()).delete()
    try:
        with transaction.atomic():
            Session.objects.create(session_key=slot, **values)
    except IntegrityError:
        return False
    return True


def settle(slot, claimed, led_to):
    """Note where the form led; one that led nowhere was not taken, and may be sent again."""
    mine = Session.objects.filter(pk=slot, session_data=claimed)
    if led_to:
        form = SessionStore().decode(claimed)["form"]
        mine.update(session_data=written(form, led_to))
    else:
        mine.delete()
