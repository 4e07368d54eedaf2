"""Reference pictures of the main pages: how they are taken, and how much two of them differ."""

import io
from pathlib import Path

from PIL import Image, ImageChops

FOLDER = Path(__file__).parent / "pictures"
PAGES = {
    "home": "/",
    "audience": "/for/councils/",
    "browse": "/browse/?q=trust",
    "record": "/recommendations/ICS18-R02/",
    "map": "/map/",
    "brief": "/briefs/councils/",
    "timeline": "/timeline/",
}
SIZES = [(1280, "light"), (390, "dark")]
HEIGHT = 1600
# What changes with the calendar or the port, and not with the look: pills say when a verdict
# was checked and whether that is long ago, versions say on which day they were made.
SETTLE = """() => {
    document.querySelectorAll(".verdict").forEach(pill => pill.remove());
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) texts.currentNode.data = texts.currentNode.data
        .replace(/\\d{1,2} [A-Z][a-z]+ 20\\d\\d/g, "1 June 2026").replaceAll(location.host, "site");
}"""
# A block of 16 by 16 CSS pixels counts as changed from this difference of its mean colour on.
BLOCK, STEP = 16, 20
TOLERANCE = 0.01


def name_of(name, width, scheme):
    return FOLDER / f"{name}-{width}-{scheme}.png"


def take(page, path) -> Image.Image:
    """The top of the page at half its size."""
    page.goto(path)
    page.evaluate("document.fonts.ready")
    page.evaluate(SETTLE)
    size = {"width": page.viewport_size["width"], "height": HEIGHT}
    shot = page.screenshot(clip={"x": 0, "y": 0, **size}, full_page=True)
    with Image.open(io.BytesIO(shot)) as picture:
        return picture.convert("RGB").resize(
            (size["width"] // 2, HEIGHT // 2), Image.Resampling.BOX
        )


def keep(picture, path):
    picture.quantize(64).save(path, optimize=True)


def difference(one, other) -> float:
    """The share of blocks that differ: 0 for the same page, 1 for pictures of another size."""
    if one.size != other.size:
        return 1
    small = [blocks(picture) for picture in (one, other)]
    changed = ImageChops.difference(*small).convert("L").point(lambda value: value >= STEP)
    return sum(changed.tobytes()) / (changed.width * changed.height)


def blocks(picture):
    size = (picture.width * 2 // BLOCK, picture.height * 2 // BLOCK)
    return picture.convert("RGB").resize(size, Image.Resampling.BOX)
