"""Writes pages that document no operation: those of types and of folders."""

import json
from collections.abc import Mapping
from typing import Any

from callsheet.model import TypeTable
from callsheet.model.operation import IMPORTED_FROM
from callsheet.pages.cells import property_table
from callsheet.pages.operation import PROPERTY_NAME, front_matter
from callsheet.schema.annotations import ANNOTATIONS


def write_type_page(table: TypeTable, description: str = "", imported_from: str = "") -> str:
    """Return the page that defines a type of the API.

    Args:
        table: The type and its properties.
        description: Safe Markdown; see `callsheet.pages.safe_prose`.
        imported_from: The document that it is from, if any.
    """
    rows = property_table(PROPERTY_NAME, table.properties)
    said = {ANNOTATIONS: json.loads(table.annotations)} if table.annotations else {}
    keys = _front_matter(table.name, imported_from, defines=table.name, **said)
    example = f"## Example\n\n```json\n{table.example}\n```" if table.example else ""
    return _joined(keys, f"# {table.name}", description, rows, example)


def write_index(
    title: str,
    description: str = "",
    marker: str = "",
    *,
    keys: Mapping[str, Any] | None = None,
    imported_from: str = "",
) -> str:
    """Return the overview of a folder.

    Args:
        title: One line of Markdown.
        description: Safe Markdown; see `callsheet.pages.safe_prose`.
        keys: What else its front matter says, such as the version of the API.
        marker: What the site lists there: `operations`, `types`, or nothing if it is empty.
        imported_from: The document that it is from, if any.
    """
    comment = f"<!-- callsheet: {marker} -->" if marker else ""
    matter = _front_matter(title, imported_from, **(keys or {}))
    return _joined(matter, f"# {title}", description, comment)


def _front_matter(title: str, imported_from: str, **more: Any) -> str:
    source = {IMPORTED_FROM: imported_from} if imported_from else {}
    return front_matter({"title": title, **source, **more})


def _joined(*blocks: str) -> str:
    return "\n\n".join(block for block in blocks if block) + "\n"
