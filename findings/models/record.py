from collections import Counter
from string import ascii_uppercase

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from taggit.managers import TaggableManager

from findings.imprint import LEADING_REPORT
from findings.models.standing import Standing
from findings.texts.days import AsAt
from findings.texts.recommending import LONG_TEXTS, NAMES
from findings.vocabulary import Kind, LinkRelation, Speaker, State, Trail

from .constraints import Check, known
from .record_queryset import RecordQuerySet, refuse_if_seen

VERBS = {
    LinkRelation.AGREES: ("agrees", "agree"),
    LinkRelation.ADDS: ("adds", "add"),
    LinkRelation.DIFFERS: ("differs", "differ"),
}


class Record(models.Model):
    """A finding, a skill or a recommendation: one table, seen through three proxies."""

    # The past day at which a reader looks; see RecordQuerySet.as_at.
    seen_on = None

    title = models.CharField(max_length=120)
    short_title = models.CharField(max_length=40, help_text="For the map: at most 40 characters.")
    summary = models.TextField(blank=True, help_text="Two sentences for somebody in a hurry.")
    brief_line = models.CharField(
        "line for briefs", max_length=100, blank=True, help_text="At most 100 characters."
    )
    body = models.TextField(
        blank=True, help_text="Paragraphs, with an empty line between them. Why, if you recommend."
    )
    action = models.TextField("what to do", blank=True)
    first_step = models.TextField(blank=True)
    who = models.TextField("who does it", blank=True)
    hours = models.TextField("what it takes in hours", blank=True)
    pitfall = models.TextField("what usually goes wrong", blank=True)
    measure = models.TextField("how you would know it worked", blank=True)
    case = models.TextField("where it was done", blank=True)
    is_notice = models.BooleanField("a notice, nothing that one could do", default=False)
    reference = models.CharField(max_length=20, unique=True)
    kind = models.CharField(max_length=20, choices=Kind.choices)
    source = models.ForeignKey("Source", models.PROTECT, related_name="records")
    # Without an order PostgreSQL gives them in any.
    themes = TaggableManager(
        through="RecordTheme", related_name="records", blank=True, ordering=["position", "name"]
    )
    audiences = models.ManyToManyField("Audience", through="Addressing", related_name="records")
    speaker = models.CharField("who says so", max_length=20, choices=Speaker.choices)
    speaker_note = models.CharField("name or note", max_length=150, blank=True)
    trail = models.CharField("where it comes from", max_length=20, choices=Trail.choices)
    claims = models.CharField("notes behind it", max_length=120, blank=True)
    state = models.CharField(max_length=20, choices=State.choices, default=State.DRAFT)
    recheck_since = models.DateField(null=True, blank=True, editable=False)
    recheck_because = models.ForeignKey(
        "Development",
        models.SET_NULL,
        related_name="rechecks",
        null=True,
        blank=True,
        editable=False,
    )
    publish_at = models.DateTimeField("to be published at", null=True, blank=True, editable=False)
    publish_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        related_name="+",
        null=True,
        blank=True,
        editable=False,
    )
    publish_fault = models.TextField("why it was not published", blank=True, editable=False)
    sort_key = models.CharField(max_length=30, editable=False, db_index=True)
    created_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)
    published_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects = RecordQuerySet.as_manager()

    class Meta:
        ordering = ["sort_key"]
        permissions = [
            ("publish_record", "Can show readers a record, or a change to it"),
            ("import_rows", "Can import rows from a file"),
        ]
        indexes = [models.Index(fields=["state", "kind", "sort_key"])]
        constraints = [
            known("kind", Kind, "record_kind_is_known"),
            known("state", State, "record_state_is_known"),
            known("speaker", Speaker, "record_speaker_is_known"),
            known("trail", Trail, "record_trail_is_known"),
            Check(
                condition=Q(kind=Kind.FINDING, reference__contains="-F")
                | Q(kind=Kind.SKILL, reference__contains="-S")
                | Q(kind=Kind.RECOMMENDATION, reference__contains="-R"),
                name="record_reference_names_its_kind",
                beside="reference",
                says=(
                    "The letter of a reference says the kind: F for a finding, S for a skill, R "
                    "for a recommendation."
                ),
            ),
            Check(
                condition=Q(title__length__gte=1, title__length__lte=120),
                name="record_title_length",
                beside="title",
                says="A title has 1 to 120 characters.",
            ),
            Check(
                condition=Q(short_title__length__gte=1, short_title__length__lte=40),
                name="record_short_title_length",
                beside="short_title",
                says="A short title has 1 to 40 characters.",
            ),
            Check(
                condition=Q(brief_line__length__lte=100),
                name="record_brief_line_length",
                beside="brief_line",
                says="The line for briefs has at most 100 characters.",
            ),
            Check(
                condition=Q(kind=Kind.RECOMMENDATION)
                | Q(**dict.fromkeys(NAMES, ""), is_notice=False),
                name="record_action_is_a_recommendations",
                beside="action",
                says=(
                    "Only a recommendation says what to do, who does it, and what comes with it. "
                    "Leave these parts of a finding or a skill empty."
                ),
            ),
            Check(
                condition=Q(trail=Trail.OWN, speaker=Speaker.EDITORS) | ~Q(trail=Trail.OWN),
                name="record_own_trail_is_the_editors",
                beside="speaker",
                says=(
                    "What is the editors’ own is said by the editors. Choose them as the speaker, "
                    "or another trail."
                ),
            ),
        ]

    def __str__(self):
        return f"{self.reference} {self.title}"

    def save(self, *args, **kwargs):
        self.prepare()
        super().save(*args, **kwargs)

    def prepare(self):
        """Set what follows from the rest, before it is saved."""
        self.sort_key = self.sort_key_of(self.reference, Kind(self.kind))
        if self.is_published and self.published_at is None:
            self.published_at = timezone.now()

    def delete(self, *args, **kwargs):
        refuse_if_seen(Record.objects.filter(pk=self.pk).exclude(published_at=None))
        return super().delete(*args, **kwargs)

    @property
    def can_be_deleted(self):
        return self.published_at is None

    @staticmethod
    def sort_key_of(reference, kind):
        """Reading order as text: the report that leads, then the others, the oldest first and one
        without a year last; then findings, skills, recommendations, then number."""
        code, _, number = reference.partition("-")
        digits = code.lstrip(ascii_uppercase)
        year = digits[-2:] if len(digits) in (2, 4) else "99"
        if code == LEADING_REPORT:
            year = "00"
        return f"{year}-{code}-{kind.rank}-{number[1:].zfill(6)}"

    @property
    def found_since_in_short(self):
        """ "2 agree, 1 differs", for narrow places. Reads `found_since` as prefetched."""
        counted = Counter(LinkRelation(link.relation) for link in self.found_since)
        said = [
            f"{counted[each]} {VERBS[each][counted[each] > 1]}" for each in VERBS if counted[each]
        ]
        return ", ".join(said)

    def get_absolute_url(self):
        url = reverse(f"{self.kind}-detail", args=[self.reference])
        return f"{url}{AsAt(self.seen_on).suffix}"

    @property
    def kind_word(self):
        return Kind(self.kind)

    @property
    def speaker_word(self):
        return Speaker(self.speaker)

    @property
    def trail_word(self):
        return Trail(self.trail)

    @property
    def long_texts(self):
        """[(LongText, text), ...] of those that it has."""
        texts = [(each, getattr(self, each.name)) for each in LONG_TEXTS]
        return [(each, text) for each, text in texts if text]

    @property
    def code(self):
        """The reference without its report, for narrow places: F03 for ICS18-F03."""
        return self.reference.partition("-")[2]

    @property
    def is_published(self):
        return self.state == State.PUBLISHED

    def verdict_on(self, day):
        """The verdict row in force on `day`, or None. Reads `verdicts` as prefetched."""
        in_force = [
            verdict
            for verdict in self.verdicts.all()
            if verdict.effective_on is None or verdict.effective_on <= day
        ]
        return in_force[-1] if in_force else None

    @property
    def verdict(self):
        return self.verdict_on(self.seen_on or timezone.localdate())

    @property
    def standing(self):
        """What to say of whether it holds, on the day that the reader looks at."""
        return self.standing_on(timezone.localdate())

    def standing_on(self, today):
        """The same, said on the day `today`. A doubt that came later than the day looked at
        is not part of that day."""
        day = self.seen_on or today
        since = self.recheck_since
        return Standing(self.verdict_on(day), today, since if since and since <= day else None)
