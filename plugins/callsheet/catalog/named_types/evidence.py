"""Collects what pages say about named types: in tables, in examples, by naming them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from callsheet.catalog.named_types.model import EvidenceSource, Sighting
from callsheet.model import DataType, Operation, Property, TypeTable
from callsheet.model.bodies import Body, bodies, described_type
from callsheet.model.rows import own_rows, rows_tell_of_null
from callsheet.schema import ANYTHING, Schema
from callsheet.schema.infer import MAX_DEPTH, infer, look, shown_in
from callsheet.schema.words.type_words import schema_of_words

Declared = Mapping[str, Mapping[str, Schema]]
"""What tables state of the properties of named types."""


class Weight(IntEnum):
    """How much a place tells: the vocabulary of requests is coarser than that of responses."""

    EXAMPLE = 0
    REQUEST_TABLE = 1
    RESPONSE_TABLE = 2


@dataclass(frozen=True, slots=True)
class Statement:
    """What one place says about one property.

    Attributes:
        name: The property.
        schema: What it says of the values.
        weight: How much the place tells.
        sighting: The place.
        description: What a table says of it in words; empty where only an example shows it.
        required: Whether it must be there; None where nothing is said.
        tells_of_null: Whether it is of a table that says what may be null.
    """

    name: str
    schema: Schema
    weight: Weight
    sighting: Sighting
    description: str = ""
    required: bool | None = None
    tells_of_null: bool = False


@dataclass(frozen=True, slots=True)
class Testimony:
    """What one place says about a type.

    Attributes:
        name: The type.
        sighting: The place; its uid is empty where that is the page of a type.
        weight: How much it tells; a table is meant to be complete, an example is not.
        statements: What it says about the properties.
        scalar: The schema of a value that is no object, else None.
    """

    name: str
    sighting: Sighting
    weight: Weight
    statements: tuple[Statement, ...]
    scalar: Schema | None = None

    @property
    def names(self) -> frozenset[str]:
        """The names of the properties."""
        return frozenset(statement.name for statement in self.statements)


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
            _table(operation, name, body)
            for body in found
            if body.rows and (name := described_type(body.type))
        ),
        tuple(position for body in found for position in _positions(body)),
        _names(_schemas(operation, found)),
        _names(_of_types((r.type, r.body_type)) if (r := operation.response) else ()),
    )


def evidence_of_type(page: TypeTable) -> Evidence:
    """What a page says that defines a type itself."""
    return Evidence((_type_table(page),), known=_names(row.schema for row in page.properties))


def _names(schemas: Iterable[Schema]) -> tuple[str, ...]:
    """The named types that values of these schemas are of, or that are inside of them."""
    return tuple(dict.fromkeys(name for schema in schemas for name in references(schema)))


def references(schema: Schema) -> Iterator[str]:
    """The named types that a schema of a row refers to."""
    if schema.ref:
        yield schema.ref
    for inner in (*schema.any_of, schema.items, schema.additional_properties):
        if inner is not None:
            yield from references(inner)


def _table(operation: Operation, name: str, body: Body) -> Testimony:
    weight = Weight.RESPONSE_TABLE if body.response else Weight.REQUEST_TABLE
    records = [record for _, record in body.records()]
    told = rows_tell_of_null(body.rows)
    statements = (
        _statement(
            row,
            shown_in(
                schema, (r[row.name] for r in records if row.name in r), row.name, nulls=not told
            ),
            weight,
            _sighting(operation, row.span.start, EvidenceSource.TABLE),
            told,
        )
        for row, schema in own_rows(body.rows)
    )
    sighting = _sighting(operation, body.line, EvidenceSource.TABLE)
    return Testimony(name, sighting, weight, tuple(statements))


def _type_table(page: TypeTable) -> Testimony:
    statements = (
        _statement(
            row,
            schema,
            Weight.RESPONSE_TABLE,
            Sighting(page.path, "", row.span.start, EvidenceSource.TABLE),
            rows_tell_of_null(page.properties),
        )
        for row, schema in own_rows(page.properties)
    )
    sighting = Sighting(page.path, "", page.span.start, EvidenceSource.TABLE)
    return Testimony(page.name, sighting, Weight.RESPONSE_TABLE, tuple(statements))


def _statement(
    row: Property, schema: Schema, weight: Weight, sighting: Sighting, told: bool
) -> Statement:
    return Statement(row.name, schema, weight, sighting, row.full_description, row.required, told)


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
        for testimony in _walk(
            value, name, _sighting(operation, line, EvidenceSource.EXAMPLE), declared, 0
        )
    )


def _positions(body: Body) -> Iterator[tuple[int, Any, str]]:
    """The values in a body's examples whose type has a name: line, value, name."""
    if body.type and not body.rows:
        schema = schema_of_words(body.type.written)
        for line, value in body.examples:
            yield from ((line, inner, name) for inner, name in _named_in(value, schema))
    rows = [row for row in body.rows if next(references(row.schema), "")]
    if rows:
        for line, record in body.records():
            for row in rows:
                found = _named_in(record.get(row.name), row.schema)
                yield from ((line, inner, name) for inner, name in found)


def _named_in(value: Any, schema: Schema) -> Iterator[tuple[Any, str]]:
    """The values of named types in a value: itself, its items, or the values of a map."""
    if name := schema.reference:
        yield value, name
    elif isinstance(value, list) and schema.items is not None:
        for item in value:
            yield from _named_in(item, schema.items)
    elif isinstance(value, dict) and schema.additional_properties is not None:
        for item in value.values():
            yield from _named_in(item, schema.additional_properties)


def _walk(
    value: Any, name: str, sighting: Sighting, declared: Declared, depth: int
) -> Iterator[Testimony]:
    if value is None or depth >= MAX_DEPTH:
        return
    if not isinstance(value, dict):
        yield Testimony(name, sighting, Weight.EXAMPLE, (), infer(value))
        return
    types = declared.get(name, {})
    statements = (
        Statement(key, look(types.get(key, ANYTHING), inner, key), Weight.EXAMPLE, sighting)
        for key, inner in value.items()
    )
    yield Testimony(name, sighting, Weight.EXAMPLE, tuple(statements))
    for key, inner in value.items():
        for found, inner_type in _named_in(inner, types.get(key, ANYTHING)):
            yield from _walk(found, inner_type, sighting, declared, depth + 1)


def _sighting(operation: Operation, line: int, source: EvidenceSource) -> Sighting:
    return Sighting(operation.path, operation.uid, line, source)


def _schemas(operation: Operation, found: Iterable[Body]) -> Iterator[Schema]:
    yield from (parameter.schema for parameter in operation.parameters)
    for body in found:
        yield from _of_types([body.type])
        yield from (row.schema for row in body.rows)
    if response := operation.response:
        yield from (row.schema for row in response.properties)


def _of_types(types: Iterable[DataType | None]) -> Iterator[Schema]:
    return (schema_of_words(each.written) for each in types if each)
