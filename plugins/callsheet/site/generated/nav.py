"""A table of contents as MkDocs' `nav`."""

from collections.abc import Container, Iterable, Iterator, Mapping
from html import escape
from typing import Any

from mkdocs.structure.pages import Page as SitePage

from callsheet.catalog.titles import Titles
from callsheet.catalog.toc import TocEntry
from callsheet.model import Operation, Page

_SHOWN_KEYS = ("title", "description", "author", "status")
_MARKS = str.maketrans({"<": "&lt;", ">": "&gt;", '"': "&quot;"})


def mkdocs_nav(
    entries: Iterable[TocEntry],
    pages: Mapping[str, Page],
    shown: Container[str],
    lists: Iterable[str] = (),
) -> list[Any]:
    """Return the value of `nav` for the entries.

    Themes put names unescaped into their HTML, attributes included, so they are escaped here.

    A section of MkDocs has no page of its own. That of an entry with others below it becomes the
    first of them, where themes with section index pages look for it.

    Args:
        entries: The entries.
        pages: The pages by path, for the names of sections that have none.
        shown: The paths of all pages that the site has. An entry that leads to another one is left
            out, whatever it is called.
        lists: Pages that follow below the others where no entry leads to them.
    """
    listed = list(entries)
    items = [_item(entry, pages, shown) for entry in listed]
    named = {*_pages(listed)}
    return [*(item for item in items if item is not None), *(p for p in lists if p not in named)]


def _pages(entries: Iterable[TocEntry]) -> Iterator[str]:
    for entry in entries:
        yield entry.page or ""
        yield from _pages(entry.entries)


def escape_front_matter(page: SitePage) -> None:
    """Escape what themes show unescaped of a page's front matter.

    Entities stay, as authors may write them there.
    """
    for key in _SHOWN_KEYS:
        if isinstance(value := page.meta.get(key), str):
            page.meta[key] = value.translate(_MARKS)


def set_escaped_title(page: SitePage) -> None:
    """Set the title of a rendered page where Material shows it unescaped.

    Without a title in the front matter, Material decodes that of the navigation or the heading for
    the window (`striptags`), and so what was escaped would be HTML again.
    """
    # YAML has numbers, dates and truth values as titles, too.
    if "&" in str(page.title):
        page.meta.setdefault("title", page.title)


def name_page(
    page: SitePage, operation: Operation, titles: Titles, *, named: str, with_badge: bool
) -> None:
    """Set the title of an operation's page, and its title in the navigation.

    Themes put titles unescaped into their HTML, so they are escaped here.

    Args:
        page: The page.
        operation: The operation that it documents.
        titles: The titles of operations.
        named: The title that `nav` gives it, if any; one of its own stays.
        with_badge: Whether Material's navigation shows the method as a badge, which is the page's
            status there, and the title without it. A status of the author's own stays.
    """
    page.meta["title"] = escape(titles.of(operation))
    badge = with_badge and "status" not in page.meta
    if badge:
        page.meta["status"] = f"callsheet-{operation.method.lower()}"
    if named in {"", operation.title}:
        label = titles.label(operation)
        # Without the badge, a route alone does not say what it is.
        is_title = badge or titles.of(operation) == label
        page.title = escape(label if is_title else titles.of(operation))


def _item(entry: TocEntry, pages: Mapping[str, Page], shown: Container[str]) -> Any:
    path = entry.page if entry.page in shown else None
    own = path or entry.url
    below = mkdocs_nav(entry.entries, pages, shown)
    name = escape(entry.name)
    if not below:
        return {name: own} if name and own else own
    page = pages.get(path or "")
    name = name or escape(page.title if page else "")
    first = [{name: entry.url}] if entry.url else [path] if path else []
    return {name: [*first, *below]}
