"""Both profiles, each read by a new process, since settings are read once."""

import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from ics_leadership import environment

ROOT = Path(__file__).resolve().parent.parent


def example() -> tuple[dict, set]:
    """The variables of .env.example, and the names of those whose comment calls them optional."""
    variables, optional = {}, set()
    for paragraph in (ROOT / ".env.example").read_text().split("\n\n"):
        *comments, last = paragraph.strip().splitlines()
        if not last.startswith("#"):
            name, _, value = last.partition("=")
            variables[name] = value
            if any(comment.startswith("# Optional") for comment in comments):
                optional.add(name)
    return variables, optional


EXAMPLE, OPTIONAL = example()
PUBLIC_KEY = EXAMPLE["SECRET_KEY"]
EXAMPLE["SECRET_KEY"] = "0123456789-a-key-of-our-own-" * 3


def run(arguments, variables):
    environ = {"PATH": os.environ["PATH"], **variables}
    return subprocess.run(
        [sys.executable, *arguments], cwd=ROOT, env=environ, capture_output=True, text=True
    )


def settings(variables, *names) -> dict:
    code = (
        "import json, ics_leadership.settings as s; "
        f"print(json.dumps({{name: str(getattr(s, name)) for name in {names}}}))"
    )
    done = run(["-c", code], variables)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def last_line(variables) -> str:
    done = run(["-c", "import ics_leadership.settings"], variables)
    assert done.returncode == 1
    return done.stderr.splitlines()[-1]


def test_the_deployment_check_is_clean_against_the_example():
    command = ["manage.py", "check", "--deploy", "--fail-level", "WARNING"]
    done = run(command, EXAMPLE)
    assert (done.returncode, done.stdout) == (
        0,
        "System check identified no issues (0 silenced).\n",
    )


@pytest.mark.parametrize("name", sorted(EXAMPLE.keys() - OPTIONAL))
@pytest.mark.parametrize("value", [None, "", "  "])
def test_a_missing_variable_stops_the_start(name, value):
    variables = {key: text for key, text in EXAMPLE.items() if key != name}
    if value is not None:
        variables[name] = value
    assert last_line(variables).endswith(
        f"{name} is not set. Set it as .env.example describes, "
        "or set ICS_PROFILE=local to run on your own machine."
    )


@pytest.mark.parametrize("name", sorted(OPTIONAL))
def test_an_optional_variable_may_be_missing(name):
    variables = {key: text for key, text in EXAMPLE.items() if key != name}
    assert settings(variables, "LOCAL", "DEBUG") == {"LOCAL": "False", "DEBUG": "False"}


def test_an_empty_environment_is_production_and_stops():
    assert "SECRET_KEY is not set" in last_line({})


@pytest.mark.parametrize("key", [PUBLIC_KEY, "short" * 9])
def test_a_key_that_others_know_or_can_guess_stops_the_start(key):
    assert last_line({**EXAMPLE, "SECRET_KEY": key}).endswith(
        "SECRET_KEY is the public example, or shorter than 50 characters: make one of your own as "
        ".env.example describes."
    )


def test_cookies_of_production_are_for_its_host_and_twelve_hours():
    assert settings(EXAMPLE, "SESSION_COOKIE_NAME", "CSRF_COOKIE_NAME", "SESSION_COOKIE_AGE") == {
        "SESSION_COOKIE_NAME": "__Host-sessionid",
        "CSRF_COOKIE_NAME": "__Host-csrftoken",
        "SESSION_COOKIE_AGE": "43200",
    }


def test_a_network_that_is_none_stops_the_start():
    said = last_line({**EXAMPLE, "PROXY_NETWORKS": "10.0.0.1/8"})
    assert said.endswith("PROXY_NETWORKS: 10.0.0.1/8 has host bits set.")


def test_an_unknown_profile_stops_the_start():
    message = "ICS_PROFILE is 'test': set it to production or local."
    assert last_line({**EXAMPLE, "ICS_PROFILE": "test"}).endswith(message)


def test_an_unclear_answer_stops_the_start():
    message = "BEHIND_PROXY is 'maybe': set it to yes or no."
    assert last_line({**EXAMPLE, "BEHIND_PROXY": "maybe"}).endswith(message)


def test_every_variable_that_is_read_stands_in_the_example(monkeypatch):
    read = set()
    monkeypatch.setattr(environment.os, "environ", Recorder(EXAMPLE, read))
    source = (ROOT / "ics_leadership" / "settings.py").read_text()
    exec(compile(source, "settings.py", "exec"), {"__file__": str(ROOT / "x" / "settings.py")})
    assert read == set(EXAMPLE)


class Recorder(dict):
    """An environment that notes the names it was asked for."""

    def __init__(self, variables, read):
        super().__init__(variables)
        self.read = read

    def get(self, name, default=None):
        self.read.add(name)
        return super().get(name, default)


