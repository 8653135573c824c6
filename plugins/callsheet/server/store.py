"""State in a database, through SQLAlchemy Core."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from datetime import UTC, datetime
from threading import RLock
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import ArgumentError, IntegrityError, SQLAlchemyError
from sqlalchemy.pool import StaticPool

from callsheet.errors import StoreError
from callsheet.server.state import Document, Key, State

WORKSPACE_SECONDS = 24 * 60 * 60
"""A workspace that was not used for so long is dropped when the next one begins."""

_METADATA = sa.MetaData()
_WORKSPACES = sa.Table(
    "callsheet_workspace",
    _METADATA,
    sa.Column("name", sa.String(64), primary_key=True),
    sa.Column("used", sa.BigInteger, nullable=False, index=True),
)
_DOCUMENTS = sa.Table(
    "callsheet_document",
    _METADATA,
    sa.Column("workspace", sa.String(64), primary_key=True),
    sa.Column("collection", sa.String(200), primary_key=True),
    sa.Column("key", sa.String(200), primary_key=True),
    sa.Column("document", sa.JSON, nullable=False),
    sa.Column("content", sa.LargeBinary, nullable=True),
    sa.Column("position", sa.BigInteger, nullable=False),
    sa.Column("modified", sa.BigInteger, nullable=False),
)
_COUNTERS = sa.Table(
    "callsheet_counter",
    _METADATA,
    sa.Column("workspace", sa.String(64), primary_key=True),
    sa.Column("collection", sa.String(200), primary_key=True),
    sa.Column("last", sa.BigInteger, nullable=False),
)
_LAST = 2**62
"""The position of what has no number, behind all that has one."""

_TABLES = (_DOCUMENTS, _COUNTERS, _WORKSPACES)

_UPSERTS: dict[str, Callable[[sa.Table], Any]] = {
    "postgresql": postgresql.insert,
    "sqlite": sqlite.insert,
}


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
_USE = sa.update(_WORKSPACES).where(_place(_WORKSPACES, "name")).values(used=sa.bindparam("now"))


class _Statements:
    """The statements that SQLite and PostgreSQL share, and other databases don't."""

    def __init__(self, insert: Callable[[sa.Table], Any]) -> None:
        self.begin = insert(_WORKSPACES).on_conflict_do_nothing()
        document = insert(_DOCUMENTS)
        self.put = document.on_conflict_do_update(
            index_elements=_DOCUMENTS.primary_key.columns,
            set_={name: document.excluded[name] for name in ("document", "content", "modified")},
        )
        self.count = (
            insert(_COUNTERS)
            .on_conflict_do_update(
                index_elements=_COUNTERS.primary_key.columns, set_={"last": _COUNTERS.c.last + 1}
            )
            .returning(_COUNTERS.c.last)
        )


