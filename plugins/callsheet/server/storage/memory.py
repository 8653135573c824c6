"""State in the memory of one process, as a page in a browser keeps it."""

import json
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import NamedTuple

from callsheet.server.limits import Limits
from callsheet.server.state import ROW_BYTES, SEEDED, Document, Key, State, stored_name
from callsheet.server.storage.bounds import check_member, check_workspace
from callsheet.server.storage.seeds import PostponedSeed, Seed, position

Fill = Callable[[State], None]


class ChangedRow(NamedTuple):
    """A document that a workspace has changed.

    Attributes:
        text: The document as JSON; None where a seeded one was deleted.
        content: The bytes that belong to it.
        position: Where it stands in its collection.
        modified: When it was stored, in seconds since 1970.
    """

    text: str | None
    content: bytes | None
    position: int
    modified: int

    @property
    def size(self) -> int:
        """Size that counts against the limit of the workspace."""
        return ROW_BYTES + len(self.text or "null") + len(self.content or b"")


@dataclass(slots=True)
class ChangedWorkspace:
    """Changes of a workspace.

    Attributes:
        rows: The documents by collection and key, as they are stored.
        last: The last number that `next_key` gave, by collection.
    """

    rows: dict[str, dict[str, ChangedRow]] = field(default_factory=dict)
    last: dict[str, int] = field(default_factory=dict)

    @property
    def size(self) -> int:
        """Size that counts against the limit of the workspace."""
        rows = sum(row.size for collection in self.rows.values() for row in collection.values())
        return rows + ROW_BYTES * len(self.last)


class MemoryState:
    """State within one transaction in memory; see `callsheet.server.state.State`.

    Args:
        seed: What the workspace began with.
        workspace: What it has changed since; never changed itself.
        limits: How large it may be.
        writing: Whether it may be changed.
    """

    def __init__(
        self, seed: Seed, workspace: ChangedWorkspace, limits: Limits, *, writing: bool
    ) -> None:
        self._seed, self._limits, self._writing = seed, limits, writing
        self._before = workspace
        self._changed: ChangedWorkspace | None = None
        self._own: set[str] = set()

    def get(self, collection: str, key: Key) -> Document | None:
        """Return a document, or None."""
        row = self._row(collection, key)
        if row is None:
            return self._seed.get(collection, key)
        document: Document | None = json.loads(row.text) if row.text is not None else None
        return document

    def put(
        self, collection: str, key: Key, document: Document, content: bytes | None = None
    ) -> None:
        """Store a document and its bytes."""
        text = json.dumps(document)
        check_member(len(text), self._limits)
        self._rows(collection)[stored_name(key)] = ChangedRow(
            text, content, position(key), int(time.time())
        )

    def next_key(self, collection: str) -> int:
        """Return a number that no document of the collection has or had."""
        last, name = self._change().last, stored_name(collection)
        last[name] = last.get(name, self._seed.last(collection)) + 1
        return last[name]

    def delete(self, collection: str, key: Key) -> bool:
        """Delete a document and its bytes; return False where there was none."""
        if self.get(collection, key) is None:
            return False
        rows, name = self._rows(collection), stored_name(key)
        if self._seed.find(collection, key):
            # A row without a document hides the one of the seed, which all workspaces share.
            rows[name] = ChangedRow(None, None, position(key), 0)
        else:
            del rows[name]
        return True

    def modified(self, collection: str, key: Key) -> datetime | None:
        """Return when a document was stored, to the second, in UTC; None where there is none."""
        row = self._row(collection, key)
        if row is not None:
            return None if row.text is None else datetime.fromtimestamp(row.modified, UTC)
        return SEEDED if self._seed.find(collection, key) else None

    def items(self, collection: str) -> Iterator[tuple[str, Document]]:
        """Yield the documents of a collection with their keys, numbers before texts."""
        for key, text, _ in self._texts(collection):
            yield key, json.loads(text)

    def page(self, collection: str, first: int, number: int | None, limit: int) -> list[str] | None:
        """Return some documents of a collection as JSON; None if they exceed the limit."""
        chosen = self._texts(collection)[first : None if number is None else first + number]
        return [text for _, text, _ in chosen] if sum(n for *_, n in chosen) <= limit else None

    def content(self, collection: str, key: Key) -> bytes | None:
        """Return the bytes of a document, or None."""
        row = self._row(collection, key)
        return self._seed.content(collection, key) if row is None else row.content

    def finish(self) -> ChangedWorkspace | None:
        """Return the workspace as it was changed; None where it was not.

        Raises:
            Problem: 507 where it is larger than it may be.
        """
        if self._changed is not None:
            check_workspace(self._changed.size, self._before.size, self._limits)
        return self._changed

    def _current(self) -> ChangedWorkspace:
        return self._changed or self._before

    def _change(self) -> ChangedWorkspace:
        if not self._writing:
            raise RuntimeError("The state cannot be changed: GET and HEAD only read.")
        if self._changed is None:
            self._changed = ChangedWorkspace(dict(self._before.rows), dict(self._before.last))
        return self._changed

    def _rows(self, collection: str) -> dict[str, ChangedRow]:
        """Return the rows of a collection, to be changed."""
        rows, name = self._change().rows, stored_name(collection)
        if name not in self._own:
            self._own.add(name)
            rows[name] = dict(rows.get(name, {}))
        return rows[name]

    def _row(self, collection: str, key: Key) -> ChangedRow | None:
        return self._current().rows.get(stored_name(collection), {}).get(stored_name(key))

    def _texts(self, collection: str) -> list[tuple[str, str, int]]:
        """Return keys, documents as JSON, and sizes, in the order of `items`."""
        rows = self._current().rows.get(stored_name(collection), {})
        seeded = self._seed.collection(collection)
        found = [(s.position, k, s.text, s.size) for k, s in seeded.items() if k not in rows]
        found += [(r.position, k, r.text, r.size) for k, r in rows.items() if r.text is not None]
        return [(key, text, size) for _, key, text, size in sorted(found)]


