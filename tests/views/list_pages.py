"""Pages of lists, as tests ask for them and read them."""

import re
from html import unescape

from findings.models import Addressing, RecordTheme
from findings.vocabulary import State
from tests import factories, histories

KEPT = ["ICS18-F01", "ICS18-S01", "ICS18-R01"]


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


def keep_shelf():
    """Three published records about trust, KEPT, each with its first version, and a draft."""
    trust = factories.theme("trust")
    factories.home()
    with histories.on("2026-07-03"):
        for reference in KEPT:
            record = factories.record(reference)
            record.themes.add(trust)
            histories.keep(record, histories.EDITOR)
    factories.record("ICS18-F02", title="Canary", state=State.DRAFT)
