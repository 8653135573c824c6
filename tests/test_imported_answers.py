"""What the reference server answers to requests of imported documents, whatever their pages say."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest

from callsheet.catalog import Catalog
from callsheet.importing import import_openapi, plan_files, read_specification, write_files
from callsheet.server.http.messages import HttpResponse
from tests.parcels import Reader, serving

JSON, TEXT, PROBLEM = "application/json", "text/plain", "application/problem+json"
FORM, MULTIPART = "application/x-www-form-urlencoded", "multipart/form-data"
POINT: dict[str, Any] = {
    "type": "object",
    "properties": {"x": {"type": "integer"}, "y": {"type": "integer"}},
    "required": ["x"],
}
ERROR: dict[str, Any] = {
    "type": "object",
    "properties": {"reason": {"type": "string"}},
    "required": ["reason"],
}


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


FILE = {"type": "string", "format": "binary"}


@pytest.mark.parametrize(
    ("media_type", "schema", "accept", "wanted"),
    [
        ("*/*", ERROR, None, JSON),
        ("*/*", ERROR, JSON, JSON),
        ("*/*", ERROR, "text/html, */*;q=0.1", JSON),
        ("*/*", FILE, None, "application/octet-stream"),
        ("application/*", ERROR, JSON, JSON),
        ("text/*", {"type": "string"}, None, TEXT),
        ("image/*", FILE, None, "image/png"),
    ],
)
@pytest.mark.parametrize("example", [{}, {"example": {"reason": "heavy"}}])
def test_a_range_of_media_types_is_answered_in_one_of_them(
    tmp_path: Path,
    media_type: str,
    schema: dict[str, Any],
    accept: str | None,
    wanted: str,
    example: dict[str, Any],
) -> None:
    found: dict[str, Any] = {"description": "It.", "content": {media_type: {"schema": schema}}}
    if schema is ERROR:
        found["content"][media_type].update(example)
    document = openapi("get", "/thing", {"responses": {"200": found, "404": found}})
    fields = {"Accept": accept} if accept else {}
    response = asked(tmp_path, document, "GET", "/thing", **fields)
    assert outcome(response) == (200, wanted)
    if schema is ERROR:
        assert json.loads(response.body).keys() == {"reason"}
        assert outcome(asked(tmp_path, document, "GET", "/thing?__code=404")) == (404, JSON)


def test_json_without_a_schema_is_a_body(tmp_path: Path) -> None:
    found = {"description": "It.", "content": {JSON: {}}}
    document = openapi("get", "/thing", {"responses": {"200": found, "404": found}})
    assert outcome(asked(tmp_path, document, "GET", "/thing")) == (200, JSON)
    assert outcome(asked(tmp_path, document, "GET", "/thing?__code=404")) == (404, JSON)


@pytest.mark.parametrize(
    ("body", "wrong"),
    [
        ("at[x]=1&at[stops][]=1&at[stops][]=2", None),
        ("at%5Bx%5D=1&at%5Bstops%5D%5B0%5D=1", None),
        ("at[x]=1&at[legs][0][y]=1&at[legs][1][y]=2", None),
        ("at[x]=1&ids[]=1&ids[]=2", None),
        ("at[x]=1&else[a]=b", None),
        ("at[x]=a", "at.x"),
        ("at[stops][]=1", "at.x"),
        ("at[x]=1&at[stops][0]=1&at[stops][1]=b", "at.stops[1]"),
        ("at[x]=1&at[legs][0][y]=1&at[legs][1][y]=b", "at.legs[1].y"),
        ("at[x]=1&ids[]=b", "ids[0]"),
        ("at[x]=1&at[x][y]=2", ""),
        ("at[x=1", ""),
    ],
)
@pytest.mark.parametrize("media_type", [FORM, MULTIPART])
def test_brackets_in_forms_lead_into_objects_and_arrays(
    tmp_path: Path, media_type: str, body: str, wrong: str | None
) -> None:
    integer = {"type": "integer"}
    leg = {"type": "object", "properties": {"y": integer}}
    more = {"stops": {"type": "array", "items": integer}, "legs": {"type": "array", "items": leg}}
    at = {**POINT, "properties": {**POINT["properties"], **more}}
    ids = {"type": "array", "items": integer}
    form = {"type": "object", "properties": {"at": at, "ids": ids}, "required": ["at"]}
    sent = {"required": True, "content": {media_type: {"schema": form}}}
    text, kind = body, media_type
    if media_type == MULTIPART:
        head = '--B\r\nContent-Disposition: form-data; name="'
        pairs = [part.split("=") for part in unquote(body).split("&")]
        text = "".join(f'{head}{name}"\r\n\r\n{value}\r\n' for name, value in pairs) + "--B--\r\n"
        kind += "; boundary=B"
    document = openapi("post", "/thing", {"requestBody": sent})
    response = asked(tmp_path, document, "POST", "/thing", text.encode(), Content_Type=kind)
    names = [error["name"] for error in json.loads(response.body).get("errors", [])]
    assert (response.status, names) == ((200, []) if wrong is None else (422, [wrong]))
