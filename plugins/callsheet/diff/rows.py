"""Compares parameters and properties."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from callsheet.diff.facets import is_missed, is_sent, kind_of_change, schema_changes
from callsheet.diff.model import Change, Kind, Level, Sides, quoted, same_text, sentence
from callsheet.diff.pairing import SubjectPair
from callsheet.diff.records import PropertyPair, pairs_within, property_pairs
from callsheet.diff.types import TypePairs
from callsheet.findings import Span
from callsheet.model import Property
from callsheet.model.rows import row_schema
from callsheet.schema import Direction, PropertySchema, Schema


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

    def name(self, row: PropertySchema) -> str:
        """Return the words for a row in a sentence."""
        return f"the {self.noun} {quoted(row.name)}{self.where}"


def compare_tables(
    pair: SubjectPair,
    old: Mapping[str, PropertySchema],
    new: Mapping[str, PropertySchema],
    rows: TableKind,
    types: TypePairs,
) -> Iterator[Change]:
    """Yield the changes of a table.

    Args:
        pair: The operation.
        old: The rows in the old tree by identity, such as the name, with what is within them.
        new: The rows in the new tree, likewise.
        rows: Their kind.
        types: The named types.
    """
    for key, row in old.items():
        if key not in new:
            yield removed(pair, row, rows)
    for key, row in new.items():
        if key not in old:
            yield added(pair, row, rows)
            continue
        for each in pairs_within(old[key], row, types):
            yield from _compare(pair, each, rows, types)


def compare_records(
    pair: SubjectPair, old: Schema, new: Schema, rows: TableKind, types: TypePairs
) -> Iterator[Change]:
    """Yield the changes of the properties of an object, as `compare_tables` does."""
    for each in property_pairs(old, new, types):
        yield from _compare(pair, each, rows, types)


def _compare(
    pair: SubjectPair, found: PropertyPair, rows: TableKind, types: TypePairs
) -> Iterator[Change]:
    if found.old and found.new:
        yield from compare_rows(pair, found.old, found.new, rows, types)
    elif found.old:
        yield removed(pair, found.old, rows)
    elif found.new:
        yield added(pair, found.new, rows)


def removed(pair: SubjectPair, row: PropertySchema, rows: TableKind) -> Change:
    """Return the change of a removed row: callers send it in vain, or miss it in responses."""
    sides = Sides(rows.name(row))
    was = ", which was deprecated," if row.schema.deprecated else ""
    message = f"{sentence(rows.name(row))}{was} is gone."
    # Whoever heeded the warning no longer uses it.
    chosen = Level.WARNING if was else Level.BREAKING
    chosen = chosen if is_sent(rows.direction, row.schema) else Level.TEXT
    return pair.gone(rows.kind("removed"), chosen, message, span_of(row), sides)


def added(pair: SubjectPair, row: PropertySchema, rows: TableKind) -> Change:
    """Return the change of an added row, which is breaking if callers have to send it."""
    noun, sides = sentence(rows.name(row)), Sides(rows.name(row))
    if rows.direction is Direction.RESPONSE:
        message = f"{noun} is new."
        return pair.now(rows.kind("added"), Level.ADDITIVE, message, span_of(row), sides)
    mark = "required" if row.required else "optional"
    what = Level.BREAKING if is_missed(row, textual=rows.textual) else Level.ADDITIVE
    return pair.now(rows.kind("added"), what, f"{noun} is new and {mark}.", span_of(row), sides)


def compare_rows(
    pair: SubjectPair, old: PropertySchema, new: PropertySchema, rows: TableKind, types: TypePairs
) -> Iterator[Change]:
    """Yield the changes of one row, without those of rows within it."""
    if bool(old.required) != bool(new.required):
        yield _mark(pair, old, new, rows)
    found = schema_changes(rows.name(new), old.schema, new.schema, types, textual=rows.textual)
    sent = is_sent(rows.direction, old.schema, new.schema)
    for change in found:
        chosen = change.levels[rows.direction] if sent else Level.TEXT
        kind = rows.kind(change.what)
        yield pair.now(kind, chosen, change.message, span_of(new), change.sides)
    if not same_text(old.schema.description, new.schema.description):
        message = f"The description of {rows.name(new)} has changed."
        yield pair.now(Kind.DESCRIPTION_CHANGED, Level.TEXT, message, span_of(new))


def _mark(pair: SubjectPair, old: PropertySchema, new: PropertySchema, rows: TableKind) -> Change:
    what, was = ("required", "optional") if new.required else ("optional", "required")
    # Having to send more breaks callers, and so does receiving less.
    if rows.direction is Direction.REQUEST:
        breaks = is_missed(new, textual=rows.textual)
    else:
        breaks = not new.required and is_sent(rows.direction, old.schema, new.schema)
    message = f"{sentence(rows.name(new))} is {what} now."
    chosen = Level.BREAKING if breaks else Level.ADDITIVE
    sides = Sides(rows.name(new), was, what)
    return pair.now(rows.kind(what), chosen, message, span_of(new), sides)


def span_of(row: PropertySchema) -> Span:
    """Return the lines of a row, or of the first one within it if only that implies it."""
    schema = row.schema
    while schema.items:
        schema = schema.items
    return row.span or next(map(span_of, schema.properties), _NOWHERE)


def row_property(row: Property, schema: Schema | None = None) -> PropertySchema:
    """Return a row as a property, with its description.

    Args:
        row: The row.
        schema: Its schema, if it is more than the row states.
    """
    whole = row_schema(row)
    if schema is not None:
        whole = schema.replace(description=whole.description)
    return PropertySchema(row.name, whole, row.required, row.span)


def by_name(rows: Iterable[Property]) -> dict[str, PropertySchema]:
    """Return rows by name, the first of equal names."""
    found: dict[str, PropertySchema] = {}
    for row in rows:
        found.setdefault(row.name, row_property(row))
    return found


_NOWHERE = Span(1, 1)
