from findings.map.chart import Strand
from tests.map.charts import TO_ALL, chart, ends, point


def test_a_braid_has_the_audiences_that_both_ends_reach_in_the_order_of_all():
    some = chart(
        [
            point("F1", audiences=(("voluntary", False), ("nhs", False), ("housing", False))),
            point("S1", audiences=(("councils", False), ("nhs", False), ("voluntary", False))),
        ],
        "F1-S1",
    )
    assert some.strands(ends("F1-S1")) == (Strand("nhs", False), Strand("voluntary", False))


def test_a_strand_is_named_where_one_end_names_the_audience():
    some = chart(
        [point("F1", audiences=(("nhs", True), ("councils", False))), point("S1", audiences=TO_ALL)]
    )
    assert some.strands(ends("F1-S1")) == (Strand("nhs", True), Strand("councils", False))


def test_only_what_no_skill_joins_is_drawn_from_finding_to_recommendation():
    some = chart("F1 F2 S1 R1", "F1-S1", "S1-R1", "F1-R1 F2-R1")
    assert some.direct == (ends("F2-R1"),)
    assert some.links == (ends("F1-S1"), ends("S1-R1"), ends("F2-R1"))


def way(some, number):
    points, links = some.paths[f"X-{number}"]
    short = {reference.removeprefix("X-") for reference in points}
    return short, {"-".join(end.removeprefix("X-") for end in link) for link in links}


def test_the_way_of_a_finding_leads_to_what_rests_on_it_alone():
    """R2 builds the skill too, but rests on the other finding."""
    some = chart("F1 F2 S1 R1 R2", "F1-S1 F2-S1", "S1-R1 S1-R2", "F1-R1 F2-R2")
    assert way(some, "F1") == ({"F1", "S1", "R1"}, {"F1-S1", "S1-R1"})
    assert way(some, "R2") == ({"F2", "S1", "R2"}, {"F2-S1", "S1-R2"})
    assert way(some, "S1") == (
        {"F1", "F2", "S1", "R1", "R2"},
        {"F1-S1", "F2-S1", "S1-R1", "S1-R2"},
    )


def test_the_way_of_a_direct_link_and_of_nothing():
    some = chart("F1 F2 R1", rests="F1-R1")
    assert way(some, "F1") == ({"F1", "R1"}, {"F1-R1"})
    assert way(some, "F2") == ({"F2"}, set())


def test_a_part_of_a_chart_keeps_all_links_among_its_points():
    some = chart("F1 F2 S1 R1", "F1-S1 F2-S1", "S1-R1", "F1-R1 F2-R1")
    part = some.keeping([each for each in some.points if each.number != "F1"])
    assert (part.calls, part.builds, part.rests) == (
        (ends("F2-S1"),),
        (ends("S1-R1"),),
        (ends("F2-R1"),),
    )
