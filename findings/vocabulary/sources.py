"""What a source is, and how much of it was read."""

from .words import Words


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

    @property
    def in_short(self):
        return SHORT_METHODS.get(self, self.label)

    def counted(self, count):
        """ "one law", "3 laws" """
        one, several = METHOD_NOUNS[self]
        return f"one {one}" if count == 1 else f"{count} {several}"


SHORT_METHODS = {
    Method.INTERVIEWS: "Study",
    Method.SURVEY: "Study",
    Method.MIXED: "Study",
    Method.REVIEW: "Review",
    Method.FIGURES: "Figures",
    Method.NEWS: "News",
    Method.UNSAID: "Unrecorded",
}


METHOD_NOUNS = {
    Method.FIGURES: ("source of official figures", "sources of official figures"),
    Method.LAW: ("law", "laws"),
    Method.GUIDANCE: ("piece of guidance", "pieces of guidance"),
    Method.OPINION: ("opinion", "opinions"),
    Method.NEWS: ("report of news", "reports of news"),
    Method.UNSAID: ("work of a kind not recorded", "works of a kind not recorded"),
}
