"""The catalog of the operations of one docs tree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import groupby
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Self

from callsheet import lazy_re as re
from callsheet.catalog.described_types import with_types
from callsheet.docs_collections import ALL_PAGES, DocsCollection
from callsheet.findings import FaultKind, Finding, Related, Severity
from callsheet.model import Operation, Outgoing, Page, Reading, TypeTable
from callsheet.model.operation import OWN_LAYOUT

if TYPE_CHECKING:
    from callsheet.configuration import DocsLanguages
    from callsheet.source.layouts.choice import LayoutChoice

_UNFIT = re.compile(r"[^A-Za-z0-9_-]+")


class TreeFault(FaultKind):
    """A fault of pages in their tree: the code, the severity and the hint of its findings."""

    DUPLICATE_UID = (
        "CS011",
        Severity.ERROR,
        "Give each operation a uid of its own, or put APIs and versions into `collections`.",
    )
    OVERSIZED = ("CS012", Severity.ERROR, "Split it.")
    OUTSIDE = ("CS017", Severity.ERROR, "Put a copy of the file into the docs directory.")
    UNKNOWN_CAUSE = ("CS036", Severity.ERROR, "Give the uid of the operation that causes it.")
    DUPLICATE_ROUTE = ("CS021", Severity.WARNING, "Make one page of the two.")
    # An API may tell such routes apart by the type of the value, so this may be as intended.
    AMBIGUOUS_ROUTE = (
        "CS022",
        Severity.NOTE,
        "Give the parameters types that tell them apart, such as int32 and string.",
    )


@dataclass(frozen=True, slots=True)
class Group:
    """The operations of one folder, including those that the server sends.

    Attributes:
        path: The folder, relative to the docs directory, with forward slashes.
        overview: The folder's `index.md`, if it has one.
        operations: The operations, in the order of their pages' paths.
    """

    path: str
    overview: Page | None
    operations: tuple[Operation, ...]

    @property
    def name(self) -> str:
        """The title of the overview, else the name of the folder."""
        return self.overview.title if self.overview else self.path.rpartition("/")[2]

    @property
    def title(self) -> str:
        """The title of the overview, else what MkDocs makes of the name of the folder."""
        if self.overview:
            return self.overview.title
        words = self.name.replace("-", " ").replace("_", " ")
        return (words.capitalize() if words.islower() else words) or "Operations"


@dataclass(frozen=True, slots=True)
class Translation:
    """An operation in another language than that of its catalog.

    Attributes:
        language: The tag of the language.
        original: The path of the page that its page translates.
        operation: What its page says.
    """

    language: str
    original: str
    operation: Operation


@dataclass(frozen=True)
class Catalog:
    """The operations of a docs tree, with indexes, and the findings about its pages.

    Attributes:
        root: The docs directory.
        pages: All its pages, in the order of their paths.
        documented: All operations in the order of their pages' paths.
        findings: The findings of the reader, in the same order.
        described: The types that tables of other layouts describe, as far as operations name them.
        collection: The part of the docs tree that it is of.
        elsewhere: Pages of other parts by the uids that links of this one lead to.
        collections: The names of all collections of the docs tree.
        translations: The operations of pages in other languages, with their language and the path
            of the page that they translate. They are not operations of the catalog.
        translated: The pages in other languages, which are not pages of the catalog either.
        languages: The languages of the docs tree; None where its pages are not translated.
    """

    root: Path
    pages: tuple[Page, ...]
    documented: tuple[Operation, ...]
    findings: tuple[Finding, ...]
    described: tuple[TypeTable, ...] = ()
    collection: DocsCollection = ALL_PAGES
    elsewhere: Mapping[str, Page] = field(default_factory=dict)
    collections: tuple[str, ...] = ()
    translations: tuple[Translation, ...] = ()
    translated: tuple[Page, ...] = ()
    languages: DocsLanguages | None = None

    @classmethod
    def read(
        cls,
        root: Path,
        *,
        cached: bool = True,
        replaced: Mapping[str, bytes] | None = None,
        already_read: Mapping[str, Reading] | None = None,
        layouts: LayoutChoice | None = None,
    ) -> Self:
        """Read every Markdown page below a docs directory.

        Args:
            root: The docs directory.
            cached: Whether to cache pages on disk, and to read only those that have changed.
            replaced: The content to read instead of some pages, by path.
            already_read: Readings of pages that have been read already, by path.
            layouts: Their layouts; without a cache only. By default, the configuration has them.

        Raises:
            DocsError: The directory does not exist or a page cannot be opened.
        """
        # Whoever loads a catalog that was exported, as a page in a browser does, parses nothing,
        # and has no YAML.
        from callsheet.catalog.readings import read_all
        from callsheet.configuration import read_docs_languages

        readings = read_all(
            root, cached=cached, replaced=replaced, already_read=already_read, layouts=layouts
        )
        return cls.of_languages(root, tuple(readings), read_docs_languages(root))

    @classmethod
    def of_languages(
        cls, root: Path, readings: Sequence[Reading], languages: DocsLanguages | None
    ) -> Self:
        """Build a catalog of the pages in the default language, and keep the others beside."""
        if languages is None:
            return cls.of(root, readings)
        placed = [(*languages.of(reading.page.path), reading) for reading in readings]
        own = {path: reading for tag, path, reading in placed if tag == languages.default}
        others = [each for each in placed if each[0] != languages.default]
        translations = tuple(
            # What no page of the default language says has nothing to be compared with.
            Translation(tag, own[path].page.path if path in own else "", operation)
            for tag, path, reading in others
            for operation in reading.operations
        )
        translated = tuple(reading.page for *_, reading in others)
        found = cls.of(root, own.values(), languages)
        return replace(found, translations=translations, translated=translated)

    @classmethod
    def of(
        cls, root: Path, readings: Iterable[Reading], languages: DocsLanguages | None = None
    ) -> Self:
        """Build a catalog of pages that are read already, each operation in one language."""
        readings = tuple(readings)
        pages = tuple(reading.page for reading in readings)
        findings = [finding for reading in readings for finding in reading.findings]
        seen: dict[str, Operation] = {}
        read: Sequence[Operation] = [o for r in readings for o in r.operations]
        described: tuple[TypeTable, ...] = ()
        if any(operation.layout != OWN_LAYOUT for operation in read):
            read, described = with_types(read, pages)
        operations = _with_identities(read)
        if languages:
            operations = [replace(o, shared_path=languages.of(o.path)[1]) for o in operations]
        for operation in operations:
            first = seen.setdefault(operation.uid, operation)
            if first is operation:
                continue
            # The page that is named after the uid takes precedence, whatever the order.
            owner = min(first, operation, key=lambda o: PurePosixPath(o.path).stem != o.uid)
            seen[operation.uid] = owner
            findings.append(_duplicate(operation if owner is first else first, owner))
        # Of several pages with one uid, only the owner is an operation, as a uid is an address and
        # a file name.
        operations = [o for o in operations if seen[o.uid] is o]
        catalog = cls(
            root, pages, tuple(operations), tuple(findings), described, languages=languages
        )
        further = (*_route_findings(catalog), *_outgoing_findings(catalog))
        return replace(catalog, findings=(*findings, *further))

    @cached_property
    def operations(self) -> tuple[Operation, ...]:
        """The operations that clients call."""
        return tuple(each for each in self.documented if each.outgoing is None)

    @cached_property
    def outgoing(self) -> tuple[Operation, ...]:
        """The webhooks and callbacks that have pages, or sections of their operations' pages."""
        found: list[Operation] = []
        for operation in self.documented:
            found += [operation] if operation.outgoing else []
            found += map(operation.request_of, operation.callbacks)
        return tuple(found)

    @cached_property
    def callbacks(self) -> Mapping[str, tuple[Operation, ...]]:
        """The callbacks by the uid of their operation."""
        found: dict[str, list[Operation]] = {}
        for operation in self.outgoing:
            if operation.outgoing and operation.outgoing.cause:
                found.setdefault(operation.outgoing.cause, []).append(operation)
        return {uid: tuple(callbacks) for uid, callbacks in found.items()}

    @cached_property
    def webhooks(self) -> tuple[Operation, ...]:
        """The webhooks, in the order of their pages' paths."""
        return tuple(each for each in self.outgoing if each.outgoing and not each.outgoing.cause)

    @cached_property
    def type_tables(self) -> tuple[TypeTable, ...]:
        """The types that pages define, in the order of the pages."""
        return (*(page.defines for page in self.pages if page.defines), *self.described)

    @cached_property
    def type_pages(self) -> Mapping[str, str]:
        """The pages that define types, by type."""
        return {table.name: table.path for table in self.type_tables}

    @cached_property
    def by_uid(self) -> Mapping[str, Operation]:
        """All operations by uid."""
        return {operation.uid: operation for operation in self.documented}

    @cached_property
    def pages_by_uid(self) -> Mapping[str, Page]:
        """The pages by uid, also of other parts; the first of a uid counts, and one of its own."""
        return {**self.elsewhere, **{p.uid: p for p in reversed(self.pages) if p.uid is not None}}

    @cached_property
    def home(self) -> Page | None:
        """The page `index.md` at its top, if there is one."""
        path = f"{self.collection.folder}/index.md".lstrip("/")
        return next((page for page in self.pages if page.path == path), None)

    def has_folder(self, name: str) -> bool:
        """Tell whether authors have made such a file or folder at its top."""
        return (self.root / self.collection.place(name)).exists()

    @cached_property
    def by_path(self) -> Mapping[str, Operation]:
        """The operations that take a whole page of our own format, by its path."""
        return {o.path: o for o in self.documented if o.layout == OWN_LAYOUT}

    @cached_property
    def on_page(self) -> Mapping[str, tuple[Operation, ...]]:
        """The operations that pages document among other text, by the path of the page."""
        found: dict[str, list[Operation]] = {}
        for operation in self.documented:
            if operation.layout != OWN_LAYOUT:
                found.setdefault(operation.path, []).append(operation)
        return {path: tuple(operations) for path, operations in found.items()}

    @cached_property
    def by_route(self) -> Mapping[tuple[str, str], tuple[Operation, ...]]:
        """Those that clients call, by method and shape of the route; several are a finding."""
        found: dict[tuple[str, str], list[Operation]] = {}
        for operation in self.operations:
            found.setdefault((operation.method, operation.route.shape), []).append(operation)
        return {route: tuple(operations) for route, operations in found.items()}

    @property
    def all_pages(self) -> tuple[Page, ...]:
        """The pages in all languages, those in the default one first."""
        return (*self.pages, *self.translated)

    def shared_path(self, path: str) -> str:
        """Return the path that a page has in all languages."""
        return self.languages.of(path)[1] if self.languages else path

    def language_of(self, path: str) -> str:
        """Return the language of a page; empty where pages are not translated."""
        return self.languages.of(path)[0] if self.languages else ""

    def named_by(self, page: str, path: str) -> tuple[str, ...]:
        """Return the files that a path in a link of a page may lead to."""
        return self.languages.named_by(page, path) if self.languages else (path,)

    @cached_property
    def by_shared_path(self) -> Mapping[str, Operation]:
        """The operations of `by_path`, by the path that all languages have."""
        return {o.shared_path or path: o for path, o in self.by_path.items()}

    @cached_property
    def groups(self) -> tuple[Group, ...]:
        """The groups, in the order of their folders."""
        pages = {self.shared_path(page.path): page for page in self.pages}
        # `groupby` only groups neighbours. The sort is stable, so operations of a folder keep their
        # order.
        ordered = sorted(self.documented, key=lambda operation: operation.group)
        return tuple(
            Group(path, pages.get(f"{path}/index.md" if path else "index.md"), tuple(operations))
            for path, operations in groupby(ordered, key=lambda operation: operation.group)
        )


