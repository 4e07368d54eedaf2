from django.conf import settings
from django.db import models
from django.db.models import Q

from findings.vocabulary import EditState

from .constraints import Once, known


class EditQuerySet(models.QuerySet):
    def pending(self):
        return self.filter(state=EditState.PENDING)

    def set_aside(self):
        return self.filter(state=EditState.SET_ASIDE)

    def ended(self):
        """What nobody works on any more, and can be brought back."""
        return self.filter(state__in=[EditState.REPLACED, EditState.DROPPED])

    def taken_from(self, user):
        """What somebody else dropped that was this user's."""
        mine = self.filter(state=EditState.DROPPED, made_by=user)
        mine = mine.select_related("record", "ended_by").defer("base", "row")
        return mine.exclude(Q(ended_by=user) | Q(ended_by=None))


class Edit(models.Model):
    """A record as an editor would have it, whole: a row that isn't in the tables (yet).

    A *pending* edit of a published record waits for its publication; a record has one at most.
    An edit is *set aside* when somebody else had changed the same words: nothing is lost, and
    whoever made it chooses between the two. One that was *replaced* by a later one, or *dropped*,
    stays as a trace that can be restored. `base` is the row that the editor began from.
    """

    record = models.ForeignKey("Record", models.CASCADE, related_name="edits")
    state = models.CharField(max_length=10, choices=EditState.choices)
    base = models.JSONField()
    row = models.JSONField()
    line = models.CharField("what changes, in one line", max_length=200, blank=True)
    is_major = models.BooleanField("major", default=False)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, related_name="+", null=True, blank=True
    )
    made_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, related_name="+", null=True, blank=True
    )
    why = models.CharField("reason for dropping it", max_length=200, blank=True)

    objects = EditQuerySet.as_manager()

    class Meta:
        ordering = ["changed_at", "pk"]
        constraints = [
            Once(
                fields=["record"],
                condition=Q(state=EditState.PENDING),
                name="edit_one_pending_a_record",
                beside="record",
                says="This record has a pending edit already.",
            ),
            known("state", EditState, "edit_state_is_known"),
        ]

    def __str__(self):
        return f"{self.get_state_display()} edit of {self.record.reference}"
