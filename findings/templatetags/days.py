"""The day that a page shows, where it isn't today."""

from django import template

from findings.models import Source

register = template.Library()


@register.inclusion_tag("components/as_at_bar.html")
def as_at_bar(as_at, back):
    """Says which day is shown; `back` is the address of the same page today."""
    reports = Source.objects.reports().filter(published_on__gt=as_at.day) if as_at else []
    return {"as_at": as_at, "back": back, "reports_to_come": reports}
