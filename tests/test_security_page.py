"""The page on security names the lines and tests that meet each rule: they have to be there."""

import re
from pathlib import Path

ROOT = Path(__file__).parent.parent
NAMED = re.compile(r"`((?:findings|ics_leadership|tests|script|deploy)/[\w./-]+)`")


def test_what_meets_a_rule_is_there():
    named = NAMED.findall((ROOT / "docs" / "security.md").read_text())
    assert len(named) > 30
    assert [path for path in named if not (ROOT / path).exists()] == []
