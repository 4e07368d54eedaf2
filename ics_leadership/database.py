"""Which database this is, in words for whoever runs a command."""

from django.conf import settings


def name(database=None) -> str:
    database = database or settings.DATABASES["default"]
    if database["ENGINE"].endswith("sqlite3"):
        return f"the SQLite file {database['NAME']}"
    host, port = database["HOST"] or "the local socket", database["PORT"] or 5432
    return f"the PostgreSQL database {database['NAME']} at {host}, port {port}"
