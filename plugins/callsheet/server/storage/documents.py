"""The documents of a workspace, within one transaction of a database."""

import json
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from typing import Any

import sqlalchemy as sa

from callsheet.server.limits import Limits
from callsheet.server.state import ROW_BYTES, SEEDED, Document, Key, stored_name
from callsheet.server.storage import tables
from callsheet.server.storage.bounds import check_member
from callsheet.server.storage.database import Encoded
from callsheet.server.storage.seeds import Seed, Seeded, position


@dataclass(slots=True)
class OpenWorkspace:
    """A workspace in an open transaction.

    Attributes:
        connection: The database's transaction.
        statements: What is run in it.
        seed: What the workspace began with.
        name: Its name.
        refusal: Why it cannot be changed, if it cannot.
        begin: Puts it into the database.
        is_stored: Whether it is in the database.
        is_changed: Whether this transaction changed it.
        size: The bytes of what was changed since it began.
        size_before: The same at the begin of the transaction.
        limits: How many there may be.
    """

    connection: sa.Connection
    statements: tables.Statements
    seed: Seed
    name: str
    refusal: Exception | None
    begin: Callable[[], None]
    limits: Limits
    is_stored: bool = False
    is_changed: bool = False
    size: int = 0
    size_before: int = 0

    def find(self, statement: sa.Select[Any], collection: str, key: Key) -> sa.Row[Any] | None:
        """Return the row of a document, None where it is as seeded."""
        if not self.is_stored:
            return None
        return self.connection.execute(statement, self.place(collection, key)).one_or_none()

    def place(self, collection: str, key: Key) -> dict[str, str]:
        """Return the parameters that identify a document."""
        return {
            "b_workspace": self.name,
            "b_collection": stored_name(collection),
            "b_key": stored_name(key),
        }

    def change(self) -> None:
        """Mark the workspace as changed, and begin it in the database if needed."""
        if self.refusal:
            raise self.refusal
        if not self.is_stored:
            self.begin()
            self.is_stored = True
        self.is_changed = True


class DatabaseState:
    """State within one transaction of a database; see `callsheet.server.state.State`."""

    def __init__(self, begin: Callable[[], OpenWorkspace]) -> None:
        self._begin = begin

    @cached_property
    def _workspace(self) -> OpenWorkspace:
        return self._begin()

    def get(self, collection: str, key: Key) -> Document | None:
        """Return a document, or None."""
        row = self._workspace.find(tables.GET, collection, key)
        if row is not None:
            found: Document | None = row.document
            return found
        seeded = self._seeded(collection, key)
        return seeded.document if seeded else None

    def put(
        self, collection: str, key: Key, document: Document, content: bytes | None = None
    ) -> None:
        """Store a document and its bytes."""
        self._put(collection, key, document, content, int(time.time()))

    def next_key(self, collection: str) -> int:
        """Return a number that no document of the collection has or had."""
        workspace = self._workspace
        workspace.change()
        first = workspace.seed.last(collection) + 1
        row = {"workspace": workspace.name, "collection": stored_name(collection), "last": first}
        counted = workspace.statements.count.run(workspace.connection, row)
        key = int(counted[0]) if counted else first
        if key == first:
            workspace.size += ROW_BYTES
        return key

    def delete(self, collection: str, key: Key) -> bool:
        """Delete a document and its bytes; return False where there was none."""
        workspace = self._workspace
        seeded = self._seeded(collection, key)
        row = workspace.find(tables.GET, collection, key)
        if (row.document if row else seeded) is None:
            return False
        # A seeded document cannot be removed from the seed, which all workspaces share. A row
        # without a document hides it in this one.
        if seeded:
            self._put(collection, key, None, None, 0)
            return True
        workspace.change()
        place = workspace.place(collection, key)
        workspace.size -= workspace.connection.execute(tables.DELETE, place).scalar_one()
        return True

    def modified(self, collection: str, key: Key) -> datetime | None:
        """Return when a document was stored, to the second, in UTC; None where there is none."""
        row = self._workspace.find(tables.MODIFIED, collection, key)
        if row is not None:
            return None if row.document is None else datetime.fromtimestamp(row.modified, UTC)
        return SEEDED if self._seeded(collection, key) else None

    def items(self, collection: str) -> Iterator[tuple[str, Document]]:
        """Yield all documents of a collection with their keys."""
        workspace = self._workspace
        seeded = workspace.seed.collection(collection)
        found: list[tuple[int, str, Any]]
        found = [(item.position, key, item) for key, item in seeded.items()]
        if workspace.is_stored:
            place = {"b_workspace": workspace.name, "b_collection": stored_name(collection)}
            rows = workspace.connection.execute(tables.ITEMS, place).all()
            changed = {row.key for row in rows}
            found = [item for item in found if item[1] not in changed]
            found += [(row.position, row.key, row) for row in rows]
        for _, key, item in sorted(found, key=lambda item: item[:2]):
            if (document := item.document) is not None:
                yield key, document

    def page(self, collection: str, first: int, number: int | None, limit: int) -> list[str] | None:
        """Return some documents of a collection as JSON; None if they exceed the limit."""
        workspace = self._workspace
        # More than these would be too large.
        last = first + min(limit // ROW_BYTES + 1, limit if number is None else number)
        seeded = dict(workspace.seed.collection(collection))
        places: list[tuple[int, str, int]] = []
        place = {"b_workspace": workspace.name, "b_collection": stored_name(collection)}
        skipped = 0
        if workspace.is_stored:
            execute = workspace.connection.execute
            for key in execute(tables.CHANGED, {**place, "keys": list(seeded)}).scalars():
                del seeded[key]
            # All that these skip comes before the page, wherever the seeded ones are among them.
            skipped = max(0, first - len(seeded))
            rows = execute(tables.PLACES, {**place, "first": skipped, "number": last - skipped})
            places = [(row.position, row.key, row.bytes) for row in rows]
        places += [(item.position, key, item.size) for key, item in seeded.items()]
        chosen = sorted(places)[first - skipped : last - skipped]
        if sum(size for _, _, size in chosen) > limit:
            return None
        texts = {key: item.text for key, item in seeded.items()}
        if chosen and workspace.is_stored:
            bounds = {"low": chosen[0][0], "high": chosen[-1][0]}
            texts |= {row.key: row.text for row in execute(tables.TEXTS, {**place, **bounds})}
        return [texts[key] for _, key, _ in chosen]

    def content(self, collection: str, key: Key) -> bytes | None:
        """Return the bytes of a document, or None."""
        row = self._workspace.find(tables.GET_CONTENT, collection, key)
        found: Seeded | sa.Row[Any] | None = row or self._seeded(collection, key)
        return found.content if found else None

    def _seeded(self, collection: str, key: Key) -> Seeded | None:
        return self._workspace.seed.find(collection, key)

    def _put(
        self,
        collection: str,
        key: Key,
        document: Document | None,
        content: bytes | None,
        modified: int,
    ) -> None:
        workspace = self._workspace
        workspace.change()
        text = Encoded(json.dumps(document))
        check_member(len(text), workspace.limits)
        size = ROW_BYTES + len(text) + len(content or b"")
        row = {
            "workspace": workspace.name,
            "collection": stored_name(collection),
            "key": stored_name(key),
            "document": text,
            "content": content,
            "position": position(key),
            "modified": modified,
            "bytes": size,
            "replaced": 0,
        }
        replaced = workspace.connection.execute(workspace.statements.put, row).scalar_one()
        workspace.size += size - replaced
