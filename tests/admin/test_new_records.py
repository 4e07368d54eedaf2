"""A new record: what it starts with, what its buttons do, and that nothing typed is lost."""

import re

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse

from findings import models
from findings.publishing import versions
from tests import factories
from tests.admin.filling import opened
from tests.groups import editor

pytestmark = pytest.mark.django_db
ADD = "/admin/findings/recommendation/add/"
TEXTS = {"title": "A new step", "short_title": "New step", "summary": "Two sentences. Here."}


@pytest.fixture
def report():
    """A report with one record that is addressed to all, and the four audiences."""
    for slug in ("nhs", "councils", "housing", "voluntary"):
        factories.audience(slug)
    record = factories.record("ICS18-F01")
    usual = factories.passage()
    record.addressings.create(audience=models.Audience.objects.first(), passage=usual)
    return record.source


def said(response):
    return [str(message) for message in get_messages(response.wsgi_request)]


def add(client, press, **changes):
    sent = {**opened(client, ADD), **TEXTS, **changes, press: "x"}
    return client.post(ADD, sent, follow=True)


def begun():
    return versions.snapshot(models.Recommendation.objects.get())


def test_the_usual_case_is_there_before_anything_is_typed(admin_client, report):
    response = add(admin_client, "_save", **{"notes-1-text": "Ask the chair."})
    row = begun()
    usual = models.Addressing.objects.filter(record__reference="ICS18-F01").get().passage
    usual = {"addressed": "all", "source": usual.source.slug, "passage": usual.locator}
    slugs = list(models.Audience.objects.order_by("position").values_list("slug", flat=True))
    assert row["audiences"] == [{"audience": slug, **usual} for slug in slugs]
    assert [(each["verdict"], each["reason"]) for each in row["verdicts"]] == [
        ("not-checked", "Nobody has looked yet whether it still holds.")
    ]
    assert row["notes"] == [{"audience": slugs[1], "text": "Ask the chair."}]
    assert (row["links"], row["citations"], row["state"]) == ([], [], "draft")
    assert (row["source"], row["speaker"], row["trail"]) == (report.slug, "editors", "own")
    (text,) = said(response)
    assert text.startswith("ICS18-R01 is saved as a draft: readers don’t see it.")
    assert response.request["PATH_INFO"].endswith("/change/")


def test_what_it_lacks_is_said_before_and_after_it_is_refused(admin_client, report):
    new = admin_client.get(ADD).context["ready"]
    assert (new.there, new.missing) == (5, {"title", "short_title", "summary"})
    found = {"summary": "", "trail": "stated", "addressings-TOTAL_FORMS": 0}
    response = add(admin_client, "_publish", **found)
    assert said(response) == [
        "Not published: it is saved as a draft. The list below says what is missing."
    ]
    ready = response.context["ready"]
    assert (ready.there, ready.missing) == (5, {"summary", "audiences", "citations"})
    assert '<a href="#addressings-group">Addressed to</a>' in response.content.decode()
    assert "View on site" not in response.content.decode()


def test_one_press_publishes_what_lacks_nothing(admin_client, client, report):
    response = add(admin_client, "_publish")
    assert said(response) == ["Readers now see ICS18-R01 as it is here."]
    assert client.get("/recommendations/ICS18-R01/").status_code == 200


def test_a_preview_of_what_is_new_saves_nothing(admin_client, report):
    response = add(admin_client, "_preview")
    assert "A new step" in response.content.decode()
    assert response["X-Robots-Tag"] == "noindex, nofollow"
    assert not models.Recommendation.objects.exists()
    assert not models.Reference.objects.filter(text="ICS18-R01").exists()


def test_an_error_keeps_what_was_typed_and_starts_nothing_twice(admin_client, report):
    response = add(admin_client, "_save", title="", **{"notes-0-text": "To keep."})
    page = response.content.decode()
    assert ("To keep." in page, "errornote" in page) == (True, True)
    assert response.context["ready"].missing == {"title"}
    counts = [each.formset.total_form_count() for each in response.context["inline_admin_formsets"]]
    assert counts == [4, 0, 1, 1, 2, 4]


