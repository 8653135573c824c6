"""What has been read of pages, kept on disk by their content.

A file of the cache is JSON behind a line with its checksum. One that is damaged, or was written by
other code, counts as empty; nothing in it is ever executed.
"""

from __future__ import annotations

import gc
import hashlib
import json
import os
import stat
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, Generic, NamedTuple, TypeVar

import markdown_it
import yaml
from platformdirs import user_cache_path

from callsheet import __version__
from callsheet.codec import Decoder, Encoder
from callsheet.files import write_whole
from callsheet.source import Reading, read_page

CACHE_VARIABLE = "CALLSHEET_CACHE_DIR"
"""The environment variable that moves the cache; empty, it switches the cache off."""

_CODE = (
    "cache.py",
    "codec.py",
    "findings.py",
    "http",
    "memo.py",
    "model",
    "schema",
    "source",
    "spans.py",
    "untrusted.py",
)

MAX_BYTES = 64 * 1024 * 1024
"""A larger file is neither written nor read; 800 pages of 5 kB take 3.4 MB."""

MAX_PAGE_BYTES = 1024 * 1024
"""What is made of a larger page is made each time."""

_CHECKSUM_BYTES = 65

_FEW = 50
"""So many changed pages at most are written beside the others instead of all anew."""

T = TypeVar("T")


def cache_file(root: Path, kind: str = "") -> Path | None:
    """The file for what is kept of a docs directory; None where the cache is switched off.

    Args:
        root: The docs directory.
        kind: What is kept, where it is something else than what was read.
    """
    directory = os.environ.get(CACHE_VARIABLE)
    if directory == "":
        return None
    folder = Path(directory) if directory else user_cache_path("callsheet")
    name = hashlib.blake2b(os.fsencode(root.resolve()), digest_size=12).hexdigest()
    return folder / f"{name}{kind}.json"


def load_content(file: Path, fingerprint: bytes) -> Any:
    """What was written to a file with that fingerprint.

    Raises:
        OSError, ValueError: The file is not there, is damaged, has another fingerprint, or is no
            plain file or too large; then it is removed.
    """
    status = file.lstat()
    # A pipe or a device has no end, also where it is written to.
    if not stat.S_ISREG(status.st_mode) or status.st_size > MAX_BYTES:
        file.unlink()
        raise ValueError("no plain file, or too large")
    checksum, _, payload = file.read_bytes().partition(b"\n")
    if checksum.decode("ascii", errors="replace") != _checksum(payload, fingerprint):
        raise ValueError("another checksum")
    return json.loads(payload)


def save_content(file: Path, content: Any, fingerprint: bytes) -> None:
    """Writes a file in one step; a full disk is no error.

    What is too large is not written, and what was there before is removed.
    """
    payload = json.dumps(content, separators=(",", ":")).encode()
    with suppress(OSError):
        if len(payload) > MAX_BYTES - _CHECKSUM_BYTES:
            file.unlink(missing_ok=True)
            return
        file.parent.mkdir(parents=True, exist_ok=True)
        write_whole(file, _checksum(payload, fingerprint).encode() + b"\n" + payload, follow=False)


def fingerprint_of(names: Iterable[str]) -> bytes:
    """What the outcome of some code depends on beside its input.

    Args:
        names: The modules and folders of this package with that code; folders with all below them.
    """
    versions = (__version__, markdown_it.__version__, yaml.__version__)
    digest = hashlib.blake2b("\n".join(versions).encode(), digest_size=32)
    package = files("callsheet")
    for name in names:
        for part in _modules(package.joinpath(name)):
            digest.update(part.read_bytes())
    return digest.digest()


def digest_of(data: bytes) -> str:
    """What tells the contents of pages apart."""
    return hashlib.blake2b(data, digest_size=16).hexdigest()


def _modules(place: Traversable) -> Iterator[Traversable]:
    if place.is_dir():
        for part in sorted(place.iterdir(), key=lambda part: part.name):
            yield from _modules(part)
    elif place.name.endswith(".py"):
        yield place


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
        self._whole = _Part(file, kind, fingerprint)
        self._recent = _Part(file.with_name(f"{file.stem}-recent.json"), kind, fingerprint)

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


class _Part(Generic[T]):
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
        self._kept = ContentCache(file, Reading, _fingerprint()) if file else None
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


@contextmanager
def paused_collection() -> Iterator[None]:
    """Keeps the cyclic garbage collector from searching what is all alive, again and again."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _checksum(payload: bytes, fingerprint: bytes) -> str:
    return hashlib.blake2b(payload, key=fingerprint, digest_size=32).hexdigest()


@cache
def _fingerprint() -> bytes:
    """What the readings depend on beside the pages: this code and what it reads pages with."""
    return fingerprint_of(_CODE)
