from pathlib import Path

from django.core.management import BaseCommand, CommandError

from findings.editorial import importing
from findings.editorial.bringing import CHANGED, NEW, UNCHANGED
from findings.formats import uploads
from findings.management.progress import bar
from findings.publishing.nouns import BY_NAME
from findings.publishing.rehearsing import Moved


class Command(BaseCommand):
    help = "Say what a file of rows would change, and with --apply change it: all or nothing."

    def add_arguments(self, parser):
        parser.add_argument("noun", choices=BY_NAME)
        parser.add_argument("file", type=Path)
        parser.add_argument("--apply", action="store_true")

    def handle(self, noun, file, **options):
        noun = BY_NAME[noun]
        try:
            rows = uploads.read(file.read_bytes(), importing.columns_of(noun))
        except (OSError, uploads.TableFault) as fault:
            raise CommandError(str(fault)) from None
        try:
            bring = importing.apply if options["apply"] else importing.preview
            report = bring(noun, rows, progress=bar(self.stderr))
        except importing.Unsound as unsound:
            report = unsound.report
        except Moved as moved:
            raise CommandError(str(moved)) from None
        for line in report.lines:
            for column, sentence in line.faults:
                self.stderr.write(f"Row {line.number}, {column or 'row'}: {sentence}")
        if not report.is_sound:
            raise CommandError("Nothing was imported.")
        done = "Imported" if options["apply"] else "Would be imported"
        self.stdout.write(
            f"{done}: {report.count(NEW)} new, "
            f"{report.count(CHANGED)} changed, "
            f"{report.count(UNCHANGED)} unchanged."
        )
