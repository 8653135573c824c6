"""The pages and operations of a site, and what follows from all of them."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from pathlib import Path

from callsheet.catalog import Catalog, Group
from callsheet.catalog.grouping import grouped, tag_heading
from callsheet.catalog.links import Resolution, resolve
from callsheet.catalog.named_types import TypeDefiner, TypeDefinition
from callsheet.catalog.titles import Titles, TitleStyle
from callsheet.errors import DocsError
from callsheet.findings import Span
from callsheet.model import Location, Operation, Page, SecurityScheme
from callsheet.model.operation import OWN_LAYOUT, defined_schemes, undefined_schemes, with_schemes
from callsheet.paths import folder_of, is_below, is_file, stays_inside
from callsheet.render.phrases import phrase
from callsheet.site.page_facts import DependencyRecorder, Neighbours
from callsheet.site.versions import ApiVersions
from callsheet.source import Reading, read_page
from callsheet.source.layouts.choice import LayoutChoice, read_choice
from callsheet.source.layouts.generic import GENERIC
from callsheet.source.layouts.layout import Layout
from callsheet.source.markup.reading import ROUTE_KEYS

_USUAL_FROM = 3
"""How many pages must have a header before it is a usual one."""

_NEVER_USUAL = {"accept", "content-type"}
"""Headers that say what a request of one operation is made of."""

_State = frozenset[tuple[str, int, int]]


@dataclass(frozen=True)
class SiteCatalog:
    """A catalog, and what follows from the whole of it, computed on first use.

    Attributes:
        catalog: The catalog.
        definer: Defines its types; it may know most of them from the build before.
        encrypted: Operations that only their own pages may show, by the paths of these.
        title_style: What the pages of operations are called by.
        group_pages: The generated pages of groups without an overview, by folder.
        index_pages: The pages with an index of operations, in order of their paths.
        types_page: The page in which an author lists all types; empty where there is none.
        headings: The titles of the sections of the author's navigation by the paths of their
            pages, in its order; filled once MkDocs has it. Empty where no author has made one.
        versions: The versions of all APIs.
    """

    catalog: Catalog
    definer: TypeDefiner
    encrypted: Mapping[str, Operation] = field(default_factory=dict)
    title_style: TitleStyle = TitleStyle.SUMMARY
    group_pages: Mapping[str, str] = field(default_factory=dict)
    index_pages: Sequence[str] = ()
    types_page: str = ""
    headings: dict[str, str] = field(default_factory=dict)
    versions: ApiVersions = field(default_factory=lambda: ApiVersions(()))

    def arranged(self, operations: Iterable[Operation]) -> list[tuple[str, list[Operation]]]:
        """Return the operations of a group in order, below headings.

        The author's navigation says both, else the tags of the operations do.
        """
        if not self.headings:
            return grouped(operations, tag_heading)
        places = {path: place for place, path in enumerate(self.headings)}
        last = len(places)
        ordered = sorted(operations, key=lambda each: places.get(each.path, last))
        headings = {heading for each in ordered if (heading := self.headings.get(each.path))}
        # What is in no navigation needs no heading to tell it from the one section that there is.
        if len(headings) < 2:
            return [("", ordered)]
        return grouped(ordered, lambda each: self.headings.get(each.path, ""))

    def ordered_groups(self) -> list[Group]:
        """Return the groups, and their operations, in the order of the author's navigation."""
        places = {path: place for place, path in enumerate(self.headings)}
        last = len(places)

        def first_place(group: Group) -> int:
            return min((places.get(each.path, last) for each in group.operations), default=last)

        return [
            replace(group, operations=tuple(each for _, found in arranged for each in found))
            for group in sorted(self.catalog.groups, key=first_place)
            for arranged in [self.arranged(group.operations)]
        ]

    @cached_property
    def titles(self) -> Titles:
        """The titles of the operations."""
        return Titles(self.title_style, self.catalog.groups)

    @cached_property
    def overviews(self) -> AbstractSet[str]:
        """The overviews of groups that authors have written."""
        return {group.overview.path for group in self.catalog.groups if group.overview}

    def index_of(self, path: str) -> str:
        """Return the page with the index that a file is in; empty where there is none.

        That is the next one in or above its folder, else the first one of all.
        """
        above = [page for page in self.index_pages if is_below(path, folder_of(page))]
        return max(above, key=lambda page: len(folder_of(page)), default=self.index_page)

    @property
    def index_page(self) -> str:
        """The first page with an index; empty where there is none."""
        return next(iter(self.index_pages), "")

    def index_title(self, index: str) -> str:
        """Return the title of a page with an index."""
        return self._page_titles.get(index, phrase("All operations"))

    @cached_property
    def _page_titles(self) -> Mapping[str, str]:
        return {page.path: page.title for page in self.catalog.pages}

    def listed_on(self, index: str | None) -> list[Group]:
        """Return the groups of an index, in order: all, unless others have their own.

        Args:
            index: The page with the index; None where that is unknown.
        """
        groups, folder = self.ordered_groups(), folder_of(index or "")
        if len(self.index_pages) < 2:
            return groups
        return [each for each in groups if is_below(f"{each.path}/", folder)] or groups

    def page_of(self, group: Group) -> str:
        """Return the page of a group; empty where it has none."""
        return group.overview.path if group.overview else self.group_pages.get(group.path, "")

    def is_of_group(self, path: str) -> bool:
        """Tell whether a page is that of a group, an author's or one of our own."""
        return path in self.overviews or path == self.group_pages.get(folder_of(path))

    @cached_property
    def paths(self) -> AbstractSet[str]:
        """The paths of the pages."""
        return {page.path for page in self.catalog.pages}

    @cached_property
    def layout(self) -> str | None:
        """The layout of a tree of which no page is in our own format."""
        if self.catalog.by_path:
            return None
        counts = Counter(o.layout for found in self.catalog.on_page.values() for o in found)
        return max(counts, key=lambda name: counts[name], default=None)

    @cached_property
    def resolution(self) -> Resolution:
        """Where the references lead."""
        return resolve(self.catalog)

    @cached_property
    def usual_headers(self) -> AbstractSet[tuple[str, str]]:
        """Name and description of the headers that are the same on most pages."""
        headers = Counter(
            (parameter.name, parameter.about)
            for operation in self.catalog.operations
            for parameter in operation.parameters_in(Location.HEADER)
            if parameter.name.lower() not in _NEVER_USUAL
        )
        most = max(_USUAL_FROM, len(self.catalog.operations) / 2)
        return frozenset(header for header, count in headers.items() if count >= most)

    @cached_property
    def schemes(self) -> Mapping[str, SecurityScheme]:
        """The security schemes that pages define, by name."""
        return defined_schemes(self.catalog.documented)

    @cached_property
    def neighbours(self) -> Mapping[str, Neighbours]:
        """The neighbours of each operation, by its uid."""
        found = {}
        for group in self.catalog.groups:
            ordered = [each for _, found in self.arranged(group.operations) for each in found]
            around = [None, *ordered, None]
            for before, operation, after in zip(around, ordered, around[2:], strict=False):
                found[operation.uid] = Neighbours(group, before, after)
        return found

    def callbacks_of(self, operation: Operation) -> tuple[Operation, ...]:
        """Return the callbacks of an operation that have pages of their own."""
        found = self.catalog.callbacks.get(operation.uid, ())
        return tuple(callback for callback in found if callback.uid in self.catalog.by_uid)

    @cached_property
    def types(self) -> Mapping[str, TypeDefinition]:
        """The named types."""
        return self.definer.define(self.catalog.documented, self.catalog.type_tables)


