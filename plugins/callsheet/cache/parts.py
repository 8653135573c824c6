"""Parts of large documents, cached so that an edited page makes only its own parts anew."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from callsheet.cache.texts import TextStore

_MAX_CHARACTERS = 300_000
"""How much is in memory before it is written."""

Part = tuple[str, str, object, Callable[[], Sequence[str]]]
"""The path of a page, the uid of an operation, what else the part depends on, and what makes it.

The `repr` of what it depends on has all of it. A part is a sequence of values as JSON without
control characters.
"""

Keep = Callable[[str, str, object, Callable[[], Sequence[str]]], Sequence[str]]
"""Returns a part of an operation: that of the cache, or what the function makes."""


class _Kept(NamedTuple):
    path: str
    uid: str
    digest: str
    key: str
    text: str


class PartCache:
    """The parts of one document, in one text of a store for each folder of pages.

    Args:
        store: Where the texts are.
        name: Tells the document from others.
        base: The digest of all that every part depends on.
        digests: The digests of the pages by path; of a page without one, nothing is cached.
    """

    def __init__(
        self, store: TextStore, name: str, base: bytes, digests: Mapping[str, str]
    ) -> None:
        self._store = store
        self._name = name
        self._base = base
        self._digests = digests
        # Of the folders that pages came from last; mostly, they come one folder after the other.
        self._folders: dict[str, dict[tuple[str, str], _Kept]] = {}
        self._changed: set[str] = set()
        self._characters = 0

    def __call__(
        self, path: str, uid: str, about: object, make: Callable[[], Sequence[str]]
    ) -> Sequence[str]:
        """Return a part; see `Keep`."""
        if (digest := self._digests.get(path)) is None:
            return make()
        folder = path.rpartition("/")[0]
        if folder not in self._folders:
            if self._characters > _MAX_CHARACTERS:
                self.save()
            self._folders[folder] = self._load(folder)
        key = self._hash(digest, repr(about))
        if (known := self._folders[folder].get((path, uid))) and known.key == key:
            return known.text.split("\t")
        text = "\t".join(part := make())
        # Half of a surrogate pair cannot be written, but JSON can escape it.
        text = text if text.isascii() else text.encode(errors="backslashreplace").decode()
        self._folders[folder][path, uid] = _Kept(path, uid, digest, key, text)
        self._characters += len(text)
        self._changed.add(folder)
        return part

    def save(self) -> None:
        """Write new parts, without those of pages that have changed, and release all."""
        for folder in self._changed:
            # Another process may have written some meanwhile.
            parts = self._load(folder) | self._folders[folder]
            kept = (p for p in parts.values() if self._digests.get(p.path) == p.digest)
            lines = (f"{json.dumps(part[:4])}\t{part.text}" for part in kept)
            self._store.put(self._row(folder), "\n".join(lines))
        self._store.flush()
        self._folders, self._changed, self._characters = {}, set(), 0

    def _load(self, folder: str) -> dict[tuple[str, str], _Kept]:
        parts: dict[tuple[str, str], _Kept] = {}
        for line in (self._store.get(self._row(folder)) or "").split("\n"):
            head, _, text = line.partition("\t")
            if text:
                path, uid, digest, key = json.loads(head)
                parts[path, uid] = _Kept(path, uid, digest, key, text)
                self._characters += len(text)
        return parts

    def _row(self, folder: str) -> bytes:
        return hashlib.blake2b(f"{self._name}\n{folder}".encode(), digest_size=32).digest()

    def _hash(self, *parts: str) -> str:
        text = json.dumps(parts).encode()
        return hashlib.blake2b(text, key=self._base, digest_size=16).hexdigest()


@contextmanager
def cached_parts(
    file: Path, name: str, base: bytes, digests: Mapping[str, str]
) -> Iterator[PartCache]:
    """Open the cache of a document, as `PartCache` takes it."""
    # Opened here: a connection to SQLite must not be used in two processes.
    store = TextStore(file)
    try:
        parts = PartCache(store, name, base, digests)
        yield parts
        parts.save()
    finally:
        store.close()
