"""The index of words, the same on both databases."""

import pytest
from django.db.models import F

from findings.fulltext import index
from findings.fulltext.words import Clause
from findings.models import Record
from findings.vocabulary import State
from tests import factories

pytestmark = pytest.mark.django_db


def clause(*phrases):
    return Clause(tuple(phrases), "")


def found(*clauses, told=False):
    held = Record.objects.filter(index.Holds(F("pk"), clauses, told=told))
    return sorted(held.values_list("reference", flat=True))


@pytest.fixture
def shelf():
    factories.record("ICS18-F01", title="Trust between partners", summary="Boards meet.")
    factories.record("ICS18-F02", title="Money", summary="Trust grows slowly.")
    factories.record("ICS18-F03", title="Between trust and money", summary="Nothing else.")


def test_a_record_holds_all_of_the_clauses(shelf):
    trust, money = clause(("trust",)), clause(("money",))
    assert found(trust) == ["ICS18-F01", "ICS18-F02", "ICS18-F03"]
    assert found(trust, money) == ["ICS18-F02", "ICS18-F03"]


def test_a_phrase_stands_word_by_word(shelf):
    assert found(clause(("trust", "between"))) == ["ICS18-F01"]
    assert found(clause(("trust", "between"), ("between", "trust"))) == ["ICS18-F01", "ICS18-F03"]


def test_a_record_that_is_gone_is_found_no_more(shelf):
    draft = factories.record("ICS18-F04", state=State.DRAFT, title="Trust in drafts")
    assert len(index.stored("default")) == 4
    draft.delete()
    assert found(clause(("draft",))) == []
    assert len(index.stored("default")) == 3


def test_a_column_ends_before_the_next_begins():
    assert index.vector(["trust", "board meet", ""]) == "'trust':1A 'board':3B 'meet':4B"


def test_what_must_be_told_stands_in_a_title_or_a_summary(shelf):
    factories.record("ICS18-F05", title="Beds", body="Trust grows where money flows.")
    trust, money = clause(("trust",)), clause(("trust", "grow"), ("money", "flow"))
    assert found(trust, told=True) == ["ICS18-F01", "ICS18-F02", "ICS18-F03"]
    assert found(money) == ["ICS18-F02", "ICS18-F05"]
    assert found(money, told=True) == ["ICS18-F02"]


def test_what_the_index_holds_is_compared_with_the_row(shelf):
    held = index.stored("default")[Record.objects.get(reference="ICS18-F02").pk]
    row = Record.objects.get(reference="ICS18-F02").search_row
    assert index.agrees(row.columns, held, "default")
    assert not index.agrees(("other", "", ""), held, "default")
