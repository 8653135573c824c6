"""Cache of a value for each page of a docs tree, keyed by path and content."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, Generic, TypeVar

from callsheet.cache.files import load_content, save_content
from callsheet.codec import Decoder, Encoder

MAX_PAGE_BYTES = 1024 * 1024
"""Size of a page; for a larger one, nothing is cached."""

_FEW = 50
"""Changed pages that are written to the second file; with more, all pages are written."""

T = TypeVar("T")


def digest_of(data: bytes) -> str:
    """Return the digest of a page's content, which is a part of cache keys."""
    return hashlib.blake2b(data, digest_size=16).hexdigest()


class ContentCache(Generic[T]):
    """The cached values of the pages of one docs tree.

    It has two files: one with all pages, and one with those that have changed since. Writing all of
    them takes longer than computing a few values again.

    Args:
        file: The file with all pages.
        kind: The type of the values, a dataclass.
        fingerprint: A digest of what values depend on besides the page.
    """

    def __init__(self, file: Path, kind: type[T], fingerprint: bytes) -> None:
        self._whole = _CacheFile(file, kind, fingerprint)
        self._recent = _CacheFile(file.with_name(f"{file.stem}-recent.json"), kind, fingerprint)

    def load(self) -> None:
        """Load the files; a missing or damaged one, or one of other code, counts as empty."""
        self._whole.load()
        self._recent.load()

    def has(self, path: str, digest: str) -> bool:
        """Tell whether there is a value for a page with that content."""
        return self._whole.has(path, digest) or self._recent.has(path, digest)

    def get(self, path: str, digest: str) -> T | None:
        """Return the value for a page with that content; None where there is none."""
        value = self._whole.get(path, digest)
        return value if value is not None else self._recent.get(path, digest)

    def save(self, values: Mapping[str, tuple[str, T]]) -> None:
        """Write new values, and release what `load` has read; a full disk is not an error.

        Args:
            values: The values of all pages by path, each with the digest of its page.
        """
        new = {path: pair for path, pair in values.items() if not self._whole.has(path, pair[0])}
        stale = len(self._whole.digests) - (len(values) - len(new))
        if len(new) > _FEW or stale > _FEW or (new and not self._whole.digests):
            self._whole.save(values)
            self._recent.remove()
        elif self._recent.digests != {path: digest for path, (digest, _) in new.items()}:
            self._recent.save(new)
        self._whole.forget()
        self._recent.forget()


class _CacheFile(Generic[T]):
    """One file of a cache."""

    def __init__(self, file: Path, kind: type[T], fingerprint: bytes) -> None:
        self._file = file
        self._kind = kind
        self._fingerprint = fingerprint
        self._decoder: Decoder | None = None
        self._plain: dict[str, Any] = {}
        self.digests: dict[str, str] = {}

    def load(self) -> None:
        try:
            content = load_content(self._file, self._fingerprint)
            self._decoder = Decoder(content["tables"])
            pages = content["pages"].items()
            self._plain = {path: plain for path, (_, plain) in pages}
            self.digests = {path: digest for path, (digest, _) in pages}
        except (OSError, ValueError, LookupError, TypeError, AttributeError):
            self._decoder, self._plain, self.digests = None, {}, {}

    def has(self, path: str, digest: str) -> bool:
        return self.digests.get(path) == digest

    def get(self, path: str, digest: str) -> T | None:
        if self._decoder is None or not self.has(path, digest):
            return None
        try:
            return self._decoder.decode(self._plain[path], self._kind)
        except (LookupError, TypeError, ValueError):
            # The value is computed and written again.
            del self.digests[path]
            return None

    def save(self, values: Mapping[str, tuple[str, T]]) -> None:
        encoder = Encoder()
        pages = {
            path: [digest, encoder.encode(value, self._kind)]
            for path, (digest, value) in values.items()
        }
        save_content(self._file, {"tables": encoder.tables(), "pages": pages}, self._fingerprint)
        self.digests = {path: digest for path, (digest, _) in values.items()}

    def forget(self) -> None:
        self._decoder, self._plain = None, {}

    def remove(self) -> None:
        self.digests = {}
        with suppress(OSError):
            self._file.unlink()
