"""What gives pause in a group of words before any query is judged: most words stand in none."""

from django.utils.text import get_text_list

from findings.models import Synonym, Term

from . import lexicon as lexicons
from . import ways, weighing

# Words that lead to more than this share of the records lead to no record.
MOST_OF_ALL = 0.5
TIMES_AS_MANY = 4
NAMED = 3


def of(group):
    """Sentences on what gives pause in a synonym as it will be: a tuple, empty for most."""
    return (*saying_nothing(group), *joining(group), *flooding(group))


def saying_nothing(group):
    for text in [*group.lines, *lines(group.finds)]:
        [stems] = ways.phrases([text]) or [()]
        if not stems or weighing.is_asking(stems):
            yield f"“{text}” says nothing of what is sought: any question may hold it."


def joining(group):
    """Which other meanings become one with this one, as soon as they share a phrase."""
    own = ways.phrases(group.lines)
    terms = [term for term in Term.objects.all() if own.keys() & ways.phrases(forms(term)).keys()]
    others = [
        other
        for other in Synonym.objects.exclude(pk=group.pk)
        if own.keys() & ways.phrases(other.lines).keys()
    ]
    # A group may widen one term: the glossary and the editors then mean the same.
    for other in [*others, *terms[1:]]:
        yield f"It becomes one meaning with “{other}”, since they share words."


def flooding(group):
    """Words that would find most of the records, and find few of them without the group."""
    lexicon = lexicons.current()
    own, others = ways.phrases(group.lines), ways.phrases(lines(group.finds))
    then = max(map(lexicon.held, own.keys() | others.keys()), default=0)
    rare = [phrase.text for key, phrase in own.items() if lexicon.held(key) * TIMES_AS_MANY <= then]
    if rare and then > lexicon.rows * MOST_OF_ALL:
        named = get_text_list([f"“{text}”" for text in rare[:NAMED]], "and")
        yield f"It leads to some {then} of {lexicon.rows} records from words as rare as {named}."


def forms(term):
    return [term.name, term.full_name, *term.also.splitlines()]


def lines(text):
    return [line.strip() for line in text.splitlines() if line.strip()]
