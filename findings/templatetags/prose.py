"""Running text as HTML, with its terms explained. `words` is a findings.views.words.Words."""

from django import template
from django.utils.safestring import mark_safe

from findings.sentences import ended

register = template.Library()
register.filter(ended)


@register.simple_tag
def paragraphs(words, text):
    return mark_safe(words.paragraphs(text))  # noqa: S308 - prose.Explainer escapes the text


@register.simple_tag
def rich(words, text):
    return mark_safe(words.rich(text))  # noqa: S308 - findings.markdown lets safe tags through


@register.simple_tag
def inline(words, text):
    return mark_safe(words.inline(text))  # noqa: S308 - prose.Explainer escapes the text
