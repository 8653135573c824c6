"""Cache of what is made of each page of a docs tree, keyed by path and content."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, Generic, TypeVar

from callsheet.cache.files import load_content, save_content
from callsheet.codec import Decoder, Encoder

MAX_PAGE_BYTES = 1024 * 1024
"""What is made of a larger page is made each time."""

_FEW = 50
"""So many changed pages at most are written beside the others instead of all anew."""

T = TypeVar("T")


def digest_of(data: bytes) -> str:
    """What tells the contents of pages apart."""
    return hashlib.blake2b(data, digest_size=16).hexdigest()


class ContentCache(Generic[T]):
    """What was made of the pages of one docs tree, by their paths and contents.

    It has two files: one with all pages, and one with those that have changed since. To write all
    of them takes longer than to make a few anew.

    Args:
        file: Where they are kept.
        kind: What is made of a page.
        fingerprint: What that depends on beside the page.
    """

    def __init__(self, file: Path, kind: type[T], fingerprint: bytes) -> None:
        self._whole = _CacheFile(file, kind, fingerprint)
        self._recent = _CacheFile(file.with_name(f"{file.stem}-recent.json"), kind, fingerprint)

    def load(self) -> None:
        """Reads the files; what is missing, damaged or of other code is empty."""
        self._whole.load()
        self._recent.load()

    def has(self, path: str, digest: str) -> bool:
        """Whether it is known what was made of a page with that content."""
        return self._whole.has(path, digest) or self._recent.has(path, digest)

    def get(self, path: str, digest: str) -> T | None:
        """What was made of a page, if that had the same content."""
        made = self._whole.get(path, digest)
        return made if made is not None else self._recent.get(path, digest)

    def save(self, made: Mapping[str, tuple[str, T]]) -> None:
        """Writes what is not there yet, and forgets what `load` has read; a full disk is no error.

        Args:
            made: What was made of every page, by path, each with the digest of the page.
        """
        new = {path: pair for path, pair in made.items() if not self._whole.has(path, pair[0])}
        stale = len(self._whole.digests) - (len(made) - len(new))
        if len(new) > _FEW or stale > _FEW or (new and not self._whole.digests):
            self._whole.save(made)
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
            # It is made and written anew.
            del self.digests[path]
            return None

    def save(self, made: Mapping[str, tuple[str, T]]) -> None:
        encoder = Encoder()
        pages = {
            path: [digest, encoder.encode(value, self._kind)]
            for path, (digest, value) in made.items()
        }
        save_content(self._file, {"tables": encoder.tables(), "pages": pages}, self._fingerprint)
        self.digests = {path: digest for path, (digest, _) in made.items()}

    def forget(self) -> None:
        self._decoder, self._plain = None, {}

    def remove(self) -> None:
        self.digests = {}
        with suppress(OSError):
            self._file.unlink()
