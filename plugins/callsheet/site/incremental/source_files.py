"""The texts of pages, and their readings, for the builds of one process."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from mkdocs.structure.files import File

from callsheet.cache.content import cache_file
from callsheet.catalog.readings import MAX_PAGE_BYTES, PageCache, PageTexts, oversized_reading
from callsheet.errors import DocsError
from callsheet.parallel import MIN_TASKS, SharedTasks, share_tasks
from callsheet.paths import walking_order
from callsheet.source import Reading
from callsheet.source.layouts.choice import read_choice


def read_texts(pages: Mapping[str, File]) -> PageTexts:
    """Return the texts of pages by path; a page that is too large has none.

    Args:
        pages: The files by path; another plugin may have made one, or put one in its place.

    Raises:
        DocsError: A page cannot be opened.
    """
    texts = PageTexts()
    for path, page in pages.items():
        file = page.abs_src_path
        try:
            # A plugin has made one without a file.
            if file and os.stat(file).st_size > MAX_PAGE_BYTES:  # noqa: PTH116 - thousands of files
                continue
            text = page.content_bytes
        except OSError as error:
            raise DocsError(f"The page `{path}` cannot be read: {error.strerror}.") from error
        if len(text) <= MAX_PAGE_BYTES:
            texts.add(path, text)
    return texts


class ParsedPages(PageCache):
    """The readings of a docs tree, for the builds of one process.

    Args:
        root: The docs directory.
    """

    def __init__(self, root: Path) -> None:
        super().__init__(cache_file(root), read_choice(root))
        self._saving: SharedTasks[str, None] | None = None

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

    def begin_saving(self) -> None:
        """Have another process write the cache, where there is much to write.

        It looks at all that was read, and so copies it: before pages are rendered, that is less
        than they will take.
        """
        if self.new_pages >= MIN_TASKS:
            tasks = {"": self.save}
            self._saving = share_tasks(tasks, results=tuple, weight=MIN_TASKS)

    def save_rest(self) -> None:
        """Write the cache where neither `readings` nor another process has."""
        if self._saving:
            for _ in self._saving.join():
                pass
            self._saving = None
        elif self.new_pages >= MIN_TASKS:
            self.save()
