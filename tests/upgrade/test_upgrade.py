"""The database of 0.1.0 comes up to date, keeps every row, and is then as a new one."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import psycopg2
import pytest
from django.db import connection

HERE = Path(__file__).parent
# What Django itself adds to in each migration.
GROWING = {"django_migrations", "django_content_type", "auth_permission", "auth_group_permissions"}
COLUMNS = (
    "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = 'public'"
)
CONSTRAINTS = (
    "SELECT conname FROM pg_constraint WHERE connamespace = 'public'::regnamespace "
    "UNION SELECT tgname FROM pg_trigger WHERE NOT tgisinternal "
    "UNION SELECT indexname FROM pg_indexes WHERE schemaname = 'public'"
)


def migrate(url):
    env = {**os.environ, "DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": "tests.settings"}
    command = [sys.executable, "manage.py", "migrate", "--verbosity", "0"]
    subprocess.run(command, check=True, env=env, cwd=HERE.parent.parent)


def asked(cursor, sql):
    cursor.execute(sql)
    return cursor.fetchall()


def rows(cursor, tables):
    """{table: its rows as text, in order}"""
    return {table: sorted(map(repr, asked(cursor, f'SELECT * FROM "{table}"'))) for table in tables}


def shape(cursor, vendor):
    """(tables with their columns, names of constraints, indexes and triggers)"""
    if vendor == "postgresql":
        return sorted(asked(cursor, COLUMNS)), sorted(asked(cursor, CONSTRAINTS))
    made = asked(cursor, "SELECT name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'")
    return sorted((name, sql) for name, sql in made if not name.startswith("findings_search_")), []


def keeps_all(before, after):
    """Every row is there as it was; a table that a later migration changed is not compared here
    but named by its own test."""
    assert {table for table, kept in before.items() if table not in after} == set()
    for table, kept in before.items():
        if table in GROWING:
            assert set(kept) <= set(after[table]), table
        else:
            assert kept == after[table], table


def tables_of(columns):
    return sorted({name for name, _ in columns})


@pytest.mark.sqlite
def test_sqlite(db, tmp_path):
    path = tmp_path / "db.sqlite3"
    with closing(sqlite3.connect(path)) as old:
        old.executescript((HERE / "0.1.0.sqlite.sql").read_text())
        tables = [name for (name,) in asked(old.cursor(), TABLES)]
        before = rows(old.cursor(), tables)
    assert before["findings_record"]
    migrate(f"sqlite:///{path}")
    with closing(sqlite3.connect(path)) as new, connection.cursor() as fresh:
        keeps_all(before, rows(new.cursor(), tables))
        assert shape(new.cursor(), "sqlite") == shape(fresh, "sqlite")


TABLES = (
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' "
    "AND name NOT GLOB 'findings_search_*'"
)


@pytest.mark.postgresql
def test_postgresql(db):
    url = os.environ["DATABASE_URL"].rpartition("/")[0] + "/upgraded"
    with closing(psycopg2.connect(os.environ["DATABASE_URL"])) as server:
        server.autocommit = True
        server.cursor().execute("DROP DATABASE IF EXISTS upgraded")
        server.cursor().execute("CREATE DATABASE upgraded")
    with closing(psycopg2.connect(url)) as old:
        old.cursor().execute((HERE / "0.1.0.postgresql.sql").read_text())
        old.commit()
    with closing(psycopg2.connect(url)) as old, old.cursor() as cursor:
        before = rows(cursor, tables_of(asked(cursor, COLUMNS)))
    assert before["findings_record"]
    migrate(url)
    with (
        closing(psycopg2.connect(url)) as new,
        new.cursor() as cursor,
        connection.cursor() as fresh,
    ):
        keeps_all(before, rows(cursor, before))
        assert shape(cursor, "postgresql") == shape(fresh, "postgresql")
