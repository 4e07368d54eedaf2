import os

import hypothesis
import pytest
from django.db import connection

from tests.formats.office import find_office

# The same examples in every run, and as much time as they take: what fails has been changed.
steady = hypothesis.settings(
    deadline=None, derandomize=True, suppress_health_check=[hypothesis.HealthCheck.too_slow]
)
hypothesis.settings.register_profile("quick", steady, max_examples=25)
hypothesis.settings.register_profile("all", steady, max_examples=75)


def pytest_addoption(parser):
    parser.addoption("--all", action="store_true", help="add the exhaustive runs")


def pytest_configure(config):
    hypothesis.settings.load_profile("all" if config.getoption("--all") else "quick")


# Fixtures that ask for the database, as the marker `django_db` does.
DATABASES = {"db", "transactional_db", "server", "small_site"}


def pytest_collection_modifyitems(config, items):
    """A test about one database alone is left out on the other, rather than skipped, and one
    that needs LibreOffice where there is none. What says the same on either is tried on SQLite
    alone, and a quick run leaves out what is thorough."""
    vendor, every = connection.vendor, config.getoption("--all")
    others = [{"sqlite": "postgresql", "postgresql": "sqlite"}[vendor]]
    others += [] if find_office() else ["office"]
    others += [] if every else ["thorough"]
    tried = vendor == "postgresql"
    left_out = [
        item
        for item in items
        if any(map(item.get_closest_marker, others)) or (tried and says_the_same_on_either(item))
    ]
    if left_out:
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if item not in left_out]


def says_the_same_on_either(item):
    asks = item.get_closest_marker("django_db") or not DATABASES.isdisjoint(item.fixturenames)
    return item.get_closest_marker("alike") or not asks


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    """In continuous integration a skipped test is a failed one."""
    report = yield
    if report.skipped and not hasattr(report, "wasxfail") and os.environ.get("CI") == "true":
        report.outcome = "failed"
        report.longrepr = f"skipped, which CI=true forbids: {report.longrepr}"
    return report


@pytest.fixture
def content(db):
    """The real texts of the site."""
    from tests import loaded  # needs settings

    loaded.put()


@pytest.fixture
def verdicts_age(settings):
    """A verdict grows old a year after it was checked, as on a site; see tests/settings.py."""
    settings.VERDICT_FRESH_DAYS = 365
    settings.VERDICT_ON_A_BILL_FRESH_DAYS = 90


@pytest.fixture
def exhaustive(request) -> bool:
    return request.config.getoption("--all")
