from itertools import pairwise

import pytest

from findings.map.boxes import MOST_ROWS, MOST_THEMES, Detail
from findings.map.layout import arrange
from findings.map.sheet import ART, HERO, PAPER, PRINTED, SCREEN, STRIP
from tests.map.charts import chart, grown, overtaken, point

SHEETS = [SCREEN, STRIP, PRINTED, HERO, ART]
CHARTS = {
    "none": chart(""),
    "one": chart("F1"),
    "three": chart("F1 S1 R1", "F1-S1", "S1-R1", "F1-R1"),
    "direct": chart("F1 F2 S1 R1", "F1-S1", "S1-R1", "F2-R1"),
    "full": grown(16, 16, 16),
    "150": grown(80, 30, 40),
}


@pytest.mark.parametrize("name", CHARTS)
@pytest.mark.parametrize("sheet", SHEETS)
def test_boxes_keep_to_their_column_and_never_touch(name, sheet):
    layout = arrange(CHARTS[name], sheet)
    for n, column in enumerate(layout.columns):
        assert all(placed.x == sheet.lefts[n] for placed in column)
        for above, below in pairwise(column):
            assert above.y + above.height <= below.y
        assert all(each.y >= 0 and each.y + each.height <= layout.height for each in column)


@pytest.mark.parametrize("name", CHARTS)
def test_words_stay_within_their_box(name):
    for placed in arrange(CHARTS[name], SCREEN).boxes:
        for part in placed.parts:
            assert placed.y <= part.y
            assert part.y + part.height <= placed.y + placed.height + 0.01
            for line in part.lines:
                assert placed.x < line.x < placed.x + placed.width
                assert placed.y < line.y < placed.y + placed.height


@pytest.mark.parametrize("name", CHARTS)
@pytest.mark.parametrize("sheet", [SCREEN, PRINTED, HERO])
def test_threads_begin_and_end_on_the_sides_of_boxes(name, sheet):
    layout = arrange(CHARTS[name], sheet)
    for thread in layout.threads:
        for start, stop in thread.ends:
            left = [each for each in layout.boxes if each.x + each.width == thread.x0]
            right = [each for each in layout.boxes if each.x == thread.x1]
            assert any(inside(start, each) for each in left)
            assert any(inside(stop, each) for each in right)


def test_threads_at_a_box_stand_in_the_order_of_their_other_ends():
    layout = arrange(chart("F1 S1 S2 S3 S4", "F1-S3 F1-S1 F1-S4 F1-S2"), SCREEN)
    [finding] = layout.columns[0]
    starts = [thread.ends[0][0] for thread in layout.threads]
    stops = [thread.ends[0][1] for thread in layout.threads]
    by_start = sorted(range(4), key=starts.__getitem__)
    assert by_start == sorted(range(4), key=stops.__getitem__)
    assert len(set(starts)) == 4
    assert all(inside(start, finding) for start in starts)


def inside(y, placed):
    return placed.y <= y <= placed.y + placed.height


def test_the_same_chart_gives_the_same_layout():
    one, other = (arrange(grown(20, 8, 10), SCREEN) for _ in range(2))
    assert one == other


@pytest.mark.parametrize("name", CHARTS)
def test_paper_is_never_overfull(name):
    layout = arrange(CHARTS[name], PRINTED)
    assert layout.height <= PRINTED.tallest
    assert sum(len(layout.points(n)) for n in range(3)) == len(CHARTS[name].points)


def test_no_letters_on_paper_are_under_8_points():
    scale = PAPER[0] / PRINTED.width
    assert round(scale * 12, 1) == 9.0
    assert min(PRINTED.size, PRINTED.small, 12) * scale >= 8


def test_every_row_on_a_screen_is_high_enough_for_a_finger():
    some = [part for box in arrange(grown(16, 16, 23), SCREEN).boxes for part in box.parts]
    assert len(some) > 23
    assert min(part.height for part in some) == 24


