"""State in a database."""

from __future__ import annotations

import json
import logging
import math
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from threading import Event, Lock, Thread
from typing import Any, NoReturn

import sqlalchemy as sa

from callsheet.errors import StoreError, StoreFullError
from callsheet.server.http.problems import Problem
from callsheet.server.limits import MIB, Limits
from callsheet.server.state import (
    MAX_NAME,
    ROW_BYTES,
    SEEDED,
    Document,
    Key,
    State,
    stored_name,
)
from callsheet.server.storage.database import METADATA, Database, Encoded
from callsheet.server.storage.seeds import Seed, Seeded, position

_SWEPT_SECONDS = 60
"""How often what is unused for too long is dropped; more often where it is kept for less time."""

_PAUSE_SECONDS = 0.05
_CLOSING_SECONDS = 5
"""How long the end waits for what is just being dropped."""

_MINUTE_MS = 60 * 1000
_LOG = logging.getLogger(__name__)

# What has a default may lack in a database of an earlier version; see `Database`.
WORKSPACES = sa.Table(
    "callsheet_workspace",
    METADATA,
    sa.Column("name", sa.String(64), primary_key=True),
    sa.Column("used", sa.BigInteger, nullable=False, index=True),
    sa.Column("begun", sa.BigInteger, nullable=False, server_default="0"),
    sa.Column("bytes", sa.BigInteger, nullable=False, server_default="0"),
    sa.Column("changes", sa.BigInteger, nullable=False, server_default="0"),
)
_DOCUMENTS = sa.Table(
    "callsheet_document",
    METADATA,
    sa.Column("workspace", sa.String(64), primary_key=True),
    sa.Column("collection", sa.String(MAX_NAME), primary_key=True),
    sa.Column("key", sa.String(MAX_NAME), primary_key=True),
    # Null in the place of one that the workspace began with and that was deleted.
    sa.Column("document", sa.JSON, nullable=False),
    sa.Column("content", sa.LargeBinary, nullable=True),
    sa.Column("position", sa.BigInteger, nullable=False),
    # Zero for one that was deleted.
    sa.Column("modified", sa.BigInteger, nullable=False),
    sa.Column("bytes", sa.BigInteger, nullable=False, server_default="0"),
    # Those of what it took the place of, which no statement could tell otherwise.
    sa.Column("replaced", sa.BigInteger, nullable=False, server_default="0"),
)
_COUNTERS = sa.Table(
    "callsheet_counter",
    METADATA,
    sa.Column("workspace", sa.String(64), primary_key=True),
    sa.Column("collection", sa.String(MAX_NAME), primary_key=True),
    sa.Column("last", sa.BigInteger, nullable=False),
)


def _place(table: sa.Table, *names: str) -> sa.ColumnElement[bool]:
    return sa.and_(*(table.c[name] == sa.bindparam(f"b_{name}") for name in names))


# Made once: SQLAlchemy takes longer to put a statement together than SQLite to run it.
_AT = _place(_DOCUMENTS, "workspace", "collection", "key")
_GET = sa.select(_DOCUMENTS.c.document).where(_AT)
_GET_CONTENT = sa.select(_DOCUMENTS.c.content).where(_AT)
_MODIFIED = sa.select(_DOCUMENTS.c.modified, _DOCUMENTS.c.document).where(_AT)
_DELETE = sa.delete(_DOCUMENTS).where(_AT).returning(_DOCUMENTS.c.bytes)
_ITEMS = sa.select(_DOCUMENTS.c.key, _DOCUMENTS.c.document, _DOCUMENTS.c.position).where(
    _place(_DOCUMENTS, "workspace", "collection")
)
# A page of a collection: first where its documents are and how large, then what they say.
_CHANGED = sa.select(_DOCUMENTS.c.key).where(
    _place(_DOCUMENTS, "workspace", "collection"),
    _DOCUMENTS.c.key.in_(sa.bindparam("keys", expanding=True)),
)
_PLACES = (
    sa.select(_DOCUMENTS.c.position, _DOCUMENTS.c.key, _DOCUMENTS.c.bytes)
    .where(_place(_DOCUMENTS, "workspace", "collection"), _DOCUMENTS.c.modified > 0)
    .order_by(_DOCUMENTS.c.position, _DOCUMENTS.c.key)
    .limit(sa.bindparam("number", type_=sa.BigInteger))
    .offset(sa.bindparam("first", type_=sa.BigInteger))
)
_TEXTS = sa.select(_DOCUMENTS.c.key, sa.cast(_DOCUMENTS.c.document, sa.Text).label("text")).where(
    _place(_DOCUMENTS, "workspace", "collection"),
    _DOCUMENTS.c.modified > 0,
    _DOCUMENTS.c.position.between(sa.bindparam("low"), sa.bindparam("high")),
)

