"""Records like this one: those that it is linked to first, then by shared themes and words."""

from collections import Counter

from django.db.models import Exists, OuterRef

from findings.fulltext import words
from findings.models import Record, RecordTheme

from . import lexicon as lexicons

THEME_WEIGHT = 3.0
# More would cost time and add nothing: the best of these are the best of all.
MOST_COMPARED = 300


def related(record, most=4):
    """At most `most` published records, without `record` and those it is already linked to."""
    linked = {link.target_id for link in record.links.all()}
    linked |= {link.record_id for link in record.backlinks.all()}
    sharing = RecordTheme.objects.filter(tag__in=[theme.pk for theme in record.themes.all()])
    near = (
        Record.objects.published()
        .filter(Exists(sharing.filter(content_object=OuterRef("pk"))))
        .exclude(pk__in=linked | {record.pk})
        .order_by("sort_key")
        .values_list("pk", "sort_key", "search_row__title", "search_row__lead")[:MOST_COMPARED]
    )
    themes = Counter(
        sharing.filter(content_object__in=[pk for pk, *_ in near]).values_list(
            "content_object", flat=True
        )
    )
    lexicon = lexicons.current()
    own = stems(*own_texts(record))
    scored = [
        (-THEME_WEIGHT * themes[pk] - likeness(stems(*texts), own, lexicon), sort_key, pk)
        for pk, sort_key, *texts in near
    ]
    best = [pk for _, _, pk in sorted(scored)[:most]]
    found = Record.objects.published().for_rows().as_at(record.seen_on).in_bulk(best)
    return [found[pk] for pk in best]


def own_texts(record):
    row = getattr(record, "search_row", None)
    return (row.title, row.lead) if row else ()


def stems(*texts):
    """The stems of texts of the index, which are None of a record that isn't in it."""
    return {stem for text in texts if text for stem in text.split()} - {words.PART}


def likeness(some, others, lexicon):
    return sum(lexicon.rarity((stem,)) for stem in some & others)
