"""Collects what pages say about named types: in tables, in examples, by naming them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from callsheet.model import DataType, Operation, TypeTable
from callsheet.typedefs.bodies import Body, bodies
from callsheet.typedefs.model import Field, Shape, Sighting, Source
from callsheet.typedefs.shapes import MAX_DEPTH, infer, innermost, look, rows_as_fields

Declared = Mapping[str, Mapping[str, DataType]]
"""The documented property types of named types."""


class Weight(IntEnum):
    """How much a place tells: the vocabulary of requests is coarser than that of responses."""

    EXAMPLE = 0
    REQUEST_TABLE = 1
    RESPONSE_TABLE = 2


@dataclass(frozen=True, slots=True)
class Statement:
    """What one place says about one property."""

    field: Field
    weight: Weight
    sighting: Sighting


@dataclass(frozen=True, slots=True)
class Testimony:
    """What one place says about a type.

    Attributes:
        name: The type.
        sighting: The place; its uid is empty where that is the page of a type.
        weight: How much it tells; a table is meant to be complete, an example is not.
        statements: What it says about the properties.
        scalar: The shape of a value that is no object, else None.
    """

    name: str
    sighting: Sighting
    weight: Weight
    statements: tuple[Statement, ...]
    scalar: Shape | None = None

    @property
    def names(self) -> frozenset[str]:
        """The names of the properties."""
        return frozenset(statement.field.name for statement in self.statements)


def tables(
    operations: Iterable[Operation], pages: Iterable[TypeTable] = ()
) -> dict[str, list[Testimony]]:
    """The property tables of named types, by type, with what their examples add."""
    found: dict[str, list[Testimony]] = {}
    for page in pages:
        found.setdefault(page.name, []).append(_type_table(page))
    for operation in operations:
        for body in bodies(operation):
            if body.type and body.type.is_named and body.rows:
                found.setdefault(body.type.name, []).append(_table(operation, body.type.name, body))
    return found


def _table(operation: Operation, name: str, body: Body) -> Testimony:
    weight = Weight.RESPONSE_TABLE if body.response else Weight.REQUEST_TABLE
    fields = rows_as_fields(body.rows, [record for _, record in body.records()])
    statements = (
        Statement(field, weight, _sighting(operation, row.span.start, Source.TABLE))
        for row, field in zip(body.rows, fields, strict=True)
    )
    sighting = _sighting(operation, body.line, Source.TABLE)
    return Testimony(name, sighting, weight, tuple(statements))


def _type_table(page: TypeTable) -> Testimony:
    statements = (
        Statement(field, Weight.RESPONSE_TABLE, Sighting(page.path, "", line, Source.TABLE))
        for field, line in zip(
            rows_as_fields(page.properties, []),
            (row.span.start for row in page.properties),
            strict=True,
        )
    )
    sighting = Sighting(page.path, "", page.span.start, Source.TABLE)
    return Testimony(page.name, sighting, Weight.RESPONSE_TABLE, tuple(statements))


def examples(operations: Iterable[Operation], declared: Declared) -> dict[str, list[Testimony]]:
    """The values of named types in examples, by type.

    Args:
        operations: Where to look.
        declared: What tables say of named types, so as to find one inside another.
    """
    found: dict[str, list[Testimony]] = {}
    for operation in operations:
        for body in bodies(operation):
            for line, value, name in _positions(body):
                sighting = _sighting(operation, line, Source.EXAMPLE)
                for testimony in _walk(value, name, sighting, declared, 0):
                    found.setdefault(testimony.name, []).append(testimony)
    return found


def _positions(body: Body) -> Iterator[tuple[int, Any, str]]:
    """The values in a body's examples whose type has a name: line, value, name."""
    if body.type and body.type.is_named and not body.rows:
        for line, value in body.examples:
            yield line, value, body.type.name
    rows = [(row.name, row.type.name) for row in body.rows if row.type and row.type.is_named]
    if rows:
        for line, record in body.records():
            yield from ((line, record.get(key), name) for key, name in rows)


def _walk(
    value: Any, name: str, sighting: Sighting, declared: Declared, depth: int
) -> Iterator[Testimony]:
    if value is None or depth >= MAX_DEPTH:
        return
    if not isinstance(value, dict):
        yield Testimony(name, sighting, Weight.EXAMPLE, (), infer(value))
        return
    types = declared.get(name, {})
    fields = (Field(key, look(types.get(key), inner, key)) for key, inner in value.items())
    statements = (Statement(field, Weight.EXAMPLE, sighting) for field in fields)
    yield Testimony(name, sighting, Weight.EXAMPLE, tuple(statements))
    for key, inner in value.items():
        inner_type = types.get(key)
        if inner_type and inner_type.is_named:
            yield from _walk(inner, inner_type.name, sighting, declared, depth + 1)


def _sighting(operation: Operation, line: int, source: Source) -> Sighting:
    return Sighting(operation.path, operation.uid, line, source)


def uses(
    operations: Iterable[Operation], pages: Iterable[TypeTable] = ()
) -> dict[str, dict[str, None]]:
    """The uids of the operations that name a type, in order.

    A type that is given to the body of a 204 is known by that, but not used: there is no body.
    """
    found: dict[str, dict[str, None]] = {}
    for operation in operations:
        for data_type in map(innermost, _types(operation)):
            if data_type and data_type.is_named:
                found.setdefault(data_type.name, {})[operation.uid] = None
        if response := operation.response:
            for data_type in (response.type, response.body_type):
                if data_type and data_type.is_named:
                    found.setdefault(data_type.name, {})
    # Of the types inside a type, it is known that there are such.
    for page in pages:
        for data_type in (innermost(row.type) for row in page.properties):
            if data_type and data_type.is_named:
                found.setdefault(data_type.name, {})
    return found


def _types(operation: Operation) -> Iterator[DataType | None]:
    yield from (parameter.type for parameter in operation.parameters)
    for body in bodies(operation):
        yield body.type
        yield from (row.type for row in body.rows)
    response = operation.response
    if response:
        yield from (row.type for row in response.properties)
