"""The commands: what they say when something is missing, and the locks they install from."""

import json
import os
import re
import shutil
import socket
import subprocess
from pathlib import Path

import dj_database_url
import pytest

from ics_leadership import bill_of_materials, database, prepare

ROOT = Path(__file__).resolve().parent.parent
PIN = re.compile(r"^([a-z0-9-]+)(?:\[[a-z0-9,-]+\])?==(\S+)", re.MULTILINE)


@pytest.fixture
def machine(tmp_path):
    """A clone on a machine that has a shell and nothing more; programs are added by tests."""
    clone = tmp_path / "clone"
    programs = tmp_path / "bin"
    programs.mkdir()
    shutil.copytree(ROOT / "script", clone / "script")
    for lock in ROOT.glob("*.lock"):
        shutil.copy(lock, clone)
    for name in ("sh", "dirname", "cat", "cmp", "id"):
        (programs / name).symlink_to(shutil.which(name))

    def run(*command):
        return subprocess.run(
            ["/bin/sh", *command],
            cwd=clone,
            env={"PATH": str(programs), "HOME": str(tmp_path)},
            capture_output=True,
            text=True,
        )

    run.programs, run.clone = programs, clone
    return run


def add_program(machine, name, text):
    program = machine.programs / name
    program.write_text(f"#!/bin/sh\n{text}\n")
    program.chmod(0o755)


@pytest.mark.parametrize("script", ["serve", "manage", "bootstrap", "test", "check"])
def test_a_machine_without_python_is_told_what_to_install(machine, script):
    done = machine(f"script/{script}")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        "script/bootstrap: Python is missing: install Python 3.11 to 3.14 "
        "(Debian: apt-get install python3 python3-venv)\n"
    )


def test_an_old_python_is_named(machine):
    add_program(machine, "python3", '[ "$1" = --version ] && echo "Python 3.9.2"; exit 1')
    done = machine("script/bootstrap")
    assert (done.returncode, done.stderr) == (
        1,
        "script/bootstrap: Python 3.9.2 does not serve: install Python 3.11 to 3.14, "
        "or name one in PYTHON\n",
    )


def test_a_missing_venv_module_is_named(machine):
    add_program(machine, "python3", 'case "$2" in *ensurepip*) exit 1 ;; esac')
    done = machine("script/bootstrap")
    assert (done.returncode, done.stderr) == (
        1,
        "script/bootstrap: Python's venv module is missing: apt-get install python3-venv\n",
    )


def test_root_on_debian_gets_a_missing_venv_module(machine):
    add_program(machine, "python3", 'case "$2" in *ensurepip*) [ -e installed ] ;; esac')
    add_program(machine, "apt-get", 'echo "$@" >> apt; [ "$1" = update ] || : > installed')
    (machine.programs / "id").unlink()
    add_program(machine, "id", "echo 0")
    machine("script/bootstrap")
    assert machine("-c", "cat apt").stdout == "update -qq\ninstall -y -qq python3-venv\n"


@pytest.mark.parametrize(
    ("address", "complaint"),
    [
        ("localhost", "'localhost' has no port"),
        (":8000", "':8000' is no address"),
        ("a b:8000", "'a b:8000' is no address"),
        ("127.0.0.1:", "'' is no port number"),
        ("127.0.0.1:http", "'http' is no port number"),
        ("127.0.0.1:999999", "'999999' is no port number"),
    ],
)
def test_a_wrong_address_is_named(machine, address, complaint):
    done = machine("script/serve", address)
    assert done.returncode == 1
    assert done.stderr == (f"script/serve: {complaint}: write HOST:PORT, such as 127.0.0.1:8000\n")


def test_a_taken_port_is_named():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(SystemExit) as stopped:
            prepare.wait_for_port("127.0.0.1", port, seconds=0)
    assert stopped.value.code == (
        f"script/serve: cannot listen on 127.0.0.1:{port} (Address already in use). "
        "Name another address, such as script/serve 127.0.0.1:8001"
    )
    prepare.wait_for_port("127.0.0.1", port)


@pytest.mark.django_db
def test_a_start_in_production_wants_tables_and_files(settings, tmp_path):
    settings.STATIC_MANIFEST = tmp_path
    with pytest.raises(SystemExit) as stopped:
        prepare.say_what_is_missing()
    assert stopped.value.code == (
        "The site was not started: run script/prepare, since tables or files are missing."
    )
    (tmp_path / "staticfiles.json").touch()
    prepare.say_what_is_missing()


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("postgres://ics:secret@db.example/a", "PostgreSQL database a at db.example, port 5432"),
        ("sqlite:////srv/a.sqlite3", "SQLite file /srv/a.sqlite3"),
    ],
)
def test_a_database_is_named_without_its_password(url, name):
    assert database.name(dj_database_url.parse(url)) == f"the {name}"


