"""Charts for tests: points and links as few as a test is about."""

import random

from findings.map.chart import COLUMNS, Chart, Mark, Point

AUDIENCES = ("nhs", "councils", "housing", "voluntary")
TO_ALL = tuple((audience, False) for audience in AUDIENCES)
KINDS = dict(zip("FSR", COLUMNS, strict=True))


def point(number, **fields):
    """A point of the kind that its number says: F1, S2, R3."""
    defaults = {
        "title": f"Title of {number}",
        "short_title": f"Short {number}",
        "url": f"/{number}/",
        "audiences": TO_ALL,
    }
    return Point(f"X-{number}", KINDS[number[0]], **defaults | fields)


def overtaken(number, **fields):
    return point(number, mark=Mark("overtaken", "Overtaken"), **fields)


def chart(numbers, calls="", builds="", rests="", **fields):
    """`numbers` are points or such as "F1 S1"; links are such as "F1-S1 F2-S1"."""
    points = [point(each) for each in numbers.split()] if isinstance(numbers, str) else numbers
    links = {"calls": calls, "builds": builds, "rests": rests}
    return Chart(
        points=tuple(points),
        audiences=fields.pop("audiences", AUDIENCES),
        **{name: tuple(map(ends, some.split())) for name, some in links.items()},
        **fields,
    )


def ends(link):
    return tuple(f"X-{number}" for number in link.split("-"))


def grown(findings, skills, recommendations, seed=1, themes=12):
    """A large chart at random, the same for the same numbers."""
    chance = random.Random(seed)
    slugs = [(f"theme-{n}", f"Theme number {n}") for n in range(themes)]
    points = [
        point(
            f"{letter}{n}",
            title=f"{letter}{n} " + "word " * chance.randrange(3, 22),
            short_title=f"Short title of number {n}",
            themes=tuple(slug for slug, _ in chance.sample(slugs, min(themes, 2))),
        )
        for letter, count in zip("FSR", (findings, skills, recommendations), strict=True)
        for n in range(count)
    ]
    own = {letter: [each.number for each in points if each.number[0] == letter] for letter in "FSR"}
    return chart(
        points,
        calls=some(chance, own["F"], own["S"]),
        builds=some(chance, own["S"], own["R"]),
        rests=some(chance, own["F"], own["R"]),
        themes=tuple(slugs),
    )


def some(chance, near, far):
    return " ".join(f"{a}-{b}" for a in near for b in chance.sample(far, min(2, len(far))))
