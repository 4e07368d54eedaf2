import datetime

import pytest
from django.contrib import admin
from django.contrib.messages import get_messages
from django.urls import reverse
from django.utils import timezone

from findings import models
from findings.publishing import references
from findings.vocabulary import State
from tests import factories
from tests.admin.filling import post

pytestmark = pytest.mark.django_db


@pytest.fixture
def sound():
    """A draft that breaks no rule."""
    record = factories.record("ICS18-R01", state=State.DRAFT)
    references.claim("ICS18-R01", record.source, "R")
    record.addressings.create(audience=factories.audience())
    factories.cite(record, factories.passage())
    return record


def empty_inlines():
    prefixes = ["addressings", "role_readings", "citations", "verdicts", "links", "notes"]
    return {
        f"{prefix}-{part}": 0 for prefix in prefixes for part in ("TOTAL_FORMS", "INITIAL_FORMS")
    }


def form(**fields):
    return {
        "title": "A new step",
        "short_title": "New step",
        "speaker": "editors",
        "trail": "own",
        **empty_inlines(),
        **fields,
    }


def act(client, action, *records, **answers):
    return client.post(
        reverse("admin:findings_recommendation_changelist"),
        {"action": action, "_selected_action": [record.pk for record in records], **answers},
        follow=True,
    )


def take_back(client, *records, **answers):
    return act(client, "withdraw", *records, answered="yes", **{"why": "It was wrong.", **answers})


def said(response):
    return [str(message) for message in get_messages(response.wsgi_request)]


def lacking(response):
    """What the form's list says: how many of eight are there, what lacks, what else."""
    ready = response.context["ready"]
    return ready.there, ready.missing, ready.others


def test_every_list_and_every_form_opens(admin_client, content):
    for model in admin.site._registry:
        stem = f"admin:{model._meta.app_label}_{model._meta.model_name}"
        pages = [reverse(f"{stem}_changelist", query={"q": "a"})]
        if thing := model._default_manager.first():
            pages.append(reverse(f"{stem}_change", args=[thing.pk]))
        assert [(page, admin_client.get(page).status_code) for page in pages] == [
            (page, 200) for page in pages
        ]


def test_every_model_of_the_knowledge_base_can_be_edited_somewhere():
    on_a_page_of_their_own = {model.__name__ for model in admin.site._registry}
    inline = {
        inline.model.__name__
        for model_admin in admin.site._registry.values()
        for inline in model_admin.inlines
    }
    # The tag on a record is edited as the record's themes, an edit as its record; the index and
    # the attempts to log in are made, not edited; a withdrawal and a former theme
    # are written by their actions.
    by_other_ways = {
        *("Attempt", "PROXIES", "Edit", "Overruling", "RecordTheme", "SearchRow"),
        *("FormerTheme", "Withdrawal"),
    }
    assert set(models.__all__) - by_other_ways <= on_a_page_of_their_own | inline


def test_a_new_record_is_a_draft_with_a_reference_issued_to_it(admin_client):
    report = factories.report()
    theme = factories.theme()

    response = admin_client.post(
        reverse("admin:findings_recommendation_add"), form(source=report.pk, themes=[theme.pk])
    )

    assert response.status_code == 302
    record = models.Recommendation.objects.get()
    assert (record.reference, record.state, record.kind) == ("ICS18-R01", "draft", "recommendation")
    assert [theme.slug for theme in record.themes.all()] == ["governance"]
    assert models.Reference.objects.get().text == "ICS18-R01"


def change_url(record):
    return reverse(f"admin:findings_{record.kind}_change", args=[record.pk])


def test_the_form_can_not_change_reference_source_or_state(admin_client, sound):
    other = factories.report("ABC20")

    post(
        admin_client,
        change_url(sound),
        reference="ICS18-R09",
        source=other.pk,
        state="published",
        summary="Changed.",
    )

    sound.refresh_from_db()
    assert sound.summary == "Changed."
    assert (sound.reference, sound.state, sound.source.report_code) == (
        "ICS18-R01",
        "draft",
        "ICS18",
    )


def test_a_form_with_a_fault_keeps_what_was_typed_and_says_why(admin_client, sound):
    response = post(admin_client, change_url(sound), title="A title to keep", short_title="x" * 41)

    page = response.content.decode()
    assert response.status_code == 200
    assert 'value="A title to keep"' in page
    assert "Ensure this value has at most 40 characters (it has 41)." in page


def test_publishing_and_withdrawing_are_actions(admin_client, sound):
    assert said(act(admin_client, "move_to_published", sound)) == ["1 record is now published."]
    assert models.Record.objects.published().get() == models.Record.objects.get()

    assert said(take_back(admin_client, sound)) == ["1 record is now withdrawn."]
    assert not models.Record.objects.published().exists()


