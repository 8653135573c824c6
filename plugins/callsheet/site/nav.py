"""A table of contents as MkDocs' `nav`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from callsheet.model import Page
from callsheet.toc import TocEntry


def mkdocs_nav(entries: Iterable[TocEntry], pages: Mapping[str, Page]) -> list[Any]:
    """The value of `nav` for the entries.

    A section of MkDocs has no page of its own. That of an entry with others below it becomes the
    first of them, where themes with section index pages look for it.

    Args:
        entries: The entries.
        pages: The pages by path, for the names of sections that have none.
    """
    return [_item(entry, pages) for entry in entries]


def _item(entry: TocEntry, pages: Mapping[str, Page]) -> Any:
    own = entry.page or entry.url
    if not entry.entries:
        return {entry.name: own} if entry.name else own
    page = pages.get(entry.page or "")
    name = entry.name or (page.title if page else "")
    first = [{entry.name: entry.url}] if entry.url else [entry.page] if entry.page else []
    return {name: [*first, *mkdocs_nav(entry.entries, pages)]}
