import re
from pathlib import Path

import pytest

from findings.formats.colours import AUDIENCES

NAMES = {"nhs": "nhs", "cou": "councils", "hou": "housing", "vcs": "voluntary"}


def declared(sheet, end):
    """[{slug of an audience: colour}, ...] as a stylesheet declares them, line by line."""
    lines = Path(f"static/css/{sheet}.css").read_text().splitlines()
    found = [re.findall(rf"--({'|'.join(NAMES)}){end}: (#\w+);", line) for line in lines]
    return [{NAMES[name]: colour for name, colour in line} for line in found if line]


@pytest.mark.parametrize("sheet", ["core", "brief", "print"])
def test_the_stylesheets_hold_the_same_colours_by_day(sheet):
    assert declared(sheet, "")[0] == {slug: colour for slug, (colour, _) in AUDIENCES.items()}


def test_a_dark_page_has_the_colours_of_a_dark_band():
    assert declared("dark", "")[0] == declared("core", "")[1]


@pytest.mark.parametrize("sheet", ["core", "brief"])
def test_and_the_same_grounds(sheet):
    assert declared(sheet, "-t")[0] == {slug: ground for slug, (_, ground) in AUDIENCES.items()}
