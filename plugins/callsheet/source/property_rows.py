"""Rows of tables, parsed as parameters and properties."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from callsheet.model import REQUIRED_MARK, DataType, Extras, Location, Parameter, Property, Span
from callsheet.schema.words.facets import Facet, Facets, is_yes, says_nothing
from callsheet.source.columns import COLUMNS, DESCRIPTION, TYPE
from callsheet.source.datatypes import read_type
from callsheet.source.names import plain_name
from callsheet.source.tables import Row, Table

_CODE_SPAN = re.compile(r"`([^`]+)`")


_Parts = tuple[str, DataType | None, bool | None, str, Extras, Span, Facets]
"""The fields of `Property` in their order."""


def property_of(row: Row, table: Table) -> Property:
    """Return the property that a row documents; the first cell is its name."""
    return Property(*parts_of(row, table))


def parts_of(row: Row, table: Table) -> _Parts:
    """Return what `property_of` is made of, for what is more than a property."""
    layout = _layout(table.columns)
    description = row.cell(layout.description)
    required: bool | None = REQUIRED_MARK in description or None
    facets: Facets = ()
    if layout.facets:
        cells = ((facet, row.cell(column)) for facet, column in layout.facets)
        facets = tuple(pair for pair in cells if not says_nothing(*pair))
        if required is None and layout.required is not None:
            required = is_yes(row.cell(layout.required))
    return (
        plain_name(row.cell(0)),
        read_type(row.cell(layout.type)),
        required,
        description,
        ()
        if layout.is_whole and len(row.cells) <= len(table.columns)
        else row.extras(table.columns, layout.known),
        row.span,
        facets,
    )


@dataclass(frozen=True, slots=True)
class _Layout:
    """The indexes of the columns that the page format knows, their names, and whether all are."""

    type: int | None
    description: int | None
    required: int | None
    facets: tuple[tuple[Facet, int], ...]
    known: tuple[str, ...]
    is_whole: bool


@lru_cache(maxsize=256)
def _layout(columns: tuple[str, ...]) -> _Layout:
    found = {column: index for index, column in reversed([*enumerate(columns)])}
    known = COLUMNS
    if columns[0] == "property name":
        # Only parameters have a style. For properties, such a column is an extra one.
        known -= {Facet.STYLE}
    places = {column: index for column, index in found.items() if index and column in known}
    return _Layout(
        type=places.get(TYPE),
        description=places.get(DESCRIPTION),
        required=places.get(Facet.REQUIRED),
        facets=tuple((facet, places[facet]) for facet in Facet if facet in places),
        known=(columns[0], *places),
        is_whole={columns[0], *places}.issuperset(columns),
    )


def media_types_of(parameters: Iterable[Parameter], header: str) -> tuple[str, ...]:
    """Return the media types in backticks in the row of a request header."""
    return tuple(
        media_type.strip()
        for parameter in parameters
        if parameter.location is Location.HEADER and parameter.name.lower() == header
        for media_type in _CODE_SPAN.findall(parameter.description)
    )
