from django.core.management.base import BaseCommand

from findings.search import upkeep


class Command(BaseCommand):
    help = "Make the search index anew. Readers see the old one until the new one is complete."

    def handle(self, **options):
        self.stdout.write(f"{upkeep.rebuild()} records indexed.")
