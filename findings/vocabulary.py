"""The controlled words of the project, each with its label and what it means to a reader.

Every word is stored as its value, shown as its label and explained by its meaning. The
meanings are published on the about page, so a label can't appear without its explanation.
"""

import re

from django.db import models


class Words(models.TextChoices):
    """A controlled list that also understands near spellings of its values."""

    @classmethod
    def parse(cls, text):
        """The word that `text` names, whatever its case, spaces or underscores; or None."""
        spelt = re.sub(r"[\s_]+", "-", str(text).strip().lower())
        return next((word for word in cls if word.value == spelt), None)

    @property
    def meaning(self):
        """What the word means to a reader, for the lists in MEANINGS."""
        return MEANINGS[type(self)][self]


class Kind(Words):
    FINDING = "finding", "Finding"
    SKILL = "skill", "Skill"
    RECOMMENDATION = "recommendation", "Recommendation"

    @property
    def letter(self):
        """The letter that stands for the kind in a reference: F, S or R."""
        return self.label[0]

    @property
    def plural(self):
        return f"{self.label}s"

    @property
    def slug(self):
        """The kind as it stands in addresses: findings, skills, recommendations."""
        return f"{self.value}s"

    @property
    def rank(self):
        """The place of the kind in the order in which records are read: 1, 2, 3."""
        return list(Kind).index(self) + 1

    @property
    def body_heading(self):
        """What stands above the body of a record of this kind."""
        return BODY_HEADINGS[self]


BODY_HEADINGS = {
    Kind.FINDING: "What was found",
    Kind.SKILL: "What it means",
    Kind.RECOMMENDATION: "Why",
}
KIND_MEANINGS = {
    Kind.FINDING: "What the research reports, and who says it.",
    Kind.SKILL: "What the research says that leaders need to be good at.",
    Kind.RECOMMENDATION: (
        "Something that you could do. Where it is the editors’ own, it rests on findings that "
        "you can check. A notice tells of one that we know only by its topic."
    ),
}


class State(Words):
    """The life of a record. Readers see what is published, and nothing else."""

    DRAFT = "draft", "Draft"
    IN_REVIEW = "in-review", "In review"
    PUBLISHED = "published", "Published"
    WITHDRAWN = "withdrawn", "Withdrawn"


class Addressed(Words):
    """How a record is addressed to an audience."""

    NAMED = "named", "Names you"
    ALL = "all", "Addressed to all"


ADDRESSED_MEANINGS = {
    Addressed.NAMED: (
        "The words that the record rests on name your sector. "
        "It doesn’t mean that they give your sector advice."
    ),
    Addressed.ALL: (
        "The record reaches you only because the source lists your sector among its readers, or "
        "speaks of leaders and services as a whole. It was written for leaders in general."
    ),
}


class Role(Words):
    CHIEF_EXECUTIVE = "chief-executive", "Chief executive"
    DIRECTOR = "director", "Director"
    SENIOR_MANAGER = "senior-manager", "Senior manager"

    @property
    def plural(self):
        return f"{self.label}s"


class Speaker(Words):
    LEADERS = "leaders", "Leaders interviewed"
    AUTHORS = "authors", "The authors"
    POLICY = "policy", "Policy fact"
    INDIVIDUAL = "individual", "A named individual"
    EDITORS = "editors", "The editors"


SPEAKER_MEANINGS = {
    Speaker.LEADERS: (
        "Leaders of the systems or partnerships that were studied said it to the researchers. "
        "It is their own account; we don’t know how many said so."
    ),
    Speaker.AUTHORS: (
        "The authors of the report say it, from their interviews and reading. "
        "It is their analysis or view, not a measurement."
    ),
    Speaker.POLICY: "Background about law or policy. It is not a result of the research.",
    Speaker.INDIVIDUAL: "One person’s opinion, given under that person’s name.",
    Speaker.EDITORS: "We say it, the editors of this site. Nobody else should be quoted for it.",
}


class Trail(Words):
    STATED = "stated", "Stated in the source"
    INFERRED = "inferred", "Inferred from the source"
    OWN = "own", "The editors’ own"


TRAIL_MEANINGS = {
    Trail.STATED: "The source says it, and we give the paragraph. The words here are ours.",
    Trail.INFERRED: "It follows from the source, but the source doesn’t say it in so many words.",
    Trail.OWN: (
        "Our own step from findings to an action. The source doesn’t say it, "
        "and it is not official guidance."
    ),
}


