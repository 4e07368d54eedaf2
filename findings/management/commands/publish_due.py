from django.core.management import BaseCommand
from django.utils import timezone

from findings.publishing.schedule import publish_due


class Command(BaseCommand):
    help = "Publish what was planned for now or before. Safe to run at any time, on any node."

    def handle(self, **options):
        report = publish_due(timezone.now())
        for reference in report.published:
            self.stdout.write(f"Published {reference}.")
        for reference, reasons in report.refused.items():
            self.stderr.write(f"Not published: {reference}: {' '.join(reasons)}")
