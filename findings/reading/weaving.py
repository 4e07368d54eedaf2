"""The threads of the three questions, from the records: before the answers, and after them."""

from dataclasses import dataclass

from django.db.models import Prefetch
from django.urls import reverse

from findings.asking.query import Query
from findings.map import weave
from findings.models import Record, RoleReading
from findings.vocabulary import Kind

from . import actions
from .excerpts import Excerpt

# More than these find no room beside the drawing; the lists below it hold them all.
MOST_ENDS = 5
MOST_STOPS = 9
# Of more actions than these no thread can be followed before anything is answered.
MOST_DRAWN = 60


@dataclass(frozen=True)
class End:
    """An action at the end of the threads, with the classes by which it fades."""

    record: Record
    classes: str


def open_weave(answers):
    """(the Lines of the three gaps, the Ends) before all is answered."""
    sectors, roles, themes = (
        [value for value, _ in answers.choices[key]] for key in answers.choices
    )
    found = recommended()
    records = {record.reference: record for record in found}
    ends = weave.by_themes([placed(each, sectors, roles, themes) for each in records.values()])
    columns = weave.Columns(tuple(sectors), len(roles), len(themes), tuple(ends))
    drawn = [End(records[end.reference], weave.passing(end)) for end in ends]
    return weave.open_gaps(columns), found.but(drawn)


def recommended():
    """The first of all actions: as many as can be told apart."""
    query = Query(path=reverse("recommendation-list"), fixed={"kind": Kind.RECOMMENDATION.value})
    pks, count = actions.first(query, MOST_DRAWN)
    readings = Prefetch("role_readings", RoleReading.objects.all())
    ready = Record.objects.published().prefetch_related("themes", "addressings__audience", readings)
    records = ready.in_bulk(pks)
    return Excerpt([records[pk] for pk in pks if pk in records], count, query)


def placed(record, sectors, roles, themes):
    return weave.Action(
        record.reference,
        tuple(sorted(sectors.index(each.audience.slug) for each in record.addressings.all())),
        tuple(sorted(roles.index(role) for role in actions.roles_of(record))),
        tuple(sorted(themes.index(theme.slug) for theme in record.themes.all())),
    )


def answered_weave(side):
    """(the Lines of the four gaps, the findings they pass, the actions they end at)."""
    answers = side.answers
    ends = side.ends[:MOST_ENDS]
    stops = [
        (finding, [row for row, end in enumerate(ends) if finding in actions.findings_of(end)])
        for finding in side.findings
    ]
    stops = [(finding, rows) for finding, rows in stops if rows][:MOST_STOPS]
    chosen = weave.Chosen(
        *(row_of(answers, key) for key in ("audience", "role", "theme")),
        tuple((finding.standing.word.value, tuple(rows)) for finding, rows in stops),
        len(ends),
    )
    sectors = [value for value, _ in answers.choices["audience"]]
    return weave.answered_gaps(chosen, sectors), [finding for finding, _ in stops], ends


def row_of(answers, key):
    """(row of the answer in its column, rows of the column)"""
    values = [value for value, _ in answers.choices[key]]
    return values.index(answers.given[key]), len(values)
