from django.conf import settings
from django.db import models
from django.db.models import OuterRef, Q
from django.db.models.fields.json import KT
from django.db.models.functions import Cast
from django.urls import reverse

from findings.vocabulary import State, Via

from .constraints import Check, Once, known
from .readable import readable


class VersionQuerySet(models.QuerySet):
    def public(self):
        """The versions that readers have seen, oldest first, of records that they see now."""
        return self.numbered().filter(readable("record__"))

    def numbered(self):
        return self.exclude(number=None).order_by("number")

    def with_states(self):
        """Each version with `state_then`: the state of its record when it was made."""
        return self.annotate(state_then=Cast(KT("row__state"), models.TextField()))

    def telling(self):
        """Those that tell readers something: that their record is published, published again,
        or changed but for a minor edit."""
        before = Version.objects.filter(record=OuterRef("record"), pk__lt=OuterRef("pk"))
        state_before = before.with_states().order_by("-pk").values("state_then")[:1]
        again = Q(state_then=State.PUBLISHED, state_before=State.WITHDRAWN)
        public = Q(number=1) | Q(number__gt=1, is_major=True)
        return self.with_states().annotate(state_before=state_before).filter(public | again)


class Version(models.Model):
    """A record as it was at one moment, whole: a row, in the form of a fixture.

    Every save makes one. Those that readers saw bear a public number, which counts only what
    changed for them. History, differences and the digest of changes all read this table.
    """

    record = models.ForeignKey("Record", models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField("public number", null=True, blank=True)
    row = models.JSONField()
    line = models.CharField("what changed, in one line", max_length=200, blank=True)
    is_major = models.BooleanField("major", default=False)
    via = models.CharField(max_length=10, choices=Via.choices)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, related_name="+", null=True, blank=True
    )
    made_at = models.DateTimeField(auto_now_add=True)
    redacted_at = models.DateTimeField(null=True, blank=True)
    redacted_why = models.CharField("reason for redacting", max_length=200, blank=True)

    objects = VersionQuerySet.as_manager()

    class Meta:
        ordering = ["record", "pk"]
        permissions = [("redact_version", "Can take the text of a version away for ever")]
        indexes = [models.Index(fields=["made_at"])]
        constraints = [
            Once(
                fields=["record", "number"],
                name="version_number_once",
                beside="number",
                says="This record has a version of this number already.",
            ),
            known("via", Via, "version_via_is_known"),
            Check(
                condition=Q(number=None) | Q(number__gte=1),
                name="version_numbers_start_at_one",
                beside="number",
                says="The numbers of versions begin at 1.",
            ),
        ]

    def __str__(self):
        return f"{self.record.reference} v{self.number}" if self.number else f"Version {self.pk}"

    def get_absolute_url(self):
        return reverse(f"{self.record.kind}-version", args=[self.record.reference, self.number])

    @property
    def name(self):
        """The version as a reader would say it."""
        return f"Version {self.number}"

    @property
    def is_first(self):
        return self.number == 1

    @property
    def is_redacted(self):
        return self.redacted_at is not None
