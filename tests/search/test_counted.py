"""Counting onward comes to what counting anew does."""

import pytest

from findings.models import SearchRow
from findings.search.counted import Counted
from tests.histories import change, publish_again, published, withdraw

pytestmark = pytest.mark.django_db


def test_counting_onward_comes_to_the_same_as_counting_anew():
    counted = Counted()
    record = published("ICS18-F01", title="Boards that listen", summary="Boards, boards, boards.")
    steps = [
        lambda: published("ICS18-F02", title="Tenants who speak"),
        lambda: change(record, title="Councils that listen"),
        lambda: withdraw(record),
        lambda: publish_again(record),
    ]
    for step in steps:
        step()
        counted = counted.brought_up()
        assert counted == Counted().brought_up()
    assert counted.holding["council"] == 1
    assert "tenant" in counted.holding
    assert counted.spelt["boards"] == 1


def test_what_did_not_change_is_not_counted_again(monkeypatch):
    record = published("ICS18-F01", title="Boards that listen")
    published("ICS18-F02")
    before, counted = SearchRow.objects.get(record=record).title, Counted().brought_up()
    again = []
    monkeypatch.setattr(Counted, "count", lambda self, rows: again.extend(row[0] for row in rows))
    monkeypatch.setattr(Counted, "forget", lambda self, texts: again.append(texts[0]))
    change(record, title="Councils that listen")
    counted.brought_up()
    assert again == [SearchRow.objects.get(record=record).title, before]
    assert [text.split()[0] for text in again] == ["council", "board"]
