from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError

from ics_leadership import backups


class Command(BaseCommand):
    help = (
        "Write all rows into FILE, as they were at one moment, while the site goes on. Keep it as "
        "safe as the database: it holds drafts and the hashes of passwords."
    )

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path)

    def handle(self, file, **options):
        try:
            manifest = backups.write(file)
        except (backups.Fault, DatabaseError, OSError) as fault:
            raise CommandError(f"Nothing was written. {fault}") from None
        rows = sum(table["rows"] for table in manifest["tables"].values())
        self.stdout.write(f"{rows} rows of {len(manifest['tables'])} tables are in {file}.")
        self.stdout.write("Left out: sessions, and the settings with their secret key.")
