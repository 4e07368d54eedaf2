"""Editing records and other nouns in their forms, alone and by two editors at once."""

import threading

import pytest
from django.contrib.auth.models import User
from django.contrib.messages import get_messages
from django.db import connection
from django.test import Client
from django.urls import reverse

from findings import models
from findings.publishing import references, versions
from findings.search import upkeep
from findings.vocabulary import CitationRelation, State
from tests import factories
from tests.admin.filling import opened, post

pytestmark = pytest.mark.django_db


@pytest.fixture
def record():
    """A published recommendation with one of everything that its form holds."""
    record = factories.record("ICS18-R01", body="The body.", action="Boards act.")
    references.claim("ICS18-R01", record.source, "R")
    record.addressings.create(audience=factories.audience())
    record.notes.create(audience=factories.audience("nhs"), text="What it asks.")
    record.role_readings.create(role="chief-executive", reason="They decide.")
    record.themes.add(factories.theme())
    finding = factories.record("ICS18-F01")
    record.links.create(relation="rests-on", target=finding)
    versions.keep(finding, versions.Note("form"))
    factories.cite(record, factories.passage())
    verdict = record.verdicts.get()
    verdict.developments.add(factories.development())
    factories.cite(verdict, factories.passage(), relation=CitationRelation.SUPPORTS)
    versions.keep(record, versions.Note("form"))
    return record


@pytest.fixture
def draft(record):
    record.state = State.DRAFT
    record.save()
    versions.keep(record, versions.Note("form"))
    return record


def url_of(thing):
    kind = getattr(thing, "kind", thing._meta.model_name)
    return reverse(f"admin:findings_{kind}_change", args=[thing.pk])


def said(response):
    return [str(message) for message in get_messages(response.wsgi_request)]


def row_of(record):
    return versions.snapshot(models.Record.objects.get(pk=record.pk))


def test_a_form_sent_as_it_was_opened_changes_nothing(admin_client, record):
    before = row_of(record)
    response = post(admin_client, url_of(record))
    assert said(response) == ["Nothing has changed in ICS18-R01."]
    assert row_of(record) == before
    assert (models.Edit.objects.count(), record.versions.count()) == (0, 1)


def test_a_change_to_a_published_record_is_pending_until_it_is_published(
    admin_client, admin_user, client, record
):
    response = post(admin_client, url_of(record), title="A new title")
    assert said(response) == ["Kept as a pending edit of ICS18-R01. Readers don’t see it yet."]
    assert "Below is its pending edit" in response.content.decode()
    assert 'value="A new title"' in response.content.decode()
    assert "A new title" not in client.get(record.get_absolute_url()).content.decode()

    response = post(admin_client, url_of(record), change_line="A better title", _publish="x")

    assert said(response)[-1] == "Readers now see ICS18-R01 as it is here."
    assert "A new title" in client.get(record.get_absolute_url()).content.decode()
    last = record.versions.last()
    assert (last.number, last.line, last.made_by) == (2, "A better title", admin_user)
    assert (versions.out_of_step(), upkeep.out_of_step()) == ([], [])


def test_a_pending_edit_is_shown_with_its_inlines(admin_client, record):
    sent = opened(admin_client, url_of(record))
    assert sent["notes-0-text"] == "What it asks."
    post(admin_client, url_of(record), **{"notes-0-text": "It asks more."})
    assert opened(admin_client, url_of(record))["notes-0-text"] == "It asks more."
    assert record.notes.get().text == "What it asks."
    post(admin_client, url_of(record), change_line="Asks more", _publish="x")
    assert record.notes.get().text == "It asks more."


def test_a_pending_edit_can_be_dropped(admin_client, record):
    post(admin_client, url_of(record), title="A new title")
    response = post(admin_client, url_of(record), _discard="x")
    assert said(response)[-1] == "The edit is dropped. You can restore it from the history."
    assert opened(admin_client, url_of(record))["title"] == "Title of ICS18-R01"


def test_an_inline_row_is_added_changed_and_taken_out(admin_client, draft):
    addressing = {
        "addressings-TOTAL_FORMS": 2,
        "addressings-1-addressed": "all",
        "addressings-1-position": 1,
    }
    audience = models.Audience.objects.get(slug="nhs")
    post(admin_client, url_of(draft), **addressing, **{"addressings-1-audience": audience.pk})
    assert [each["audience"] for each in row_of(draft)["audiences"]] == ["councils", "nhs"]
    post(admin_client, url_of(draft), **{"addressings-0-DELETE": "on"})
    assert [each["audience"] for each in row_of(draft)["audiences"]] == ["nhs"]


