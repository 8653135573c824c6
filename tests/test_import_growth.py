"""An import takes work that grows with the document, and ends where it would be too much."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from callsheet.importing import (
    import_captured,
    import_openapi,
    plan_files,
    read_har,
    read_specification,
)
from tests.captures import BASE, entry, har
from tests.growth import FACTOR, growth

pytestmark = pytest.mark.slow

Schema = dict[str, Any]


def ref(number: int) -> Schema:
    return {"$ref": f"#/components/schemas/S{number}"}


def document(schemas: dict[str, Schema], paths: dict[str, Any] | None = None) -> Schema:
    answer = {"description": "x", "content": {"application/json": {"schema": ref(0)}}}
    parameter = {"name": "q", "in": "query", "schema": ref(0), "required": True}
    operation = {
        "operationId": "get",
        "parameters": [parameter],
        "requestBody": {"content": {"application/json": {"schema": ref(0)}}},
        "responses": {"200": {**answer, "headers": {"X-Head": {"schema": ref(0)}}}},
        "callbacks": {"done": {"/x": {"post": {"responses": {"200": answer}}}}},
    }
    return {
        "openapi": "3.1.0",
        "info": {"title": "x", "version": "1"},
        "paths": {"/a": {"post": operation}} if paths is None else paths,
        "components": {"schemas": schemas},
    }


def chain(make: Callable[[int], Schema]) -> Callable[[int], Schema]:
    """A document whose schemas each name the next one."""

    def made(count: int) -> Schema:
        schemas = {f"S{n}": make(n + 1) for n in range(count)}
        return document({**schemas, f"S{count}": {"type": "object", "properties": {"id": {}}}})

    return made


def crossed(keyword: str, **beside: Any) -> Callable[[int], Schema]:
    """Pairs of schemas, each of which names both of the next pair."""

    def made(count: int) -> Schema:
        schemas = {
            f"S{n}": {keyword: [ref(n - n % 2 + 2), ref(n - n % 2 + 3)], **beside}
            for n in range(2 * count)
        }
        last = {f"S{n}": {"enum": ["a"]} for n in (2 * count, 2 * count + 1)}
        return document({**schemas, **last})

    return made


def listed(make: Callable[[int], Schema]) -> Callable[[int], Schema]:
    return lambda count: document({"S0": make(count)})


def operations(make: Callable[[int], Schema]) -> Callable[[int], Schema]:
    def made(count: int) -> Schema:
        paths = {f"/a{n}": {"get": make(n)} for n in range(count)}
        tags = [{"name": f"tag{n}", "description": "x"} for n in range(count)]
        return {**document({"S0": {"type": "string"}}, paths), "tags": tags}

    return made


ANSWER = {"responses": {"200": {"description": "x"}}}
DOCUMENTS: dict[str, Callable[[int], Schema]] = {
    "allOf": chain(lambda n: {"allOf": [ref(n), ref(n)]}),
    "oneOf": chain(lambda n: {"oneOf": [ref(n), ref(n), ref(n)]}),
    "anyOf": chain(lambda n: {"anyOf": [ref(n), ref(n), {"type": "null"}]}),
    "allOf crossed": crossed("allOf"),
    "oneOf crossed": crossed("oneOf"),
    # None of them adds a part, so that no limit on parts ends it.
    "oneOf of values crossed": crossed("oneOf", enum=["a"]),
    "properties": chain(lambda n: {"properties": {"a": ref(n), "b": ref(n)}}),
    "required properties": chain(
        lambda n: {"properties": {"a": ref(n), "b": ref(n)}, "required": ["a", "b"]}
    ),
    "items": chain(lambda n: {"type": "array", "items": ref(n)}),
    "arrays in properties": chain(
        lambda n: {"properties": {k: {"type": "array", "items": ref(n)} for k in "ab"}}
    ),
    "dictionaries": chain(lambda n: {"type": "object", "additionalProperties": ref(n)}),
    "references": chain(ref),
    "references with a text": chain(lambda n: {**ref(n), "description": f"the {n}th"}),
    "allOf in properties": chain(lambda n: {"properties": {k: {"allOf": [ref(n)]} for k in "ab"}}),
    "one schema of many": listed(
        lambda n: {"allOf": [{"properties": {f"p{i}": {}}} for i in range(n)]}
    ),
    "many properties": listed(
        lambda n: {"properties": {f"p{i}": {"type": "string"} for i in range(n)}}
    ),
    "many values": listed(lambda n: {"type": "string", "enum": [f"v{i}" for i in range(n)]}),
    # What is not a list of alternatives alone has them at each level.
    "oneOf with a limit crossed": crossed("oneOf", minLength=1),
    "allOf with anyOf": chain(
        lambda n: {"allOf": [ref(n)], "anyOf": [ref(n), {"minLength": 2}], "type": "string"}
    ),
    "operations": operations(lambda n: {**ANSWER, "operationId": f"get{n}", "tags": [f"tag{n}"]}),
    "operations of one name": operations(lambda n: {**ANSWER, "operationId": "get"}),
    "folders of one name": operations(lambda n: {**ANSWER, "tags": ["ä" * (n + 1)]}),
}


def importing(make: Callable[[int], Schema], folder: Path) -> Callable[[int], Callable[[], Any]]:
    def prepare(count: int) -> Callable[[], Any]:
        file = folder / "api.json"
        file.write_text(json.dumps(make(count)), encoding="utf-8")
        specification = read_specification(file)
        return lambda: plan_files(import_openapi(specification), folder / "docs")

    return prepare


@pytest.mark.parametrize("name", DOCUMENTS)
def test_work_grows_with_the_document(name: str, tmp_path: Path) -> None:
    assert growth(importing(DOCUMENTS[name], tmp_path), 40, 160) < FACTOR


def test_exchanges_take_work_that_grows_with_their_number(tmp_path: Path) -> None:
    def importing_exchanges(count: int) -> Callable[[], object]:
        file = tmp_path / f"{count}.har"
        entries = [
            entry("GET", f"{BASE}/r{n % 7}/{n}", 200, {"token": f"a{n}Bc9{n}x"}, sent={"n": n})
            for n in range(count)
        ]
        file.write_text(json.dumps(har(*entries)), encoding="utf-8")
        return lambda: plan_files(import_captured(read_har(file)), tmp_path / "pages")

    assert growth(importing_exchanges, 40, 160) < FACTOR
