from itertools import groupby

from findings.asking.timeline import EventQuery
from findings.map import axis
from findings.models import Development, HomePage, Source
from findings.reading.norms import Norm
from findings.vocabulary import DevelopmentStatus

from .editing_link import page_of_many
from .words import Words

# Events told in full unless a year is chosen; and those that have a line of their own.
MOST_IN_FULL, MOST_LINES = 12, 300


def timeline(request):
    query = EventQuery.parse(request.GET, request.path)
    events = list(Development.objects.for_timeline(query.as_at.day))
    reports = list(Source.objects.reports().exclude(published_on=None).order_by("published_on"))
    shown = query.narrow(events)
    years = by_year(shown, out_by(reports, query.as_at.day))
    context = {
        "query": query,
        "as_at": query.as_at,
        "years": [(year, entries, query.in_year(year)) for year, entries in years],
        "opened": opened(years, query.year),
        # Of more events than can be told one by one, each year says how many it has.
        "is_long": len(shown) > MOST_LINES,
        "axis": axis_of(events, shown[-MOST_LINES:], reports),
        "options": query.options(events),
        "chips": query.chips(),
        "shown": len(shown),
        "total": len(query.by_then(events)),
        "norm": Norm.of_days(record for event in shown for record in event.bears_on.all()),
        "statuses": DevelopmentStatus,
        "words": Words(),
    }
    return page_of_many(request, "timeline/page.html", context, Development)


def opened(years, chosen):
    """The years that are told in full: the one chosen, or the newest with few events in all."""
    if chosen in dict(years):
        return {chosen}
    found, left = set(), MOST_IN_FULL
    for year, entries in reversed(years):
        left -= len(entries)
        if left < 0 and found:
            break
        found.add(year)
    return found


def out_by(reports, day):
    return [report for report in reports if day is None or report.published_on <= day]


def axis_of(events, shown, reports):
    """The drawing of the events `shown`, over the whole time of all `events`; or None."""
    page = HomePage.objects.current()
    # One line divides what led up to the first report from what came after.
    days = [(report.published_on, f"The report, {report.published}") for report in reports[:1]]
    if page:
        days.append((page.knowledge_date, "Read up to here"))
    if not events:
        return None
    years = [day.year for day, _ in days]
    years += [day.year for event in events for day in (event.date, event.last_day)]
    return axis.draw(shown, days, (min(years), max(years)))


def by_year(developments, reports):
    """[(year, entries)] in order of time. A report stands after the events of its own day."""
    entries = [
        {"date": report.published_on, "report": report, "is_first": report == reports[0]}
        for report in reports
    ]
    entries += [{"date": event.date, "development": event} for event in developments]
    entries.sort(key=lambda entry: (entry["date"], "report" in entry))
    years = groupby(entries, key=lambda entry: entry["date"].year)
    return [(year, list(group)) for year, group in years]
