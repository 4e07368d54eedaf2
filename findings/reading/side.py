"""One side for the next meeting: what to do, what holds, what to ask, for whoever answered the
three questions."""

from dataclasses import dataclass

from django.db.models import Prefetch
from django.urls import reverse
from django.utils.text import capfirst

from findings.asking.query import Query
from findings.asking.sentences import in_words
from findings.models import Audience, Link, Record
from findings.vocabulary import Kind, Verdict

from . import actions
from .excerpts import Excerpt, cut

# What each verdict lets somebody say in the room.
TO_SAY = {
    Verdict.STANDS: "You can say this",
    Verdict.PARTLY_OVERTAKEN: "Say it with its date",
    Verdict.OVERTAKEN: "Only as history",
    Verdict.UNSETTLED: "Nobody has settled it",
    Verdict.NOT_CHECKED: "Nobody has checked it",
}
MOST_QUESTIONS = 3
# How many actions of one's own, of others, and findings are shown; lists have the rest.
MOST = 20


@dataclass(frozen=True)
class Side:
    """`mine` are the actions for the role, `theirs` those that others lead. `findings` are what
    they rest on, or, where nobody has drawn an action, what was found on the theme."""

    answers: object
    audience: Audience | None
    mine: Excerpt
    theirs: Excerpt
    findings: Excerpt
    questions: list

    @property
    def ends(self):
        return [*self.mine, *self.theirs]

    @property
    def count(self):
        return self.mine.count + self.theirs.count

    @property
    def held(self):
        """[(word, what it lets one say, findings), ...] of the verdicts in use."""
        groups = {}
        for finding in self.findings:
            groups.setdefault(finding.standing.word, []).append(finding)
        return [(word, TO_SAY.get(word, ""), groups[word]) for word in Verdict if word in groups]

    @property
    def headline(self):
        """ "Governance, for directors in housing: two to do, two to ask for" """
        about, reader = self.answers.label("theme"), self.answers.reader
        opening = f"{about}, for {reader}" if about else capfirst(reader)
        counted = (
            [f"{in_words(self.mine.count)} to do"] if self.mine else ["nothing of your own to do"]
        )
        counted += [f"{in_words(self.theirs.count)} to ask for"] if self.theirs else []
        return f"{opening}: {', '.join(counted)}"

    @property
    def references(self):
        return [each.reference for each in self.ends]


def side_of(answers):
    """The Side for some Answers, in a constant number of queries."""
    audience = Audience.objects.filter(slug=answers.audience).first()
    mine, theirs = ends_for(answers)
    return Side(
        answers,
        audience,
        mine,
        theirs,
        findings_for([*mine, *theirs], answers),
        list(audience.questions.all()[:MOST_QUESTIONS]) if audience else [],
    )


def asking(answers, kind, *keys):
    """The Query for the records of a kind that fit what was answered to the questions `keys`."""
    chosen = {key: (answers.given[key],) for key in keys if key in answers.given}
    return Query(path=reverse(f"{kind}-list"), fixed={"kind": kind.value}, chosen=chosen)


def ends_for(answers):
    """(Excerpt of the actions for the role, Excerpt of those that others lead), read at once."""
    every = asking(answers, Kind.RECOMMENDATION, "audience", "theme")
    own = asking(answers, Kind.RECOMMENDATION, "audience", "role", "theme")
    mine, theirs = actions.first(own, MOST), actions.first(every, MOST, own.bits())
    found = prepared(Record.objects.published()).in_bulk([*mine[0], *theirs[0]])
    mine, theirs = (
        Excerpt([found[pk] for pk in pks if pk in found], count, query)
        for (pks, count), query in ((mine, own), (theirs, every))
    )
    return mine, theirs.but(beside_kin(mine, theirs))


def prepared(advice):
    """The recommendations with all that a side shows."""
    findings = Record.objects.published().for_rows()
    return advice.for_rows().prefetch_related(
        "role_readings", "notes__audience", Prefetch("links", Link.objects.to_published(findings))
    )


def beside_kin(mine, theirs):
    """`theirs`, each beside one with which it shares a finding, so that threads stay together."""
    left, order = list(theirs), list(mine)
    while left:
        last = set(actions.findings_of(order[-1])) if order else set()
        following = max(left, key=lambda each: len(last & set(actions.findings_of(each))))
        order.append(following)
        left.remove(following)
    return order[len(mine) :]


def findings_for(ends, answers):
    """What the actions rest on, each once, in their order."""
    query = asking(answers, Kind.FINDING, "audience", "theme")
    found = dict.fromkeys(finding for end in ends for finding in actions.findings_of(end))
    if found or not answers.theme:
        return Excerpt(found, len(found), query)
    pks, count = cut(query, MOST)
    records = Record.objects.published().for_rows().in_bulk(pks)
    return Excerpt([records[pk] for pk in pks if pk in records], count, query)
