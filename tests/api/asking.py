"""Asks the API as a program does, and checks what every answer must hold."""

import json

from jsonschema import Draft202012Validator

from findings.api.document import SHAPES

ROOT = "/api/v1"


def get(client, address, status=200, **headers):
    """The JSON at an address below /api/v1, whose answer has this status."""
    response = client.get(f"{ROOT}{address}", headers=headers)
    assert response.status_code == status, response.content
    wanted = "application/json" if status == 200 else "application/problem+json"
    assert response["Content-Type"] == wanted
    return json.loads(response.content)


def faults(data, shape):
    """What is wrong with `data` by the shape of this name in the document."""
    schema = {"$ref": f"#/components/schemas/{shape}", "components": {"schemas": SHAPES}}
    return [error.message for error in Draft202012Validator(schema).iter_errors(data)]
