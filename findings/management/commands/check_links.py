from django.core.management import BaseCommand
from django.utils import timezone

from findings.editorial import link_check
from findings.vocabulary import LinkOutcome


class Command(BaseCommand):
    help = "Visit every address of another site that our texts lead to, and note what came of it."

    def handle(self, **options):
        visited = link_check.check(timezone.now())
        for address in visited:
            if address.outcome != LinkOutcome.WORKS:
                outcome = address.get_outcome_display()
                self.stdout.write(f"{outcome}: {address.url} {address.detail}")
        noun = "link" if len(visited) == 1 else "links"
        self.stdout.write(f"{len(visited)} {noun} visited.")
