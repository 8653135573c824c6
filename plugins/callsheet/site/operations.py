"""The pages and operations of a site, with a catalog or without."""

import os
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Protocol

from callsheet.catalog import Catalog
from callsheet.catalog.named_types import TypeDefiner
from callsheet.catalog.titles import Titles, TitleStyle
from callsheet.errors import DocsError
from callsheet.findings import Span
from callsheet.model import Operation, Page
from callsheet.model.operation import OWN_LAYOUT, undefined_schemes, with_schemes
from callsheet.paths import is_file, stays_inside
from callsheet.render import OperationRecord
from callsheet.site.page_facts import DependencyRecorder
from callsheet.site.site_catalog import SiteCatalog
from callsheet.source import Reading, read_page
from callsheet.source.layouts.choice import LayoutChoice, read_choice
from callsheet.source.layouts.generic import GENERIC
from callsheet.source.layouts.layout import Layout
from callsheet.source.markup.reading import ROUTE_KEYS

_State = frozenset[tuple[str, int, int]]


class RecordingScripts(Protocol):
    """The scripts of a site that share what pages show on request."""

    def name(self, operation: Operation) -> str:
        """Return the name of an operation's script; empty where it has none."""

    def index(self) -> str:
        """Return the script with the names of all."""

    def add(
        self,
        operation: Operation,
        further: Sequence[OperationRecord],
        known: SiteCatalog,
        recorder: DependencyRecorder,
    ) -> None:
        """Make the record of an operation whose page is being rendered.

        Args:
            operation: The operation.
            further: The programs that its page leaves out.
            known: The catalog that it is in.
            recorder: Records what the page depends on.
        """


class SiteOperations:
    """The pages and operations of the site.

    With a catalog, that is all there is. Without one, a page is read when it is converted, and
    again each time: a Python-Markdown extension is not notified when a file has changed.

    Attributes:
        edited: The operations of pages that have changed since the catalog was read, by path.
        scripts: The scripts of a site that MkDocs builds; other engines write none, and their pages
            have all programs.
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
        self.edited: dict[str, Operation] = {}
        self.scripts: RecordingScripts | None = None

    @classmethod
    def shared(cls, docs_dir: Path, title_style: TitleStyle) -> "SiteOperations":
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
            self._read = (state, SiteCatalog(catalog, TypeDefiner(), title_style=self._title_style))
        return self._read[1]

    def script_of(self, operation: Operation) -> str:
        """Return the name of an operation's script; empty where it has none."""
        return self.scripts.name(operation) if self.scripts else ""

    def record(
        self, operation: Operation, further: Sequence[OperationRecord], recorder: DependencyRecorder
    ) -> None:
        """Have the script of an operation know it; see `RecordingScripts.add`."""
        if self.scripts and self._given:
            self.scripts.add(operation, further, self._given, recorder)

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
