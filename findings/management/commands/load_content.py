from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from findings.management.progress import bar
from findings.models import LoadedRow, Record
from findings.publishing import loading


class Command(BaseCommand):
    help = (
        "Load the fixtures. Fills what is missing and updates what nobody has touched since "
        "it was loaded; what an editor changed, withdrew or deleted stays as it is."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "folder", nargs="?", type=Path, default=settings.CONTENT_DIR, help="a set of fixtures"
        )

        parser.add_argument(
            "--yes", action="store_true", help="load beside content that was not loaded"
        )

    def handle(self, folder, verbosity, yes, **options):
        if not folder.is_dir():
            raise CommandError(f"{folder} is not a folder.")
        if not (yes or LoadedRow.objects.exists()) and Record._base_manager.exists():
            raise CommandError(
                "Nothing was loaded. This database holds records that were never loaded: is it the "
                "right one? If so, add --yes."
            )
        try:
            report = loading.load(
                folder.resolve(), progress=bar(self.stderr) if verbosity else None
            )
        except loading.LoadingFault as fault:
            raise CommandError(f"Nothing was loaded. {fault}") from None
        for noun, key in report.conflicts:
            self.stderr.write(
                f"kept: {noun} {key} was changed here and in the fixtures; it stays as it is here."
            )
        for noun, key in report.gone:
            self.stderr.write(f"kept: {noun} {key} is no longer in the fixtures; it stays here.")
        if verbosity:
            self.stdout.write(
                f"{len(report.added)} rows added, {len(report.updated)} updated, "
                f"{report.unchanged} unchanged, {len(report.conflicts)} kept as editors left them."
            )
