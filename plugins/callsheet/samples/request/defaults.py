"""Values that fit a schema, for parameters and properties that no example shows."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import Any, TypeAlias

from callsheet.samples.assets import DEFAULT_ASSET, Asset
from callsheet.samples.request.choices import Origin
from callsheet.schema import Direction, Evaluator, Literal, Schema
from callsheet.schema.generate import PICTURE, Generator
from callsheet.schema.texts import texts_of_value, value_of_text

Scalar: TypeAlias = str | int | float
"""The value of a path or query parameter."""


class UrlText(str):
    """Text that is percent-encoded already and goes into a URL as it is."""

    __slots__ = ()


Json: TypeAlias = bool | int | float | str | list["Json"] | dict[str, "Json"] | Asset | None
"""A JSON value (RFC 8259); an asset in it stands for the file's content in base64."""

FIRST_NUMBER = 1
"""The number of the first member of each collection that the reference server starts with."""

SEEDED = 3
"""How many members a collection has at first, besides those that examples mention."""

MISSING_NUMBER = 2**31 - 1
"""A number that nothing on the reference server has, where the page sets no limits."""

TEXT = "example"
TIMESTAMP = "2026-11-21T09:30:00Z"
"""A date and time as RFC 3339 writes it."""

EVALUATOR = Evaluator(direction=Direction.REQUEST, local_times=True)
"""Judges the values that pages show; their date-times may lack an offset."""

_USUAL: dict[str, Any] = {"boolean": True, "integer": 1, "number": 1.0, "string": TEXT}
_USUAL_OF_FORMAT: dict[str, Any] = {"date-time": TIMESTAMP, "binary": PICTURE}


def json_by_schema(schema: Schema) -> Json:
    """Generate a JSON value that fits a schema, with assets in the place of bytes."""
    return with_assets(plain_by_schema(schema))


@lru_cache(maxsize=4096)
def _prepared(schema: Schema) -> Schema:
    return _with_examples(schema)


def plain_by_schema(schema: Schema) -> Any:
    """Generate a JSON value that fits a schema, with the smallest picture in the place of bytes."""
    return Generator(direction=Direction.REQUEST).value(_prepared(schema))


def origin_in(schema: Schema) -> Origin:
    """Return where the value comes from that is generated for a schema of a row."""
    for stated, origin in ((schema.examples[:1], Origin.CELL), ((schema.default,), Origin.DEFAULT)):
        if any(each is not None and EVALUATOR.fits(each.value, schema) for each in stated):
            return origin
    inner = (origin_in(item.schema) for item in schema.properties)
    return next((origin for origin in inner if origin is not Origin.TYPE), Origin.TYPE)


def with_assets(value: Any) -> Json:
    """Replace each picture that the generator puts into a JSON value by an asset."""
    if value == PICTURE:
        return DEFAULT_ASSET
    if isinstance(value, list):
        return [with_assets(item) for item in value]
    if isinstance(value, dict):
        return {name: with_assets(item) for name, item in value.items()}
    found: Json = value
    return found


def is_bytes(schema: Schema) -> bool:
    """Tell whether a schema's values are the content of files."""
    return schema.content_encoding == "base64" or schema.format in ("binary", "byte", "base64")


def _with_examples(schema: Schema) -> Schema:
    """Give each simple type in a schema our usual value as its last example.

    Where that value does not fit, the generator makes one up.
    """
    examples = schema.examples
    if not schema.ref and (usual := _usual(schema)) is not None and schema.default is None:
        examples = (*examples, Literal.of(usual))
    return replace(
        schema,
        examples=examples,
        properties=tuple(
            replace(item, schema=_with_examples(item.schema)) for item in schema.properties
        ),
        items=_inner(schema.items),
        prefix_items=tuple(map(_with_examples, schema.prefix_items)),
        additional_properties=_inner(schema.additional_properties),
        # Members of `allOf` stay as they are: another member may have another type.
        any_of=tuple(map(_with_examples, schema.any_of)),
        one_of=tuple(map(_with_examples, schema.one_of)),
    )


def _inner(schema: Schema | None) -> Schema | None:
    return _with_examples(schema) if schema is not None else None


def _usual(schema: Schema) -> Any:
    if schema.enum or schema.const is not None or schema.all_of or schema.any_of or schema.one_of:
        return None
    if is_bytes(schema):
        return PICTURE
    if not schema.type:
        return TEXT if schema == Schema(written=schema.written, span=schema.span) else None
    if schema.format in _USUAL_OF_FORMAT:
        return _USUAL_OF_FORMAT[schema.format]
    has_format = schema.type == "string" and schema.format
    return None if has_format or schema.pattern else _USUAL.get(schema.type)


def scalar_by_schema(schema: Schema) -> Scalar:
    """Generate the value of a path or query parameter; an array becomes items between commas."""
    value = plain_by_schema(schema)
    if isinstance(value, list) and len(value) > 1:
        return ",".join(map(str, texts_of_value(value)))
    if isinstance(value, list):
        value = value[0] if value else plain_by_schema(schema.items or Schema())
    if isinstance(value, bool):
        # In a URL a boolean is text, and JSON's spelling is the one that servers agree on.
        return str(value).lower()
    return value if isinstance(value, str | int | float) else TEXT


def scalar_from_text(text: str, schema: Schema) -> Scalar:
    """Read a value from a URL: a number only where the type is one and nothing gets lost."""
    value = value_of_text(text, schema)
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return value if is_number and str(value) == text else text
