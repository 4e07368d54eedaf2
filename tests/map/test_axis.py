import datetime
from dataclasses import dataclass
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from findings.map import axis as drawing
from findings.map.axis import LANE, MARK, NARROWEST


@dataclass(frozen=True)
class Event:
    date: datetime.date
    last_day: datetime.date


def day(text):
    return datetime.date.fromisoformat(text)


def draw(*ends, days=(), span=(2014, 2026)):
    events = [Event(day(first), day(last)) for first, last in ends]
    return drawing.draw(events, list(days), span)


def test_years_stand_in_order_from_edge_to_edge():
    axis = draw(span=(2014, 2016))
    assert [year for year, _ in axis.years] == [2014, 2015, 2016]
    assert axis.years[0][1] == "2.00%"
    assert axis.marks == ()


def test_an_event_of_one_day_is_a_dot_and_one_of_a_year_a_bar():
    dot, bar = draw(("2018-11-20", "2018-11-20"), ("2021-01-01", "2021-12-31")).marks
    assert (dot.is_bar, bar.is_bar) == (False, True)
    assert float(dot.x[:-1]) < float(bar.x[:-1])
    assert 7 < float(bar.width[:-1]) < 8


def test_events_of_one_day_stand_above_each_other():
    same = ("2019-01-07", "2019-01-07")
    marks = draw(same, same, same).marks
    assert [mark.y for mark in marks] == [marks[0].y, marks[0].y - LANE, marks[0].y - 2 * LANE]
    assert len({mark.x for mark in marks}) == 1


def test_a_marked_day_has_its_label_inside_the_drawing():
    lines = draw(
        days=[(day("2014-02-01"), "a"), (day("2020-01-01"), "b"), (day("2026-07-02"), "c")]
    )
    assert [line.anchor for line in lines.lines] == ["start", "middle", "end"]
    assert len({line.y for line in lines.lines}) == 3


days = st.dates(datetime.date(2014, 1, 1), datetime.date(2026, 12, 31))


@given(st.lists(st.tuples(days, days).map(sorted), max_size=60))
def test_no_two_marks_touch_at_the_narrowest_width_and_none_leaves_the_drawing(ends):
    events = [Event(*pair) for pair in ends]
    axis = drawing.draw(events, [], (2014, 2026))
    assert len(axis.marks) == len(events)
    by_lane = {}
    for mark in axis.marks:
        x, width = float(mark.x[:-1]), float(mark.width[:-1] or 0)
        half = 0 if mark.is_bar else 50 * MARK / NARROWEST
        by_lane.setdefault(mark.y, []).append((x - half, x + width + half))
        assert x - half >= -0.01
        assert x + width + half <= 100.01
        assert axis.top <= mark.y - MARK / 2
        assert mark.y + MARK / 2 <= axis.base
    for places in by_lane.values():
        places.sort()
        assert all(end < start for (_, end), (start, _) in pairwise(places))
