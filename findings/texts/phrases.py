"""Sentences that stand on pages and on paper alike, each said once."""

READING = "This is the editors’ reading. The source doesn’t say what it asks of one sector."
ROLES = "The roles are the editors’ reading."
EVERY_ROLE = "All three: chief executives, directors and senior managers."
LINKS = "The editors drew these links."
RELATED = "Records with the same themes and similar words. Nobody linked them."
IN_DOUBT = (
    "Something has happened that may change this verdict. Until the editors have looked, "
    "don’t rely on it alone."
)
KEPT = "Each version keeps its text and its address."
HINDSIGHT = (
    "This is today’s knowledge of that day: the verdicts that had taken effect by then, and "
    "the events that had happened. The texts are those of today."
)
NO_SOURCE = "It cites no source: it is the editors’ own."
AS_CALLED = "Themes, audiences, sources and other records are called here as they are called today."
CURRENT = "It is the current text."
NEWER = "A newer text has taken its place."
NO_VERDICT = "This version gave no verdict."
INDEPENDENT = "It is not an NHS or government website, and nothing here is official guidance."
HOW_TO_CITE = (
    "Name the makers of the original work as its authors, and this site as the place where "
    "you read it. Cite the editors for what is their own. Give the verdict too."
)
LATER = "A later version will take its place."