class Verdict(Words):
    STANDS = "stands", "Stands"
    PARTLY_OVERTAKEN = "partly-overtaken", "Partly overtaken"
    OVERTAKEN = "overtaken", "Overtaken"
    UNSETTLED = "unsettled", "Not settled"
    NOT_CHECKED = "not-checked", "Not checked"

    def meaning_of(self, trail):
        """What the word means to a reader of one record, which bears this trail."""
        if self != Verdict.STANDS:
            return self.meaning
        return FITS if trail == Trail.OWN else AGREES


# What “stands” means: of what a source says, and of what we suggest ourselves.
AGREES = "Later law or evidence that we have read agrees with it. It is not proof."
FITS = "It fits the law and the evidence as of the day given. It is not proof that it works."
VERDICT_MEANINGS = {
    Verdict.STANDS: (
        "Later law or evidence that we have read agrees with it. For a recommendation of our "
        "own: it fits the law and the evidence as of the day given. It is not proof that it works."
    ),
    Verdict.PARTLY_OVERTAKEN: "Some of it no longer describes England today. The page says which.",
    Verdict.OVERTAKEN: "It is no longer true. Quote it only as history.",
    Verdict.UNSETTLED: (
        "We looked, and nothing that we read settles it. It doesn’t mean that the point is wrong."
    ),
    Verdict.NOT_CHECKED: "Nobody has looked yet whether it still holds.",
}


class Freshness(Words):
    """How soon a verdict may be out of date: what it hangs on may move in weeks."""

    YEAR = "year", "A year"
    BILL = "bill", "90 days: it hangs on a Bill"


class Unjudged(Words):
    """What stands in the place of a verdict on a day by which none had taken effect."""

    AS_PUBLISHED = "as-published", "As published"

    @property
    def meaning(self):
        return "By that day we know of nothing that had changed it."


class CitationRelation(Words):
    RESTS_ON = "rests-on", "Rests on"
    SUPPORTS = "supports", "Supported by"
    QUALIFIES = "qualifies", "Qualified by"


class LinkRelation(Words):
    """How one record leads to another. All links are the editors' reading."""

    CALLS_FOR = "calls-for", "Calls for"
    RESTS_ON = "rests-on", "Rests on"
    BUILDS = "builds", "Builds"
    AGREES = "agrees-with", "Agrees with"
    ADDS = "adds-to", "Adds to"
    DIFFERS = "differs-from", "Differs from"

    @property
    def is_comparison(self):
        """Whether it sets a finding beside what was said before it, which needs a reason."""
        return self in (LinkRelation.AGREES, LinkRelation.ADDS, LinkRelation.DIFFERS)

    @property
    def forward(self):
        """What stands above the records that a record leads to."""
        return LINK_HEADINGS[self][0]

    @property
    def backward(self):
        """What stands above the records that lead to a record."""
        return LINK_HEADINGS[self][1]


LINK_HEADINGS = {
    LinkRelation.RESTS_ON: ("Findings it rests on", "Recommendations that rest on it"),
    LinkRelation.BUILDS: ("Skills it builds", "Recommendations that build it"),
    LinkRelation.CALLS_FOR: ("Skills it calls for", "Findings that call for it"),
    LinkRelation.AGREES: ("Said before: it agrees with", "Found since: agrees with it"),
    LinkRelation.ADDS: ("Said before: it adds to", "Found since: adds to it"),
    LinkRelation.DIFFERS: ("Said before: it differs from", "Found since: differs from it"),
}

# Which kinds a link may join: a recommendation rests on findings and builds skills, a finding
# calls for skills, and is compared with what was said before.
SAID = (Kind.FINDING, Kind.SKILL)
LINK_ENDS = {
    LinkRelation.CALLS_FOR: ((Kind.FINDING,), (Kind.SKILL,)),
    LinkRelation.RESTS_ON: ((Kind.RECOMMENDATION,), (Kind.FINDING,)),
    LinkRelation.BUILDS: ((Kind.RECOMMENDATION,), (Kind.SKILL,)),
    LinkRelation.AGREES: (SAID, SAID),
    LinkRelation.ADDS: (SAID, SAID),
    LinkRelation.DIFFERS: (SAID, SAID),
}


