"""Cache of readings: what has been read of the pages of a docs tree."""

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
    """What was read of a page: its digest, the reading, and whether JSON can hold that."""

    digest: str
    reading: Reading
    fits: bool


class PageCache:
    """The readings of one docs tree, which may be read again and again.

    Args:
        file: Where they are kept when the process has ended; None for nowhere.
    """

    def __init__(self, file: Path | None) -> None:
        self._kept = ContentCache(file, Reading, code_fingerprint()) if file else None
        self._used: dict[str, _Used] = {}
        self._before: dict[str, _Used] = {}
        self._saved = False

    @classmethod
    def of(cls, root: Path) -> PageCache:
        """The cache of a docs directory; it keeps nothing on disk where that is switched off."""
        return cls(cache_file(root))

    def load(self) -> None:
        """Begins to read the tree; what is missing or of no use is read anew from the pages."""
        if self._kept and not self._saved:
            self._kept.load()
        self._before, self._used = self._used, {}

    def has(self, path: str, digest: str) -> bool:
        """Whether a page with that content need not be read."""
        used = self._before.get(path)
        known = self._kept is not None and self._kept.has(path, digest)
        return known or (used is not None and used.digest == digest)

    def make(self, data: bytes, path: str) -> Reading:
        """Reads a page that is not kept."""
        return read_page(data, path)

    def read(self, data: bytes, path: str) -> Reading:
        """The reading of a page: the kept one where the content is the same, else a new one."""
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
        """Keeps what was read since `load`; a full disk is no error."""
        if self._kept:
            used = self._used.items()
            self._kept.save({path: (u.digest, u.reading) for path, u in used if u.fits})
        self._before, self._saved = {}, True


def pack(readings: Mapping[str, Reading]) -> Any:
    """Readings by path as another process gets them; those that JSON cannot hold are left out."""
    encoder = Encoder()
    packed = {
        path: encoder.encode(reading, Reading)
        for path, reading in readings.items()
        if _fits_json(reading)
    }
    return encoder.tables(), packed


def unpack(packed: Any) -> Mapping[str, Reading]:
    """The readings that `pack` was given."""
    tables, readings = packed
    decoder = Decoder(tables)
    return {path: decoder.decode(plain, Reading) for path, plain in readings.items()}


def _fits_json(reading: Reading) -> bool:
    """Whether the front matter comes back from JSON as it was; binary data doesn't."""
    if reading.operation is None:
        return True
    front_matter = reading.operation.front_matter
    try:
        return bool(json.loads(json.dumps(front_matter)) == front_matter)
    except (TypeError, ValueError, RecursionError):
        return False
