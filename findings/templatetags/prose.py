"""Running text as HTML, with its terms explained. `words` is a findings.views.words.Words."""

from django import template
from django.utils.html import conditional_escape
from django.utils.safestring import mark_safe

from findings.asking.sentences import ended
from findings.texts.lines import hold_together

register = template.Library()
register.filter(ended)


@register.filter
def whole(text):
    """A text without marked terms, whose dates aren't parted at the end of a line."""
    return mark_safe(hold_together(conditional_escape(text)))  # noqa: S308 - escaped right here


@register.simple_tag
def paragraphs(words, text):
    return mark_safe(hold_together(words.paragraphs(text)))  # noqa: S308 - prose.Explainer escapes the text


@register.simple_tag
def rich(words, text):
    return mark_safe(hold_together(words.rich(text)))  # noqa: S308 - findings.texts.markdown lets safe tags through


@register.simple_tag
def inline(words, text):
    return mark_safe(hold_together(words.inline(text)))  # noqa: S308 - prose.Explainer escapes the text
