"""The schemas of items and of map values, at any depth: the cells of a row may be about either."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from callsheet.schema.schema import ANYTHING, Schema


def levels(schema: Schema) -> Iterator[Schema]:
    """Yield a schema, then that of its items or map values, then that of theirs, and so on.

    The cells `Values` and `Limits` of a row may be about any of them.
    """
    yield schema
    while (field := holder(schema)) and (held := getattr(schema, field)) is not None:
        yield (schema := held)


def holder(schema: Schema) -> str:
    """Return the field with the schema of items or map values; empty for any other type."""
    if schema.type == "array":
        return "items"
    is_map = schema.type == "object" and schema.additional_properties is not None
    return "additional_properties" if is_map and not schema.properties else ""


def changed_within(
    schema: Schema, types: Sequence[str], change: Callable[[Schema], Schema | None]
) -> Schema | None:
    """Apply a limit to a schema, or to the items or map values that it is about.

    Args:
        schema: The schema.
        types: The types that the limit applies to; empty for all.
        change: Returns a schema with the limit, or None where it is invalid.
    """
    field = holder(schema)
    if not field or not types or schema.type in types or not _holds(schema, types):
        return change(schema)
    held = getattr(schema, field) or ANYTHING
    if held == ANYTHING and "string" in types:
        # A length or a pattern implies that the items are texts.
        held = Schema(types=("string",))
    inner = changed_within(held, types, change)
    return with_field(schema, field, inner) if inner else None


def _holds(schema: Schema, types: Sequence[str]) -> bool:
    """Tell whether an array or a map contains values of one of these types, or may."""
    *_, last = inner = list(levels(schema))[1:] or [ANYTHING]
    return bool(holder(last)) or any(not each.type or each.type in types for each in inner)


def with_field(schema: Schema, field: str, value: Any) -> Schema:
    """Return a schema with another value of a field."""
    changes: dict[str, Any] = {field: value}
    return schema.replace(**changes)
