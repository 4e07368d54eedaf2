"""What kind of evidence a record rests on, and how much, in one line. No grade is given."""

from collections import Counter

from django.utils.text import get_text_list

from findings.vocabulary import CitationRelation, Method, Trail

ALONE = "Rests on: the editors’ own reasoning"
SOME = "some of it read at second hand"
ALL = "read at second hand"


def evidence(record):
    """ "Rests on: one study, interviews, number not given, 2018. Since then: 3 studies, ..."

    `record` is prepared by for_page(), and is seen on its day.
    """
    first, later = resting(record), since(record)
    rests = f"Rests on: {told(first)}" if first else ALONE if record.trail == Trail.OWN else ""
    came = f"Since then: {told(later)}" if later else ""
    return " ".join(f"{part}." for part in (rests, came) if part)


def in_few_words(record):
    """The same for a line: "Study 2019", "2 studies 2018 to 2025; law"."""
    works = works_of(resting(record))
    if not works:
        return "Own reasoning" if record.trail == Trail.OWN else ""
    studies, others = parted(works)
    kinds = {Method(work.method).in_short for work in studies}
    what = kinds.pop() if len(studies) == 1 else f"{len(studies)} studies"
    told = [" ".join(filter(None, [what, years(studies)]))] if studies else []
    told += [
        method.in_short if number == 1 else method.counted(number) for method, number in others
    ]
    return "; ".join(told)


def since_in_few_words(record):
    """What has come since, for a line: "2 studies and 7 other works"."""
    works = works_of(since(record))
    studies, _ = parted(works)
    left, other = len(works) - len(studies), " other" if studies else ""
    others = f"{left}{other} works" if left > 1 else f"one{other} work" if left else ""
    return " and ".join(filter(None, [how_many(studies) if studies else "", others]))


def resting(record):
    """The citations of what it rests on; of a record that names none as such, all of them."""
    own = list(record.citations.all())
    return [each for each in own if each.relation == CitationRelation.RESTS_ON] or own


def since(record):
    """The citations of works other than those that it rests on: its own, and its verdict's."""
    works = works_of(resting(record))
    cited = [*record.citations.all(), *judging(record)]
    return [each for each in cited if work_of(each) not in works]


def parted(works):
    """(the studies, [(kind of anything else, how many), ...])"""
    studies = [work for work in works if Method(work.method).is_study]
    others = Counter(Method(work.method) for work in works if work not in studies)
    return studies, [(method, others[method]) for method in Method if others[method]]


def judging(record):
    """What the verdict in force cites, and what shows the events behind it."""
    verdict = record.verdict
    if verdict is None:
        return []
    shown = [cited for event in verdict.developments.all() for cited in event.citations.all()]
    return [*verdict.citations.all(), *shown]


def work_of(citation):
    """The work that was done: of an account of a study, that study."""
    source = citation.passage.source
    return source.account_of or source


def works_of(citations):
    return list(dict.fromkeys(map(work_of, citations)))


def told(citations):
    """ "2 studies, interviews and a survey, 144 people, 2019 to 2025; one law, 2022" """
    studies, others = parted(works_of(citations))
    parts = [studied(studies)] if studies else []
    parts += [method.counted(number) for method, number in others]
    hands = {bool(each.passage.hand) for each in citations}
    doubt = {frozenset([True]): f", {ALL}", frozenset([True, False]): f", {SOME}"}
    return "; ".join(parts) + doubt.get(frozenset(hands), "")


def studied(studies):
    """How many studies, by which methods, how many people, and when."""
    methods = [m.label.lower() for m in Method if any(work.method == m for work in studies)]
    return ", ".join(
        filter(
            None,
            [how_many(studies), get_text_list(methods, "and"), people(studies), years(studies)],
        )
    )


def how_many(studies):
    return "one study" if len(studies) == 1 else f"{len(studies)} studies"


def people(studies):
    """ "121 leaders", "144 people", or that no number is given; reviews ask nobody."""
    asking = [work for work in studies if Method(work.method).asks_people]
    counted = [work for work in asking if work.how_many]
    if not asking:
        return ""
    if not counted:
        return "number not given"
    who = {work.who for work in counted}
    noun = who.pop() if len(who) == 1 and all(who) else "people"
    total = f"{sum(work.how_many for work in counted):,} {noun}"
    left = len(asking) - len(counted)
    return f"{total} (number not given for {left} of them)" if left else total


def years(studies):
    days = sorted(work.year for work in studies if work.year)
    if not days:
        return ""
    return days[0] if days[0] == days[-1] else f"{days[0]} to {days[-1]}"