class SiteOperations:
    """The pages and operations of the site.

    With a catalog, that is all there is. Without one, a page is read when it is converted, and
    again each time: nothing tells a Python-Markdown extension when a file has changed.
    """

    def __init__(
        self,
        docs_dir: Path,
        catalog: SiteCatalog | None = None,
        title_style: TitleStyle = TitleStyle.SUMMARY,
    ) -> None:
        self._docs_dir = docs_dir
        self._title_style = title_style
        self._given = catalog
        self._parts: tuple[SiteCatalog, ...] = (catalog,) if catalog else ()
        self._read: tuple[_State, SiteCatalog] | None = None
        self._layouts: LayoutChoice | None = None
        self.edited: dict[str, Operation] = {}  # since the catalog was read, by path

    @classmethod
    def shared(cls, docs_dir: Path, title_style: TitleStyle) -> SiteOperations:
        """Return those of a directory, once: engines make a new extension for each page."""
        return _shared(docs_dir.resolve(), title_style)

    def replace(self, *catalogs: SiteCatalog) -> None:
        """Set what the site has from now on: a catalog, or one of each collection."""
        self._given, self._parts = catalogs[0], catalogs
        self._layouts, self.edited = None, {}

    def enter(self, path: str | None) -> str:
        """Make the catalog of a page the current one, and return the folder of its collection."""
        if len(self._parts) < 2:
            return ""
        found = (each for each in self._parts if each.catalog.collection.has(path or ""))
        self._given = given = next(found, self._parts[0])
        return given.catalog.collection.folder

    def each(self) -> Iterator[SiteCatalog]:
        """Yield the catalogs, each while it is the current one."""
        for part in self._parts:
            self._given = part
            yield part
        self._given = self._parts[0] if self._parts else None

    @property
    def titles(self) -> Titles:
        """The titles of operations; those of one page alone where there is no catalog."""
        return self._given.titles if self._given else Titles(self._title_style)

    @property
    def base_path(self) -> str:
        """Where the reference server has the routes of the current collection."""
        return self._given.catalog.collection.base_path if self._given else ""

    @property
    def root(self) -> Path:
        """The docs directory."""
        return self._given.catalog.root if self._given else self._docs_dir

    @property
    def given(self) -> SiteCatalog | None:
        """The catalog, where that does not take reading the docs directory on each page."""
        return self._given

    def current(self) -> SiteCatalog:
        """Return the catalog, read anew where there is none and a file has changed.

        Raises:
            DocsError: There is no catalog and the docs directory cannot be read.
        """
        if self._given is not None:
            return self._given
        state = frozenset(_state(self._docs_dir))
        if self._read is None or self._read[0] != state:
            catalog = Catalog.read(self._docs_dir)
            self._read = (
                state,
                SiteCatalog(catalog, TypeDefiner(), title_style=self._title_style),
            )
        return self._read[1]

    def with_schemes(self, operation: Operation, recorder: DependencyRecorder) -> Operation:
        """Return the operation with the schemes that other pages define, where these are known."""
        names = undefined_schemes(operation)
        if not names or self._given is None:
            return operation
        for name in names:
            recorder.add("scheme", name)
        return with_schemes(operation, self._given.schemes)

    def page_of_uid(self, uid: str) -> Page | None:
        """Return the page of that uid, if there is one."""
        try:
            return self.current().resolution.by_uid.get(uid)
        except DocsError:
            return None

    def has_page(self, path: str) -> bool:
        """Tell whether there is a page that an author has written."""
        if self._given is not None:
            return any(path in part.paths for part in self._parts)
        return is_file(self._docs_dir, path)

    def of_page(self, path: str | None, text: str) -> Operation | None:
        """Return the operation that a page documents, if it documents one.

        Args:
            path: The page's file, relative to the docs directory; None if it is unknown.
            text: The page's text, which is read where there is no file.
        """
        if path is None:
            return _own(read_page(_encode(text), ""))
        if self._given is not None:
            return self.shown(path) or self._given.encrypted.get(path)
        file = self._docs_dir / path
        readable = file.is_file() and stays_inside(self._docs_dir, path)
        return _own(read_page(file.read_bytes() if readable else _encode(text), path))

    def shown(self, path: str) -> Operation | None:
        """Return the operation that takes a whole page of the current catalog, if there is one."""
        known = self._given.catalog.by_path.get(path) if self._given else None
        return self.edited.get(path, known)

    def among(self, path: str | None, text: str) -> list[tuple[Span, Operation]]:
        """Return the operations that a page documents among other text, with their lines in it.

        Args:
            path: The page's file, relative to the docs directory; None if it is unknown.
            text: The page's text, without its front matter.
        """
        given = self._given
        known = given.catalog.on_page.get(path or "", ()) if given else ()
        if given and not known:
            return []
        reading = read_page(_encode(text), path or "", self._chosen(path))
        found = [each for each in reading.operations if each.layout != OWN_LAYOUT]
        if len(known) == 1 and any(key in known[0].front_matter for key in ROUTE_KEYS):
            # Its route is in the front matter.
            return [(Span(1, text.count("\n") + 1), known[0])]
        if given and len(found) != len(known):
            # Another plugin has changed the text.
            return []
        return [(here.span, there) for here, there in zip(found, known or found, strict=True)]

    def layout_around(
        self, path: str | None, operations: Sequence[tuple[Span, Operation]]
    ) -> str | None:
        """Return the layout whose marks a page may have; None for text of our own format.

        Args:
            path: The page's file, relative to the docs directory; None if it is unknown.
            operations: The operations that it documents among other text.
        """
        for _, operation in operations:
            return operation.layout
        chosen = self._chosen(path)
        if chosen:
            return None if chosen.name == OWN_LAYOUT else chosen.name
        of_tree = self._given.layout if self._given else None
        return of_tree or (GENERIC.name if path and path.endswith(".mdx") else None)

    def _chosen(self, path: str | None) -> Layout | None:
        if self._layouts is None:
            self._layouts = read_choice(self.root)
        return self._layouts.of(path or "")


@cache
def _shared(docs_dir: Path, title_style: TitleStyle) -> SiteOperations:
    return SiteOperations(docs_dir, title_style=title_style)


def _own(reading: Reading) -> Operation | None:
    """Return the operation that takes a whole page."""
    operation = reading.operation
    return operation if operation and operation.layout == OWN_LAYOUT else None


def _state(root: Path) -> Iterator[tuple[str, int, int]]:
    """Yield all paths with time and size, which tell whether any file has changed."""
    for folder, _, files in os.walk(root):
        for name in files:
            path = os.path.join(folder, name)  # noqa: PTH118 - thousands of files, on each page
            try:
                status = os.stat(path)  # noqa: PTH116 - as above
            except OSError:
                continue
            yield path, status.st_mtime_ns, status.st_size


def _encode(text: str) -> bytes:
    return text.encode("utf-8", errors="replace")
