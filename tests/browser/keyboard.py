"""A walk through a page by Tab: where the focus lands, and whether it can be seen there."""

from dataclasses import dataclass, field

# The element in focus as one line, or null at the end of the page; faults as sentences.
LOOK = """() => {
    const e = document.activeElement;
    if (!e || e === document.body || e === document.documentElement) return null;
    window.stops ??= new Set();
    // A field for a date is several stops: its day, its month, its year, its calendar.
    if (window.last === e) return {name: "", faults: []};
    if (window.stops.has(e)) return null;
    window.stops.add(window.last = e);
    const words = (e.innerText || e.ariaLabel || e.name || e.textContent || "").trim();
    const name = `${e.localName} "${words.replace(/\\s+/g, " ").slice(0, 50)}"`;
    const faults = [];
    const boxes = [...e.getClientRects()].filter(box => box.width && box.height);
    const middles = boxes.map(box => [box.left + box.width / 2, box.top + box.height / 2]);
    const inside = ([x, y]) => x >= 0 && y >= 0 && x <= innerWidth && y <= innerHeight;
    const seen = middles.filter(inside);
    if (!seen.length) faults.push("is out of sight");
    const hit = ([x, y]) => e.contains(document.elementFromPoint(x, y));
    if (seen.length && !seen.some(hit)) faults.push("is covered");
    const line = one => { const s = getComputedStyle(one);
        return s.outlineStyle !== "none" && parseFloat(s.outlineWidth) >= 2; };
    const stroke = one => parseFloat(getComputedStyle(one).strokeWidth) >= 4;
    let marked = false;
    for (let one = e; one && one !== document.body; one = one.parentElement) marked ||= line(one);
    if (e.closest("svg")) marked ||= [...e.querySelectorAll("*")].some(stroke);
    if (!marked) faults.push("shows no focus");
    return {name, faults};
}"""
# What can take the focus and is shown, but was not reached.
MISSED = """() => [...document.querySelectorAll(
        "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']")]
    .filter(e => !e.disabled && e.tabIndex >= 0 && e.checkVisibility({visibilityProperty: true,
        contentVisibilityAuto: true}) && !window.stops.has(e) && e.type !== "radio"
        && getComputedStyle(e).clipPath === "none")
    .map(e => `${e.localName} "${(e.innerText || e.name || "").slice(0, 50)}"`)"""


@dataclass
class Walk:
    stops: list = field(default_factory=list)
    faults: list = field(default_factory=list)


def walk(page, most=400) -> Walk:
    """Tab from the top of the page to its end."""
    done = Walk()
    for _ in range(most):
        page.keyboard.press("Tab")
        stop = page.evaluate(LOOK)
        if stop is None:
            break
        if stop["name"]:
            done.stops.append(stop["name"])
        done.faults += [f"{stop['name']} {fault}" for fault in stop["faults"]]
    done.faults += [f"{name} is not reached" for name in page.evaluate(MISSED)]
    return done
