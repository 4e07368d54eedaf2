"""What the docs say of the code is so."""

import re
from pathlib import Path

import pytest
from django.apps import apps

ROOT = Path(__file__).parent.parent
LISTED = ["api", "asking", "documents", "editorial", "publishing", "reading"]
LISTED += ["representations", "search", "texts"]
MIRRORED = ["asking", "fulltext", "publishing", "reading"]
PAGES = ["README.md", "CONTRIBUTING.md", "docs/architecture.md", "docs/data-model.md"]
LINE = re.compile(r"^(\w+) {2,}\S", re.MULTILINE)
PATH = re.compile(
    r"`((?:findings|ics_leadership|tests|templates|static|fixtures|docs|script|bench)/[\w./-]*)`"
)


def modules_of(package):
    return {path.stem for path in (ROOT / "findings" / package).glob("*.py")} - {"__init__"}


@pytest.mark.parametrize("package", LISTED)
def test_a_room_lists_its_modules(package):
    told = (ROOT / "findings" / package / "__init__.py").read_text()
    assert set(LINE.findall(told)) == modules_of(package)


@pytest.mark.parametrize("package", MIRRORED)
def test_each_module_has_its_tests_or_says_where_they_are(package):
    folder = ROOT / "tests" / package
    told = dict(
        re.findall(r"^(\w+) {2,}(\S+)$", (folder / "__init__.py").read_text(), re.MULTILINE)
    )
    own = {path.stem.removeprefix("test_") for path in folder.glob("test_*.py")}
    assert modules_of(package) == modules_of(package) & (own | {*told})
    assert [where for where in told.values() if not (ROOT / "tests" / where).exists()] == []
    assert own & {*told} == set()


@pytest.mark.parametrize("page", PAGES)
def test_a_path_that_is_named_is_there(page):
    named = PATH.findall((ROOT / page).read_text())
    assert named
    assert [path for path in named if not (ROOT / path).exists()] == []


def test_the_data_model_names_every_table():
    told = (ROOT / "docs" / "data-model.md").read_text()
    every = apps.get_app_config("findings").get_models()
    models = [model.__name__ for model in every if not model._meta.proxy]
    assert [name for name in models if not re.search(rf"\b{name}\b", told)] == []


def test_the_decisions_are_told_apart_and_short():
    notes = sorted((ROOT / "docs" / "adr").glob("[0-9]*.md"))
    assert len({note.name[:4] for note in notes}) == len(notes)
    assert [note.name for note in notes if len(note.read_text().splitlines()) > 40] == []
    for note in notes:
        assert note.read_text().startswith(f"# {int(note.name[:4])}. ")


def test_the_plan_of_the_house_is_no_longer_than_can_be_read():
    assert len((ROOT / "docs" / "architecture.md").read_text().splitlines()) <= 120
