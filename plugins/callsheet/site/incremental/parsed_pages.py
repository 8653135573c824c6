"""Cache of parsed pages for a site, which parses many new ones in two processes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from callsheet.cache.content import digest_of
from callsheet.cache.files import cache_file
from callsheet.catalog.catalog import oversized_reading
from callsheet.catalog.readings import PageCache, pack, unpack
from callsheet.collection import paused_collection
from callsheet.parallel import MIN_TASKS, SharedTasks, share_tasks
from callsheet.paths import walking_order
from callsheet.source import Reading, read_page


class ParsedPages(PageCache):
    """The readings of a docs tree, for the builds of one process.

    Attributes:
        texts: The pages that are to be read, by path.

    Args:
        root: The docs directory.
    """

    def __init__(self, root: Path) -> None:
        super().__init__(cache_file(root))
        self.texts: Mapping[str, bytes] = {}
        self._shared: SharedTasks[str, Any] | None = None
        self._of_child: Mapping[str, Reading] = {}
        self._new = 0

    def readings(self, texts: Mapping[str, bytes], unread: Iterable[str]) -> Iterator[Reading]:
        """Yield the readings of all pages, in the order of a catalog.

        Args:
            texts: Their texts, by path.
            unread: The paths of pages that are too large to be read.
        """
        self.texts = texts
        with paused_collection():
            self.load()
            read = {path: self.read(text, path) for path, text in texts.items()}
            self.save()
        self.texts = {}
        read |= {path: oversized_reading(path) for path in unread}
        yield from (read[path] for path in sorted(read, key=walking_order))

    def load(self) -> None:
        """Load the cache, and begin to parse the last pages in another process if many are new."""
        super().load()
        made: dict[str, Reading] = {}

        def make(path: str, text: bytes) -> None:
            made[path] = read_page(text, path)

        new = {p: t for p, t in self.texts.items() if not self.has(p, digest_of(t))}
        pages = {path: partial(make, path, text) for path, text in new.items()}
        self._new = len(new)
        self._shared = share_tasks(pages, result=lambda: pack(made))

    def make(self, data: bytes, path: str) -> Reading:
        """Parse a page, unless the other process has parsed it."""
        if self._shared and not self._shared.take(path):
            for packed in self._shared.join():
                self._of_child = unpack(packed)
            if reading := self._of_child.get(path):
                return reading
        return read_page(data, path)

    def save(self) -> None:
        """Save the readings, or leave that to `save_rest` where it would take long."""
        self._shared, self._of_child = None, {}
        if self._new < MIN_TASKS:
            super().save()

    def save_rest(self) -> None:
        """Save the readings if `save` has not, in the process that has time for it."""
        if self._new >= MIN_TASKS:
            super().save()
