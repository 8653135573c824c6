"""A page says whether there must be a body, and everybody who deals with bodies keeps to it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from callsheet.catalog import Catalog
from callsheet.diff import Level, compare, read_tree
from callsheet.export import export_openapi
from callsheet.importing import import_openapi
from callsheet.importing.reading import Specification
from callsheet.model import Operation
from callsheet.pages import safe_prose, write_page
from callsheet.samples import outcomes_of, python_sample
from callsheet.source import read_page
from tests.checks.offences import diagnostics
from tests.parcels import Reader, catalog_of, problem, serving

PAGE = """\
---
title: PUT Parcel/{id}
uid: v1Parcel_Put
---

# PUT Parcel/{id}

```http
PUT /api/v1/Parcel/{id}
```

Changes a parcel.

| Path Part | Type | Description |
| --- | --- | --- |
| id | int32 | The number. **Required** |

## Request Headers

| Parameter Name | Description |
| --- | --- |
| Content-Type | `application/json` |

## Request Body: parcel

@

| Property Name | Type | Description |
| --- | --- | --- |
| Label | String | What is written on it. **Required** |

## Response: object

| Response | Description |
| --- | --- |
| 200 | It is changed. |
| 400 | It is not. |

## Sample request

```http!
PUT /api/v1/Parcel/7
```
"""
FILE = PAGE.replace("application/json", "image/png").replace("parcel\n\n@", "image binary\n\n@")
FILE = FILE.partition("| Property Name")[0] + "## Response" + FILE.partition("## Response")[2]


def page(mark: str, text: str = PAGE) -> str:
    return text.replace("@", mark)


def operation(mark: str, text: str = PAGE) -> Operation:
    found = read_page(page(mark, text).encode(), "x.md").operation
    assert found
    return found


@pytest.mark.parametrize(
    ("mark", "said", "prose"),
    [
        ("**Required**", True, []),
        ("  **Optional**  ", False, []),
        ("**Required** The parcel.", True, ["The parcel."]),
        ("**Required**\nThe parcel.\nIt is small.", True, ["The parcel.\nIt is small."]),
        ("**Optional**\n\n- One.\n- Two.", False, ["- One.\n- Two."]),
        ("**Required** fields are bold.", None, ["**Required** fields are bold."]),
        ("The parcel. **Required**", None, ["The parcel. **Required**"]),
        ("> **Required**", None, ["> **Required**"]),
    ],
)
def test_a_mark_is_the_first_that_the_section_says(
    mark: str, said: bool | None, prose: list[str]
) -> None:
    found = operation(mark)
    assert found.body_required is said
    texts = next(s.prose for s in found.sections if s.title.startswith("Request Body"))
    assert [text.markdown for text in texts] == prose
    lines = page(mark).split("\n")
    for text in texts:
        assert lines[text.span.start - 1].endswith(text.markdown.split("\n")[0])
    assert operation("", write_page(found)).body_required is said


@pytest.mark.parametrize("text", [PAGE, FILE])
def test_the_server_takes_no_body_for_an_optional_one(text: str) -> None:
    with serving(catalog_of({"x": page("**Optional**", text)})) as (server, store):
        assert Reader(server, store).ask("PUT", "/api/v1/Parcel/7").status == 200


@pytest.mark.parametrize(
    "text", [PAGE, FILE, PAGE.replace(" **Required** |\n\n## R", " |\n\n## R")]
)
def test_the_server_refuses_a_request_without_a_required_body(text: str) -> None:
    with serving(catalog_of({"x": page("**Required**", text)})) as (server, store):
        refused = Reader(server, store).ask("PUT", "/api/v1/Parcel/7")
    assert refused.status == 400
    (error,) = json.loads(refused.body)["errors"]
    assert error["expected"] in ("a body, which is required", "a file")
    assert error["documented"].startswith("x")


def test_a_sample_sends_a_required_body_and_leaves_out_an_optional_one() -> None:
    assert "json=" in python_sample(operation("**Required**")).text
    assert "json=" in python_sample(operation("")).text
    assert "json=" not in python_sample(operation("**Optional**")).text
    without_example = PAGE.partition("## Sample request")[0]
    assert "json=" in python_sample(operation("**Optional**", without_example)).text


def test_no_refusal_is_planned_for_a_body_that_may_be_left_out() -> None:
    text = PAGE.partition("## Sample request")[0]
    causes = {
        mark: [outcome.cause for outcome in outcomes_of(operation(mark, text))]
        for mark in ("**Required**", "**Optional**")
    }
    assert causes["**Required**"] == ["The parcel is missing."]
    assert "The parcel is missing." not in causes["**Optional**"]


def test_each_example_without_a_required_body_is_found() -> None:
    more = '\n```http! title="Bad"\nPUT /api/v1/Parcel/8\n```\n\n'
    sent = '```http!\nPUT /api/v1/Parcel/9\nContent-Type: application/json\n\n{"Label": "x"}\n```\n'
    refused = '\n## Sample response\n\n```http_ title="Bad"\nHTTP/1.1 400 Bad Request\n```\n'
    text = PAGE + more + sent

    def lines(mark: str, text: str) -> list[int]:
        return [diagnostic.place.line for _, diagnostic in diagnostics(page(mark, text), "CS308")]

    seven, eight = (text.split("\n").index(f"PUT /api/v1/Parcel/{n}") + 1 for n in (7, 8))
    assert lines("**Required**", text) == [seven, eight]
    assert lines("**Required**", text + refused) == [seven]
    assert lines("**Optional**", PAGE) == []
    assert lines("", text) == []
    assert lines("", PAGE) == [seven]


def test_a_misspelt_mark_and_a_contradiction_are_found() -> None:
    for mark in ("*Required*", "**required**", "(required)", "Mandatory"):
        (found,) = (diagnostic for _, diagnostic in diagnostics(page(mark), "CS212"))
        assert found.fix[0].text == "**Required**"
    assert not [*diagnostics(page("**Required** The parcel."), "CS212")]
    more = "## Request Body (text/plain): parcel string\n\n**Optional**\n\n## Response: object"
    text = PAGE.replace("## Response: object", more)
    (found,) = (diagnostic for _, diagnostic in diagnostics(page("**Required**", text), "CS213"))
    assert found.message == "The body is optional here and required above."
    assert not [*diagnostics(page("**Optional**", text), "CS213")]


@pytest.mark.parametrize(
    ("old", "new", "level"),
    [
        ("**Optional**", "**Required**", Level.BREAKING),
        ("**Optional**", "", Level.BREAKING),
        ("**Required**", "**Optional**", Level.ADDITIVE),
        ("", "**Required**", None),
        ("**Required**", "**Required**", None),
    ],
)
def test_a_body_that_becomes_required_breaks(
    old: str, new: str, level: Level | None, tmp_path: Path
) -> None:
    trees = []
    for name, mark in (("old", old), ("new", new)):
        (tmp_path / name).mkdir()
        (tmp_path / name / "x.md").write_text(page(mark), encoding="utf-8")
        trees.append(read_tree(str(tmp_path / name), lambda: tmp_path))
    changes = compare(*trees).changes
    assert [c.level for c in changes if c.kind.value.startswith("request-body")] == (
        [level] if level else []
    )


@pytest.mark.parametrize("said", [True, False, None])
def test_an_imported_body_keeps_whether_it_is_required(said: bool | None) -> None:
    body: dict[str, Any] = {
        "description": "**Required** is a word of ours.",
        "content": {"application/json": {"schema": {"type": "object"}}},
    }
    if said is not None:
        body["required"] = said
    document = {
        "openapi": "3.1.0",
        "info": {"title": "T", "version": "1"},
        "paths": {
            "/things": {
                "post": {
                    "operationId": "op",
                    "requestBody": body,
                    "responses": {"200": {"description": "Done."}},
                }
            }
        },
    }
    (imported,) = import_openapi(Specification("x.json", document, "3.1.0")).operations
    text = write_page(imported)
    found = read_page(text.encode(), "x.md").operation
    assert found
    # By default, a body is optional (OpenAPI 3.1.0, 4.8.13).
    assert found.body_required is bool(said)
    exported = export_openapi(Catalog.of(Path(), [read_page(text.encode(), "x.md")])).document
    assert exported["paths"]["/things"]["post"]["requestBody"]["required"] is bool(said)
    assert "__Required__ is a word of ours." in text


def test_swagger_examples_need_no_schema() -> None:
    response = {"description": "Done.", "examples": {"application/json": {"a": 1}}}
    document = {
        "swagger": "2.0",
        "info": {"title": "T", "version": "1"},
        "paths": {"/things": {"get": {"responses": {"200": response}}}},
    }
    (imported,) = import_openapi(Specification("x.json", document, "2.0")).operations
    (shown,) = imported.example_responses
    assert json.loads(shown.body) == {"a": 1}
    assert imported.response_media_types == ("application/json",)


def test_a_text_of_another_does_not_begin_with_a_mark() -> None:
    assert safe_prose("**Optional** Some.\n\n**Required**") == "__Optional__ Some.\n\n**Required**"


def imported_resource(required: bool | None) -> Catalog:
    schema = {"type": "object", "properties": {"a": {"type": "string"}}}
    content = {"application/json": {"schema": schema}}
    body: dict[str, Any] = {"content": content}
    if required is not None:
        body["required"] = required
    shown = {"application/json": {"schema": schema, "example": {"id": 1, "a": "b"}}}
    answers = {"200": {"description": "It.", "content": shown}}
    number = {"name": "id", "in": "path", "required": True, "schema": {"type": "integer"}}
    path: dict[str, Any] = {
        method: {"operationId": method, "requestBody": body, "responses": answers}
        for method in ("put", "patch")
    }
    path["get"] = {"operationId": "get", "responses": answers}
    post = {"operationId": "post", "requestBody": body, "responses": answers}
    paths = {"/things": {"post": post}, "/things/{id}": {**path, "parameters": [number]}}
    document = {"openapi": "3.1.0", "info": {"title": "T", "version": "1"}, "paths": paths}
    found = import_openapi(Specification("x.json", document, "3.1.0")).operations
    return catalog_of({operation.uid: write_page(operation) for operation in found})


ASKED = [("POST", "/things"), ("PUT", "/things/1"), ("PATCH", "/things/1")]


@pytest.mark.parametrize(("method", "target"), ASKED)
def test_a_resource_takes_no_body_for_an_optional_one(method: str, target: str) -> None:
    with serving(imported_resource(None)) as (server, store):
        reader = Reader(server, store)
        assert reader.ask(method, target).status == 200
        assert reader.json("GET", "/things/1") == {"id": 1, "a": "b"}


@pytest.mark.parametrize(("body", "required"), [(b"", True), (b"null", None), (b"[1]", None)])
def test_a_body_that_is_no_object_is_refused_with_the_line(
    body: bytes, required: bool | None
) -> None:
    with serving(imported_resource(required)) as (server, store):
        refused = problem(Reader(server, store).ask("PUT", "/things/1", body), 422)
    (error,) = refused["errors"]
    assert error["documented"].startswith("put.md:")
    assert error["documented"] in refused["detail"]
