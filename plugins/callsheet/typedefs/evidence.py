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


@dataclass(frozen=True, slots=True)
class Evidence:
    """What one page says, but for what depends on other pages.

    Attributes:
        tables: The property tables of named types, with what their examples add.
        positions: The values in examples whose type has a name: line, value, name.
        used: The types that it names.
        known: The types of which it says no more than that there are such: one that is given to the
            body of a 204, for there is no body, and those inside a type.
    """

    tables: tuple[Testimony, ...]
    positions: tuple[tuple[int, Any, str], ...] = ()
    used: tuple[str, ...] = ()
    known: tuple[str, ...] = ()


def evidence_of(operation: Operation) -> Evidence:
    """What the page of an operation says."""
    found = tuple(bodies(operation))
    return Evidence(
        tuple(
            _table(operation, body.type.name, body)
            for body in found
            if body.type and body.type.is_named and body.rows
        ),
        tuple(position for body in found for position in _positions(body)),
        _names(map(innermost, _types(operation, found))),
        _names((r.type, r.body_type) if (r := operation.response) else ()),
    )


def evidence_of_type(page: TypeTable) -> Evidence:
    """What a page says that defines a type itself."""
    return Evidence((_type_table(page),), known=_names(innermost(r.type) for r in page.properties))


def _names(types: Iterable[DataType | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each.name for each in types if each and each.is_named))


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


def examples(operation: Operation, evidence: Evidence, declared: Declared) -> tuple[Testimony, ...]:
    """The values of named types in the examples of a page.

    Args:
        operation: The operation.
        evidence: What its page says.
        declared: What tables say of named types, so as to find one inside another.
    """
    return tuple(
        testimony
        for line, value, name in evidence.positions
        for testimony in _walk(value, name, _sighting(operation, line, Source.EXAMPLE), declared, 0)
    )


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


def _types(operation: Operation, found: Iterable[Body]) -> Iterator[DataType | None]:
    yield from (parameter.type for parameter in operation.parameters)
    for body in found:
        yield body.type
        yield from (row.type for row in body.rows)
    response = operation.response
    if response:
        yield from (row.type for row in response.properties)
