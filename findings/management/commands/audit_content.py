from django.core.management.base import BaseCommand, CommandError

from findings.publishing import rules


class Command(BaseCommand):
    help = "Look at every row for what no database constraint can see, and name each fault."

    def handle(self, **options):
        faults = list(rules.audit())
        for reference, fault in faults:
            self.stderr.write(f"{reference}, {fault.field}: {fault.message}")
        if faults:
            count = len(faults)
            raise CommandError(f"{count} {'fault' if count == 1 else 'faults'} found.")
        self.stdout.write("No fault found.")
