"""One side for the next meeting: what to do, what holds, what to ask, for whoever answered the
three questions."""

from dataclasses import dataclass

from django.db.models import Prefetch
from django.utils.text import capfirst

from findings.asking.facets import BY_KEY
from findings.asking.sentences import in_words
from findings.models import Audience, Link, Record
from findings.vocabulary import Kind, Verdict

from . import actions

# What each verdict lets somebody say in the room.
TO_SAY = {
    Verdict.STANDS: "You can say this",
    Verdict.PARTLY_OVERTAKEN: "Say it with its date",
    Verdict.OVERTAKEN: "Only as history",
    Verdict.UNSETTLED: "Nobody has settled it",
    Verdict.NOT_CHECKED: "Nobody has checked it",
}
MOST_QUESTIONS = 3


@dataclass(frozen=True)
class Side:
    """`mine` are the actions for the role, `theirs` those that others lead. `findings` are what
    they rest on, or, where nobody has drawn an action, what was found on the theme."""

    answers: object
    audience: Audience | None
    mine: list
    theirs: list
    findings: list
    questions: list

    @property
    def ends(self):
        return [*self.mine, *self.theirs]

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
            [f"{in_words(len(self.mine))} to do"] if self.mine else ["nothing of your own to do"]
        )
        counted += [f"{in_words(len(self.theirs))} to ask for"] if self.theirs else []
        return f"{opening}: {', '.join(counted)}"

    @property
    def references(self):
        return [each.reference for each in self.ends]


def side_of(answers):
    """The Side for some Answers, in a constant number of queries."""
    audience = Audience.objects.filter(slug=answers.audience).first()
    fitting = actions.in_order(actions_for(answers))
    mine, theirs = actions.parted(fitting, answers.role)
    theirs = beside_kin(mine, theirs)
    return Side(
        answers,
        audience,
        mine,
        theirs,
        findings_for([*mine, *theirs], answers),
        list(audience.questions.all()[:MOST_QUESTIONS]) if audience else [],
    )


def actions_for(answers):
    """The published recommendations that the answers leave, with all that a side shows."""
    findings = Record.objects.published().for_rows()
    advice = Record.objects.published().of_kind(Kind.RECOMMENDATION).filter(is_notice=False)
    found = narrowed(advice, answers)
    return found.for_rows().prefetch_related(
        "role_readings", "notes__audience", Prefetch("links", Link.objects.to_published(findings))
    )


def narrowed(records, answers):
    """Those of `records` that reach the audience, and are about the theme, that were answered."""
    for key in ("audience", "theme"):
        if value := answers.given.get(key):
            records = BY_KEY[key].narrow(records, (value,), {})
    return records


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
    found = dict.fromkeys(finding for end in ends for finding in actions.findings_of(end))
    if found or not answers.theme:
        return list(found)
    records = Record.objects.published().of_kind(Kind.FINDING)
    return list(narrowed(records, answers).for_rows().order_by("sort_key"))
