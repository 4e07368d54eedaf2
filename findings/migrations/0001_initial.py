# Made by Django from the models of 0.1.0

import django.core.validators
import django.db.models.deletion
import django.db.models.functions.text
import django.utils.timezone
import taggit.managers
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Attempt",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.CharField(max_length=64, unique=True)),
                ("failures", models.PositiveIntegerField(default=0)),
                ("last_at", models.DateTimeField(db_index=True)),
            ],
            options={
                "ordering": ["-last_at"],
            },
        ),
        migrations.CreateModel(
            name="Audience",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=60)),
                (
                    "hook",
                    models.CharField(
                        help_text="One line for the card on the home page.", max_length=120
                    ),
                ),
                (
                    "orientation",
                    models.TextField(
                        help_text="What the source says to this sector, and what not."
                    ),
                ),
                (
                    "slug",
                    models.SlugField(
                        max_length=30,
                        unique=True,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^[a-z0-9]+(-[a-z0-9]+)*\\Z",
                                "Write small letters a to z, digits, and single hyphens between them: cafe-culture.",
                            )
                        ],
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(default=0)),
            ],
            options={
                "ordering": ["position"],
            },
        ),
        migrations.CreateModel(
            name="Development",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("title", models.CharField(max_length=120)),
                ("summary", models.TextField()),
                (
                    "slug",
                    models.SlugField(
                        max_length=80,
                        unique=True,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^[a-z0-9]+(-[a-z0-9]+)*\\Z",
                                "Write small letters a to z, digits, and single hyphens between them: cafe-culture.",
                            )
                        ],
                    ),
                ),
                (
                    "date",
                    models.DateField(
                        help_text="The first day, where only a month, a year or a range is known."
                    ),
                ),
                (
                    "date_end",
                    models.DateField(
                        blank=True,
                        help_text="Only for a range.",
                        null=True,
                        verbose_name="last day",
                    ),
                ),
                (
                    "precision",
                    models.CharField(
                        choices=[
                            ("day", "Day"),
                            ("month", "Month"),
                            ("year", "Year"),
                            ("range", "Range"),
                        ],
                        default="day",
                        max_length=10,
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("happened", "Happened"),
                            ("planned", "Planned"),
                            ("proposed", "Proposed"),
                        ],
                        default="happened",
                        max_length=10,
                    ),
                ),
                (
                    "fact",
                    models.CharField(blank=True, max_length=60, verbose_name="notes behind it"),
                ),
            ],
            options={
                "ordering": ["date", "slug"],
            },
        ),
        migrations.CreateModel(
            name="JudgedQuery",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("words", models.CharField(max_length=100, unique=True)),
                (
                    "need",
                    models.CharField(blank=True, max_length=200, verbose_name="what is wanted"),
                ),
                ("grades", models.TextField(blank=True)),
            ],
            options={
                "verbose_name": "judged query",
                "verbose_name_plural": "judged queries",
                "ordering": ["words"],
            },
        ),
        migrations.CreateModel(
            name="Miss",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("words", models.CharField(max_length=60, unique=True)),
                ("days", models.PositiveSmallIntegerField(default=1)),
                ("last_on", models.DateField()),
            ],
            options={
                "verbose_name": "words that found nothing",
                "verbose_name_plural": "words that found nothing",
                "ordering": ["-days", "words"],
            },
        ),
        migrations.CreateModel(
            name="Passage",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "paraphrase",
                    models.CharField(
                        blank=True, help_text="One line, in our words.", max_length=250
                    ),
                ),
                (
                    "locator",
                    models.CharField(help_text="“P8”, “Opening”, “Section 26”.", max_length=80),
                ),
                ("fingerprint", models.CharField(blank=True, max_length=64)),
                (
                    "second_hand",
                    models.CharField(
                        blank=True, max_length=150, verbose_name="read at second hand, through"
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(default=0)),
            ],
            options={
                "ordering": ["source", "position", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Record",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("title", models.CharField(max_length=120)),
                (
                    "short_title",
                    models.CharField(
                        help_text="For the map: at most 40 characters.", max_length=40
                    ),
                ),
                (
                    "summary",
                    models.TextField(
                        blank=True, help_text="Two sentences for somebody in a hurry."
                    ),
                ),
                (
                    "brief_line",
                    models.CharField(
                        blank=True,
                        help_text="At most 100 characters.",
                        max_length=100,
                        verbose_name="line for briefs",
                    ),
                ),
                (
                    "body",
                    models.TextField(
                        blank=True,
                        help_text="Paragraphs, with an empty line between them. Why, if you recommend.",
                    ),
                ),
                ("action", models.TextField(blank=True, verbose_name="what to do")),
                ("first_step", models.TextField(blank=True)),
                ("who", models.TextField(blank=True, verbose_name="who does it")),
                ("hours", models.TextField(blank=True, verbose_name="what it takes in hours")),
                ("pitfall", models.TextField(blank=True, verbose_name="what usually goes wrong")),
                (
                    "measure",
                    models.TextField(blank=True, verbose_name="how you would know it worked"),
                ),
                ("case", models.TextField(blank=True, verbose_name="where it was done")),
                (
                    "is_notice",
                    models.BooleanField(
                        default=False, verbose_name="a notice, nothing that one could do"
                    ),
                ),
                ("reference", models.CharField(max_length=20, unique=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("finding", "Finding"),
                            ("skill", "Skill"),
                            ("recommendation", "Recommendation"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "speaker",
                    models.CharField(
                        choices=[
                            ("leaders", "Leaders interviewed"),
                            ("authors", "The authors"),
                            ("policy", "Policy fact"),
                            ("individual", "A named individual"),
                            ("editors", "The editors"),
                        ],
                        max_length=20,
                        verbose_name="who says so",
                    ),
                ),
                (
                    "speaker_note",
                    models.CharField(blank=True, max_length=150, verbose_name="name or note"),
                ),
                (
                    "trail",
                    models.CharField(
                        choices=[
                            ("stated", "Stated in the source"),
                            ("inferred", "Inferred from the source"),
                            ("own", "The editors’ own"),
                        ],
                        max_length=20,
                        verbose_name="where it comes from",
                    ),
                ),
                (
                    "claims",
                    models.CharField(blank=True, max_length=120, verbose_name="notes behind it"),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "Draft"),
                            ("in-review", "In review"),
                            ("published", "Published"),
                            ("withdrawn", "Withdrawn"),
                        ],
                        default="draft",
                        max_length=20,
                    ),
                ),
                ("recheck_since", models.DateField(blank=True, editable=False, null=True)),
                (
                    "publish_at",
                    models.DateTimeField(
                        blank=True, editable=False, null=True, verbose_name="to be published at"
                    ),
                ),
                (
                    "publish_fault",
                    models.TextField(
                        blank=True, editable=False, verbose_name="why it was not published"
                    ),
                ),
                ("sort_key", models.CharField(db_index=True, editable=False, max_length=30)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("changed_at", models.DateTimeField(auto_now=True)),
                ("published_at", models.DateTimeField(blank=True, editable=False, null=True)),
            ],
            options={
                "ordering": ["sort_key"],
                "permissions": [
                    ("publish_record", "Can show readers a record, or a change to it"),
                    ("import_rows", "Can import rows from a file"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Synonym",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "phrases",
                    models.TextField(help_text="One a line: “charity”, “voluntary organisation”."),
                ),
                (
                    "finds",
                    models.TextField(
                        blank=True,
                        help_text="What they also find, but not the other way round, one a line.",
                        verbose_name="also finds",
                    ),
                ),
                (
                    "note",
                    models.CharField(
                        blank=True, help_text="Why, for other editors.", max_length=200
                    ),
                ),
                (
                    "slug",
                    models.SlugField(
                        max_length=60,
                        unique=True,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^[a-z0-9]+(-[a-z0-9]+)*\\Z",
                                "Write small letters a to z, digits, and single hyphens between them: cafe-culture.",
                            )
                        ],
                    ),
                ),
            ],
            options={
                "ordering": ["slug"],
            },
        ),
        migrations.CreateModel(
            name="HomePage",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "slug",
                    models.SlugField(default="home", editable=False, max_length=10, unique=True),
                ),
                ("statement", models.TextField()),
                (
                    "recommendations_intro",
                    models.TextField(verbose_name="text above the recommendations"),
                ),
                (
                    "knowledge_date",
                    models.DateField(help_text="Nothing later than this day has been read."),
                ),
                ("reason", models.TextField(blank=True, verbose_name="reason for the choice")),
            ],
            options={
                "verbose_name": "home page",
                "verbose_name_plural": "home page",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("slug", "home")), name="home_page_is_the_only_one"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="LoadedRow",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("noun", models.CharField(max_length=30)),
                ("key", models.CharField(max_length=100)),
                (
                    "folder",
                    models.CharField(
                        help_text="The set of fixtures that it came from.", max_length=200
                    ),
                ),
                ("digest", models.CharField(max_length=64)),
                ("loaded_at", models.DateTimeField(auto_now=True)),
            ],
            options={
                "ordering": ["noun", "key"],
                "constraints": [
                    models.UniqueConstraint(fields=("noun", "key"), name="row_loaded_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="Addressing",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "addressed",
                    models.CharField(
                        choices=[("named", "Names you"), ("all", "Addressed to all")],
                        default="all",
                        max_length=10,
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(default=0)),
                (
                    "audience",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="addressings",
                        to="findings.audience",
                    ),
                ),
                (
                    "passage",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="addressings",
                        to="findings.passage",
                    ),
                ),
            ],
            options={
                "ordering": ["record", "audience__position"],
            },
        ),
        migrations.CreateModel(
            name="Question",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("text", models.CharField(max_length=250)),
                ("position", models.PositiveSmallIntegerField(default=0)),
                (
                    "audience",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="questions",
                        to="findings.audience",
                    ),
                ),
            ],
            options={
                "ordering": ["audience", "position", "pk"],
            },
        ),
        migrations.CreateModel(
            name="SearchRow",
            fields=[
                (
                    "record",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="search_row",
                        serialize=False,
                        to="findings.record",
                    ),
                ),
                ("title", models.TextField()),
                ("lead", models.TextField()),
                ("body", models.TextField()),
                ("spelt", models.TextField()),
                ("changed_at", models.DateTimeField(auto_now=True)),
            ],
        ),
        migrations.AddField(
            model_name="record",
            name="audiences",
            field=models.ManyToManyField(
                related_name="records", through="findings.Addressing", to="findings.audience"
            ),
        ),
        migrations.AddField(
            model_name="record",
            name="publish_by",
            field=models.ForeignKey(
                blank=True,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="record",
            name="recheck_because",
            field=models.ForeignKey(
                blank=True,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="rechecks",
                to="findings.development",
            ),
        ),
        migrations.AddField(
            model_name="development",
            name="bears_on",
            field=models.ManyToManyField(
                blank=True, related_name="developments", to="findings.record"
            ),
        ),
        migrations.CreateModel(
            name="AudienceNote",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("text", models.TextField()),
                ("position", models.PositiveSmallIntegerField(default=0)),
                (
                    "audience",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="notes",
                        to="findings.audience",
                    ),
                ),
                (
                    "record",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="notes",
                        to="findings.record",
                    ),
                ),
            ],
            options={
                "ordering": ["record", "audience__position"],
            },
        ),
        migrations.AddField(
            model_name="addressing",
            name="record",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="addressings",
                to="findings.record",
            ),
        ),
        migrations.CreateModel(
            name="KindProxy",
            fields=[],
            options={
                "proxy": True,
                "indexes": [],
                "constraints": [],
            },
            bases=("findings.record",),
        ),
        migrations.CreateModel(
            name="Reference",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("text", models.CharField(max_length=20, unique=True)),
                ("code", models.CharField(max_length=10)),
                ("letter", models.CharField(max_length=1)),
                ("number", models.PositiveIntegerField()),
                ("issued_at", models.DateTimeField(auto_now_add=True)),
            ],
            options={
                "ordering": ["text"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("code", "letter", "number"), name="reference_issued_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="RoleReading",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("chief-executive", "Chief executive"),
                            ("director", "Director"),
                            ("senior-manager", "Senior manager"),
                        ],
                        max_length=20,
                    ),
                ),
                ("reason", models.CharField(max_length=250)),
                ("position", models.PositiveSmallIntegerField(default=0)),
                (
                    "record",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="role_readings",
                        to="findings.record",
                    ),
                ),
            ],
            options={
                "ordering": ["record", "position", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Source",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("title", models.CharField(max_length=250)),
                (
                    "description",
                    models.TextField(help_text="What the work is, in one or two sentences."),
                ),
                ("byline", models.CharField(help_text="Who wrote or issued it.", max_length=200)),
                (
                    "slug",
                    models.SlugField(
                        max_length=60,
                        unique=True,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^[a-z0-9]+(-[a-z0-9]+)*\\Z",
                                "Write small letters a to z, digits, and single hyphens between them: cafe-culture.",
                            )
                        ],
                    ),
                ),
                (
                    "published",
                    models.CharField(
                        help_text="As readers see it: “September 2018”.", max_length=60
                    ),
                ),
                ("published_on", models.DateField(blank=True, null=True)),
                (
                    "extent",
                    models.CharField(
                        choices=[
                            ("full", "All of it was read"),
                            ("part", "Part of it was read"),
                            ("opening", "Only the opening was read"),
                            ("named", "Not read; known from other sources"),
                        ],
                        default="opening",
                        max_length=10,
                        verbose_name="how much was read",
                    ),
                ),
                (
                    "method",
                    models.CharField(
                        choices=[
                            ("interviews", "Interviews"),
                            ("survey", "Survey"),
                            ("mixed", "Several methods"),
                            ("review", "Review of studies"),
                            ("figures", "Official figures"),
                            ("law", "Law"),
                            ("guidance", "Guidance"),
                            ("opinion", "Opinion"),
                            ("news", "News or announcement"),
                            ("unsaid", "Method not recorded"),
                        ],
                        default="unsaid",
                        max_length=12,
                        verbose_name="kind of evidence",
                    ),
                ),
                ("who", models.CharField(blank=True, max_length=120, verbose_name="who was asked")),
                (
                    "how_many",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="how many"),
                ),
                (
                    "gathered",
                    models.CharField(
                        blank=True, max_length=80, verbose_name="when they were asked"
                    ),
                ),
                (
                    "url",
                    models.URLField(blank=True, max_length=400, verbose_name="official address"),
                ),
                (
                    "report_code",
                    models.CharField(
                        blank=True,
                        help_text="Only for a report with records here: the start of their references (ICS18).",
                        max_length=10,
                        null=True,
                        unique=True,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^[A-Z]+[0-9]+$", "Capital letters, then a year: ICS18."
                            )
                        ],
                    ),
                ),
                (
                    "fact",
                    models.CharField(blank=True, max_length=60, verbose_name="notes behind it"),
                ),
                (
                    "account_of",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="accounts",
                        to="findings.source",
                    ),
                ),
            ],
            options={
                "ordering": ["title"],
            },
        ),
        migrations.AddField(
            model_name="record",
            name="source",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="records",
                to="findings.source",
            ),
        ),
        migrations.AddField(
            model_name="passage",
            name="source",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="passages",
                to="findings.source",
            ),
        ),
        migrations.CreateModel(
            name="LawLine",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("title", models.CharField(max_length=120)),
                ("text", models.TextField(verbose_name="what it asks of them now")),
                (
                    "would_change",
                    models.TextField(blank=True, verbose_name="what a Bill would change"),
                ),
                (
                    "slug",
                    models.SlugField(
                        max_length=80,
                        unique=True,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^[a-z0-9]+(-[a-z0-9]+)*\\Z",
                                "Write small letters a to z, digits, and single hyphens between them: cafe-culture.",
                            )
                        ],
                    ),
                ),
                (
                    "force",
                    models.CharField(
                        choices=[
                            ("law", "Law"),
                            ("guidance", "Guidance"),
                            ("agreement", "Agreement"),
                            ("policy", "Policy"),
                        ],
                        max_length=12,
                        verbose_name="what it is",
                    ),
                ),
                ("since", models.DateField(blank=True, null=True, verbose_name="in force since")),
                ("as_of", models.DateField(verbose_name="as of")),
                ("position", models.PositiveSmallIntegerField(default=0)),
                (
                    "audience",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="law_lines",
                        to="findings.audience",
                    ),
                ),
                (
                    "bill",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="threatened_lines",
                        to="findings.development",
                    ),
                ),
                (
                    "development",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="law_lines",
                        to="findings.development",
                    ),
                ),
                (
                    "bears_on",
                    models.ManyToManyField(
                        blank=True, related_name="law_lines", to="findings.record"
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="law_lines",
                        to="findings.source",
                    ),
                ),
            ],
            options={
                "verbose_name": "line of the law",
                "verbose_name_plural": "lines of the law",
                "ordering": ["audience", "position", "slug"],
            },
        ),
        migrations.CreateModel(
            name="Gap",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("title", models.CharField(max_length=120)),
                ("statement", models.TextField()),
                ("why_it_matters", models.TextField()),
                ("what_would_close_it", models.TextField()),
                ("reference", models.CharField(max_length=20, unique=True)),
                (
                    "developments",
                    models.ManyToManyField(
                        blank=True, related_name="gaps", to="findings.development"
                    ),
                ),
                (
                    "bears_on",
                    models.ManyToManyField(blank=True, related_name="gaps", to="findings.record"),
                ),
                (
                    "source",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="gaps",
                        to="findings.source",
                    ),
                ),
            ],
            options={
                "ordering": ["reference"],
            },
        ),
        migrations.CreateModel(
            name="AudienceChange",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("text", models.TextField()),
                ("position", models.PositiveSmallIntegerField(default=0)),
                (
                    "audience",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="changes",
                        to="findings.audience",
                    ),
                ),
                (
                    "developments",
                    models.ManyToManyField(
                        blank=True, related_name="audience_changes", to="findings.development"
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        blank=True,
                        help_text="Only where no development shows it.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="audience_changes",
                        to="findings.source",
                    ),
                ),
            ],
            options={
                "verbose_name": "change since 2018",
                "verbose_name_plural": "changes since 2018",
                "ordering": ["audience", "position", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Term",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=60)),
                (
                    "full_name",
                    models.CharField(
                        blank=True, help_text="What an acronym stands for.", max_length=120
                    ),
                ),
                ("definition", models.TextField()),
                (
                    "slug",
                    models.SlugField(
                        max_length=60,
                        unique=True,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^[a-z0-9]+(-[a-z0-9]+)*\\Z",
                                "Write small letters a to z, digits, and single hyphens between them: cafe-culture.",
                            )
                        ],
                    ),
                ),
                (
                    "also",
                    models.TextField(
                        blank=True,
                        help_text="Other forms found in running text, one a line.",
                        verbose_name="also written",
                    ),
                ),
            ],
            options={
                "ordering": [django.db.models.functions.text.Lower("name")],
                "constraints": [
                    models.UniqueConstraint(
                        django.db.models.functions.text.Lower("name"),
                        name="term_name_once_in_any_case",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Theme",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=100, unique=True, verbose_name="name")),
                ("description", models.TextField()),
                ("position", models.PositiveSmallIntegerField(default=0)),
                (
                    "slug",
                    models.SlugField(
                        max_length=100,
                        unique=True,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^[a-z0-9]+(-[a-z0-9]+)*\\Z",
                                "Write small letters a to z, digits, and single hyphens between them: cafe-culture.",
                            )
                        ],
                    ),
                ),
            ],
            options={
                "ordering": ["position", "name"],
                "constraints": [
                    models.UniqueConstraint(
                        django.db.models.functions.text.Lower("name"),
                        name="theme_name_once_in_any_case",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="RecordTheme",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "content_object",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="record_themes",
                        to="findings.record",
                    ),
                ),
                (
                    "tag",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="record_themes",
                        to="findings.theme",
                    ),
                ),
            ],
        ),
        migrations.AddField(
            model_name="record",
            name="themes",
            field=taggit.managers.TaggableManager(
                blank=True,
                help_text="A comma-separated list of tags.",
                through="findings.RecordTheme",
                to="findings.Theme",
                verbose_name="Tags",
            ),
        ),
        migrations.CreateModel(
            name="FormerTheme",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "slug",
                    models.SlugField(
                        max_length=100,
                        unique=True,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^[a-z0-9]+(-[a-z0-9]+)*\\Z",
                                "Write small letters a to z, digits, and single hyphens between them: cafe-culture.",
                            )
                        ],
                    ),
                ),
                ("name", models.CharField(max_length=100)),
                ("description", models.TextField()),
                ("why", models.CharField(max_length=200, verbose_name="reason")),
                ("merged_on", models.DateField(default=django.utils.timezone.localdate)),
                (
                    "merged_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "theme",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="former",
                        to="findings.theme",
                    ),
                ),
            ],
            options={
                "ordering": ["slug"],
            },
        ),
        migrations.CreateModel(
            name="Verdict",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "verdict",
                    models.CharField(
                        choices=[
                            ("stands", "Stands"),
                            ("partly-overtaken", "Partly overtaken"),
                            ("overtaken", "Overtaken"),
                            ("unsettled", "Not settled"),
                            ("not-checked", "Not checked"),
                        ],
                        max_length=20,
                    ),
                ),
                ("reason", models.TextField()),
                (
                    "effective_on",
                    models.DateField(blank=True, null=True, verbose_name="effective date"),
                ),
                ("as_of", models.DateField(blank=True, null=True, verbose_name="as of")),
                ("checked_on", models.DateField(blank=True, null=True, verbose_name="looked at")),
                (
                    "fresh_for",
                    models.CharField(
                        choices=[("year", "A year"), ("bill", "90 days: it hangs on a Bill")],
                        default="year",
                        max_length=10,
                        verbose_name="stays fresh for",
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(default=0)),
                (
                    "developments",
                    models.ManyToManyField(
                        blank=True, related_name="verdicts", to="findings.development"
                    ),
                ),
                (
                    "record",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="verdicts",
                        to="findings.record",
                    ),
                ),
            ],
            options={
                "ordering": [
                    "record",
                    models.OrderBy(models.F("effective_on"), nulls_first=True),
                    "position",
                    "pk",
                ],
            },
        ),
        migrations.CreateModel(
            name="Citation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "relation",
                    models.CharField(
                        choices=[
                            ("rests-on", "Rests on"),
                            ("supports", "Supported by"),
                            ("qualifies", "Qualified by"),
                        ],
                        default="rests-on",
                        max_length=20,
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(default=0)),
                (
                    "development",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="citations",
                        to="findings.development",
                    ),
                ),
                (
                    "gap",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="citations",
                        to="findings.gap",
                    ),
                ),
                (
                    "passage",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="citations",
                        to="findings.passage",
                    ),
                ),
                (
                    "record",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="citations",
                        to="findings.record",
                    ),
                ),
                (
                    "verdict",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="citations",
                        to="findings.verdict",
                    ),
                ),
            ],
            options={
                "ordering": ["position", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Version",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "number",
                    models.PositiveIntegerField(
                        blank=True, null=True, verbose_name="public number"
                    ),
                ),
                ("row", models.JSONField()),
                (
                    "line",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="what changed, in one line"
                    ),
                ),
                ("is_major", models.BooleanField(default=False, verbose_name="major")),
                (
                    "via",
                    models.CharField(
                        choices=[
                            ("form", "Form"),
                            ("action", "Action"),
                            ("import", "Import"),
                            ("command", "Command"),
                            ("fixtures", "Fixtures"),
                        ],
                        max_length=10,
                    ),
                ),
                ("made_at", models.DateTimeField(auto_now_add=True)),
                ("redacted_at", models.DateTimeField(blank=True, null=True)),
                (
                    "redacted_why",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="reason for redacting"
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "record",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="versions",
                        to="findings.record",
                    ),
                ),
            ],
            options={
                "ordering": ["record", "pk"],
                "permissions": [("redact_version", "Can take the text of a version away for ever")],
            },
        ),
        migrations.CreateModel(
            name="WebAddress",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("url", models.CharField(max_length=2000, unique=True, verbose_name="address")),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("works", "Works"),
                            ("moved", "Moved"),
                            ("unclear", "Couldn’t be told"),
                            ("broken", "Broken"),
                        ],
                        max_length=10,
                    ),
                ),
                ("detail", models.CharField(max_length=300, verbose_name="what it answered")),
                (
                    "leads_to",
                    models.CharField(
                        blank=True, max_length=2000, verbose_name="where it leads now"
                    ),
                ),
                ("visited_at", models.DateTimeField(verbose_name="visited")),
                ("broken_since", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "verbose_name": "link to another site",
                "verbose_name_plural": "links to other sites",
                "ordering": ["url"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("outcome__in", ["works", "moved", "unclear", "broken"])
                        ),
                        name="link_outcome_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("broken_since__isnull", False), ("outcome", "broken")),
                            models.Q(
                                models.Q(("outcome", "broken"), _negated=True),
                                ("broken_since", None),
                            ),
                            _connector="OR",
                        ),
                        name="broken_link_says_since_when",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Withdrawal",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "why",
                    models.CharField(
                        help_text="Readers see it in place of the record.",
                        max_length=200,
                        verbose_name="reason",
                    ),
                ),
                ("withdrawn_on", models.DateField(default=django.utils.timezone.localdate)),
                (
                    "record",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="withdrawal",
                        to="findings.record",
                    ),
                ),
                (
                    "successor",
                    models.ForeignKey(
                        blank=True,
                        help_text="What readers should read instead. Shown only while it is published.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="findings.record",
                    ),
                ),
            ],
            options={
                "ordering": ["record"],
            },
        ),
        migrations.CreateModel(
            name="Pin",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "words",
                    models.CharField(help_text="As a reader would type them.", max_length=100),
                ),
                ("position", models.PositiveSmallIntegerField(default=0)),
                (
                    "record",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="pins",
                        to="findings.record",
                    ),
                ),
            ],
            options={
                "ordering": ["words", "position"],
                "constraints": [
                    models.UniqueConstraint(fields=("words", "record"), name="record_pinned_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="Overruling",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.CharField(max_length=30)),
                ("about", models.CharField(max_length=64)),
                ("reason", models.CharField(max_length=200)),
                ("made_at", models.DateTimeField(auto_now_add=True)),
                (
                    "made_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "record",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="overrulings",
                        to="findings.record",
                    ),
                ),
            ],
            options={
                "ordering": ["-made_at"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("record", "code", "about"), name="overruling_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Link",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "relation",
                    models.CharField(
                        choices=[
                            ("calls-for", "Calls for"),
                            ("rests-on", "Rests on"),
                            ("builds", "Builds"),
                            ("agrees-with", "Agrees with"),
                            ("adds-to", "Adds to"),
                            ("differs-from", "Differs from"),
                        ],
                        max_length=20,
                    ),
                ),
                ("reason", models.TextField(blank=True, verbose_name="why")),
                ("position", models.PositiveSmallIntegerField(default=0)),
                (
                    "record",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="links",
                        to="findings.record",
                    ),
                ),
                (
                    "target",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="backlinks",
                        to="findings.record",
                    ),
                ),
            ],
            options={
                "ordering": ["record", "position", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("record", "relation", "target"), name="link_once_between_records"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "relation__in",
                                [
                                    "calls-for",
                                    "rests-on",
                                    "builds",
                                    "agrees-with",
                                    "adds-to",
                                    "differs-from",
                                ],
                            )
                        ),
                        name="link_relation_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("relation__in", ["agrees-with", "adds-to", "differs-from"]),
                                _negated=True,
                            ),
                            ("reason__length__gte", 1),
                            _connector="OR",
                        ),
                        name="link_that_compares_has_a_reason",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("record", models.F("target")), _negated=True),
                        name="link_not_to_itself",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="HomePlace",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "slot",
                    models.CharField(
                        choices=[
                            ("lead", "Lead finding"),
                            ("finding", "Further finding"),
                            ("action", "Thing to do this month"),
                        ],
                        max_length=10,
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(default=0)),
                (
                    "home",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="places",
                        to="findings.homepage",
                    ),
                ),
                (
                    "record",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="home_places",
                        to="findings.record",
                    ),
                ),
            ],
            options={
                "ordering": ["position", "pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("home", "record"), name="record_once_on_home"),
                    models.CheckConstraint(
                        condition=models.Q(("slot__in", ["lead", "finding", "action"])),
                        name="home_slot_is_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Edit",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("pending", "Pending"),
                            ("set-aside", "Set aside"),
                            ("replaced", "Replaced"),
                            ("dropped", "Dropped"),
                        ],
                        max_length=10,
                    ),
                ),
                ("base", models.JSONField()),
                ("row", models.JSONField()),
                (
                    "line",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="what changes, in one line"
                    ),
                ),
                ("is_major", models.BooleanField(default=False, verbose_name="major")),
                ("made_at", models.DateTimeField(auto_now_add=True)),
                ("changed_at", models.DateTimeField(auto_now=True)),
                (
                    "why",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="reason for dropping it"
                    ),
                ),
                (
                    "ended_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "record",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="edits",
                        to="findings.record",
                    ),
                ),
            ],
            options={
                "ordering": ["changed_at", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state", "pending")),
                        fields=("record",),
                        name="edit_one_pending_a_record",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state__in", ["pending", "set-aside", "replaced", "dropped"])
                        ),
                        name="edit_state_is_known",
                    ),
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="development",
            constraint=models.CheckConstraint(
                condition=models.Q(("precision__in", ["day", "month", "year", "range"])),
                name="development_precision_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="development",
            constraint=models.CheckConstraint(
                condition=models.Q(("status__in", ["happened", "planned", "proposed"])),
                name="development_status_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="development",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("date_end__gt", models.F("date")),
                        ("date_end__isnull", False),
                        ("precision", "range"),
                    ),
                    models.Q(models.Q(("precision", "range"), _negated=True), ("date_end", None)),
                    _connector="OR",
                ),
                name="development_range_has_its_end",
            ),
        ),
        migrations.AddConstraint(
            model_name="audiencenote",
            constraint=models.UniqueConstraint(
                fields=("record", "audience"), name="note_once_on_record"
            ),
        ),
        migrations.AddIndex(
            model_name="addressing",
            index=models.Index(
                fields=["audience", "addressed", "record"], name="findings_ad_audienc_1e092c_idx"
            ),
        ),
        migrations.AddConstraint(
            model_name="addressing",
            constraint=models.UniqueConstraint(
                fields=("record", "audience"), name="audience_once_on_record"
            ),
        ),
        migrations.AddConstraint(
            model_name="addressing",
            constraint=models.CheckConstraint(
                condition=models.Q(("addressed__in", ["named", "all"])), name="addressing_is_known"
            ),
        ),
        migrations.AddConstraint(
            model_name="addressing",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("addressed", "all"), ("passage__isnull", False), _connector="OR"
                ),
                name="addressing_by_name_has_passage",
            ),
        ),
        migrations.CreateModel(
            name="Finding",
            fields=[],
            options={
                "proxy": True,
                "indexes": [],
                "constraints": [],
            },
            bases=("findings.kindproxy",),
        ),
        migrations.CreateModel(
            name="Recommendation",
            fields=[],
            options={
                "proxy": True,
                "indexes": [],
                "constraints": [],
            },
            bases=("findings.kindproxy",),
        ),
        migrations.CreateModel(
            name="Skill",
            fields=[],
            options={
                "proxy": True,
                "indexes": [],
                "constraints": [],
            },
            bases=("findings.kindproxy",),
        ),
        migrations.AddConstraint(
            model_name="rolereading",
            constraint=models.UniqueConstraint(
                fields=("record", "role"), name="role_once_on_record"
            ),
        ),
        migrations.AddConstraint(
            model_name="rolereading",
            constraint=models.CheckConstraint(
                condition=models.Q(("role__in", ["chief-executive", "director", "senior-manager"])),
                name="role_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="source",
            constraint=models.CheckConstraint(
                condition=models.Q(("extent__in", ["full", "part", "opening", "named"])),
                name="source_extent_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="source",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "method__in",
                        [
                            "interviews",
                            "survey",
                            "mixed",
                            "review",
                            "figures",
                            "law",
                            "guidance",
                            "opinion",
                            "news",
                            "unsaid",
                        ],
                    )
                ),
                name="source_method_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="source",
            constraint=models.CheckConstraint(
                condition=models.Q(("account_of", models.F("pk")), _negated=True),
                name="source_no_account_of_itself",
            ),
        ),
        migrations.AddConstraint(
            model_name="source",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("report_code", None), ("report_code__length__gte", 2), _connector="OR"
                ),
                name="source_report_code_is_not_blank",
            ),
        ),
        migrations.AddConstraint(
            model_name="passage",
            constraint=models.UniqueConstraint(
                fields=("source", "locator"), name="passage_once_in_source"
            ),
        ),
        migrations.AddConstraint(
            model_name="passage",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("fingerprint", ""), ("fingerprint__length", 64), _connector="OR"
                ),
                name="passage_fingerprint_is_a_sha256",
            ),
        ),
        migrations.AddConstraint(
            model_name="lawline",
            constraint=models.CheckConstraint(
                condition=models.Q(("force__in", ["law", "guidance", "agreement", "policy"])),
                name="law_line_force_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="lawline",
            constraint=models.CheckConstraint(
                condition=models.Q(("would_change", ""), ("bill__isnull", False), _connector="OR"),
                name="law_line_change_names_its_bill",
            ),
        ),
        migrations.AddConstraint(
            model_name="lawline",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("since", None), ("since__lte", models.F("as_of")), _connector="OR"
                ),
                name="law_line_in_force_by_its_day",
            ),
        ),
        migrations.AddConstraint(
            model_name="recordtheme",
            constraint=models.UniqueConstraint(
                fields=("content_object", "tag"), name="theme_once_on_record"
            ),
        ),
        migrations.AddIndex(
            model_name="record",
            index=models.Index(
                fields=["state", "kind", "sort_key"], name="findings_re_state_846a4f_idx"
            ),
        ),
        migrations.AddConstraint(
            model_name="record",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind__in", ["finding", "skill", "recommendation"])),
                name="record_kind_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="record",
            constraint=models.CheckConstraint(
                condition=models.Q(("state__in", ["draft", "in-review", "published", "withdrawn"])),
                name="record_state_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="record",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("speaker__in", ["leaders", "authors", "policy", "individual", "editors"])
                ),
                name="record_speaker_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="record",
            constraint=models.CheckConstraint(
                condition=models.Q(("trail__in", ["stated", "inferred", "own"])),
                name="record_trail_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="record",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("kind", "finding"), ("reference__contains", "-F")),
                    models.Q(("kind", "skill"), ("reference__contains", "-S")),
                    models.Q(("kind", "recommendation"), ("reference__contains", "-R")),
                    _connector="OR",
                ),
                name="record_reference_names_its_kind",
            ),
        ),
        migrations.AddConstraint(
            model_name="record",
            constraint=models.CheckConstraint(
                condition=models.Q(("title__length__gte", 1), ("title__length__lte", 120)),
                name="record_title_length",
            ),
        ),
        migrations.AddConstraint(
            model_name="record",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("short_title__length__gte", 1), ("short_title__length__lte", 40)
                ),
                name="record_short_title_length",
            ),
        ),
        migrations.AddConstraint(
            model_name="record",
            constraint=models.CheckConstraint(
                condition=models.Q(("brief_line__length__lte", 100)),
                name="record_brief_line_length",
            ),
        ),
        migrations.AddConstraint(
            model_name="record",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("kind", "recommendation"),
                    models.Q(
                        ("action", ""),
                        ("case", ""),
                        ("first_step", ""),
                        ("hours", ""),
                        ("is_notice", False),
                        ("measure", ""),
                        ("pitfall", ""),
                        ("who", ""),
                    ),
                    _connector="OR",
                ),
                name="record_action_is_a_recommendations",
            ),
        ),
        migrations.AddConstraint(
            model_name="record",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("speaker", "editors"), ("trail", "own")),
                    models.Q(("trail", "own"), _negated=True),
                    _connector="OR",
                ),
                name="record_own_trail_is_the_editors",
            ),
        ),
        migrations.AddConstraint(
            model_name="formertheme",
            constraint=models.CheckConstraint(
                condition=models.Q(("why__length__gte", 1)), name="former_theme_has_a_reason"
            ),
        ),
        migrations.AddIndex(
            model_name="verdict",
            index=models.Index(
                fields=["record", "effective_on"], name="findings_ve_record__f73555_idx"
            ),
        ),
        migrations.AddConstraint(
            model_name="verdict",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "verdict__in",
                        ["stands", "partly-overtaken", "overtaken", "unsettled", "not-checked"],
                    )
                ),
                name="verdict_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="verdict",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("verdict", "not-checked"),
                    models.Q(("checked_on__isnull", False), ("verdict", "unsettled")),
                    models.Q(("checked_on__isnull", False), ("effective_on__isnull", False)),
                    _connector="OR",
                ),
                name="verdict_has_its_dates",
            ),
        ),
        migrations.AddConstraint(
            model_name="verdict",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("as_of", None), ("as_of__lte", models.F("checked_on")), _connector="OR"
                ),
                name="verdict_as_of_no_later_than_looked_at",
            ),
        ),
        migrations.AddConstraint(
            model_name="verdict",
            constraint=models.CheckConstraint(
                condition=models.Q(("fresh_for__in", ["year", "bill"])),
                name="verdict_freshness_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="verdict",
            constraint=models.CheckConstraint(
                condition=models.Q(("reason__length__gte", 1)), name="verdict_has_a_reason"
            ),
        ),
        migrations.AddConstraint(
            model_name="citation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("development__isnull", True),
                        ("gap__isnull", True),
                        ("record__isnull", False),
                        ("verdict__isnull", True),
                    ),
                    models.Q(
                        ("development__isnull", True),
                        ("gap__isnull", False),
                        ("record__isnull", True),
                        ("verdict__isnull", True),
                    ),
                    models.Q(
                        ("development__isnull", False),
                        ("gap__isnull", True),
                        ("record__isnull", True),
                        ("verdict__isnull", True),
                    ),
                    models.Q(
                        ("development__isnull", True),
                        ("gap__isnull", True),
                        ("record__isnull", True),
                        ("verdict__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="citation_has_one_owner",
            ),
        ),
        migrations.AddConstraint(
            model_name="citation",
            constraint=models.CheckConstraint(
                condition=models.Q(("relation__in", ["rests-on", "supports", "qualifies"])),
                name="citation_relation_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="citation",
            constraint=models.UniqueConstraint(
                condition=models.Q(("record__isnull", False)),
                fields=("record", "passage"),
                name="passage_cited_once_by_record",
            ),
        ),
        migrations.AddConstraint(
            model_name="citation",
            constraint=models.UniqueConstraint(
                condition=models.Q(("gap__isnull", False)),
                fields=("gap", "passage"),
                name="passage_cited_once_by_gap",
            ),
        ),
        migrations.AddConstraint(
            model_name="citation",
            constraint=models.UniqueConstraint(
                condition=models.Q(("development__isnull", False)),
                fields=("development", "passage"),
                name="passage_cited_once_by_development",
            ),
        ),
        migrations.AddConstraint(
            model_name="citation",
            constraint=models.UniqueConstraint(
                condition=models.Q(("verdict__isnull", False)),
                fields=("verdict", "passage"),
                name="passage_cited_once_by_verdict",
            ),
        ),
        migrations.AddIndex(
            model_name="version",
            index=models.Index(fields=["made_at"], name="findings_ve_made_at_7764bf_idx"),
        ),
        migrations.AddConstraint(
            model_name="version",
            constraint=models.UniqueConstraint(
                fields=("record", "number"), name="version_number_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="version",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("via__in", ["form", "action", "import", "command", "fixtures"])
                ),
                name="version_via_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="version",
            constraint=models.CheckConstraint(
                condition=models.Q(("number", None), ("number__gte", 1), _connector="OR"),
                name="version_numbers_start_at_one",
            ),
        ),
        migrations.AddConstraint(
            model_name="withdrawal",
            constraint=models.CheckConstraint(
                condition=models.Q(("why__length__gte", 1)), name="withdrawal_has_a_reason"
            ),
        ),
        migrations.AddConstraint(
            model_name="withdrawal",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("successor", None),
                    models.Q(("successor", models.F("record")), _negated=True),
                    _connector="OR",
                ),
                name="withdrawal_names_another_record",
            ),
        ),
    ]
