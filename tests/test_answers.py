"""Every operation answers its own example request as its page says, or the page is at fault."""

from __future__ import annotations

import base64
import binascii
import json
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, urlencode

import jsonschema
import pytest

from callsheet.catalog import Catalog
from callsheet.contrib.superoffice.pack import PACK as SUPEROFFICE
from callsheet.http.headers import Headers
from callsheet.http.media_types import essence, is_json, negotiate
from callsheet.model import PLACEHOLDER, Operation
from callsheet.samples.request.values import pick_values
from callsheet.server.core import ReferenceServer
from callsheet.server.http.messages import HttpRequest, HttpResponse
from callsheet.server.storage.database import Database
from callsheet.server.storage.store import DatabaseStore
from tests.contracts import response_schema
from tests.parcels import (
    CREDENTIALS,
    JSON,
    PAGES,
    Forgetful,
    Reader,
    catalog_of,
    page,
    problem,
    serving,
)

PATCHES = "a JSON Patch whose path does not begin with a slash"
DATES = "a date-time in the American way"
NO_BODY = "no body shown for an upload"
ACCEPTS = "an Accept that none of the listed media types satisfies"
NO_BASE64 = "an image that is not base64"

EXCUSED = 25
"""How many of the outside pages have a request that no server could grant."""


def fault(operation: Operation) -> str | None:
    """What is wrong with the example request on the page, if anything is."""
    request = operation.example_request
    if request is None:
        return None
    if operation.request_body and operation.request_body.binary and not request.body.strip():
        return NO_BODY
    accept, offered = request.header("Accept"), operation.response_media_types
    if offered and negotiate(accept, [essence(name) for name in offered]) is None:
        return ACCEPTS
    if _has_wrong_date(operation):
        return DATES
    try:
        body = json.loads(request.body)
    except ValueError:
        return None
    if operation.method == "PATCH" and isinstance(body, list):
        paths = [str(step.get("path")) for step in body if isinstance(step, dict)]
        return PATCHES if any(path and path[0] != "/" for path in paths) else None
    if isinstance(body, dict) and "Image" in body and not _is_base64(body["Image"]):
        return NO_BASE64
    return None


def _has_wrong_date(operation: Operation) -> bool:
    return any("date-time of RFC 3339" in choice.fault for choice in pick_values(operation).choices)


def _is_base64(value: object) -> bool:
    try:
        base64.b64decode(str(value), validate=True)
    except (binascii.Error, ValueError):
        return False
    return True


def example(operation: Operation) -> HttpRequest:
    """The example request, completed as samples are: with values for placeholders, and required."""
    shown = operation.example_request
    assert shown is not None
    values = pick_values(operation)
    path = PLACEHOLDER.sub(
        lambda match: quote(str(values.path[match[1]]), safe=""), shown.target.partition("?")[0]
    )
    fields = Headers((header.name, header.value) for header in shown.headers)
    query = urlencode([(name, str(value)) for name, value in values.query])
    return HttpRequest(shown.method, path, query, fields, shown.body.encode())


def faults_of_the_server(operation: Operation, response: HttpResponse) -> Iterator[str]:
    """What the page promises of the answer to its example, and the answer does not keep."""
    shown = operation.example_response
    assert shown is not None
    if response.status != shown.status:
        yield f"{response.status} instead of {shown.status}: {response.body[:300]!r}"
        return
    content_type = essence(response.header("Content-Type") or "")
    if response.status in (204, 304):
        if response.body or content_type:
            yield "a body where there is none"
        return
    offered = [essence(name) for name in operation.response_media_types]
    if offered and content_type not in offered:
        yield f"{content_type} is not documented"
    schema = response_schema(operation)
    if schema is not None and is_json(content_type):
        for error in jsonschema.Draft202012Validator(schema).iter_errors(json.loads(response.body)):
            yield f"{error.json_path}: {error.message[:200]}"


