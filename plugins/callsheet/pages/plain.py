"""Writes pages that document no operation: those of types and of folders."""

from __future__ import annotations

from callsheet.model import TypeTable
from callsheet.pages.cells import property_table
from callsheet.pages.operation import PROPERTY_NAME, front_matter


def write_type_page(table: TypeTable, description: str = "") -> str:
    """Return the page that defines a type of the API.

    Args:
        table: The type and its properties.
        description: Safe Markdown; see `callsheet.pages.safe_prose`.
    """
    rows = property_table(PROPERTY_NAME, table.properties)
    values: dict[str, object] = {"title": table.name, "defines": table.name}
    example = f"## Example\n\n```json\n{table.example}\n```" if table.example else ""
    return _joined(front_matter(values), f"# {table.name}", description, rows, example)


def write_index(title: str, description: str = "", marker: str = "", version: str = "") -> str:
    """Return the overview of a folder.

    Args:
        title: One line of Markdown.
        description: Safe Markdown; see `callsheet.pages.safe_prose`.
        version: The version of the API, for the overview of all of it.
        marker: What the site lists there: `operations`, `types`, or nothing if it is empty.
    """
    comment = f"<!-- callsheet: {marker} -->" if marker else ""
    values: dict[str, object] = {"title": title, **({"version": version} if version else {})}
    return _joined(front_matter(values), f"# {title}", description, comment)


def _joined(*blocks: str) -> str:
    return "\n\n".join(block for block in blocks if block) + "\n"
