"""The index of all operations: its page, where no author has written one, and its markers."""

from collections.abc import Callable, Iterator, Mapping

from callsheet.catalog import Catalog
from callsheet.model import Operation
from callsheet.render import OverviewLinks, render_news, render_operations
from callsheet.render.phrases import phrase
from callsheet.site.generated import changelogs
from callsheet.site.generated.marker_pages import marker_page
from callsheet.site.generated.type_pages import TypePages
from callsheet.site.operations import SiteOperations
from callsheet.site.page_facts import DependencyRecorder
from callsheet.source.markers import written_markers

FOLDER = "operations"
_MARKER = "operations"
_GROUPS = "groups"


class OperationIndex:
    """The pages with the index: those of authors with the marker, else one of its own.

    Attributes:
        paths: The pages; empty if the site has none.

    Args:
        catalog: The pages of the site.
        texts: Their texts by path.
    """

    def __init__(self, catalog: Catalog, texts: Mapping[str, bytes]) -> None:
        self.paths = tuple(pages_with(_MARKER, catalog, texts))
        self._generated = False
        if not self.paths and catalog.documented and not catalog.has_folder(FOLDER):
            self.paths = (catalog.collection.place(f"{FOLDER}/index.md"),)
            self._generated = True

    def pages(self) -> Iterator[tuple[str, str]]:
        """Yield the page to generate, if any: path and text."""
        if self._generated:
            yield self.paths[0], marker_page(phrase("All operations"), _MARKER)


def renderer(
    here: Callable[[], str | None],
    operations: SiteOperations,
    types: TypePages,
    address: Callable[[str], str],
    recorder: DependencyRecorder,
) -> Callable[[str], str | None]:
    """Return the renderer of the markers: of all operations by group, and of the groups alone.

    Args:
        here: Returns the path of the page that is being converted, if it is known.
        operations: The operations of the site.
        types: The pages of types.
        address: Gives the address of a file, for the page that is being converted.
        recorder: Records what that page depends on.
    """

    def link(operation: Operation) -> str:
        return address(operation.path) + operation.anchor

    def render(marker: str) -> str | None:
        if marker not in {_MARKER, _GROUPS}:
            return None
        recorder.add("operations")
        known = operations.current()
        groups = ((group, known.page_of(group)) for group in known.listed_on(here()))
        index = known.index_page if marker == _GROUPS else ""
        links = OverviewLinks(
            address(index) if index else "", address(types.index) if types.has_index else ""
        )
        overview = render_operations(
            [(group, address(path) if path else "") for group, path in groups],
            link,
            known.titles,
            links,
            groups_alone=marker == _GROUPS,
        )
        title, changed = changelogs.news_of(known)
        url = address(changelogs.page_of(known)) if title else ""
        return (
            f"<div>{overview}{render_news(title, url, changed, link, known.titles)}</div>"
            if url
            else overview
        )

    return render


def pages_with(marker: str, catalog: Catalog, texts: Mapping[str, bytes]) -> Iterator[str]:
    """Yield the pages in which an author has written a marker."""
    for page in catalog.pages:
        if page.path in catalog.by_path:
            continue
        if any(found == marker for _, found in written_markers(texts.get(page.path, b""))):
            yield page.path
