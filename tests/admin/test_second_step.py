"""The second step of logging in: set up, asked for, compulsory, and reset."""

import logging
import re

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse
from django_otp.oath import totp
from django_otp.plugins.otp_static.models import StaticDevice, StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

from tests.groups import editor

pytestmark = [pytest.mark.django_db, pytest.mark.alike]
PAGE = "/admin/second-step/"


@pytest.fixture(autouse=True)
def ann():
    return editor("author", "ann")


def code_of(device, later=0):
    """What the app shows; `later` counts moments of half a minute."""
    return f"{totp(device.bin_key, drift=later):06}"


def set_up(ann, client):
    client.force_login(ann)
    client.get(PAGE)
    device = TOTPDevice.objects.get()
    return client.post(PAGE, {"code": code_of(device)}), device


def codes_on(page):
    return re.findall(r"<li><code>(\w{8})</code></li>", page.text)


def log_in(**sent):
    client = Client()
    told = {"username": "ann", "password": "a long phrase", "next": "/admin/", **sent}
    return client, client.post("/admin/login/", told)


def test_it_is_set_up_with_a_picture_drawn_here_and_a_code(client, ann, caplog):
    client.force_login(ann)
    page = client.get(PAGE).text
    assert "<svg" in page
    assert "style=" not in page.partition("<svg")[2].partition("</svg>")[0]
    assert "not the code of this moment" in client.post(PAGE, {"code": "12"}).text
    assert not TOTPDevice.objects.get().confirmed
    TOTPDevice.objects.update(throttling_failure_count=0)
    with caplog.at_level(logging.INFO):
        response, device = set_up(ann, client)
    assert len(codes_on(response)) == 10
    assert caplog.messages[-2:] == ["second step set up: ann", "recovery codes made: ann"]
    device.refresh_from_db()
    assert device.confirmed
    assert device.config_url not in client.get(PAGE).text
    assert "It is set up" in client.get(PAGE).text


def test_from_then_on_the_password_alone_lets_nobody_in(client, ann, caplog):
    _, device = set_up(ann, client)
    with caplog.at_level(logging.INFO):
        refused = log_in()[1]
    assert "needs the code of its app too" in refused.text
    assert "log-in without its code: ann" in caplog.messages
    assert "needs the code" not in log_in(password="wrong")[1].text
    TOTPDevice.objects.update(throttling_failure_count=0)
    again = code_of(device)
    assert log_in(code=again)[1].status_code == 200, "a code is good once"
    TOTPDevice.objects.update(throttling_failure_count=0)
    inside, response = log_in(code=code_of(device, later=1))
    assert response.status_code == 302
    assert inside.get("/admin/").status_code == 200


def test_a_recovery_code_lets_in_once_and_leaves_a_line(client, ann, caplog):
    codes = codes_on(set_up(ann, client)[0])
    kept = set(StaticToken.objects.values_list("token", flat=True))
    assert len(kept) == 10
    assert kept.isdisjoint(codes)
    assert codes_on(client.get(PAGE)) == [], "shown once"
    with caplog.at_level(logging.INFO):
        inside, response = log_in(code=f" {codes[0].upper()} ")
    assert response.status_code == 302
    assert "recovery code used: ann, 9 left" in caplog.messages
    assert "9 are left" in inside.get("/admin/").text
    assert "You have 9 left" in inside.get(PAGE).text
    assert log_in(code=codes[0])[1].status_code == 200, "it is gone"


def test_new_recovery_codes_take_the_place_of_all(client, ann):
    before = codes_on(set_up(ann, client)[0])
    after = codes_on(client.post(PAGE))
    assert len(set(before + after)) == 20
    assert log_in(code=before[0])[1].status_code == 200
    StaticDevice.objects.update(throttling_failure_count=0)
    assert log_in(code=after[0])[1].status_code == 302


def test_whoever_has_only_the_password_can_make_no_codes(client, ann):
    before = Client()
    before.force_login(ann)
    set_up(ann, client)
    assert before.post(PAGE).url == "/admin/login/"
    assert StaticToken.objects.count() == 10


def test_where_it_is_compulsory_nothing_else_opens_before(client, ann, settings):
    settings.SECOND_STEP = "required"
    inside, _ = log_in()
    for name in ("index", "findings_record_changelist", "password_change"):
        assert inside.get(reverse(f"admin:{name}")).url == PAGE
    assert inside.post(reverse("admin:logout")).status_code == 200
    set_up(ann, client)
    assert client.get("/admin/").status_code == 200
    before = Client()
    before.force_login(ann)
    assert before.get("/admin/").url == PAGE
    assert before.get(PAGE).url == "/admin/login/"


def test_an_operator_resets_it(client, ann, capsys):
    set_up(ann, client)
    call_command("second_step", "ann", "--reset")
    assert log_in()[1].status_code == 302
    assert not StaticToken.objects.exists()
    with pytest.raises(CommandError, match="has no second step"):
        call_command("second_step", "ann", "--reset")
    with pytest.raises(CommandError, match="no account"):
        call_command("second_step", "eve", "--reset")
