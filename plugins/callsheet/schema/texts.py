"""Conversion between values and texts, for paths, queries, headers, forms and XML."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from math import isfinite
from typing import Any

from callsheet.http.parameter_styles import Texts
from callsheet.schema.conjunction import conjunction
from callsheet.schema.schema import NULL, Schema

# ASCII digits, and no more of them than any format has.
_INTEGER = re.compile(r"[+-]?[0-9]{1,20}")
_NUMBER = re.compile(r"[+-]?(?:[0-9]{1,400}(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]{1,3})?")
_MAX_STEPS = 8


def value_of_text(text: str, schema: Schema, types: Mapping[str, Schema] | None = None) -> Any:
    """Return the value that a text represents.

    A text that its schema does not allow is returned unchanged, so that an evaluator refuses it.

    Args:
        text: The text.
        schema: The schema of the value.
        types: The named types.
    """
    schema = flat(schema, {} if types is None else types)
    allowed = schema.types
    if "null" in allowed and not text and "string" not in allowed:
        return None
    if ("integer" in allowed or "number" in allowed) and _INTEGER.fullmatch(text):
        return int(text)
    if "number" in allowed and _NUMBER.fullmatch(text) and isfinite(number := float(text)):
        return number
    if "boolean" in allowed and text.lower() in ("true", "false"):
        return text.lower() == "true"
    if schema.type == "array":
        items = schema.items or Schema()
        return [value_of_text(part, items, types) for part in text.split(",")] if text else []
    if not allowed and schema.values:
        # The values of an enumeration imply its type.
        return next((value for value in schema.values if str(value) == text), text)
    return text


def value_of_header(text: str, schema: Schema, types: Mapping[str, Schema] | None = None) -> Any:
    """Return the value of a header field: blanks around the items of a list are none of theirs.

    See RFC 9110, 5.6.1.1; the arguments are those of `value_of_text`.
    """
    listed = ",".join(part.strip(" \t") for part in text.split(","))
    value = value_of_text(listed, schema, types)
    return value if isinstance(value, list) else value_of_text(text, schema, types)


def value_of_texts(texts: Texts, schema: Schema, types: Mapping[str, Schema] | None = None) -> Any:
    """Return the value that a text, or a list or an object of texts, represents.

    Args:
        texts: The texts.
        schema: The schema of the value.
        types: The named types.
    """
    schema = flat(schema, {} if types is None else types)
    if isinstance(texts, str):
        return (
            json_or_text(texts)
            if texts[:1] in "{[" and schema.type in ("object", "array")
            else (value_of_text(texts, schema, types))
        )
    if isinstance(texts, list):
        items = schema.items or Schema()
        return [value_of_texts(text, items, types) for text in texts]
    others = schema.additional_properties or Schema()
    found = {}
    for name, text in texts.items():
        known = schema.property(name)
        found[name] = value_of_texts(text, known.schema if known else others, types)
    return found


def json_or_text(text: str) -> Any:
    """Parse a text as JSON; return it unchanged where it is not JSON."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return text


def texts_of_value(value: Any) -> Texts:
    """Return the texts of a value's items or properties; nested values become JSON.

    Args:
        value: A JSON value.
    """
    if isinstance(value, dict):
        return {str(name): _text(item) for name, item in value.items()}
    return [_text(item) for item in value] if isinstance(value, list) else _text(value)


def _text(value: Any) -> str:
    if value is None:
        return ""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def named(schema: Schema, types: Mapping[str, Schema]) -> Schema:
    """Return the schema that a name stands for; any other as it is."""
    for _ in range(_MAX_STEPS):
        if not schema.ref or schema.ref not in types:
            break
        schema = types[schema.ref]
    return schema


def flat(schema: Schema, types: Mapping[str, Schema]) -> Schema:
    """Merge a schema with its named type, its `all_of` and the types of its alternatives."""
    for _ in range(_MAX_STEPS):
        if schema.ref and schema.ref in types:
            schema = types[schema.ref]
        elif schema.all_of:
            schema = conjunction([schema])
            break
        else:
            break
    alternatives = schema.any_of or schema.one_of
    if not schema.types and alternatives:
        others = [inner for inner in alternatives if inner != NULL]
        if len(others) == 1:
            return flat(others[0], types).or_null()
        known = [flat(inner, types) for inner in alternatives[:_MAX_STEPS]]
        return Schema(
            types=tuple(dict.fromkeys(name for inner in known for name in inner.types)),
            items=next((inner.items for inner in known if inner.items), None),
        )
    return schema