def detail(layout, column):
    return {placed.box.detail for placed in layout.columns[column] if not placed.box.is_passage}


def test_up_to_16_boxes_stand_in_full_and_more_by_theme():
    sixteen = arrange(grown(16, 4, 4), SCREEN)
    assert detail(sixteen, 0) == {Detail.TITLES}
    assert len(sixteen.columns[0]) == 16
    more = arrange(grown(17, 4, 4), SCREEN)
    assert detail(more, 0) == {Detail.ROWS}
    assert len(more.points(0)) == 17
    assert detail(more, 2) == {Detail.TITLES}


def test_more_than_32_stand_as_numbers_under_ten_themes_at_most():
    layout = arrange(CHARTS["150"], SCREEN)
    assert [detail(layout, n) for n in range(3)] == [
        {Detail.COUNTS},
        {Detail.ROWS},
        {Detail.COUNTS},
    ]
    assert [len(layout.points(n)) for n in range(3)] == [80, 30, 40]
    assert MOST_ROWS == 32
    assert all(len(layout.columns[n]) <= MOST_THEMES for n in (0, 2))


def test_a_record_stands_under_the_theme_that_most_of_those_left_bear():
    themes = (("law", "Law"), ("trust", "Trust"), ("place", "Place"))
    points = [point(f"F{n}", themes=("law", "trust")) for n in range(9)]
    points += [point(f"F{n}", themes=("trust",)) for n in range(10, 15)]
    points += [point("F20", themes=("place", "law")), point("F21"), point("F22", themes=("law",))]
    layout = arrange(chart(points, themes=themes), SCREEN)
    assert [(each.box.heading, len(each.box.points)) for each in layout.columns[0]] == [
        ("Trust", 14),
        ("Law", 2),
        ("Other themes", 1),
    ]


def test_a_braid_between_boxes_of_several_records_is_drawn_once():
    points = [point(f"F{n}", themes=("law",)) for n in range(17)]
    points[3] = point("F3", themes=("law",), audiences=(("nhs", True), ("councils", False)))
    calls = " ".join(f"F{n}-S1" for n in range(17))
    [thread] = arrange(
        chart([*points, point("S1")], calls, themes=(("law", "Law"),)), SCREEN
    ).threads
    assert len(thread.links) == 17
    assert [(strand.audience, strand.named) for strand in thread.strands] == [
        ("nhs", True),
        ("councils", False),
        ("housing", False),
        ("voluntary", False),
    ]


def test_a_direct_link_runs_past_the_skills_between_boxes():
    layout = arrange(CHARTS["direct"], SCREEN)
    past = next(placed for placed in layout.boxes if placed.box.is_passage)
    across = [thread for thread in layout.threads if thread.across]
    assert past.parts == ()
    assert [thread.links for thread in across] == [(("X-F2", "X-R1"),)]
    assert across[0].across == SCREEN.columns[1]


def test_a_link_without_an_audience_in_common_is_still_drawn():
    points = [point("F1", audiences=(("nhs", False),)), point("S1", audiences=())]
    [thread] = arrange(chart(points, "F1-S1"), SCREEN).threads
    assert [strand.audience for strand in thread.strands] == [""]


def test_an_overtaken_record_says_so_in_its_box():
    [placed] = arrange(chart([overtaken("F1")]), SCREEN).boxes
    assert "Overtaken" in [line.words for line in placed.parts[0].lines]
    assert placed.parts[0].sign is not None


def test_many_direct_links_are_left_to_the_list():
    few = chart("F1 F2 R1", rests="F1-R1 F2-R1")
    assert arrange(few, SCREEN).undrawn == 0
    numbers = " ".join(f"F{n}" for n in range(9))
    many = chart(f"{numbers} R1", rests=" ".join(f"F{n}-R1" for n in range(9)))
    assert arrange(many, SCREEN).undrawn == 9
    assert arrange(many, SCREEN).threads == ()
