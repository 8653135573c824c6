"""Cache of parsed pages, in memory and on disk, keyed by their content."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple, Self

from callsheet.cache.content import MAX_PAGE_BYTES, ContentCache, cache_file, digest_of
from callsheet.cache.fingerprint import code_fingerprint
from callsheet.codec import Decoder, Encoder
from callsheet.memo import paused_collection
from callsheet.parallel import parallel_map
from callsheet.source import Reading, read_page
from callsheet.source.layouts.choice import LayoutChoice, read_choice


class _Known(NamedTuple):
    """A reading with the digest of its page, and whether it can be written as JSON."""

    digest: str
    reading: Reading
    fits: bool

    @classmethod
    def of(cls, digest: str, reading: Reading, size: int) -> Self:
        """Judge a new reading; that of a large page is not written."""
        return cls(digest, reading, size <= MAX_PAGE_BYTES and _fits_json(reading))


class PageCache:
    """Cache of the readings of one docs tree, in memory and, if wanted, on disk.

    Attributes:
        new_pages: How many pages were read at last, because the cache did not have them.

    Args:
        file: Where to keep the readings when the process has ended; None for nowhere.
        layouts: The layouts of the pages; by default, each is recognised by its text.
    """

    def __init__(self, file: Path | None, layouts: LayoutChoice | None = None) -> None:
        self._layouts = layouts or LayoutChoice()
        self._disk = ContentCache(file, Reading, code_fingerprint()) if file else None
        self._known: dict[str, _Known] = {}
        self._saved = False
        self.new_pages = 0

    @classmethod
    def of(cls, root: Path) -> Self:
        """Return the cache of a docs directory, which is on disk unless that is switched off."""
        return cls(cache_file(root), read_choice(root))

    def read(
        self, pages: Iterable[tuple[str, bytes]], already_read: Mapping[str, Reading] | None = None
    ) -> dict[str, Reading]:
        """Read the pages whose content is not in the cache, in two processes where they are many.

        Args:
            pages: The paths and bytes of the files. Those in the cache are released at once.
            already_read: Readings of some of the pages, by whoever has read them already.

        Returns:
            The readings of all pages, in their order.
        """
        with paused_collection():
            if self._disk and not self._saved:
                self._disk.load()
            found: dict[str, _Known | None] = {}
            new: dict[str, tuple[str, int]] = {}
            readings = dict(already_read or {})
            unread = {}
            for path, data in pages:
                digest = digest_in(self._layouts, data)
                found[path] = known = self._find(path, digest)
                if known is None:
                    new[path] = digest, len(data)
                    if path not in readings:
                        unread[path] = data
            readings |= parallel_map(self._read, unread, pack=pack, unpack=unpack)
            self.new_pages = len(new)
            self._known = {
                path: known or _Known.of(new[path][0], readings[path], new[path][1])
                for path, known in found.items()
            }
            return {path: known.reading for path, known in self._known.items()}

    def _read(self, data: bytes, path: str) -> Reading:
        return read_page(data, path, self._layouts.of(path))

    def save(self) -> None:
        """Write the cache to disk; a full disk is no error."""
        if self._disk:
            known = self._known.items()
            self._disk.save({path: (k.digest, k.reading) for path, k in known if k.fits})
        self._saved = True

    def _find(self, path: str, digest: str) -> _Known | None:
        known = self._known.get(path)
        if known is not None and known.digest == digest:
            return known
        reading = self._disk.get(path, digest) if self._disk else None
        return _Known(digest, reading, True) if reading is not None else None


def digest_in(layouts: LayoutChoice, data: bytes) -> str:
    """Return the digest of a page that is read in the chosen layouts."""
    return digest_of(data + layouts.key.encode()) if layouts.key else digest_of(data)


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
        return True  # All operations of a page have the same front matter.
    front_matter = reading.operation.front_matter
    try:
        return bool(json.loads(json.dumps(front_matter)) == front_matter)
    except (TypeError, ValueError, RecursionError):
        return False
