"""Tables of a resource that several operations of a page send and return."""

import json
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from callsheet.model import (
    Assumption,
    AssumptionKind,
    Operation,
    Property,
    RequestBody,
    SectionKind,
)
from callsheet.schema.words.facets import Facet
from callsheet.source.carriers.rows import rows_of
from callsheet.source.carriers.scope_parts import Scope
from callsheet.source.carriers.titles import meaning_of
from callsheet.source.document import Block, BlockKind
from callsheet.source.layouts.layout import Layout
from callsheet.source.rows import property_of

_SENDING = ("POST", "PUT", "PATCH")
_LEAST = 0.6
"""The share of an example's names that the table of its resource has."""

Resource = tuple[Property, ...]


def resources_of(
    blocks: Sequence[Block], scopes: Sequence[Scope], layout: Layout
) -> list[Resource]:
    """Return the tables below headings such as `Order properties`, outside of all operations."""
    within = {index for scope in scopes for index in range(scope.first, scope.end)}
    found = []
    about = False
    for index, block in enumerate(blocks):
        if block.kind is BlockKind.HEADING:
            about = meaning_of(block.text, layout) is SectionKind.PARAMETERS
        elif about and index not in within and block.kind is BlockKind.TABLE:
            table = rows_of(block, layout)
            if table and len(table.rows) > 1:
                found.append(tuple(property_of(row, table) for row in table.rows))
    return found


def with_resource(operation: Operation, resources: Sequence[Resource]) -> Operation:
    """Return an operation with the rows of its resource, where its examples show them.

    What is sent is assumed; read-only rows are not sent, and only a new resource needs the
    required ones, which are sent even if they are said to be read-only.
    """
    response = operation.response
    if response and not response.properties:
        names = _names([example.body for example in operation.example_responses])
        if rows := _fitting(names, resources, _LEAST):
            response = replace(response, properties=rows)
    bodies, assumptions = operation.request_bodies, operation.assumptions
    if not bodies and operation.method in _SENDING:
        names = _names([example.body for example in operation.example_requests])
        rows = tuple(
            row if operation.method == "POST" else _without_mark(row)
            for row in _fitting(names, resources, 1)
            if row.required or "read-only" not in row.description.lower()
        )
        if rows:
            bodies = (RequestBody("", None, rows, operation.span),)
            assumptions += tuple(
                Assumption(AssumptionKind.PLACE, row.name, "body", row.span) for row in rows
            )
    return replace(operation, response=response, request_bodies=bodies, assumptions=assumptions)


def _without_mark(row: Property) -> Property:
    facets = tuple(pair for pair in row.facets if pair[0] is not Facet.REQUIRED)
    return replace(row, required=None, facets=facets)


def _fitting(names: set[str], resources: Sequence[Resource], least: float) -> Resource:
    """Return the rows of the resource that has most of some names; none if it has too few."""
    shares = [(len(names & {row.name for row in rows}), rows) for rows in resources]
    most, rows = max(shares, key=lambda share: share[0], default=(0, ()))
    return rows if names and most >= least * len(names) else ()


def _names(bodies: Sequence[str]) -> set[str]:
    """Return the names in the first body that is a JSON object, or a list of them."""
    return next(filter(None, map(names_of, bodies)), set())


def names_of(body: str) -> set[str]:
    """Return the names in a JSON object, or in the first one of a list; none for other texts."""
    try:
        value: Any = json.loads(body)
    except (ValueError, RecursionError):
        return set()
    first = value[0] if isinstance(value, list) and value else value
    return set(first) if isinstance(first, dict) else set()
