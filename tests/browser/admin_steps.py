"""What an editor does in the admin, step by step. `window` is a View.

Each step ends when the page that it leads to has loaded, with what its scripts do at once.
"""

from playwright.sync_api import expect


def log_in(window, server, name, password):
    window.page.goto(f"{server.url}/admin/")
    window.page.fill("#id_username", name)
    window.page.fill("#id_password", password)
    window.page.click("input[type=submit]")
    window.page.wait_for_url(f"{server.url}/admin/")


def open_record(window, server, reference):
    window.page.goto(f"{server.url}/admin/findings/record/?q={reference}")
    window.page.click(f"#result_list a:text-is('{reference}')")
    window.page.wait_for_url("**/change/**")


def press(window, label):
    with window.page.expect_navigation():
        window.page.click(f"input[type=submit][value='{label}']")
    expect(window.page.locator(".messagelist")).to_be_visible()


def said(window):
    """Each message of the page as one element."""
    return window.page.locator(".messagelist li")
