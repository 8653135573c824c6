"""The wanted part of a list that a page only shows, and that belongs to no collection."""

from contextlib import suppress
from typing import Any

from callsheet.findings import Span
from callsheet.model import DataType, Location, Property
from callsheet.server.engine.call import Call
from callsheet.server.engine.contracts import Contract
from callsheet.server.http.problems import Problem
from callsheet.server.resources.grouping import list_property
from callsheet.server.resources.identity import plain
from callsheet.server.resources.listing import LIMITS, OFFSETS
from callsheet.server.resources.odata import filtered, ordered
from callsheet.server.state import Document

_TYPES: dict[type, str] = {bool: "bool", int: "int64", float: "double", str: "string"}


def part_of(value: Any, call: Call, contract: Contract) -> Any:
    """Return an answer with the part of its list that the documented parameters ask for.

    Those are `$filter` and `$orderby`, as far as the items have what they name, and then `$top` and
    `$skip`, or others of their meaning, such as `limit` and `offset`.

    Args:
        value: The answer: a list, or an envelope with one.
        call: The request.
        contract: What the exported document promises of the answer.
    """
    name = list_property(contract.schema) if isinstance(value, dict) else None
    rows = value.get(name) if name is not None else value
    if not isinstance(rows, list):
        return value
    part = _window(call, _chosen(call, rows))
    found = part if name is None else {**value, name: part}
    return value if part is rows or not contract.fits(found) else found


def _chosen(call: Call, rows: list[Any]) -> list[Any]:
    options = {name.lower(): text for name, text in call.input.query.items()}
    expression, order = options.get("$filter"), options.get("$orderby")
    if not (expression or order) or not all(isinstance(row, dict) for row in rows):
        return rows
    properties = _properties(rows)
    # What is shown need not have what the real rows have.
    with suppress(Problem):
        if isinstance(expression, str):
            rows = filtered(call, rows, expression, properties)
    with suppress(Problem):
        if isinstance(order, str):
            rows = ordered(call, [*rows], order, properties)
    return rows


def _properties(rows: list[Document]) -> dict[str, Property]:
    """Return the properties of items, by name in lower case, with the types of the first values."""
    found: dict[str, Property] = {}
    for row in rows:
        for name, value in row.items():
            if word := _TYPES.get(type(value)):
                data_type = DataType(word, word)
                known = Property(name, data_type, None, "", (), Span(1, 1))
                found.setdefault(name.lower(), known)
    return found


def _window(call: Call, rows: list[Any]) -> list[Any]:
    first, size = 0, None
    for row in call.operation.parameters_in(Location.QUERY):
        number = call.input.query.get(row.name)
        if row.schema.type != "integer" or not isinstance(number, int) or number < 0:
            continue
        if plain(row.name) in LIMITS:
            size = number
        elif plain(row.name) in OFFSETS:
            first = number
    return rows if not first and size is None else rows[first:][:size]
