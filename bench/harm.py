"""Harmful groups of words, made by program: how many of them the workbench catches.

Four kinds: a word of one group with a word of another, what names an audience with what names
another, a subject with a word that only asks or is left out, and a word of most records with one
of few. Prints how many of each are caught by a judged query that falls, and by a caution.
"""

import random
import sys
from collections import Counter

from django.core.management import call_command

from findings.admin.weighing import tried
from findings.fulltext import words
from findings.models import Audience, Synonym
from findings.search import lexicon, weighing, workbench

KINDS = ["two groups", "two audiences", "a word that asks", "common and rare"]


def made(number, seed=1):
    """[(kind, Synonym, unsaved), ...]: `number` of them, a quarter of each kind."""
    chance = random.Random(seed)  # noqa: S311 (no secret)
    known = lexicon.current()
    groups = [each.lines for each in Synonym.objects.order_by("pk")]
    plain = [word for word in sorted(known.spelt) if known.held((words.stem(word),))]
    common = sorted(plain, key=lambda word: -known.held((words.stem(word),)))[:40]
    rare = [word for word in plain if known.held((words.stem(word),)) <= 2]
    idle = sorted(words.STOP_WORDS) + weighing.ASKING.split()
    names = [each.name for each in Audience.objects.all()]
    pairs = {
        "two groups": lambda: [chance.choice(each) for each in chance.sample(groups, 2)],
        "two audiences": lambda: chance.sample(names + of_audiences(groups), 2),
        "a word that asks": lambda: [chance.choice(idle), chance.choice(plain)],
        "common and rare": lambda: [chance.choice(common), chance.choice(rare)],
    }
    return [
        (kind, Synonym(slug=f"harm-{at}", phrases="\n".join(pairs[kind]())))
        for at in range(number)
        for kind in [KINDS[at % len(KINDS)]]
    ]


def of_audiences(groups):
    """The first words of the groups that stand for a whole sector."""
    named = {"landlord", "third sector", "local authority", "NHS"}
    return [text for lines in groups for text in lines if text in named]


def main(number=200):
    call_command("migrate", verbosity=0)
    call_command("load_content", verbosity=0)
    workbench.standing()
    caught, all_made = Counter(), Counter()
    for kind, group in made(number):
        effect = tried(group)
        all_made[kind] += 1
        caught[kind, "falls"] += bool(effect.falls)
        caught[kind, "caution"] += bool(effect.cautions)
        caught[kind, "either"] += effect.needs_reason
        if not effect.needs_reason:
            print("not caught:", kind, group)  # noqa: T201 (its report)
    for kind in KINDS:
        row = [caught[kind, how] for how in ("falls", "caution", "either")]
        print(f"{kind:20}{all_made[kind]:5}" + "".join(f"{n:5}" for n in row))  # noqa: T201 (its report)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
