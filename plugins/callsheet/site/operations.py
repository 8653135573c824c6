"""Where the operations come from."""

from __future__ import annotations

from pathlib import Path

from callsheet.catalog import Catalog
from callsheet.model import Operation
from callsheet.source import read_page


class Operations:
    """The operations of the site.

    With a catalog, that is all there is. Without one, a page is read when it is converted, and
    again each time: nothing tells a Python-Markdown extension when a file has changed.
    """

    def __init__(self, docs_dir: Path, catalog: Catalog | None = None) -> None:
        self._docs_dir = docs_dir
        self._catalog = catalog

    def catalog(self) -> Catalog:
        """All operations.

        Raises:
            DocsError: There is no catalog and the docs directory cannot be read.
        """
        return self._catalog or Catalog.read(self._docs_dir)

    def of_page(self, path: str | None, text: str) -> Operation | None:
        """The operation that a page documents, if it documents one.

        Args:
            path: The page's file, relative to the docs directory; None if it is unknown.
            text: The page's text, which is read where its file is not to be had.
        """
        if path is None:
            return read_page(_encode(text), "").operation
        if self._catalog is not None:
            return self._catalog.by_path.get(path)
        file = self._docs_dir / path
        return read_page(file.read_bytes() if file.is_file() else _encode(text), path).operation


def _encode(text: str) -> bytes:
    return text.encode("utf-8", errors="replace")
