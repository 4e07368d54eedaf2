from findings.models import Term
from findings.texts.explaining import Explainer


class Words(Explainer):
    """The glossary at work on one page: marks terms, and knows which it has marked."""

    def __init__(self):
        self.terms = {term.slug: term for term in Term.objects.all()}
        super().__init__((slug, term.forms) for slug, term in self.terms.items())

    @property
    def explained(self):
        """The terms marked so far, in order of appearance. Read it at the end of the page."""
        return [self.terms[slug] for slug in self.used]


def explained(record):
    """The Terms that the page of `record` explains: its texts in the order of the page."""
    words = Words()
    words.inline(record.summary)
    for text in (record.body, *(text for _, text in record.long_texts)):
        words.rich(text)
    for note in record.notes.all():
        words.inline(note.text)
    words.inline(record.standing.reason)
    return words.explained
