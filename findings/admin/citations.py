from findings.models import Citation

from .parts import OrderedPart


class CitationInline(OrderedPart):
    """The passages that the noun on this page rests on. Each owner has its own foreign key."""

    model = Citation
    fields = ["passage", ("relation", "position")]
    autocomplete_fields = ["passage"]


def citations_of(owner):
    return type(f"{owner.title()}CitationInline", (CitationInline,), {"fk_name": owner})
