"""Three questions, one side: as a page, as PDF and as Word. The answers are the address."""

from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import localdate

from findings.asking.answers import QUESTIONS, Answers
from findings.documents.sides import side_document
from findings.reading import actions, weaving
from findings.reading.norms import Norm
from findings.reading.side import side_of
from findings.representations.origin import Origin

from .downloads import on_paper
from .errors import strictly
from .knowing import refuse_unknown


def start(request):
    answers = Answers.parse(request.GET)
    if not answers.given:
        return render(request, "start/page.html", asked(answers))
    side = side_of(answers)
    context = {"answers": answers, "side": side, "norm": Norm.of(side.findings), **taken(side)}
    if not (answers.is_whole and side.ends):
        return render(request, "start/part.html", {**context, **asked(answers)})
    gaps, stops, ends = weaving.answered_weave(side)
    drawn = {
        "gaps": gaps,
        "stops": stops,
        "ends": [(end, end in side.mine, actions.leaders(end)) for end in ends],
        "columns": columns(answers, request.path),
        "more": side.count - len(ends),
    }
    return render(request, "start/answer.html", {**context, **drawn})


def asked(answers):
    """The questions as a form whose columns the threads join."""
    gaps, ends = weaving.open_weave(answers)
    return {
        "answers": answers,
        "questions": [
            (key, [(value, label, answers.given.get(key) == value) for value, label in some])
            for key, some in answers.choices.items()
        ],
        "gaps": gaps,
        "ends": ends,
        "strands": sum(len(lines) for lines in gaps),
    }


def columns(answers, path):
    """[(question, [(value, label, is it the answer, address that makes it so), ...]), ...]; the
    address of an answer opens its question again."""
    return [
        (
            key,
            [
                (value, label, is_on, path + answers.choosing(key, "" if is_on else value).suffix)
                for value, label in answers.choices[key]
                for is_on in [answers.given[key] == value]
            ],
        )
        for key in QUESTIONS
    ]


def taken(side):
    """The addresses at which the side can be taken away, and of a paper with its actions."""
    suffix = side.answers.suffix
    paper = "&".join(f"record={reference}" for reference in side.references[:20])
    return {
        "files": [
            ("PDF", reverse("start-file", args=["pdf"]) + suffix),
            ("Word", reverse("start-file", args=["docx"]) + suffix),
        ],
        "paper": f"{reverse('paper')}?{paper}" if paper else "",
        "address": reverse("start") + suffix,
    }


@strictly
def start_file(request, form):
    refuse_unknown(request)
    answers = Answers.parse(request.GET)
    address = request.build_absolute_uri(reverse("start") + answers.suffix)

    def build():
        document = side_document(side_of(answers), address, Origin.of(request), localdate())
        return document, "-".join(["one-side", *answers.given.values()])

    return on_paper(request, form, build)
