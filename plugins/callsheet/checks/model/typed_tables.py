"""Tables of an operation, with what their rows are called."""

from __future__ import annotations

from collections.abc import Iterator

from callsheet.checks.model.page import CheckedPage, OperationPage
from callsheet.memo import cached_by_identity
from callsheet.model import Location, Operation, Property

_Table = tuple[str, tuple[Property, ...]]


# A dozen rules look through them.
@cached_by_identity(16)
def typed_tables(operation: Operation) -> tuple[_Table, ...]:
    """Return the rows of each table with a type column, and what its rows are called."""
    # The page format's own table of headers has no types.
    sent = (
        (name, rows)
        for name, rows in sent_tables(operation)
        if name != "header" or any(row.type for row in rows)
    )
    return (*sent, *answered_tables(operation))


@cached_by_identity(16)
def all_tables(operation: Operation) -> tuple[_Table, ...]:
    """Return the typed tables, and those of headers."""
    return (*sent_tables(operation), *answered_tables(operation))


@cached_by_identity(16)
def sent_tables(operation: Operation) -> tuple[_Table, ...]:
    """Return the rows of the tables that describe requests."""
    return tuple(_sent_tables(operation))


def _sent_tables(operation: Operation) -> Iterator[_Table]:
    for location in (Location.PATH, Location.QUERY):
        if rows := operation.parameters_in(location):
            yield f"{location} parameter", rows
    for location in (Location.COOKIE, Location.HEADER):
        if rows := operation.parameters_in(location):
            yield location, rows
    for body in operation.request_bodies:
        if body.properties:
            yield "property", body.properties


def answered_tables(operation: Operation) -> Iterator[_Table]:
    """Yield the rows of the tables that describe responses."""
    response = operation.response
    if response is None:
        return
    for rows in (response.properties, *(body.properties for body in response.bodies)):
        if rows:
            yield "property", rows
    if response.headers:
        yield "response header", response.headers


def property_tables(page: CheckedPage) -> Iterator[tuple[Property, ...]]:
    """Yield the tables of properties of a page: of its bodies and of the type that it defines."""
    if isinstance(page, OperationPage):
        for kind, rows in all_tables(page.operation):
            if kind == "property":
                yield rows
    if table := page.reading.page.defines:
        yield table.properties
