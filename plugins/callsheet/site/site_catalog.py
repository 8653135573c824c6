"""A catalog as a site shows it, and what follows from the whole of it."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from functools import cached_property

from callsheet.cache.content import digest_of
from callsheet.catalog import Catalog, Group
from callsheet.catalog.grouping import grouped, tag_heading
from callsheet.catalog.links import Resolution, resolve
from callsheet.catalog.named_types import TypeDefiner, TypeDefinition
from callsheet.catalog.named_types.stored import StoredTypes
from callsheet.catalog.titles import Titles, TitleStyle
from callsheet.model import Location, Operation, SecurityScheme
from callsheet.model.operation import defined_schemes
from callsheet.paths import folder_of, is_below
from callsheet.render import HeaderRows
from callsheet.render.phrases import phrase
from callsheet.site.page_facts import Neighbours
from callsheet.site.versions import ApiVersions

_USUAL_FROM = 3
"""How many pages must have a header before it is a usual one."""

_SHARED_FROM = 20
"""How many pages must have the same usual headers before these have a page of their own."""

_NEVER_USUAL = {"accept", "content-type"}
"""Headers that say what a request of one operation is made of."""


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
    definer: TypeDefiner | StoredTypes
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
        headers = Counter[tuple[str, str]]()
        for rows, count in self._headers.items():
            for row in rows:
                headers[row] += count
        most = max(_USUAL_FROM, len(self.catalog.operations) / 2)
        return frozenset(
            (name, about)
            for (name, about), count in headers.items()
            if count >= most and name.lower() not in _NEVER_USUAL
        )

    @cached_property
    def _headers(self) -> Mapping[HeaderRows, int]:
        """How many operations have the same headers."""
        return Counter(
            tuple([(p.name, p.about) for p in each.parameters if p.location is Location.HEADER])
            for each in self.catalog.operations
        )

    @cached_property
    def shared_headers(self) -> Mapping[HeaderRows, str]:
        """The sets of usual headers that many pages have alike, each with a name from its rows.

        None where authors have a folder of the name that the pages of these have.
        """
        usual = self.usual_headers
        counts = Counter[HeaderRows]()
        for rows, count in self._headers.items():
            counts[tuple(row for row in rows if row in usual)] += count
        if self.catalog.has_folder("usual-headers"):
            return {}
        return {
            rows: digest_of(repr(rows).encode("utf-8", "surrogatepass"))[:8]
            for rows, count in counts.items()
            if rows and count >= _SHARED_FROM
        }

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
