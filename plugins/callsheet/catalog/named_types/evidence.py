"""Evidence about named types: what pages say in tables and examples, and which types they name."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from callsheet.catalog.named_types.model import EvidenceSource, Sighting
from callsheet.model import WHOLE, DataType, Operation, TypeTable
from callsheet.model.bodies import Body, bodies, described_type
from callsheet.model.rows import own_rows, rows_schema, rows_tell_of_null
from callsheet.records import record
from callsheet.schema import ANYTHING, Literal, Schema
from callsheet.schema.annotations import with_annotations
from callsheet.schema.i_json import read_json
from callsheet.schema.infer import MAX_DEPTH, completed_by_examples, completed_by_value, infer
from callsheet.schema.words.type_words import schema_of_words

Declared = Mapping[str, Mapping[str, Schema]]
"""The schemas that tables state for the properties of named types."""


class Weight(IntEnum):
    """The weight of a place: the vocabulary of requests is coarser than that of responses."""

    EXAMPLE = 0
    REQUEST_TABLE = 1
    RESPONSE_TABLE = 2


@record()
class Statement:
    """Statement of one place about one property.

    Attributes:
        name: The property.
        schema: The schema of its values.
        weight: The weight of the place.
        sighting: The place.
        description: Its description in a table; empty for an example.
        required: Whether it is required; None where that is not stated.
        tells_of_null: Whether it is in a table that states what may be null.
        stated: The schema that a table states, without what examples add; None for an example.
    """

    name: str
    schema: Schema
    weight: Weight
    sighting: Sighting
    description: str = ""
    required: bool | None = None
    tells_of_null: bool = False
    stated: Schema | None = None


@dataclass(frozen=True, slots=True)
class Testimony:
    """Statements of one place about a type.

    Attributes:
        name: The type.
        sighting: The place; its uid is empty for the page of a type.
        weight: Its weight; a table is meant to be complete, an example is not.
        statements: Its statements about properties.
        scalar: The schema of a value that is not an object, else None.
        frame: What the page of a type says besides properties: all of a type that has none, and
            what describes it.
    """

    name: str
    sighting: Sighting
    weight: Weight
    statements: tuple[Statement, ...]
    scalar: Schema | None = None
    frame: Schema | None = None

    @property
    def names(self) -> frozenset[str]:
        """The names of the properties."""
        return frozenset(statement.name for statement in self.statements)


@dataclass(frozen=True, slots=True)
class Evidence:
    """The evidence of one page, as far as it does not depend on other pages.

    Attributes:
        tables: The tables of named types, completed by their examples.
        positions: The values of named types in examples: line, value, name.
        used: The types that its tables and bodies name.
        known: Types that are only mentioned: that of the body of a 204, which has none, and those
            inside of a type.
    """

    tables: tuple[Testimony, ...]
    positions: tuple[tuple[int, Any, str], ...] = ()
    used: tuple[str, ...] = ()
    known: tuple[str, ...] = ()


def evidence_of(operation: Operation) -> Evidence:
    """Collect the evidence on the page of an operation."""
    found = tuple(bodies(operation))
    return Evidence(
        tuple(
            _table(operation, name, body)
            for body in found
            # A row about the whole body describes no type that the body is made of.
            if body.rows and all(row.name != WHOLE for row in body.rows)
            if (name := described_type(body.type))
        ),
        tuple(position for body in found for position in _positions(body)),
        _names(_schemas(operation, found)),
        _names(_of_types((r.type, r.body_type)) if (r := operation.response) else ()),
    )


def evidence_of_type(page: TypeTable) -> Evidence:
    """Collect the evidence on a page that defines a type."""
    return Evidence((_type_table(page),), known=_names(row.schema for row in page.properties))


def _names(schemas: Iterable[Schema]) -> tuple[str, ...]:
    """Return the named types that these schemas refer to, at any depth."""
    return tuple(dict.fromkeys(name for schema in schemas for name in references(schema)))


def references(schema: Schema) -> Iterator[str]:
    """Yield the named types that the schema of a row refers to."""
    if schema.ref:
        yield schema.ref
    # `one_of` and `all_of` do not occur here: the types of cells have no words for them.
    for inner in (*schema.any_of, schema.items, schema.additional_properties):
        if inner is not None:
            yield from references(inner)


def _table(operation: Operation, name: str, body: Body) -> Testimony:
    weight = Weight.RESPONSE_TABLE if body.response else Weight.REQUEST_TABLE
    records = [record for _, record in body.records()]
    tells_of_null = rows_tell_of_null(body.rows)
    statements = (
        Statement(
            row.name,
            completed_by_examples(
                schema,
                [r[row.name] for r in records if row.name in r],
                row.name,
                nulls=not tells_of_null,
            ),
            weight,
            Sighting(operation.path, operation.uid, row.span.start, EvidenceSource.TABLE),
            row.full_description,
            row.required,
            tells_of_null,
            schema,
        )
        for row, schema in own_rows(body.rows)
    )
    sighting = Sighting(operation.path, operation.uid, body.line, EvidenceSource.TABLE)
    return Testimony(name, sighting, weight, tuple(statements))


def _type_table(page: TypeTable) -> Testimony:
    statements = (
        Statement(
            row.name,
            schema,
            Weight.RESPONSE_TABLE,
            Sighting(page.path, "", row.span.start, EvidenceSource.TABLE),
            row.full_description,
            row.required,
            rows_tell_of_null(page.properties),
            schema,
        )
        for row, schema in own_rows(page.properties)
    )
    sighting = Sighting(page.path, "", page.span.start, EvidenceSource.TABLE)
    frame = rows_schema(page.properties, described=True)
    shown = tuple(_examples_of(page))
    frame = frame.replace(properties=(), description=page.description, examples=shown)
    if page.annotations:
        frame = with_annotations(frame, json.loads(page.annotations))
    return Testimony(page.name, sighting, Weight.RESPONSE_TABLE, tuple(statements), None, frame)


def _examples_of(page: TypeTable) -> Iterator[Literal]:
    try:
        if page.example:
            yield Literal.of(read_json(page.example))
    except ValueError:
        # A rule of docs CI reports invalid JSON.
        return


def examples(operation: Operation, evidence: Evidence, declared: Declared) -> tuple[Testimony, ...]:
    """Return the testimonies of the examples on a page.

    Args:
        operation: The operation.
        evidence: The evidence of its page.
        declared: The schemas in tables, which tell where types are inside of others.
    """
    return tuple(
        testimony
        for line, value, name in evidence.positions
        for place in (Sighting(operation.path, operation.uid, line, EvidenceSource.EXAMPLE),)
        for testimony in _walk(value, name, place, declared, 0)
    )


def _positions(body: Body) -> Iterator[tuple[int, Any, str]]:
    """Yield the values of named types in a body's examples: line, value, name."""
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
    """Yield the values of named types in a value: itself, its items, or its map values."""
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
        Statement(
            key, completed_by_value(types.get(key, ANYTHING), inner, key), Weight.EXAMPLE, sighting
        )
        for key, inner in value.items()
    )
    yield Testimony(name, sighting, Weight.EXAMPLE, tuple(statements))
    for key, inner in value.items():
        for found, inner_type in _named_in(inner, types.get(key, ANYTHING)):
            yield from _walk(found, inner_type, sighting, declared, depth + 1)


def _schemas(operation: Operation, found: Iterable[Body]) -> Iterator[Schema]:
    yield from (parameter.schema for parameter in operation.parameters)
    for body in found:
        yield from _of_types([body.type])
        yield from (row.schema for row in body.rows)
    if response := operation.response:
        yield from (row.schema for row in response.properties)


def _of_types(types: Iterable[DataType | None]) -> Iterator[Schema]:
    return (schema_of_words(each.written) for each in types if each)
