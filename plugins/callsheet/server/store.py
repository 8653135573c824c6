"""State in a database, through SQLAlchemy Core."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import RLock
from typing import Any

import sqlalchemy as sa
from sqlalchemy.exc import ArgumentError, SQLAlchemyError
from sqlalchemy.pool import StaticPool

from callsheet.errors import StoreError
from callsheet.server.state import Document, State

_METADATA = sa.MetaData()
_DOCUMENTS = sa.Table(
    "callsheet_document",
    _METADATA,
    sa.Column("collection", sa.String(200), primary_key=True),
    sa.Column("key", sa.String(200), primary_key=True),
    sa.Column("document", sa.JSON, nullable=False),
    sa.Column("content", sa.LargeBinary, nullable=True),
)
_COUNTERS = sa.Table(
    "callsheet_counter",
    _METADATA,
    sa.Column("collection", sa.String(200), primary_key=True),
    sa.Column("last", sa.Integer, nullable=False),
)


class DatabaseStore:
    """A store in any database that SQLAlchemy reaches.

    Args:
        url: The database's address; `sqlite://` keeps everything in memory.
        seed: Fills an empty database; a database with anything in it is left as it is.

    Raises:
        StoreError: The database cannot be reached or used.
    """

    def __init__(self, url: str, seed: Callable[[State], None]) -> None:
        try:
            in_memory = sa.make_url(url).database in (None, "", ":memory:")
            # A database in memory is one connection, so its transactions take turns.
            self._turn = RLock() if in_memory else None
            self._engine = _engine(url, in_memory=in_memory)
            _METADATA.create_all(self._engine)
            with self.transaction() as state:
                if not state.count():
                    seed(state)
        except (SQLAlchemyError, ImportError) as error:
            raise StoreError(f"The database `{_shown(url)}` cannot be used: {error}") from error

    @contextmanager
    def transaction(self) -> Iterator[DatabaseState]:
        """State that is kept if the block ends well and untouched if it raises."""
        if self._turn is None:
            with self._engine.begin() as connection:
                yield DatabaseState(connection)
        else:
            with self._turn, self._engine.begin() as connection:
                yield DatabaseState(connection)

    def close(self) -> None:
        """Lets go of the database."""
        self._engine.dispose()


class DatabaseState:
    """State within one transaction of a database; see `callsheet.server.state.State`."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def count(self) -> int:
        """How many documents there are."""
        query = sa.select(sa.func.count()).select_from(_DOCUMENTS)
        count: int = self._connection.execute(query).scalar_one()
        return count

    def get(self, collection: str, key: int | str) -> Document | None:
        """A document, or None."""
        query = sa.select(_DOCUMENTS.c.document).where(*_place(collection, key))
        found: Document | None = self._connection.execute(query).scalar_one_or_none()
        return found

    def put(self, collection: str, key: int | str, document: Document) -> None:
        """Stores a document in the place of any that was there."""
        self._write(collection, key, document=document)

    def add(self, collection: str) -> int:
        """Makes an empty document under the next number and returns that."""
        counter = _COUNTERS.c.collection == collection
        change = sa.update(_COUNTERS).where(counter).values(last=_COUNTERS.c.last + 1)
        if self._connection.execute(change).rowcount == 0:
            self._connection.execute(sa.insert(_COUNTERS).values(collection=collection, last=1))
        last = sa.select(_COUNTERS.c.last).where(counter)
        key: int = self._connection.execute(last).scalar_one()
        self._write(collection, key, document={})
        return key

    def delete(self, collection: str, key: int | str) -> bool:
        """Removes a document and its content; False where there was none."""
        statement = sa.delete(_DOCUMENTS).where(*_place(collection, key))
        return self._connection.execute(statement).rowcount > 0

    def content(self, collection: str, key: int | str) -> bytes | None:
        """The bytes that belong to a document, or None."""
        query = sa.select(_DOCUMENTS.c.content).where(*_place(collection, key))
        found: bytes | None = self._connection.execute(query).scalar_one_or_none()
        return found

    def put_content(self, collection: str, key: int | str, content: bytes) -> None:
        """Stores the bytes of a document."""
        self._write(collection, key, content=content)

    def _write(self, collection: str, key: int | str, **values: Any) -> None:
        change = sa.update(_DOCUMENTS).where(*_place(collection, key)).values(**values)
        if self._connection.execute(change).rowcount == 0:
            row = {"document": {}, **values, "collection": collection, "key": str(key)}
            self._connection.execute(sa.insert(_DOCUMENTS).values(**row))


def _place(collection: str, key: int | str) -> tuple[sa.ColumnElement[bool], ...]:
    return (_DOCUMENTS.c.collection == collection, _DOCUMENTS.c.key == str(key))


def _engine(url: str, *, in_memory: bool) -> sa.Engine:
    if in_memory:
        return sa.create_engine(
            url, poolclass=StaticPool, connect_args={"check_same_thread": False}
        )
    engine = sa.create_engine(url)
    if engine.dialect.name == "sqlite":
        sa.event.listen(engine, "connect", _configure_sqlite)
        sa.event.listen(engine, "begin", _begin_immediate)
    return engine


def _configure_sqlite(connection: Any, _record: object) -> None:
    # SQLAlchemy, not the driver, begins transactions; readers don't wait for the writer; what is
    # committed survives a loss of power; a second writer waits for the first.
    connection.isolation_level = None
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("PRAGMA busy_timeout=10000")


def _begin_immediate(connection: sa.Connection) -> None:
    # A transaction that reads first and writes later would fail where another wrote in between.
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _shown(url: str) -> str:
    """The address without its password; what is no address may hold one, so it is not shown."""
    try:
        return sa.make_url(url).render_as_string(hide_password=True)
    except ArgumentError:
        return "…"
