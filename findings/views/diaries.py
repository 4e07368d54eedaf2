"""The days that matter to a list, or to a paper, as a calendar that a diary program follows."""

from django.utils.timezone import localdate

from findings.asking.paper import Paper, known_in
from findings.asking.strict import BadParameter
from findings.documents import closing
from findings.formats import calendar
from findings.imprint import SITE
from findings.models import Record
from findings.reading.diary import diary
from findings.representations.origin import Origin
from findings.texts.days import KEY as AS_AT

from .downloads import FORMS, answer
from .errors import strictly
from .knowing import refuse_unknown

OF_TODAY = "A calendar is of today: it holds the days that lie ahead. Leave the day out."
OFTEN = "Verdicts to look at again, laws in force, and what is planned or proposed."


def write_list(request, form, listing):
    query = listing.query
    if query.as_at:
        raise BadParameter(AS_AT, OF_TODAY)
    pks = list(query.in_order()[: FORMS[form].most])
    audiences = query.chosen.get("audience", ())
    return written(listing.name, listing.sentence, listing.url, listing.origin, pks, audiences)


@strictly
def paper_days(request):
    """Nothing that was typed into the paper stands in it."""
    refuse_unknown(request, known_in(request.GET))
    paper, origin = Paper.parse(request.GET), Origin.of(request)
    records = Record.objects.published().filter(reference__in=paper.references)
    pks = list(records.values_list("pk", flat=True))
    url = origin.address("paper")
    return written("ics-leadership-paper", "a board paper", url, origin, pks)


def written(file_name, what, url, origin, pks, audiences=()):
    today = localdate()
    days = diary(pks, origin.root, today, audiences)
    text = f"{OFTEN} {closing.knowledge(origin.terms)} {origin.terms['licence']['name']}."
    content = calendar.write(f"{SITE}: {what}", text, days, today, url)
    return answer("ics", content, file_name)
