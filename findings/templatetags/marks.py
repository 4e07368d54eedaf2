"""The marks that stand on every record: kind, trail, verdict, audiences."""

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.timezone import localdate

from findings.models import Verdict
from findings.models.standing import Standing
from findings.vocabulary import Trail
from findings.vocabulary import Verdict as VerdictWord

register = template.Library()


@register.inclusion_tag("components/kind_mark.html")
def kind_mark(record):
    return {"kind": record.kind_word, "reference": record.reference}


@register.inclusion_tag("components/trail_mark.html")
def trail_mark(trail):
    return {"trail": Trail(trail)}


@register.inclusion_tag("components/verdict_pill.html")
def verdict_pill(verdict, dated=False, past=False):
    """The pill of a verdict row or of a bare verdict word; nothing for None. A `past` one can’t
    be out of date."""
    if not isinstance(verdict, Verdict):
        return {"word": verdict and VerdictWord(verdict)}
    standing = Standing(verdict, localdate())
    return {
        "word": standing.word,
        "as_of": standing.as_of if dated else None,
        "is_old": standing.is_old and not past,
    }


@register.inclusion_tag("components/standing.html")
def standing(record, why=False):
    """Whether `record` holds on the day that the reader looks at; nothing where none can say."""
    shown = record.standing
    return {"standing": shown if shown.row or record.seen_on else None, "why": why}


@register.inclusion_tag("components/brief_standing.html")
def brief_standing(record):
    return {"standing": record.standing}


@register.inclusion_tag("components/audience_discs.html")
def audience_discs(addressings):
    """A disc for each audience: filled where the source names it, a ring where it does not."""
    addressings = list(addressings)
    return {
        "addressings": addressings,
        "named": [each.audience.name for each in addressings if each.is_named],
        "others": [each.audience.name for each in addressings if not each.is_named],
    }


@register.simple_tag
def highlighted(pieces):
    """A text whose matching pieces are marked: [(piece, does it match), ...]."""
    spelt = (
        format_html("<mark>{}</mark>", piece) if matches else piece for piece, matches in pieces
    )
    return format_html_join("", "{}", ((piece,) for piece in spelt))
