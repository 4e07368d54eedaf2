from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand
from django.db import connection

from findings.search import judging

SPLITS = {"tune": "seen while tuning", "held": "kept aside"}


class Command(BaseCommand):
    help = "Measure the search of this database by the judged queries."

    def add_arguments(self, parser):
        parser.add_argument(
            "queries",
            nargs="?",
            type=Path,
            default=settings.CONTENT_DIR / "search" / "queries.yaml",
        )

    def handle(self, queries, verbosity, **options):
        judged, strays = judging.judge(queries)
        self.stdout.write(f"{connection.vendor}: {len(judged)} queries")
        self.stdout.write(f"{'':20}{'n':>5}{'nDCG@10':>10}{'MRR':>8}{'success@3':>11}")
        parts = {
            label: [one for one in judged if one.split == key] for key, label in SPLITS.items()
        }
        for label, part in {**parts, "all": judged}.items():
            number, ndcg, rank, success = judging.averages(part)
            self.stdout.write(f"{label:20}{number:5}{ndcg:10.3f}{rank:8.3f}{success:11.3f}")
        for query in strays:
            self.stdout.write(f"should find nothing: {query}")
        if verbosity > 1:
            for one in sorted(judged, key=lambda one: one.ndcg):
                found = " ".join(one.found[:5])
                self.stdout.write(f"{one.ndcg:.3f} [{one.split}] {one.query}: {found}")
