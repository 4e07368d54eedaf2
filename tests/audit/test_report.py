import datetime

from tests.audit.report import written

MEASURED = {
    "address": "http://127.0.0.1:1/map/",
    "version": "12.8.2",
    "scores": [98, 100, 100, 100],
    "measures": {"lcp": 1449.6, "tbt": 12.4, "cls": 0.0004, "bytes": 66285},
    "faults": [],
}


def report(html, **measured):
    return written(
        measured=[MEASURED | measured],
        host="http://127.0.0.1:1",
        checked=42,
        faults=html,
        versions={"Node": "v20.20.2", "Chromium": "Chromium 150.0 built on Debian"},
        day=datetime.date(2026, 7, 2),
    )


def test_a_report_gives_the_figures_as_they_were_measured():
    text = report({})
    assert "| `/map/` | 98 | 100 | 100 | 100 | 1.4 s | 12 ms | 0.000 | 66 kB |" in text
    assert "on 2 July 2026, with Lighthouse 12.8.2" in text
    assert "Chromium 150.0, and html-validate. Node was v20.20.2." in text
    assert "No counted check scored below 90 of 100 on any of them." in text
    assert text.endswith("42 pages, among them two errors: no fault.\n")


def test_a_report_lists_what_falls_short():
    text = report({"no-dup-id: Twice": ["/a/", "/b/"]}, faults=["Total Blocking Time (550 ms)"])
    assert "- `/map/`: Total Blocking Time (550 ms)" in text
    assert text.endswith("42 pages, 2 faults:\n\n- 2 × no-dup-id: Twice (such as `/a/`)\n")
