"""Which links to other sites are visited, and what is noted of them."""

import datetime

import pytest
from django.core.management import call_command
from django.urls import reverse

from findings.editorial import link_check
from findings.editorial.visiting import Refused, Unreachable, Visit
from findings.models import Source, WebAddress
from findings.vocabulary import State
from tests import factories

pytestmark = pytest.mark.django_db

NOW = datetime.datetime(2026, 10, 1, 9, tzinfo=datetime.UTC)
LATER = NOW + datetime.timedelta(days=7)


def answering(**answers):
    """A visit that gives the answer under the last part of the address: a Visit or a fault."""

    def visit(url):
        answer = answers.get(url.rpartition("/")[2], 200)
        if isinstance(answer, Exception):
            raise answer
        return answer if isinstance(answer, Visit) else Visit(answer, url, True)

    return visit


def outcomes():
    return dict(WebAddress.objects.values_list("url", "outcome"))


def test_links_of_sources_and_of_records_are_visited_each_once():
    factories.source(url="https://a.example/one")
    source = factories.source(url="https://a.example/two")
    draft = factories.record(
        "ICS18-F01",
        state=State.DRAFT,
        body="See [it](https://a.example/two), [a page](/about/), [us](mailto:a@b.example).",
    )
    factories.record(
        "ICS18-R01", action="[Do](HTTPS://b.example/three)", measure="[See](http://b.example/4)"
    )
    factories.record("ICS18-F02", state=State.WITHDRAWN, body="[Gone](https://c.example/)")
    assert link_check.places()["https://a.example/two"] == [source, draft]
    visited = []
    link_check.check(NOW, lambda url: visited.append(url) or Visit(200, url, True))
    assert sorted(visited) == [
        "HTTPS://b.example/three",
        "http://b.example/4",
        "https://a.example/one",
        "https://a.example/two",
    ]
    assert set(outcomes().values()) == {"works"}


@pytest.mark.parametrize(
    ("answer", "outcome", "detail"),
    [
        (200, "works", "It answered."),
        (404, "broken", "It answered 404: not found."),
        (410, "broken", "It answered 410: gone for good."),
        (403, "unclear", "It answered 403. Some sites turn programs away: try it in a browser."),
        (503, "unclear", "It answered 503. Some sites turn programs away: try it in a browser."),
        (Unreachable("It did not answer in time."), "unclear", "It did not answer in time."),
        (Unreachable("Nobody knows it.", lasting=True), "broken", "Nobody knows it."),
        (Refused("It is private."), "broken", "Not visited. It is private."),
        (Visit(200, "https://a.example/b", False), "works", "It answered."),
        (Visit(200, "https://a.example/x", True), "works", "It answered."),
        (
            Visit(200, "https://a.example/b", True),
            "moved",
            "It answered, and sends its readers on for good.",
        ),
    ],
)
def test_what_a_visit_means(answer, outcome, detail):
    factories.source(url="https://a.example/x#part")
    [address] = link_check.check(NOW, answering(**{"x#part": answer}))
    assert (address.outcome, address.detail) == (outcome, detail)
    assert address.leads_to == ("https://a.example/b" if outcome == "moved" else "")
    assert (address.broken_since is None) == (outcome != "broken")


def test_a_broken_link_says_since_when_until_it_works_again():
    factories.source(url="https://a.example/x")
    for moment, status, since in ((NOW, 404, NOW), (LATER, 410, NOW), (LATER, 200, None)):
        [address] = link_check.check(moment, answering(x=status))
        assert (address.visited_at, address.broken_since) == (moment, since)


def test_what_no_text_leads_to_any_more_is_not_listed_and_then_forgotten(admin_client):
    source = factories.source(url="https://a.example/x")
    link_check.check(NOW, answering(x=404))
    address = reverse("admin:findings_webaddress_changelist")
    assert "a.example/x" in admin_client.get(address).content.decode()
    Source.objects.filter(pk=source.pk).update(url="https://a.example/y")
    assert "a.example/x" not in admin_client.get(address).content.decode()
    link_check.check(LATER, answering())
    assert outcomes() == {"https://a.example/y": "works"}


@pytest.mark.alike
def test_the_list_leads_to_the_form_of_each_text_at_a_constant_cost(
    admin_client, django_assert_num_queries
):
    source = factories.source(url="https://a.example/x")
    record = factories.record("ICS18-F01", body="[Dead](https://a.example/x)")
    for number in range(20):
        factories.source(url=f"https://a.example/{number}")
    link_check.check(NOW, answering(x=404))
    address = reverse("admin:findings_webaddress_changelist")
    admin_client.get(address)
    with django_assert_num_queries(10):
        page = admin_client.get(address).content.decode()
    assert f'href="/admin/findings/source/{source.pk}/change/"' in page
    assert f'href="/admin/findings/finding/{record.pk}/change/"' in page


def test_the_command_says_what_it_found(capsys):
    factories.source(url="https://127.0.0.1/")
    call_command("check_links")
    assert capsys.readouterr().out.splitlines() == [
        "Broken: https://127.0.0.1/ Not visited. It leads into a private network.",
        "1 link visited.",
    ]
