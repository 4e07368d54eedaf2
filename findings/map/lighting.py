"""The stylesheet of one Layout: which parts and threads light up with which. Knows no Django."""

from .drawing import part_name, part_points, thread_name

POINTED = ":is(:hover,:focus-visible)"
# Where a link leads to a record on the map, its way is lit until the reader points elsewhere.
RESTING = f":not(:has(.part{POINTED}))"


def stylesheet(layout):
    rules = "\n".join(rule(name, lit) for name, lit in ways(layout))
    return f"@layer pages {{\n{rules}\n}}\n"


def rule(name, lit):
    light = f":is({','.join(f'#{each}' for each in lit)}){{opacity:1}}"
    return f".mapfig:is(:has(#{name}{POINTED}),{RESTING}:has(#{name}:target)) {light}"


def ways(layout):
    """(name, names of all that is lit with it) of each part of the map."""
    names = [
        (part_name(part, placed, layout), part_points(part, placed.box))
        for placed in layout.boxes
        for part in placed.parts
    ]
    for name, points in names:
        found = [layout.chart.paths[point.reference] for point in points]
        references = set().union(*(some for some, _ in found))
        links = set().union(*(some for _, some in found))
        lit = [other for other, some in names if {each.reference for each in some} & references]
        lit += [
            thread_name(n)
            for n, thread in enumerate(layout.threads, 1)
            if links.intersection(thread.links)
        ]
        yield name, lit
