"""Operations in the navigation, below the entry of a page that documents several."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

from mkdocs.structure import StructureItem
from mkdocs.structure.nav import Link, Navigation, Section
from mkdocs.structure.pages import Page

from callsheet.catalog import Catalog
from callsheet.catalog.titles import Titles, plain_title
from callsheet.model import Operation
from callsheet.render.phrases import marked, phrase

_OWN_SECTIONS = (marked("Operations"), marked("Types"), marked("Changes"))
"""The folders of our own lists, as MkDocs names them."""

LEAST = 2
"""A page with fewer operations has no entries below its own."""


class OperationLink(Link):
    """An entry that leads to an operation on a page.

    Attributes:
        meta: As front matter, for the badge with the method that Material shows.
    """

    def __init__(self, title: str, url: str, method: str) -> None:
        super().__init__(title, url)
        self.meta = {"status": f"callsheet-{method.lower()}"}

    def __repr__(self) -> str:
        """Return all that a theme shows of it."""
        return f"OperationLink({self.title!r}, {self.url!r}, {self.meta['status']!r})"


def add_operations(
    nav: Navigation, catalog: Catalog, titles: Titles, *, named: Mapping[str, str], with_badge: bool
) -> None:
    """Make a section of each page with several operations: the page, then a link to each of them.

    The index page of a section has them after it, as it stands for the section itself.

    Args:
        nav: The navigation.
        catalog: The operations.
        titles: What they are called.
        named: The titles that `nav` gives to pages, by path.
        with_badge: Whether the theme shows the method as a badge, and the title without it.
    """
    headings = {page.path: page.title for page in catalog.pages}

    def links(page: Page) -> list[Link]:
        found = catalog.on_page.get(page.file.src_uri, ())
        return [link(page, each) for each in found] if len(found) >= LEAST else []

    def link(page: Page, operation: Operation) -> Link:
        title = titles.of(operation)
        if with_badge and title == operation.signature:
            title = operation.route_or_name
        # An anchor by itself would be one of whatever page shows the navigation.
        url = f"{page.url or './'}{operation.anchor}"
        return OperationLink(escape(plain_title(title)), url, operation.method)

    def arranged(items: Sequence[StructureItem], parent: Section | None) -> list[StructureItem]:
        arranged_items: list[StructureItem] = []
        for item in items:
            if isinstance(item, Section):
                item.children = arranged(item.children, item)
            below = links(item) if isinstance(item, Page) else []
            if not below or not isinstance(item, Page):
                arranged_items.append(item)
                continue
            owner = parent
            if item.is_index and parent:
                arranged_items += [item, *below]
            else:
                path = item.file.src_uri
                title = named.get(path) or escape(plain_title(headings[path]))
                owner = Section(title, [item, *below])
                owner.parent = parent
                item.parent = owner
                arranged_items.append(owner)
            for each in below:
                each.parent = owner
        return arranged_items

    nav.items = arranged(nav.items, None)
    for item in nav.items:
        if isinstance(item, Section) and item.title in _OWN_SECTIONS and _has_own_index(item):
            item.title = phrase(item.title)


def _has_own_index(section: Section) -> bool:
    """Tell whether a section is the folder of a list that no author has written."""
    index = f"{section.title.lower()}/index.md"
    pages = (child.file for child in section.children if isinstance(child, Page))
    return any(file.src_uri == index and file.abs_src_path is None for file in pages)
