"""Places that are assumed for rows, corrected by what examples send where."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, replace
from typing import Any

from callsheet.model import (
    Assumption,
    AssumptionKind,
    ExampleRequest,
    Location,
    Parameter,
    Property,
)
from callsheet.source.carriers.resources import names_of
from callsheet.source.carriers.templates import query_names

Parameters = dict[tuple[Location, str], Parameter]
"""Parameters by place and name."""


def correct_places(
    assumptions: list[Assumption],
    parameters: Parameters,
    body: dict[str, Property],
    requests: Sequence[ExampleRequest],
) -> None:
    """Move the rows whose places are assumed to where the examples show them."""
    if not requests or not assumptions:
        return
    queried = {name for each in requests for name in query_names(each.target.partition("?")[2])}
    sent = {name for each in requests for name in names_of(each.body)}
    for number, each in enumerate(assumptions):
        name = each.name
        in_query = (Location.QUERY, name)
        if each.kind is not AssumptionKind.PLACE or (name in queried) == (name in sent):
            continue
        if name in sent and in_query in parameters:
            body[name] = Property(*_fields_of(parameters.pop(in_query)))
            assumptions[number] = replace(each, value="body")
        elif name in queried and name in body:
            parameters[in_query] = Parameter(*_fields_of(body.pop(name)))
            assumptions[number] = replace(each, value="query")


def _fields_of(row: Property) -> tuple[Any, ...]:
    return tuple(getattr(row, each.name) for each in fields(Property))