def test_settings_of_production_come_from_a_file_and_the_environment_wins(tmp_path):
    file = tmp_path / "ics.env"
    file.write_text("NAME='from file'\nOTHER='a $b'\n")
    script = '. script/production; echo "$NAME, $OTHER, $ICS_PROFILE"'
    environ = {**os.environ, "ICS_SETTINGS": str(file), "NAME": "from outside"}

    def run():
        return subprocess.run(
            ["/bin/sh", "-eu", "-c", script], cwd=ROOT, env=environ, capture_output=True, text=True
        )

    assert run().stdout == "from outside, a $b, production\n"
    file.unlink()
    done = run()
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.endswith(f"{file}, which ICS_SETTINGS names, is not there\n")


def test_an_impossible_port_is_named():
    assert prepare.why_not("127.0.0.1", 70000) == "bind(): port must be 0-65535."


def test_an_audit_without_what_it_needs_says_what_to_install(machine):
    def complaint():
        done = machine("script/audit")
        assert (done.returncode, done.stdout) == (1, "")
        return done.stderr.removeprefix("script/audit: ").strip()

    assert complaint().startswith("Node is missing: install version 20.19 or newer (Debian:")
    add_program(machine, "node", '[ "$1" = --version ] && echo v18.1.0; exit 1')
    assert complaint() == "npm is missing: install it (Debian: apt-get install npm)"
    add_program(machine, "npm", "")
    assert complaint() == "Node v18.1.0 is too old: 20.19, 22.16 or 24 and newer will do"
    add_program(machine, "node", "")
    assert complaint() == "Chromium is missing: install it (Debian: apt-get install chromium)"


def test_a_known_hole_fails_the_look_at_what_is_outdated(machine):
    tool = machine.clone / "var" / "pip-audit" / "bin" / "pip-audit"
    for path, text in [
        (machine.clone / "script" / "bootstrap", "exit 0"),
        (machine.clone / ".venv" / "bin" / "python", "exit 0"),
        (tool, 'echo "$@"; exit 3'),
    ]:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"#!/bin/sh\n{text}\n")
        path.chmod(0o755)
    asked = "--strict --require-hashes --disable-pip -r requirements.lock\n"
    for script in ("advisories", "outdated"):
        done = machine(f"script/{script}")
        assert (done.returncode, done.stdout) == (3, asked)


def test_the_lock_of_the_audit_names_no_address_to_download_from():
    lock = json.loads((ROOT / "tests" / "audit" / "package-lock.json").read_text())
    packages = {name: each for name, each in lock["packages"].items() if name}
    assert len(packages) > 100
    assert [name for name, each in packages.items() if "resolved" in each] == []
    assert [name for name, each in packages.items() if "integrity" not in each] == []


def test_static_files_are_collected_only_when_they_changed(settings, tmp_path):
    source = tmp_path / "source"
    source.mkdir()
    (source / "site.css").write_text("p { margin: 0 }")
    settings.STATICFILES_DIRS = [source]
    settings.STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
    settings.STATIC_ROOT = tmp_path / "static"
    collected = settings.STATIC_ROOT / "site.css"

    prepare.collect_static()
    collected.write_text("left alone")
    prepare.collect_static()
    assert collected.read_text() == "left alone"

    (source / "site.css").write_text("p { margin: 1em }")
    (source / "more.css").write_text("a { color: red }")
    prepare.collect_static()
    assert collected.read_text() == "p { margin: 1em }"

    (source / "more.css").unlink()
    prepare.collect_static()
    assert collected_names(settings) == [".stamp", "more.css", "site.css"], "still asked for"
    (source / "site.css").write_text("p { margin: 2em }")
    prepare.collect_static()
    assert collected_names(settings) == [".stamp", "site.css"]


def collected_names(settings):
    return sorted(file.name for file in settings.STATIC_ROOT.iterdir())


def test_both_locks_hold_the_same_versions():
    runtime, development = (
        dict(PIN.findall((ROOT / name).read_text()))
        for name in ("requirements.lock", "requirements-dev.lock")
    )
    assert runtime.items() <= development.items()
    assert {"django", "granian", "whitenoise", "psycopg2-binary"} <= runtime.keys()
    assert "pytest" not in runtime


def test_the_bill_of_materials_names_each_package_with_hashes_and_licence():
    parts = bill_of_materials.bill()["components"]
    lock = (ROOT / "requirements.lock").read_text()
    assert {each["name"]: each["version"] for each in parts} == dict(PIN.findall(lock))
    assert sum(len(each["hashes"]) for each in parts) == lock.count("--hash=sha256:")
    licences = {each["licenses"][0]["license"]["name"] for each in parts}
    assert "MIT" in licences
    assert "not stated" not in licences


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock"])
def test_every_package_is_pinned_by_hash_and_from_no_particular_index(name):
    text = (ROOT / name).read_text()
    packages = re.split(r"\n(?=[a-z0-9])", text.split("\n", 2)[2])
    assert len(packages) == len(PIN.findall(text))
    assert [package for package in packages if "--hash=sha256:" not in package] == []
    assert "://" not in text


@pytest.mark.parametrize(
    "path", [*sorted(ROOT.glob("script/*")), ROOT / ".ci" / "run"], ids=lambda path: path.name
)
def test_commands_can_be_run(path):
    assert path.stat().st_mode & 0o111 == 0o111
