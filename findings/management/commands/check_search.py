from django.core.management.base import BaseCommand, CommandError

from findings.search import upkeep


class Command(BaseCommand):
    help = "Compare the search index with the records, and name each that is out of step."

    def handle(self, **options):
        wrong = upkeep.out_of_step()
        for reference in wrong:
            self.stderr.write(reference)
        if wrong:
            raise CommandError(f"{len(wrong)} out of step. Run rebuild_search.")
        self.stdout.write("The index is in step with the records.")
