"""The texts of the pages, for builds that come one after the other."""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import NamedTuple

from callsheet.catalog import page_paths, read_bytes

_SAFE = 2_000_000_000
"""Nanoseconds after which no file system gives a second change the time of the first."""


class _Text(NamedTuple):
    mtime: int
    size: int
    inode: int
    text: bytes


class Texts:
    """Reads the pages of a docs tree; a file that is the one of the time before is not read."""

    def __init__(self) -> None:
        self._known: dict[str, _Text] = {}

    def forget(self) -> None:
        """Forgets what was read."""
        self._known = {}

    def read(self, root: Path) -> dict[str, bytes]:
        """The texts by path; a page that is too large has none.

        Raises:
            DocsError: A page cannot be opened.
        """
        before, self._known = self._known, {}
        texts = {}
        for path in page_paths(root):
            now = time.time_ns()
            status = os.stat(f"{root}/{path}")  # noqa: PTH116 - thousands of files
            known = before.get(path)
            if known is None or known[:3] != (status.st_mtime_ns, status.st_size, status.st_ino):
                content = read_bytes(root, path)
                if content is None:
                    continue
                known = _Text(status.st_mtime_ns, status.st_size, status.st_ino, content)
            texts[path] = known.text
            # A file that has just been written may be written again without looking other.
            if now - known.mtime > _SAFE:
                self._known[path] = known
        return texts