# The lock lets the transactions of one workspace take turns, as all that may write do in SQLite,
# which has no such clause and needs none: what a behaviour reads is what its answer is about.
_FIND = sa.select(WORKSPACES.c.used, WORKSPACES.c.bytes).where(_place(WORKSPACES, "name"))
_CHANGE = (
    sa.update(WORKSPACES)
    .where(_place(WORKSPACES, "name"))
    .values(bytes=sa.bindparam("size"), changes=WORKSPACES.c.changes + 1)
)
_NOTE = (
    sa.update(WORKSPACES)
    .where(_place(WORKSPACES, "name"), WORKSPACES.c.used < sa.bindparam("now"))
    .values(used=sa.bindparam("now"))
)

# What another worker uses at this moment is left alone, and nobody waits for it. Everybody's
# workspace, which has no name, is not one reader's and stays.
_FREE = (
    sa.select(WORKSPACES.c.name)
    .where(WORKSPACES.c.name.in_(sa.bindparam("names", expanding=True)))
    .with_for_update(skip_locked=True)
)
_NAMED = sa.select(WORKSPACES.c.name).where(
    WORKSPACES.c.name != "", WORKSPACES.c.used <= sa.bindparam("before")
)
_UNUSED = _NAMED.with_for_update(skip_locked=True)
_LEAST = (
    _NAMED.order_by(WORKSPACES.c.changes, WORKSPACES.c.used)
    .limit(sa.bindparam("number"))
    .with_for_update(skip_locked=True)
)
_CENSUS = sa.select(
    sa.func.count(),
    sa.func.count(sa.case((WORKSPACES.c.begun > sa.bindparam("since"), 1))),
    sa.func.min(WORKSPACES.c.used),
).where(WORKSPACES.c.name != "")


class _Statements:
    """The statements that depend on the database."""

    def __init__(self, database: Database) -> None:
        self.find = database.prepare(_FIND)
        self.find_and_lock = database.prepare(_FIND.with_for_update())
        self.begin = database.insert(WORKSPACES)
        self.change = database.prepare(_CHANGE)
        document = database.insert(_DOCUMENTS)
        new = {name: document.excluded[name] for name in ("document", "content", "modified")}
        self.put = document.on_conflict_do_update(
            index_elements=_DOCUMENTS.primary_key.columns,
            set_={**new, "bytes": document.excluded.bytes, "replaced": _DOCUMENTS.c.bytes},
        ).returning(_DOCUMENTS.c.replaced)
        count = database.insert(_COUNTERS).on_conflict_do_update(
            index_elements=_COUNTERS.primary_key.columns, set_={"last": _COUNTERS.c.last + 1}
        )
        self.count = database.prepare(count.returning(_COUNTERS.c.last))


