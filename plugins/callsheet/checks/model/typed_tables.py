"""The parts of an operation whose types a page states, table by table."""

from __future__ import annotations

from collections.abc import Iterator

from callsheet.checks.model.page import CheckedPage, OperationPage
from callsheet.memo import cached_by_identity
from callsheet.model import Location, Operation, Property

_Table = tuple[str, tuple[Property, ...]]


# A dozen rules look through them.
@cached_by_identity(16)
def typed_tables(operation: Operation) -> tuple[_Table, ...]:
    """The rows of the tables that have a type column, each table with what its rows are called."""
    # The page format's own table of headers has no types.
    sent = (
        (name, rows)
        for name, rows in sent_tables(operation)
        if name != "header" or any(row.type for row in rows)
    )
    return (*sent, *answered_tables(operation))


@cached_by_identity(16)
def all_tables(operation: Operation) -> tuple[_Table, ...]:
    """Those, and the headers."""
    return (*sent_tables(operation), *answered_tables(operation))


@cached_by_identity(16)
def sent_tables(operation: Operation) -> tuple[_Table, ...]:
    """The rows of the tables of what is sent."""
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
    """The rows of the tables of what comes back."""
    response = operation.response
    if response is None:
        return
    for rows in (response.properties, *(body.properties for body in response.bodies)):
        if rows:
            yield "property", rows
    if response.headers:
        yield "response header", response.headers


def property_tables(page: CheckedPage) -> Iterator[tuple[Property, ...]]:
    """The tables of properties of a page: of its bodies, and of the type that it defines."""
    if isinstance(page, OperationPage):
        for kind, rows in all_tables(page.operation):
            if kind == "property":
                yield rows
    if table := page.reading.page.defines:
        yield table.properties
