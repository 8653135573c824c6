"""Rows of tables as the schema of an object, nested as their names are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from callsheet.memo import cached_by, cached_by_identity
from callsheet.model import Property
from callsheet.schema import ANYTHING, Schema
from callsheet.schema import Property as SchemaProperty
from callsheet.schema.words.facets import Facets, schema_of_row, tells_of_null

MAX_LEVELS = 32
"""So many names and `[]` are in the name of a row at most; one with more is within no other."""

_STEP = re.compile(r"(?P<name>[^.\[\]]+)(?P<items>(?:\[\])*)(?:\.|$)")


def rows_schema(rows: tuple[Property, ...], *, described: bool = False) -> Schema:
    """Return the schema of an object with the properties of a table.

    A row `address.city` is within the row `address`, and `items[].name` in each of `items`. A name
    with a dot of which there is no outer row is a name with a dot.

    Args:
        rows: The rows of the table.
        described: Whether the schemas have the words of the rows, too.
    """
    return _with_words(rows) if described else _without_words(rows)


@cached_by_identity(4096)
def _with_words(rows: tuple[Property, ...]) -> Schema:
    return _of_rows(rows, described=True)


@cached_by_identity(4096)
def _without_words(rows: tuple[Property, ...]) -> Schema:
    return _of_rows(rows, described=False)


def _of_rows(rows: tuple[Property, ...], *, described: bool) -> Schema:
    if any("." in row.name or "[]" in row.name for row in rows):
        return _object([_Path(p.steps, p.row, described) for p in _paths(rows)])
    # Most tables have no rows within others.
    known: dict[str, SchemaProperty] = {}
    for row in rows:
        if row.name not in known:
            schema = row_schema(row) if described else row.schema
            known[row.name] = SchemaProperty(row.name, schema, row.required, row.span)
    return Schema(types=("object",), properties=tuple(known.values()))


def row_schema(row: Property) -> Schema:
    """Return what the values of a row may be, with its words."""
    written = row.type.written if row.type else ""
    about = row.full_description if row.extras or row.facets else row.about
    return _described(written, row.facets, about)


# Of all rows of a publication, five in six say what another one says.
@cached_by(8192, lambda written, facets, text: len(written) + len(text))
def _described(written: str, facets: Facets, text: str) -> Schema:
    schema = schema_of_row(written, facets)
    return replace(schema, description=text) if text else schema


@cached_by_identity(4096)
def rows_tell_of_null(rows: tuple[Property, ...]) -> bool:
    """Return whether a table says which of its values may be null: no other one may, then."""
    return tells_of_null((row.type.written if row.type else "", row.facets) for row in rows)


@dataclass(frozen=True, slots=True)
class _Path:
    """A row with the steps that lead to it: names, and `[]` for each item of an array."""

    steps: tuple[str, ...]
    row: Property | None
    described: bool = False

    @property
    def schema(self) -> Schema:
        """What the row says of its values."""
        if self.row is None:
            return ANYTHING
        return row_schema(self.row) if self.described else self.row.schema

    def below(self) -> _Path:
        """The path without its first step."""
        return _Path(self.steps[1:], self.row, self.described)


def _paths(rows: Sequence[Property]) -> Iterator[_Path]:
    names = {row.name for row in rows}
    for row in rows:
        yield _Path(_steps(row.name, names) or (row.name,), row)


def _steps(name: str, names: set[str]) -> tuple[str, ...]:
    """The steps to a nested row; empty for a row that is within no other."""
    if "." not in name and "[]" not in name:
        return ()
    if is_too_deep(name):
        return ()
    matches = list(_STEP.finditer(name))
    if not matches or "".join(match[0] for match in matches) != name:
        return ()
    outer = matches[0]
    if not outer["items"] and outer["name"] not in names:
        return ()
    steps: list[str] = []
    for match in matches:
        steps += [match["name"], *(["[]"] * (len(match["items"]) // 2))]
    return tuple(steps)


def is_too_deep(name: str) -> bool:
    """Return whether a row would be within more rows than are followed."""
    return len(name) >= MAX_LEVELS and name.count(".") + name.count("[]") >= MAX_LEVELS


def _object(paths: Sequence[_Path], base: Schema | None = None) -> Schema:
    """The schema of an object whose properties are the first steps of some paths."""
    grouped: dict[str, list[_Path]] = {}
    for path in paths:
        grouped.setdefault(path.steps[0], []).append(path)
    known = {item.name: item for item in base.properties} if base else {}
    for name, group in grouped.items():
        own = [path for path in group if len(path.steps) == 1 and path.row]
        inner = [path.below() for path in group if len(path.steps) > 1]
        schema = own[0].schema if own else ANYTHING
        first = own[0].row if own else None
        known.setdefault(
            name,
            SchemaProperty(
                name,
                _within(schema, inner),
                first.required if first else None,
                first.span if first else None,
            ),
        )
    return replace(base or Schema(), types=("object",), properties=tuple(known.values()))


def _within(schema: Schema, paths: Sequence[_Path]) -> Schema:
    """A schema with the properties, or the items' properties, that further rows describe."""
    if not paths:
        return schema
    of_items = [path.below() for path in paths if path.steps[0] == "[]"]
    of_object = [path for path in paths if path.steps[0] != "[]"]
    if of_items or (schema.type == "array" and of_object):
        # `items.name` is within each item, too, where `items` is an array.
        inner = [path for path in (*of_items, *of_object) if path.steps]
        items = _item_schema(schema.items or Schema(), of_items)
        nullable = ("null",) if schema.nullable else ()
        return replace(schema, types=("array", *nullable), ref="", items=_within(items, inner))
    made = _object(of_object, replace(schema, ref=""))
    return made.or_null() if schema.nullable else made


def _item_schema(items: Schema, paths: Iterable[_Path]) -> Schema:
    """What a row such as `tags[]` says of the items themselves."""
    own = [path for path in paths if not path.steps]
    return own[0].schema if own else items


def own_rows(rows: tuple[Property, ...]) -> Iterator[tuple[Property, Schema]]:
    """Give the rows that are within no other row, each with what it and those within it say.

    What is within a row has the words of its own row.
    """
    if not any("." in row.name or "[]" in row.name for row in rows):
        yield from ((row, row.schema) for row in rows)
        return
    record = rows_schema(rows, described=True)
    outer = {path.steps[0] for path in _paths(rows) if len(path.steps) > 1}
    for row in rows:
        found = record.property(row.name)
        if found is not None:
            inner = replace(found.schema, description="")
            yield row, inner if row.name in outer else row.schema


def outer_rows(rows: Iterable[Property]) -> frozenset[str]:
    """Return the names of the rows that others are right within, as `a.b` of `a.b[].c`."""
    inner = (row.name for row in rows if "." in row.name or "[]" in row.name)
    parents = (name if name.endswith("[]") else name.rpartition(".")[0] for name in inner)
    return frozenset(parent.rstrip("[]") for parent in parents)
