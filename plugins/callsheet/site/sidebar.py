"""The navigation as the page of an operation shows it: its group, not the whole site.

A theme renders the navigation anew for every page. With thousands of pages that is most of what a
build takes, and most of the bytes that it writes.
"""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy

from mkdocs.structure import StructureItem
from mkdocs.structure.nav import Link, Navigation, Section
from mkdocs.structure.pages import Page

BESIDE = 3
"""So many entries stand before and after the active page; what else a long list has is left out."""

BESIDE_SECTION = 2
"""So many stand before and after a section that the page is in."""


def navigation_around(nav: Navigation, page: Page, overview: str | None) -> Navigation:
    """The part of a navigation that leads on from a page.

    Each section that the page is in is in it, with the entries around the active one. Other
    sections are links to their first page.

    Args:
        nav: The whole navigation.
        page: The page that is shown.
        overview: The URL of the page that lists all operations, if there is one; lists of which
            something is left out end with a link to it.
    """
    part = copy(nav)
    part.items = [_reduced(item, page, overview) for item in _around(nav.items, page)]
    return part


def _reduced(item: StructureItem, page: Page, overview: str | None) -> StructureItem:
    if not isinstance(item, Section):
        return item
    if not item.active:
        return _link(item)
    section = copy(item)
    shown = _around(item.children, page)
    section.children = [_reduced(child, page, overview) for child in shown]
    if overview is not None and len(shown) < len(item.children):
        section.children.append(Link(f"All {len(item.children)} …", overview))
    return section


def _around(items: Sequence[StructureItem], page: Page) -> Sequence[StructureItem]:
    """The entries around the active one, and the index page, which stands for the section."""
    at = next((i for i, item in enumerate(items) if item is page or _is_active(item)), 0)
    beside = BESIDE_SECTION if items and _is_active(items[at]) else BESIDE
    if len(items) <= 2 * beside + 1:
        return items
    start = max(0, min(at - beside, len(items) - 2 * beside - 1))
    shown = items[start : start + 2 * beside + 1]
    index = next((item for item in items if isinstance(item, Page) and item.is_index), None)
    if index is None or any(item is index for item in shown):
        return shown
    return [index, *shown]


def _is_active(item: StructureItem) -> bool:
    return isinstance(item, Section) and item.active


def _link(section: Section) -> StructureItem:
    """A link to the first page of a section; the section where it has none."""
    item: StructureItem = section
    while isinstance(item, Section) and item.children:
        item = item.children[0]
    if isinstance(item, Page | Link):
        return Link(section.title, item.url)
    return section
