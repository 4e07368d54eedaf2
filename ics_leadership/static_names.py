"""Static files under hashed names, of which the list is kept out of what is served."""

from django.conf import settings
from django.core.files.storage import FileSystemStorage

from ics_leadership.indentation import Storage as Unindented


class Storage(Unindented):
    def __init__(self, *args, **options):
        kept = FileSystemStorage(location=settings.STATIC_MANIFEST)
        super().__init__(*args, manifest_storage=kept, **options)


def is_there():
    return (settings.STATIC_MANIFEST / Storage.manifest_name).exists()
