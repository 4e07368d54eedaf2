"""The marks that stand on every record: kind, trail, verdict, audiences."""

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.timezone import localdate

from findings.asking.sentences import lower_first
from findings.models import Verdict
from findings.models.standing import Standing
from findings.reading.evidence import in_few_words, since_in_few_words
from findings.vocabulary import Trail
from findings.vocabulary import Verdict as VerdictWord

register = template.Library()


@register.simple_tag
def to(record, lens=None):
    """The address of a record, for whoever is asking: audience and role stay in it."""
    url = record.get_absolute_url()
    return f"{url}{'&' if '?' in url else '?'}{lens.string}" if lens else url


@register.inclusion_tag("tags/kind_mark.html")
def kind_mark(record):
    return {"kind": record.kind_word, "reference": record.reference}


@register.inclusion_tag("tags/trail_mark.html")
def trail_mark(trail):
    return {"trail": Trail(trail)}


@register.inclusion_tag("components/verdict_pill.html")
def verdict_pill(verdict, dated=False, past=False, norm=None):
    """The pill of a verdict row or of a bare verdict word; nothing for None. A `past` one can’t
    be out of date. The head of the list, its `norm`, may say the day for it."""
    if not isinstance(verdict, Verdict):
        return {"word": verdict and VerdictWord(verdict)}
    standing = Standing(verdict, localdate())
    return {
        "word": standing.word,
        "as_of": standing.as_of if dated and not is_said(standing, norm) else None,
        "is_old": standing.is_old and not past,
    }


@register.inclusion_tag("components/standing.html")
def standing(record, why=False, norm=None):
    """Whether `record` holds on the day that the reader looks at; nothing where none can say. The
    day as of which that is said is left out where the head of the list says it, its `norm`; but
    what holds no longer, or is under review, always says it. The reason is there if `why`; if that
    is "overtaken", only of what holds no longer."""
    shown = record.standing
    return {
        "standing": shown if shown.row or record.seen_on else None,
        "as_of": None if is_said(shown, norm) else shown.as_of,
        "why": is_overtaken(shown) if why == "overtaken" else why,
    }


@register.inclusion_tag("tags/verdict_sign.html")
def verdict_sign(record, norm=None):
    """The verdict as its sign alone, for close lists; in full where it holds no longer."""
    in_full = is_doubtful(record.standing)
    return {"record": record, "standing": record.standing, "in_full": in_full, "norm": norm}


@register.inclusion_tag("tags/verdict_doubt.html")
def verdict_doubt(record, norm=None):
    """The verdict in full where it holds no longer or may not; else nothing."""
    return {"record": record, "in_full": is_doubtful(record.standing), "norm": norm}


def is_said(standing, norm):
    """Does the head of the list, its `norm`, say as of which day this holds?"""
    if not norm or standing.as_of != norm.day:
        return False
    return not (is_overtaken(standing) or standing.review_since)


def is_doubtful(standing):
    return bool(is_overtaken(standing) or standing.is_old or standing.review_since)


def is_overtaken(standing):
    return standing.word == VerdictWord.OVERTAKEN


@register.inclusion_tag("tags/evidence.html")
def evidence(record, norm):
    """On what it rests in few words, where that differs from the `norm` of the list, and what has
    come since."""
    rests = in_few_words(record) or "no work named"
    return {
        "rests": "" if rests == norm.rests else lower_first(rests),
        "since": since_in_few_words(record),
    }


@register.inclusion_tag("tags/brief_standing.html")
def brief_standing(record):
    return {"standing": record.standing}


@register.inclusion_tag("tags/audience_discs.html")
def audience_discs(addressings, norm=None):
    """A disc for each audience: filled where the source names it, a ring where it does not. None
    where the head of the list says that all are addressed alike: its `norm`."""
    addressings = list(addressings)
    if norm and norm.is_for_all and not any(each.is_named for each in addressings):
        return {"addressings": []}
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
