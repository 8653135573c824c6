"""Annotations: keywords and extensions for tools, which say nothing of values.

These are specification extensions (OpenAPI 3.1.0, 4.9), and titles, comments and links of schemas.
"""

import json
from collections.abc import Mapping
from contextlib import suppress
from typing import Any

from callsheet.schema.i_json import read_json
from callsheet.schema.json_schema import ASSUMED, MEANINGS
from callsheet.schema.schema import Literal, Schema

ANNOTATIONS = "annotations"
"""The key of front matter with annotations."""

OF_PATH = "pathItem"
"""The key, in the annotations of an operation, of the extensions of its path."""

ANY_NAME = "*"
"""In `Within`, any key of a mapping of names."""

Within = Mapping[str, "Within"]
"""The keys of the objects within one that may have extensions, too, each with those within it."""

OF_OPERATION: Within = {
    "requestBody": {"content": {ANY_NAME: {}}},
    "responses": {ANY_NAME: {"content": {ANY_NAME: {}}}},
}
OF_DOCUMENT: Within = {
    "info": {"contact": {}, "license": {}},
    "components": {"securitySchemes": {ANY_NAME: {}}},
}

OF_SCHEMAS = ("title", "$comment", "externalDocs")
"""The keywords of schemas that are annotations, besides extensions."""

OF_PARAMETER = "parameter"
"""The key of a cell with the extensions of the parameter or header itself."""

MAX_LENGTH = 10_000
"""Characters of annotations as JSON; longer ones are not read."""

MAX_DEPTH = 50
"""Depth of annotations; deeper ones are not read."""

_READ = frozenset(
    {"x-callsheet-uid", ASSUMED, MEANINGS, "x-nullable", "x-codegen-request-body-name"}
    | {"x-body-name"}
)
"""Extensions that pages express in other words."""


def is_extension(key: str) -> bool:
    """Tell whether a key names an extension that pages cannot express in words."""
    return key.startswith("x-") and key not in _READ


def extensions_of(node: Mapping[str, Any]) -> dict[str, Any]:
    """Return the extensions of an object of a document."""
    return {key: value for key, value in node.items() if is_extension(str(key))}


def annotated(target: dict[str, Any], found: Any, within: Within) -> dict[str, Any]:
    """Return an object of a document with extensions.

    Args:
        target: The object.
        found: Its extensions, and those of what is within it; other keys are ignored.
        within: Where there may be any.
    """
    if not isinstance(found, Mapping):
        return target
    is_map, changed = ANY_NAME in within, dict(target)
    for key, value in found.items():
        inner = within.get(ANY_NAME if is_map else key)
        # All that a document says of a contact may be an extension.
        missing: dict[str, Any] | None = {} if key == "contact" and not is_map else None
        if inner is not None and isinstance(part := changed.get(key, missing), dict):
            if made := annotated(part, value, inner):
                changed[key] = made
        elif not is_map and is_extension(str(key)):
            # YAML has dates and infinite numbers, and JSON has none.
            with suppress(ValueError):
                changed[key] = read_json(json.dumps(value, default=str))
    return changed


def annotations_of(schema: Schema) -> dict[str, Any]:
    """Return the annotations of a schema."""
    title = {"title": schema.title} if schema.title else {}
    others = {
        name: literal.value
        for name, literal in schema.others
        if name in OF_SCHEMAS or is_extension(name)
    }
    return {**title, **others}


def with_annotations(schema: Schema, found: Mapping[str, Any]) -> Schema:
    """Return a schema with annotations instead of its own; unchanged where there are none."""
    title = found.get("title")
    others = tuple(
        (key, Literal.of(value))
        for key, value in found.items()
        if key in OF_SCHEMAS[1:] or is_extension(key)
    )
    if not others and not title:
        return schema
    return schema.replace(title=title if isinstance(title, str) else "", others=others)


def annotations_text(found: Mapping[str, Any]) -> str:
    """Return annotations as JSON in a code span; empty where a cell has no place for them."""
    text = json.dumps(found, ensure_ascii=False).replace("`", "\\u0060")
    # As escapes, halves of surrogate pairs are found below.
    text = text.encode(errors="backslashreplace").decode()
    return f"`{text}`" if found and read_annotations(f"`{text}`") == found else ""


def read_annotations(text: str) -> dict[str, Any] | None:
    """Read a cell with annotations; None where it has none that can be read."""
    written = text.strip().strip("`")
    if len(written) > MAX_LENGTH or not text.strip():
        return None
    try:
        found = read_json(written)
    except ValueError:
        return None
    return found if isinstance(found, dict) and not is_deep(found) else None


def is_deep(value: Any, depth: int = MAX_DEPTH) -> bool:
    """Tell whether a value has more than so many objects and lists within each other."""
    if not isinstance(value, dict | list):
        return False
    inner = value.values() if isinstance(value, dict) else value
    return depth <= 0 or any(is_deep(each, depth - 1) for each in inner)


def refers(value: Any) -> bool:
    """Tell whether a value, which is not deep, refers to a part of its document."""
    if isinstance(value, dict):
        return isinstance(value.get("$ref"), str) or any(map(refers, value.values()))
    return isinstance(value, list) and any(map(refers, value))