def test_a_row_taken_out_stays_out_when_the_form_comes_back_with_an_error(admin_client, draft):
    response = post(admin_client, url_of(draft), title="", **{"notes-0-DELETE": "on"})
    assert "This field is required." in response.content.decode()
    assert "What it asks." not in response.content.decode()
    assert row_of(draft)["notes"][0]["text"] == "What it asks."


def test_what_a_verdict_cites_keeps_its_relation(admin_client, draft):
    passage = factories.passage()
    cited = opened(admin_client, url_of(draft))["verdicts-0-passages"]
    post(admin_client, url_of(draft), **{"verdicts-0-passages": [*cited, passage.pk]})
    citations = row_of(draft)["verdicts"][0]["citations"]
    assert [each["relation"] for each in citations] == ["supports", "rests-on"]


def test_different_fields_of_two_editors_are_both_kept(admin_client, draft):
    mine, theirs = opened(admin_client, url_of(draft)), opened(admin_client, url_of(draft))
    admin_client.post(url_of(draft), {**theirs, "title": "Theirs"}, follow=True)
    response = admin_client.post(
        url_of(draft), {**mine, "summary": "Mine.", "notes-0-text": "Mine too."}, follow=True
    )
    assert said(response) == [
        "Meanwhile somebody else changed title. That is kept beside your changes.",
        "Saved: ICS18-R01 Theirs.",
    ]
    row = row_of(draft)
    assert (row["title"], row["summary"], row["notes"][0]["text"]) == (
        "Theirs",
        "Mine.",
        "Mine too.",
    )


def test_the_same_field_is_shown_side_by_side_and_both_are_kept(admin_client, draft):
    mine, theirs = opened(admin_client, url_of(draft)), opened(admin_client, url_of(draft))
    admin_client.post(url_of(draft), {**theirs, "title": "Their title"})
    page = admin_client.post(url_of(draft), {**mine, "title": "My title", "summary": "My summary."})

    text = page.content.decode()
    assert ["Title of ICS18-R01" in text, "Their title" in text, "My title" in text] == [True] * 3
    edit = models.Edit.objects.set_aside().get()
    assert (edit.row["title"], edit.row["summary"]) == ("My title", "My summary.")
    assert row_of(draft)["title"] == "Their title"
    assert "somebody else had changed the same words" in (
        admin_client.get(url_of(draft)).content.decode()
    )

    (choice,) = page.context["choices"]
    for key, title in (("changed_by_them", "Their title"), ("changed_by_me", "My title")):
        kinds = {piece.kind for piece in choice[key]}
        left = "".join(piece.text for piece in choice[key] if piece.kind != "gone")
        assert (left, kinds >= {"gone", "new"}) == (title, True)
    assert "[removed: </span>" in text
    assert "Saving publishes nothing: readers don’t see this record." in text

    # Left, and found again later.
    later = admin_client.get(f"{url_of(draft).removesuffix('change/')}set-aside/{edit.pk}/")
    carried = later.context["carried"]
    joined = {"_resolve": carried, "joined-title": "Both titles"}
    unanswered = admin_client.post(url_of(draft), joined, follow=True)
    assert "Choose for every field." in said(unanswered)
    assert 'class="vLargeTextField">Both titles</textarea>' in unanswered.content.decode()
    admin_client.post(url_of(draft), {"_resolve": carried, "choose-title": "mine"})

    row = row_of(draft)
    assert (row["title"], row["summary"]) == ("My title", "My summary.")
    edit.refresh_from_db()
    assert edit.state == "replaced"


@pytest.mark.parametrize(
    ("answer", "title"), [("theirs", "Theirs"), ("mine", "Mine"), ("joined", "Both")]
)
def test_a_choice_between_two_texts(admin_client, draft, answer, title):
    mine, theirs = opened(admin_client, url_of(draft)), opened(admin_client, url_of(draft))
    admin_client.post(url_of(draft), {**theirs, "title": "Theirs"})
    page = admin_client.post(url_of(draft), {**mine, "title": "Mine"})
    admin_client.post(
        url_of(draft),
        {
            "_resolve": page.context["carried"],
            "choose-title": answer,
            "joined-title": "Both",
        },
    )
    assert row_of(draft)["title"] == title


def test_what_was_set_aside_can_be_dropped(admin_client, draft):
    mine, theirs = opened(admin_client, url_of(draft)), opened(admin_client, url_of(draft))
    admin_client.post(url_of(draft), {**theirs, "title": "Theirs"})
    admin_client.post(url_of(draft), {**mine, "title": "Mine"})
    edit = models.Edit.objects.get()
    address = f"{url_of(draft).removesuffix('change/')}set-aside/{edit.pk}/"
    admin_client.post(address, {"_drop": "x"})
    edit.refresh_from_db()
    assert (edit.state, row_of(draft)["title"]) == ("dropped", "Theirs")
    assert admin_client.get(address).status_code == 404


