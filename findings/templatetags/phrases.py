"""Sentences that pages share with paper."""

from django import template

from findings.texts import phrases

register = template.Library()


@register.simple_tag
def phrase(name):
    """The sentence of this name in texts/phrases.py, in small letters with hyphens."""
    return getattr(phrases, name.upper().replace("-", "_"))
