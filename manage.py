#!/usr/bin/env python
import os
import sys

from django.core.exceptions import ImproperlyConfigured
from django.core.management import execute_from_command_line

# Those that write into the database, so that nobody fills one for another.
# publish_due, which runs each minute, stays silent.
WRITING = {
    "changepassword",
    "check_links",
    "createsuperuser",
    "flush",
    "import_rows",
    "load_content",
    "loaddata",
    "make_editor",
    "migrate",
    "rebuild_search",
    "restore",
}

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ics_leadership.settings")
    try:
        if WRITING.intersection(sys.argv[1:2]):
            from ics_leadership.database import name

            sys.stderr.write(f"{sys.argv[1]} writes to {name()}.\n")
        execute_from_command_line(sys.argv)
    except ImproperlyConfigured as fault:
        sys.exit(f"{sys.argv[0]}: {fault}")
