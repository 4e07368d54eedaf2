"""The frame of every page: what the header and the footer link to, and the knowledge date."""

from functools import cached_property

from django.urls import reverse

from findings.models import HomePage
from findings.representations.origin import root_of

from .knowing import left_out

HEADER = (
    ("For me", "start"),
    ("Audiences", "audience-list"),
    ("Browse", "browse"),
    ("Map", "map"),
    ("Briefs", "brief-list"),
    ("About", "about"),
)
# Pages that stand under an entry of the header, though not below its address.
WITHIN = {"browse": ("finding-list", "skill-list", "recommendation-list", "theme-list")}
FOOTER = {
    "Read": (
        ("For me: three questions", "start"),
        ("By audience", "audience-list"),
        ("Browse everything", "browse"),
        ("The map", "map"),
        ("Findings", "finding-list"),
        ("Skills", "skill-list"),
        ("Recommendations", "recommendation-list"),
        ("Themes", "theme-list"),
    ),
    "Use": (
        ("Briefs", "brief-list"),
        ("Board paper", "paper"),
        ("Self-check", "self-check"),
    ),
    "Check": (
        ("Sources", "source-list"),
        ("Timeline", "timeline"),
        ("What changed", "changes"),
        ("Coverage", "coverage"),
        ("Compare", "compare"),
        ("What the source does not say", "gap-list"),
        ("Glossary", "glossary"),
    ),
    "About this site": (
        ("Method and labels", "about"),
        ("Feeds", "feed-list"),
        ("Data and API", "api"),
        ("Contact", "contact"),
        ("Accessibility", "accessibility"),
        ("Privacy", "privacy"),
    ),
}


class Site:
    """What base.html shows. The database is asked only for what a template reads."""

    # What the picture beside a shared link says.
    picture = "ICS Leadership: lead across organisations, not over them"

    def __init__(self, request):
        self.request = request

    @property
    def nav(self):
        return [
            {"label": label, "url": reverse(name), "current": self.current(name)}
            for label, name in HEADER
        ]

    def current(self, name):
        """The value for `aria-current`: the page itself, a page below it, or neither."""
        url, *others = (reverse(each) for each in (name, *WITHIN.get(name, ())))
        if self.request.path == url:
            return "page"
        return "true" if self.request.path.startswith((url, *others)) else ""

    @property
    def footer(self):
        return [
            {
                "label": group,
                "entries": [{"label": label, "url": reverse(name)} for label, name in entries],
            }
            for group, entries in FOOTER.items()
        ]

    @property
    def left_out(self):
        """What this page says of parameters that it doesn’t know."""
        return left_out(self.request)

    @property
    def canonical(self):
        return self.request.build_absolute_uri(self.request.path)

    @property
    def origin(self):
        return root_of(self.request)

    @cached_property
    def home(self):
        """The editors' texts for the home page, or None before anything is loaded."""
        return HomePage.objects.current()

    @property
    def knowledge_date(self):
        return self.home and self.home.knowledge_date


def site(request):
    """Context processor: `site` on every page."""
    return {"site": Site(request)}
