import pytest

from findings.models import Record, Synonym, Term
from findings.search.resolving import resolve
from findings.vocabulary import State
from tests import factories

pytestmark = pytest.mark.django_db


def found(text):
    records = resolve(text).narrow(Record.objects.published())
    return [record.reference for record in records.order_by("sort_key")]


@pytest.fixture
def library():
    """Six findings; only the fourth is a draft."""
    summaries = [
        "Collaboration takes governance and time.",
        "Voluntary bodies bring trust.",
        "Governance of money.",
        "Zeppelins carry patients.",
        "Councils and community groups.",
        "Communication in plain words.",
    ]
    for number, summary in enumerate(summaries, start=1):
        state = State.DRAFT if number == 4 else State.PUBLISHED
        factories.record(f"ICS18-F0{number}", summary=summary, title="A finding", state=state)


def test_a_typing_error_is_corrected_and_said(library):
    wanted = resolve("colaboration goverance")
    assert wanted.corrections == [("colaboration", "collaboration"), ("goverance", "governance")]
    assert wanted.exactly == '"colaboration" "goverance"'
    assert "ICS18-F01" in found("colaboration")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("mony", None),
        ("graups", None),
        ("gropus", "groups"),
        ("trsut", "trust"),
        ("overnance", "governance"),
        ("zovernance", None),
        ("exgovernance", None),
        ("groupps", "groups"),
        ("comunity", "community"),
    ],
)
def test_a_short_word_is_corrected_only_where_a_slip_is_likely(library, typed, meant):
    expected = [(typed, meant)] if meant else []
    assert resolve(typed).corrections == expected


def test_another_word_of_the_same_length_is_left_alone(library):
    factories.record("ICS18-S01", summary="The united states.")
    assert resolve("legal status").corrections == []


def test_in_quotes_nothing_is_corrected(library):
    wanted = resolve('"colaboration"')
    assert wanted.corrections == []
    assert found('"colaboration"') == []


def test_a_word_that_only_a_draft_holds_is_never_suggested(library):
    assert resolve("zepelins").corrections == []
    assert resolve("zeppelin").corrections == []
    assert found("zeppelins") == []

    Record.objects.get(reference="ICS18-F04").save()
    draft = Record.objects.get(reference="ICS18-F04")
    draft.state = State.PUBLISHED
    draft.save()
    assert resolve("zepelins").corrections == [("zepelins", "zeppelins")]


def test_a_synonym_finds_what_means_the_same_and_is_said(library):
    assert found("charity") == []
    Synonym.objects.create(slug="charity", phrases="charity\nvoluntary bodies")
    wanted = resolve("charity")
    assert wanted.synonyms == [("charity", ["voluntary bodies"])]
    assert found("charity") == ["ICS18-F02"]
    assert found('"charity"') == []


def test_a_synonym_of_several_words_is_recognised_the_longest_first(library):
    Synonym.objects.create(slug="a", phrases="community\nneighbourhood")
    Synonym.objects.create(slug="b", phrases="community groups\nvoluntary")
    assert resolve("community groups").synonyms == [("community groups", ["voluntary"])]
    assert found("community groups") == ["ICS18-F02", "ICS18-F05"]


def test_a_misspelt_synonym_is_understood(library):
    Synonym.objects.create(slug="charity", phrases="charity\nvoluntary bodies")
    assert resolve("charrity").corrections == [("charrity", "charity")]
    assert found("charrity") == ["ICS18-F02"]


def test_words_with_few_results_together_are_followed_by_some_of_them(library):
    wanted = resolve("voluntary bodies groups")
    assert wanted.any_of
    assert found("voluntary bodies groups") == ["ICS18-F02"]


def test_among_records_with_some_of_the_words_the_rare_word_decides(library):
    assert resolve("governance trust").any_of
    assert found("governance trust") == ["ICS18-F02"]
    assert found("governance zeppelin") == []


def test_what_no_record_is_about_is_answered_by_none_that_mentions_it(library):
    factories.record("ICS18-S01", body="A nurse had a hard winter.")
    assert found("nurse") == ["ICS18-S01"]
    assert found("governance nurse") == []
    factories.record("ICS18-S02", summary="A nurse leads.")
    assert found("governance nurse") == ["ICS18-F01", "ICS18-F03", "ICS18-S01", "ICS18-S02"]


