"""What has been read of pages, kept on disk by their content.

A file of the cache is JSON behind a line with its checksum. One that is damaged, or was written by
other code, counts as empty; nothing in it is ever executed.
"""

from __future__ import annotations

import gc
import hashlib
import json
import os
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager, suppress
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from platformdirs import user_cache_path

from callsheet import __version__
from callsheet.codec import Decoder, Encoder
from callsheet.files import write_whole
from callsheet.source import Reading, read_page

CACHE_VARIABLE = "CALLSHEET_CACHE_DIR"
"""The environment variable that moves the cache; empty, it switches the cache off."""

_CODE = ("cache.py", "codec.py", "findings.py", "model.py", "source")
_PARSERS = ("markdown-it-py", "PyYAML")
_MAX_VALUES = 10_000


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
        OSError, ValueError: The file is not there, is damaged, or has another fingerprint.
    """
    checksum, _, payload = file.read_bytes().partition(b"\n")
    if checksum.decode("ascii", errors="replace") != _checksum(payload, fingerprint):
        raise ValueError("another checksum")
    return json.loads(payload)


def save_content(file: Path, content: Any, fingerprint: bytes) -> None:
    """Writes a file in one step; a full disk is no error."""
    payload = json.dumps(content, separators=(",", ":")).encode()
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        write_whole(file, _checksum(payload, fingerprint).encode() + b"\n" + payload)


def fingerprint_of(names: Iterable[str]) -> bytes:
    """What the outcome of some code depends on beside its input.

    Args:
        names: The modules and folders of this package with that code; folders with all below them.
    """
    versions = (__version__, *map(version, _PARSERS))
    digest = hashlib.blake2b("\n".join(versions).encode(), digest_size=32)
    package = files("callsheet")
    for name in names:
        for part in _modules(package.joinpath(name)):
            digest.update(part.read_bytes())
    return digest.digest()


def _modules(place: Traversable) -> Iterator[Traversable]:
    if place.is_dir():
        for part in sorted(place.iterdir(), key=lambda part: part.name):
            yield from _modules(part)
    elif place.name.endswith(".py"):
        yield place


class PageCache:
    """The readings of one docs tree.

    Args:
        file: Where they are kept.
    """

    def __init__(self, file: Path) -> None:
        self._file = file
        self._decoder: Decoder | None = None
        self._known: dict[str, list[Any]] = {}
        self._used: dict[str, tuple[str, Reading]] = {}
        self._changed = False

    @classmethod
    def of(cls, root: Path) -> PageCache | None:
        """The cache of a docs directory; None where the cache is switched off."""
        file = cache_file(root)
        return cls(file) if file else None

    def load(self) -> None:
        """Reads the file; one that is missing or of no use leaves the cache empty."""
        try:
            content = load_content(self._file, _fingerprint())
            self._decoder, self._known = Decoder(content["tables"]), content["pages"]
        except (OSError, ValueError, LookupError, TypeError):
            self._decoder, self._known = None, {}

    def read(self, data: bytes, path: str) -> Reading:
        """The reading of a page: the kept one where the content is the same, else a new one."""
        digest = hashlib.blake2b(data, digest_size=16).hexdigest()
        reading = self._kept(path, digest)
        if reading is None:
            reading = read_page(data, path)
            self._changed = True
        self._used[path] = (digest, reading)
        return reading

    def save(self) -> None:
        """Writes what was read since `load`, if anything is new; a full disk is no error."""
        if not self._changed and self._used.keys() == self._known.keys():
            return
        encoder = Encoder()
        pages = {
            path: [digest, encoder.encode(reading, Reading)]
            for path, (digest, reading) in self._used.items()
            if _fits_json(reading)
        }
        content = {"tables": encoder.tables(), "pages": pages}
        save_content(self._file, content, _fingerprint())

    def _kept(self, path: str, digest: str) -> Reading | None:
        found = self._known.get(path)
        if self._decoder is None or found is None or found[0] != digest:
            return None
        try:
            return self._decoder.decode(found[1], Reading)
        except (LookupError, TypeError, ValueError):
            return None


def _fits_json(reading: Reading) -> bool:
    """Whether the front matter comes back from JSON as it was; binary data doesn't."""
    if reading.operation is None:
        return True
    front_matter = reading.operation.front_matter
    if not _is_small(front_matter):
        return False
    try:
        return bool(json.loads(json.dumps(front_matter)) == front_matter)
    except (TypeError, ValueError, RecursionError):
        return False


def _is_small(value: Any) -> bool:
    """Whether a value is written out soon; YAML aliases can make few lines a tree without end."""
    left = _MAX_VALUES
    waiting = [value]
    while waiting:
        inside: Collection[Any]
        match waiting.pop():
            case dict() as outer:
                inside = outer.values()
            case list() | tuple() | set() as outer:
                inside = outer
            case _:
                continue
        left -= len(inside)
        if left < 0:
            return False
        waiting += inside
    return True


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


def _checksum(payload: bytes, fingerprint: bytes | None = None) -> str:
    return hashlib.blake2b(payload, key=fingerprint or _fingerprint(), digest_size=32).hexdigest()


@cache
def _fingerprint() -> bytes:
    """What the readings depend on beside the pages: this code and what it reads pages with."""
    return fingerprint_of(_CODE)
