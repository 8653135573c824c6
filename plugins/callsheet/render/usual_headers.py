"""Usual headers that many pages have alike: their rows, on a page and in a script."""

from collections.abc import Mapping

from callsheet.render.anchors import Anchors
from callsheet.render.files import render_template
from callsheet.render.operation_scripts import literal, operation_script
from callsheet.render.page import HeaderRows


def with_ids(rows: HeaderRows) -> list[tuple[str, str, str]]:
    """Return the id, the name and the description of each row."""
    anchors = Anchors()
    return [(anchors.of_row("header", name), name, about) for name, about in rows]


def headers_page(rows: HeaderRows) -> str:
    """Render the page of a set: HTML without blank lines, as Markdown wants it."""
    html = render_template("usual_headers.html", rows=with_ids(rows))
    return "\n".join(filter(str.strip, html.splitlines()))


def headers_script(sets: Mapping[str, HeaderRows]) -> str:
    """Return the script with sets by name."""
    records = {
        f"headers {name}": [[*map(literal, row)] for row in with_ids(rows)]
        for name, rows in sets.items()
    }
    return operation_script(records)
