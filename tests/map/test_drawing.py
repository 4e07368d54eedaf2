from xml.etree import ElementTree

import pytest

from findings.map import drawing, poster
from findings.map.layout import arrange
from findings.map.lighting import stylesheet
from findings.map.outline import outline
from findings.map.sheet import HERO, PRINTED, SCREEN
from tests.map.charts import chart, grown, overtaken, point

SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = '</text><script>alert("x")</script>&\'\x0b\x00\ud800'
LINKED = drawing.Pen(lit=True, theme_url=lambda slug: f"/map/?theme={slug}")
FRAME = poster.Frame(
    "A title", "A summary", (("nhs", "NHS"),), ("A note",), LINKED.theme_url, "https://site.example"
)


def parsed(layout, pen=LINKED):
    """The drawing as XML; anything that is no XML fails here."""
    return ElementTree.fromstring(f"<svg>{drawing.body(layout, pen)}</svg>")


def hostile():
    return chart(
        [point("F1", title=HOSTILE, short_title=HOSTILE, url=f"/{HOSTILE}/"), point("S1")], "F1-S1"
    )


def test_hostile_words_are_drawn_as_words():
    svg = parsed(arrange(hostile(), SCREEN))
    assert {element.tag for element in svg.iter()} == {
        *("svg", "g", "a", "text", "tspan", "rect", "path", "circle")
    }
    words = "".join(svg.find(".//a[@id='X-F1']").itertext())
    assert '<script>alert("x")</script>&' in words.replace(" ", "")


def test_hostile_words_are_words_in_the_file_as_well():
    svg = ElementTree.fromstring(poster.svg(arrange(hostile(), PRINTED), FRAME))
    assert not list(svg.iter(f"{SVG}script"))


def test_a_record_is_a_link_whose_name_begins_with_what_it_shows():
    some = chart(
        [overtaken("F1"), point("S1"), point("S2"), point("R1")], "F1-S1 F1-S2", "S1-R1", "F1-R1"
    )
    svg = parsed(arrange(some, SCREEN))
    names = {a.get("id"): (a.get("href"), a.get("aria-label")) for a in svg.iter("a")}
    assert names == {
        "X-F1": (
            "/F1/",
            "F1 Title of F1. Overtaken. Finding, connects to 2 skills and 1 recommendation",
        ),
        "X-S1": ("/S1/", "S1 Title of S1. Skill, connects to 1 finding and 1 recommendation"),
        "X-S2": ("/S2/", "S2 Title of S2. Skill, connects to 1 finding"),
        "X-R1": ("/R1/", "R1 Title of R1. Recommendation, connects to 1 finding and 1 skill"),
    }


def test_a_record_names_its_report_where_there_are_several():
    some = chart([point("F1", report="ABC20"), point("S1", report="ABC20")], "F1-S1")
    svg = parsed(arrange(some, SCREEN))
    finding = next(a for a in svg.iter("a") if a.get("id") == "X-F1")
    assert finding.get("aria-label").startswith("F1 Title of F1 · ABC20. Finding")
    shown = [" ".join("".join(text.itertext()).split()) for text in finding.iter("text")]
    assert shown == ["Title of F1 · ABC20", "F1"]


def test_columns_are_lists_and_threads_are_hidden_from_readers_aloud():
    svg = parsed(arrange(chart("F1 S1 R1", "F1-S1", "S1-R1"), SCREEN))
    lists = [g.get("aria-label") for g in svg.iter("g") if g.get("role") == "list"]
    assert lists == ["Findings", "Skills", "Recommendations"]
    [threads] = [g for g in svg.iter("g") if g.get("class") == "threads"]
    assert threads.get("aria-hidden") == "true"
    assert [len(list(group)) for group in threads] == [4, 4]


def test_a_theme_leads_to_the_map_of_the_theme_and_lists_its_records():
    svg = parsed(arrange(grown(17, 2, 2, themes=1), SCREEN))
    [theme] = [a for a in svg.iter("a") if "?theme=" in a.get("href")]
    assert theme.get("href") == "/map/?theme=theme-0"
    assert theme.get("aria-label") == "Theme number 0: 17 findings"
    [rows] = [g for g in svg.iter("g") if g.get("aria-label") == "Theme number 0"]
    assert len([g for g in rows if g.get("role") == "listitem"]) == 17


