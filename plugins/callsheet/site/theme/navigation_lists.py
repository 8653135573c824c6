"""Lists of the navigation that are rendered once for all pages of a group.

A theme renders each entry anew for each page. Here the entries before and after the active one are
rendered once, and a page has marks in their place until its navigation is rendered.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from html import escape, unescape
from itertools import takewhile

from mkdocs.structure import StructureItem
from mkdocs.structure.nav import Link, Section
from mkdocs.structure.pages import Page
from mkdocs.utils import normalize_url

from callsheet.catalog.titles import short_title
from callsheet.site.theme.operation_links import OperationLink

_MARK = "callsheet\N{SYMBOL FOR SUBSTITUTE}entries-"
_ROUTE = re.compile(r"/?[^\s/]+(?:/[^\s/]+)+/?")
_STATUS = "callsheet-"
_FILTER = '<li class="md-nav__item callsheet-filter"></li>'


class NavigationLists:
    """The lists of one build, and the marks of the page that is being rendered."""

    def __init__(self) -> None:
        self._labels: dict[int, dict[int, tuple[str, str]]] = {}
        self._entries: dict[tuple[int, str], dict[int, str]] = {}
        self._marked: list[tuple[Sequence[StructureItem], Sequence[StructureItem]]] = []
        self._filtered: list[bool] = []

    def begin(self) -> None:
        """Forget the marks of the page before."""
        self._marked.clear()
        self._filtered.clear()

    def mark(
        self,
        items: Sequence[StructureItem],
        shown: Sequence[StructureItem],
        *,
        filtered: bool = False,
    ) -> Link:
        """Return the entry that stands for others of a list.

        Args:
            items: The whole list.
            shown: The entries that it stands for.
            filtered: Whether a filter of the list is before them.
        """
        self._marked.append((items, shown))
        self._filtered.append(filtered)
        return Link(f"{_MARK}{len(self._marked) - 1};", "")

    def fill(self, html: str, base_url: str) -> str:
        """Put the entries in the place of their marks.

        Args:
            html: The rendered navigation.
            base_url: The way from the page to the root of the site.
        """
        for number, (items, shown) in enumerate(self._marked):
            place = html.find(f"{_MARK}{number};")
            start, end = html.rfind("<li", 0, place), html.find("</li>", place) + len("</li>")
            if place >= 0 and start >= 0:
                known = self._of(items, base_url)
                entries = [known[id(item)] for item in shown]
                if self._filtered[number]:
                    entries.insert(0, _FILTER)
                html = html[:start] + "".join(entries) + html[end:]
        return html

    def _of(self, items: Sequence[StructureItem], base_url: str) -> dict[int, str]:
        key = id(items), base_url
        if (found := self._entries.get(key)) is None:
            labels = self._labels.get(id(items))
            if labels is None:
                labels = self._labels[id(items)] = dict(_labels(items))
            found = self._entries[key] = {
                id(item): _entry(item, base_url, *labels[id(item)]) for item in items
            }
        return found


def closed(item: StructureItem) -> StructureItem:
    """Return an entry with nothing below it: for a section, a link to its first page."""
    first = item
    while isinstance(first, Section) and first.children:
        first = first.children[0]
    if isinstance(item, Section) and isinstance(first, Page | Link):
        return Link(item.title, first.url)
    return item


def _entry(item: StructureItem, base_url: str, label: str, whole: str) -> str:
    """Return an entry as Material renders it."""
    link = closed(item)
    url = link.url if isinstance(link, Page | Link) else None
    href = escape(normalize_url(url or "", base=base_url))
    title = f' title="{whole}"' if whole != label else ""
    status = _status(item)
    badge = f'<span class="md-status md-status--{status}"></span>' if status else ""
    return (
        f'<li class="md-nav__item"><a href="{href}" class="md-nav__link"{title}>'
        f'<span class="md-ellipsis">{label}</span>{badge}</a></li>'
    )


def _status(item: StructureItem) -> str:
    return str(item.meta.get("status", "")) if isinstance(item, Page | OperationLink) else ""


def _labels(items: Sequence[StructureItem]) -> Iterator[tuple[int, tuple[str, str]]]:
    """Yield short titles, as HTML, before the whole ones, by the identities of their entries.

    Titles of operations are short as far as they differ, and routes without their common part.
    """
    ours = [item for item in items if _status(item).startswith(_STATUS)]
    shorts = {id(item): escape(short_title(unescape(str(item.title)))) for item in ours}
    counts = Counter((_status(item), shorts[id(item)]) for item in ours)
    routes = [str(item.title) for item in ours if _ROUTE.fullmatch(str(item.title))]
    parts = zip(*(route.split("/")[:-1] for route in routes), strict=False)
    shared = takewhile(lambda each: len({*each}) == 1, parts) if len(routes) > 1 else ()
    common = "/".join(each[0] for each in shared)
    for item in items:
        whole = label = str(item.title)
        if id(item) in shorts:
            if counts[_status(item), shorts[id(item)]] == 1:
                label = shorts[id(item)]
            if common and whole in routes:
                label = whole.removeprefix(common).strip("/") or whole
        yield id(item), (label, whole)
