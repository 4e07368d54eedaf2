"""What goes with the code: licences for each file, and what catalogues read of it."""

import re
import tomllib
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
REUSE = tomllib.loads((ROOT / "REUSE.toml").read_text())
CODE = [
    path
    for room in ("findings", "ics_leadership")
    for path in (ROOT / room).rglob("*.py")
    if path.parent.name != "migrations"  # generated
]
# docs/adr/0051: the way out of each is short as long as nothing else imports it.
QUIET = {
    "taggit": {
        "findings/admin/__init__.py",
        "findings/models/record.py",
        "findings/models/theme.py",
    },
    "openpyxl": {"findings/formats/tables.py", "findings/formats/uploads.py"},
    "docx": {f"findings/formats/{name}.py" for name in ("embedding", "word", "word_blocks")},
    "whitenoise": {"ics_leadership/indentation.py"},
}


def licences(expression):
    return set(expression.split(" AND "))


def test_each_licence_that_covers_a_file_has_its_text():
    named = {
        name for rule in REUSE["annotations"] for name in licences(rule["SPDX-License-Identifier"])
    }
    assert named == {path.stem for path in (ROOT / "LICENSES").iterdir()}
    assert named == licences(PROJECT["license"]) | {"OFL-1.1"}
    assert (ROOT / "LICENSES/MIT.txt").read_text() in (ROOT / "LICENSE").read_text()


def test_every_file_is_covered_and_each_font_by_its_own_authors():
    rules = {rule["path"]: rule["SPDX-FileCopyrightText"] for rule in REUSE["annotations"]}
    assert next(iter(rules)) == "**"
    for text in (ROOT / "static/fonts").glob("OFL-*.txt"):
        (rule,) = (rule for rule in rules if text.stem.removeprefix("OFL-") in rule)
        assert text.read_text().startswith(f"Copyright {rules[rule]}")


def test_catalogues_read_the_same_of_it():
    told = yaml.safe_load((ROOT / "publiccode.yml").read_text())
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text())
    assert told["publiccodeYmlVersion"] == "0.4"
    assert told["name"] == citation["title"]
    assert told["softwareVersion"] == citation["version"] == PROJECT["version"]
    assert licences(told["legal"]["license"]) == {*citation["license"]}
    assert {"url", "platforms", "developmentStatus", "softwareType", "categories"} <= told.keys()
    assert told["maintenance"]["type"] == "community"
    assert all(contact["name"] for contact in told["maintenance"]["contacts"])
    assert told["localisation"] == {"localisationReady": False, "availableLanguages": ["en"]}


def test_the_descriptions_have_the_length_that_catalogues_take():
    described = yaml.safe_load((ROOT / "publiccode.yml").read_text())["description"]["en"]
    assert 0 < len(described["shortDescription"]) <= 150
    assert 150 <= len(described["longDescription"]) <= 10_000
    assert all(len(each) <= 100 for each in described["features"])


@pytest.mark.parametrize("package", QUIET)
def test_a_quiet_package_is_touched_in_few_places(package):
    imports = re.compile(rf"^\s*(?:from|import) {package}\b", re.MULTILINE)
    found = {str(path.relative_to(ROOT)) for path in CODE if imports.search(path.read_text())}
    assert found == QUIET[package]