class MemoryStore:
    """State in memory, for one request at a time; see `callsheet.server.state.Store`.

    Args:
        seed: Fills what workspaces begin with.
        limits: How large a workspace may be.

    Attributes:
        workspaces: What the workspaces have changed, by name.
        parallel: How many transactions make progress at a time.
    """

    parallel = 1

    def __init__(self, seed: Fill, limits: Limits | None = None) -> None:
        self._fills: Mapping[str, Fill] = {}
        self._seed, self._limits = seed, limits or Limits()
        self._seeds: dict[str, Seed] = {}
        self.workspaces: dict[str, ChangedWorkspace] = {}

    @contextmanager
    def transaction(self, workspace: str, *, writing: bool = True) -> Iterator[MemoryState]:
        """Open the state of a workspace; nothing has changed where the block raises."""
        before = self.workspaces.get(workspace) or ChangedWorkspace()
        state = MemoryState(self._seeded(workspace), before, self._limits, writing=writing)
        yield state
        changed = state.finish()
        if changed is not None:
            self.workspaces[workspace] = changed

    def reset(self, workspace: str) -> None:
        """Let a workspace begin anew."""
        self.workspaces.pop(workspace, None)

    def reseed(self, seed: Fill, named: Mapping[str, Fill]) -> None:
        """Let workspaces begin with something else; what was changed in them stays."""
        self._seed, self._fills, self._seeds = seed, named, {}

    def check(self) -> None:
        """Check nothing: memory can always be read and written."""

    def close(self) -> None:
        """Release nothing: the memory is freed with the store."""

    def _seeded(self, workspace: str) -> Seed:
        name = workspace if workspace in self._fills else ""
        if name not in self._seeds:
            seed = PostponedSeed()
            self._fills.get(name, self._seed)(seed)
            self._seeds[name] = seed
        return self._seeds[name]