def test_production_trusts_its_environment_and_https_alone():
    names = (
        "ALLOWED_HOSTS",
        "SECURE_PROXY_SSL_HEADER",
        "SECURE_SSL_REDIRECT",
        "SESSION_COOKIE_SECURE",
        "CSRF_COOKIE_SECURE",
        "SECURE_HSTS_SECONDS",
    )
    values = settings({**EXAMPLE, "ALLOWED_HOSTS": "a.example, b.example,"}, *names)
    assert values == {
        "ALLOWED_HOSTS": "['a.example', 'b.example']",
        "SECURE_PROXY_SSL_HEADER": "('HTTP_X_FORWARDED_PROTO', 'https')",
        "SECURE_SSL_REDIRECT": "True",
        "SESSION_COOKIE_SECURE": "True",
        "CSRF_COOKIE_SECURE": "True",
        "SECURE_HSTS_SECONDS": "31536000",
    }
    direct = settings({**EXAMPLE, "BEHIND_PROXY": "No"}, "SECURE_PROXY_SSL_HEADER")
    assert direct == {"SECURE_PROXY_SSL_HEADER": "None"}


def test_postgresql_connections_are_kept_and_checked():
    database = settings(EXAMPLE, "DATABASES")["DATABASES"]
    assert "'ENGINE': 'django.db.backends.postgresql'" in database
    assert "'CONN_MAX_AGE': 600, 'CONN_HEALTH_CHECKS': True" in database


def test_the_local_profile_needs_nothing_and_keeps_its_key(tmp_path):
    local = {"ICS_PROFILE": "local", "ICS_VAR": str(tmp_path / "var")}
    names = (
        "SECRET_KEY",
        "DEBUG",
        "ALLOWED_HOSTS",
        "SESSION_COOKIE_SECURE",
        "CSRF_COOKIE_SECURE",
        "SECURE_SSL_REDIRECT",
        "SECURE_HSTS_SECONDS",
        "STATIC_ROOT",
    )
    first = settings(local, *names)
    key = tmp_path / "var" / "secret_key"
    assert first == {
        "SECRET_KEY": key.read_text(),
        "DEBUG": "False",
        "ALLOWED_HOSTS": "['localhost', '127.0.0.1', '[::1]']",
        "SESSION_COOKIE_SECURE": "False",
        "CSRF_COOKIE_SECURE": "False",
        "SECURE_SSL_REDIRECT": "False",
        "SECURE_HSTS_SECONDS": "0",
        "STATIC_ROOT": str(tmp_path / "var" / "static"),
    }
    assert len(first["SECRET_KEY"]) == 86
    assert stat.S_IMODE(key.stat().st_mode) == 0o600
    assert settings(local, *names) == first


def test_the_example_is_production():
    assert EXAMPLE["ICS_PROFILE"] == "production"
    with pytest.raises(ImproperlyConfigured):
        environment.required("NOT_SET_ANYWHERE")


@pytest.mark.sqlite
def test_sqlite_waits_its_turn_and_logs_ahead(db):
    from django.db import connection

    with connection.cursor() as cursor:
        assert cursor.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert cursor.execute("PRAGMA busy_timeout").fetchone() == (20000,)
        assert cursor.execute("PRAGMA foreign_keys").fetchone() == (1,)
    assert connection.settings_dict["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    assert connection.settings_dict["ATOMIC_REQUESTS"] is False


@pytest.mark.parametrize("value", ["0", "-1", "a year", "12.5", "\u0661", "9" * 30])
def test_days_of_freshness_must_be_a_whole_number(value):
    said = last_line({**EXAMPLE, "VERDICT_FRESH_DAYS": value})
    assert said.endswith(
        f"VERDICT_FRESH_DAYS is {value!r}: set it to a whole number from 1 to 99999."
    )


def test_days_of_freshness_are_a_year_unless_set():
    assert settings(EXAMPLE, "VERDICT_FRESH_DAYS") == {"VERDICT_FRESH_DAYS": "365"}
    set_to = {**EXAMPLE, "VERDICT_FRESH_DAYS": "30"}
    assert settings(set_to, "VERDICT_FRESH_DAYS") == {"VERDICT_FRESH_DAYS": "30"}


def test_the_limit_of_the_api_may_be_nought():
    fault = "API_REQUESTS_PER_MINUTE is '-1': set it to a whole number from 0 to 99999."
    assert last_line({**EXAMPLE, "API_REQUESTS_PER_MINUTE": "-1"}).endswith(fault)
    without = {**EXAMPLE, "API_REQUESTS_PER_MINUTE": "0"}
    assert run(["-c", "import ics_leadership.settings"], without).returncode == 0