class DatabaseStore:
    """Keeps state in a database, which several workers may share.

    What all workspaces begin with is in memory; the database has what they changed since. So one
    that nobody writes to takes no room, and reading never writes.

    A workspace is forgotten, and begins anew, after it was unused for a while. Where there are too
    many, a new one takes the place of the one that was changed least among those that are not in
    use. Everybody's workspace, the one without a name, is kept.

    Args:
        database: The database, or its address.
        seed: Fills what workspaces begin with, the same in each process.
        limits: How many workspaces are kept, how large they may be, and for how long.
    """

    def __init__(
        self,
        database: Database | str,
        seed: Callable[[State], None],
        limits: Limits | None = None,
    ) -> None:
        self._database = Database(database) if isinstance(database, str) else database
        self._statements = _Statements(self._database)
        self._fill = seed
        self._limits = limits = limits or Limits()
        self._kept_ms = int(limits.workspace_seconds * 1000)
        self._idle_ms = int(limits.workspace_idle_seconds * 1000)
        self._seeding = Lock()
        self._used: dict[str, int] = {}
        self._kept: set[str] = set()
        self._closed = Event()
        self._sweeper = Thread(target=self._sweep_regularly, name="callsheet-sweep", daemon=True)
        self._sweeper.start()

    @property
    def parallel(self) -> int:
        """How many transactions make progress at a time."""
        return self._database.parallel

    @contextmanager
    def transaction(self, workspace: str, *, writing: bool = True) -> Iterator[DatabaseState]:
        """The state of a workspace; see `server.storage.state.Store`.

        The database's own transaction begins when the state is first used: a request that is
        refused before that, or whose answer needs no state, keeps nobody waiting.
        """
        with ExitStack() as stack:

            def begin() -> _Workspace:
                if writing:
                    try:
                        return stack.enter_context(self._begun(workspace))
                    except StoreFullError as error:
                        # Reading works, whatever the request's method is.
                        return stack.enter_context(self._begun(workspace, error))
                refusal = RuntimeError("The state cannot be changed: GET and HEAD only read.")
                return stack.enter_context(self._begun(workspace, refusal))

            yield DatabaseState(begin)

    def keeps(self, workspace: str) -> bool:
        """Whether a workspace was written to, as far as this process knows."""
        return workspace in self._kept

    def check(self) -> None:
        """Finds out whether state can be read and kept; see `server.storage.state.Store`."""
        self._database.check()

    def close(self) -> None:
        """Lets go of the database."""
        self._closed.set()
        self._sweeper.join(_CLOSING_SECONDS)
        self._database.close()

    @cached_property
    def _seed(self) -> Seed:
        seed = Seed()
        self._fill(seed)
        return seed

    @contextmanager
    def _begun(self, workspace: str, refusal: Exception | None = None) -> Iterator[_Workspace]:
        """A transaction in a workspace, where it may be changed unless there is a refusal."""
        writing = refusal is None
        with self._seeding:
            seed = self._seed
        with self._database.begin(writing=writing) as connection:
            found = _Workspace(
                connection,
                self._statements,
                seed,
                workspace,
                refusal,
                begin=lambda: self._begin(connection, workspace),
                limits=self._limits,
            )
            size = self._find(connection, workspace, writing)
            if size is not None:
                found.is_kept, found.size, found.size_before = True, size, size
            yield found
            found.check_size()
            if found.is_changed:
                place = {"b_name": workspace, "size": found.size}
                self._statements.change.run(connection, place)
        if found.is_changed:
            self._kept.add(workspace)

    def _find(self, connection: sa.Connection, workspace: str, writing: bool) -> int | None:
        """The size of a workspace; None where it was never written to, or is forgotten."""
        find = self._statements.find_and_lock if writing else self._statements.find
        place = {"b_name": workspace}
        row = find.run(connection, place)
        if row is None and writing:
            # Nothing is there that could be locked. Of two who begin it, the second waits here.
            self._database.lock(connection, workspace)
            row = find.run(connection, place)
        used, size = row or (0, None)
        now = _now_ms()
        is_over = workspace and max(used, self._used.get(workspace, 0)) < now - self._kept_ms
        if size is None or is_over:
            self._kept.discard(workspace)
            return None
        self._used[workspace] = now
        self._kept.add(workspace)
        return int(size)

    def _begin(self, connection: sa.Connection, workspace: str) -> None:
        """Begins a workspace at its first change.

        Raises:
            Problem: 429 where too many begin, or all are in use.
        """
        self._drop(connection, [workspace])
        now = _now_ms()
        if workspace:
            self._make_room(connection, now)
        row = {"name": workspace, "used": now, "begun": now, "bytes": 0, "changes": 0}
        connection.execute(self._statements.begin, row)

    def _make_room(self, connection: sa.Connection, now: int) -> None:
        """Drops what is least worth where there are as many workspaces as there may be."""
        limits = self._limits
        # One after the other, so that they don't count each other out.
        self._database.lock(connection, WORKSPACES.name)
        number, lately, oldest = connection.execute(_CENSUS, {"since": now - _MINUTE_MS}).one()
        if lately >= limits.new_workspaces:
            _refuse_new(f"{limits.new_workspaces} workspaces began within a minute", 60)
        surplus = number + 1 - limits.workspaces
        if surplus > 0:
            before = {"before": now - self._idle_ms, "number": surplus}
            names = list(connection.execute(_LEAST, before).scalars())
            if len(names) < surplus:
                seconds = math.ceil((oldest + self._idle_ms - now) / 1000)
                _refuse_new(f"All {limits.workspaces} workspaces are in use", max(1, seconds))
            self._drop(connection, names)

    def _drop(self, connection: sa.Connection, names: list[str]) -> None:
        if not names:
            return
        for table in (_DOCUMENTS, _COUNTERS):
            connection.execute(sa.delete(table).where(table.c.workspace.in_(names)))
        connection.execute(sa.delete(WORKSPACES).where(WORKSPACES.c.name.in_(names)))
        self._kept.difference_update(names)

    def _sweep_regularly(self) -> None:
        shortest = min(self._limits.workspace_seconds, self._limits.workspace_idle_seconds)
        while not self._closed.wait(min(_SWEPT_SECONDS, max(shortest / 4, _PAUSE_SECONDS))):
            try:
                self._sweep()
            except StoreError:
                # Where nothing can be stored, nothing can be dropped: next time, then.
                _LOG.debug("The unused workspaces were not dropped.", exc_info=True)

    def _sweep(self) -> None:
        """Writes down which workspaces were used, and drops those that were not for too long."""
        used = dict(list(self._used.items()))
        with self._database.begin() as connection:
            free = connection.execute(_FREE, {"names": list(used)}).scalars()
            if notes := [{"b_name": name, "now": used[name]} for name in free]:
                connection.execute(_NOTE, notes)
            before = {"before": _now_ms() - self._kept_ms}
            self._drop(connection, list(connection.execute(_UNUSED, before).scalars()))
        for name, now in used.items():
            # What was used meanwhile is noted next time.
            if self._used.get(name) == now:
                del self._used[name]


