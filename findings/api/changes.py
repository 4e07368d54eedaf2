"""What changed for readers since a day."""

from django.utils.timezone import localdate

from findings.asking import strict
from findings.reading.changes import changes_since, with_differences
from findings.representations import changes

from .answers import PAGING, Paging, answer, no_parameters, operation


@operation
def change_list(request, origin):
    no_parameters(request, "since", *PAGING)
    since = strict.day(request.GET, "since")
    found = changes_since(since, localdate())
    paging = Paging.read(request.GET)
    shown = with_differences(paging.cut(found))
    results = [changes.represent(change, origin) for change in shown]
    more = {"since": since.isoformat() if since else None}
    return answer(paging.envelope(request, origin, len(found), results, **more))
