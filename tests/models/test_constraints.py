"""Each rule within one row holds in the database itself, on both databases."""

import datetime
import re
from contextlib import contextmanager

import pytest
from django.apps import apps
from django.db import IntegrityError, transaction
from django.db.models import F, ProtectedError

from findings import models
from findings.models.constraints import Check
from findings.publishing import refusals
from findings.vocabulary import Kind
from tests import factories

pytestmark = pytest.mark.django_db

DAY = datetime.date(2022, 7, 1)


# {name: constraint} of every model.
CONSTRAINTS = {
    each.name: each
    for model in apps.get_app_config("findings").get_models()
    for each in model._meta.constraints
}


@contextmanager
def refused(constraint):
    """The block breaks `constraint`, and what the database says of it is read as its sentence."""
    with pytest.raises(IntegrityError) as refusal:
        yield
    says = [CONSTRAINTS[name].says for name in constraint.split("|")]
    assert refusals.rule_of(str(refusal.value)).says in says


@pytest.mark.alike
@pytest.mark.parametrize("constraint", CONSTRAINTS.values(), ids=CONSTRAINTS)
def test_each_rule_says_what_it_asks_for(constraint):
    assert re.fullmatch(r"[A-Z][^_%]{15,}\.", constraint.says)
    asked = constraint.condition if isinstance(constraint, Check) else constraint
    assert constraint.beside in repr(asked)


@pytest.mark.parametrize(
    ("fields", "constraint"),
    [
        ({"kind": "rumour"}, "record_kind_is_known|record_reference_names_its_kind"),
        ({"state": "lost"}, "record_state_is_known"),
        ({"speaker": "nobody"}, "record_speaker_is_known"),
        ({"trail": "guessed"}, "record_trail_is_known"),
        ({"trail": "own", "speaker": "authors"}, "record_own_trail_is_the_editors"),
        ({"title": ""}, "record_title_length"),
        ({"short_title": ""}, "record_short_title_length"),
        ({"action": "Do it."}, "record_action_is_a_recommendations"),
        ({"measure": "It worked."}, "record_action_is_a_recommendations"),
        ({"first_step": "Begin."}, "record_action_is_a_recommendations"),
        ({"is_notice": True}, "record_action_is_a_recommendations"),
        ({"kind": Kind.SKILL}, "record_reference_names_its_kind"),
    ],
)
def test_a_record_keeps_its_rules(fields, constraint):
    factories.record("ICS18-F01")
    with refused(constraint), transaction.atomic():
        models.Record._base_manager.update(**fields)


@pytest.mark.sqlite
@pytest.mark.parametrize(
    ("field", "most", "constraint"),
    [
        ("title", 120, "record_title_length"),
        ("short_title", 40, "record_short_title_length"),
        ("brief_line", 100, "record_brief_line_length"),
    ],
)
def test_lengths_hold_on_sqlite_too(field, most, constraint):
    factories.record("ICS18-F01")
    models.Record._base_manager.update(**{field: "é" * most})
    with refused(constraint), transaction.atomic():
        models.Record._base_manager.update(**{field: "é" * (most + 1)})


def test_a_reference_is_unique():
    factories.record("ICS18-F01")
    with pytest.raises(IntegrityError) as refusal, transaction.atomic():
        factories.record("ICS18-F01", title="Another")
    says = refusals.rule_of(str(refusal.value)).says
    assert says == "There is a record with this reference already"


@pytest.mark.parametrize(
    "fields",
    [
        {"effective_on": None, "checked_on": DAY},
        {"effective_on": DAY, "checked_on": None},
        {"effective_on": None, "checked_on": None},
    ],
)
def test_a_verdict_has_its_dates_unless_it_was_not_checked(fields):
    record = factories.record("ICS18-F01", verdict=None)
    factories.verdict_on(record, "not-checked", **fields)
    with refused("verdict_has_its_dates"), transaction.atomic():
        factories.verdict_on(record, "stands", **fields)


