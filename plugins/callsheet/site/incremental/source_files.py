"""Cache in memory of the texts of the pages, for the builds of one process."""

from __future__ import annotations

import os
import time
from collections.abc import Mapping
from typing import NamedTuple

from mkdocs.structure.files import File

from callsheet.catalog.catalog import MAX_PAGE_BYTES
from callsheet.errors import DocsError

_SAFE = 2_000_000_000
"""Nanoseconds after which a second change gets another time on every file system."""


class _ReadFile(NamedTuple):
    file: str
    mtime: int
    size: int
    inode: int
    text: bytes


class SourceFiles:
    """Reader of the pages of a site, which does not read a file again that has not changed."""

    def __init__(self) -> None:
        self._known: dict[str, _ReadFile] = {}

    def forget(self) -> None:
        """Forget the texts."""
        self._known = {}

    def read(self, pages: Mapping[str, File]) -> dict[str, bytes]:
        """Return the texts by path; a page that is too large has none.

        Args:
            pages: The files by path; another plugin may have made one, or put one in its place.

        Raises:
            DocsError: A page cannot be opened.
        """
        before, self._known = self._known, {}
        texts = {}
        for path, page in pages.items():
            file = page.abs_src_path
            now = time.time_ns()
            try:
                known = before.get(path)
                if file is None:
                    text = page.content_bytes
                    if len(text) <= MAX_PAGE_BYTES:
                        texts[path] = text
                    continue
                status = os.stat(file)  # noqa: PTH116 - thousands of files
                if status.st_size > MAX_PAGE_BYTES:
                    continue
                state = (file, status.st_mtime_ns, status.st_size, status.st_ino)
                if known is None or known[:4] != state:
                    known = _ReadFile(*state, page.content_bytes)
            except OSError as error:
                raise DocsError(f"The page `{path}` cannot be read: {error.strerror}.") from error
            texts[path] = known.text
            # A file that has just been written may be written again within the same time stamp.
            if now - known.mtime > _SAFE:
                self._known[path] = known
        return texts
