"""What the buttons of a record's form do besides saving it: publish, at once or later, review."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.utils.timezone import localtime

from findings.publishing import edits, schedule, states
from findings.vocabulary import State

from .readiness import NEEDS
from .rights import may_publish
from .scheduling import MomentForm

# What only they may press who may publish.
DECISIONS = ("_publish", "_plan", "_unplan")
# Where what was typed is, by the state of its record, when there is no pending edit.
WHERE = {
    State.DRAFT: "it is saved as a draft",
    State.IN_REVIEW: "it is saved, in review",
    State.PUBLISHED: "readers see it as before",
    State.WITHDRAWN: "it is saved, and stays withdrawn",
}
# A message that stands in for the green one: what was typed is saved. See local_draft.js.
KEPT = "kept"


class Decides:
    """Mixin of a record's admin."""

    def refuse_decisions(self, request, record=None):
        if any(name in request.POST for name in DECISIONS) and not may_publish(
            request.user, record
        ):
            raise PermissionDenied

    def decide(self, request, record, note, said):
        """Do what the button says with what is saved now; `said` is what to say of the saving."""
        if "_publish" in request.POST:
            self.publish(request, record, note)
            return
        self.message_user(request, said, messages.SUCCESS)
        if "_review" in request.POST:
            self.send_to_review(request, record, note)
        elif "_plan" in request.POST:
            self.plan(request, record)
        elif "_unplan" in request.POST:
            schedule.plan(record, None)
            self.message_user(request, "It is not planned to be published any more.")

    def publish(self, request, record, note):
        """Publish what was saved, or say that it is kept and why readers don't see it yet."""
        try:
            edits.publish(record, note)
        except states.NotReady:
            text = f"Not published: {kept(record)}. The list below says what is missing."
            self.message_user(request, text, messages.ERROR, extra_tags=KEPT)
        except states.Refused as refusal:
            self.say_refused(request, f"Not published: {kept(record)}.", refusal)
        else:
            text = f"Readers now see {record.reference} as it is here."
            self.message_user(request, text, messages.SUCCESS)

    def send_to_review(self, request, record, note):
        try:
            states.move(record, State.IN_REVIEW, note)
        except states.Refused as refusal:
            self.say_refused(request, "Not sent to review.", refusal)
        else:
            self.message_user(request, f"{record.reference} is now in review.")

    def plan(self, request, record):
        """Have it published at the time that stands in the form."""
        form = MomentForm(request.POST)
        if not form.is_valid():
            why = " ".join(text for texts in form.errors.values() for text in texts)
            self.message_user(request, f"Not planned. Day and time: {why}", messages.ERROR)
            return
        moment = form.cleaned_data["moment"]
        schedule.plan(record, moment, request.user)
        when = f"{localtime(moment):%-d %B %Y, %H:%M}"
        self.message_user(request, f"To be published on {when}, if nothing is missing then.")

    def say_refused(self, request, what, refusal):
        text = f"{what} {' '.join(refusal.reasons)}"
        self.message_user(request, text, messages.ERROR, extra_tags=KEPT)

    def say_begun(self, request, record):
        """What to say of a new record: that readers don't see it, and what comes next."""
        last = "publish it, or send it to review"
        if not may_publish(request.user, record):
            last = "send it to review"
        return (
            f"{record.reference} is saved as a draft: readers don’t see it. Next, see that the "
            f"list below says {len(NEEDS)} of {len(NEEDS)}, look at the preview, and {last}."
        )


def kept(record):
    """Where what was typed is now."""
    if edits.pending_of(record):
        return "it is kept as a pending edit"
    return WHERE[record.state]
