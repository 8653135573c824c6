"""The texts of the pages, for builds that come one after the other."""

from __future__ import annotations

import os
import time
from collections.abc import Mapping
from typing import NamedTuple

from mkdocs.structure.files import File

from callsheet.catalog.catalog import MAX_PAGE_BYTES
from callsheet.errors import DocsError

_SAFE = 2_000_000_000
"""Nanoseconds after which no file system gives a second change the time of the first."""


class _Text(NamedTuple):
    file: str
    mtime: int
    size: int
    inode: int
    text: bytes


class Texts:
    """Reads the pages of a site; a file that is the one of the time before is not read."""

    def __init__(self) -> None:
        self._known: dict[str, _Text] = {}

    def forget(self) -> None:
        """Forgets what was read."""
        self._known = {}

    def read(self, pages: Mapping[str, File]) -> dict[str, bytes]:
        """The texts by path; a page that is too large has none.

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
                    known = _Text(*state, page.content_bytes)
            except OSError as error:
                raise DocsError(f"The page `{path}` cannot be read: {error.strerror}.") from error
            texts[path] = known.text
            # A file that has just been written may be written again without looking other.
            if now - known.mtime > _SAFE:
                self._known[path] = known
        return texts
