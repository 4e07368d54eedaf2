"""Makes both dumps anew: python -m tests.upgrade"""

import os
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.postgres import cluster, find_programs
from tests.upgrade import dumping

HERE = Path(__file__).parent
FILL = """
import django
django.setup()
from django.core.management import call_command
call_command("migrate", verbosity=0)
from tests.upgrade.filling import fill
fill()
"""


def filled(url):
    env = {**os.environ, "DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": "tests.settings"}
    subprocess.run([sys.executable, "-c", FILL], check=True, env=env)
    return url


def keep(name, text):
    (HERE / f"0.1.0.{name}.sql").write_text(text)


with tempfile.TemporaryDirectory() as folder:
    path = Path(folder) / "db.sqlite3"
    filled(f"sqlite:///{path}")
    keep("sqlite", dumping.sqlite(sqlite3.connect(path)))
with cluster(find_programs()) as url:
    keep("postgresql", dumping.postgresql(filled(url)))
