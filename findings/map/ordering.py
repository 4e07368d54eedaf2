"""The order of the boxes in each column, so that threads cross as little as can be found.

Barycentre sweeps (each box moves to the mean place of its neighbours), forwards and backwards,
of which the best is kept; then boxes change places, or one moves, for as long as crossings fall.
The same input always gives the same order. Knows no Django.

A column is a list of keys; threads are {(left key, right key): weight}, and where two threads
cross, their weights are multiplied: strands cross strands.
"""

from itertools import combinations, groupby, pairwise, product
from operator import itemgetter

SWEEPS = 24


def order(columns, threads):
    """The columns, reordered. Every way to turn columns of the given order round is a start.

    What no thread leads to stands at the end of its column.
    """
    linked = {key for ends in threads for key in ends}
    start = [[key for key in column if key in linked] for column in columns]
    starts = product(*((column, column[::-1]) for column in start))
    found = [improved(each, threads) for some in starts for each in (swept(some, threads), some)]
    best = min(found, key=lambda each: crossings(each, threads))
    alone = [[key for key in column if key not in linked] for column in columns]
    return [some + rest for some, rest in zip(best, alone, strict=True)]


def crossings(columns, threads):
    """How many strands cross strands, over all gaps between the columns."""
    return sum(crossed(gap_of(*gap, threads)) for gap in pairwise(columns))


def gap_of(left, right, threads):
    """[(place on the left, place on the right, weight)] of the threads of one gap."""
    near, far = places(left), places(right)
    return [
        (near[a], far[b], weight) for (a, b), weight in threads.items() if a in near and b in far
    ]


def crossed(gap):
    """Each thread crosses those that begin above it and end below."""
    ending = [0] * (1 + max((end for _, end, _ in gap), default=0))
    found = 0
    for _, beginning in groupby(sorted(gap), key=itemgetter(0)):
        together = list(beginning)
        found += sum(weight * sum(ending[end + 1 :]) for _, end, weight in together)
        for _, end, weight in together:
            ending[end] += weight
    return found


def places(column):
    return {key: place for place, key in enumerate(column)}


def swept(columns, threads):
    best, fewest = columns, crossings(columns, threads)
    for sweep in range(SWEEPS):
        forwards = sweep % 2 == 0
        columns = [list(column) for column in columns]
        inner = range(1, len(columns)) if forwards else range(len(columns) - 2, -1, -1)
        for index in inner:
            beside = columns[index - 1 if forwards else index + 1]
            columns[index] = by_barycentre(columns[index], beside, threads)
        count = crossings(columns, threads)
        if count < fewest:
            best, fewest = columns, count
    return best


def by_barycentre(column, beside, threads):
    """Each key at the mean place of its neighbours; one without any keeps its share of height."""
    neighbours = neighbours_of(column, beside, threads)
    scale = (len(beside) - 1) / max(1, len(column) - 1)
    own = places(column)

    def mean(key):
        near = neighbours[key]
        weights = sum(weight for _, weight in near)
        return sum(place * weight for place, weight in near) / weights if near else own[key] * scale

    return sorted(column, key=mean)


def neighbours_of(column, beside, threads):
    """{key: [(place of a neighbour in the column beside, weight), ...]}"""
    place = places(beside)
    found = {key: [] for key in column}
    for (a, b), weight in threads.items():
        for key, other in ((a, b), (b, a)):
            if key in found and other in place:
                found[key].append((place[other], weight))
    return found


def improved(columns, threads):
    """Boxes change places, and single ones move, for as long as crossings fall."""
    columns = [list(column) for column in columns]
    falling = True
    while falling:
        falling = False
        for index, column in enumerate(columns):
            beside = [columns[each] for each in (index - 1, index + 1) if 0 <= each < len(columns)]
            better = rearranged(column, price(column, beside, threads))
            falling = falling or better != column
            columns[index] = better
    return columns


def price(column, beside, threads):
    """{(above, below): crossings of the threads of these two, standing so}."""
    cost = dict.fromkeys(((a, b) for a in column for b in column), 0)
    for other in beside:
        neighbours = neighbours_of(column, other, threads)
        for above in column:
            for below in column:
                cost[above, below] += sum(
                    weight * against
                    for place, weight in neighbours[above]
                    for opposite, against in neighbours[below]
                    if place > opposite
                )
    return cost


def rearranged(column, cost):
    """The column after swaps and moves, each of which lowers its cost."""
    column, falling = list(column), True
    while falling:
        changed = better(column, cost)
        falling = changed is not None
        column = changed or column
    return column


def better(column, cost):
    """The column with one box moved or two swapped, so that the cost falls; or None."""
    for i, moved in enumerate(column):
        place, gain = best_move(column, i, cost)
        if gain > 0:
            rest = column[:i] + column[i + 1 :]
            return [*rest[:place], moved, *rest[place:]]
    for i, j in combinations(range(len(column)), 2):
        if gain_of_swap(column, i, j, cost) > 0:
            swapped = list(column)
            swapped[i], swapped[j] = swapped[j], swapped[i]
            return swapped
    return None


def best_move(column, i, cost):
    """(place, gain) of the box at i where it costs least."""
    moved, best = column[i], (i, 0)
    for way in (range(i + 1, len(column)), range(i - 1, -1, -1)):
        gain = 0
        for j in way:
            passed = column[j]
            above, below = (moved, passed) if j > i else (passed, moved)
            gain += cost[above, below] - cost[below, above]
            if gain > best[1]:
                best = (j, gain)
    return best


def gain_of_swap(column, i, j, cost):
    upper, lower = column[i], column[j]
    gain = cost[upper, lower] - cost[lower, upper]
    for between in column[i + 1 : j]:
        gain += cost[upper, between] - cost[between, upper]
        gain += cost[between, lower] - cost[lower, between]
    return gain