@dataclass(slots=True)
class _Workspace:
    """A workspace within a transaction.

    Attributes:
        connection: The database's transaction.
        statements: What is run in it.
        seed: What the workspace began with.
        name: Its name.
        refusal: Why it cannot be changed, if it cannot.
        begin: Puts it into the database.
        is_kept: Whether it is in the database.
        is_changed: Whether this transaction changed it.
        size: The bytes of what was changed since it began.
        size_before: The same at the begin of the transaction.
        limits: How many there may be.
    """

    connection: sa.Connection
    statements: _Statements
    seed: Seed
    name: str
    refusal: Exception | None
    begin: Callable[[], None]
    limits: Limits
    is_kept: bool = False
    is_changed: bool = False
    size: int = 0
    size_before: int = 0

    def find(self, statement: sa.Select[Any], collection: str, key: Key) -> sa.Row[Any] | None:
        """The row of a document, None where it is as in the beginning."""
        if not self.is_kept:
            return None
        return self.connection.execute(statement, self.place(collection, key)).one_or_none()

    def place(self, collection: str, key: Key) -> dict[str, str]:
        """Where a document is."""
        return {
            "b_workspace": self.name,
            "b_collection": stored_name(collection),
            "b_key": stored_name(key),
        }

    def change(self) -> None:
        """Sees to it that the workspace is kept, since it is going to be changed."""
        if self.refusal:
            raise self.refusal
        if not self.is_kept:
            self.begin()
            self.is_kept = True
        self.is_changed = True

    def check_size(self) -> None:
        """Refuses what would make it larger than it may be.

        Raises:
            Problem: 507.
        """
        limit = self.limits.workspace_bytes
        if self.size > max(limit, self.size_before):
            raise Problem(
                507,
                f"The workspace would hold {self.size:,} bytes; its limit is {limit:,}"
                f" ({limit / MIB:g} MiB). Nothing was stored. Delete something, or send"
                " another name in `Callsheet-Workspace`, which begins afresh.",
            )


