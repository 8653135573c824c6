"""All operations of one docs tree."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby
from pathlib import Path
from typing import Self

from callsheet.cache import PageCache, paused_collection
from callsheet.errors import DocsError
from callsheet.findings import Finding, Severity
from callsheet.model import Operation, Page
from callsheet.source import Reading, read_page

MAX_PAGE_BYTES = 8 * 1024 * 1024
"""A larger page is not read; the longest of the publication has 60 kB."""


@dataclass(frozen=True, slots=True)
class Group:
    """The operations of one folder.

    Attributes:
        path: The folder, relative to the docs directory, with forward slashes.
        overview: The folder's `index.md`, if it has one.
        operations: The operations, in the order of their pages' paths.
    """

    path: str
    overview: Page | None
    operations: tuple[Operation, ...]

    @property
    def title(self) -> str:
        """The title of the overview, else the folder's name."""
        name = self.path.rpartition("/")[2] or "Operations"
        return self.overview.title if self.overview else name


@dataclass(frozen=True)
class Catalog:
    """The operations of a docs tree, with indexes, and what reading them found.

    Attributes:
        root: The docs directory.
        pages: All its pages, in the order of their paths.
        operations: The operations in the order of their pages' paths.
        findings: What reading the pages found, in the same order.
    """

    root: Path
    pages: tuple[Page, ...]
    operations: tuple[Operation, ...]
    findings: tuple[Finding, ...]

    @classmethod
    def read(cls, root: Path, *, cached: bool = True) -> Self:
        """Reads every Markdown page below a docs directory.

        Args:
            root: The docs directory.
            cached: Whether to keep what is read, and to read only what has changed since.

        Raises:
            DocsError: The directory does not exist or a page cannot be opened.
        """
        if not root.is_dir():
            raise DocsError(f"There is no docs directory `{root}`.")
        cache = PageCache.of(root) if cached else None
        with paused_collection():
            if cache is None:
                return cls.of(root, [_read(root, file, read_page) for file in _pages(root)])
            cache.load()
            catalog = cls.of(root, [_read(root, file, cache.read) for file in _pages(root)])
            cache.save()
        return catalog

    @classmethod
    def of(cls, root: Path, readings: Iterable[Reading]) -> Self:
        """Makes a catalog of pages that are read already."""
        pages: list[Page] = []
        operations: list[Operation] = []
        findings: list[Finding] = []
        seen: dict[str, Operation] = {}
        for reading in readings:
            pages.append(reading.page)
            findings += reading.findings
            if (operation := reading.operation) is None:
                continue
            first = seen.setdefault(operation.uid, operation)
            if first is operation:
                operations.append(operation)
            else:
                findings.append(_duplicate(operation, first))
        catalog = cls(root, tuple(pages), tuple(operations), tuple(findings))
        return replace(catalog, findings=(*findings, *_route_findings(catalog)))

    @cached_property
    def by_uid(self) -> Mapping[str, Operation]:
        """The operations by uid."""
        return {operation.uid: operation for operation in self.operations}

    @cached_property
    def by_path(self) -> Mapping[str, Operation]:
        """The operations by the path of their page."""
        return {operation.path: operation for operation in self.operations}

    @cached_property
    def by_route(self) -> Mapping[tuple[str, str], tuple[Operation, ...]]:
        """The operations by method and shape of the route; more than one is a finding."""
        found: dict[tuple[str, str], list[Operation]] = {}
        for operation in self.operations:
            found.setdefault((operation.method, operation.route.shape), []).append(operation)
        return {route: tuple(operations) for route, operations in found.items()}

    @cached_property
    def groups(self) -> tuple[Group, ...]:
        """The groups, in the order of their folders."""
        pages = {page.path: page for page in self.pages}
        ordered = sorted(self.operations, key=lambda operation: operation.group)
        return tuple(
            Group(path, pages.get(f"{path}/index.md" if path else "index.md"), tuple(operations))
            for path, operations in groupby(ordered, key=lambda operation: operation.group)
        )


def _pages(root: Path) -> Iterator[Path]:
    for folder, folders, files in os.walk(root):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if name.endswith(".md") and not name.startswith("."):
                yield Path(folder, name)


def _read(root: Path, file: Path, read: Callable[[bytes, str], Reading]) -> Reading:
    path = file.relative_to(root).as_posix()
    try:
        if file.stat().st_size > MAX_PAGE_BYTES:
            return Reading(Page(path, None, file.stem, ()), None, (_oversized(path),))
        return read(file.read_bytes(), path)
    except OSError as error:
        raise DocsError(f"The page `{file}` cannot be read: {error.strerror}.") from error


def _route_findings(catalog: Catalog) -> Iterator[Finding]:
    for first, *others in catalog.by_route.values():
        for other in others:
            yield _shared_route(other, first)


def _shared_route(operation: Operation, first: Operation) -> Finding:
    route = f"{operation.method} {operation.route.template}"
    line = operation.route.span.start
    if operation.route.template.lower() == first.route.template.lower():
        message = f"`{route}` is documented by `{first.path}`, too."
        hint = "Make one page of the two."
        return Finding(operation.path, line, 1, "CS021", Severity.WARNING, message, hint)
    # An API may tell such routes apart by the type of the value, so this may be as intended.
    message = f"`{route}` matches the same paths as `{first.route.template}` in `{first.path}`."
    hint = "Give the parameters types that tell them apart, such as int32 and string."
    return Finding(operation.path, line, 1, "CS022", Severity.NOTE, message, hint)


def _oversized(path: str) -> Finding:
    message = f"The page is larger than {MAX_PAGE_BYTES // 1024 // 1024} MiB and was not read."
    return Finding(path, 1, 1, "CS012", Severity.ERROR, message, "Split it.")


def _duplicate(operation: Operation, first: Operation) -> Finding:
    message = f"`{operation.uid}` is the uid of `{first.path}` already; this page is left out."
    hint = "Give each operation a uid of its own."
    return Finding(operation.path, 1, 1, "CS011", Severity.ERROR, message, hint)
