"""What a record needs before readers may see it, and what of that its form holds."""

from typing import NamedTuple

from findings.publishing import rules
from findings.vocabulary import Trail


class Need(NamedTuple):
    """`field` is its key in a row; `target` the place on the form. Smaller rows are there when
    one of them holds the field `key`."""

    field: str
    label: str
    target: str
    key: str = ""


NEEDS = (
    Need("title", "Title", "id_title"),
    Need("short_title", "Short title", "id_short_title"),
    Need("summary", "Summary", "id_summary"),
    Need("speaker", "Who says so", "id_speaker"),
    Need("trail", "Where it comes from", "id_trail"),
    Need("audiences", "Addressed to", "addressings-group", "audience"),
    Need("citations", "What it rests on", "citations-group", "passage"),
    Need("verdicts", "Does it still hold?", "verdicts-group", "verdict"),
)
FIELDS = {need.field for need in NEEDS}
OWN = Trail.OWN.value


class Readiness(NamedTuple):
    """`missing`: the fields that lack something; `others`: what else speaks against it."""

    missing: set
    others: list

    @property
    def needs(self):
        return [(need, need.field in self.missing) for need in NEEDS]

    @property
    def there(self):
        return len(NEEDS) - len(self.missing)

    @property
    def of(self):
        return len(NEEDS)

    @property
    def is_whole(self):
        return not self.missing and not self.others


def of(record, form, formsets):
    """The Readiness of what stands in a form; of a saved record, by the rules themselves."""
    if record is None or form.is_bound:
        return Readiness({need.field for need in NEEDS if not holds(need, form, formsets)}, [])
    faults = rules.faults_of(record)
    others = [f"{fault.place} {fault.message}." for fault in faults if fault.field not in FIELDS]
    return Readiness({fault.field for fault in faults} & FIELDS, others)


def holds(need, form, formsets):
    if need.field == "citations" and form["trail"].value() == OWN:
        return True
    if not need.key:
        return bool(form[need.field].value())
    prefix = need.target.removesuffix("-group")
    rows = next((each.forms for each in formsets if each.prefix == prefix), [])
    return any(row[need.key].value() and not row["DELETE"].value() for row in rows)
