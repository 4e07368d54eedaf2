from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from findings.editorial import originality
from findings.publishing import loading
from findings.publishing.rows import texts

# Names are quoted as they are: titles of works, and bodies and laws under their names.
NAMES = {
    ("sources", "title"),
    ("sources", "byline"),
    ("sources", "url"),
    ("terms", "name"),
    ("terms", "full_name"),
    ("terms", "also"),
}


class Command(BaseCommand):
    help = (
        "Compare the fixtures with the text of a source, which is not kept here. Reports any "
        "run of eight or more shared words, and any fingerprint that no longer matches."
    )

    def add_arguments(self, parser):
        parser.add_argument("slug", help="the source, such as cmm-article")
        parser.add_argument("text", type=Path, help="a file that holds its text, in UTF-8")
        parser.add_argument(
            "--also",
            nargs=2,
            action="append",
            default=[],
            metavar=("SLUG", "TEXT"),
            help="a further source and its text; may be given several times",
        )
        parser.add_argument("--fixtures", type=Path, default=settings.CONTENT_DIR)

    def handle(self, slug, text, also, fixtures, **options):
        try:
            texts = {slug: text, **{name: Path(path) for name, path in also}}
            theirs = {name: path.read_text(encoding="utf-8") for name, path in texts.items()}
            rows = loading.read(fixtures)
        except (OSError, UnicodeDecodeError, loading.LoadingFault) as error:
            raise CommandError(str(error)) from None
        faults = [
            fault
            for name, words in theirs.items()
            for fault in (*copied(rows, name, words), *changed(rows, name, words))
        ]
        for fault in faults:
            self.stderr.write(fault)
        if faults:
            raise CommandError(f"{len(faults)} found.")
        self.stdout.write("No copied run of words, and every fingerprint matches.")


def copied(rows, slug, theirs):
    """A sentence for each run of words shared with the text of the source `slug`."""
    for noun, some in rows.items():
        for file, key, row in some:
            for field, ours in texts(row):
                if (noun, field.partition("[")[0]) in NAMES:
                    continue
                for run in originality.shared_runs(ours, theirs):
                    yield f"{file}, {key}, {field}: shares “{run}” with {slug}"


def changed(rows, slug, theirs):
    """A sentence for each passage of the source whose paragraph is not in the text any more."""
    present = {originality.fingerprint(block) for block in originality.paragraphs(theirs)}
    source = next((row for _, key, row in rows["sources"] if key == slug), None)
    if source is None:
        yield f"there is no source “{slug}” in these fixtures"
        return
    for passage in source["passages"]:
        if passage["fingerprint"] and passage["fingerprint"] not in present:
            yield f"{slug}, {passage['locator']}: the paragraph has changed or is missing"
