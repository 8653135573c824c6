"""Schemas of objects from the rows of tables, whose names say how they are nested."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from callsheet import lazy_re as re
from callsheet.memo import cached_by, cached_by_identity
from callsheet.model import OTHERS, WHOLE, Property
from callsheet.schema import ANYTHING, PropertySchema, Schema
from callsheet.schema.words.facets import Facets, schema_of_row, tells_of_null

MAX_LEVELS = 32
"""Names and `[]` in the name of a row; one with more is nested in no other."""

_STEP = re.compile(r"(?P<name>[^.\[\]]+)(?P<items>(?:\[\])*)(?:\.|$)")


def rows_schema(rows: tuple[Property, ...], *, described: bool = False) -> Schema:
    """Return the schema of an object with the properties of a table.

    A row `address.city` is within the row `address`, and `items[].name` in each of `items`. Without
    a row `address`, the dot is a part of the name. A row `*` describes all other properties, and
    one that has no name the whole value.

    Args:
        rows: The rows of the table.
        described: Whether the schemas have descriptions.
    """
    return _with_words(rows) if described else _without_words(rows)


@cached_by_identity(4096)
def _with_words(rows: tuple[Property, ...]) -> Schema:
    return _of_rows(rows, described=True)


@cached_by_identity(4096)
def _without_words(rows: tuple[Property, ...]) -> Schema:
    return _of_rows(rows, described=False)


def _of_rows(rows: tuple[Property, ...], *, described: bool) -> Schema:
    if _are_paths(rows):
        paths = [_Path(p.steps, p.row, described) for p in _paths(rows)]
        whole = next((path.schema for path in paths if path.steps == (WHOLE,)), None)
        inner = [path for path in paths if path.steps != (WHOLE,)]
        return _object(inner) if whole is None else _within(whole, inner)
    # Most tables have no rows within others.
    known: dict[str, PropertySchema] = {}
    for row in rows:
        if row.name not in known:
            schema = row_schema(row) if described else row.schema
            known[row.name] = PropertySchema(row.name, schema, row.required, row.span)
    return Schema(types=("object",), properties=tuple(known.values()))


def row_schema(row: Property) -> Schema:
    """Return the schema of a row, with its description."""
    written = row.type.written if row.type else ""
    return _described(written, row.facets, row.full_description)


# Of the rows of a real publication, five in six repeat another one.
@cached_by(8192, lambda written, facets, text: len(written) + len(text))
def _described(written: str, facets: Facets, text: str) -> Schema:
    schema = schema_of_row(written, facets)
    return schema.replace(description=text) if text else schema


@cached_by_identity(4096)
def rows_tell_of_null(rows: tuple[Property, ...]) -> bool:
    """Tell whether a table states which of its values may be null: no other one may, then."""
    return tells_of_null((row.type.written if row.type else "", row.facets) for row in rows)


@dataclass(frozen=True, slots=True)
class _Path:
    """A row with the path to it: names, and `[]` for each item of an array."""

    steps: tuple[str, ...]
    row: Property | None
    described: bool = False

    @property
    def schema(self) -> Schema:
        """The schema of the row."""
        if self.row is None:
            return ANYTHING
        return row_schema(self.row) if self.described else self.row.schema

    def below(self) -> "_Path":
        """Return the path without its first step."""
        return _Path(self.steps[1:], self.row, self.described)


def _are_paths(rows: Iterable[Property]) -> bool:
    """Tell whether any row may describe something else than a property of its name."""
    return any("." in row.name or "[]" in row.name or row.name in (OTHERS, WHOLE) for row in rows)


def _paths(rows: Sequence[Property]) -> Iterator[_Path]:
    names = {row.name for row in rows}
    for row in rows:
        yield _Path(_steps(row.name, names) or (row.name,), row)


def _steps(name: str, names: set[str]) -> tuple[str, ...]:
    """Split the name of a nested row into steps; () for a row that is within no other."""
    if "." not in name and "[]" not in name:
        return ()
    if is_too_deep(name):
        return ()
    matches = list(_STEP.finditer(name))
    if not matches or "".join(match[0] for match in matches) != name:
        return ()
    outer = matches[0]
    # `api.version` may be the whole name of a property: it is only nested where its outer object
    # has a row.
    if not outer["items"] and outer["name"] not in names:
        return ()
    steps: list[str] = []
    for match in matches:
        steps += [match["name"], *(["[]"] * (len(match["items"]) // 2))]
    return tuple(steps)


def is_too_deep(name: str) -> bool:
    """Tell whether a row is nested more deeply than `MAX_LEVELS`."""
    return len(name) >= MAX_LEVELS and name.count(".") + name.count("[]") >= MAX_LEVELS


def _object(paths: Sequence[_Path], base: Schema | None = None) -> Schema:
    """Return the schema of an object whose properties are the first steps of some paths."""
    grouped: dict[str, list[_Path]] = {}
    for path in paths:
        grouped.setdefault(path.steps[0], []).append(path)
    known = {item.name: item for item in base.properties} if base else {}
    others = base.additional_properties if base else None
    for name, group in grouped.items():
        own = [path for path in group if len(path.steps) == 1 and path.row]
        inner = [path.below() for path in group if len(path.steps) > 1]
        schema = own[0].schema if own else ANYTHING
        first = own[0].row if own else None
        if name == OTHERS:
            others = _within(schema, inner)
            continue
        known.setdefault(
            name,
            PropertySchema(
                name,
                _within(schema, inner),
                first.required if first else None,
                first.span if first else None,
            ),
        )
    return (base or Schema()).replace(
        types=("object",), properties=tuple(known.values()), additional_properties=others
    )


def _within(schema: Schema, paths: Sequence[_Path]) -> Schema:
    """Add to a schema the properties, or the items' properties, that nested rows describe."""
    if not paths:
        return schema
    of_items = [path.below() for path in paths if path.steps[0] == "[]"]
    of_object = [path for path in paths if path.steps[0] != "[]"]
    if of_items or (schema.type == "array" and of_object):
        # `items.name` is within each item, too, where `items` is an array.
        inner = [path for path in (*of_items, *of_object) if path.steps]
        items = _item_schema(schema.items or Schema(), of_items)
        nullable = ("null",) if schema.nullable else ()
        return schema.replace(types=("array", *nullable), ref="", items=_within(items, inner))
    found = _object(of_object, schema.replace(ref=""))
    return found.or_null() if schema.nullable else found


def _item_schema(items: Schema, paths: Iterable[_Path]) -> Schema:
    """Return the schema of items, which a row such as `tags[]` may describe."""
    own = [path for path in paths if not path.steps]
    return own[0].schema if own else items


def own_rows(rows: tuple[Property, ...]) -> Iterator[tuple[Property, Schema]]:
    """Yield the rows that are within no other row, each with its schema and that of nested rows.

    Nested schemas have the descriptions of their rows.
    """
    if not _are_paths(rows):
        yield from ((row, row.schema) for row in rows)
        return
    record = rows_schema(rows, described=True)
    outer = {path.steps[0] for path in _paths(rows) if len(path.steps) > 1}
    for row in rows:
        found = record.property(row.name)
        if found is not None:
            inner = found.schema.replace(description="")
            yield row, inner if row.name in outer else row.schema


def outer_rows(rows: Iterable[Property]) -> frozenset[str]:
    """Return the names of the rows that directly contain others, such as `a.b` for `a.b[].c`."""
    inner = (row.name for row in rows if "." in row.name or "[]" in row.name)
    parents = (name if name.endswith("[]") else name.rpartition(".")[0] for name in inner)
    return frozenset(parent.rstrip("[]") for parent in parents)