def test_another_report_brings_its_own_usual_passage(admin_client, report):
    other = factories.report("ABC20")
    add(admin_client, "_save", source=other.pk)
    assert {each["passage"] for each in begun()["audiences"]} == {None}


def test_it_is_planned_on_the_form_and_a_wrong_time_loses_nothing(admin_client, report):
    response = add(admin_client, "_plan", moment_0="01/01/2020", moment_1="09:00")
    record = models.Recommendation.objects.get()
    assert (record.title, record.publish_at) == ("A new step", None)
    assert said(response)[1] == (
        "Not planned. Day and time: That is past. To publish now, use “Publish”."
    )
    url = reverse("admin:findings_recommendation_change", args=[record.pk])
    sent = {**opened(admin_client, url), "moment_0": "15/01/2099", "moment_1": "09:00"}
    planned = admin_client.post(url, {**sent, "_plan": "x"}, follow=True)
    assert (
        said(planned)[1] == "To be published on 15 January 2099, 09:00, if nothing is missing then."
    )
    record.refresh_from_db()
    assert (record.publish_at.isoformat(), record.state) == ("2099-01-15T09:00:00+00:00", "draft")
    admin_client.post(url, {**opened(admin_client, url), "_unplan": "x"})
    record.refresh_from_db()
    assert record.publish_at is None


def test_an_author_has_no_button_that_publishes_and_can_not_press_it(client, report):
    client.force_login(editor("author"))
    page = client.get(ADD).content.decode()
    assert ("Save and send to review" in page, "_publish" in page, "_plan" in page) == (
        True,
        False,
        False,
    )
    for press in ("_publish", "_plan"):
        assert add(client, press).status_code == 403
    assert not models.Recommendation.objects.exists()
    assert said(add(client, "_review"))[-1] == "ICS18-R01 is now in review."


def test_nobody_is_asked_what_changed_in_what_nobody_has_seen(admin_client, report):
    page = add(admin_client, "_save").content.decode()
    assert "What changed" not in page
    record = models.Recommendation.objects.get()
    url = reverse("admin:findings_recommendation_change", args=[record.pk])
    seen = admin_client.post(url, {**opened(admin_client, url), "_publish": "x"}, follow=True)
    page = seen.content.decode()
    assert ("needed to publish" in page, "View on site" in page) == (True, True)
    assert "related-widget-wrapper-link delete-related" not in page


def folded(html):
    """The names of the groups of fields that are folded."""
    found = re.findall(r"<details>\s*<summary>\s*<h2[^>]*>(.*?)</h2>", html)
    return [name for name in found if "(" not in name and ":" not in name]


def test_what_is_written_seldom_is_folded_unless_it_is_wrong(admin_client, report):
    seldom = "First step, who, time, what goes wrong, measure, case, line for briefs"
    rest = ["Reference, dates and checking", "Addressed to"]
    page = admin_client.get(ADD).content.decode()
    assert folded(page) == [seldom, "Who says so", *rest]
    page = admin_client.get("/admin/findings/finding/add/").content.decode()
    assert folded(page) == ["Line for briefs", *rest]
    page = add(admin_client, "_save", brief_line="x" * 101, speaker="").content.decode()
    assert folded(page) == rest


def test_the_notes_are_open_while_a_record_is_new_or_one_is_wrong(admin_client, report):
    assert notes_of(admin_client.get(ADD)) == "<details open>"
    add(admin_client, "_save")
    form = f"/admin/findings/recommendation/{models.Recommendation.objects.get().pk}/change/"
    assert notes_of(admin_client.get(form)) == "<details>"
    wrong = {**opened(admin_client, form), "notes-0-audience": "999"}
    wrong |= {"notes-0-text": "Ask them.", "_save": "x"}
    assert notes_of(admin_client.post(form, wrong)) == "<details open>"


def notes_of(page):
    """How the group of the notes begins."""
    return re.search(r"(<details[^>]*>)<summary>\s*<h2 id=.notes-heading", page.content.decode())[1]
