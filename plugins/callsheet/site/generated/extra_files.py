"""The files that are written beside the pages: for the console, and for programs."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from callsheet.site.output.site_directory import Output


class Beside(NamedTuple):
    """A file.

    Attributes:
        path: Where it goes, relative to the site directory, with forward slashes.
        key: What it is made of, as a digest; empty where that is not known.
        make: Makes what it holds. Gives the key, too, which is another one or empty where that
            has turned out to be made of something else.
        weight: How long that takes, beside a small file.
    """

    path: str
    key: str
    make: Callable[[], tuple[str, bytes]]
    weight: int = 1


class FilesBeside:
    """Those of one build.

    Args:
        output: What the site directory has.
        files: The files.
        also: What else is to be done at that time.
    """

    def __init__(
        self, output: Output, files: Iterable[Beside], also: Callable[[], object] = lambda: None
    ) -> None:
        self._output = output
        self._also = also
        self._missing = [file for file in files if not output.has(file.path, file.key)]

    def weight(self) -> int:
        """How long writing what is missing takes, beside a page."""
        return sum(file.weight for file in self._missing)

    def write(self) -> None:
        """Writes what is missing.

        Raises:
            OSError: One of them cannot be written.
        """
        self._also()
        for file in self._missing:
            key, content = file.make()
            self._output.write(file.path, key, content)
