"""Results of pages, kept on disk by content, beside what was read of them."""

from __future__ import annotations

import hashlib
import multiprocessing
import os
import sys
import threading
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from pathlib import Path
from typing import Any

from callsheet.cache import cache_file, fingerprint_of, load_content, save_content
from callsheet.checks.results import PageResult, RuleFault, check_page
from callsheet.codec import Decoder, Encoder

_CODE = (
    "cache.py",
    "catalog.py",
    "checks",
    "codec.py",
    "contract.py",
    "files.py",
    "findings.py",
    "media.py",
    "model.py",
    "paths.py",
    "samples",
    "source",
    "typedefs",
    "values.py",
)
"""All that a rule about a page may use."""

_MANY = 200
"""How many pages are worth a second process."""


class ResultCache:
    """The results of one docs tree.

    Args:
        root: The docs directory.
    """

    def __init__(self, root: Path) -> None:
        self._file = cache_file(root, "-check")
        self._decoder: Decoder | None = None
        self._known: dict[str, list[Any]] = {}
        self._used: dict[str, tuple[str, PageResult]] = {}
        self._changed = False
        self.faults: list[RuleFault] = []

    def load(self) -> None:
        """Reads the file; one that is missing, damaged or of other code leaves the cache empty."""
        if self._file is None:
            return
        try:
            content = load_content(self._file, _fingerprint())
            self._decoder, self._known = Decoder(content["tables"]), content["pages"]
        except (OSError, ValueError, LookupError, TypeError):
            self._decoder, self._known = None, {}

    def check(self, pages: Mapping[str, bytes]) -> dict[str, PageResult]:
        """The results of pages: the kept one where the content is the same, else a new one.

        The rules that fail are added to `faults`, and such a result is not kept.

        Args:
            pages: The files' bytes, by path.
        """
        digests = {
            path: hashlib.blake2b(data, digest_size=16).hexdigest() for path, data in pages.items()
        }
        results = {path: self._kept(path, digest) for path, digest in digests.items()}
        failed = set()
        changed = [(pages[path], path) for path, result in results.items() if result is None]
        for (_, path), (result, faults) in zip(changed, _check(changed), strict=True):
            results[path] = result
            self._changed = True
            self.faults += faults
            if faults:
                failed.add(path)
        known = {path: result for path, result in results.items() if result is not None}
        self._used = {p: (digests[p], result) for p, result in known.items() if p not in failed}
        return known

    def save(self) -> None:
        """Writes the results, if anything is new; a full disk is no error."""
        if self._file is None or not (self._changed or self._used.keys() != self._known.keys()):
            return
        encoder = Encoder()
        pages = {
            path: [digest, encoder.encode(result, PageResult)]
            for path, (digest, result) in self._used.items()
        }
        save_content(self._file, {"tables": encoder.tables(), "pages": pages}, _fingerprint())

    def _kept(self, path: str, digest: str) -> PageResult | None:
        found = self._known.get(path)
        if self._decoder is None or found is None or found[0] != digest:
            return None
        try:
            return self._decoder.decode(found[1], PageResult)
        except (LookupError, TypeError, ValueError):
            return None


def _check(pages: Sequence[tuple[bytes, str]]) -> Iterable[tuple[PageResult, list[RuleFault]]]:
    """Checks pages, many of them in several processes at once.

    A process is copied from this one, rules and all, which is not everywhere possible, and not
    safe where there are threads; elsewhere a new one would take as long to start as it saves.
    """
    if (
        len(pages) < _MANY
        or (os.cpu_count() or 1) < 2
        or "fork" not in multiprocessing.get_all_start_methods()
        or sys.platform == "darwin"
        or threading.active_count() > 1
    ):
        return [check_page(data, path) for data, path in pages]
    context = multiprocessing.get_context("fork")
    with ProcessPoolExecutor(min(os.cpu_count() or 1, 4), context) as pool:
        data, paths = zip(*pages, strict=True)
        return list(pool.map(check_page, data, paths, chunksize=25))


@cache
def _fingerprint() -> bytes:
    return fingerprint_of(_CODE)
