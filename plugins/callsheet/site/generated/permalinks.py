"""The page of permanent links, which name an operation by its uid, wherever its page is."""

from collections.abc import Callable, Iterator

from callsheet.docs_collections import ALL_PAGES
from callsheet.render import render_uids
from callsheet.render.phrases import phrase
from callsheet.site.generated.marker_pages import marker_page
from callsheet.site.operations import SiteOperations
from callsheet.site.page_facts import DependencyRecorder

FOLDER = "uid"
MARKER = "uids"


class Permalinks:
    """One page with an entry for each operation, whose id is its uid.

    A page for each uid would be thousands of files that say one line each; this one works
    without a server and, as a list, without scripts.
    """

    def __init__(self, operations: SiteOperations, *, generated: bool) -> None:
        self._operations = operations
        self._generated = {"": generated}

    @property
    def path(self) -> str | None:
        """The page; None if the site has none."""
        known = self._operations.given
        collection = known.catalog.collection if known else ALL_PAGES
        if collection.name not in self._generated:
            catalog = self._operations.current().catalog
            self._generated[collection.name] = not catalog.has_folder(FOLDER)
        # Of pages besides those of collections, none may document an operation.
        is_empty = bool(known and collection.without and not known.catalog.documented)
        is_there = self._generated[collection.name] and not is_empty
        return collection.place(f"{FOLDER}/index.md") if is_there else None

    def pages(self) -> Iterator[tuple[str, str]]:
        """Yield the page to generate: path and text."""
        if self.path:
            yield self.path, marker_page(phrase("Permanent links"), MARKER)

    def renderer(
        self, address: Callable[[str], str], recorder: DependencyRecorder
    ) -> Callable[[str], str | None]:
        """Return the renderer of that page's marker.

        Args:
            address: Gives the address of a file, for the page that is being converted.
            recorder: Records what that page depends on.
        """

        def render(marker: str) -> str | None:
            if marker != MARKER:
                return None
            recorder.add("uids")
            known = self._operations.current()
            return render_uids(
                known.catalog.documented,
                lambda operation: address(operation.path) + operation.anchor,
                known.titles.label,
            )

        return render
