import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command

from tests.groups import editor

pytestmark = pytest.mark.django_db


def type_passwords(monkeypatch, *passwords):
    typed = iter(passwords)
    path = "findings.management.commands.make_editor.getpass"
    monkeypatch.setattr(path, lambda prompt: next(typed))


def test_an_editor_is_made_with_a_group_and_a_password(monkeypatch):
    editor("author")
    type_passwords(monkeypatch, "a much longer phrase", "a much longer phrase")
    call_command("make_editor", "ann", group="reviewer", verbosity=0)
    ann = User.objects.get(username="ann")
    assert [group.name for group in ann.groups.all()] == ["reviewer"]
    assert (ann.is_staff, ann.is_superuser, ann.check_password("a much longer phrase")) == (
        True,
        False,
        True,
    )


def test_one_who_exists_gets_the_other_group_and_keeps_the_password():
    ann = editor("author", "ann")
    call_command("make_editor", "ann", group="manager", verbosity=0)
    assert [group.name for group in ann.groups.all()] == ["manager"]
    ann.refresh_from_db()
    assert ann.check_password("a long phrase")


@pytest.mark.parametrize(
    ("name", "passwords", "fault"),
    [
        ("ann", ("a long phrase", "another"), "The two passwords differ."),
        ("ann", ("short", "short"), "This password is too short"),
        ("a b\n", ("a long phrase", "a long phrase"), "Enter a valid username"),
    ],
)
def test_what_is_no_account_is_refused_in_words(monkeypatch, name, passwords, fault):
    type_passwords(monkeypatch, *passwords)
    with pytest.raises(CommandError, match=fault):
        call_command("make_editor", name, group="author")
    assert not User.objects.filter(username=name).exists()
