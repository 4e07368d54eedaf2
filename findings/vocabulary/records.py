"""The words of a record: its kind, its state, whom it is addressed to, who says so."""

from .words import Words


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

    @property
    def in_short(self):
        return SHORT_SPEAKERS[self]


SHORT_SPEAKERS = {
    Speaker.LEADERS: "Leaders",
    Speaker.AUTHORS: "Authors",
    Speaker.POLICY: "Policy",
    Speaker.INDIVIDUAL: "Person",
    Speaker.EDITORS: "Editors",
}


SPEAKER_MEANINGS = {
    Speaker.LEADERS: (
        "Leaders of the systems or partnerships that were studied said it to the researchers. "
        "It is their own account; we don’t know how many said so."
    ),
    Speaker.AUTHORS: (
        "The authors of the source say it, from what they asked, read or saw. "
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