def test_no_part_bears_a_style():
    for text in (
        drawing.body(arrange(grown(20, 8, 8), SCREEN), LINKED),
        poster.svg(arrange(grown(20, 8, 8), PRINTED), FRAME),
    ):
        assert "style=" not in text
        assert "<style" not in text


def test_the_file_bears_its_colours_and_no_class():
    text = poster.svg(arrange(grown(20, 8, 8), PRINTED), FRAME)
    assert "class=" not in text
    assert 'stroke="#07545c"' in text


@pytest.mark.parametrize("sheet", [SCREEN, HERO])
def test_every_path_begins_and_ends_where_a_box_does(sheet):
    layout = arrange(chart("F1 F2 S1 R1", "F1-S1", "S1-R1", "F2-R1"), sheet)
    starts = {placed.x + placed.width for placed in layout.boxes} | set(sheet.lefts)
    for thread in layout.threads:
        assert drawing.curve(thread, *thread.ends[0]).startswith("M")
        assert thread.x0 - thread.across in starts


def test_a_bare_drawing_has_one_path_for_strands_that_look_alike():
    text = drawing.bare(arrange(chart("F1 S1 R1", "F1-S1", "S1-R1"), HERO), drawing.Pen())
    svg = ElementTree.fromstring(f"<svg>{text}</svg>")
    assert [path.get("class") for path in svg.iter("path")] == [
        "s stroke-nhs",
        "s stroke-councils",
        "s stroke-housing",
        "s stroke-voluntary",
    ]
    assert all(path.get("d").count("M") == 2 for path in svg.iter("path"))


@pytest.mark.parametrize(
    ("value", "written"), [(12.0, "12"), (3.46, "3.5"), (-0.5, "-.5"), (0, "0")]
)
def test_lengths_are_short(value, written):
    assert drawing.number(value) == written


def test_the_stylesheet_lights_the_way_of_each_record_and_no_other():
    some = chart("F1 F2 S1 R1 R2", "F1-S1 F2-S1", "S1-R1 S1-R2", "F1-R1 F2-R2")
    rules = {
        line.partition("#")[2].partition(":")[0]: line
        for line in stylesheet(arrange(some, SCREEN)).splitlines()
    }
    lit = rules["X-F1"].partition(" :is(")[2].partition(")")[0].split(",")
    assert [each for each in lit if each.startswith("#X")] == ["#X-F1", "#X-S1", "#X-R1"]
    assert len(lit) == 5
    assert rules["X-F1"].count("#X-F1:") == 1 + 1
    assert ":target" in rules["X-F1"]


def test_the_list_has_every_record_in_the_order_of_the_map():
    layout = arrange(grown(20, 9, 12), SCREEN)
    groups = outline(layout)
    tops = [entry.point for group in groups for entry in group.entries]
    assert [each for each in tops if each.kind == "finding"] == layout.points(0)
    listed = {each.reference for each in flat(groups)}
    assert listed == {each.reference for each in layout.chart.points}


def test_the_list_of_many_records_says_how_many_more_there_are():
    layout = arrange(grown(300, 100, 100), SCREEN)
    groups = outline(layout)
    counts = [(len(group.entries), group.more) for group in groups]
    assert counts[0] == (2, len(layout.columns[0][0].box.points) - 2)
    assert sum(group.count for group in groups if group.kind == "finding") == 300
    assert len({group.theme for group in groups}) > 5


def flat(groups):
    waiting = [entry for group in groups for entry in group.entries]
    for entry in waiting:
        waiting.extend(entry.leads_to)
    return [entry.point for entry in waiting]


def test_what_no_finding_leads_to_stands_at_the_end_of_the_list():
    some = chart("F1 S1 S2 R1 R2", "F1-S1", "S1-R1 S2-R2", "F1-R1")
    records = {each.reference: each.number for each in some.points}
    told = [
        (
            group.heading,
            [(entry.record, [each.record for each in entry.leads_to]) for entry in group.entries],
        )
        for group in outline(arrange(some, SCREEN))
        for group in [group.telling(records)]
    ]
    assert told == [
        ("", [("F1", ["S1"])]),
        ("Skills that no finding here calls for", [("S2", ["R2"])]),
        ("Recommendations that rest on no finding here", [("R2", [])]),
    ]
