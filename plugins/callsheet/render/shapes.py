"""Schemas as flat lists of properties."""

from __future__ import annotations

from collections.abc import Iterator

from callsheet.schema import PropertySchema, Schema

_MAX_DEPTH = 3


def flat_fields(
    shape: Schema, prefix: str = "", depth: int = 0
) -> Iterator[tuple[str, PropertySchema]]:
    """Yield the properties of a schema, each with its full name, as in `Emails[].Address`."""
    for field in shape.properties:
        yield prefix + field.name, field
        if depth < _MAX_DEPTH:
            marks, inner = field.name, field.schema
            while inner.items:
                marks, inner = f"{marks}[]", inner.items
            yield from flat_fields(inner, f"{prefix}{marks}.", depth + 1)


def type_words(shape: Schema) -> tuple[str, Schema]:
    """Return the words before the name of a type, such as `array of `, and the innermost schema."""
    words = ""
    # A type that has a name goes by it, even if it is an array or a dictionary.
    while (inner := shape.items or shape.additional_properties) and not shape.reference:
        words += "array of " if shape.items else "object of "
        shape = inner
    return words, shape
