from itertools import permutations, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from findings.map.ordering import crossings, order

COLUMNS = [["a", "b", "c"], ["p", "q", "r"], ["x", "y", "z"]]


def test_crossings_multiply_the_strands_that_cross():
    threads = {("a", "q"): 4, ("b", "p"): 3, ("c", "r"): 2}
    assert crossings(COLUMNS, threads) == 12


def test_threads_that_meet_in_a_box_do_not_cross():
    assert crossings(COLUMNS, {("a", "p"): 4, ("b", "p"): 4, ("a", "q"): 4}) == 16
    assert crossings(COLUMNS, {("a", "p"): 4, ("b", "p"): 4}) == 0


def test_order_untangles_what_can_be_untangled():
    threads = {("a", "r"): 4, ("b", "q"): 4, ("c", "p"): 4, ("p", "x"): 1, ("r", "z"): 1}
    ordered = order(COLUMNS, threads)
    assert crossings(COLUMNS, threads) == 48
    assert crossings(ordered, threads) == 0


def test_what_no_thread_leads_to_stands_last():
    threads = {("b", "q"): 1, ("c", "p"): 1, ("q", "z"): 1}
    ordered = order(COLUMNS, threads)
    assert [column[-1] for column in ordered] == ["a", "r", "y"]
    assert crossings(ordered, threads) == 0


@pytest.mark.parametrize("columns", [[[], [], []], [["a"], [], []], [["a"], ["p"], ["x"]]])
def test_order_of_little_or_nothing(columns):
    assert order(columns, {}) == columns


threads_at_random = st.dictionaries(
    st.one_of(
        st.tuples(st.sampled_from(COLUMNS[0]), st.sampled_from(COLUMNS[1])),
        st.tuples(st.sampled_from(COLUMNS[1]), st.sampled_from(COLUMNS[2])),
    ),
    st.integers(1, 4),
    max_size=9,
)


@given(threads_at_random)
def test_order_keeps_every_box_in_its_column_and_is_never_worse(threads):
    ordered = order(COLUMNS, threads)
    assert [sorted(column) for column in ordered] == COLUMNS
    assert crossings(ordered, threads) <= crossings(COLUMNS, threads)
    assert order(COLUMNS, threads) == ordered


@given(threads_at_random)
def test_order_of_three_by_three_is_near_the_best_of_all(threads):
    """At most one braid of four over another beyond the best of all 216 orders."""
    every = product(*(permutations(column) for column in COLUMNS))
    best = min(crossings(columns, threads) for columns in every)
    assert crossings(order(COLUMNS, threads), threads) - best <= 16
