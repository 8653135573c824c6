"""Pages of which another process makes some, with what both processes write."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from functools import partial

from callsheet.parallel import share_tasks
from callsheet.site.incremental.cached_page import CachedPage, RenderingContext
from callsheet.site.output.site_directory import WrittenFile


class SharedPages:
    """The pages, from the start of the other process to its end.

    Attributes:
        are_shared: Whether there is another process.
        made: What it has returned of the pages that it has made, by path, once it has ended.

    Args:
        context: That of all pages.
        pages: The pages, in the order in which this process comes to them.
        make: Makes a page, and returns what this process is to know of it, if anything.
        prepare: What the other process does before its first page.
        weight: How long that takes, in pages.
        save: What it does after its last one.
    """

    def __init__(
        self,
        context: RenderingContext,
        pages: Iterable[CachedPage],
        make: Callable[[CachedPage], str | None],
        *,
        prepare: Callable[[], object] = lambda: None,
        weight: int = 0,
        save: Callable[[], object] = lambda: None,
    ) -> None:
        cache, self._directory, child = context.cache, context.directory, ExitStack()

        def begin() -> None:
            child.enter_context(silent())
            cache.reopen()
            # Only what this process writes is of interest; the parent knows what it had before the
            # fork.
            self._directory.written = {}
            prepare()

        def make_one(page: CachedPage) -> None:
            if known := make(page):
                self.made[page.file.src_uri] = known

        def end() -> Iterator[tuple[Mapping[str, WrittenFile], Mapping[str, str]]]:
            cache.flush()
            save()
            yield self._directory.written, self.made

        # What is not written yet is known to this process alone: the other one opens the store
        # anew, as a connection to SQLite must not be used in two. A fork copies what is not written
        # yet: both processes would write it, each over a connection that it must not share.
        cache.flush()
        tasks = {page.file.src_uri: partial(make_one, page) for page in pages}
        self.made: dict[str, str] = {}
        self._shared = share_tasks(tasks, prepare=begin, results=end, weight=weight)
        self.are_shared = self._shared is not None

    def take(self, page: CachedPage) -> bool:
        """Tell whether this process has to make a page; the other one does not take it then."""
        return self._shared is None or self._shared.take(page.file.src_uri)

    def join(self) -> None:
        """Wait for the pages that the other process has taken."""
        for written, made in self._shared.join() if self._shared else ():
            self._directory.written.update(written)
            self.made.update(made)

    def terminate(self) -> None:
        """End the other process, whatever it is doing."""
        if self._shared:
            self._shared.terminate()


@contextmanager
def silent() -> Iterator[None]:
    """Report nothing: of a page that is to be reported, which is not cached, MkDocs reports it."""
    logger = logging.getLogger("mkdocs")
    before = logger.handlers[:], logger.propagate
    # Without any handler, `logging` would write warnings to standard error.
    logger.handlers[:], logger.propagate = [logging.NullHandler()], False
    try:
        yield
    finally:
        logger.handlers[:], logger.propagate = before
