import datetime
from calendar import monthrange

from django.db import models
from django.db.models import Prefetch, Q
from django.urls import reverse
from django.utils.formats import date_format

from findings.vocabulary import DevelopmentStatus, Precision

from .citation import Citation
from .constraints import Check, known
from .sound import address, managers, named
from .twins import Distinct


class DevelopmentQuerySet(models.QuerySet):
    def for_timeline(self, as_at=None):
        """Everything the timeline shows; of the records touched, the published ones only, each
        as it was on the day `as_at`."""
        touched = self.model.bears_on.rel.model.objects.published().for_rows().as_at(as_at)
        return self.order_by("date", "date_end", "slug").prefetch_related(
            Prefetch("bears_on", touched),
            "audience_changes__audience",
            Prefetch("citations", Citation.objects.for_display()),
        )

    def to_confirm(self, today):
        """What was planned for a day that is over by `today`: of a date that is known less
        exactly, the last day counts."""
        over = (
            Q(precision=Precision.DAY, date__lt=today)
            | Q(precision=Precision.MONTH, date__lt=today.replace(day=1))
            | Q(precision=Precision.YEAR, date__lt=today.replace(month=1, day=1))
            | Q(precision=Precision.RANGE, date_end__lt=today)
        )
        return self.filter(over, status=DevelopmentStatus.PLANNED)

    def for_data(self):
        """The same without audiences; of the records touched, all that a mention says."""
        touched = self.model.bears_on.rel.model.objects.published()
        return self.order_by("date", "date_end", "slug").prefetch_related(
            Prefetch("bears_on", touched.for_rows()),
            Prefetch("citations", Citation.objects.for_display()),
        )


class Development(Distinct):
    """An event that bears on what the reports say: a law, a plan, a study, a reform."""

    title = models.CharField(max_length=120)
    summary = models.TextField()
    slug = address(80)
    date = models.DateField(
        help_text="The first day, where only a month, a year or a range is known."
    )
    date_end = models.DateField("last day", null=True, blank=True, help_text="Only for a range.")
    precision = models.CharField(max_length=10, choices=Precision.choices, default=Precision.DAY)
    status = models.CharField(
        max_length=10, choices=DevelopmentStatus.choices, default=DevelopmentStatus.HAPPENED
    )
    bears_on = models.ManyToManyField("Record", related_name="developments", blank=True)
    fact = models.CharField("notes behind it", max_length=60, blank=True)

    NAMED = ("title", "date")
    SOUND = (
        Q(precision__in=Precision.values, status__in=DevelopmentStatus.values)
        & Q(slug__routed=True)
        & named("title")
    )
    objects, every = managers(DevelopmentQuerySet)

    class Meta:
        ordering = ["date", "slug"]
        constraints = [
            known("precision", Precision, "development_precision_is_known"),
            known("status", DevelopmentStatus, "development_status_is_known"),
            Check(
                condition=Q(
                    precision=Precision.RANGE,
                    date_end__isnull=False,
                    date_end__gt=models.F("date"),
                )
                | (~Q(precision=Precision.RANGE) & Q(date_end=None)),
                name="development_range_has_its_end",
                beside="date_end",
                says=(
                    "A range of dates needs its last day, later than its first. Any other date has "
                    "none."
                ),
            ),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return f"{reverse('timeline')}#{self.slug}"

    @property
    def last_day(self):
        """The last day on which it may have happened, as exactly as is known."""
        if self.precision == Precision.MONTH:
            return self.date.replace(day=monthrange(self.date.year, self.date.month)[1])
        if self.precision == Precision.YEAR:
            return self.date.replace(month=12, day=31)
        return self.date_end or self.date

    def had_come_by(self, day):
        """Was it over by `day`? Of a date that is known less exactly, the last day counts."""
        return day is None or self.last_day <= day

    @property
    def when(self):
        """The date as exactly as it is known: "8 June 2022", "May 2018", "2021"."""
        if self.precision == Precision.RANGE:
            return spell_range(self.date, self.date_end)
        return date_format(self.date, {"month": "F Y", "year": "Y"}.get(self.precision, "j F Y"))

    @property
    def moments(self):
        """The date for `<time>`: (machine date, words), or two of them for a range."""
        if self.precision != Precision.RANGE:
            return [(self.first_machine_date, self.when)]
        form = "Y-m" if is_whole_months(self.date, self.date_end) else "Y-m-d"
        ends = zip((self.date, self.date_end), self.when.split(" to "), strict=True)
        return [(date_format(day, form), words) for day, words in ends]

    @property
    def first_machine_date(self):
        """The date for a `datetime` attribute, no more exact than is known."""
        return date_format(self.date, {"month": "Y-m", "year": "Y"}.get(self.precision, "Y-m-d"))


def spell_range(first: datetime.date, last: datetime.date):
    """ "18 June to 2 July 2026"; whole months as "December 2015 to March 2016"."""
    whole_months = is_whole_months(first, last)
    end = date_format(last, "F Y" if whole_months else "j F Y")
    form = "F" if whole_months else "j F"
    return f"{date_format(first, form if first.year == last.year else f'{form} Y')} to {end}"


def is_whole_months(first: datetime.date, last: datetime.date):
    return first.day == 1 and (last + datetime.timedelta(days=1)).day == 1
