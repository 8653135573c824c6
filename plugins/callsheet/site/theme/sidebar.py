"""The navigation as the page of an operation or a type shows it: its group, not the whole site.

A theme renders the navigation anew for every page. With thousands of pages that takes most of the
time of a build, and most of the bytes that it writes.
"""

from collections.abc import Iterator, Sequence
from copy import copy

from mkdocs.structure import StructureItem
from mkdocs.structure.nav import Link, Navigation, Section
from mkdocs.structure.pages import Page

from callsheet.cache.content import digest_of
from callsheet.render.phrases import phrase
from callsheet.site.theme.navigation_lists import NavigationLists, Render, closed, counted, nothing

MAX_WHOLE = 10
"""The list of at most this many entries is whole; of a longer one, a part is on each page."""

MAX_OUTERMOST = 50
"""The same of the outermost list, which no script completes."""

AROUND = 3
"""How many entries of a longer list stand before and after the active one."""

FILTER_FROM = 10
"""The list of a group with at least this many entries has a place for a filter."""


class Sidebar:
    """The navigation around each page.

    It has the sections that the page is in, each with all of its entries. Other sections are links
    to their first page.

    Args:
        nav: The whole navigation.
        overview: The URL of the page that lists all operations, if there is one. Lists of which
            something is left out end with a link to their own index page, else to this one.
        lists: Renders entries, where the templates of the theme need not do it for each page.
    """

    def __init__(
        self, nav: Navigation, overview: str | None, lists: NavigationLists | None = None
    ) -> None:
        self._nav = nav
        self._overview = overview
        self._lists = lists
        self._places: dict[int, int] = {}
        self._pages: dict[int, str] = {}
        self._levels: dict[tuple[int, int], str] = {}
        self._entries: dict[int, str] = {}
        self._long: dict[int, Sequence[StructureItem]] = {}
        self._indexes: dict[int, Page] = {}
        waiting: list[Sequence[StructureItem]] = [nav.items]
        while waiting:
            items = waiting.pop()
            # By identity: entries of MkDocs' navigation compare and hash as any object does, and
            # the navigation keeps them alive.
            self._places.update((id(item), place) for place, item in enumerate(items))
            if len(items) > MAX_WHOLE and items is not nav.items:
                self._long[id(items)] = items
            if index := next((i for i in items if isinstance(i, Page) and i.is_index), None):
                self._indexes[id(items)] = index
            waiting += [item.children for item in items if isinstance(item, Section)]

    def __contains__(self, page: object) -> bool:
        """Tell whether a page is in the navigation."""
        return id(page) in self._places

    def around(self, page: Page, *, marked: bool = False) -> Navigation:
        """Return the part of the navigation for a page.

        Args:
            page: The page.
            marked: Whether the entries before and after the active ones are marks, which
                `NavigationLists` replaces in the rendered navigation.
        """
        part = copy(self._nav)
        lists = self._lists if marked else None
        if lists:
            lists.begin()
        part.items = self._items(self._nav.items, self._way(page), lists, outermost=True)
        return part

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Yield the scripts with all entries of the longer lists, which pages load on demand."""
        if self._lists is not None:
            for items in self._long.values():
                entries = self._lists.of(items, self._indexes.get(id(items)))
                yield entries.file, entries.script()

    def fingerprint(self, page: Page) -> Iterator[str]:
        """Yield, as texts, all that a theme sees of the site around a page."""
        yield self._page(page)
        yield repr([page.canonical_url, page.edit_url, page.is_homepage])
        for other in (page.previous_page, page.next_page, self._nav.homepage):
            yield self._page(other) if other else ""
        items: Sequence[StructureItem] = self._nav.items
        for active in (*self._way(page), None):
            # All pages in a section have it in common, and where it is among others.
            key = id(items), id(active)
            if (level := self._levels.get(key)) is None:
                level = self._levels[key] = self._level_digest(items, active)
            yield level
            if not isinstance(active, Section):
                break
            items = active.children

    def _way(self, page: Page) -> list[StructureItem]:
        """Return the entries that lead to a page, it included if it is one of them."""
        return [*reversed([*page.ancestors]), *([page] if page in self else [])]

    def _items(
        self,
        items: Sequence[StructureItem],
        way: Sequence[StructureItem],
        lists: NavigationLists | None,
        *,
        outermost: bool,
    ) -> list[StructureItem]:
        active, rest = (way[0], way[1:]) if way else (None, ())
        first, last = self._window(items, active)
        index = self._indexes.get(id(items))
        whole, url = self._whole(items, first, last)
        if lists is not None and active is None and not outermost:
            # The page is in no list, but belongs to the section of this one.
            every = lists.of(items, index).after([*items[first:last]], None, whole, url)
            own: list[StructureItem] = [index] if index is not None else []
            return [*own, lists.mark(every)] if every("") else own
        # Themes show the outermost entries in other places, too.
        if lists is None or active is None or outermost:
            shown = [
                self._opened(item, rest, lists)
                if item is active and isinstance(item, Section)
                else closed(item)
                for item in self._shown(items, first, last)
            ]
            return [*shown, Link(whole, url)] if whole else shown
        opened = self._opened(active, rest, lists) if isinstance(active, Section) else active
        is_leaf = opened is active
        before, after = self._beside(lists, items, active, is_leaf=is_leaf)
        # Themes show a list with one entry in another way, so that no mark stands for nothing.
        return [
            *([index] if index is not None and index is not active else ()),
            *([lists.mark(before, is_beside_page=is_leaf)] if before("") else ()),
            opened,
            *([lists.mark(after, is_beside_page=is_leaf)] if after("") else ()),
        ]

    def beside(self, page: Page) -> tuple[Render, Render]:
        """Return what stands before and after a page in the list of its section."""
        if self._lists is None or page.parent is None or page not in self:
            return nothing, nothing
        return self._beside(self._lists, page.parent.children, page, is_leaf=True)

    def _beside(
        self,
        lists: NavigationLists,
        items: Sequence[StructureItem],
        active: StructureItem,
        *,
        is_leaf: bool,
    ) -> tuple[Render, Render]:
        first, last = self._window(items, active)
        index, place = self._indexes.get(id(items)), self._places[id(active)]
        entries, (whole, url) = lists.of(items, index), self._whole(items, first, last)
        filtered = is_leaf and len(items) >= FILTER_FROM
        before = entries.before([*items[first:place]], active, filtered=filtered)
        after = entries.after([*items[place + 1 : last]], active, whole, url)
        return before, after

    def _whole(self, items: Sequence[StructureItem], first: int, last: int) -> tuple[str, str]:
        """Return title and URL of the page with a list of which not all is shown; else nothing."""
        index = self._indexes.get(id(items))
        overview = self._overview if index is None else index.url
        is_cut = overview is not None and last - first < len(items)
        # The index page stands for the whole list, and is not an entry of it.
        count = len(items) - (index is not None)
        return (phrase("All {0} …", count) if is_cut else ""), overview or ""

    def _opened(
        self, section: Section, way: Sequence[StructureItem], lists: NavigationLists | None
    ) -> Section:
        opened = copy(section)
        opened.title = counted(section)
        opened.children = self._items(section.children, way, lists, outermost=False)
        return opened

    def _window(
        self, items: Sequence[StructureItem], active: StructureItem | None
    ) -> tuple[int, int]:
        """Return the first place around the active entry, and the place after the last."""
        is_outermost = items is self._nav.items
        most = MAX_OUTERMOST if is_outermost else MAX_WHOLE
        if len(items) <= most or (active is None and is_outermost):
            return 0, len(items)
        if active is None:
            return 0, MAX_WHOLE
        number = 2 * AROUND + 1
        first = max(0, min(self._places[id(active)] - AROUND, len(items) - number))
        return first, first + number

    def _shown(
        self, items: Sequence[StructureItem], first: int, last: int
    ) -> Sequence[StructureItem]:
        """Return the entries, and the index page, which stands for the section."""
        index = self._indexes.get(id(items))
        if index is None or first <= self._places[id(index)] < last:
            return items[first:last]
        return [index, *items[first:last]]

    def _level_digest(self, items: Sequence[StructureItem], active: StructureItem | None) -> str:
        first, last = self._window(items, active)
        place = active and self._places[id(active)] - first
        title = counted(active) if isinstance(active, Section) else ""
        file = self._lists.of(items, self._indexes.get(id(items))).file if self._lists else ""
        shown = [self._entry_digest(items, item) for item in self._shown(items, first, last)]
        return digest_of(repr((len(items), place, title, file, shown)).encode())

    def _entry_digest(self, items: Sequence[StructureItem], item: StructureItem) -> str:
        # Once for each entry, which is in the windows of a dozen others.
        if (found := self._entries.get(id(item))) is None:
            text = self._page(item) if isinstance(item, Page) else repr(closed(item))
            if self._lists is not None:
                entries = self._lists.of(items, self._indexes.get(id(items)))
                text += entries.words(item)
            found = self._entries[id(item)] = digest_of(text.encode("utf-8", "surrogatepass"))
        return found

    def _page(self, page: Page) -> str:
        if (text := self._pages.get(id(page))) is None:
            text = self._pages[id(page)] = repr([page.title, page.url, page.meta])
        return text
