"""Cache of parsed pages for a site, which a server keeps from build to build."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from callsheet.cache.files import cache_file
from callsheet.catalog.catalog import oversized_reading
from callsheet.catalog.readings import PageCache
from callsheet.parallel import MIN_TASKS
from callsheet.paths import walking_order
from callsheet.source import Reading


class ParsedPages(PageCache):
    """The readings of a docs tree, for the builds of one process.

    Args:
        root: The docs directory.
    """

    def __init__(self, root: Path) -> None:
        super().__init__(cache_file(root))

    def readings(self, texts: Mapping[str, bytes], unread: Iterable[str]) -> Iterator[Reading]:
        """Yield the readings of all pages, in the order of a catalog.

        Args:
            texts: Their texts, by path.
            unread: The paths of pages that are too large to be read.
        """
        read = self.read(texts)
        if self.new_pages < MIN_TASKS:
            self.save()
        read |= {path: oversized_reading(path) for path in unread}
        yield from (read[path] for path in sorted(read, key=walking_order))

    def save_rest(self) -> None:
        """Write the cache where there is much to write, which `readings` leaves to the end."""
        if self.new_pages >= MIN_TASKS:
            self.save()
