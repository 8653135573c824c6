"""Names and cells of the rows of imported pages."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from callsheet.model import Property, Span
from callsheet.model.parts import DEPRECATED
from callsheet.pages import safe_line
from callsheet.schema.words.facets import Facet, Facets

NOWHERE = Span(0, 0)
Row = TypeVar("Row", bound=Property)


def with_required(row: Row) -> Row:
    """Return a row with the cell that says whether it is required."""
    if row.required is None:
        return row
    cell = (Facet.REQUIRED, "Yes" if row.required else "No")
    return replace(row, facets=(cell, *row.facets))


def is_name(name: str) -> bool:
    """Tell whether a table can contain a name."""
    return bool(
        name.strip() and name == " ".join(name.split()) and "`" not in name and "\\" not in name
    )


def with_since(description: str, facets: Facets) -> tuple[str, Facets]:
    """Return a description as one line, and facets that say since when something is deprecated.

    Args:
        description: The description in the document; our own export adds a line about that.
        facets: The facets, among them whether it is deprecated.
    """
    lines = description.split("\n")
    since = safe_line(lines[-1].removeprefix(DEPRECATED))
    if (Facet.DEPRECATED, "Yes") not in facets or not lines[-1].startswith(DEPRECATED) or not since:
        return safe_line(description), facets
    known = ((f, since if f is Facet.DEPRECATED else text) for f, text in facets)
    return safe_line("\n".join(lines[:-1])), tuple(known)
