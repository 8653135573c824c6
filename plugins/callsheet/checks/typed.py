"""The parts of an operation whose types a page states, table by table."""

from __future__ import annotations

from collections.abc import Iterator

from callsheet.model import Location, Operation, Property


def typed_tables(operation: Operation) -> Iterator[tuple[str, tuple[Property, ...]]]:
    """The rows of the tables that have a type column, each table with what its rows are called."""
    path = operation.parameters_in(Location.PATH)
    query = operation.parameters_in(Location.QUERY)
    if path:
        yield "path parameter", path
    if query:
        yield "query parameter", query
    if operation.request_body and operation.request_body.properties:
        yield "property", operation.request_body.properties
    if operation.response and operation.response.properties:
        yield "property", operation.response.properties


def all_tables(operation: Operation) -> Iterator[tuple[str, tuple[Property, ...]]]:
    """Those, and the headers."""
    yield from typed_tables(operation)
    if headers := operation.parameters_in(Location.HEADER):
        yield "header", headers
