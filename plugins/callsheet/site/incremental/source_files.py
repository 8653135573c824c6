"""Caches of the texts of pages and of their readings, for the builds of one process."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from mkdocs.structure.files import File

from callsheet.cache.content import cache_file
from callsheet.catalog.readings import (
    MAX_PAGE_BYTES,
    PageCache,
    PageTexts,
    oversized_reading,
)
from callsheet.errors import DocsError
from callsheet.parallel import MIN_TASKS
from callsheet.paths import walking_order
from callsheet.source import Reading
from callsheet.source.layouts.choice import read_choice

_SAFE = 2_000_000_000
"""Nanoseconds after which a second change gets another time on every file system."""


class _ReadFile(NamedTuple):
    file: str
    mtime: int
    size: int
    inode: int


class SourceFiles:
    """Reader of the pages of a site, which does not read a file again that has not changed."""

    def __init__(self) -> None:
        self._known: dict[str, _ReadFile] = {}
        self._texts = PageTexts()

    def forget(self) -> None:
        """Forget the texts."""
        self._known, self._texts = {}, PageTexts()

    def read(self, pages: Mapping[str, File]) -> PageTexts:
        """Return the texts by path; a page that is too large has none.

        Args:
            pages: The files by path; another plugin may have made one, or put one in its place.

        Raises:
            DocsError: A page cannot be opened.
        """
        # Anew, so that the texts of pages that are gone do not stay for as long as the server runs.
        before, self._known = self._known, {}
        texts_before, self._texts = self._texts, PageTexts()
        texts = self._texts
        for path, page in pages.items():
            file = page.abs_src_path
            now = time.time_ns()
            try:
                # A plugin has made it; only the content itself shows whether that has
                # changed.
                if file is None:
                    text = page.content_bytes
                    if len(text) <= MAX_PAGE_BYTES:
                        texts.add(path, text)
                    continue
                status = os.stat(file)  # noqa: PTH116 - thousands of files
                if status.st_size > MAX_PAGE_BYTES:
                    continue
                state = _ReadFile(file, status.st_mtime_ns, status.st_size, status.st_ino)
                is_known = before.get(path) == state
                texts.add(path, texts_before[path] if is_known else page.content_bytes)
            except OSError as error:
                raise DocsError(f"The page `{path}` cannot be read: {error.strerror}.") from error
            # A file that has just been written may be written again within the same time stamp.
            if now - state.mtime > _SAFE:
                self._known[path] = state
        return texts


class ParsedPages(PageCache):
    """The readings of a docs tree, for the builds of one process.

    Args:
        root: The docs directory.
    """

    def __init__(self, root: Path) -> None:
        super().__init__(cache_file(root), read_choice(root))

    def readings(self, texts: Mapping[str, bytes], unread: Iterable[str]) -> Iterator[Reading]:
        """Yield the readings of all pages, in the order of a catalog.

        Args:
            texts: Their texts, by path.
            unread: The paths of pages that are too large to be read.
        """
        read = self.read(texts.items())
        if self.new_pages < MIN_TASKS:
            self.save()
        read |= {path: oversized_reading(path) for path in unread}
        yield from (read[path] for path in sorted(read, key=walking_order))

    def save_rest(self) -> None:
        """Write the cache where there is much to write, which `readings` leaves to the end."""
        if self.new_pages >= MIN_TASKS:
            self.save()
