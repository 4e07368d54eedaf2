"""What two people did to one row: kept, joined, or shown to one of them."""

from hypothesis import given
from hypothesis import strategies as st

from findings.texts.merging import Conflict, merge

BASE = {
    "title": "Title",
    "body": "Body",
    "themes": ["a", "b"],
    "verdicts": [{"effective": "2022", "verdict": "stands", "reason": "Why"}],
    "audiences": [{"audience": "nhs", "addressed": "all"}],
}


def row(**changes):
    return {**BASE, **changes}


def note(audience, addressed="all"):
    return {"audience": audience, "addressed": addressed}


def test_different_fields_merge_by_themselves():
    merged = merge(BASE, row(title="Mine"), row(body="Theirs"))
    assert merged.row == row(title="Mine", body="Theirs")
    assert (merged.taken, merged.conflicts) == (["body"], [])


def test_the_same_field_changed_by_both_is_a_conflict_that_keeps_theirs():
    merged = merge(BASE, row(title="Mine", body="New"), row(title="Theirs"))
    assert merged.conflicts == [Conflict("title", "Title", "Mine", "Theirs")]
    assert merged.row == row(title="Theirs", body="New")


def test_the_same_change_by_both_is_none():
    merged = merge(BASE, row(title="Same"), row(title="Same"))
    assert (merged.row, merged.taken, merged.conflicts) == (row(title="Same"), [], [])


def test_what_each_put_into_a_list_is_there_and_what_one_took_out_is_gone():
    merged = merge(BASE, row(themes=["a", "b", "mine"]), row(themes=["b", "theirs"]))
    assert merged.row["themes"] == ["b", "theirs", "mine"]
    assert merged.conflicts == []


def test_smaller_rows_are_told_apart_by_what_they_are_about():
    mine = row(audiences=[note("nhs"), note("housing")])
    theirs = row(audiences=[note("nhs", "named"), note("councils")])
    merged = merge(BASE, mine, theirs)
    assert merged.row["audiences"] == [note("nhs", "named"), note("councils"), note("housing")]
    assert merged.conflicts == []


def test_a_smaller_row_changed_by_both_is_a_conflict():
    mine, theirs = row(audiences=[note("nhs", "named")]), row(audiences=[note("nhs", "none")])
    assert [each.field for each in merge(BASE, mine, theirs).conflicts] == ["audiences"]


def test_a_smaller_row_taken_out_by_one_and_changed_by_the_other_is_a_conflict():
    gone, changed = row(audiences=[]), row(audiences=[note("nhs", "named")])
    assert [each.field for each in merge(BASE, gone, changed).conflicts] == ["audiences"]
    assert [each.field for each in merge(BASE, changed, gone).conflicts] == ["audiences"]


def test_a_smaller_row_taken_out_by_one_alone_is_gone():
    added = row(audiences=[note("nhs"), note("housing")])
    assert merge(BASE, row(audiences=[]), added).row["audiences"] == [note("housing")]
    assert merge(BASE, added, row(audiences=[])).row["audiences"] == [note("housing")]


def test_rows_that_cannot_be_told_apart_are_one_field():
    mine = row(audiences=[note("nhs"), note("nhs", "named")])
    theirs = row(audiences=[note("housing")])
    assert [each.field for each in merge(BASE, mine, theirs).conflicts] == ["audiences"]


def test_the_order_of_whoever_changed_it_is_kept():
    base = row(themes=["a", "b", "c"])
    merged = merge(
        base, {**base, "themes": ["c", "a", "b"]}, {**base, "themes": ["a", "b", "c", "d"]}
    )
    assert merged.row["themes"] == ["c", "a", "b", "d"]


texts = st.sampled_from(["x", "y", "z"])
rows = st.fixed_dictionaries(
    {
        "title": texts,
        "themes": st.lists(texts, unique=True),
        "audiences": st.lists(
            st.builds(note, texts, st.sampled_from(["all", "named"])),
            unique_by=lambda child: child["audience"],
        ),
    }
)


@given(rows, rows, rows)
def test_no_word_of_either_is_lost_without_a_word(base, mine, theirs):
    merged = merge(base, mine, theirs)
    in_conflict = {each.field for each in merged.conflicts}
    for key in base.keys() - in_conflict:
        if isinstance(base[key], str):
            assert merged.row[key] in (mine[key], theirs[key])
            continue
        for side in (mine[key], theirs[key]):
            new = [value for value in side if value not in base[key]]
            assert all(value in merged.row[key] for value in new)


@given(rows, rows)
def test_a_change_that_nobody_else_touched_stays_as_it_is(base, mine):
    merged = merge(base, mine, base)
    assert (merged.row, merged.taken, merged.conflicts) == (mine, [], [])
    merged = merge(base, base, mine)
    assert (merged.row, merged.conflicts) == (mine, [])
