"""What machines look for at fixed addresses: crawlers, browsers, language models."""

from datetime import timedelta

from django.conf import settings
from django.contrib.sitemaps.views import sitemap
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from findings.models import Audience, HomePage, Theme
from findings.vocabulary import Kind

# Of one file. A record has a few hundred bytes in it.
MOST_ADDRESSES = 10_000
PLAIN = "text/plain; charset=utf-8"


def sitemap_of_all(request, sitemaps):
    """All addresses, or an index of files of them where one would be too long."""
    made = {section: make() for section, make in sitemaps.items()}
    if sum(each.paginator.count for each in made.values()) <= MOST_ADDRESSES:
        return sitemap(request, sitemaps)
    files = [
        f"{reverse('sitemap-section', args=[section])}{f'?p={page}' if page > 1 else ''}"
        for section, each in made.items()
        for page in each.paginator.page_range
    ]
    context = {"addresses": map(request.build_absolute_uri, files)}
    return render(request, "sitemap_index.xml", context, content_type="application/xml")


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
