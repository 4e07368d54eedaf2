"""What machines look for at fixed addresses: crawlers, browsers, language models."""

from django.shortcuts import render
from django.urls import reverse

from findings.models import Audience, HomePage, Theme
from findings.vocabulary import Kind

PLAIN = "text/plain; charset=utf-8"


def robots(request):
    context = {"sitemap": request.build_absolute_uri(reverse("sitemap"))}
    return render(request, "robots.txt", context, content_type=PLAIN)


def opensearch(request):
    """How a browser searches this site from its own search box."""
    kind = "application/opensearchdescription+xml; charset=utf-8"
    return render(request, "opensearch.xml", content_type=kind)


def llms(request):
    """llms.txt: what a language model should read first, and what it must not say."""
    context = {
        "audiences": Audience.objects.all(),
        "kinds": [(kind.plural, reverse(f"{kind}-list"), kind.meaning) for kind in Kind],
        "themes": [
            (theme.name, theme.get_absolute_url(), " ".join(theme.description.split()))
            for theme in Theme.objects.all()
        ],
        "knowledge": HomePage.objects.knowledge(),
    }
    return render(request, "llms.txt", context, content_type=PLAIN)
