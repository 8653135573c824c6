"""What arrays and maps hold, as deep as there are such: what the cells of a row may be about."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from callsheet.schema.schema import ANYTHING, Schema


def levels(schema: Schema) -> Iterator[Schema]:
    """Yield a schema, then that of its items or of a map's values, as deep as there are such.

    The cells `Values` and `Limits` of a row may be about any of them.
    """
    yield schema
    while (field := holder(schema)) and (held := getattr(schema, field)) is not None:
        yield (schema := held)


def holder(schema: Schema) -> str:
    """Return the field that has what an array or a map holds; empty for all else."""
    if schema.type == "array":
        return "items"
    is_map = schema.type == "object" and schema.additional_properties is not None
    return "additional_properties" if is_map and not schema.properties else ""


def changed_within(
    schema: Schema, types: Sequence[str], change: Callable[[Schema], Schema | None]
) -> Schema | None:
    """Change a schema, or what it holds where a limit is one of that and not of it."""
    field = holder(schema)
    if not field or not types or schema.type in types or not _holds(schema, types):
        return change(schema)
    held = getattr(schema, field) or ANYTHING
    if held == ANYTHING and "string" in types:
        # A length or a pattern says that the items are texts.
        held = Schema(types=("string",))
    inner = changed_within(held, types, change)
    return changed(schema, field, inner) if inner else None


def _holds(schema: Schema, types: Sequence[str]) -> bool:
    """Whether an array or a map holds something of a type, or may."""
    *_, last = inner = list(levels(schema))[1:] or [ANYTHING]
    return bool(holder(last)) or any(not each.type or each.type in types for each in inner)


def changed(schema: Schema, field: str, value: Any) -> Schema:
    """Return a schema with another value of a field."""
    changes: dict[str, Any] = {field: value}
    return replace(schema, **changes)
