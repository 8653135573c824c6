"""Cache of check results on disk, keyed by the content of pages."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from callsheet.cache.content import MAX_PAGE_BYTES, ContentCache, cache_file, digest_of
from callsheet.cache.fingerprint import code_fingerprint
from callsheet.catalog.readings import pack, unpack
from callsheet.checks.engine.check_page import CheckedReading, PageResult, RuleFault, check_page
from callsheet.parallel import parallel_map
from callsheet.source import Reading


class ResultCache:
    """Check results of one docs tree.

    Attributes:
        readings: What was read of the pages that `check` has checked anew, by path.
        faults: The rules that failed on these pages.

    Args:
        root: The docs directory.
    """

    def __init__(self, root: Path) -> None:
        file = cache_file(root, "-check")
        self._disk = ContentCache(file, PageResult, code_fingerprint()) if file else None
        self.readings: dict[str, Reading] = {}
        self.faults: list[RuleFault] = []

    def check(self, pages: Mapping[str, bytes]) -> dict[str, PageResult]:
        """Check the pages whose content is not in the cache, and write the cache.

        A result without the findings of a rule that failed is not kept. A full disk is no error.

        Args:
            pages: The files' bytes, by path.

        Returns:
            The results of all pages, in their order.
        """
        digests = {path: digest_of(data) for path, data in pages.items()}
        known: dict[str, PageResult | None] = dict.fromkeys(pages)
        if self._disk:
            self._disk.load()
            known = {path: self._disk.get(path, digest) for path, digest in digests.items()}
        changed = [path for path, result in known.items() if result is None]
        unchecked = {path: pages[path] for path in changed}
        checked = parallel_map(check_page, unchecked, pack=_pack, unpack=_unpack)
        self.readings = {path: checked[path].reading for path in changed}
        self.faults = [fault for path in changed for fault in checked[path].faults]
        results = {path: result or checked[path].result for path, result in known.items()}
        if self._disk:
            failed = {fault.path for fault in self.faults}
            self._disk.save(
                {
                    path: (digests[path], result)
                    for path, result in results.items()
                    if path not in failed and len(pages[path]) <= MAX_PAGE_BYTES
                }
            )
        return results


def _pack(checked: Mapping[str, CheckedReading]) -> Any:
    readings = pack({path: each.reading for path, each in checked.items()})
    return readings, {path: (each.result, each.faults) for path, each in checked.items()}


def _unpack(packed: Any) -> Mapping[str, CheckedReading]:
    readings = unpack(packed[0])
    return {path: CheckedReading(readings[path], *packed[1][path]) for path in readings}
