import re

from django.core.validators import RegexValidator
from django.db import models
from django.urls import reverse
from django.utils.text import slugify

from findings.vocabulary import Extent, Method, State

from .citation import Citation
from .constraints import Check, Once, known
from .readable import readable
from .sound import address, managers, place, work
from .twins import Distinct
from .verdict import Verdict


class SourceQuerySet(models.QuerySet):
    def reports(self):
        """The sources whose records are published here, under a prefix of their own."""
        return self.exclude(report_code=None)

    def counts_by_extent(self):
        """[(Extent, how many sources were read to that extent), ...]: none is left out."""
        counted = self.order_by().values_list("extent").annotate(models.Count("pk"))
        counts = dict(counted)
        return [(extent, counts.get(extent.value, 0)) for extent in Extent]

    def with_citation_counts(self):
        """Each source with how many things of each noun cite it: `record_count`, ...

        Of records and verdicts, those that readers can see; each counts once, however many
        passages of the source it cites.
        """
        cited_by = "passages__citations"
        published = {f"{cited_by}__record__state": State.PUBLISHED}
        published_verdict = {f"{cited_by}__verdict__record__state": State.PUBLISHED}
        return self.annotate(
            record_count=models.Count(
                f"{cited_by}__record", distinct=True, filter=models.Q(**published)
            ),
            verdict_count=models.Count(
                f"{cited_by}__verdict", distinct=True, filter=models.Q(**published_verdict)
            ),
            gap_count=models.Count(f"{cited_by}__gap", distinct=True),
            development_count=models.Count(f"{cited_by}__development", distinct=True),
            change_count=models.Count("audience_changes", distinct=True),
        )

    def for_page(self):
        """All that a source's own page shows, in a constant number of queries."""
        verdicts = models.Prefetch("record__verdicts", Verdict.objects.oldest_first())
        citations = Citation.objects.by_what_is_published().with_owners().prefetch_related(verdicts)
        return self.select_related("account_of").prefetch_related(
            models.Prefetch("passages", Passage.objects.with_addressed()),
            models.Prefetch("passages__citations", citations),
            "audience_changes__audience",
        )


class Source(Distinct):
    """A work that we rest on: an article, a report, an Act, a page of an official site."""

    title = models.CharField(max_length=250)
    description = models.TextField(help_text="What the work is, in one or two sentences.")
    byline = models.CharField(max_length=200, help_text="Who wrote or issued it.")
    slug = address(60)
    published = models.CharField(max_length=60, help_text="As readers see it: “September 2018”.")
    published_on = models.DateField(null=True, blank=True)
    extent = models.CharField(
        "how much was read", max_length=10, choices=Extent.choices, default=Extent.OPENING
    )
    method = models.CharField(
        "kind of evidence", max_length=12, choices=Method.choices, default=Method.UNSAID
    )
    who = models.CharField("who was asked", max_length=120, blank=True)
    how_many = models.PositiveIntegerField("how many", null=True, blank=True)
    gathered = models.CharField("when they were asked", max_length=80, blank=True)
    account_of = models.ForeignKey(
        "self", models.PROTECT, related_name="accounts", null=True, blank=True
    )
    url = models.URLField("official address", max_length=400, blank=True)
    report_code = models.CharField(
        max_length=10,
        unique=True,
        null=True,
        blank=True,
        validators=[RegexValidator(r"^[A-Z]+[0-9]+$", "Capital letters, then a year: ICS18.")],
        help_text="Only for a report with records here: the start of their references (ICS18).",
    )
    fact = models.CharField("notes behind it", max_length=60, blank=True)

    NAMED = ("title", "byline")
    WAY_OUT = "If it is another work, add its year or who issued it to the title."
    SOUND = work()
    objects, every = managers(SourceQuerySet)

    class Meta:
        ordering = ["title"]
        constraints = [
            known("extent", Extent, "source_extent_is_known"),
            known("method", Method, "source_method_is_known"),
            Check(
                condition=~models.Q(account_of=models.F("pk")),
                name="source_no_account_of_itself",
                beside="account_of",
                says="A source can’t be an account of itself. Choose another.",
            ),
            Check(
                condition=models.Q(report_code=None) | models.Q(report_code__length__gte=2),
                name="source_report_code_is_not_blank",
                beside="report_code",
                says=(
                    "The code of a report has at least 2 characters. A source that is no report "
                    "has none."
                ),
            ),
        ]

    def __str__(self):
        return self.title

    @classmethod
    def sign(cls, values):
        """Works without a title of their own are described in square brackets, many alike."""
        described = values[0].startswith("[")
        return super().sign(values if described else values[:1])

    def get_absolute_url(self):
        return reverse("source-detail", args=[self.slug])

    @property
    def year(self):
        """The year in which it came out, as far as its date says: "2018", or ""."""
        found = re.search(r"\b(19|20)[0-9]{2}\b", self.published)
        return found.group() if found else ""

    @property
    def people(self):
        """Who was asked, how many, and when: "121 leaders, May 2024"; "" where nobody was."""
        if not Method(self.method).asks_people:
            return ""
        number = f"{self.how_many:,} {self.who or 'people'}" if self.how_many else ""
        number = number or f"{self.who or 'people'}, number not given"
        return ", ".join(part for part in (number, self.gathered) if part)


