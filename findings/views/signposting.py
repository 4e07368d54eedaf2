"""What a program learns of a page without reading it: the Link header (RFC 8288) in the words of
Signposting, which say what to cite, on what terms, and where the same is as data."""

from django.urls import reverse

from findings.imprint import LICENCE_URL
from findings.representations.origin import root_of


def signposted(request, page, files, version=None):
    """The page with the signposts to its `files`, and of a record to the `version` to cite."""
    page["Link"] = ", ".join(signposts(root_of(request), files, version))
    return page


def signposts(root, files, version):
    if version:
        data = reverse("api-version", args=[version.record.reference, version.number])
        yield f'<{root}{version.get_absolute_url()}>; rel="cite-as"'
        yield f'<{root}{data}>; rel="describedby"; type="application/json"'
    yield f'<{LICENCE_URL}>; rel="license"'
    for file in files:
        # A feed reader looks in the head of the page.
        if file.is_data and file.form != "atom":
            # From the page itself: the name of the host would stand there once for each.
            yield f'<{file.url}>; rel="alternate"; type="{file.media_type}"'
