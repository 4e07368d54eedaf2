"""Nodes that are restarted one after the other: nobody who asks notices."""

import pytest

from ics_leadership.drilling import Load
from tests.drills.node import HOST, Node, running

pytestmark = pytest.mark.postgresql
PATHS = ("/", "/findings/ICS18-F01/", "/api/v1/records/ICS18-F01", "/browse/?q=trust")


def test_a_rolling_restart_fails_nobody(small_site, tmp_path):
    log = tmp_path / "log"
    nodes = [Node(small_site, log), Node(small_site, log)]

    def restart():
        for node in nodes:
            assert node.stop() == 0
            node.start()
            node.wait()

    with running(*nodes):
        load = Load([node.site for node in nodes], 20, PATHS, **HOST)
        answers = load.during(0, restart)
    assert len(answers) > 20
    assert {each.status for each in answers} == {200}
    assert log.read_text() == "", "a restart is no fault, so nothing is said of it"
