"""Names and cells of the rows of imported pages."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from operator import attrgetter
from typing import TypeVar

from callsheet import lazy_re as re
from callsheet.model import DataType, Property, Span
from callsheet.model.parts import DEPRECATED
from callsheet.pages import safe_line
from callsheet.schema import Schema
from callsheet.schema.words.facets import Facet, Facets
from callsheet.source.rows import read_type

NOWHERE = Span(0, 0)
PART = re.compile(r"[^\s.\[\]`\\|]+")
"""A name that can be part of the names of nested rows."""
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


_NOT_PLAIN = attrgetter(
    "properties", "items", "prefix_items", "additional_properties", "pattern_properties", "ref",
    "all_of", "any_of", "one_of", "not_", "rare", "discriminator", "title", "others",
)  # fmt: skip


def is_leaf(schema: Schema) -> bool:
    """Tell whether a schema is the same wherever it is: one of plain values without annotations."""
    return not any(_NOT_PLAIN(schema))


def data_type_of(written: str) -> DataType:
    """Return the type that words stand for; any where they stand for none."""
    return read_type(written) or DataType("any", "any")


def are_parts(whole: Schema) -> bool:
    """Tell whether the properties of an object can have nested rows."""
    return all(PART.fullmatch(item.name) for item in whole.properties)


def names_of(options: Sequence[Schema]) -> list[str]:
    """Return what tells alternatives in place apart: the only value of a property, or numbers."""
    values = [
        {
            item.name: str(only[0])
            for item in each.properties
            if len(only := item.schema.values) == 1
        }
        for each in options
    ]
    counts = Counter(name for each in values for name, value in each.items() if value)
    shared = next((name for name, count in counts.items() if count == len(options)), "")
    found = [each.get(shared, "") for each in values]
    if not shared or len(set(found)) < len(found):
        return [str(number) for number in range(1, len(options) + 1)]
    return [text[:1].upper() + text[1:] for text in found]