@pytest.fixture(scope="module")
def outside(shared: Path) -> Iterator[tuple[Catalog, ReferenceServer, Forgetful]]:
    catalog = Catalog.read(shared / "corpus")
    with serving(catalog, [SUPEROFFICE]) as (server, store):
        yield catalog, server, Forgetful(store)


def test_every_operation_answers_its_own_example(
    outside: tuple[Catalog, ReferenceServer, Forgetful],
) -> None:
    catalog, server, store = outside
    assert len(catalog.operations) == 803
    wrong: dict[str, list[str]] = {}
    excused: dict[str, str] = {}
    for operation in catalog.operations:
        response = server.respond(example(operation), store)
        if found := list(faults_of_the_server(operation, response)):
            # A fault of the page explains no more than that its request is refused.
            if 400 <= response.status < 500 and (reason := fault(operation)):
                excused[operation.uid] = reason
            else:
                wrong[operation.uid] = found
    assert wrong == {}
    assert len(excused) <= EXCUSED, excused


OWN_FAULTS = {
    PATCHES: page("a", "PATCH /api/X/{id}", path=(("id", "int32", "**Required**"),),
                  body=(("op", "String", ""),), sent=[{"op": "add", "path": "x", "value": 1}]),
    NO_BASE64: page("b", "POST /api/Y", body=(("Image", "String", ""),), sent={"Image": "GIF89."}),
    DATES: page("c", "POST /api/Z", query=(("on", "date-time", "**Required**"),)).replace(
        "POST /api/Z?on=1\n", "POST /api/Z?on=12/24/2002%2014:19:11\n"),
    ACCEPTS: page("d", "GET /api/W").replace(
        "| Accept | `application/json`, `application/xml` |", "| Accept | `image/png` |"),
    NO_BODY: page("e", "PUT /api/V", body=(("x", "y", "z"),)).replace(
        "## Request Body: entity", "## Request Body: image binary"),
}  # fmt: skip


@pytest.mark.parametrize("reason", OWN_FAULTS)
def test_faults_are_told_by_what_they_are(reason: str) -> None:
    [operation] = catalog_of({"x": OWN_FAULTS[reason]}).operations
    assert fault(operation) == reason


@pytest.fixture(scope="module")
def parcels() -> Iterator[tuple[Catalog, ReferenceServer, Forgetful]]:
    catalog = catalog_of(PAGES)
    with serving(catalog) as (server, store):
        yield catalog, server, Forgetful(store)


@pytest.mark.parametrize("uid", PAGES)
def test_a_page_of_our_own_is_answered_as_it_says(
    parcels: tuple[Catalog, ReferenceServer, Forgetful], uid: str
) -> None:
    catalog, server, store = parcels
    operation = catalog.by_uid[uid]
    assert fault(operation) is None
    assert [*faults_of_the_server(operation, server.respond(example(operation), store))] == []


def test_the_pages_of_this_project_are_answered_as_they_say(catalog: Catalog) -> None:
    with serving(catalog, [SUPEROFFICE]) as (server, store):
        for operation in catalog.operations:
            if fault(operation) is None:
                response = server.respond(example(operation), Forgetful(store))
                assert [*faults_of_the_server(operation, response)] == [], operation.uid


def test_documented_header_fields_are_sent(
    parcels: tuple[Catalog, ReferenceServer, Forgetful],
) -> None:
    _, server, store = parcels
    response = Reader(server, store).ask("GET", "/api/Parcel/7")
    assert response.header("X-Depot") == "north"
    # The page has `G1T`; what is sent is true of what is stored.
    assert (response.header("Last-Modified") or "").endswith("GMT")
    assert response.header("Content-Type") == f"{JSON}; charset=utf-8"


