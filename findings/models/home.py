from django.db import models
from django.db.models import Prefetch, Q

from findings.texts.days import spell
from findings.vocabulary import HomeSlot

from .constraints import Check, Once, known
from .readable import readable
from .sound import managers


class HomePageQuerySet(models.QuerySet):
    def current(self):
        """The one row, or None before anything is loaded."""
        return self.first()

    def knowledge(self):
        """The sentence that every form of output carries; empty before anything is loaded."""
        home = self.current()
        day = home and spell(home.knowledge_date)
        return f"The editors have read nothing later than {day}." if day else ""


class HomePage(models.Model):
    """What the editors put on the home page, and the day up to which they know the news."""

    slug = models.SlugField(max_length=10, unique=True, default="home", editable=False)
    statement = models.TextField()
    recommendations_intro = models.TextField("text above the recommendations")
    knowledge_date = models.DateField(help_text="Nothing later than this day has been read.")
    reason = models.TextField("reason for the choice", blank=True)

    objects = HomePageQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "home page"
        constraints = [
            Check(
                condition=Q(slug="home"),
                name="home_page_is_the_only_one",
                beside="slug",
                says="There is one home page, and no second.",
            ),
        ]

    def __str__(self):
        return "Home page"

    def chosen(self):
        """Published records by slot: {slot value: [record, ...]}, in the editors' order."""
        records = HomePlace.record.field.related_model.objects.published()
        places = self.places.filter(readable("record__")).prefetch_related(
            Prefetch("record", records.for_rows().with_found_since())
        )
        by_slot = {slot.value: [] for slot in HomeSlot}
        for place in places:
            by_slot[place.slot].append(place.record)
        return by_slot


class HomePlace(models.Model):
    home = models.ForeignKey(HomePage, models.CASCADE, related_name="places")
    record = models.ForeignKey("Record", models.CASCADE, related_name="home_places")
    slot = models.CharField(max_length=10, choices=HomeSlot.choices)
    position = models.PositiveSmallIntegerField(default=0)

    SOUND = Q(slot__in=HomeSlot.values)
    objects, every = managers()

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            Once(
                fields=["home", "record"],
                name="record_once_on_home",
                beside="record",
                says="This record stands on the home page already.",
            ),
            known("slot", HomeSlot, "home_slot_is_known"),
        ]

    def __str__(self):
        return f"{self.get_slot_display()}: {self.record.reference}"
