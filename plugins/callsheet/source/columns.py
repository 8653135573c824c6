"""Normalization of table columns: synonyms of their names, Markdown around them, and their order.

Each section of the page format has a table whose first column is the name. Pages in other layouts
call that column otherwise, or put it elsewhere. Here such a table gets the columns that the other
modules know, while each cell keeps its place in the file.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

from callsheet.model import SectionKind
from callsheet.schema.words.facets import Facet
from callsheet.source.tables import Cell, Row, Table

NAME_COLUMNS = ("path part", "parameter name", "property name")
"""The first columns of the tables of parameters and properties."""

STATUS_COLUMN = "response"
"""The first column of the table of statuses."""

TYPE, DESCRIPTION, LOCATION = "type", "description", "in"

OTHER_NAME_COLUMNS = frozenset(
    {
        "argument", "attribute", "attribute name", "cookie", "element", "field", "field name",
        "header", "header name", "key", "name", "param", "parameter", "path parameter",
        "property", "query parameter", "variable",
    }
)  # fmt: skip
"""What other layouts call the column of the name."""

_STATUSES = frozenset(
    {"status", "code", "status code", "http status", "http code", "http status code", "statuses"}
    | {"response code"}
)
_OTHERS: Mapping[str, str] = {
    **dict.fromkeys(("data type", "datatype"), TYPE),
    **dict.fromkeys(("desc", "details", "comment", "comments", "meaning"), DESCRIPTION),
    **dict.fromkeys(("location", "located in"), LOCATION),
    "mandatory": Facet.REQUIRED,
    "default value": Facet.DEFAULT,
    **dict.fromkeys(("allowed values", "possible values", "enum"), Facet.VALUES),
    **dict.fromkeys(("constraints", "limit", "restrictions"), Facet.LIMITS),
    **dict.fromkeys(("example value", "examples", "sample"), Facet.EXAMPLE),
    **dict.fromkeys(("serialization", "collection format"), Facet.STYLE),
}
"""Synonyms of the other columns, with the names that the page format gives them."""

FACET_COLUMNS = frozenset(Facet)
COLUMNS = frozenset({TYPE, DESCRIPTION, LOCATION, *FACET_COLUMNS})
"""The names that the page format gives to the columns after the first."""

_NAME_OF: Mapping[SectionKind, str] = {
    SectionKind.PATH: "path part",
    SectionKind.QUERY: "parameter name",
    SectionKind.HEADERS: "parameter name",
    SectionKind.COOKIES: "parameter name",
    SectionKind.PARAMETERS: "parameter name",
    SectionKind.RESPONSE_HEADERS: "parameter name",
    SectionKind.REQUEST_BODY: "property name",
    SectionKind.RESPONSE_BODY: "property name",
}
_MARKS = "*_`"
"""Characters around a column head that is bold, in italics or in code."""
_MAX_MARKS = 8
"""Pairs of marks that are stripped from a head."""


@lru_cache(maxsize=1024)
def plain_head(text: str) -> str:
    """Return the name of a column in lower case, without the marks around it."""
    text = " ".join(text.split()).lower()
    for _ in range(_MAX_MARKS):
        if len(text) < 3 or text[0] not in _MARKS or text[0] != text[-1]:
            break
        text = text[1:-1].strip()
    return text.rstrip(":")


def canonical(table: Table, kind: SectionKind) -> Table:
    """Return a table with the column names of its section, and the column of the name first.

    A table that does not belong to the section only gets plain heads.

    Args:
        table: The table as it was parsed.
        kind: The section that it is in.
    """
    order, columns = _arranged(table.columns, kind, _are_statuses(table))
    if order is None:
        return table if columns == table.columns else replace(table, columns=columns)
    rows = tuple(_arranged_row(row, order) for row in table.rows)
    return Table(columns, rows, table.span)


def is_understood(table: Table) -> bool:
    """Tell whether any section of the page format knows the columns of a table."""
    return any(
        canonical(table, kind).columns[0] in (*NAME_COLUMNS, STATUS_COLUMN) for kind in SectionKind
    )


@lru_cache(maxsize=1024)
def _arranged(
    heads: tuple[str, ...], kind: SectionKind, are_statuses: bool
) -> tuple[tuple[int, ...] | None, tuple[str, ...]]:
    """Return the new order of the columns, None to keep the old one, and their names in it."""
    plain = tuple(map(plain_head, heads))
    first = _first_column(plain, kind, are_statuses)
    if first is None:
        return None, plain
    place, name = first
    known = [
        name if index == place else known_head(head, plain) for index, head in enumerate(plain)
    ]
    if place == 0:
        return None, tuple(known)
    order = (place, *(index for index in range(len(known)) if index != place))
    return order, tuple(known[index] for index in order)


def known_head(head: str, heads: tuple[str, ...]) -> str:
    """Return the page format's name of a column, unless another column has that name itself."""
    meant = _OTHERS.get(head)
    return head if meant is None or meant in heads else str(meant)


def _first_column(
    heads: tuple[str, ...], kind: SectionKind, are_statuses: bool
) -> tuple[int, str] | None:
    """Return the index and the canonical name of the first column; None where there is none.

    A table of statuses and descriptions is one of statuses even if a status in it is invalid.
    """
    are_meant = not _STATUSES.isdisjoint(heads[:1]) and not any(
        known_head(head, heads) == TYPE or head in OTHER_NAME_COLUMNS for head in heads
    )
    if kind is SectionKind.RESPONSE and STATUS_COLUMN not in heads and (are_statuses or are_meant):
        found = next((i for i, head in enumerate(heads) if head in _STATUSES), None)
        return None if found is None else (found, STATUS_COLUMN)
    for name in (*NAME_COLUMNS, STATUS_COLUMN):
        if name in heads:
            return heads.index(name), name
    name = _NAME_OF.get(kind, "property name" if kind is SectionKind.RESPONSE else "")
    if not name or not any(known_head(head, heads) in (TYPE, DESCRIPTION) for head in heads):
        return None
    place = next((index for index, head in enumerate(heads) if head in OTHER_NAME_COLUMNS), None)
    return None if place is None else (place, name)


def _are_statuses(table: Table) -> bool:
    """Tell whether the column that may hold statuses really does."""
    place = _place_of_statuses(table.columns)
    if place is None:
        return False
    cells = [row.cell(place).strip("`* ") for row in table.rows]
    return bool(cells) and all(cell[:1].isdigit() or cell.lower() == "default" for cell in cells)


@lru_cache(maxsize=1024)
def _place_of_statuses(heads: tuple[str, ...]) -> int | None:
    """Return the index of the first column that may hold statuses."""
    return next((n for n, head in enumerate(heads) if plain_head(head) in _STATUSES), None)


def _arranged_row(row: Row, order: tuple[int, ...]) -> Row:
    cells = row.cells
    missing = Cell("", cells[-1].column if cells else 1)
    arranged = tuple(cells[index] if index < len(cells) else missing for index in order)
    return replace(row, cells=(*arranged, *cells[len(order) :]))
