"""Files that are not pages: for the console, and for programs."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from callsheet.site.output.site_directory import SiteDirectory


class ExtraFile(NamedTuple):
    """A file.

    Attributes:
        path: Where it goes, relative to the site directory, with forward slashes.
        key: The digest of all that its content depends on; empty where that is not known.
        make: Returns the key and the content. The key is another one, or empty, where the file has
            changed since it was read.
        weight: How long that takes, in small files.
    """

    path: str
    key: str
    make: Callable[[], tuple[str, bytes]]
    weight: int = 1

    def below(self, folder: str) -> ExtraFile:
        """Return the file in a folder of the site, which ends with a slash or is empty."""
        return self._replace(path=folder + self.path)


class ExtraFiles:
    """Those of one build.

    Args:
        directory: The site directory.
        files: The files.
        before: What else is to be done before they are written.
    """

    def __init__(
        self,
        directory: SiteDirectory,
        files: Iterable[ExtraFile],
        before: Callable[[], object] = lambda: None,
    ) -> None:
        self._directory = directory
        self._before = before
        self._missing = [file for file in files if not directory.keep(file.path, file.key)]

    def weight(self) -> int:
        """Return how long it takes to write the missing ones, in pages."""
        return sum(file.weight for file in self._missing)

    def write(self) -> None:
        """Write the missing ones.

        Raises:
            OSError: One of them cannot be written.
        """
        self._before()
        self.write_rest()

    def write_rest(self) -> None:
        """Write those that are still missing: of a process that has ended.

        Raises:
            OSError: One of them cannot be written.
        """
        for file in self._missing:
            if file.path not in self._directory.written:
                key, content = file.make()
                self._directory.write(file.path, key, content)
