"""Every documented status of every operation happens, and nothing else does.

What brings an outcome about is stated here by hand, and so is what each body must hold: a page that
documents another status, type or required mark contradicts it.
"""

from __future__ import annotations

import base64
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import jsonschema
import pytest
import requests

from callsheet.catalog import Catalog
from callsheet.contrib.superoffice.pack import PACK as SUPEROFFICE
from callsheet.http.media_types import essence
from callsheet.model import Operation
from callsheet.server.adapters.app import background, create_app
from tests.conftest import SAMPLES
from tests.contracts import response_schema

PNG = (SAMPLES / "assets" / "image.png").read_bytes()
BASE64 = base64.b64encode(PNG).decode()


@dataclass(frozen=True)
class Sent:
    """A request: what fills the route, and what requests sends."""

    path: dict[str, Any] = field(default_factory=dict)
    options: dict[str, Any] = field(default_factory=dict)


def on_person(person: int, **options: Any) -> Sent:
    return Sent({"personId": person}, options)


def with_json(**body: Any) -> Sent:
    return Sent(options={"json": body})


OUTCOMES: dict[str, dict[int, Sent]] = {
    "v1PersonEntity_GetImage": {200: on_person(1), 404: on_person(3)},
    "v1PersonEntity_SaveImage": {200: on_person(3, data=PNG), 400: on_person(3)},
    "v1PersonEntity_SaveImage_POST": {200: on_person(3, data=PNG), 400: on_person(99, data=PNG)},
    "v1PersonEntity_DeleteImageContent": {204: on_person(2)},
    "v1PersonEntity_GetImageInfo": {200: on_person(1)},
    "v1PersonEntity_PutImageInfo": {200: on_person(1, json={"Description": "Ada"})},
    "v1BLOBAgent_SaveImageStream": {200: with_json(Type="PersonImage", Image=BASE64)},
    "v1BLOBAgent_ChangePersonImage": {204: with_json(PersonId=3, BlobId=1)},
    "v1BLOBAgent_SetPersonImage": {204: with_json(PersonId=3, Image=BASE64)},
    "v1BLOBAgent_GetPersonImage": {200: with_json(PersonId=1)},
    "v1BLOBAgent_GetBlobEntity": {200: Sent(options={"params": {"blobEntityId": 1}})},
    "v1BLOBAgent_GetBlobStream": {200: with_json(BlobEntityId=4)},
    "v1BLOBAgent_ChangeProjectImage": {204: with_json(ProjectId=2, BlobId=1)},
    "v1BLOBAgent_GetProjectImage": {200: with_json(ProjectId=1)},
}

REQUIRED_PROPERTIES: dict[str, set[str]] = {
    "v1PersonEntity_PutImageInfo": set(),
    "v1BLOBAgent_SaveImageStream": {"Image"},
    "v1BLOBAgent_ChangePersonImage": {"PersonId", "BlobId"},
    "v1BLOBAgent_SetPersonImage": {"PersonId", "Image"},
    "v1BLOBAgent_GetPersonImage": {"PersonId"},
    "v1BLOBAgent_GetBlobStream": {"BlobEntityId"},
    "v1BLOBAgent_ChangeProjectImage": {"ProjectId", "BlobId"},
    "v1BLOBAgent_GetProjectImage": {"ProjectId"},
}


@pytest.fixture(scope="module")
def server(catalog: Catalog) -> Iterator[str]:
    """One server for all of this module: no request here depends on an earlier one."""
    with background(create_app(catalog, "sqlite://", packs=[SUPEROFFICE])) as url:
        yield url


def send(server: str, operation: Operation, sent: Sent) -> requests.Response:
    path = operation.route.template
    for name, value in sent.path.items():
        path = path.replace(f"{{{name}}}", str(value))
    auth = ("reader", "callsheet")
    return requests.request(
        operation.method, f"{server}{path}", auth=auth, timeout=30, **sent.options
    )


def test_exactly_these_statuses_are_documented(catalog: Catalog) -> None:
    documented = {
        operation.uid: {status.code for status in operation.statuses}
        for operation in catalog.operations
    }
    assert documented == {uid: set(outcomes) for uid, outcomes in OUTCOMES.items()}


@pytest.mark.parametrize(
    ("uid", "status"), [(uid, status) for uid, outcomes in OUTCOMES.items() for status in outcomes]
)
def test_the_documented_outcome_happens(
    server: str, catalog: Catalog, uid: str, status: int
) -> None:
    operation = catalog.by_uid[uid]
    response = send(server, operation, OUTCOMES[uid][status])
    assert response.status_code == status, response.text
    if status >= 400:
        assert response.headers["Content-Type"] == "application/problem+json"
    elif status == 204:
        assert response.content == b""
        assert "Content-Type" not in response.headers
    else:
        media_type = essence(response.headers["Content-Type"])
        assert media_type in operation.response_media_types
        schema = response_schema(operation)
        if media_type == "application/json":
            assert schema is not None
            jsonschema.validate(response.json(), schema)


def test_the_required_properties_are_marked(catalog: Catalog) -> None:
    marked = {
        operation.uid: {p.name for p in operation.request_body.properties if p.required}
        for operation in catalog.operations
        if operation.request_body and operation.request_body.properties
    }
    assert marked == REQUIRED_PROPERTIES


@pytest.mark.parametrize(
    ("uid", "name"),
    [(uid, name) for uid, names in REQUIRED_PROPERTIES.items() for name in sorted(names)],
)
def test_a_request_without_a_required_property_is_refused(
    server: str, catalog: Catalog, uid: str, name: str
) -> None:
    [complete] = OUTCOMES[uid].values()
    body = {key: value for key, value in complete.options["json"].items() if key != name}
    response = send(server, catalog.by_uid[uid], Sent(complete.path, {"json": body}))
    assert response.status_code == 422
    assert [error["name"] for error in response.json()["errors"]] == [name]


def test_a_request_without_a_required_parameter_is_refused(server: str, catalog: Catalog) -> None:
    response = send(server, catalog.by_uid["v1BLOBAgent_GetBlobEntity"], Sent())
    assert response.status_code == 422
    assert [error["name"] for error in response.json()["errors"]] == ["blobEntityId"]
