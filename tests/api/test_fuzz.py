"""The OpenAPI document, and requests made at random from it: what answers is what it says."""

import hypothesis
import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from hypothesis import HealthCheck, given
from openapi_spec_validator import OpenAPIV31SpecValidator, validate
from schemathesis import GenerationMode
from schemathesis.checks import positive_data_acceptance

from ics_leadership.wsgi import application

pytestmark = pytest.mark.django_db

# What the quick run tries: each kind of view.
FEW = {
    "/records",
    "/records/{reference}",
    "/records/{reference}/versions/{number}",
    "/themes/{slug}",
    "/changes",
}


@pytest.fixture
def described(content, settings):
    """The API as a program meets it: through WSGI, with all the texts of the site."""
    settings.ALLOWED_HOSTS = ["localhost"]
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield schemathesis.openapi.from_wsgi("/api/v1/openapi.json", application)
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


def test_the_document_is_openapi_3_1(described):
    validate(described.raw_schema, cls=OpenAPIV31SpecValidator)
    assert described.raw_schema["openapi"] == "3.1.0"


@pytest.mark.parametrize("mode", GenerationMode)
def test_whatever_is_asked_the_answer_is_as_documented(described, mode, exhaustive):
    """Status, headers, media type and shape; what the document forbids is refused."""
    tried = [each.ok() for each in described.get_all_operations()]
    if mode == GenerationMode.NEGATIVE:
        # Where there are no parameters, there is nothing to get wrong.
        tried = [each for each in tried if any(each.iter_parameters())]
    if not exhaustive:
        tried = [each for each in tried if each.path in FEW]
    asked = {each.label: ask(each, mode, exhaustive) for each in tried}
    assert len(asked) == (len(FEW) if not exhaustive else len(tried))
    assert sum(asked.values()) > len(tried)


def ask(operation, mode, exhaustive):
    """How many requests were made of this operation."""
    made = []
    # A day may be written well and lie too far back, which no schema can say.
    names = {parameter.name for parameter in operation.iter_parameters()}
    unsaid = [positive_data_acceptance] if names & {"as-at", "since"} else []

    @hypothesis.settings(
        max_examples=25 if exhaustive else 5,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        database=None,
    )
    @given(operation.as_strategy(generation_mode=mode))
    def make(case):
        response = case.call_and_validate(
            headers={"Accept-Encoding": "identity"}, excluded_checks=unsaid
        )
        made.append(response.status_code)

    make()
    return len(made)
