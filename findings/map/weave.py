"""The three questions and their answer as threads between columns of equal rows. Knows no Django.

Columns are lists whose rows are equally high; between two of them stands a drawing 100 wide and
1,000 high that is stretched to fit, so that a thread meets its rows whatever their text needs.
Every thread comes from a link in the data and ends at something that can be read.
"""

from dataclasses import dataclass

HEIGHT = 1000
# Between the strands of the cord.
PITCH = 11
# Where in its row a finding has the line that its strand runs along.
STOP = 0.64
# How the strand of a finding is drawn, by its verdict: whole where nothing is said.
DRAWN = {
    "overtaken": "dashed",
    "not-checked": "dotted",
    "unsettled": "dotted",
}


@dataclass(frozen=True)
class Line:
    """A path, and what it belongs to: classes that the stylesheet knows."""

    classes: str
    path: str


@dataclass(frozen=True)
class Action:
    """A recommendation: the places of its sectors, roles and themes in their columns."""

    reference: str
    sectors: tuple
    roles: tuple
    themes: tuple


@dataclass(frozen=True)
class Columns:
    """`sectors` are the slugs that give a thread its colour; the rest is counted."""

    sectors: tuple
    roles: int
    themes: int
    actions: tuple


def port(row, rows, strand, strands, pad):
    """The height at which a strand meets its row."""
    height = HEIGHT / rows
    return height * (row + pad + (strand + 0.5) / strands * (1 - 2 * pad))


def middle(row, rows):
    return port(row, rows, 0, 1, 0)


def curve(start, end):
    return f"M0 {start:.0f}C50 {start:.0f} 50 {end:.0f} 100 {end:.0f}"


def by_themes(actions):
    """The actions in the order in which their threads cross least: by their mean theme."""
    return sorted(
        actions,
        key=lambda each: (sum(each.themes) / max(len(each.themes), 1), each.reference),
    )


# Before anything is answered


def open_gaps(columns):
    """The Lines of the three gaps: sector to role, role to theme, theme to action."""
    sectors, roles, themes = len(columns.sectors), columns.roles, columns.themes
    return [
        between(columns, joined(columns, "sectors", "roles"), (sectors, roles)),
        between(columns, joined(columns, "roles", "themes"), (roles, themes), theme=1),
        between(columns, ended(columns), (themes, len(columns.actions)), theme=0),
    ]


def joined(columns, left, right):
    """{(left row, right row): ({sectors}, {roles}, {themes})} of what an action joins."""
    found = {}
    for action in columns.actions:
        for start in getattr(action, left):
            for end in getattr(action, right):
                sectors, roles = found.setdefault((start, end), (set(), set()))
                sectors.update([start] if left == "sectors" else action.sectors)
                roles.update([end] if right == "roles" else [start])
    return found


def ended(columns):
    """The same of each theme and the actions that bear it."""
    return {
        (theme, row): (set(action.sectors), set(action.roles))
        for row, action in enumerate(columns.actions)
        for theme in action.themes
    }


def between(columns, pairs, sizes, theme=None):
    """A Line for each pair and sector. `sizes` are the numbers of rows on the left and right;
    `theme` is the side on which the themes stand, if they do."""
    leaving, arriving = ports(pairs, 0), ports(pairs, 1)
    lines = []
    for pair, (sectors, roles) in sorted(pairs.items()):
        passed = None if theme is None else pair[theme]
        for sector in sorted(sectors):
            start = port(pair[0], sizes[0], *leaving[pair, sector], 0.14)
            end = port(pair[1], sizes[1], *arriving[pair, sector], 0.16)
            name = classes(columns.sectors[sector], sector, roles, passed)
            lines.append(Line(name, curve(start, end)))
    return lines


def ports(pairs, side):
    """{(pair, sector): (which strand of its row it is, of how many)} on one side."""
    rows = {}
    for pair, (sectors, _) in sorted(pairs.items(), key=lambda each: each[0][1 - side]):
        rows.setdefault(pair[side], []).extend((pair, sector) for sector in sorted(sectors))
    return {
        strand: (place, len(strands))
        for strands in rows.values()
        for place, strand in enumerate(strands)
    }


def passing(action):
    """The classes of an action: by their places the sectors, roles and themes that lead to it."""
    kinds = (("s", action.sectors), ("r", action.roles), ("m", action.themes))
    return " ".join(f"{letter}-{row + 1}" for letter, rows in kinds for row in rows)


def classes(slug, sector, roles, theme):
    """The sector in its colour, and by their places the roles and the theme that it passes."""
    names = ["t", f"aud-{slug}", f"s-{sector + 1}", *(f"r-{role + 1}" for role in sorted(roles))]
    return " ".join(names if theme is None else [*names, f"m-{theme + 1}"])


# Once all is answered


@dataclass(frozen=True)
class Chosen:
    """The rows answered, each as (row, rows). `stops` are (verdict, rows of the actions that it
    leads to): a strand of the cord each. `ends` is the number of actions."""

    sector: tuple
    role: tuple
    theme: tuple
    stops: tuple
    ends: int


def answered_gaps(chosen, sectors):
    """The Lines of the four gaps: a cord through the answers that unravels at the findings."""
    strands = max(len(chosen.stops), 1)
    offsets = [(strand - (strands - 1) / 2) * PITCH for strand in range(strands)]
    own = f"t aud-{sectors[chosen.sector[0]]}"
    at = [middle(*answer) for answer in (chosen.sector, chosen.role, chosen.theme)]
    first = [Line(own, curve(at[0] + off, at[1] + off)) for off in offsets]
    return [
        [*first, *fallen(chosen, sectors)],
        [Line(own, curve(at[1] + off, at[2] + off * 0.8)) for off in offsets],
        unravelled(chosen, own, at[2], offsets),
        arriving(chosen, own),
    ]


def fallen(chosen, sectors):
    """The strands of the sectors not chosen: they start, and fall away."""
    lines = []
    for row, sector in enumerate(sectors):
        if row == chosen.sector[0]:
            continue
        at = middle(row, len(sectors))
        for strand in range(3):
            start, end = at + (strand - 1) * 14, at + 62 + strand * 20
            bend, across = at + 30 + strand * 16, 30 + strand * 7
            path = f"M0 {start:.0f}C22 {start:.0f} 26 {bend:.0f} {across} {end:.0f}"
            lines.append(Line(f"t aud-{sector} cut c{strand}", path))
    return lines


def unravelled(chosen, own, at, offsets):
    return [
        Line(drawn(own, verdict), curve(at + off * 0.8, stop(row, len(chosen.stops))))
        for row, (off, (verdict, _)) in enumerate(zip(offsets, chosen.stops, strict=False))
    ]


def arriving(chosen, own):
    """From each finding to the actions that rest on it, side by side where several arrive."""
    incoming = {}
    for row, (_, ends) in enumerate(chosen.stops):
        for end in ends:
            incoming.setdefault(end, []).append(row)
    lines = []
    for end, rows in incoming.items():
        for place, row in enumerate(rows):
            off = (place - (len(rows) - 1) / 2) * PITCH
            path = curve(stop(row, len(chosen.stops)), middle(end, chosen.ends) + off)
            lines.append(Line(drawn(own, chosen.stops[row][0]), path))
    return lines


def stop(row, rows):
    return HEIGHT * (row + STOP) / rows


def drawn(own, verdict):
    return f"{own} {DRAWN[verdict]}" if verdict in DRAWN else own