class PassageQuerySet(models.QuerySet):
    def with_addressed(self):
        """Each passage with `addressings`: of published records, in their order."""
        addressings = self.model.addressings.rel.related_model.objects.filter(readable("record__"))
        addressings = addressings.select_related("record")
        return self.prefetch_related(
            models.Prefetch("addressings", addressings.order_by("record__sort_key", "pk"))
        )


class Passage(models.Model):
    """A place in a source that can be cited: a paragraph, a section, or "Opening".

    For a source held in full the passage is a paragraph, and `fingerprint` is the SHA-256 of
    its text (NFC, straight quotes, single spaces), so that a change of the source is noticed
    although its text is not stored here.
    """

    source = models.ForeignKey(Source, models.CASCADE, related_name="passages")
    paraphrase = models.CharField(max_length=250, blank=True, help_text="One line, in our words.")
    locator = models.CharField(max_length=80, help_text="“P8”, “Opening”, “Section 26”.")
    fingerprint = models.CharField(max_length=64, blank=True)
    second_hand = models.CharField("read at second hand, through", max_length=150, blank=True)
    position = models.PositiveSmallIntegerField(default=0)

    SOUND = place()
    objects, every = managers(PassageQuerySet)

    class Meta:
        ordering = ["source", "position", "pk"]
        constraints = [
            Once(
                fields=["source", "locator"],
                name="passage_once_in_source",
                beside="locator",
                says="This source has a passage with this place already.",
            ),
            Check(
                condition=models.Q(fingerprint="") | models.Q(fingerprint__length=64),
                name="passage_fingerprint_is_a_sha256",
                beside="fingerprint",
                says="A fingerprint has 64 characters, or none.",
            ),
        ]

    def __str__(self):
        return f"{self.source.title}, {self.locator}"

    @property
    def anchor(self):
        return slugify(self.locator)

    @property
    def addressed_records(self):
        """The records of `with_addressed` whose readers this passage shows, each once."""
        return list(dict.fromkeys(each.record for each in self.addressings.all()))

    @property
    def label(self):
        """The locator as a reader would say it: "paragraph 8" for P8."""
        if self.locator[0] == "P" and self.locator[1:].isdecimal():
            return f"paragraph {self.locator[1:]}"
        return self.locator[0].lower() + self.locator[1:]

    @property
    def hand(self):
        """ "read at second hand, through the BBC"; "" of what the editors read itself."""
        if self.second_hand:
            return f"read at second hand, through {self.second_hand}"
        return "read at second hand" if self.source.extent == Extent.NAMED else ""

    def get_absolute_url(self):
        return f"{self.source.get_absolute_url()}#{self.anchor}"
