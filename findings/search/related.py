"""Records like this one: those that it is linked to first, then by shared themes and words."""

from findings.fulltext import words
from findings.models import Record

from . import lexicon as lexicons

THEME_WEIGHT = 3.0
# More would cost time and add nothing: the best of these are the best of all.
MOST_COMPARED = 300


def related(record, most=4):
    """At most `most` published records, without `record` and those it is already linked to."""
    linked = {link.target_id for link in record.links.all()}
    linked |= {link.record_id for link in record.backlinks.all()}
    themes = [theme.pk for theme in record.themes.all()]
    near = (
        Record.objects.published()
        .filter(record_themes__tag__in=themes)
        .exclude(pk__in=linked | {record.pk})
        .distinct()
        .order_by("sort_key")
        .select_related("search_row")
        .prefetch_related("themes")[:MOST_COMPARED]
    )
    lexicon = lexicons.current()
    own = set(stems_of(record))
    scored = [(-likeness(other, own, themes, lexicon), other.sort_key, other.pk) for other in near]
    best = [pk for _, _, pk in sorted(scored)[:most]]
    found = Record.objects.published().for_rows().as_at(record.seen_on).in_bulk(best)
    return [found[pk] for pk in best]


def stems_of(record):
    row = getattr(record, "search_row", None)
    return f"{row.title} {row.lead}".split() if row else ()


def likeness(other, own, themes, lexicon):
    shared_themes = sum(theme.pk in themes for theme in other.themes.all())
    shared = (set(stems_of(other)) & own) - {words.PART}
    return THEME_WEIGHT * shared_themes + sum(lexicon.rarity((stem,)) for stem in shared)
