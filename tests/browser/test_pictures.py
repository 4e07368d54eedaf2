"""The main pages look as they did when somebody last looked: script/screenshots remakes them.

A picture is compared by blocks and not by pixels, since machines draw letters a little
differently; what is left over is where things stand and which colour they have.
"""

import pytest
from PIL import Image

from tests.browser.pictures import FOLDER, PAGES, SIZES, TOLERANCE, difference, name_of, take
from tests.browser.views import view

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(("width", "scheme"), SIZES)
def test_pages_look_as_in_their_pictures(chromium, server, tmp_path, width, scheme):
    changed = {}
    with view(chromium, server, width, scheme) as window:
        for name, path in PAGES.items():
            now = take(window.page, path)
            with Image.open(name_of(name, width, scheme)) as before:
                share = difference(now, before)
            if share > TOLERANCE:
                now.save(tmp_path / f"{name}.png")
                changed[path] = f"{share:.1%} of it; see {tmp_path / name}.png"
    assert changed == {}, "Look at them. If they are right: script/screenshots"


def test_a_heading_that_is_gone_or_moved_shows(chromium, server):
    with view(chromium, server) as window:
        page = window.page
        with Image.open(name_of("record", 1280, "light")) as before:
            before = before.convert("RGB")
        now = take(page, PAGES["record"])
        assert difference(now, now) == 0
        page.route("**/core.*.css", lambda route: route.abort())
        assert difference(take(page, PAGES["record"]), before) > 0.1
        page.unroute("**/core.*.css")
        paste = before.copy()
        paste.paste((255, 255, 255), (24, 60, 400, 130))
        assert difference(paste, before) > TOLERANCE
        assert difference(before.resize((640, 100)), before) == 1


def test_the_pictures_are_few_and_small():
    files = sorted(FOLDER.glob("*.png"))
    assert files == sorted(name_of(name, *size) for name in PAGES for size in SIZES)
    assert sum(file.stat().st_size for file in files) < 1_000_000
