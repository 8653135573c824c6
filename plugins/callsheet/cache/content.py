"""Cache of a value for each page of a docs tree, keyed by path and content.

A file begins with a line with its checksum, which is keyed by a fingerprint of the code. A file
that is damaged, or was written by other code, counts as empty. Nothing in it is executed.
"""

from __future__ import annotations

import hashlib
import json
import os
import stat
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, Generic, TypeVar

from platformdirs import user_cache_path

from callsheet.codec import Decoder, Encoder
from callsheet.files import write_whole

CACHE_VARIABLE = "CALLSHEET_CACHE_DIR"
"""The environment variable that moves the cache; empty, it switches the cache off."""

MAX_BYTES = 64 * 1024 * 1024
"""A larger file is neither written nor read; 800 pages of 5 kB take 3.4 MB."""

_CHECKSUM_BYTES = 65

MAX_CACHED_BYTES = 1024 * 1024
"""Size of a page; for a larger one, nothing is cached."""

FEW = 50
"""Changed pages that are written to the second file; with more, all pages are written."""

T = TypeVar("T")


def cache_file(root: Path, kind: str = "") -> Path | None:
    """Return the cache file of a docs directory; None where the cache is switched off.

    Args:
        root: The docs directory.
        kind: A suffix for the name of a cache of something else than readings.
    """
    directory = os.environ.get(CACHE_VARIABLE)
    if directory == "":
        return None
    folder = Path(directory) if directory else user_cache_path("callsheet")
    # By the resolved path, so that two names of one folder share a cache, and different folders
    # never do.
    name = hashlib.blake2b(os.fsencode(root.resolve()), digest_size=12).hexdigest()
    return folder / f"{name}{kind}.json"


def load_content(file: Path, fingerprint: bytes) -> bytes:
    """Return the content that was saved to a file with that fingerprint.

    Raises:
        OSError, ValueError: The file does not exist, is damaged, or has another fingerprint. One
            that is too large, or not a regular file, is also removed.
    """
    status = file.lstat()
    # Reading a pipe or a device might never end.
    if not stat.S_ISREG(status.st_mode) or status.st_size > MAX_BYTES:
        file.unlink()
        raise ValueError("no plain file, or too large")
    with file.open("rb") as stream:
        checksum = stream.readline(_CHECKSUM_BYTES)
        content = stream.read()
    if checksum.decode("ascii", errors="replace") != f"{_checksum(content, fingerprint)}\n":
        raise ValueError("another checksum")
    return content


def save_content(file: Path, content: bytes, fingerprint: bytes) -> None:
    """Write a file atomically; a full disk is not an error.

    Content that is too large is not written, and the old file is removed.
    """
    with suppress(OSError):
        if len(content) > MAX_BYTES - _CHECKSUM_BYTES:
            file.unlink(missing_ok=True)
            return
        file.parent.mkdir(parents=True, exist_ok=True)
        checksum = f"{_checksum(content, fingerprint)}\n".encode()
        write_whole(file, checksum + content, follow=False)


def _checksum(content: bytes, fingerprint: bytes) -> str:
    return hashlib.blake2b(content, key=fingerprint, digest_size=32).hexdigest()


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

    def previous(self, path: str) -> tuple[str, T] | None:
        """Return the last value for a page with any content, after its digest."""
        for file in (self._recent, self._whole):
            digest = file.digests.get(path, "")
            if (value := file.get(path, digest)) is not None:
                return digest, value
        return None

    def save(self, values: Mapping[str, tuple[str, T]]) -> None:
        """Write new values, and release what `load` has read; a full disk is not an error.

        Args:
            values: The values of all pages by path, each with the digest of its page.
        """
        # Two files: after an edit of a few pages, only the small one is written again.
        new = {path: pair for path, pair in values.items() if not self._whole.has(path, pair[0])}
        stale = len(self._whole.digests) - (len(values) - len(new))
        if len(new) > FEW or stale > FEW or (new and not self._whole.digests):
            self._whole.save(values)
            self._recent.remove()
        elif self._recent.digests != {path: digest for path, (digest, _) in new.items()}:
            self._recent.save(new)
        self._whole.forget()
        self._recent.forget()


class _CacheFile(Generic[T]):
    """One file of a cache.

    Its first line is JSON with what all values share and the digests of the pages, by path. The
    values follow, each in a line of its own: so only one at a time is in memory as JSON, which
    takes many times as much as what is decoded of it.
    """

    def __init__(self, file: Path, kind: type[T], fingerprint: bytes) -> None:
        self._file = file
        self._kind = kind
        self._fingerprint = fingerprint
        self._decoder: Decoder | None = None
        self._lines: dict[str, bytes] = {}
        self.digests: dict[str, str] = {}

    def load(self) -> None:
        try:
            first, *lines = load_content(self._file, self._fingerprint).split(b"\n")
            head = json.loads(first)
            self._decoder = Decoder(head["tables"])
            self.digests = dict(head["pages"])
            self._lines = dict(zip(self.digests, lines, strict=True))
        except (OSError, ValueError, LookupError, TypeError):
            self._decoder, self._lines, self.digests = None, {}, {}

    def has(self, path: str, digest: str) -> bool:
        return self.digests.get(path) == digest

    def get(self, path: str, digest: str) -> T | None:
        if self._decoder is None or not self.has(path, digest):
            return None
        try:
            return self._decoder.decode(json.loads(self._lines[path]), self._kind)
        except (LookupError, TypeError, ValueError):
            # The value is computed and written again.
            del self.digests[path]
            return None

    def save(self, values: Mapping[str, tuple[str, T]]) -> None:
        encoder = Encoder()
        lines = bytearray()
        for _, value in values.values():
            lines += b"\n" + _line(encoder.encode(value, self._kind))
        self.digests = {path: digest for path, (digest, _) in values.items()}
        head = _line({"tables": encoder.tables(), "pages": self.digests})
        save_content(self._file, head + lines, self._fingerprint)

    def forget(self) -> None:
        self._decoder, self._lines = None, {}

    def remove(self) -> None:
        self.digests = {}
        with suppress(OSError):
            self._file.unlink()


def _line(plain: Any) -> bytes:
    return json.dumps(plain, separators=(",", ":")).encode()
