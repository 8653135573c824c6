"""The page that lists all operations, where no author has written one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from callsheet.catalog import Catalog, read_bytes

FOLDER = "operations"
_PATH = f"{FOLDER}/index.md"
_PAGE = """\
---
title: All operations
search:
  exclude: true
---

# All operations

<!-- callsheet: operations -->
"""
_MARKER = re.compile(rb"<!--\s*callsheet:\s*operations\s*-->")


class Listing:
    """The list of all operations: an author's page with the marker, else one of its own.

    Attributes:
        path: The page; None if the site has none.
    """

    def __init__(self, catalog: Catalog) -> None:
        self.path = next(_written(catalog), None)
        self._generated = False
        if self.path is None and catalog.operations and not Path(catalog.root, FOLDER).exists():
            self.path, self._generated = _PATH, True

    def pages(self) -> Iterator[tuple[str, str]]:
        """The page to generate, if any: path and text."""
        if self._generated:
            yield _PATH, _PAGE


def _written(catalog: Catalog) -> Iterator[str]:
    for page in catalog.pages:
        if page.path not in catalog.by_path:
            content = read_bytes(catalog.root, page.path)
            if content and _MARKER.search(content):
                yield page.path
