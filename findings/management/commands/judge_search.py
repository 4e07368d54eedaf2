from pathlib import Path

from django.core.management.base import BaseCommand
from django.db import connection
from django.utils import timezone

from findings.search import judging, releases

SPLITS = {"tune": "seen while tuning", "held": "kept aside"}


class Command(BaseCommand):
    help = "Measure the search of this database by the judged queries."

    def add_arguments(self, parser):
        parser.add_argument(
            "queries",
            nargs="?",
            type=Path,
            default=judging.QUERIES,
        )

        parser.add_argument(
            "--keep", metavar="RELEASE", help="keep what it scores beside the judged queries"
        )

    def handle(self, queries, verbosity, keep, **options):
        judged, unanswered = judging.judge(queries)
        self.stdout.write(f"{connection.vendor}: {len(judged)} queries")
        self.stdout.write(f"{'':20}{'n':>5}{'nDCG@10':>10}{'MRR':>8}{'success@3':>11}")
        for label, part in self.parts(judged):
            number, ndcg, rank, success = judging.averages(part)
            self.stdout.write(f"{label:20}{number:5}{ndcg:10.3f}{rank:8.3f}{success:11.3f}")
        for label, part in self.parts(unanswered):
            nothing = sum(not one.found for one in part)
            self.stdout.write(f"no answer, {label}: {nothing} of {len(part)} find nothing")
        if verbosity > 1:
            self.one_by_one(judged, unanswered)
        if keep:
            releases.keep(keep, timezone.localdate())

    def parts(self, judged):
        """[(label, queries), ...]: by split, by type, and all; what is empty is left out."""
        parts = {SPLITS[key]: [one for one in judged if one.split == key] for key in SPLITS}
        types = sorted({one.type for one in judged})
        if len(types) > 1:
            parts |= {key: [one for one in judged if one.type == key] for key in types}
        return [(label, part) for label, part in [*parts.items(), ("all", judged)] if part]

    def one_by_one(self, judged, unanswered):
        for one in sorted(judged, key=lambda one: one.ndcg):
            mark = "" if one.succeeds else " FAILS"
            found = " ".join(one.found[:5])
            self.stdout.write(f"{one.ndcg:.3f} [{one.split}] {one.query}: {found}{mark}")
        for one in unanswered:
            if one.found:
                found = " ".join(one.found[:5])
                self.stdout.write(f"should find nothing [{one.split}] {one.query}: {found}")
