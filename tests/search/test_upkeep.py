import pytest
from django.core.management import CommandError, call_command
from django.db import connection, transaction

from findings import models
from findings.fulltext import index
from findings.publishing import states
from findings.search import upkeep
from findings.search.resolving import resolve
from findings.vocabulary import State
from tests import factories

pytestmark = pytest.mark.django_db


def found(text):
    records = resolve(f'"{text}"').narrow(models.Record.objects.published())
    return [record.reference for record in records.order_by("sort_key")]


@pytest.fixture
def record():
    return factories.record("ICS18-F01", title="About lanterns")


def test_a_save_is_found_at_once(record):
    assert found("lanterns") == ["ICS18-F01"]
    record.title = "About beacons"
    record.save()
    assert found("lanterns") == []
    assert found("beacons") == ["ICS18-F01"]


def test_a_save_through_a_proxy_is_found(record):
    finding = models.Finding.objects.get()
    finding.title = "About beacons"
    finding.save()
    assert found("beacons") == ["ICS18-F01"]


def test_what_hangs_on_a_record_is_found_and_forgotten_with_it(record):
    audience = factories.audience()
    theme = factories.theme(name="Zephyrs")
    source = factories.source(title="The quagga papers")
    event = factories.development(title="A xylophone was bought")
    parts = [
        ("okapi", lambda: record.notes.create(audience=audience, text="Feed the okapi.")),
        ("yurt", lambda: factories.verdict_on(record, reason="The yurt has gone.")),
        ("quagga", lambda: factories.cite(record, factories.passage(source))),
    ]
    for word, make in parts:
        assert found(word) == []
        part = make()
        assert found(word) == ["ICS18-F01"]
        part.delete()
        assert found(word) == []
    record.themes.add(theme)
    assert found("zephyrs") == ["ICS18-F01"]
    record.themes.remove(theme)
    assert found("zephyrs") == []
    event.bears_on.add(record)
    assert found("xylophone") == ["ICS18-F01"]
    event.bears_on.clear()
    assert found("xylophone") == []
    record.developments.add(event)
    assert found("xylophone") == ["ICS18-F01"]
    record.developments.clear()
    assert found("xylophone") == []


def test_a_new_name_of_a_theme_a_source_or_a_development_is_found(record):
    theme, source, event = factories.theme(), factories.source(), factories.development()
    record.themes.add(theme)
    factories.cite(record, factories.passage(source))
    event.bears_on.add(record)
    theme.name, source.title, event.title = "Zephyrs", "The quagga papers", "The xylophone"
    for thing in (theme, source, event):
        thing.save()
    assert [found(word) for word in ("zephyrs", "quagga", "xylophone")] == [["ICS18-F01"]] * 3


def test_publication_is_followed_without_a_new_index(record):
    before = models.SearchRow.objects.get().columns
    states.move(record, State.WITHDRAWN, why="It was wrong.")
    assert found("lanterns") == []
    assert models.SearchRow.objects.get().columns == before


def test_a_deleted_record_leaves_nothing_behind(record):
    models.Record._base_manager.filter(pk=record.pk).delete()
    assert not models.SearchRow.objects.exists()
    assert index.stored("default") == {}


@pytest.mark.django_db(transaction=True)
def test_a_flush_leaves_nothing_behind(record):
    call_command("flush", interactive=False, verbosity=0)
    assert index.stored("default") == {}


def test_a_rollback_takes_the_index_back_too(record):
    record.title = "About beacons"
    with transaction.atomic():
        record.save()
        assert found("beacons") == ["ICS18-F01"]
        transaction.set_rollback(True)
    assert found("lanterns") == ["ICS18-F01"]
    assert found("beacons") == []
    assert upkeep.out_of_step() == []


def test_in_a_batch_each_record_is_written_once(record, django_assert_num_queries):
    with upkeep.batched():
        record.title = "About beacons"
        record.save()
        record.save()
        assert found("beacons") == []
    assert found("beacons") == ["ICS18-F01"]


def test_a_batch_that_fails_writes_nothing(record):
    def fail_in_a_batch():
        with upkeep.batched():
            record.title = "About beacons"
            record.save()
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail_in_a_batch()
    assert found("beacons") == []


def spoil_row(record):
    models.Record._base_manager.update(title="Changed behind the back")
    return ["ICS18-F01"]


def spoil_index(record):
    index.write({record.pk: ("other", "words", "here")}, "default")
    return ["ICS18-F01"]


def lose_row(record):
    models.SearchRow.objects.all()._raw_delete(connection.alias)
    return ["ICS18-F01"]


@pytest.mark.parametrize("spoil", [spoil_row, spoil_index, lose_row])
def test_the_health_check_names_what_is_out_of_step_and_a_rebuild_mends_it(record, spoil, capsys):
    factories.record("ICS18-F02")
    wrong = spoil(record)
    if spoil is spoil_row:
        models.Record._base_manager.filter(reference="ICS18-F02").update(title="Title of ICS18-F02")
    if spoil is lose_row:
        wrong = ["ICS18-F01", "ICS18-F02"]

    with pytest.raises(CommandError, match=r"out of step\. Run rebuild_search"):
        call_command("check_search")
    assert capsys.readouterr().err.splitlines() == wrong

    call_command("rebuild_search")
    call_command("check_search")
    assert capsys.readouterr().out.splitlines() == [
        "2 records indexed.",
        "The index is in step with the records.",
    ]


def test_the_real_texts_are_in_step(content):
    assert upkeep.out_of_step() == []
