"""What an editor does with many records at once, from their list."""

from django.contrib import admin, messages

from findings.publishing import edits, rechecks, states
from findings.publishing.versions import Note
from findings.vocabulary import State, Via

from .scheduling import publish_later, publish_no_more
from .withdrawals import withdraw


def move_action(state, label, right="change"):
    """An admin action that brings each chosen record into `state`, and says what it refused."""

    def bring(record, note):
        if state == State.PUBLISHED:
            edits.publish(record, note)
        else:
            states.move(record, state, note)

    @admin.action(description=label, permissions=[right])
    def action(model_admin, request, chosen):
        moved = 0
        for record in chosen:
            if not model_admin.has_change_permission(request, record):
                text = f"{record.reference}: you may not change it."
                model_admin.message_user(request, text, messages.ERROR)
                continue
            try:
                bring(record, Note(Via.ACTION, request.user, label))
                moved += 1
            except states.Refused as refusal:
                model_admin.message_user(request, str(refusal), messages.ERROR)
        if moved:
            noun = "record is" if moved == 1 else "records are"
            model_admin.message_user(request, f"{moved} {noun} now {state.label.lower()}.")

    action.__name__ = f"move_to_{state.value.replace('-', '_')}"
    return action


@admin.action(description="The verdict still holds, checked today", permissions=["publish"])
def confirm_verdict(model_admin, request, chosen):
    for record in chosen:
        rechecks.confirm(record, Note(Via.ACTION, request.user, "Verdict checked again"))
    model_admin.message_user(request, f"Checked today: {chosen.count()}.")


ACTIONS = [
    move_action(State.PUBLISHED, "Publish", "publish"),
    move_action(State.IN_REVIEW, "Send to review"),
    move_action(State.DRAFT, "Back to draft"),
    publish_later,
    publish_no_more,
    withdraw,
    confirm_verdict,
]