class DatabaseStore:
    """A store in SQLite or PostgreSQL.

    Args:
        url: The database's address, as SQLAlchemy has it; `sqlite://` keeps everything in memory.
        seed: Fills a new workspace.
        reset: Whether to forget everything first.

    Raises:
        StoreError: The database cannot be reached or used.
    """

    def __init__(self, url: str, seed: Callable[[State], None], *, reset: bool = False) -> None:
        self._seed = seed
        self._known: dict[str, float] = {}
        try:
            in_memory = sa.make_url(url).database in (None, "", ":memory:")
            # A database in memory is one connection, so its transactions take turns.
            self._turn = RLock() if in_memory else None
            self._engine = _engine(url, in_memory=in_memory)
            if self._engine.dialect.name not in _UPSERTS:
                raise StoreError(f"The database `{_shown(url)}` is neither SQLite nor PostgreSQL.")
            if reset:
                _METADATA.drop_all(self._engine)
            self._statements = _Statements(_UPSERTS[self._engine.dialect.name])
            self._create_tables()
        except (SQLAlchemyError, ImportError) as error:
            raise StoreError(f"The database `{_shown(url)}` cannot be used: {error}") from error

    @contextmanager
    def transaction(self, workspace: str) -> Iterator[DatabaseState]:
        """The state of a workspace; see `callsheet.server.state.Store`."""
        now = time.time()
        # Its last use is noted once a minute, not once a request.
        if now - self._known.get(workspace, 0) > 60:
            with self._connection() as connection:
                self._use(connection, workspace, int(now))
            self._known[workspace] = now
        with self._connection() as connection:
            yield DatabaseState(connection, workspace, self._statements)

    def close(self) -> None:
        """Lets go of the database."""
        self._engine.dispose()

    def _create_tables(self) -> None:
        try:
            _METADATA.create_all(self._engine)
        except (IntegrityError, sa.exc.ProgrammingError, sa.exc.OperationalError):
            # Another worker makes them at this moment, and one of the two comes second.
            _METADATA.create_all(self._engine)

    @contextmanager
    def _connection(self) -> Iterator[sa.Connection]:
        with self._turn or nullcontext(), self._engine.begin() as connection:
            yield connection

    def _use(self, connection: sa.Connection, workspace: str, now: int) -> None:
        """Notes that a workspace is used; seeds a new one and drops those long unused."""
        if connection.execute(_USE, {"b_name": workspace, "now": now}).rowcount:
            return
        # Of two workers that begin it at once, the second waits here for the first.
        if connection.execute(self._statements.begin, {"name": workspace, "used": now}).rowcount:
            self._drop_unused(connection, now - WORKSPACE_SECONDS)
            self._seed(DatabaseState(connection, workspace, self._statements))

    def _drop_unused(self, connection: sa.Connection, before: int) -> None:
        unused = sa.select(_WORKSPACES.c.name).where(_WORKSPACES.c.used < before)
        names = list(connection.execute(unused).scalars())
        for table in _TABLES if names else ():
            column = table.c.name if table is _WORKSPACES else table.c.workspace
            connection.execute(sa.delete(table).where(column.in_(names)))
        for name in names:
            self._known.pop(name, None)


class DatabaseState:
    """State within one transaction of a database; see `callsheet.server.state.State`."""

    def __init__(self, connection: sa.Connection, workspace: str, statements: _Statements) -> None:
        self._connection = connection
        self._workspace = workspace
        self._statements = statements

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
            "collection": collection,
            "key": str(key),
            "document": document,
            "content": content,
            "position": key if isinstance(key, int) else _LAST,
            "modified": int(time.time()),
        }
        self._connection.execute(self._statements.put, row)

    def next_key(self, collection: str) -> int:
        """A number that no document of the collection has or had."""
        row = {"workspace": self._workspace, "collection": collection, "last": 1}
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
        place = {"b_workspace": self._workspace, "b_collection": collection}
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
            "b_collection": collection,
            "b_key": str(key),
        }


def _engine(url: str, *, in_memory: bool) -> sa.Engine:
    if in_memory:
        return sa.create_engine(
            url, poolclass=StaticPool, connect_args={"check_same_thread": False}
        )
    engine = sa.create_engine(url, pool_pre_ping=True)
    if engine.dialect.name == "sqlite":
        sa.event.listen(engine, "connect", _configure_sqlite)
        sa.event.listen(engine, "begin", _begin_immediate)
    return engine


def _configure_sqlite(connection: Any, _record: object) -> None:
    # SQLAlchemy, not the driver, begins transactions; readers don't wait for the writer; what is
    # committed survives a loss of power; a second writer waits for the first.
    connection.isolation_level = None
    connection.execute("PRAGMA busy_timeout=10000")
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")


def _begin_immediate(connection: sa.Connection) -> None:
    # A transaction that reads first and writes later would fail where another wrote in between.
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _shown(url: str) -> str:
    """The address without its password; what is no address may hold one, so it is not shown."""
    try:
        return sa.make_url(url).render_as_string(hide_password=True)
    except ArgumentError:
        return "…"