class DatabaseState:
    """State within one transaction of a database; see `server.storage.state.State`."""

    def __init__(self, begin: Callable[[], _Workspace]) -> None:
        self._begin = begin

    @cached_property
    def _workspace(self) -> _Workspace:
        return self._begin()

    def get(self, collection: str, key: Key) -> Document | None:
        """A document, or None."""
        row = self._workspace.find(_GET, collection, key)
        if row is not None:
            found: Document | None = row.document
            return found
        seeded = self._seeded(collection, key)
        return seeded.document if seeded else None

    def put(
        self, collection: str, key: Key, document: Document, content: bytes | None = None
    ) -> None:
        """Stores a document and the bytes that belong to it."""
        self._put(collection, key, document, content, int(time.time()))

    def next_key(self, collection: str) -> int:
        """A number that no document of the collection has or had."""
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
        """Removes a document and its bytes; False where there was none."""
        workspace = self._workspace
        seeded = self._seeded(collection, key)
        row = workspace.find(_GET, collection, key)
        if (row.document if row else seeded) is None:
            return False
        if seeded:
            self._put(collection, key, None, None, 0)
            return True
        workspace.change()
        place = workspace.place(collection, key)
        workspace.size -= workspace.connection.execute(_DELETE, place).scalar_one()
        return True

    def modified(self, collection: str, key: Key) -> datetime | None:
        """When a document was stored, to the second, in UTC; None where there is none."""
        row = self._workspace.find(_MODIFIED, collection, key)
        if row is not None:
            return None if row.document is None else datetime.fromtimestamp(row.modified, UTC)
        return SEEDED if self._seeded(collection, key) else None

    def items(self, collection: str) -> Iterator[tuple[str, Document]]:
        """All documents of a collection with their keys."""
        workspace = self._workspace
        seeded = workspace.seed.collection(collection)
        found: list[tuple[int, str, Any]]
        found = [(item.position, key, item) for key, item in seeded.items()]
        if workspace.is_kept:
            place = {"b_workspace": workspace.name, "b_collection": stored_name(collection)}
            rows = workspace.connection.execute(_ITEMS, place).all()
            changed = {row.key for row in rows}
            found = [item for item in found if item[1] not in changed]
            found += [(row.position, row.key, row) for row in rows]
        for _, key, item in sorted(found, key=lambda item: item[:2]):
            if (document := item.document) is not None:
                yield key, document

    def page(self, collection: str, first: int, number: int | None, limit: int) -> list[str] | None:
        """Some documents of a collection as JSON; None where they are larger than the limit."""
        workspace = self._workspace
        # More than these would be too large.
        last = first + min(limit // ROW_BYTES + 1, limit if number is None else number)
        seeded = dict(workspace.seed.collection(collection))
        places: list[tuple[int, str, int]] = []
        place = {"b_workspace": workspace.name, "b_collection": stored_name(collection)}
        skipped = 0
        if workspace.is_kept:
            execute = workspace.connection.execute
            for key in execute(_CHANGED, {**place, "keys": list(seeded)}).scalars():
                del seeded[key]
            # All that these skip comes before the page, wherever the seeded ones are among them.
            skipped = max(0, first - len(seeded))
            rows = execute(_PLACES, {**place, "first": skipped, "number": last - skipped})
            places = [(row.position, row.key, row.bytes) for row in rows]
        places += [(item.position, key, item.size) for key, item in seeded.items()]
        chosen = sorted(places)[first - skipped : last - skipped]
        if sum(size for _, _, size in chosen) > limit:
            return None
        texts = {key: item.text for key, item in seeded.items()}
        if chosen and workspace.is_kept:
            bounds = {"low": chosen[0][0], "high": chosen[-1][0]}
            texts |= {row.key: row.text for row in execute(_TEXTS, {**place, **bounds})}
        return [texts[key] for _, key, _ in chosen]

    def content(self, collection: str, key: Key) -> bytes | None:
        """The bytes that belong to a document, or None."""
        row = self._workspace.find(_GET_CONTENT, collection, key)
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
        if len(text) > (limit := workspace.limits.member_bytes):
            detail = (
                f"What would be stored has {len(text):,} bytes as JSON; the limit is {limit:,}."
            )
            raise Problem(507, f"{detail} Nothing was stored.")
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


def _refuse_new(why: str, seconds: int) -> NoReturn:
    raise Problem(
        429,
        f"{why}, and this would be a new one. Nothing was stored. Try again in {seconds} seconds,"
        " or use everybody's workspace, which has no name.",
        headers=[("Retry-After", str(seconds))],
    )


def _now_ms() -> int:
    return time.time_ns() // 1_000_000
