"""What the small database holds: one of everything, with accents, quotes and a version."""

from findings.models import Edit
from findings.publishing import references, versions
from findings.vocabulary import EditState, State
from tests import factories
from tests.groups import editor


def fill():
    """Needs empty tables that are up to date."""
    councils, trust = factories.audience("councils"), factories.theme("trust")
    report = factories.report("ICS18")
    paragraph = factories.passage(report, "Paragraph 8")
    finding = factories.record("ICS18-F01", title="Leaders’ “trust” grows slowly; it isn't bought")
    action = factories.record("ICS18-R01", action="The chair calls.\n\n- First\n- Second")
    factories.record("ICS18-S01", state=State.DRAFT, title="Café talk")
    for record in (finding, action):
        references.claim(record.reference, report, record.reference[6])
        record.themes.add(trust)
        record.addressings.create(audience=councils, addressed="named", passage=paragraph)
        record.notes.create(audience=councils, text="Ask who is missing.")
        factories.cite(record, paragraph)
    action.links.create(relation="rests-on", target=finding)
    author = editor("author")
    kept = versions.keep(finding, versions.Note("form", by=author))
    row = versions.snapshot(finding) | {"title": "Trust grows"}
    Edit.objects.create(
        record=finding, state=EditState.PENDING, base=kept.row, row=row, made_by=author
    )
    factories.development("health-and-care-act").bears_on.add(finding)
    for make in (factories.gap, factories.term, factories.home, factories.web_address):
        make()