def _with_identities(operations: Iterable[Operation]) -> list[Operation]:
    """Return the operations of all pages, each with an identity of its own.

    Of an operation on several pages, each gets the name of its page after its route, whatever the
    order of the pages. An entry of a list is left out where a page documents the operation.
    """
    found = list(operations)
    documented = {_route(o) for o in found if not _is_entry(o)}
    found = [o for o in found if not _is_entry(o) or _route(o) not in documented]
    counts = Counter(o.uid for o in found)
    return [o if o.layout == OWN_LAYOUT or counts[o.uid] == 1 else _of_page(o) for o in found]


def _of_page(operation: Operation) -> Operation:
    page = _UNFIT.sub(".", operation.path.rpartition(".")[0] or operation.path)
    return replace(operation, uid=f"{operation.uid}-{page}")


def _is_entry(operation: Operation) -> bool:
    """Tell whether an operation is no more than a line of a list of routes."""
    return operation.layout != OWN_LAYOUT and operation.span == operation.route.span


def _route(operation: Operation) -> tuple[str, str]:
    return operation.method, operation.route.shape


def _route_findings(catalog: Catalog) -> Iterator[Finding]:
    for first, *others in catalog.by_route.values():
        for other in others:
            same = other.route.template.lower() == first.route.template.lower()
            # Of a page and its copy, the copy is the one whose uid does not fit the route.
            if same and _words_in_uid(other) > _words_in_uid(first):
                yield _shared_route(first, other)
            else:
                yield _shared_route(other, first)


