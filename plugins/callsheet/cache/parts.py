"""Parts of large documents, cached so that an edited page makes only its own parts anew."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from callsheet.cache.texts import TextStore

Keep = Callable[[str, str, object, Callable[[], Any]], Any]
"""Returns a part, a JSON value, of an operation: that of the cache, or what the function makes.

It is called with the path of the page, the uid of the operation, what else the part depends on,
whose `repr` has all of it, and the function.
"""


def make_anew(path: str, uid: str, about: object, make: Callable[[], Any]) -> Any:
    """Make each part, as there is no cache."""
    return make()


class _Part(NamedTuple):
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
        # Only those of one folder: the pages of a folder come one after the other.
        self._folder: str | None = None
        self._parts: dict[tuple[str, str], _Part] = {}
        self._has_changed = False

    def __call__(self, path: str, uid: str, about: object, make: Callable[[], Any]) -> Any:
        """Return a part; see `Keep`."""
        if (digest := self._digests.get(path)) is None:
            return make()
        folder = path.rpartition("/")[0]
        if folder != self._folder:
            self.save()
            self._load(folder)
        key = self._hash(digest, repr(about))
        if (known := self._parts.get((path, uid))) and known.key == key:
            return json.loads(known.text)
        value = make()
        # In ASCII, a text has no line ends.
        self._parts[path, uid] = _Part(path, uid, digest, key, json.dumps(value))
        self._has_changed = True
        return value

    def save(self) -> None:
        """Write the parts of the current folder, without those of pages that have changed."""
        if self._has_changed and self._folder is not None:
            kept = (p for p in self._parts.values() if self._digests.get(p.path) == p.digest)
            lines = (f"{json.dumps(part[:4])}\t{part.text}" for part in kept)
            self._store.put(self._row(self._folder), "\n".join(lines))
        self._has_changed = False

    def _load(self, folder: str) -> None:
        self._folder = folder
        self._parts = {}
        for line in (self._store.get(self._row(folder)) or "").split("\n"):
            head, _, text = line.partition("\t")
            if text:
                path, uid, digest, key = json.loads(head)
                self._parts[path, uid] = _Part(path, uid, digest, key, text)

    def _row(self, folder: str) -> bytes:
        return hashlib.blake2b(f"{self._name}\n{folder}".encode(), digest_size=32).digest()

    def _hash(self, *parts: str) -> str:
        text = json.dumps(parts).encode()
        return hashlib.blake2b(text, key=self._base, digest_size=16).hexdigest()


@contextmanager
def cached_parts(
    file: Path | None, name: str, base: bytes, digests: Mapping[str, str]
) -> Iterator[Keep]:
    """Open the cache of a document, as `PartCache` takes it; without a file, there is none."""
    if file is None:
        yield make_anew
        return
    # Opened here: a connection to SQLite must not be used in two processes.
    store = TextStore(file)
    try:
        parts = PartCache(store, name, base, digests)
        yield parts
        parts.save()
    finally:
        store.close()
