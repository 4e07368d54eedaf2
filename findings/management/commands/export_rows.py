import sys

from django.core.management import BaseCommand

from findings.editorial import importing
from findings.formats import tables
from findings.publishing.nouns import BY_NAME


class Command(BaseCommand):
    help = "Write every row of a noun to standard output, as import_rows reads it."

    def add_arguments(self, parser):
        parser.add_argument("noun", choices=BY_NAME)
        parser.add_argument("--format", choices=tables.MEDIA_TYPES, default="csv")

    def handle(self, noun, **options):
        sys.stdout.buffer.write(importing.export(BY_NAME[noun], options["format"]))