def test_what_holds_too_little_shares_a_word_and_no_more(library):
    wanted = resolve("governance zeppelin")
    near = wanted.near(Record.objects.published()).order_by("sort_key")
    assert [record.reference for record in near] == ["ICS18-F01", "ICS18-F03"]
    assert not resolve("ICS18-F01").near(Record.objects.published())


@pytest.mark.parametrize("text", ["what do we say about trust now", "How should our trust look?"])
def test_words_that_ask_are_left_aside(library, text):
    factories.record("ICS18-S01", summary="Now we should look and say what our words mean.")
    assert found(text) == ["ICS18-F02"]


def test_words_that_ask_are_sought_where_nothing_else_is(library):
    factories.record("ICS18-S01", summary="Whatever it means.")
    assert found("what does it mean") == ["ICS18-S01"]


def test_the_glossary_reads_questions(library):
    Term.objects.create(
        slug="vb", name="VB", full_name="voluntary body", definition="A body.", also="VBs"
    )
    for text in ("VB", "vbs", "VBs", "voluntary body"):
        assert (text, found(text)) == (text, ["ICS18-F02"])
    assert resolve("VBs").synonyms == [("VBs", ["voluntary body"])]


def test_what_a_group_also_finds_is_found_one_way(library):
    Synonym.objects.create(slug="confidence", phrases="confidence\nfaith", finds="trust")
    assert resolve("faith").synonyms == [("faith", ["trust"])]
    assert found("faith") == ["ICS18-F02"]
    assert resolve("trust").synonyms == []


def test_groups_that_share_a_phrase_mean_the_same(library):
    Synonym.objects.create(slug="a", phrases="confidence\nfaith", finds="trust")
    Synonym.objects.create(slug="b", phrases="faith\ncredence")
    assert found("credence") == ["ICS18-F02"]


def test_two_words_for_one_thing_ask_for_it_once(library):
    Synonym.objects.create(slug="charity", phrases="charity\nvoluntary bodies\nNGO")
    assert len(resolve("charity charities").clauses) == 1


def test_a_way_in_is_no_reference(library):
    factories.record("ICS18-S75", title="A skill", short_title="A skill", summary="")
    assert found("s75") == ["ICS18-S75"]
    Synonym.objects.create(slug="s75", phrases="S75\npooled money", finds="money")
    assert found("s75") == ["ICS18-F03"]


def test_words_with_enough_results_together_stay_together(library):
    for number in range(1, 6):
        factories.record(f"ICS18-S0{number}", summary="Governance needs trust.")
    wanted = resolve("governance trust")
    assert not wanted.any_of
    assert found("governance trust") == [f"ICS18-S0{number}" for number in range(1, 6)]


def test_quotes_ask_for_all_that_stands_in_them(library):
    assert not resolve('"governance" "trust"').any_of
    assert found('"governance" "trust"') == []


def test_a_short_reference_finds_every_report_s(library):
    factories.record("ABC20-F03")
    assert found("f3") == ["ICS18-F03", "ABC20-F03"]
    assert found("ABC20-F03") == ["ABC20-F03"]


@pytest.mark.parametrize("text", ["ICS18", " ics18 "])
def test_the_start_of_references_finds_all_of_a_report(library, text):
    factories.record("ABC20-F03", summary="ICS18 is the other report.")
    assert found(text) == [f"ICS18-F0{number}" for number in (1, 2, 3, 5, 6)]
    assert resolve(text).report == factories.report("ICS18")


def test_what_only_looks_like_the_start_of_references_is_words(library):
    factories.record("ICS18-S01", summary="Before covid19 came.")
    assert (found("covid19"), resolve("covid19").report) == (["ICS18-S01"], None)
    assert found("ICS19") == []


@pytest.mark.parametrize("text", ["ICS18-F04", "f4", "F99", "ICS18-G01", "g1"])
def test_a_reference_that_no_published_record_bears_finds_nothing(library, text):
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    ["???", '"', "the", "'; DROP TABLE x; --", "a" * 4000, "x " * 4000, "\u202e\u200f", "🙂"],
)
def test_odd_words_find_nothing_and_do_no_harm(library, text):
    assert found(text) == []


def test_nothing_typed_wants_everything(library):
    assert not resolve("  ")
    assert len(found("  ")) == 5
