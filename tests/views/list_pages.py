"""Pages of lists, as tests ask for them and read them."""

import re
from html import unescape

from findings.models import Addressing, RecordTheme
from tests import factories


def listed(response):
    return [hit.record.reference for hit in response.context["hits"]]


def links(response):
    """{text: address} of the links of the page."""
    html = unescape(response.content.decode())
    found = re.findall(r'<a\b[^>]*href="([^"]*)"[^>]*>(.*?)</a>', html, re.DOTALL)
    return {" ".join(re.sub("<[^>]*>", "", text).split()): url for url, text in found}


def put_shelf():
    """A published finding, skill and recommendation for Housing, the last about trust."""
    housing = factories.audience("housing", name="Housing")
    for reference in ("ICS18-F01", "ICS18-S01", "ICS18-R01"):
        Addressing.objects.create(record=factories.record(reference), audience=housing)
    trust = factories.theme("trust", description="Whom people rely on.")
    RecordTheme.objects.create(content_object_id=Addressing.objects.last().record_id, tag=trust)
