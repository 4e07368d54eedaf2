"""What editors do, and how it came about."""

from .words import Words


class HomeSlot(Words):
    LEAD = "lead", "Lead finding"
    FINDING = "finding", "Further finding"
    ACTION = "action", "Thing to do this month"


class EditState(Words):
    """Why an edit is not in the tables."""

    PENDING = "pending", "Pending"
    SET_ASIDE = "set-aside", "Set aside"
    REPLACED = "replaced", "Replaced"
    DROPPED = "dropped", "Dropped"


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