def test_what_is_not_settled_says_when_somebody_looked():
    record = factories.record("ICS18-F01", verdict=None)
    factories.verdict_on(record, "unsettled", effective_on=None)
    with refused("verdict_has_its_dates"), transaction.atomic():
        factories.verdict_on(record, "unsettled", checked_on=None)


def test_nobody_looks_before_what_was_read_came_out():
    record = factories.record("ICS18-F01", verdict=None)
    with refused("verdict_as_of_no_later_than_looked_at"), transaction.atomic():
        factories.verdict_on(record, as_of=datetime.date(2026, 7, 3))


def test_a_verdict_has_a_reason():
    record = factories.record("ICS18-F01", verdict=None)
    with refused("verdict_has_a_reason"), transaction.atomic():
        factories.verdict_on(record, reason="")


def test_a_citation_belongs_to_exactly_one_owner():
    passage = factories.passage()
    record, gap = factories.record("ICS18-F01"), factories.gap()
    models.Citation.objects.create(record=record, passage=passage)
    with refused("citation_has_one_owner"), transaction.atomic():
        models.Citation.objects.create(record=record, gap=gap, passage=factories.passage())
    with refused("citation_has_one_owner"), transaction.atomic():
        models.Citation.objects.create(passage=passage)


def test_a_passage_is_cited_once_by_a_record_and_freely_by_others():
    passage = factories.passage()
    record, gap = factories.record("ICS18-F01"), factories.gap()
    factories.cite(record, passage)
    factories.cite(gap, passage)
    factories.cite(factories.record("ICS18-F02"), passage)
    with pytest.raises(IntegrityError), transaction.atomic():
        factories.cite(record, passage, relation="supports")


def test_who_is_named_is_named_somewhere():
    record, audience = factories.record("ICS18-F01"), factories.audience()
    with refused("addressing_by_name_has_passage"), transaction.atomic():
        record.addressings.create(audience=audience, addressed="named")
    record.addressings.create(audience=audience, addressed="named", passage=factories.passage())


def test_an_audience_stands_once_on_a_record():
    record, audience = factories.record("ICS18-F01"), factories.audience()
    record.addressings.create(audience=audience)
    with pytest.raises(IntegrityError), transaction.atomic():
        record.addressings.create(audience=audience)


@pytest.mark.parametrize(
    ("precision", "last"),
    [("range", None), ("range", DAY), ("day", DAY), ("range", datetime.date(2022, 6, 30))],
)
def test_a_range_and_only_a_range_has_a_later_end(precision, last):
    with refused("development_range_has_its_end"), transaction.atomic():
        factories.development(date=DAY, date_end=last, precision=precision)


def test_a_theme_has_one_name_in_any_case():
    factories.theme("governance", name="Governance")
    with pytest.raises(IntegrityError), transaction.atomic():
        factories.theme("governance-2", name="GOVERNANCE")


def test_a_theme_in_use_can_not_be_deleted():
    theme, record = factories.theme(), factories.record("ICS18-F01")
    record.themes.add(theme)
    with pytest.raises(ProtectedError):
        theme.delete()


def test_a_record_leads_to_another_not_to_itself():
    record = factories.record("ICS18-F01")
    with refused("link_not_to_itself"), transaction.atomic():
        models.Link.objects.create(record=record, relation="calls-for", target=record)


def test_there_is_one_home_page():
    factories.home()
    with pytest.raises(IntegrityError), transaction.atomic():
        factories.home()
    with refused("home_page_is_the_only_one"), transaction.atomic():
        factories.home(slug="second")


@pytest.mark.parametrize(
    ("fields", "constraint"),
    [
        ({"why": ""}, "withdrawal_has_a_reason"),
        ({"successor": F("record")}, "withdrawal_names_another_record"),
    ],
)
def test_a_withdrawal_has_a_reason_and_names_another_record(fields, constraint):
    models.Withdrawal.objects.create(record=factories.record("ICS18-F01"), why="It was wrong.")
    with refused(constraint), transaction.atomic():
        models.Withdrawal.objects.update(**fields)
