"""What the server remembers, as its behaviours see it."""

from __future__ import annotations

from contextlib import AbstractContextManager
from typing import Any, Protocol

Document = dict[str, Any]


class State(Protocol):
    """Documents in collections, and their contents, within one transaction."""

    def get(self, collection: str, key: int | str) -> Document | None:
        """A document, or None."""

    def put(self, collection: str, key: int | str, document: Document) -> None:
        """Stores a document in the place of any that was there."""

    def add(self, collection: str) -> int:
        """Makes an empty document under the next number and returns that."""

    def delete(self, collection: str, key: int | str) -> bool:
        """Removes a document and its content; False where there was none."""

    def content(self, collection: str, key: int | str) -> bytes | None:
        """The bytes that belong to a document, or None."""

    def put_content(self, collection: str, key: int | str, content: bytes) -> None:
        """Stores the bytes of a document."""


class Store(Protocol):
    """Where state is kept."""

    def transaction(self) -> AbstractContextManager[State]:
        """State that is kept if the block ends well and untouched if it raises."""
