"""What the server remembers, as its behaviours see it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager
from datetime import datetime
from typing import Any, Protocol

Document = dict[str, Any]
Key = int | str


class State(Protocol):
    """The documents of one workspace in their collections, within one transaction."""

    def get(self, collection: str, key: Key) -> Document | None:
        """A document, or None. Changing it changes nothing that is stored."""

    def put(
        self, collection: str, key: Key, document: Document, content: bytes | None = None
    ) -> None:
        """Stores a document, and the bytes that belong to it, in the place of any there."""

    def next_key(self, collection: str) -> int:
        """A number that no document of the collection has or had."""

    def delete(self, collection: str, key: Key) -> bool:
        """Removes a document and its bytes; False where there was none."""

    def modified(self, collection: str, key: Key) -> datetime | None:
        """When a document was stored, to the second, in UTC; None where there is none."""

    def items(self, collection: str) -> Iterator[tuple[str, Document]]:
        """All documents of a collection with their keys: numbers in their order, then texts."""

    def content(self, collection: str, key: Key) -> bytes | None:
        """The bytes that belong to a document, or None."""


class Store(Protocol):
    """Where state is kept."""

    @property
    def parallel(self) -> int:
        """How many transactions make progress at a time."""

    def transaction(self, workspace: str) -> AbstractContextManager[State]:
        """The state of a workspace, which is seeded when it is first used.

        It is kept if the block ends well and untouched if it raises. Transactions of one workspace
        that use its state take turns, so none sees another's half.
        """

    def check(self) -> None:
        """Finds out whether state can be had.

        Raises:
            StoreError: It cannot.
        """

    def close(self) -> None:
        """Lets go of what it holds."""
