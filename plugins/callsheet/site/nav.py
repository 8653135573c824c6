"""A table of contents as MkDocs' `nav`."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from html import escape
from typing import Any

from mkdocs.structure.pages import Page as SitePage

from callsheet.model import Operation, Page
from callsheet.render import operation_label
from callsheet.toc import TocEntry


def mkdocs_nav(
    entries: Iterable[TocEntry], pages: Mapping[str, Page], shown: Container[str]
) -> list[Any]:
    """The value of `nav` for the entries.

    A section of MkDocs has no page of its own. That of an entry with others below it becomes the
    first of them, where themes with section index pages look for it.

    Args:
        entries: The entries.
        pages: The pages by path, for the names of sections that have none.
        shown: The paths of all pages that the site has. An entry that leads to another one is left
            out, whatever it is called.
    """
    items = (_item(entry, pages, shown) for entry in entries)
    return [item for item in items if item is not None]


def name_page(page: SitePage, operation: Operation, *, named: str, with_badge: bool) -> None:
    """Gives the page of an operation its title, and its place in the navigation.

    Themes put titles into their HTML as they are, so they are escaped here.

    Args:
        page: The page.
        operation: The operation that it documents.
        named: The title that `nav` gives it, if any; one of its own stays.
        with_badge: Whether Material's navigation shows the method as a badge, which is the page's
            status there, and the title without it. A status of the author's own stays.
    """
    page.meta["title"] = escape(operation.title, quote=False)
    badge = with_badge and "status" not in page.meta
    if badge:
        page.meta["status"] = f"callsheet-{operation.method.lower()}"
    if named in {"", operation.title}:
        title = operation_label(operation) if badge else operation.title
        page.title = escape(title, quote=False)


def _item(entry: TocEntry, pages: Mapping[str, Page], shown: Container[str]) -> Any:
    path = entry.page if entry.page in shown else None
    own = path or entry.url
    below = mkdocs_nav(entry.entries, pages, shown)
    if not below:
        return {entry.name: own} if entry.name and own else own
    page = pages.get(path or "")
    name = entry.name or (page.title if page else "")
    first = [{entry.name: entry.url}] if entry.url else [path] if path else []
    return {name: [*first, *below]}
