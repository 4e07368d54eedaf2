"""The local profile, with a database, static files and key that vanish after the run."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

var = Path(tempfile.mkdtemp(prefix="ics-tests-"))
atexit.register(shutil.rmtree, var, ignore_errors=True)
os.environ.update(ICS_PROFILE="local", ICS_VAR=str(var), SECRET_KEY="tests")
os.environ.pop("CONTACT_EMAIL", None)

from ics_leadership.settings import *  # noqa: E402, F403 (the environment has to be set first)
from ics_leadership.settings import DATABASES, STATIC_ROOT, STORAGES  # noqa: E402

STATIC_ROOT.mkdir()
# Hashed names need collectstatic; tests/browser runs it and sees the real names.
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
ALLOWED_HOSTS = ["testserver"]
# Verdicts of the tests were checked in July 2026, and are fresh whenever these run; a test of
# how they grow old says what is old.
VERDICT_FRESH_DAYS = 99_999
VERDICT_ON_A_BILL_FRESH_DAYS = 99_999
# Tests ask more often than any reader; those of the limit set one.
API_REQUESTS_PER_MINUTE = 0

# A file, not memory: WAL and IMMEDIATE then act as they do on the real site.
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    DATABASES["default"]["TEST"] = {"NAME": str(var / "test.sqlite3")}
