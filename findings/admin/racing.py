"""Two editors who add or name the same at the same moment."""

from django.contrib import messages
from django.db import IntegrityError, connection, transaction
from django.http import HttpResponseRedirect

from findings.models.twins import Distinct
from findings.publishing import refusals

# Held until the end of the transaction. SQLite has one writer at a time anyway.
TURN = "SELECT pg_advisory_xact_lock(hashtext(%s))"


class Raced:
    """Mixin of the admin of a noun: whoever comes second gets the form as it was typed, which then
    sees the row of the first and says so beside its field."""

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        view, asked = super().changeform_view, (request, object_id, form_url, extra_context)
        adds = request.method == "POST" and not object_id and issubclass(self.model, Distinct)
        try:
            return self.in_turn(view, asked) if adds else view(*asked)
        except IntegrityError:
            pass
        try:
            return view(*asked)
        except IntegrityError as error:
            rule = refusals.rule_of(str(error))
            self.message_user(request, f"Not saved. {rule.says.rstrip('.')}.", messages.ERROR)
            return HttpResponseRedirect(request.get_full_path())

    def in_turn(self, view, asked):
        """One new row of a noun at a time, since no table knows which of them look the same."""
        with transaction.atomic():
            if connection.vendor == "postgresql":
                with connection.cursor() as cursor:
                    cursor.execute(TURN, [self.opts.label_lower])
            return view(*asked)
