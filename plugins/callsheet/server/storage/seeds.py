"""The seed: what all workspaces begin with, in memory."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from callsheet.server.state import ROW_BYTES, SEEDED, Document, Key, State, stored_name

_EACH = "#"
"""Separates the name of a collection from its owner's; see `callsheet.server.state.State`."""

_LAST = 2**62
"""The position of documents without a number, after those that have one."""


@dataclass(frozen=True, slots=True)
class Seeded:
    """A document as a workspace begins with it.

    Attributes:
        text: The document as JSON, so that no reader can change it for others.
        content: The bytes that belong to it.
        position: Where it stands in its collection.
    """

    text: str
    content: bytes | None
    position: int

    @property
    def size(self) -> int:
        """Size that counts against the limit of what is read."""
        return ROW_BYTES + len(self.text)

    @property
    def document(self) -> Document:
        """The document, as the caller's own."""
        document: Document = json.loads(self.text)
        return document


class Seed:
    """The state that all workspaces begin with, in memory; see `callsheet.server.state.State`."""

    def __init__(self) -> None:
        self._collections: dict[str, dict[str, Seeded]] = {}
        self._last: dict[str, int] = {}

    def collection(self, name: str) -> Mapping[str, Seeded]:
        """Return the initial documents of a collection, by key as it is stored."""
        return self._collections.get(_template(name), {})

    def find(self, collection: str, key: Key) -> Seeded | None:
        """Return a document and its bytes, or None."""
        return self.collection(collection).get(stored_name(key))

    def last(self, collection: str) -> int:
        """Return the last number that `next_key` gave for a collection, 0 where there is none."""
        return self._last.get(_template(collection), 0)

    def get(self, collection: str, key: Key) -> Document | None:
        """Return a document, or None."""
        found = self.find(collection, key)
        return found.document if found else None

    def put(
        self, collection: str, key: Key, document: Document, content: bytes | None = None
    ) -> None:
        """Store a document and its bytes."""
        documents = self._collections.setdefault(_template(collection), {})
        documents[stored_name(key)] = Seeded(json.dumps(document), content, position(key))

    def next_key(self, collection: str) -> int:
        """Return a number that no document of the collection has or had."""
        key = self._last[_template(collection)] = self.last(collection) + 1
        return key

    def delete(self, collection: str, key: Key) -> bool:
        """Delete a document and its bytes; return False where there was none."""
        documents = self._collections.get(_template(collection), {})
        return documents.pop(stored_name(key), None) is not None

    def modified(self, collection: str, key: Key) -> datetime | None:
        """Return when a document was stored; None where there is none."""
        return SEEDED if self.find(collection, key) else None

    def items(self, collection: str) -> Iterator[tuple[str, Document]]:
        """Yield the documents of a collection with their keys, numbers before texts."""
        found = self.collection(collection)
        for key in sorted(found, key=lambda key: (found[key].position, key)):
            yield key, found[key].document

    def page(self, collection: str, first: int, number: int | None, limit: int) -> list[str] | None:
        """Return some documents of a collection as JSON; None if they exceed the limit."""
        found = self.collection(collection)
        keys = sorted(found, key=lambda key: (found[key].position, key))
        chosen = [found[key] for key in keys[first : number and first + number]]
        fits = sum(item.size for item in chosen) <= limit
        return [item.text for item in chosen] if fits else None

    def content(self, collection: str, key: Key) -> bytes | None:
        """Return the bytes of a document, or None."""
        found = self.find(collection, key)
        return found.content if found else None


class PostponedSeed(Seed):
    """A seed for one reader at a time, whose collections are filled when they are asked for."""

    def __init__(self) -> None:
        super().__init__()
        self._pending: dict[str, Callable[[State], None]] = {}

    def postpone(self, collection: str, fill: Callable[[State], None]) -> None:
        """Call a function, once, before the collection is read or changed."""
        self._pending[_template(collection)] = fill

    def collection(self, name: str) -> Mapping[str, Seeded]:
        """Return the initial documents of a collection, by key as it is stored."""
        self._fill(name)
        return super().collection(name)

    def last(self, collection: str) -> int:
        """Return the last number that `next_key` gave for a collection, 0 where there is none."""
        self._fill(collection)
        return super().last(collection)

    def put(
        self, collection: str, key: Key, document: Document, content: bytes | None = None
    ) -> None:
        """Store a document and its bytes."""
        self._fill(collection)
        super().put(collection, key, document, content)

    def delete(self, collection: str, key: Key) -> bool:
        """Delete a document and its bytes; return False where there was none."""
        self._fill(collection)
        return super().delete(collection, key)

    def _fill(self, collection: str) -> None:
        name = _template(collection)
        fill = self._pending.pop(name, None)
        if fill is None:
            return
        try:
            fill(self)
        except BaseException:
            # What it needs may be there the next time.
            self._collections.pop(name, None)
            self._last.pop(name, None)
            self._pending[name] = fill
            raise


def position(key: Key) -> int:
    """Return the position of a document in its collection, by its key."""
    return key if isinstance(key, int) else _LAST


def _template(collection: str) -> str:
    name, each, _ = collection.partition(_EACH)
    return name + each
