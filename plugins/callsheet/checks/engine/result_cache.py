"""Cache of check results on disk, keyed by the content of pages."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from callsheet.cache.content import MAX_PAGE_BYTES, ContentCache, digest_of
from callsheet.cache.files import cache_file
from callsheet.cache.fingerprint import code_fingerprint
from callsheet.checks.engine.check_page import PageResult, RuleFault, check_page

_MANY = 200
"""From this many pages on, a second process is worth its start."""


class ResultCache:
    """Check results of one docs tree.

    Args:
        root: The docs directory.
    """

    def __init__(self, root: Path) -> None:
        file = cache_file(root, "-check")
        self._kept = ContentCache(file, PageResult, code_fingerprint()) if file else None
        self._made: dict[str, tuple[str, PageResult]] = {}
        self.faults: list[RuleFault] = []

    def load(self) -> None:
        """Load the cache; what is missing, damaged or of other code is checked anew."""
        if self._kept is not None:
            self._kept.load()

    def check(self, pages: Mapping[str, bytes]) -> dict[str, PageResult]:
        """Return the results of pages, cached ones where the content is the same.

        Rules that fail are added to `faults`, and such a result is not kept.

        Args:
            pages: The files' bytes, by path.
        """
        digests = {path: digest_of(data) for path, data in pages.items()}
        results = {}
        if self._kept is not None:
            results = {path: self._kept.get(path, digest) for path, digest in digests.items()}
        known = {path: result for path, result in results.items() if result is not None}
        changed = [(data, path) for path, data in pages.items() if path not in known]
        failed = set()
        for (_, path), (result, faults) in zip(changed, _check(changed), strict=True):
            known[path] = result
            self.faults += faults
            if faults:
                failed.add(path)
        self._made = {
            path: (digests[path], result)
            for path, result in known.items()
            if path not in failed and len(pages[path]) <= MAX_PAGE_BYTES
        }
        return {path: known[path] for path in pages}

    def save(self) -> None:
        """Save the results; a full disk is no error."""
        if self._kept is not None:
            self._kept.save(self._made)


def _check(pages: Sequence[tuple[bytes, str]]) -> Iterable[tuple[PageResult, list[RuleFault]]]:
    """Check pages, many of them in several processes at once.

    Processes are forked, which is not possible everywhere, and not safe beside threads. Otherwise
    pages are checked here, since a new interpreter would take as long to start as it saves.
    """
    if (
        len(pages) < _MANY
        or (os.cpu_count() or 1) < 2
        or not hasattr(os, "fork")
        or sys.platform == "darwin"
        or threading.active_count() > 1
    ):
        return [check_page(data, path) for data, path in pages]
    # Imported here, since most runs check one page and need neither.
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor

    context = multiprocessing.get_context("fork")
    with ProcessPoolExecutor(min(os.cpu_count() or 1, 4), context) as pool:
        data, paths = zip(*pages, strict=True)
        return list(pool.map(check_page, data, paths, chunksize=25))