def test_somebody_elses_words_are_not_published_along_unseen(admin_client, record):
    mine, theirs = opened(admin_client, url_of(record)), opened(admin_client, url_of(record))
    admin_client.post(url_of(record), {**theirs, "title": "Theirs, not ready"})
    response = admin_client.post(
        url_of(record),
        {**mine, "summary": "Mine.", "change_line": "Mine", "_publish": "x"},
        follow=True,
    )
    assert said(response)[-1] == (
        "Not published: it now holds somebody else’s changes. Look, then publish."
    )
    assert row_of(record)["title"] == "Title of ICS18-R01"
    edit = models.Edit.objects.pending().get()
    assert (edit.row["title"], edit.row["summary"]) == ("Theirs, not ready", "Mine.")


@pytest.mark.parametrize("base", ["", "tampered", "a:b:c"])
def test_a_form_without_its_base_overwrites_nothing(admin_client, draft, base):
    sent = opened(admin_client, url_of(draft))
    page = admin_client.post(url_of(draft), {**sent, "_base": base, "title": "Blind"})
    assert "Choose between two changes" in page.content.decode()
    assert row_of(draft)["title"] == "Title of ICS18-R01"
    assert models.Edit.objects.get().row["title"] == "Blind"


def test_a_choice_that_was_tampered_with_is_refused(admin_client, draft):
    assert admin_client.post(url_of(draft), {"_resolve": "x"}).status_code == 400


@pytest.mark.parametrize(
    ("noun", "one", "other"),
    [
        ("gap", "title", "statement"),
        ("term", "definition", "full_name"),
        ("theme", "name", "description"),
        ("source", "title", "description"),
        ("audience", "hook", "orientation"),
        ("development", "title", "summary"),
    ],
)
def test_two_editors_of_any_noun(admin_client, noun, one, other):
    thing = getattr(factories, noun)()
    extra = {"bears_on_nothing": "on"} if noun == "development" else {}
    first, second, third = (opened(admin_client, url_of(thing)) | extra for _ in range(3))
    admin_client.post(url_of(thing), {**first, one: "First"})
    admin_client.post(url_of(thing), {**second, other: "Second"})
    page = admin_client.post(url_of(thing), {**third, one: "Third"})
    thing.refresh_from_db()
    assert (getattr(thing, one), getattr(thing, other)) == ("First", "Second")
    answers = {"_resolve": page.context["carried"], f"choose-{one}": "mine"}
    admin_client.post(url_of(thing), answers)
    thing.refresh_from_db()
    assert (getattr(thing, one), getattr(thing, other)) == ("Third", "Second")


def test_the_passages_of_a_source_stay_the_same_rows(admin_client):
    passage = factories.passage()
    post(admin_client, url_of(passage.source), **{"passages-0-paraphrase": "Said otherwise."})
    passage.refresh_from_db()
    assert passage.paraphrase == "Said otherwise."


def test_a_development_still_puts_its_records_in_question(admin_client, record):
    development = models.Development.objects.get()
    post(admin_client, url_of(development), bears_on=[record.pk], title="Another title")
    record.refresh_from_db()
    assert record.recheck_because == development


def test_two_saves_at_the_same_moment_lose_nothing(transactional_db, record, exhaustive):
    """The real form, two threads: whoever is second is told, and finds the text again."""
    record.state = State.DRAFT
    record.save()
    versions.keep(record, versions.Note("form"))
    User.objects.create_superuser("one", password="x")
    clients = [Client(), Client()]
    for client in clients:
        client.force_login(User.objects.get())
    for number in range(50 if exhaustive else 10):
        at_once(clients, record, f"Round {number}")
    assert (versions.out_of_step(), upkeep.out_of_step()) == ([], [])


def at_once(clients, record, text):
    forms = [opened(client, url_of(record)) for client in clients]
    titles = [f"{text}, first", f"{text}, second"]
    pages = [None, None]
    start = threading.Barrier(2)

    def save(number):
        try:
            start.wait()
            sent = {**forms[number], "title": titles[number]}
            pages[number] = clients[number].post(url_of(record), sent)
        finally:
            connection.close()

    threads = [threading.Thread(target=save, args=[number]) for number in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(page.status_code for page in pages) == [200, 302]
    loser = next(number for number, page in enumerate(pages) if page.status_code == 200)
    assert "Choose between two changes" in pages[loser].content.decode()
    assert row_of(record)["title"] == titles[1 - loser]
    # The next round begins without what this one has set aside.
    aside = models.Edit.objects.set_aside().get()
    assert aside.row["title"] == titles[loser]
    aside.delete()
