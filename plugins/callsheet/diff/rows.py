"""Rows of tables: parameters, and properties of bodies."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from callsheet.diff.model import Change, Kind, Level
from callsheet.diff.pairing import Pair
from callsheet.diff.quoting import quoted, same_text
from callsheet.diff.types import Direction, Relation, SameType, level, relate, value_level
from callsheet.model import DataType, Property


@dataclass(frozen=True, slots=True)
class Rows:
    """What the rows of a table are.

    Attributes:
        prefix: What their kinds begin with: `parameter`, `request-property` and the like.
        noun: What a row is called, such as `query parameter`.
        direction: Who sends them.
        textual: Whether their values are sent as text.
    """

    prefix: str
    noun: str
    direction: Direction
    textual: bool = False

    def kind(self, what: str) -> Kind:
        """The kind of a change of such a row."""
        return Kind(f"{self.prefix}-{what}")

    def name(self, row: Property) -> str:
        """A row in a sentence."""
        return f"{self.noun} {quoted(row.name)}"


def compare_tables(
    pair: Pair,
    old: Mapping[str, Property],
    new: Mapping[str, Property],
    rows: Rows,
    same: SameType,
) -> Iterator[Change]:
    """The changes of a table.

    Args:
        pair: The operation.
        old: The rows in the old tree by what identifies them.
        new: The rows in the new tree, likewise.
        rows: What they are.
        same: Compares two named types.
    """
    for key, row in old.items():
        if key not in new:
            yield removed(pair, row, rows)
    for key, row in new.items():
        if key in old:
            yield from compare_rows(pair, old[key], row, rows, same)
        else:
            yield added(pair, row, rows)


def removed(pair: Pair, row: Property, rows: Rows) -> Change:
    """A row is gone: what callers send has no effect, or what they read is missing."""
    message = f"The {rows.name(row)} is gone."
    return pair.gone(rows.kind("removed"), Level.BREAKING, message, row.span)


def added(pair: Pair, row: Property, rows: Rows) -> Change:
    """A row is new, which breaks a caller who would have to send it."""
    if rows.direction is Direction.RESPONSE:
        message = f"The {rows.name(row)} is new."
        return pair.now(rows.kind("added"), Level.ADDITIVE, message, row.span)
    mark, what = ("required", Level.BREAKING) if row.required else ("optional", Level.ADDITIVE)
    message = f"The {rows.name(row)} is new and {mark}."
    return pair.now(rows.kind("added"), what, message, row.span)


def compare_rows(
    pair: Pair, old: Property, new: Property, rows: Rows, same: SameType
) -> Iterator[Change]:
    """The changes of one row."""
    if bool(old.required) != bool(new.required):
        yield _mark(pair, new, rows)
    yield from _types(pair, old, new, rows, same)
    if not same_text(old.full_description, new.full_description):
        message = f"The description of the {rows.name(new)} has changed."
        yield pair.now(Kind.DESCRIPTION_CHANGED, Level.TEXT, message, new.span)


def _mark(pair: Pair, new: Property, rows: Rows) -> Change:
    what = "required" if new.required else "optional"
    # More to send breaks callers, and so does less to rely on.
    breaks = bool(new.required) is (rows.direction is Direction.REQUEST)
    message = f"The {rows.name(new)} is {what} now."
    chosen = Level.BREAKING if breaks else Level.ADDITIVE
    return pair.now(rows.kind(what), chosen, message, new.span)


def _types(
    pair: Pair, old: Property, new: Property, rows: Rows, same: SameType
) -> Iterator[Change]:
    relation = relate(old.type, new.type, same, textual=rows.textual)
    if relation is Relation.SAME:
        if old.type and new.type and old.type.values != new.type.values:
            yield from _values(pair, old, new, rows)
        return
    message = type_message(f"The type of the {rows.name(new)}", old.type, new.type)
    chosen = level(relation, rows.direction)
    yield pair.now(rows.kind("type-changed"), chosen, message, new.span)


def _values(pair: Pair, old: Property, new: Property, rows: Rows) -> Iterator[Change]:
    for change in value_changes(old.type, new.type):
        chosen = value_level(rows.direction, added=change.added)
        kind = rows.kind("value-added" if change.added else "value-removed")
        yield pair.now(kind, chosen, f"The {rows.name(new)} {change.says}.", new.span)


@dataclass(frozen=True, slots=True)
class ValueChange:
    """A value that an enumeration has gained or lost."""

    value: str
    added: bool

    @property
    def says(self) -> str:
        """The predicate of a sentence about it."""
        return f"{'can now be' if self.added else 'is no longer'} {quoted(self.value)}"


def value_changes(old: DataType | None, new: DataType | None) -> Iterator[ValueChange]:
    """The values that only one of two enumerations has."""
    before = old.values if old else ()
    after = new.values if new else ()
    for value in dict.fromkeys(before):
        if value not in after:
            yield ValueChange(value, added=False)
    for value in dict.fromkeys(after):
        if value not in before:
            yield ValueChange(value, added=True)


def type_message(what: str, old: DataType | None, new: DataType | None) -> str:
    """A sentence about a type that has changed."""
    if old is None:
        return f"{what} is documented now: {_type(new)}."
    if new is None:
        return f"{what} was {_type(old)} and is documented no longer."
    return f"{what} was {_type(old)} and is {_type(new)} now."


def _type(data_type: DataType | None) -> str:
    if data_type is None:
        return "none"
    return quoted(data_type.written if data_type.values else data_type.name)


def by_name(rows: Iterable[Property]) -> dict[str, Property]:
    """Rows by name; of several rows with one name, the first."""
    found: dict[str, Property] = {}
    for row in rows:
        found.setdefault(row.name, row)
    return found
