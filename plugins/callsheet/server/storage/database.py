"""Databases by their addresses, and their setup."""

import json
import os
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from hashlib import blake2b
from threading import RLock
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import (
    ArgumentError,
    IntegrityError,
    OperationalError,
    ProgrammingError,
    SQLAlchemyError,
)
from sqlalchemy.pool import StaticPool

from callsheet.errors import StoreError, StoreFullError

METADATA = sa.MetaData()
"""The tables of all modules that store something."""

_CONNECTIONS = 10
"""How many connections to PostgreSQL a worker has at most."""

_READS = "callsheet_reads"
"""The execution option of connections that only read."""

# What PostgreSQL calls a full disk and a transaction that must not write, and SQLite a full disk, a
# file that must not be written, and one that cannot.
_FULL = {"53100", "25006", sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR_WRITE}
_FULL |= {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_READONLY_DBMOVED}

_PROBED_SECONDS = 1
"""How many seconds the result of a check of the database is valid."""

_PROBE_BYTES = 16 * 1024
_PROBES = sa.Table(
    "callsheet_probe",
    METADATA,
    sa.Column("id", sa.BigInteger().with_variant(sa.Integer, "sqlite"), primary_key=True),
    sa.Column("content", sa.LargeBinary, nullable=False),
)
_LOCK = sa.select(sa.func.pg_advisory_xact_lock(sa.bindparam("key", type_=sa.BigInteger)))

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
            self._readers = _readers(self._engine)
            driver = self._engine.dialect.loaded_dbapi
            self._failures = (SQLAlchemyError, driver.Error)
            faults = driver.IntegrityError, driver.DataError, driver.ProgrammingError
            self._our_faults = (*faults, driver.NotSupportedError)
            is_sqlite = self._engine.dialect.name == "sqlite"
            # SQLite has one writer at a time. Threads that wait for it here are woken at once;
            # SQLite itself would have them sleep and try again.
            self._turn = RLock() if is_sqlite else None
            self.parallel = 1 if is_sqlite else _CONNECTIONS
            self.insert = _INSERTS[self._engine.dialect.name]
            if reset:
                METADATA.drop_all(self._engine)
            try:
                self._prepare()
            except (IntegrityError, ProgrammingError, OperationalError):
                # Another worker does it at this moment, and one of the two comes second.
                self._prepare()
            self._probed = float("-inf")
            self._trouble: StoreError | None = None
        except (SQLAlchemyError, ImportError, NotImplementedError) as error:
            shown = _shown(url)
            raise StoreError(f"The database `{shown}` cannot be used: {_why(error)}") from error

    @contextmanager
    def begin(self, *, writing: bool = True) -> Iterator[sa.Connection]:
        """Begin a transaction: it is committed if the block succeeds and rolled back if it raises.

        Args:
            writing: Whether it may change anything. One that may not sees all as it was when it
                began, waits for no other, and works where nothing can be stored.

        Raises:
            StoreFullError: The database takes nothing more.
            StoreError: The database does not answer.
        """
        engine = self._engine if writing else self._readers
        try:
            with self._turn or nullcontext(), engine.begin() as connection:
                yield connection
        except self._failures as error:
            cause = getattr(error, "orig", error)
            if isinstance(cause, self._our_faults):
                raise
            if _is_full(cause):
                raise StoreFullError("The database can be read, but takes nothing more.") from error
            raise StoreError("The database does not answer.") from error

    def prepare(self, statement: sa.Executable) -> "Prepared":
        """Make a statement that is run with every request ready."""
        return Prepared(statement.compile(self._engine))  # type: ignore[attr-defined]

    def lock(self, connection: sa.Connection, name: str) -> None:
        """Wait for the lock of a name, and hold it until the transaction ends.

        SQLite has one transaction that may write at a time, so that there is nothing to wait for.
        """
        if self._turn is None:
            digest = blake2b(name.encode(), digest_size=8).digest()
            connection.execute(_LOCK, {"key": int.from_bytes(digest, signed=True)})

    def check(self) -> None:
        """Check that the database can be read, and that it could be written lately.

        Raises:
            StoreFullError: It can be read, but not written.
            StoreError: It does not answer.
        """
        with self.begin(writing=False) as connection:
            connection.execute(sa.select(_PROBES.c.id).limit(1)).first()
        now = time.monotonic()
        if now - self._probed > _PROBED_SECONDS:
            self._probed = now
            try:
                self._probe()
                self._trouble = None
            except StoreError as error:
                self._trouble = error
        if self._trouble:
            raise self._trouble

    def _probe(self) -> None:
        """Store something and delete it: only a write shows that there is room."""
        content = os.urandom(_PROBE_BYTES)
        with self.begin() as connection:
            probe = sa.insert(_PROBES).values(content=content).returning(_PROBES.c.id)
            last = connection.execute(probe).scalar_one()
        with self.begin() as connection:
            # With what one that failed here has left.
            connection.execute(sa.delete(_PROBES).where(_PROBES.c.id <= last))

    def close(self) -> None:
        """Close the connections."""
        self._engine.dispose()

    def _prepare(self) -> None:
        """Create the tables, or what those of an earlier version lack."""
        inspector = sa.inspect(self._readers)
        if not METADATA.tables.keys() <= set(inspector.get_table_names()):
            METADATA.create_all(self._engine)
        for table in METADATA.tables.values():
            known = {column["name"] for column in inspector.get_columns(table.name)}
            for column in [column for column in table.columns if column.name not in known]:
                added = sa.schema.CreateColumn(column).compile(self._engine)
                with self._engine.begin() as connection:
                    connection.exec_driver_sql(f"ALTER TABLE {table.name} ADD COLUMN {added}")


