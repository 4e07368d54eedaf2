"""Who may do what: every address of the admin, each method, each group."""

from pathlib import Path

import pytest
from django.contrib import admin
from django.contrib.auth.models import Group, User
from django.contrib.messages import get_messages
from django.test import Client
from django.urls import reverse

from findings import models
from findings.editorial.rights import GROUPS
from findings.publishing import edits, references, versions
from findings.vocabulary import State
from tests import factories
from tests.admin.filling import opened, post
from tests.groups import editor

pytestmark = [pytest.mark.django_db, pytest.mark.alike]

ACTIONS = ["view", "add", "change", "delete"]
# What a form can't do whoever asks: ledgers, what is fixed, and the list of all kinds.
NEVER = {
    "passage": ["add", "change", "delete"],
    "pin": ["change"],
    "record": ["add"],
    "verdict": ["add", "change", "delete"],
    "version": ["add", "change", "delete"],
    "reference": ["add", "change", "delete"],
    "loadedrow": ["add", "change", "delete"],
    "webaddress": ["add", "change", "delete"],
    "miss": ["add", "change"],
    "audience": ["add", "delete"],
    "homepage": ["delete"],
    "user": ["delete"],
}


def held(group):
    return set(GROUPS[group])


def may(group, action, model):
    if action == "import":
        return "import_rows" in held(group) and may(group, "change", model)
    if action in NEVER.get(model, []):
        return False
    names = {f"{action}_{model}"} | ({f"change_{model}"} if action == "view" else set())
    return bool(names & held(group))


def table():
    """The table of docs/rights.md."""
    lines = ["| noun | author | reviewer | manager |", "|---|---|---|---|"]
    for model in sorted(each._meta.model_name for each in admin.site._registry):
        cells = [", ".join(a for a in ACTIONS if may(group, a, model)) or "–" for group in GROUPS]
        lines.append(f"| {model} | {' | '.join(cells)} |")
    publish = ["publish_record" in held(group) for group in GROUPS]
    redact = ["redact_version" in held(group) for group in GROUPS]
    imports = ["import_rows" in held(group) for group in GROUPS]
    for name, row in (
        ("publish, withdraw, plan, confirm", publish),
        ("redact", redact),
        ("import", imports),
    ):
        lines.append(f"| {name} | {' | '.join('yes' if each else '–' for each in row)} |")
    return "\n".join(lines)


def test_the_table_in_the_docs_is_what_the_groups_hold():
    assert table() in Path("docs/rights.md").read_text()


@pytest.mark.parametrize("group", GROUPS)
def test_the_groups_that_a_migration_makes_hold_just_that(group):
    made = editor(group).groups.get().permissions.values_list("codename", flat=True)
    assert sorted(made) == sorted(held(group))


def things():
    """One of everything that has a form, {model name: thing}."""
    record = factories.record("ICS18-F01", state=State.DRAFT)
    references.claim("ICS18-F01", record.source, "F")
    found = {
        "record": record,
        "finding": record,
        "skill": factories.record("ICS18-S01", state=State.DRAFT),
        "recommendation": factories.record("ICS18-R01", state=State.DRAFT),
        "verdict": record.verdicts.get(),
        "version": versions.keep(record, versions.Note("form")),
        "reference": models.Reference.objects.get(),
        "loadedrow": models.LoadedRow.objects.create(noun="x", key="x", folder="x", digest="x"),
        "miss": models.Miss.objects.create(words="x", last_on="2026-01-01", days=3),
        "judgedquery": models.JudgedQuery.objects.create(words="x"),
        "homepage": factories.home(),
        "lawline": factories.law_line("seat"),
        "passage": factories.passage(),
        "pin": models.Pin.objects.create(words="x", record=record),
        "synonym": models.Synonym.objects.create(slug="x", phrases="x\ny"),
        "user": User.objects.create_user("somebody"),
        "webaddress": factories.web_address(),
    }
    for noun in ("audience", "development", "gap", "source", "term", "theme"):
        found[noun] = getattr(factories, noun)()
    return found


# What each page of a noun asks for: the end of its name, and the right.
PAGES = {
    "changelist": "view",
    "add": "add",
    "change": "view",
    "history": "view",
    "delete": "delete",
    "export": "view",
    "import": "import",
    "template": "import",
    "preview": "view",
    "preview_link": "change",
    "advice": "change",
    "restore": "change",
    "restore_edit": "change",
    "set_aside": "change",
    "password_change": "change",
    "due": "view",
    "scores": "view",
}
# Of no noun: the door, one's own password, and what serves the forms.
OF_EVERYBODY = {
    "index",
    "search",
    "login",
    "logout",
    "second_step",
    "password_change",
    "password_change_done",
    "autocomplete",
    "jsi18n",
    "view_on_site",
    "app_list",
    None,
}


def names_of_pages():
    """{noun: names of its pages}, as the admin has them, and the names that belong to none."""
    stems = {f"{each._meta.label_lower.replace('.', '_')}_": each for each in admin.site._registry}
    nouns = {model._meta.model_name: set() for model in stems.values()}
    others = set()
    for name in walk(admin.site.get_urls()):
        stem = next((stem for stem in stems if name and name.startswith(stem)), None)
        if stem is None:
            others.add(name)
        else:
            nouns[stems[stem]._meta.model_name].add(name.removeprefix(stem))
    return nouns, others


def walk(patterns):
    for pattern in patterns:
        if hasattr(pattern, "url_patterns"):
            yield from walk(pattern.url_patterns)
        else:
            yield pattern.name


