"""What the further cells of a row say of its values, as a reader sees it."""

from __future__ import annotations

from collections.abc import Iterator

from callsheet.model import Property
from callsheet.render.views import FactView, NameView
from callsheet.schema import Literal, Schema
from callsheet.schema.describe import limits


def facts_of(row: Property) -> tuple[FactView, ...]:
    """Return what a row says of its values beside their type and its description."""
    return tuple(_facts(row.schema, optional=row.required is False))


def _facts(schema: Schema, *, optional: bool) -> Iterator[FactView]:
    if optional:
        yield FactView("Optional")
    if schema.default is not None:
        yield FactView("Default", (NameView(_shown(schema.default)),))
    # Null is told once, at the end.
    values = [item for item in schema.enum if item.value is not None]
    if any(item.description for item in values):
        described = tuple((_shown(item.literal), item.description) for item in values)
        yield FactView("Values", described=described)
    elif values:
        yield FactView("Values", tuple(NameView(_shown(item.literal)) for item in values))
    if words := limits(schema):
        yield FactView("Limits", text=", ".join(words))
    if schema.pattern:
        yield FactView("Pattern", (NameView(schema.pattern),))
    if schema.examples:
        yield FactView("Example", tuple(NameView(_shown(value)) for value in schema.examples))
    if schema.nullable:
        yield FactView("May be null")
    if schema.read_only:
        yield FactView("Only comes back")
    if schema.write_only:
        yield FactView("Is only sent")


def _shown(literal: Literal) -> str:
    """A value as a reader writes it: a text without quotation marks, all else as JSON."""
    value = literal.value
    return value if isinstance(value, str) and value else literal.text
