"""Named types that tables document, cached from run to run.

Defining the types of 800 pages takes a quarter of a second, and few edits of a page change one. So
operations are first reduced to what determines types, and the result is cached until a reduced
operation changes. Lines do not determine types: the cache only knows the part of a page in which a
table is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import IntEnum
from functools import cached_property

from callsheet.cache.content import ContentCache, cache_file, digest_of
from callsheet.cache.fingerprint import code_fingerprint
from callsheet.catalog import Catalog
from callsheet.catalog.named_types import EvidenceSource, TypeDefinition, define_types
from callsheet.model import (
    ExampleRequest,
    ExampleResponse,
    Operation,
    Property,
    Route,
    Span,
    Status,
    TypeTable,
)
from callsheet.model.bodies import described_type, request_body, response_body, status_bodies
from callsheet.model.rows import rows_schema
from callsheet.schema import Schema
from callsheet.source import Reading
from callsheet.source.rows import read_type


class TablePart(IntEnum):
    """Part of a page with the table of a type; its value is the line in the reduced page.

    If a page has two tables of a type, the upper one comes first.
    """

    TYPE_PAGE = 1
    REQUEST = 2
    RESPONSE = 3
    REQUEST_BELOW = 4
    STATUS = 5


@dataclass(frozen=True)
class DefinedType:
    """A named type that a table documents.

    Attributes:
        name: As the pages write it.
        path: The page of the first table.
        part: Where on that page.
        rows: Its properties as the defining page documents them, and further ones with their types
            from all pages.
    """

    name: str
    path: str
    part: TablePart
    rows: tuple[Property, ...]

    @cached_property
    def schema(self) -> Schema:
        """What its values may be."""
        return rows_schema(self.rows)

    def line(self, catalog: Catalog) -> int:
        """Return the line of the first table's heading."""
        if self.part is TablePart.TYPE_PAGE:
            return catalog.defining[self.path].span.start
        operation = catalog.by_path[self.path]
        if self.part is TablePart.STATUS:
            own = (b for b in status_bodies(operation) if described_type(b.type) == self.name)
            return next((body.line for body in own), operation.span.start)
        read = response_body if self.part is TablePart.RESPONSE else request_body
        body = read(operation)
        return body.line if body else operation.span.start


@dataclass(frozen=True, slots=True)
class _DefinedTypes:
    types: tuple[DefinedType, ...]


def evidence_of(reading: Reading) -> str:
    """Return a digest of what a page says about types; empty if it can say nothing."""
    operation, table = reading.operation, reading.page.defines
    if operation is None and table is None:
        return ""
    stripped = operation and _of_operation(operation), table and _of_type_table(table)
    return digest_of(repr(stripped).encode())


def defined_types(catalog: Catalog, evidence: Mapping[str, str]) -> dict[str, DefinedType]:
    """Return the named types that tables document, by name.

    Args:
        catalog: The docs tree.
        evidence: The results of `evidence_of` by path; if one is missing, nothing is cached.
    """
    file = cache_file(catalog.root, "-types")
    # A page with the uid of another page is not an operation of the catalog.
    operations = catalog.by_path.keys()
    pages = [page for page in catalog.pages if page.path in operations or page.defines]
    if file is None or any(page.path not in evidence for page in pages):
        return {found.name: found for found in _define(catalog)}
    said = [(page.path, evidence[page.path], page.path in operations) for page in pages]
    digest = digest_of(repr(said).encode())
    cache = ContentCache(file, _DefinedTypes, code_fingerprint())
    cache.load()
    defined = cache.get("types", digest)
    if defined is None:
        defined = _DefinedTypes(tuple(_define(catalog)))
        cache.save({"types": (digest, defined)})
    return {found.name: found for found in defined.types}


def _define(catalog: Catalog) -> Iterator[DefinedType]:
    operations = map(_of_operation, catalog.operations)
    tables = [_of_type_table(table) for table in catalog.type_tables]
    own = {table.name: table.properties for table in reversed(tables)}
    for definition in define_types(operations, tables).values():
        yield from _tabled(definition, own.get(definition.name, ()))


def _tabled(definition: TypeDefinition, own: tuple[Property, ...]) -> Iterator[DefinedType]:
    table = next((s for s in definition.sightings if s.source is EvidenceSource.TABLE), None)
    if table is not None and definition.properties:
        names = {row.name for row in own}
        lines = _lines(TablePart(table.line))
        others = tuple(
            Property(field.name, read_type(field.schema.written), None, "", (), lines)
            for field in definition.properties
            if field.name not in names
        )
        yield DefinedType(definition.name, table.path, TablePart(table.line), own + others)


def _of_operation(operation: Operation) -> Operation:
    """Reduce an operation to what determines the names and types of properties."""
    request, response = operation.request_body, operation.response
    is_below = request and response and request.span.start > response.span.start
    up = _lines(TablePart.REQUEST_BELOW if is_below else TablePart.REQUEST)
    down, own = _lines(TablePart.RESPONSE), _lines(TablePart.STATUS)
    return Operation(
        uid=operation.uid,
        path=operation.path,
        front_matter={},
        title="",
        method="",
        route=Route("", up),
        parameters=(),
        request_media_types=(),
        response_media_types=(),
        query_examples=(),
        request_bodies=tuple(
            replace(body, name="", properties=_rows(body.properties, up), span=up)
            for body in operation.request_bodies
        ),
        response=response
        and replace(
            response,
            statuses=tuple(Status(s.code, "", (), down) for s in response.statuses),
            properties=_rows(response.properties, down),
            bodies=tuple(
                replace(body, properties=_rows(body.properties, own), span=own)
                for body in response.bodies
            ),
            span=down,
        ),
        example_requests=tuple(
            ExampleRequest((), m.body, "", up, "", "") for m in operation.example_requests
        ),
        example_responses=tuple(
            ExampleResponse((), m.body, "", down, m.status, "") for m in operation.example_responses
        ),
        sections=(),
        span=up,
    )


def _of_type_table(table: TypeTable) -> TypeTable:
    lines = _lines(TablePart.TYPE_PAGE)
    return replace(table, properties=_rows(table.properties, lines), span=lines)


def _rows(rows: Iterable[Property], lines: Span) -> tuple[Property, ...]:
    return tuple(
        Property(row.name, row.type, row.required, "", (), lines, row.facets) for row in rows
    )


def _lines(part: TablePart) -> Span:
    return Span(part.value, part.value)
