"""A JSON value against a schema (JSON Schema 2020-12), with messages for people."""

from __future__ import annotations

from ast import literal_eval
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import jsonschema

from callsheet.contract import Schema
from callsheet.server.problems import shorten
from callsheet.values import is_date_time

_FORMATS = jsonschema.FormatChecker(formats=())
_FORMATS.checks("date-time")(lambda value: not isinstance(value, str) or is_date_time(value))


@dataclass(frozen=True, slots=True)
class SchemaViolation:
    """One way in which a value is not as its schema says.

    Attributes:
        path: Where it is, as JSONPath (RFC 9535) has it.
        property: The outermost property that it is in, if any.
        expected: What belongs there.
        got: What is there instead, shortened.
    """

    path: str
    property: str | None
    expected: str
    got: str


class Validator:
    """Finds everything that is wrong with values.

    Args:
        schema: What they should be.
        components: The schemas that it refers to, by their keys.
    """

    def __init__(self, schema: Schema, components: Mapping[str, Schema]) -> None:
        whole = {**schema, "components": {"schemas": dict(components)}}
        self._validator = jsonschema.Draft202012Validator(whole, format_checker=_FORMATS)

    def violations(self, value: Any) -> Iterator[SchemaViolation]:
        """What is wrong with a value, lazily."""
        for error in self._validator.iter_errors(value):
            yield from _violations(error)


def _violations(error: jsonschema.ValidationError) -> Iterator[SchemaViolation]:
    outermost = next((part for part in error.absolute_path if isinstance(part, str)), None)
    keyword, wanted, schema = str(error.validator), error.validator_value, error.schema
    details: Mapping[str, Any] = schema if isinstance(schema, Mapping) else {}
    if keyword == "required":
        # There is an error for each name that is missing; only the message says which one it is.
        name = literal_eval(error.message.removesuffix(" is a required property"))
        path = f"{error.json_path}.{name}"
        yield SchemaViolation(path, outermost or name, "the property", "nothing")
        return
    if keyword == "anyOf":
        # A reference or null: what is wrong is wrong about what is referred to.
        inner = [
            part for part in error.context or () if part.validator != "type" or not _is_null(part)
        ]
        for part in inner:
            yield from _violations(part)
        return
    yield SchemaViolation(
        error.json_path, outermost, _expectation(keyword, wanted, details), shorten(error.instance)
    )


def _is_null(error: jsonschema.ValidationError) -> bool:
    return error.validator_value == "null"


def _expectation(keyword: str, wanted: Any, schema: Mapping[str, Any]) -> str:
    match keyword:
        case "type":
            names = [wanted] if isinstance(wanted, str) else [n for n in wanted if n != "null"]
            return str(schema.get("format") or " or ".join(names))
        case "enum":
            return f"one of {', '.join(str(item) for item in wanted if item is not None)}"
        case "minimum" | "maximum" | "format":
            return str(schema.get("format", f"{keyword} {wanted}"))
        case "pattern" if schema.get("contentEncoding"):
            return str(schema["contentEncoding"])
        case _:
            return f"{keyword} {wanted}"
