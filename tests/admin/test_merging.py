import pytest
from django.urls import reverse

from findings.models import FormerTheme, Record, Synonym, Theme
from findings.publishing import versions
from findings.vocabulary import State, Via
from tests import factories
from tests.admin.filling import opened
from tests.admin.test_withdrawals import act, said
from tests.groups import editor
from tests.histories import published

pytestmark = pytest.mark.django_db


@pytest.fixture
def two():
    old = factories.theme("steering", name="Steering", description="Who steers.")
    record = published("ICS18-F01")
    record.themes.add(old)
    versions.keep(record, versions.Note(Via.FORM))
    factories.record("ICS18-F02", state=State.DRAFT).themes.add(old)
    return old, factories.theme("governance")


def test_a_manager_sees_what_will_change_and_merges_two_themes(client, two):
    old, new = two
    client.force_login(editor("manager"))

    page = act(client, "theme", "merge", old, new)

    html = " ".join(page.content.decode().split())
    assert "Who steers. <br>2 records, of which 1 not before readers: ICS18-F01, ICS18-F02." in html
    assert f'<input type="radio" name="staying" value="{new.pk}"' in html
    assert Theme.objects.count() == 2

    answers = {"answered": "yes", "staying": new.pk, "why": "The same.", "also_found": "on"}
    done = act(client, "theme", "merge", old, new, **answers)

    assert said(done) == [
        "“Steering”: now part of “Governance”. Records changed: 2. Edits that wait: 0."
    ]
    former = FormerTheme.objects.get()
    assert (former.slug, former.theme, former.merged_by.get_username()) == (
        "steering",
        new,
        "manager",
    )
    assert Synonym.objects.get().lines == ["Steering"]


@pytest.mark.parametrize("answers", [{"why": ""}, {"staying": "x"}, {"staying": "9" * 30}])
def test_what_is_missing_is_said_beside_the_field(admin_client, two, answers):
    old, new = two
    given = {"answered": "yes", "staying": new.pk, "why": "The same.", **answers}
    page = act(admin_client, "theme", "merge", old, new, **given)
    assert [*page.context["form"].errors] == [*answers]
    assert not FormerTheme.objects.exists()


def test_one_theme_is_not_merged(admin_client, two):
    assert said(act(admin_client, "theme", "merge", two[0])) == ["Choose two themes or more."]


def test_who_may_not_delete_themes_is_not_offered_it(client, two):
    client.force_login(editor("reviewer"))
    answers = {"answered": "yes", "staying": two[1].pk, "why": "The same."}
    act(client, "theme", "merge", *two, **answers)
    assert not FormerTheme.objects.exists()
    html = client.get(reverse("admin:findings_theme_changelist")).content.decode()
    assert "Merge into one theme" not in html


def test_a_form_that_was_open_meanwhile_says_what_became_of_its_theme(admin_client, two):
    old, new = two
    record = Record.objects.get(reference="ICS18-F01")
    url = reverse("admin:findings_finding_change", args=[record.pk])
    sent = {**opened(admin_client, url), "title": "Typed meanwhile", "_save": "x"}
    act(admin_client, "theme", "merge", old, new, answered="yes", staying=new.pk, why="The same.")

    form = admin_client.post(url, sent).context["adminform"].form

    assert [*form.errors] == ["themes"]
    assert form.errors["themes"][0].startswith("A theme that you ticked is gone since")
    assert form["title"].value() == "Typed meanwhile"
    again = {**sent, "themes": [new.pk]}
    assert said(admin_client.post(url, again, follow=True)) == [
        "Kept as a pending edit of ICS18-F01. Readers don’t see it yet."
    ]
