"""What a change of synonyms and pins does to the judged queries is shown before it is saved."""

import pytest
from django.contrib.admin.models import LogEntry
from django.urls import reverse

from findings.models import JudgedQuery, Miss, Pin, Synonym
from findings.search import judging
from tests import factories
from tests.admin.filling import opened
from tests.groups import editor

pytestmark = [pytest.mark.django_db, pytest.mark.alike]

ADD = reverse("admin:findings_synonym_add")
HARM = {"phrases": "lanterns\noil", "finds": "", "note": "Both burn.", "slug": "burning"}


@pytest.fixture
def manager(client):
    client.force_login(editor("manager"))
    return client


@pytest.fixture
def judged(tmp_path, monkeypatch):
    """Two records, and what should come up for the words of one."""
    none = tmp_path / "queries.yaml"
    none.write_text("judged: []\nnothing: []\n")
    monkeypatch.setattr(judging, "QUERIES", none)
    factories.record("ICS18-F01", title="Lanterns")
    factories.record("ICS18-F02", title="Tallow")
    JudgedQuery.objects.create(words="lanterns", grades="ICS18-F01 3")
    JudgedQuery.objects.create(words="oil")


def again(client, answer, **typed):
    """The form that came back, with what it was sent and what it shows, sent once more."""
    form = answer.context["adminform"].form
    return client.post(answer.request["PATH_INFO"], {**form.data.dict(), **typed})


def test_a_group_by_which_a_query_falls_is_saved_with_a_reason_alone(manager, judged):
    shown = manager.post(ADD, HARM)
    effect = shown.context["adminform"].form.effect
    assert [(move.query, move.before, move.after) for move in effect.moves] == [("oil", 1.0, 0.0)]
    assert "What it changes: 1 judged query falls, 0 rise" in shown.content.decode()
    assert not Synonym.objects.exists()
    refused = again(manager, shown)
    assert "say why it is right all the same" in str(
        refused.context["adminform"].form.errors["why"]
    )
    assert not Synonym.objects.exists()
    again(manager, refused, why="Asked for by readers")
    assert LogEntry.objects.get().change_message == "Asked for by readers"
    assert Synonym.objects.get().lines == ["lanterns", "oil"]


def test_what_is_changed_after_it_was_shown_is_shown_again(manager, judged):
    JudgedQuery.objects.create(words="snuffers")
    shown = manager.post(ADD, HARM)
    other = again(manager, shown, why="Yes", phrases="lanterns\nsnuffers")
    assert [move.query for move in other.context["adminform"].form.effect.falls] == ["snuffers"]
    assert other.context["adminform"].form.data["why"] == "Yes"
    assert not Synonym.objects.exists()


def test_a_group_by_which_no_query_moves_is_saved_at_once(manager, judged):
    manager.post(ADD, {**HARM, "phrases": "candles\ntallow"})
    assert Synonym.objects.get().lines == ["candles", "tallow"]


def test_a_rise_is_shown_and_needs_no_reason(manager, judged):
    JudgedQuery.objects.create(words="candles", grades="ICS18-F02 3")
    shown = manager.post(ADD, {**HARM, "phrases": "candles\ntallow"})
    effect = shown.context["adminform"].form.effect
    assert [(move.query, move.before, move.after) for move in effect.rises] == [("candles", 0, 1)]
    assert (effect.falls, effect.needs_reason) == ([], False)
    again(manager, shown)
    assert Synonym.objects.count() == 1


def test_a_change_of_a_group_is_held_back_and_kept_with_its_reason(manager, judged):
    group = Synonym.objects.create(phrases="candles\ntallow", slug="candles")
    url = reverse("admin:findings_synonym_change", args=[group.pk])
    sent = {**opened(manager, url), "phrases": "candles\ntallow\noil"}
    shown = manager.post(url, sent)
    group.refresh_from_db()
    assert group.lines == ["candles", "tallow"]
    again(manager, shown, why="Readers say so")
    group.refresh_from_db()
    assert group.lines == ["candles", "tallow", "oil"]
    assert LogEntry.objects.get().change_message == "Readers say so"


