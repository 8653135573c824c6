"""Databases by their addresses: which can be used, and how they are set up."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from threading import RLock
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import ArgumentError, IntegrityError, SQLAlchemyError
from sqlalchemy.pool import StaticPool

from callsheet.errors import StoreError

METADATA = sa.MetaData()
"""The tables of all who keep something."""

_CONNECTIONS = 10
"""How many connections to PostgreSQL a worker has at most."""

_INSERTS: dict[str, Callable[[sa.Table], Any]] = {
    "postgresql": postgresql.insert,
    "sqlite": sqlite.insert,
}


class Database:
    """A database in SQLite or PostgreSQL, which several processes may use at once.

    Args:
        url: Its address, as SQLAlchemy has it; `sqlite://` is in memory, and `postgresql://` is
            reached with psycopg.
        reset: Whether to forget everything first.

    Attributes:
        insert: Begins an INSERT that may have an ON CONFLICT clause, which SQLite and PostgreSQL
            share, and other databases don't.
        parallel: How many transactions make progress at a time.

    Raises:
        StoreError: The database cannot be reached or used.
    """

    def __init__(self, url: str, *, reset: bool = False) -> None:
        try:
            self._engine = _engine(url)
            is_sqlite = self._engine.dialect.name == "sqlite"
            # SQLite has one writer at a time. Threads that wait for it here are woken at once;
            # SQLite itself would have them sleep and try again.
            self._turn = RLock() if is_sqlite else None
            self.parallel = 1 if is_sqlite else _CONNECTIONS
            self.insert = _INSERTS[self._engine.dialect.name]
            if reset:
                METADATA.drop_all(self._engine)
            self._create_tables()
        except (SQLAlchemyError, ImportError, NotImplementedError) as error:
            shown = _shown(url)
            raise StoreError(f"The database `{shown}` cannot be used: {_why(error)}") from error

    @contextmanager
    def begin(self) -> Iterator[sa.Connection]:
        """A transaction: it is kept if the block ends well and undone if it raises."""
        with self._turn or nullcontext(), self._engine.begin() as connection:
            yield connection

    def check(self) -> None:
        """Finds out whether the database answers.

        Raises:
            StoreError: It doesn't.
        """
        try:
            with self.begin() as connection:
                connection.execute(sa.select(1))
        except SQLAlchemyError as error:
            raise StoreError("The database does not answer.") from error

    def close(self) -> None:
        """Lets go of the connections."""
        self._engine.dispose()

    def _create_tables(self) -> None:
        try:
            METADATA.create_all(self._engine)
        except (IntegrityError, sa.exc.ProgrammingError, sa.exc.OperationalError):
            # Another worker makes them at this moment, and one of the two comes second.
            METADATA.create_all(self._engine)


def in_memory(url: str) -> bool:
    """Whether a database is in the memory of its process, so that workers can't share it."""
    try:
        address = sa.make_url(url)
    except ArgumentError:
        return False
    in_file = address.database not in (None, "", ":memory:") and "mode=memory" not in url
    return address.get_backend_name() == "sqlite" and not in_file


def _engine(url: str) -> sa.Engine:
    address = sa.make_url(url)
    if address.drivername in ("postgres", "postgresql"):
        address = address.set(drivername="postgresql+psycopg")
    if address.get_backend_name() == "postgresql":
        # A database that was restarted is no reason to fail.
        return sa.create_engine(address, pool_size=_CONNECTIONS, max_overflow=0, pool_pre_ping=True)
    if address.get_backend_name() != "sqlite":
        raise NotImplementedError("it is neither SQLite nor PostgreSQL")
    # One connection, as there is one transaction at a time.
    arguments = {"check_same_thread": False}
    engine = sa.create_engine(address, poolclass=StaticPool, connect_args=arguments)
    if not in_memory(url):
        sa.event.listen(engine, "connect", _configure_sqlite)
        sa.event.listen(engine, "begin", _begin_immediate)
    return engine


def _configure_sqlite(connection: Any, _record: object) -> None:
    # SQLAlchemy, not the driver, begins transactions; readers don't wait for the writer; what is
    # committed survives a loss of power; a second writer waits for the first.
    connection.isolation_level = None
    connection.execute("PRAGMA busy_timeout=30000")
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


def _why(error: Exception) -> str:
    if isinstance(error, ImportError) and error.name == "psycopg":
        return "pip install 'mkdocs-callsheet[postgresql]'"
    # What SQLAlchemy adds to the driver's own error helps nobody here, and has several lines.
    return str(getattr(error, "orig", None) or error)
