"""Cache of parsed pages, in memory and on disk, keyed by their content."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from callsheet.cache.content import MAX_PAGE_BYTES, ContentCache, digest_of
from callsheet.cache.files import cache_file
from callsheet.cache.fingerprint import code_fingerprint
from callsheet.codec import Decoder, Encoder
from callsheet.source import Reading, read_page


class _Used(NamedTuple):
    """A reading with the digest of its page, and whether it can be written as JSON."""

    digest: str
    reading: Reading
    fits: bool


class PageCache:
    """The readings of one docs tree, which may be read repeatedly.

    Args:
        file: The file of the cache; None for a cache in memory only.
    """

    def __init__(self, file: Path | None) -> None:
        self._kept = ContentCache(file, Reading, code_fingerprint()) if file else None
        self._used: dict[str, _Used] = {}
        self._before: dict[str, _Used] = {}
        self._saved = False

    @classmethod
    def of(cls, root: Path) -> PageCache:
        """Return the cache of a docs directory; in memory only where caches are switched off."""
        return cls(cache_file(root))

    def load(self) -> None:
        """Load the cache before the tree is read; invalid entries count as missing."""
        if self._kept and not self._saved:
            self._kept.load()
        self._before, self._used = self._used, {}

    def has(self, path: str, digest: str) -> bool:
        """Tell whether the cache has a page with that content."""
        used = self._before.get(path)
        known = self._kept is not None and self._kept.has(path, digest)
        return known or (used is not None and used.digest == digest)

    def make(self, data: bytes, path: str) -> Reading:
        """Read a page that is not cached."""
        return read_page(data, path)

    def read(self, data: bytes, path: str) -> Reading:
        """Return the reading of a page, from the cache where the content is the same."""
        digest = digest_of(data)
        used = self._before.get(path)
        if used is None or used.digest != digest:
            reading = self._kept.get(path, digest) if self._kept else None
            if reading is not None:
                used = _Used(digest, reading, True)
            else:
                reading = self.make(data, path)
                fits = len(data) <= MAX_PAGE_BYTES and _fits_json(reading)
                used = _Used(digest, reading, fits)
        self._used[path] = used
        return used.reading

    def save(self) -> None:
        """Save what was read since `load`; a full disk is not an error."""
        if self._kept:
            used = self._used.items()
            self._kept.save({path: (u.digest, u.reading) for path, u in used if u.fits})
        self._before, self._saved = {}, True


def pack(readings: Mapping[str, Reading]) -> Any:
    """Encode readings by path for another process, without those that JSON cannot represent."""
    encoder = Encoder()
    packed = {
        path: encoder.encode(reading, Reading)
        for path, reading in readings.items()
        if _fits_json(reading)
    }
    return encoder.tables(), packed


def unpack(packed: Any) -> Mapping[str, Reading]:
    """Decode the readings that `pack` encoded."""
    tables, readings = packed
    decoder = Decoder(tables)
    return {path: decoder.decode(plain, Reading) for path, plain in readings.items()}


def _fits_json(reading: Reading) -> bool:
    """Tell whether front matter survives JSON unchanged, which binary data does not."""
    if reading.operation is None:
        return True
    front_matter = reading.operation.front_matter
    try:
        return bool(json.loads(json.dumps(front_matter)) == front_matter)
    except (TypeError, ValueError, RecursionError):
        return False
