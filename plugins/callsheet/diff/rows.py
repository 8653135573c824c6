"""Compares tables of parameters and properties."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from callsheet.diff.facets import kind_of_change, schema_changes
from callsheet.diff.model import Change, Kind, Level, quoted, same_text
from callsheet.diff.pairing import OperationPair
from callsheet.diff.types import SameType
from callsheet.model import Property
from callsheet.schema import Direction


@dataclass(frozen=True, slots=True)
class TableKind:
    """The kind of a table's rows.

    Attributes:
        prefix: The prefix of their changes' kinds, such as `parameter` or `request-property`.
        noun: The name of a row in a sentence, such as `query parameter`.
        direction: Whether they are sent in the request or the response.
        textual: Whether their values are sent as text.
        where: Words after the name of a row, such as ` of 404`.
    """

    prefix: str
    noun: str
    direction: Direction
    textual: bool = False
    where: str = ""

    def kind(self, what: str) -> Kind:
        """Return the kind of a change of such a row."""
        notes = (Kind.DESCRIPTION_CHANGED, Kind.EXAMPLE_CHANGED)
        if self.prefix == "response-header" and what not in ("added", "removed", *notes):
            what = "changed"
        return kind_of_change(self.prefix, what)

    def name(self, row: Property) -> str:
        """Return the words for a row in a sentence."""
        return f"{self.noun} {quoted(row.name)}{self.where}"


def compare_tables(
    pair: OperationPair,
    old: Mapping[str, Property],
    new: Mapping[str, Property],
    rows: TableKind,
    same: SameType,
) -> Iterator[Change]:
    """Yield the changes of a table.

    Args:
        pair: The operation.
        old: The rows in the old tree by identity, such as the name.
        new: The rows in the new tree, likewise.
        rows: Their kind.
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


def removed(pair: OperationPair, row: Property, rows: TableKind) -> Change:
    """Return the change of a removed row: callers send it in vain, or miss it in responses."""
    message = f"The {rows.name(row)} is gone."
    return pair.gone(rows.kind("removed"), Level.BREAKING, message, row.span)


def added(pair: OperationPair, row: Property, rows: TableKind) -> Change:
    """Return the change of an added row, which is breaking if callers have to send it."""
    if rows.direction is Direction.RESPONSE:
        message = f"The {rows.name(row)} is new."
        return pair.now(rows.kind("added"), Level.ADDITIVE, message, row.span)
    mark, what = ("required", Level.BREAKING) if row.required else ("optional", Level.ADDITIVE)
    message = f"The {rows.name(row)} is new and {mark}."
    return pair.now(rows.kind("added"), what, message, row.span)


def compare_rows(
    pair: OperationPair, old: Property, new: Property, rows: TableKind, same: SameType
) -> Iterator[Change]:
    """Yield the changes of one row."""
    if bool(old.required) != bool(new.required):
        yield _mark(pair, new, rows)
    found = schema_changes(rows.name(new), old.schema, new.schema, same, textual=rows.textual)
    for change in found:
        chosen = change.levels[rows.direction]
        yield pair.now(rows.kind(change.what), chosen, change.message, new.span)
    if not same_text(old.full_description, new.full_description):
        message = f"The description of the {rows.name(new)} has changed."
        yield pair.now(Kind.DESCRIPTION_CHANGED, Level.TEXT, message, new.span)


def _mark(pair: OperationPair, new: Property, rows: TableKind) -> Change:
    what = "required" if new.required else "optional"
    # Having to send more breaks callers, and so does receiving less.
    breaks = bool(new.required) is (rows.direction is Direction.REQUEST)
    message = f"The {rows.name(new)} is {what} now."
    chosen = Level.BREAKING if breaks else Level.ADDITIVE
    return pair.now(rows.kind(what), chosen, message, new.span)


def by_name(rows: Iterable[Property]) -> dict[str, Property]:
    """Return rows by name, the first of equal names."""
    found: dict[str, Property] = {}
    for row in rows:
        found.setdefault(row.name, row)
    return found
