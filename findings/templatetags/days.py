"""Days on pages: as readers write them, and which one is shown where it isn't today."""

from django import template
from django.template.defaultfilters import date
from django.utils.html import format_html

from findings.models import Source

register = template.Library()


@register.inclusion_tag("tags/as_at_bar.html")
def as_at_bar(as_at, back):
    """Says which day is shown; `back` is the address of the same page today."""
    reports = Source.objects.reports().filter(published_on__gt=as_at.day) if as_at else []
    return {"as_at": as_at, "back": back, "reports_to_come": reports}


@register.filter(expects_localtime=True)
def dated(day):
    """ "2 July 2026", which machines can read too."""
    return format_html('<time datetime="{}">{}</time>', date(day, "Y-m-d"), date(day, "j F Y"))
