"""What machines look for at fixed addresses: crawlers, browsers, language models."""

from datetime import timedelta

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from findings.models import Audience, HomePage, Theme
from findings.vocabulary import Kind

PLAIN = "text/plain; charset=utf-8"


def robots(request):
    context = {"sitemap": request.build_absolute_uri(reverse("sitemap"))}
    return render(request, "robots.txt", context, content_type=PLAIN)


def security(request):
    """security.txt (RFC 9116): whom to tell of a weakness. Made anew, so it never expires."""
    contact = request.build_absolute_uri(reverse("contact"))
    expires = timezone.localdate() + timedelta(days=180)
    lines = [
        f"Contact: {f'mailto:{settings.CONTACT_EMAIL}' if settings.CONTACT_EMAIL else contact}",
        f"Expires: {expires.isoformat()}T00:00:00Z",
        "Preferred-Languages: en",
        f"Canonical: {request.build_absolute_uri()}",
    ]
    return HttpResponse("\n".join(lines) + "\n", content_type=PLAIN)


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