class Prepared:
    """A compiled statement of texts and numbers, which bypasses SQLAlchemy's processing.

    SQLAlchemy needs six times as long for each of them as SQLite.

    Args:
        compiled: The statement as the database has it.
    """

    def __init__(self, compiled: sa.Compiled) -> None:
        self._text = str(compiled)
        self._constants = dict(compiled.params)
        self._order: list[str] | None = getattr(compiled, "positiontup", None)

    def run(self, connection: sa.Connection, values: dict[str, Any]) -> tuple[Any, ...] | None:
        """Run it.

        Args:
            connection: In whose transaction.
            values: Its parameters.

        Returns:
            Its first row; None where it has none.
        """
        values = {**self._constants, **values}
        cursor = connection.connection.cursor()
        try:
            in_order = values if self._order is None else [values[name] for name in self._order]
            cursor.execute(self._text, in_order)
            return cursor.fetchone() if cursor.description else None
        finally:
            cursor.close()


class Encoded(str):
    """A text of JSON, which is stored without being encoded again."""

    __slots__ = ()


def in_memory(url: str) -> bool:
    """Tell whether a database is in the memory of its process, so that workers can't share it."""
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
        return sa.create_engine(
            address,
            json_serializer=_json,
            pool_size=_CONNECTIONS,
            max_overflow=0,
            # A database that was restarted is no reason to fail.
            pool_pre_ping=True,
        )
    if address.get_backend_name() != "sqlite":
        raise NotImplementedError("it is neither SQLite nor PostgreSQL")
    # One connection, as there is one transaction at a time.
    arguments = {"check_same_thread": False}
    engine = sa.create_engine(
        address, json_serializer=_json, poolclass=StaticPool, connect_args=arguments
    )
    if not in_memory(url):
        sa.event.listen(engine, "connect", _configure_sqlite)
        sa.event.listen(engine, "begin", _begin_sqlite)
    return engine


def _readers(engine: sa.Engine) -> sa.Engine:
    """Return an engine with the same connections, whose transactions only read one snapshot."""
    if engine.dialect.name == "sqlite":
        return engine.execution_options(**{_READS: True})
    return engine.execution_options(isolation_level="REPEATABLE READ")


def _json(value: Any) -> str:
    return value if isinstance(value, Encoded) else json.dumps(value)


def _is_full(error: Any) -> bool:
    code = getattr(error, "sqlstate", None) or getattr(error, "sqlite_errorcode", None)
    return code in _FULL


def _configure_sqlite(connection: Any, _record: object) -> None:
    # SQLAlchemy, not the driver, begins transactions; readers don't wait for the writer; what is
    # committed survives a loss of power; a second writer waits for the first.
    connection.isolation_level = None
    connection.execute("PRAGMA busy_timeout=30000")
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")


def _begin_sqlite(connection: sa.Connection) -> None:
    # A transaction that reads first and writes later would fail where another wrote in between.
    only_reads = connection.get_execution_options().get(_READS)
    connection.exec_driver_sql("BEGIN" if only_reads else "BEGIN IMMEDIATE")


def _shown(url: str) -> str:
    """Return the address without its password; an invalid one, which may have one, is hidden."""
    try:
        return sa.make_url(url).render_as_string(hide_password=True)
    except ArgumentError:
        return "…"


def _why(error: Exception) -> str:
    if isinstance(error, ImportError) and error.name == "psycopg":
        return "pip install 'mkdocs-callsheet[postgresql]'"
    # What SQLAlchemy adds to the driver's own error helps nobody here, and has several lines.
    return str(getattr(error, "orig", None) or error)