@pytest.mark.parametrize(
    ("field", "sent"),
    [
        ("X-Colour: red", True),
        ("Last-Modified: Thu, 01 Jan 1998 00:00:00 GMT", True),
        ("Expires: Thu, 01 Jan 1998 00:00:00 G1T", False),
        ("Last-Modified: 1998-01-01", False),
        ("Content-Length: 99", False),
        ("Transfer-Encoding: chunked", False),
        ("Content-Encoding: gzip", False),
        ("Connection: close", False),
        ("X-Colour: r\u00f8d", False),
    ],
)
def test_only_what_is_true_of_the_answer_is_copied(field: str, sent: bool) -> None:
    pages = {"x": page("x", "GET /api/Stamp", type_="string", example="red", fields=[field])}
    with serving(catalog_of(pages)) as served:
        response = Reader(*served).ask("GET", "/api/Stamp")
    assert json.loads(response.body) == "red"
    assert (tuple(field.split(": ", 1)) in response.headers) == sent


@pytest.mark.parametrize(
    ("statuses", "shown", "status"),
    [
        ((200, 404), "404 Gone\n\n1", 200),
        ((404,), "404 Gone\n\n1", 404),
        ((200,), "201 Created\n\n1", 201),
        ((200,), "100 Continue", 200),
    ],
)
def test_a_success_is_answered_where_there_is_one(
    statuses: tuple[int, ...], shown: str, status: int
) -> None:
    text = page("x", "GET /api/Stamp", type_="int32", statuses=statuses)
    text = re.sub(r"HTTP/1.1 .*", f"HTTP/1.1 {shown}", text)
    with serving(catalog_of({"x": text})) as served:
        assert Reader(*served).ask("GET", "/api/Stamp").status == status


def test_an_example_that_contradicts_its_types_is_fixed(
    parcels: tuple[Catalog, ReferenceServer, Forgetful],
) -> None:
    _, server, store = parcels
    encoded = Reader(server, store).json("GET", "/api/Colour")
    assert base64.b64decode(encoded, validate=True).startswith(b"GIF8")


@pytest.mark.parametrize(
    ("type_", "value"),
    [
        ("string", ""),
        ("int32", 0),
        ("double", 0.0),
        ("bool", False),
        ("date-time", "2026-01-01T00:00:00Z"),
        ("array", []),
        ("object", {}),
        ("Enum: Red, Blue", "Red"),
        ("Something", {}),
    ],
)
def test_without_an_example_there_is_a_plain_value(type_: str, value: object) -> None:
    pages = {"x": page("x", "GET /api/Stamp", type_=type_)}
    with serving(catalog_of(pages)) as served:
        assert Reader(*served).json("GET", "/api/Stamp") == value


def test_a_page_without_an_answer_is_a_501() -> None:
    text = "---\nuid: x\n---\n# X\n\n```http\nGET /api/X\n```\n"
    with serving(catalog_of({"x": text})) as served:
        assert "x.md" in problem(Reader(*served).ask("GET", "/api/X"), 501)["detail"]


def test_the_example_credentials_sign_in(
    parcels: tuple[Catalog, ReferenceServer, Forgetful],
) -> None:
    _, server, store = parcels
    request = HttpRequest("GET", "/api/Parcel/7", headers=Headers([("Authorization", CREDENTIALS)]))
    assert server.respond(request, store).status == 200


@pytest.mark.slow
def test_what_is_nested_is_checked_by_the_table_of_its_type(shared: Path) -> None:
    catalog = Catalog.read(shared / "corpus")
    server = ReferenceServer(catalog)
    store = DatabaseStore(Database("sqlite://"), server.seed)
    person = {"Contact": {"ContactId": "one", "Name": "Ships Ltd", "Unknown": 1}}
    headers = Headers([("Authorization", "Bearer callsheet")])
    request = HttpRequest("POST", "/api/v1/Person", "", headers, json.dumps(person).encode())
    response = server.respond(request, store)
    assert response.status == 422
    [error] = json.loads(response.body)["errors"]
    assert (error["name"], error["pointer"]) == ("Contact.ContactId", "/Contact/ContactId")
    assert error["expected"] == "an integer (`int32`)"
    page, _, line = error["documented"].rpartition(":")
    lines = (catalog.root / page).read_text(encoding="utf-8").split("\n")
    assert "Contact" in lines[int(line) - 1]
