"""Rows of tables: parameters, and properties of bodies."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from callsheet.diff.facets import kind_of_change, schema_changes
from callsheet.diff.model import Change, Kind, Level
from callsheet.diff.pairing import Pair
from callsheet.diff.quoting import quoted, same_text
from callsheet.diff.types import Direction, SameType
from callsheet.model import Property


@dataclass(frozen=True, slots=True)
class Rows:
    """What the rows of a table are.

    Attributes:
        prefix: What their kinds begin with: `parameter`, `request-property` and the like.
        noun: What a row is called, such as `query parameter`.
        direction: Who sends them.
        textual: Whether their values are sent as text.
        where: What they are of, where the noun does not say it, such as ` of 404`.
    """

    prefix: str
    noun: str
    direction: Direction
    textual: bool = False
    where: str = ""

    def kind(self, what: str) -> Kind:
        """The kind of a change of such a row."""
        notes = (Kind.DESCRIPTION_CHANGED, Kind.EXAMPLE_CHANGED)
        if self.prefix == "response-header" and what not in ("added", "removed", *notes):
            what = "changed"
        return kind_of_change(self.prefix, what)

    def name(self, row: Property) -> str:
        """A row in a sentence."""
        return f"{self.noun} {quoted(row.name)}{self.where}"


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
    found = schema_changes(rows.name(new), old.schema, new.schema, same, textual=rows.textual)
    for change in found:
        chosen = change.levels[rows.direction]
        yield pair.now(rows.kind(change.what), chosen, change.message, new.span)
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


def by_name(rows: Iterable[Property]) -> dict[str, Property]:
    """Rows by name; of several rows with one name, the first."""
    found: dict[str, Property] = {}
    for row in rows:
        found.setdefault(row.name, row)
    return found
