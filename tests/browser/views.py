"""A page as one reader sees it: a width, a colour scheme, and all that goes wrong on the way."""

import contextlib
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import axe_playwright_python

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text()
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN_AXE = f"""async () => {{
    const options = {{runOnly: {RULES}, resultTypes: ["violations"], preload: false}};
    const results = await axe.run(document, options);
    return results.violations.flatMap(violation => violation.nodes.map(
        node => `${{violation.id}} (${{violation.impact}}): ${{node.target.join(" ")}}`));
}}"""
# Runs in each page before its own scripts, and is no subject of its policy.
WATCH = """
window.shift = 0;
new PerformanceObserver(list => {
    for (const entry of list.getEntries()) window.shift += entry.value;
}).observe({type: "layout-shift", buffered: true});
document.addEventListener("securitypolicyviolation",
    event => console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`));
"""
# Measured in the type of the page, which may come a moment after all else.
LAYOUT = """async () => {
    await document.fonts.ready;
    return [document.documentElement.scrollWidth, document.documentElement.clientWidth, shift];
}"""
# Links to a part of the page that the page does not have.
LOST = """() => [...document.querySelectorAll("a[href^='#']")].map(a => a.getAttribute("href"))
    .filter(href => href.length > 1 && !document.getElementById(href.slice(1)))"""
OPENINGS = 4
HEIGHTS = {320: 640, 768: 1024, 1280: 800}


@dataclass
class View:
    """A browser window with one width and scheme; `faults` gathers what must not happen."""

    page: object
    host: str
    faults: list = field(default_factory=list)
    expected: int = 200

    def watch(self):
        self.page.on("console", self.on_console)
        self.page.on("pageerror", lambda error: self.faults.append(f"error: {error}"))
        self.page.on("request", self.on_request)
        self.page.on("response", self.on_response)
        self.page.add_init_script(WATCH)

    def on_console(self, message):
        # The browser reports an expected 404 as an error of its own.
        if self.expected == 200 or "Failed to load resource" not in message.text:
            self.faults.append(f"console: {message.text}")

    def on_request(self, request):
        if urlsplit(request.url).netloc != self.host:
            self.faults.append(f"left the site: {request.url}")

    def on_response(self, response):
        if response.status >= 400 and response.status != self.expected:
            self.faults.append(f"{response.status}: {response.url}")

    def visit(self, address, **how) -> list[str]:
        """Everything wrong with this page, as one line each. A page that moves while it loads is
        opened again, OPENINGS times in all: letters that come late on a busy machine move a line
        now and then, a fault each time."""
        for _ in range(OPENINGS):
            found = self.look_at(address, **how)
            if not any(map(is_about_moving, found)):
                break
        return found

    def look_at(self, address, expected=200, method="GET", axe=True):
        """What `visit` says of one opening, which takes the same; axe takes most of the time."""
        self.faults.clear()
        self.expected = expected
        if method != "GET":
            self.page.route(address, lambda route: route.continue_(method=method), times=1)
        response = self.page.goto(address, wait_until="load")
        if response.status != expected:
            return [f"answered {response.status}"]
        seen = [*self.layout(), *self.fragments(), *self.cookies()]
        return seen + (self.accessibility() if axe else []) + self.faults

    def fragments(self):
        lost = self.page.evaluate(LOST)
        return [f"leads to {fragment}, which is nowhere" for fragment in lost]

    def layout(self, moving=True):
        width, room, shift = self.page.evaluate(LAYOUT)
        if width > room:
            yield f"is {width} px wide in a window of {room}"
        if moving and shift > 0.01:
            yield f"moves by {shift:.3f} while it loads"

    def accessibility(self):
        self.page.evaluate(AXE)
        return self.page.evaluate(RUN_AXE)

    def cookies(self):
        return [f"sets the cookie {cookie['name']}" for cookie in self.page.context.cookies()]


def is_about_moving(fault):
    return fault.startswith("moves by")


@contextlib.contextmanager
def view(chromium, server, width=1280, scheme="light", **options):
    context = chromium.new_context(
        base_url=server.url,
        viewport={"width": width, "height": HEIGHTS.get(width, 800)},
        color_scheme=scheme,
        reduced_motion="reduce",
        **options,
    )
    context.set_default_timeout(60_000)
    window = View(context.new_page(), server.host)
    window.watch()
    yield window
    context.close()
