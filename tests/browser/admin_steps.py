"""What an editor does in the admin, step by step. `window` is a View."""


def log_in(window, server, name, password):
    window.page.goto(f"{server.url}/admin/")
    window.page.fill("#id_username", name)
    window.page.fill("#id_password", password)
    window.page.click("input[type=submit]")
    window.page.wait_for_selector("#user-tools")


def open_record(window, server, reference):
    window.page.goto(f"{server.url}/admin/findings/record/?q={reference}")
    window.page.click(f"#result_list a:text-is('{reference}')")
    window.page.wait_for_selector("form#recommendation_form, form#finding_form")


def press(window, label):
    window.page.click(f"input[type=submit][value='{label}']")
    window.page.wait_for_selector(".messagelist")


def said(window):
    return window.page.locator(".messagelist li").all_inner_texts()
