"""State in a database."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from functools import cached_property
from hashlib import sha256
from typing import Any

import sqlalchemy as sa

from callsheet.server.database import METADATA, Database
from callsheet.server.state import Document, Key, State

WORKSPACE_SECONDS = 24 * 60 * 60
"""A workspace that was not used for so long is forgotten."""

MAX_WORKSPACES = 100
"""How many workspaces there are at most. Each is a copy of what the pages show, so that the names
that somebody makes up could otherwise fill the disk."""

_NOTED_MS = 1000
"""How old the note of a workspace's last use may get before it is renewed, in milliseconds; less
where workspaces are kept for seconds only."""

_MAX_TEXT = 200
_WORKSPACES = sa.Table(
    "callsheet_workspace",
    METADATA,
    sa.Column("name", sa.String(64), primary_key=True),
    sa.Column("used", sa.BigInteger, nullable=False, index=True),
)
_DOCUMENTS = sa.Table(
    "callsheet_document",
    METADATA,
    sa.Column("workspace", sa.String(64), primary_key=True),
    sa.Column("collection", sa.String(_MAX_TEXT), primary_key=True),
    sa.Column("key", sa.String(_MAX_TEXT), primary_key=True),
    sa.Column("document", sa.JSON, nullable=False),
    sa.Column("content", sa.LargeBinary, nullable=True),
    sa.Column("position", sa.BigInteger, nullable=False),
    sa.Column("modified", sa.BigInteger, nullable=False),
)
_COUNTERS = sa.Table(
    "callsheet_counter",
    METADATA,
    sa.Column("workspace", sa.String(64), primary_key=True),
    sa.Column("collection", sa.String(_MAX_TEXT), primary_key=True),
    sa.Column("last", sa.BigInteger, nullable=False),
)
_LAST = 2**62
"""The position of what has no number, behind all that has one."""


def _place(table: sa.Table, *names: str) -> sa.ColumnElement[bool]:
    return sa.and_(*(table.c[name] == sa.bindparam(f"b_{name}") for name in names))


# Made once: SQLAlchemy takes longer to put a statement together than SQLite to run it.
_AT = _place(_DOCUMENTS, "workspace", "collection", "key")
_GET = sa.select(_DOCUMENTS.c.document).where(_AT)
_GET_CONTENT = sa.select(_DOCUMENTS.c.content).where(_AT)
_MODIFIED = sa.select(_DOCUMENTS.c.modified).where(_AT)
_DELETE = sa.delete(_DOCUMENTS).where(_AT)
_ITEMS = (
    sa.select(_DOCUMENTS.c.key, _DOCUMENTS.c.document)
    .where(_place(_DOCUMENTS, "workspace", "collection"))
    .order_by(_DOCUMENTS.c.position, _DOCUMENTS.c.key)
)

# The lock lets the transactions of one workspace take turns, as all do in SQLite, which has no
# such clause and needs none: what a behaviour reads is what its answer is about.
_USED = sa.select(_WORKSPACES.c.used).where(_place(_WORKSPACES, "name")).with_for_update()
_NOTE = sa.update(_WORKSPACES).where(_place(_WORKSPACES, "name")).values(used=sa.bindparam("now"))

# Everybody's workspace, which has no name, is not one reader's and stays. What another worker uses
# at this moment is not dropped, and nobody waits for it.
_NAMED = sa.select(_WORKSPACES.c.name).where(_WORKSPACES.c.name != "")
_EXPIRED = _NAMED.where(_WORKSPACES.c.used < sa.bindparam("before")).with_for_update(
    skip_locked=True
)
_OLDEST = (
    _NAMED.where(_WORKSPACES.c.name != sa.bindparam("besides"))
    .order_by(_WORKSPACES.c.used)
    .limit(sa.bindparam("surplus"))
    .with_for_update(skip_locked=True)
)
_NUMBER = sa.select(sa.func.count()).select_from(_NAMED.subquery())


class _Statements:
    """The statements that depend on the database."""

    def __init__(self, database: Database) -> None:
        self.begin = database.insert(_WORKSPACES).on_conflict_do_nothing()
        document = database.insert(_DOCUMENTS)
        self.put = document.on_conflict_do_update(
            index_elements=_DOCUMENTS.primary_key.columns,
            set_={name: document.excluded[name] for name in ("document", "content", "modified")},
        )
        self.count = (
            database.insert(_COUNTERS)
            .on_conflict_do_update(
                index_elements=_COUNTERS.primary_key.columns, set_={"last": _COUNTERS.c.last + 1}
            )
            .returning(_COUNTERS.c.last)
        )


class DatabaseStore:
    """Keeps state in a database, which several workers may share.

    A workspace is seeded when it is first used. It is forgotten, and begins anew when it is used
    again, after it was unused for a while; or when so many others began since it was last used that
    there are too many. Everybody's workspace, the one without a name, is kept.

    Args:
        database: The database, or its address.
        seed: Fills a new workspace.
        workspace_seconds: How long an unused workspace is kept.
        max_workspaces: How many workspaces are kept.
    """

    def __init__(
        self,
        database: Database | str,
        seed: Callable[[State], None],
        *,
        workspace_seconds: float = WORKSPACE_SECONDS,
        max_workspaces: int = MAX_WORKSPACES,
    ) -> None:
        self._database = Database(database) if isinstance(database, str) else database
        self._statements = _Statements(self._database)
        self._seed = seed
        self._kept_ms = int(workspace_seconds * 1000)
        self._max_workspaces = max_workspaces

    @property
    def parallel(self) -> int:
        """How many transactions make progress at a time."""
        return self._database.parallel

    @contextmanager
    def transaction(self, workspace: str) -> Iterator[DatabaseState]:
        """The state of a workspace; see `callsheet.server.state.Store`.

        The database's own transaction begins when the state is first used: a request that is
        refused before that, or whose answer needs no state, keeps nobody waiting.
        """
        with ExitStack() as stack:
            yield DatabaseState(
                lambda: stack.enter_context(self._begun(workspace)), workspace, self._statements
            )

    def check(self) -> None:
        """Finds out whether the database answers; see `callsheet.server.state.Store`."""
        self._database.check()

    def close(self) -> None:
        """Lets go of the database."""
        self._database.close()

    @contextmanager
    def _begun(self, workspace: str) -> Iterator[sa.Connection]:
        """A transaction in a workspace that is there, whatever other workers drop."""
        while True:
            with self._database.begin() as connection:
                if self._is_there(connection, workspace):
                    yield connection
                    return
                self._begin(connection, workspace)

    def _is_there(self, connection: sa.Connection, workspace: str) -> bool:
        """Whether a workspace has begun and not expired; notes that it is used."""
        used = connection.execute(_USED, {"b_name": workspace}).scalar_one_or_none()
        now = _now_ms()
        if used is None or (workspace and used < now - self._kept_ms):
            return False
        if now - used > min(_NOTED_MS, self._kept_ms // 4):
            connection.execute(_NOTE, {"b_name": workspace, "now": now})
        return True

    def _begin(self, connection: sa.Connection, workspace: str) -> None:
        """Drops what is unused for too long, begins a workspace, and drops what is too many."""
        now = _now_ms()
        self._drop(connection, _EXPIRED, {"before": now - self._kept_ms})
        # Of two workers that begin it at once, the second waits here for the first.
        if connection.execute(self._statements.begin, {"name": workspace, "used": now}).rowcount:
            self._seed(DatabaseState(lambda: connection, workspace, self._statements))
            surplus = connection.execute(_NUMBER).scalar_one() - self._max_workspaces
            if surplus > 0:
                self._drop(connection, _OLDEST, {"surplus": surplus, "besides": workspace})

    def _drop(
        self, connection: sa.Connection, which: sa.Select[Any], values: dict[str, Any]
    ) -> None:
        names = list(connection.execute(which, values).scalars())
        for table in (_DOCUMENTS, _COUNTERS) if names else ():
            connection.execute(sa.delete(table).where(table.c.workspace.in_(names)))
        if names:
            connection.execute(sa.delete(_WORKSPACES).where(_WORKSPACES.c.name.in_(names)))


class DatabaseState:
    """State within one transaction of a database; see `callsheet.server.state.State`."""

    def __init__(
        self, begin: Callable[[], sa.Connection], workspace: str, statements: _Statements
    ) -> None:
        self._begin = begin
        self._workspace = workspace
        self._statements = statements

    @cached_property
    def _connection(self) -> sa.Connection:
        return self._begin()

    def get(self, collection: str, key: Key) -> Document | None:
        """A document, or None."""
        found: Document | None = self._scalar(_GET, collection, key)
        return found

    def put(
        self, collection: str, key: Key, document: Document, content: bytes | None = None
    ) -> None:
        """Stores a document and the bytes that belong to it."""
        row = {
            "workspace": self._workspace,
            "collection": _fitting(collection),
            "key": _fitting(str(key)),
            "document": document,
            "content": content,
            "position": key if isinstance(key, int) else _LAST,
            "modified": int(time.time()),
        }
        self._connection.execute(self._statements.put, row)

    def next_key(self, collection: str) -> int:
        """A number that no document of the collection has or had."""
        row = {"workspace": self._workspace, "collection": _fitting(collection), "last": 1}
        key: int = self._connection.execute(self._statements.count, row).scalar_one()
        return key

    def delete(self, collection: str, key: Key) -> bool:
        """Removes a document and its bytes; False where there was none."""
        return self._connection.execute(_DELETE, self._at(collection, key)).rowcount > 0

    def modified(self, collection: str, key: Key) -> datetime | None:
        """When a document was stored, to the second, in UTC; None where there is none."""
        found: int | None = self._scalar(_MODIFIED, collection, key)
        return None if found is None else datetime.fromtimestamp(found, UTC)

    def items(self, collection: str) -> Iterator[tuple[str, Document]]:
        """All documents of a collection with their keys."""
        place = {"b_workspace": self._workspace, "b_collection": _fitting(collection)}
        for row in self._connection.execute(_ITEMS, place):
            yield row.key, row.document

    def content(self, collection: str, key: Key) -> bytes | None:
        """The bytes that belong to a document, or None."""
        found: bytes | None = self._scalar(_GET_CONTENT, collection, key)
        return found

    def _scalar(self, statement: sa.Select[Any], collection: str, key: Key) -> Any:
        return self._connection.execute(statement, self._at(collection, key)).scalar_one_or_none()

    def _at(self, collection: str, key: Key) -> dict[str, str]:
        return {
            "b_workspace": self._workspace,
            "b_collection": _fitting(collection),
            "b_key": _fitting(str(key)),
        }


def _fitting(text: str) -> str:
    """A text that a column can hold: any other becomes its digest.

    PostgreSQL has no NUL, no lone surrogates, and nothing longer than the column.
    """
    if len(text) <= _MAX_TEXT and text.isprintable():
        return text
    return "sha:" + sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _now_ms() -> int:
    return time.time_ns() // 1_000_000
