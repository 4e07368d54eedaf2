"""script/serve from an empty folder, ended in every way, loses nothing."""

import signal

import pytest
from playwright.sync_api import expect

from tests.browser.admin_steps import log_in
from tests.browser.server import Server
from tests.browser.views import view

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def own_server(tmp_path_factory):
    """A site apart from the one that other tests read."""
    server = Server(tmp_path_factory.mktemp("serving") / "var")
    server.start()
    yield server
    if server.process.poll() is None:
        server.stop()


def everything(server):
    """All rows but those that only tell when somebody logged in."""
    return server.manage("dumpdata", "--exclude=sessions", "--exclude=auth.user")


def test_a_second_start_changes_no_data(own_server):
    before = everything(own_server)
    own_server.stop()
    own_server.start()
    assert everything(own_server) == before


@pytest.mark.parametrize(
    "how",
    [
        signal.SIGKILL,
        pytest.param(signal.SIGTERM, marks=pytest.mark.thorough),
        pytest.param(signal.SIGINT, marks=pytest.mark.thorough),
    ],
    ids=lambda how: how.name,
)
def test_an_edit_survives_however_the_server_ends(own_server, chromium, how):
    text = f"A sentence that an editor wrote before {how.name}."
    with view(chromium, own_server) as window:
        log_in(window, own_server, *own_server.make_editor(how.name))
        change_a_term(window.page, text)
    own_server.stop(how)
    own_server.start()
    assert text in own_server.ask("/glossary/").body.decode()


def change_a_term(page, definition):
    page.goto("/admin/findings/term/")
    page.locator("#result_list tbody th a").first.click()
    page.locator("[name=definition]").fill(definition)
    page.locator("[name=_save]").first.click()
    expect(page.locator(".messagelist")).to_contain_text("was changed successfully")


def test_the_admin_runs_under_the_policy(server, editor, chromium):
    with view(chromium, server) as window:
        log_in(window, server, *editor)
        pages = admin_pages(window.page)
        assert len(pages) > 20
        for path in pages:
            window.page.goto(path)
        assert window.faults == []


def admin_pages(page):
    """The list of every noun, and the form that adds one."""
    return page.locator("#content-main a[href*='/findings/']").evaluate_all(
        "links => links.map(link => link.pathname)"
    )
