"""What shares a word with a question that no record answers: shown as that, and never counted."""

from findings.models import Record

from . import ranking

MOST = 5


def near(wanted, day=None):
    """At most five published records, the best first; none where the words find any."""
    if not wanted.is_searchable or wanted.narrow(Record.objects.published()).exists():
        return []
    pks = ranking.ranked(wanted, wanted.near(Record.objects.published()))[:MOST]
    rows = Record.objects.published().for_rows().as_at(day).in_bulk(pks)
    return [rows[pk] for pk in pks if pk in rows]
