"""A bar for whoever watches a long command, and nothing in a log."""

import io

from django.core.management.base import OutputWrapper

from findings.management.progress import bar


class Terminal(io.StringIO):
    def isatty(self):
        return True


def test_a_terminal_is_told_how_far_it_is():
    terminal = Terminal()
    draw = bar(OutputWrapper(terminal))
    draw(200, 1_000)
    draw(1_000, 1_000)
    assert terminal.getvalue() == (
        f"\r[{'#' * 8}{' ' * 32}] 200 of 1,000\r[{'#' * 40}] 1,000 of 1,000\n"
    )


def test_a_log_is_not():
    assert bar(OutputWrapper(io.StringIO())) is None
