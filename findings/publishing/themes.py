"""Themes merged into one, with all that names them, as one act."""

from itertools import groupby

from django.db import transaction

from findings.models import Edit, FormerTheme, Record, RecordTheme, Synonym, Theme
from findings.models.sound import every
from findings.search import upkeep
from findings.vocabulary import EditState

from . import batches, traces, versions
from .nouns import BY_NAME
from .record_fields import present

# The edits that somebody works on; what has ended is kept as it was.
OPEN = [EditState.PENDING, EditState.SET_ASIDE]
SAME = "Since themes were merged, readers see it so."


def bearing(themes):
    """The records that bear one of the themes, readers' and drafts."""
    borne = every(RecordTheme).filter(tag__in=themes)
    return every(Record).filter(pk__in=borne.values("content_object")).order_by("kind", "pk")


def naming(themes):
    """The edits that somebody works on and that name one of the themes."""
    slugs = {theme.slug for theme in themes}
    edits = Edit.objects.filter(state__in=OPEN).select_related("record")
    return [edit for edit in edits if slugs & {*edit.base["themes"], *edit.row["themes"]}]


@transaction.atomic
def merge(themes, staying, note):
    """Merge `themes` into the one that is `staying`; their addresses lead there from now on.
    Each record that changes is kept as a version. Returns how many records and edits."""
    going = [theme for theme in lock([*themes, staying]) if theme.pk != staying.pk]
    edits = naming(going)
    records = list(bearing(going).select_for_update())
    with upkeep.batched():
        move(records, going, staying)
        batches.save(records)
    remember(going, staying, note)
    every(Theme).filter(pk__in=[theme.pk for theme in going]).delete()
    for _, some in groupby(records, key=lambda record: record.kind):
        versions.keep_all(list(some), note)
    carry(edits, note)
    return len(records), len(edits)


def lock(themes):
    """The same, in an order in which nobody waits for one who waits."""
    keys = {theme.pk for theme in themes}
    return list(every(Theme).select_for_update().filter(pk__in=keys).order_by("pk"))


def move(records, going, staying):
    """Put the records under the one that stays, each once."""
    borne = every(RecordTheme).filter(content_object__in=records)
    there = set(borne.filter(tag=staying).values_list("content_object", flat=True))
    RecordTheme._base_manager.bulk_create(
        RecordTheme(content_object=record, tag=staying)
        for record in records
        if record.pk not in there
    )
    every(RecordTheme).filter(tag__in=going).delete()


def remember(going, staying, note):
    """Have the addresses of those that go lead on, and of those that went before into them."""
    FormerTheme.objects.filter(theme__in=going).update(theme=staying)
    FormerTheme.objects.bulk_create(
        FormerTheme(
            slug=theme.slug,
            name=theme.name,
            description=theme.description,
            theme=staying,
            why=note.line,
            merged_by=note.by,
        )
        for theme in going
    )


def carry(edits, note):
    """Have the edits name the theme that stays. One that wanted no more than that has ended."""
    with batches.remembering():
        for edit in edits:
            edit.base, edit.row = present(edit.base), present(edit.row)
    Edit.objects.bulk_update(edits, ["base", "row"])
    for edit in edits:
        if edit.state == EditState.PENDING and edit.row == edit.base:
            traces.drop(edit, note.by, SAME)


def also_found(themes, staying):
    """Have whoever searches for a theme that goes find what the one that stays is called."""
    synonyms = BY_NAME["synonyms"]
    for theme in themes:
        slug = f"theme-{theme.slug}"[:60].rstrip("-")
        if theme != staying and not synonyms.find(slug):
            row, _ = synonyms.parse(
                {"slug": slug, "phrases": [theme.name], "finds": [staying.name], "note": ""}
            )
            synonyms.write_columns(Synonym(), row)