def addresses():
    """[(noun, right, url)] of every page that the admin has."""
    found = things()
    nouns, _ = names_of_pages()
    record = found["record"]
    version = models.Version.objects.get()
    aside = edits.set_aside(record, {}, {}, versions.Note("form"))
    ended = record.edits.create(state="dropped", base={}, row=versions.snapshot(record))
    for model in admin.site._registry:
        noun = model._meta.model_name
        pk = found[noun].pk
        args = {
            "changelist": [],
            "add": [],
            "import": [],
            "template": [],
            "export": ["csv"],
            "restore": [pk, version.pk],
            "restore_edit": [pk, ended.pk],
            "set_aside": [pk, aside.pk],
            "password_change": [pk],
            "due": [],
            "scores": [],
        }
        for name in sorted(nouns[noun]):
            if name in ("restore", "restore_edit", "set_aside") and pk != record.pk:
                continue  # of another record: not found, whoever asks
            stem = "auth_user" if name == "password_change" else f"{model._meta.app_label}_{noun}"
            yield noun, PAGES[name], reverse(f"admin:{stem}_{name}", args=args.get(name, [pk]))


def test_every_page_of_the_admin_is_in_the_table():
    nouns, others = names_of_pages()
    assert others == OF_EVERYBODY
    assert {name for names in nouns.values() for name in names} == set(PAGES)


@pytest.mark.parametrize("group", GROUPS)
def test_every_address_opens_for_whoever_may_and_for_nobody_else(client, group):
    pages = list(addresses())
    client.force_login(editor(group))
    wrong = []
    for model, action, url in pages:
        expected = 200 if may(group, action, model) else 403
        answer = client.get(url).status_code
        if answer != expected:
            wrong.append((url, answer, expected))
    assert wrong == []


@pytest.mark.parametrize("group", GROUPS)
def test_nothing_is_written_by_whoever_may_not(client, group):
    pages = list(addresses())
    client.force_login(editor(group))
    before = everything()
    for model, action, url in pages:
        # A form that may be looked at is one thing, what it sends another.
        asked = "change" if url.endswith("/change/") else action
        if not may(group, asked, model):
            for sent in ({}, {"post": "yes"}, {"_drop": "x"}, {"_publish": "x"}):
                assert (url, client.post(url, sent).status_code) == (url, 403)
    assert everything() == before


def everything():
    tables = [*admin.site._registry, models.Edit, models.Overruling]
    return {
        model.__name__: list(model._default_manager.order_by("pk").values()) for model in tables
    }


def test_strangers_and_accounts_without_rights_get_no_further_than_the_door():
    user = User.objects.create_user("nobody", password="x")
    outsider = Client()
    outsider.force_login(user)
    for _model, _action, url in addresses():
        for client in (Client(), outsider):
            for send in (client.get, client.post):
                response = send(url)
                assert (response.status_code, response.url) == (302, f"/admin/login/?next={url}")


@pytest.fixture
def published():
    record = factories.record("ICS18-F01")
    references.claim("ICS18-F01", record.source, "F")
    record.addressings.create(audience=factories.audience())
    factories.cite(record, factories.passage())
    versions.keep(record, versions.Note("form"))
    return record


def url(name, *args):
    return reverse(f"admin:findings_finding_{name}", args=args)


def said(response):
    return [str(message) for message in get_messages(response.wsgi_request)]


def test_an_author_changes_what_readers_see_as_a_pending_edit_alone(client, published):
    client.force_login(editor("author"))
    page = client.get(url("change", published.pk)).content.decode()
    assert "Keep as a pending edit" in page
    assert "_publish" not in page
    sent = opened(client, url("change", published.pk))
    refused = client.post(
        url("change", published.pk), {**sent, "change_line": "x", "_publish": "x"}
    )
    assert refused.status_code == 403
    assert models.Edit.objects.count() == 0
    post(client, url("change", published.pk), title="An author's title")
    published.refresh_from_db()
    assert published.title == "Title of ICS18-F01"
    assert models.Edit.objects.get().row["title"] == "An author's title"


@pytest.mark.parametrize(
    "action",
    ["move_to_published", "withdraw", "confirm_verdict", "publish_later", "publish_no_more"],
)
@pytest.mark.parametrize("group", GROUPS)
def test_what_readers_see_is_decided_by_reviewers(client, published, action, group):
    client.force_login(editor(group))
    offered = client.get(url("changelist")).context["action_form"]
    names = [name for name, _ in offered.fields["action"].choices]
    assert (action in names) == (group != "author")
    before = list(published.versions.values_list("pk", flat=True))
    if group == "author":
        client.post(url("changelist"), {"action": action, "_selected_action": [published.pk]})
        assert list(published.versions.values_list("pk", flat=True)) == before


def test_a_manager_makes_editors_and_no_superuser(client):
    boss = User.objects.create_superuser("boss", password="x")
    client.force_login(editor("manager"))
    passwords = {"password1": "a much longer phrase", "password2": "a much longer phrase"}
    add = reverse("admin:auth_user_add")
    client.post(add, {"username": "new", "usable_password": "true", **passwords})
    new = User.objects.get(username="new")
    assert (new.is_staff, new.is_superuser) == (True, False)
    change = reverse("admin:auth_user_change", args=[new.pk])
    page = client.get(change).content.decode()
    assert 'name="groups"' in page
    assert 'name="is_superuser"' not in page
    sent = opened(client, change)
    sent |= {"is_superuser": "on", "user_permissions": ["1"], "groups": [Group.objects.first().pk]}
    client.post(change, sent)
    new.refresh_from_db()
    assert (new.is_superuser, new.user_permissions.count(), new.groups.count()) == (False, 0, 1)
    theirs = reverse("admin:auth_user_change", args=[boss.pk])
    assert client.get(theirs).status_code == 302
    password = reverse("admin:auth_user_password_change", args=[boss.pk])
    assert client.get(password).status_code in (403, 404)