def test_a_pin_that_pushes_down_what_should_come_first_needs_a_reason(manager, judged):
    lower = factories.record("ICS18-F03", body="Lanterns.")
    sent = {"words": "lanterns", "record": lower.pk, "position": 0}
    shown = manager.post(reverse("admin:findings_pin_add"), sent)
    assert [move.query for move in shown.context["adminform"].form.effect.falls] == ["lanterns"]
    assert not Pin.objects.exists()
    again(manager, shown, why="A week of lanterns")
    assert LogEntry.objects.get().change_message == "A week of lanterns"


def test_a_group_is_deleted_with_a_reason_where_a_query_falls_by_it(manager, judged):
    JudgedQuery.objects.create(words="candles", grades="ICS18-F02 3")
    group = Synonym.objects.create(phrases="candles\ntallow", slug="candles")
    url = reverse("admin:findings_synonym_delete", args=[group.pk])
    assert [move.query for move in manager.get(url).context["effect"].falls] == ["candles"]
    assert "say why it is right" in manager.post(url, {"post": "yes"}).content.decode()
    assert Synonym.objects.exists()
    manager.post(url, {"post": "yes", "why": "Nobody says candles"})
    assert not Synonym.objects.exists()
    assert LogEntry.objects.get().change_message == "Nobody says candles"


@pytest.mark.parametrize(
    ("phrases", "finds", "said"),
    [
        ("tallow\nthe", "", "“the” says nothing of what is sought"),
        ("tallow\nwhat", "", "“what” says nothing of what is sought"),
        ("tallow\nwick", "", "It becomes one meaning with “wick, candle”"),
        ("wick end", "light", "It leads to some 9 of 11 records from words as rare as “wick end”"),
    ],
)
def test_what_gives_pause_is_said_and_needs_a_reason(manager, judged, phrases, finds, said):
    for number in range(10, 19):
        factories.record(f"ICS18-F{number}", body="Light.")
    Synonym.objects.create(phrases="wick\ncandle", slug="wick")
    shown = manager.post(ADD, {**HARM, "phrases": phrases, "finds": finds})
    [caution] = shown.context["adminform"].form.effect.cautions
    assert caution.startswith(said)
    assert again(manager, shown).context["adminform"].form.errors["why"]


def test_words_that_found_nothing_become_a_synonym_or_a_judged_query(manager, judged):
    for words in ("wick ends", "snuffers", "night watch"):
        Miss.objects.create(words=words, days=3, last_on="2026-01-01")
    url = reverse("admin:findings_miss_changelist")
    page = manager.get(url).content.decode()
    assert f'{ADD}?phrases=wick+ends"' in page
    manager.post(ADD, {**HARM, "phrases": "Wick-ends\ntallow"})
    manager.post(reverse("admin:findings_judgedquery_add"), {"words": "Snuffers", "grades": ""})
    chosen = Miss.objects.get(words="night watch").pk
    manager.post(url, {"action": "keep_unanswered", "_selected_action": [chosen]})
    assert not Miss.objects.exists()
    assert JudgedQuery.objects.get(words="night watch").graded == {}


def test_a_grade_that_cannot_be_read_is_refused_beside_its_field(manager, judged):
    url = reverse("admin:findings_judgedquery_add")
    shown = manager.post(url, {"words": "wick", "grades": "ICS18-F01 3\nICS18-F02 4"})
    assert shown.context["adminform"].form.errors == {
        "grades": ["Write a reference and 1, 2 or 3, as in ICS18-F03 3: “ICS18-F02 4”"]
    }


def test_the_scores_are_shown_now_and_release_by_release(manager, judged):
    page = manager.get(reverse("admin:findings_judgedquery_scores"))
    assert [line.group for line in page.context["lines"]] == list(page.context["kept"][0]["scores"])
    assert "oil" not in [each.query for each in page.context["missing"]]
    assert "query: oil" in page.content.decode()
