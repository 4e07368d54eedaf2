"""Events, and what the law asks."""

from .words import Words


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
