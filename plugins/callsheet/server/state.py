"""The state, as behaviours see it."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any, Protocol, runtime_checkable

Document = dict[str, Any]
Key = int | str

SEEDED = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)
"""When the seed was stored: the same moment for all servers."""


ROW_BYTES = 256
"""The bytes that each document counts besides its size, so that many small ones are limited."""

MAX_NAME = 200
"""The largest length of a key, or of the name of a collection, in storage."""


def stored_name(name: Key) -> str:
    """Return a key, or the name of a collection, as any storage can hold it; else its digest.

    PostgreSQL has no NUL, no lone surrogates, and nothing longer than the column.
    """
    text = str(name)
    if len(text) <= MAX_NAME and text.isprintable():
        return text
    return "sha:" + sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


class State(Protocol):
    """The documents of one workspace in their collections, within one transaction.

    A collection whose name has a `#` begins as the one that is named up to there, so that there can
    be one for each of any number of owners, and nothing is stored until it is changed.
    """

    def get(self, collection: str, key: Key) -> Document | None:
        """Return a document, or None. Changing it changes nothing that is stored."""

    def put(
        self, collection: str, key: Key, document: Document, content: bytes | None = None
    ) -> None:
        """Store a document and its bytes, replacing any that are there."""

    def next_key(self, collection: str) -> int:
        """Return a number that no document of the collection has or had."""

    def delete(self, collection: str, key: Key) -> bool:
        """Delete a document and its bytes; return False where there was none."""

    def modified(self, collection: str, key: Key) -> datetime | None:
        """Return when a document was stored, to the second, in UTC; None where there is none."""

    def items(self, collection: str) -> Iterator[tuple[str, Document]]:
        """Yield the documents of a collection with their keys, numbers before texts."""

    def page(self, collection: str, first: int, number: int | None, limit: int) -> list[str] | None:
        """Return some documents of a collection as JSON, in the order of `items`.

        Args:
            collection: Its name.
            first: How many are skipped.
            number: How many there are at most; None for all.
            limit: How large they may be in all, with 256 bytes more for each.

        Returns:
            The documents, or None where they are larger.
        """

    def content(self, collection: str, key: Key) -> bytes | None:
        """Return the bytes of a document, or None."""


@runtime_checkable
class Postponing(Protocol):
    """A state that fills a collection when somebody asks for it, and not before."""

    def postpone(self, collection: str, fill: Callable[[State], None]) -> None:
        """Call a function, once, before the collection is read or changed."""


class Store(Protocol):
    """Storage of state, for all workspaces."""

    @property
    def parallel(self) -> int:
        """How many transactions make progress at a time."""

    def transaction(self, workspace: str, *, writing: bool = True) -> AbstractContextManager[State]:
        """Open a transaction on a workspace, which begins with the seed.

        Changes are stored if the block succeeds, and undone if it raises. Transactions of one
        workspace that may write are serialized; those that only read see one snapshot.

        Args:
            workspace: Its name; everybody's is empty.
            writing: Whether the block may change the state. Reading works even where nothing can
                be stored, as on a full disk.

        Raises:
            StoreError: State cannot be read, or not be stored.
            Problem: 429 where too many workspaces begin, and 507 at the end of the block where
                this one would be larger than it may be.
        """

    def reset(self, workspace: str) -> None:
        """Let a workspace begin anew.

        Raises:
            StoreError: Nothing can be stored.
        """

    def reseed(
        self, seed: Callable[[State], None], named: Mapping[str, Callable[[State], None]]
    ) -> None:
        """Let workspaces begin with something else; what was changed in them stays.

        Args:
            seed: Fills what they begin with.
            named: Fills what some of them begin with instead, by name.
        """

    def check(self) -> None:
        """Check that state can be read and stored.

        Raises:
            StoreFullError: It can be read, but not stored.
            StoreError: It cannot be read.
        """

    def close(self) -> None:
        """Release all resources."""
