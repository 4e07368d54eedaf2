"""How well search finds what it should: now, and release by release."""

from dataclasses import dataclass

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from findings.models import JudgedQuery
from findings.search import releases, workbench

WIDTH, HEIGHT, MARGIN = 640, 220, 24


@dataclass(frozen=True)
class Line:
    """A group of queries over the releases, as points of a drawing."""

    group: str
    points: tuple

    @property
    def path(self):
        return " ".join(f"{x},{y}" for x, y in self.points)


@require_safe
def page(request):
    if not request.user.has_perm("findings.view_judgedquery"):
        raise PermissionDenied
    _, judged = workbench.standing()
    context = {
        **admin.site.each_context(request),
        "title": "How well search finds what it should",
        "opts": JudgedQuery._meta,
        "scores": workbench.scores(zip(judged, judged, strict=True)),
        "kept": (kept := releases.kept()),
        "lines": drawn(kept),
        "size": (WIDTH, HEIGHT, MARGIN, HEIGHT - MARGIN, WIDTH - MARGIN),
        "missing": [each for each in judged if not (each.succeeds or each.answers_nothing)],
        "own": (own := list(JudgedQuery.objects.all())),
        "own_text": releases.as_rows(own),
    }
    return TemplateResponse(request, "admin/scores.html", context)


def drawn(rows):
    """A Line for each group: from 0 at the bottom to 1 at the top, releases from left to right."""
    groups = list(dict.fromkeys(group for row in rows for group in row["scores"]))
    step = (WIDTH - 2 * MARGIN) / max(1, len(rows) - 1)
    return [
        Line(
            group,
            tuple(
                (round(MARGIN + number * step), height(row["scores"][group]))
                for number, row in enumerate(rows)
                if group in row["scores"]
            ),
        )
        for group in groups
    ]


def height(score):
    return round(HEIGHT - MARGIN - score * (HEIGHT - 2 * MARGIN))
