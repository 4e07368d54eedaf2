import pytest

from findings.models import Reference
from findings.publishing import references
from findings.publishing.fields import Fault
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def report():
    return factories.report("ICS18")


def test_references_count_up_by_kind(report):
    assert references.issue(report, "F") == "ICS18-F01"
    assert references.issue(report, "F") == "ICS18-F02"
    assert references.issue(report, "G") == "ICS18-G01"


def test_a_reference_is_never_issued_again_though_its_record_is_gone(report):
    record = factories.record(references.issue(report, "F"), state="draft")
    record.delete()

    assert references.issue(report, "F") == "ICS18-F02"


def test_the_hundredth_reference_has_three_digits(report):
    references.claim("ICS18-F99", report, "F")
    assert references.issue(report, "F") == "ICS18-F100"


def test_claiming_twice_keeps_one_row(report):
    references.claim("ICS18-F07", report, "F")
    references.claim("ICS18-F07", report, "F")
    assert Reference.objects.count() == 1


@pytest.mark.parametrize(
    "text", ["ICS18-F1", "ics18-F01", "ICS18F01", "ICS18-F01\n", "ICS18-F٠١", "ICS18-F0000000001"]
)
def test_a_malformed_reference_is_refused(report, text):
    with pytest.raises(Fault, match="is not a reference such as ICS18-F03"):
        references.claim(text, report, "F")
