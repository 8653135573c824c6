"""Converts the links of a response to a table (OpenAPI 3.1.0, 4.8.20)."""

from collections.abc import Iterator
from typing import Any

from callsheet import lazy_re as re
from callsheet.importing.context import ImportContext
from callsheet.importing.notes import code
from callsheet.importing.operation.row_cells import NOWHERE, is_name
from callsheet.importing.references import SpecNode
from callsheet.model import ResponseLink
from callsheet.pages import safe_line
from callsheet.pages.cells import row
from callsheet.source.response_links import link_rows, text_of_value

_URL = re.compile(r"https?://[^\s<>`|]+", re.IGNORECASE)
_REFERENCE = re.compile(r"[^\s`|]+")


def links_table(response: SpecNode, key: str, context: ImportContext) -> str:
    """Return the table of a response's links in Markdown; empty if it has none.

    Args:
        response: The response.
        key: Its status.
        context: The readers of the document's parts.
    """
    links = list(_links(response, key, context))
    if not links:
        return ""
    heads, *rows = link_rows(links)
    return "\n".join([row(heads), "|---" * len(heads) + "|", *map(row, rows)])


def _links(response: SpecNode, key: str, context: ImportContext) -> Iterator[ResponseLink]:
    for name, found in response.entries("links"):
        place = context.resolver.follow(found)
        written = place.text("operationId") or place.text("operationRef")
        uid = context.uids.get(written.removeprefix("#"), "")
        if not is_name(name) or not (uid or _REFERENCE.fullmatch(written)):
            what = f"The link {code(name)} leads to no operation, so no page has it"
            context.notes.lost(place.pointer, what)
            continue
        server = place.inner("server").text("url")
        if server and not _URL.fullmatch(server):
            context.notes.lost(f"{place.pointer}/server", "The server of a link is not on any page")
            server = ""
        parameters: Any = place.get("parameters")
        pairs = parameters.items() if isinstance(parameters, dict) else ()
        yield ResponseLink(
            name,
            uid or written,
            tuple((str(each), _text(value)) for each, value in pairs),
            _text(place.node["requestBody"]) if "requestBody" in place.node else "",
            server,
            safe_line(place.text("description")),
            NOWHERE,
            key,
            is_reference=not uid,
        )


def _text(value: Any) -> str:
    return " ".join(text_of_value(value).split())
