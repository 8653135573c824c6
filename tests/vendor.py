"""Compares an exported OpenAPI 3.1 document with the vendor's own Swagger 2.0 files.

Both are brought to the same facts: for each operation a mapping of what is stated to how.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Document = Mapping[str, Any]
Key = tuple[str, ...]
Facts = dict[Key, Any]
"""An aspect and what it is about, such as `("request", "Emails[].Value")`, with what is said."""

_ROOT = re.compile(r"^(\[\]|\{\})\.?")
_INSIDE = re.compile(r"\.|\[\]|\{\}")

METHODS = {"delete", "get", "head", "options", "patch", "post", "put", "trace"}


@dataclass(frozen=True)
class Difference:
    """One fact on which the two don't agree; None where one of them says nothing."""

    uid: str
    key: Key
    ours: Any
    theirs: Any


def exported_facts(document: Document) -> dict[str, Facts]:
    """The facts of an exported document by uid."""
    return {
        operation["operationId"]: Facts(
            _exported(document, method, route, written_out(document, operation))
        )
        for path, item in document["paths"].items()
        for route in [item.get("servers", [{"url": ""}])[0]["url"] + path]
        for method, operation in item.items()
        if method in METHODS
    }


def written_out(document: Document, operation: Document) -> dict[str, Any]:
    """An operation with what it shares with others in the place of the references."""

    def part(node: Document) -> Document:
        if "$ref" not in node:
            return node
        _, _, kind, key = node["$ref"].split("/")
        shared: Document = document["components"][kind][key]
        return shared

    whole = dict(operation)
    if "parameters" in whole:
        whole["parameters"] = [part(each) for each in whole["parameters"]]
    if "requestBody" in whole:
        whole["requestBody"] = part(whole["requestBody"])
    whole["responses"] = {code: part(each) for code, each in whole["responses"].items()}
    return whole


def _exported(
    document: Document, method: str, route: str, operation: Document
) -> Iterator[tuple[Key, Any]]:
    yield ("method",), method
    yield ("route",), route
    for parameter in operation.get("parameters", ()):
        yield from _parameter(parameter, parameter["schema"])
    body = operation.get("requestBody", {}).get("content", {})
    yield ("request media types",), sorted(body)
    schemas = [media["schema"] for kind, media in body.items() if kind != "multipart/form-data"]
    yield from _body(document, "request", schemas)
    kinds: set[str] = set()
    for status, response in operation["responses"].items():
        yield ("status", status), True
        content = response.get("content", {})
        kinds |= set(content)
        yield from _body(document, "response", [media["schema"] for media in content.values()])
    yield ("response media types",), sorted(kinds)


def vendor_facts(files: Iterable[Path]) -> dict[str, Facts]:
    """The facts of Swagger files by uid."""
    facts = {}
    for file in files:
        document = json.loads(file.read_text(encoding="utf-8"))
        for route, item in document["paths"].items():
            for method, operation in item.items():
                stated = _vendor(document, method, route, operation)
                facts[operation["operationId"]] = Facts(stated)
    return facts


def _vendor(
    document: Document, method: str, route: str, operation: Document
) -> Iterator[tuple[Key, Any]]:
    yield ("method",), method
    yield ("route",), route
    for parameter in operation["parameters"]:
        match parameter["in"]:
            case "body":
                yield from _body(document, "request", [parameter["schema"]])
            case "formData":
                yield ("request", ""), "bytes"
            case _:
                yield from _parameter(parameter, parameter)
    yield ("request media types",), sorted(operation["consumes"])
    yield ("response media types",), sorted(operation["produces"])
    for status, response in operation["responses"].items():
        yield ("status", status), True
        if "schema" in response:
            yield from _body(document, "response", [response["schema"]])


def _parameter(parameter: Document, schema: Document) -> Iterator[tuple[Key, Any]]:
    name = f"{parameter['name']} in {parameter['in']}"
    yield ("parameter", name), True
    yield ("parameter required", name), parameter.get("required", False)
    yield ("parameter type", name), (_type(schema), tuple(schema.get("enum", ())))


def _body(document: Document, aspect: str, schemas: list[Any]) -> Iterator[tuple[Key, Any]]:
    """The facts of a body, of the most telling one of its schemas."""
    if schemas:
        schema = next((s for s in schemas if s.get("type") != "string" and s), schemas[0])
        for path, kind in _flat(document, schema, "", 0):
            inside = _INSIDE.search(_ROOT.sub("", path))
            yield (f"inside {aspect}" if inside else aspect, path), kind


def _flat(document: Document, schema: Document, path: str, depth: int) -> Iterator[tuple[str, Any]]:
    """The type at each path, three levels deep, through arrays, dictionaries and definitions."""
    schema = schema.get("anyOf", [schema])[0]
    kind = _type(schema)
    inner = _resolve(document, schema)
    # The schema of a body may be shared, under a name that says nothing.
    yield path, kind if path else _type(inner)
    if depth == 3:
        return
    for name, child in inner.get("properties", {}).items():
        yield from _flat(document, child, f"{path}.{name}".removeprefix("."), depth + 1)
    if "items" in inner:
        yield from _flat(document, inner["items"], f"{path}[]", depth + bool(path))
    if inner.get("additionalProperties"):
        yield from _flat(document, inner["additionalProperties"], f"{path}{{}}", depth + bool(path))


def _resolve(document: Document, schema: Document) -> Document:
    """The schema behind a reference."""
    if "$ref" not in schema:
        return schema
    definitions = document.get("definitions") or document["components"]["schemas"]
    target: Document = definitions[schema["$ref"].rpartition("/")[2]]
    return target


def _type(schema: Document) -> str | None:
    """One word for a type, the same for both dialects; None where nothing is known."""
    if "$ref" in schema:
        return str(schema["$ref"]).rpartition("/")[2].rpartition(".")[2]
    if schema.get("contentEncoding") == "base64":
        return "byte"
    kind = schema.get("type")
    kind = kind[0] if isinstance(kind, list) else kind
    # Bytes have no schema in OpenAPI 3.1, or a format that generators of clients know.
    is_bytes = not schema or schema.get("format") == "binary"
    return "bytes" if is_bytes else schema.get("format") or kind


def compared(
    ours: Mapping[str, Facts], theirs: Mapping[str, Facts]
) -> Iterator[tuple[str, Key, Any, Any]]:
    """All facts of the operations that both have; of the inside of properties, those of both.

    The pages show the inside of a property in examples, and there it is null as often as not.
    """
    for uid in sorted(ours.keys() & theirs.keys()):
        for key in sorted(ours[uid].keys() | theirs[uid].keys()):
            mine, other = ours[uid].get(key), theirs[uid].get(key)
            if not key[0].startswith("inside") or (mine not in (None, "bytes") and other):
                yield uid, key, mine, other


def differences(ours: Mapping[str, Facts], theirs: Mapping[str, Facts]) -> list[Difference]:
    """Where the operations that both have differ."""
    return [
        Difference(uid, key, mine, other)
        for uid, key, mine, other in compared(ours, theirs)
        if mine != other
    ]