def _words_in_uid(operation: Operation) -> int:
    """Count the segments of the route that occur in the uid."""
    uid, segments = operation.uid.lower(), operation.route.template.lower().split("/")
    return sum(bool(s) and not s.startswith("{") and s in uid for s in segments)


def _shared_route(operation: Operation, first: Operation) -> Finding:
    route = f"{operation.method} {operation.route.template}"
    line = operation.route.span.start
    other = Related(first.path, first.route.span.start, "the other page's route")
    if operation.route.template.lower() == first.route.template.lower():
        message = f"`{route}` is documented by `{first.path}`, too."
        return TreeFault.DUPLICATE_ROUTE.at(operation.path, line, message, related=(other,))
    message = f"`{route}` matches the same paths as `{first.route.template}` in `{first.path}`."
    return TreeFault.AMBIGUOUS_ROUTE.at(operation.path, line, message, related=(other,))


def _outgoing_findings(catalog: Catalog) -> Iterator[Finding]:
    """Yield the webhooks and callbacks that are documented twice, and callbacks of nothing."""
    called = {operation.uid for operation in catalog.operations}
    first: dict[tuple[Outgoing, str], Operation] = {}
    for operation in catalog.outgoing:
        if (outgoing := operation.outgoing) is None:
            continue
        # A callback in a section has the span of the section.
        line = operation.span.start
        if outgoing.cause and outgoing.cause not in called:
            message = (
                f"The page is about a callback of `{outgoing.cause}`, which no page documents."
            )
            yield TreeFault.UNKNOWN_CAUSE.at(operation.path, line, message)
        other = first.setdefault((outgoing, operation.method), operation)
        if other is not operation:
            message = f"`{operation.signature}` is documented by `{other.path}`, too."
            related = (Related(other.path, other.span.start, "the other one"),)
            yield TreeFault.DUPLICATE_ROUTE.at(operation.path, line, message, related=related)


def _duplicate(operation: Operation, first: Operation) -> Finding:
    message = f"`{operation.uid}` is the uid of `{first.path}` already; this page is left out."
    related = (Related(first.path, 1, "the page that has it"),)
    return TreeFault.DUPLICATE_UID.at(operation.path, 1, message, related=related)
