from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError

from findings.publishing import erasing


class Command(BaseCommand):
    help = (
        "Write the tables anew, so that the files of the database hold nothing of what was "
        "redacted or deleted. Editors wait while a table is written."
    )

    def handle(self, **options):
        try:
            done = erasing.scour()
        except DatabaseError as fault:
            raise CommandError(f"Not done: {fault}") from None
        if not done:
            raise CommandError("Not done: somebody is reading or writing. Try again.")
        self.stdout.write("The files hold what the tables hold, and nothing else.")