def test_what_breaks_a_rule_is_not_published_and_the_reason_is_given(admin_client, sound):
    sound.addressings.all().delete()

    response = act(admin_client, "move_to_published", sound)

    assert said(response) == ["ICS18-R01: audiences are missing: nobody is addressed."]
    assert not models.Record.objects.published().exists()


def test_only_what_readers_never_saw_can_be_deleted(admin_client, sound):
    address = reverse("admin:findings_recommendation_delete", args=[sound.pk])
    assert admin_client.get(address).status_code == 200

    act(admin_client, "move_to_published", sound)
    assert admin_client.post(address, {"post": "yes"}).status_code == 403
    take_back(admin_client, sound)
    assert admin_client.post(address, {"post": "yes"}).status_code == 403
    assert models.Record.objects.count() == 1


def test_there_is_no_deletion_of_many_at_once(admin_client, sound):
    act(admin_client, "delete_selected", sound)
    assert models.Record.objects.count() == 1


def test_a_change_that_breaks_a_rule_is_kept_and_not_published(admin_client, sound):
    act(admin_client, "move_to_published", sound)

    response = post(
        admin_client,
        change_url(sound),
        summary="",
        change_line="Took the summary out",
        _publish="Publish",
    )

    assert said(response) == [
        "Not published: it is kept as a pending edit. The list below says what is missing."
    ]
    assert lacking(response) == (7, {"summary"}, [])
    sound.refresh_from_db()
    assert sound.summary == "Summary of ICS18-R01."
    assert models.Edit.objects.get().row["summary"] == ""


def test_the_ledger_of_references_is_read_only(admin_client, sound):
    reference = models.Reference.objects.get()
    address = reverse("admin:findings_reference_change", args=[reference.pk])
    assert admin_client.get(address).status_code == 200
    assert admin_client.post(address, {"text": "ICS18-R99"}).status_code == 403
    assert admin_client.get(reverse("admin:findings_reference_add")).status_code == 403


@pytest.mark.parametrize("noun", ["source", "theme", "term", "development"])
def test_a_slug_is_proposed_once_and_then_fixed(admin_client, noun):
    thing = getattr(factories, noun)()
    new = admin_client.get(reverse(f"admin:findings_{noun}_add")).content.decode()
    old = admin_client.get(
        reverse(f"admin:findings_{noun}_change", args=[thing.pk])
    ).content.decode()
    assert 'name="slug"' in new
    assert 'name="slug"' not in old
    assert thing.slug in old


def test_a_save_keeps_a_version_with_who_and_why(admin_client, admin_user, sound):
    act(admin_client, "move_to_published", sound)

    post(
        admin_client,
        change_url(sound),
        summary="Changed.",
        change_line="Says it shorter",
        change_is_major="on",
        _publish="Publish",
    )

    first, second = sound.versions.all()
    assert (first.number, first.via, first.line, first.made_by) == (
        1,
        "action",
        "Publish",
        admin_user,
    )
    assert (second.number, second.via, second.line, second.is_major, second.made_by) == (
        2,
        "form",
        "Says it shorter",
        True,
        admin_user,
    )


def test_what_readers_see_is_not_changed_without_saying_why(admin_client, sound):
    assert post(admin_client, change_url(sound), summary="In a draft.").status_code == 200
    act(admin_client, "move_to_published", sound)

    page = post(admin_client, change_url(sound), summary="Changed.", _publish="Publish")

    assert "Readers see this record: say in one line what changed." in page.content.decode()
    sound.refresh_from_db()
    assert sound.summary == "In a draft."


@pytest.mark.usefixtures("verdicts_age")
def test_the_list_can_be_narrowed_to_old_verdicts(admin_client):
    old = factories.record("ICS18-F01", verdict=None)
    factories.verdict_on(old, checked_on=datetime.date(2020, 1, 1))
    new = factories.record("ICS18-F02", verdict=None)
    factories.verdict_on(new, checked_on=timezone.localdate())
    url = reverse("admin:findings_finding_changelist")
    assert "Verdict that may be out of date" in admin_client.get(url).content.decode()
    narrowed = admin_client.get(f"{url}?waits=old").context["cl"].result_list
    assert [record.reference for record in narrowed] == ["ICS18-F01"]
    assert len(admin_client.get(url).context["cl"].result_list) == 2


def test_the_front_page_is_about_this_site_alone(admin_client):
    page = admin_client.get(reverse("admin:index")).content.decode()
    assert "ICS Leadership: for its editors" in page
    assert "/admin/findings/theme/" in page
    assert "/admin/taggit/" not in page
