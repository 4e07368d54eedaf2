"""What an editor reads who breaks a rule of the tables: a sentence, beside the field."""

import pytest
from django.urls import reverse

from findings.editorial import importing
from findings.models import Edit, Recommendation
from findings.publishing import references, states, versions
from findings.publishing.nouns import BY_NAME
from findings.vocabulary import Role, State
from tests import factories
from tests.admin.filling import opened

pytestmark = pytest.mark.django_db

OWN = (
    "What is the editors’ own is said by the editors. Choose them as the speaker, or another trail."
)


@pytest.fixture
def record():
    record = factories.record("ICS18-R01", state=State.DRAFT)
    references.claim("ICS18-R01", record.source, "R")
    record.addressings.create(audience=factories.audience())
    factories.cite(record, factories.passage())
    versions.keep(record, versions.Note("form"))
    return Recommendation.objects.get()


def parts(prefix, *rows):
    """What a form sends of smaller rows that are all new."""
    sent = {f"{prefix}-TOTAL_FORMS": str(len(rows)), f"{prefix}-INITIAL_FORMS": "0"}
    for number, row in enumerate(rows):
        sent |= {f"{prefix}-{number}-{name}": value for name, value in row.items()}
    return sent


def told(client, thing, **changes):
    """{name of a field: sentence} of what is wrong once the form of a thing was sent."""
    url = reverse(f"admin:findings_{thing._meta.model_name}_change", args=[thing.pk])
    context = client.post(url, {**opened(client, url), **changes}).context
    found = dict(context["adminform"].form.errors)
    for formset in (each.formset for each in context["inline_admin_formsets"]):
        for number, faults in enumerate(formset.errors):
            found |= {f"{formset.prefix}-{number}-{name}": each for name, each in faults.items()}
    return {name: " ".join(sentences) for name, sentences in found.items()}


@pytest.mark.alike
def test_each_rule_that_a_record_breaks_is_told_beside_its_field(admin_client, record):
    passage, other = str(factories.passage().pk), str(factories.record("ICS18-R02").pk)
    audience = str(record.addressings.get().audience_id)
    cited = {"passage": passage, "relation": "rests-on"}
    link = {"relation": "builds", "target": other}
    role = {"role": Role.values[0], "reason": "It is theirs."}
    verdict = {"verdict": "stands", "reason": "It holds.", "fresh_for": "year"}
    none = {"effective_on": "", "checked_on": ""}
    days = {"effective_on": "2022-07-01", "checked_on": "2026-01-01", "as_of": "2026-02-01"}
    assert told(
        admin_client,
        record,
        trail="own",
        speaker="authors",
        **parts("citations", cited, cited),
        **parts("links", link, {**link, "target": str(record.pk)}, link),
        **parts("role_readings", role, role),
        **parts("addressings", {"audience": audience, "addressed": "named"}),
        **parts("verdicts", verdict | none, verdict | days),
    ) == {
        "speaker": OWN,
        "citations-1-passage": "This passage is cited here already.",
        "links-1-target": "A record can’t lead to itself. Choose another.",
        "links-2-target": "There is a link of this kind to this record already.",
        "role_readings-1-role": "This role stands on the record already.",
        "addressings-0-passage": (
            "Whom the source addresses by name needs the passage that names them."
        ),
        "verdicts-0-effective_on": (
            "Give the effective date and the day somebody looked. One that is not settled needs "
            "the day somebody looked, and “not checked” needs neither."
        ),
        "verdicts-1-as_of": "It can’t speak as of a day later than somebody looked.",
    }


@pytest.mark.alike
def test_a_source_tells_its_rules_beside_the_fields(admin_client):
    source, place = factories.passage().source, {"locator": "p. 9"}
    rows = parts("passages", place, place)
    assert told(admin_client, source, account_of=str(source.pk), **rows) == {
        "account_of": "A source can’t be an account of itself. Choose another.",
        "passages-1-locator": "This source has a passage with this place already.",
    }


@pytest.mark.parametrize("state", [State.DRAFT, State.PUBLISHED])
def test_an_import_says_the_same_and_holds_nothing(record, state):
    """Of a draft the tables refuse it; of what readers see, the pending edit that it would be."""
    if state == State.PUBLISHED:
        states.move(record, State.PUBLISHED)
    rows = [(2, {"reference": "ICS18-R01", "trail": "own", "speaker": "authors"})]
    report = importing.preview(BY_NAME["recommendations"], rows)
    assert report.lines[0].faults == [("speaker", f"is refused. {OWN.rstrip('.')}")]
    assert Edit.objects.count() == 0