class Extent(Words):
    """How much of a source the editors have read."""

    FULL = "full", "All of it was read"
    PART = "part", "Part of it was read"
    OPENING = "opening", "Only the opening was read"
    NAMED = "named", "Not read; known from other sources"


class Method(Words):
    """How what a source says came to be known: its kind of evidence. No grade is given."""

    INTERVIEWS = "interviews", "Interviews"
    SURVEY = "survey", "Survey"
    MIXED = "mixed", "Several methods"
    REVIEW = "review", "Review of studies"
    FIGURES = "figures", "Official figures"
    LAW = "law", "Law"
    GUIDANCE = "guidance", "Guidance"
    OPINION = "opinion", "Opinion"
    NEWS = "news", "News or announcement"
    UNSAID = "unsaid", "Method not recorded"

    @property
    def is_study(self):
        return self.asks_people or self == Method.REVIEW

    @property
    def asks_people(self):
        return self in (Method.INTERVIEWS, Method.SURVEY, Method.MIXED)

    def counted(self, count):
        """ "one law", "3 laws" """
        one, several = METHOD_NOUNS[self]
        return f"one {one}" if count == 1 else f"{count} {several}"


METHOD_NOUNS = {
    Method.FIGURES: ("source of official figures", "sources of official figures"),
    Method.LAW: ("law", "laws"),
    Method.GUIDANCE: ("piece of guidance", "pieces of guidance"),
    Method.OPINION: ("opinion", "opinions"),
    Method.NEWS: ("report of news", "reports of news"),
    Method.UNSAID: ("work of a kind not recorded", "works of a kind not recorded"),
}


class Precision(Words):
    """How exactly the date of a development is known."""

    DAY = "day", "Day"
    MONTH = "month", "Month"
    YEAR = "year", "Year"
    RANGE = "range", "Range"


class DevelopmentStatus(Words):
    HAPPENED = "happened", "Happened"
    PLANNED = "planned", "Planned"
    PROPOSED = "proposed", "Proposed"


DEVELOPMENT_MEANINGS = {
    DevelopmentStatus.HAPPENED: "It took place on the date given.",
    DevelopmentStatus.PLANNED: "It was set for that date. We couldn’t confirm that it took place.",
    DevelopmentStatus.PROPOSED: "It was put forward on that date and may never take effect.",
}


class Force(Words):
    """What a line on the law is: only a law binds."""

    LAW = "law", "Law"
    GUIDANCE = "guidance", "Guidance"
    AGREEMENT = "agreement", "Agreement"
    POLICY = "policy", "Policy"

    @property
    def binds(self):
        return self == Force.LAW


FORCE_MEANINGS = {
    Force.LAW: "It binds. An Act or regulations say it.",
    Force.GUIDANCE: "It does not bind by itself, though some guidance must by law be followed.",
    Force.AGREEMENT: "Those who signed it promised it. It does not bind in law.",
    Force.POLICY: "The government or NHS England has said that it wants it.",
}


class HomeSlot(Words):
    LEAD = "lead", "Lead finding"
    FINDING = "finding", "Further finding"
    ACTION = "action", "Thing to do this month"


class EditState(Words):
    """Why an edit is not in the tables."""

    PENDING = "pending", "Pending"
    SET_ASIDE = "set-aside", "Set aside"


class LinkOutcome(Words):
    """What came of visiting an address of another site."""

    WORKS = "works", "Works"
    MOVED = "moved", "Moved"
    UNCLEAR = "unclear", "Couldn’t be told"
    BROKEN = "broken", "Broken"


class Via(Words):
    """By what way a change came."""

    FORM = "form", "Form"
    ACTION = "action", "Action"
    IMPORT = "import", "Import"
    COMMAND = "command", "Command"
    FIXTURES = "fixtures", "Fixtures"


MEANINGS = {
    Kind: KIND_MEANINGS,
    Addressed: ADDRESSED_MEANINGS,
    Speaker: SPEAKER_MEANINGS,
    Trail: TRAIL_MEANINGS,
    Verdict: VERDICT_MEANINGS,
    DevelopmentStatus: DEVELOPMENT_MEANINGS,
    Force: FORCE_MEANINGS,
}
