"""What the reference server answers to requests of imported documents, whatever their pages say."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from callsheet.catalog import Catalog
from callsheet.importing import import_openapi, plan_files, read_specification, write_files
from callsheet.server.http.messages import HttpResponse
from tests.parcels import Reader, serving

JSON, TEXT, PROBLEM = "application/json", "text/plain", "application/problem+json"
FORM, MULTIPART = "application/x-www-form-urlencoded", "multipart/form-data"
POINT = {
    "type": "object",
    "properties": {"x": {"type": "integer"}, "y": {"type": "integer"}},
    "required": ["x"],
}
ERROR = {"type": "object", "properties": {"reason": {"type": "string"}}, "required": ["reason"]}


def content(schema: Any, media_type: str = JSON) -> dict[str, Any]:
    return {"description": "It.", "content": {media_type: {"schema": schema}}}


OK = content({"type": "object", "properties": {"a": {"type": "integer"}}})


def asked(
    folder: Path,
    document: dict[str, Any],
    method: str,
    target: str,
    body: Any = None,
    **fields: str,
) -> HttpResponse:
    """Import a document, and ask a server of its pages."""
    file = folder / "api.json"
    file.write_text(json.dumps(document), encoding="utf-8")
    found = import_openapi(read_specification(file))
    list(write_files(plan_files(found, folder / "docs")))
    with serving(Catalog.read(folder / "docs")) as served:
        return Reader(*served).ask(method, target, body, **fields)


def openapi(method: str, path: str, operation: dict[str, Any]) -> dict[str, Any]:
    operation = {"responses": {"200": OK}, **operation}
    return {
        "openapi": "3.0.3",
        "info": {"title": "A", "version": "1"},
        "paths": {path: {method: operation}},
    }


def swagger(parameters: list[dict[str, Any]], method: str = "post", **more: Any) -> dict[str, Any]:
    responses = {"200": {"description": "It.", "schema": {"type": "string"}}}
    operation = {"responses": responses, "parameters": parameters, **more}
    return {
        "swagger": "2.0",
        "info": {"title": "A", "version": "1"},
        "paths": {"/thing": {method: operation}},
    }


def outcome(response: HttpResponse) -> tuple[int, str]:
    return response.status, (response.header("Content-Type") or "").partition(";")[0]


@pytest.mark.parametrize("explode", [True, False])
@pytest.mark.parametrize("location", ["path", "header"])
@pytest.mark.parametrize(
    ("exploded", "alternating", "status"),
    [
        ("x=1,y=2", "x,1,y,2", 200),
        ("y=2,x=1", "y,2,x,1", 200),
        ("y=2", "y,2", 422),
        ("x=a", "x,a", 422),
        ("x", "x", 422),
    ],
)
def test_an_object_in_the_simple_style(
    tmp_path: Path, location: str, explode: bool, exploded: str, alternating: str, status: int
) -> None:
    row = {"name": "at", "in": location, "required": True, "explode": explode, "schema": POINT}
    path = "/near/{at}" if location == "path" else "/near"
    sent = exploded if explode else alternating
    fields = {} if location == "path" else {"at": sent}
    target = f"/near/{sent}" if location == "path" else path
    document = openapi("get", path, {"parameters": [row]})
    assert asked(tmp_path, document, "GET", target, **fields).status == status


@pytest.mark.parametrize(
    ("more", "text", "status"),
    [
        ({"allowEmptyValue": False}, "", 422),
        ({"allowEmptyValue": False}, "a", 200),
        ({"allowEmptyValue": True}, "", 200),
        ({}, "", 200),
        ({"allowEmptyValue": False, "minLength": 0}, "", 200),
    ],
)
@pytest.mark.parametrize("place", [FORM, MULTIPART, "query", "3.0"])
def test_a_text_that_may_not_be_empty_has_a_character(
    tmp_path: Path, place: str, more: dict[str, Any], text: str, status: int
) -> None:
    if place == "query":
        row = {"in": "query", "name": "mark", "type": "string", **more}
        response = asked(tmp_path, swagger([row], "get"), "GET", f"/thing?mark={text}")
    elif place == "3.0":
        schema = {"type": "string", **{k: v for k, v in more.items() if k == "minLength"}}
        row = {"in": "query", "name": "mark", "schema": schema, **more}
        document = openapi("get", "/thing", {"parameters": [row]})
        response = asked(tmp_path, document, "GET", f"/thing?mark={text}")
    else:
        row = {"in": "formData", "name": "mark", "type": "string", **more}
        part = f'--B\r\nContent-Disposition: form-data; name="mark"\r\n\r\n{text}\r\n--B--\r\n'
        body, kind = (f"mark={text}", FORM) if place == FORM else (part, f"{MULTIPART}; boundary=B")
        document = swagger([row], consumes=[place])
        response = asked(tmp_path, document, "POST", "/thing", body.encode(), Content_Type=kind)
    assert response.status == status, response.body


@pytest.mark.parametrize(
    ("body", "codes", "status"),
    [
        (b'{"x": "a"}', ["400", "422"], 422),
        (b'{"x": ', ["400", "422"], 400),
        (None, ["422", "400"], 422),
        (b'{"x": "a"}', ["400"], 400),
        (b'{"x": ', ["422"], 422),
        (b'{"x": "a"}', [], 422),
    ],
)
def test_which_documented_refusal_a_violation_gets(
    tmp_path: Path, body: bytes | None, codes: list[str], status: int
) -> None:
    responses = {"200": OK, **{code: content(ERROR) for code in codes}}
    sent = {"required": True, "content": {JSON: {"schema": POINT}}}
    document = openapi("post", "/thing", {"requestBody": sent, "responses": responses})
    fields = {"Content_Type": JSON} if body else {}
    response = asked(tmp_path, document, "POST", "/thing", body, **fields)
    assert outcome(response) == (status, JSON if codes else PROBLEM)


@pytest.mark.parametrize("codes", [["201", "200"], ["default", "204", "200"], ["2XX", "200"]])
def test_the_lowest_success_is_the_usual_one(tmp_path: Path, codes: list[str]) -> None:
    responses = {code: {"description": "It."} if code == "204" else OK for code in codes}
    document = openapi("get", "/thing", {"responses": responses})
    assert asked(tmp_path, document, "GET", "/thing").status == 200


@pytest.mark.parametrize(
    ("schema", "media_type"),
    [
        ({"type": "string", "example": "go away"}, JSON),
        ({"type": "string", "example": "go away"}, TEXT),
        (ERROR, "application/vnd.acme+json"),
    ],
)
def test_missing_credentials_get_the_documented_body(
    tmp_path: Path, schema: dict[str, Any], media_type: str
) -> None:
    responses = {"200": OK, "401": content(schema, media_type)}
    document = openapi("get", "/thing", {"security": [{"login": []}], "responses": responses})
    document["components"] = {"securitySchemes": {"login": {"type": "http", "scheme": "basic"}}}
    assert outcome(asked(tmp_path, document, "GET", "/thing", Authorization="")) == (
        401,
        media_type,
    )
