"""A journal that several workers share, in their database."""

import logging
import time
from collections import deque
from collections.abc import Iterator
from contextlib import suppress
from queue import Empty, Full, Queue
from threading import Event, Thread
from typing import Any

import sqlalchemy as sa
from sqlalchemy.exc import SQLAlchemyError

from callsheet.errors import StoreError
from callsheet.server.journal import OF_UNCHANGED, REMEMBERED, JournalEntry
from callsheet.server.storage.database import METADATA, Database
from callsheet.server.storage.tables import WORKSPACES

_WAITING = 10_000
"""How many entries may wait to be written."""

_PATIENCE = 5
"""Seconds that a reader waits for pending entries; then it gets those that are written."""

_PAUSE = 0.1
"""Seconds between two transactions while many requests come."""

_BATCH = 1000
_LOG = logging.getLogger(__name__)

_REQUESTS = sa.Table(
    "callsheet_request",
    METADATA,
    # SQLite counts only what it calls an INTEGER.
    sa.Column("id", sa.BigInteger().with_variant(sa.Integer, "sqlite"), primary_key=True),
    sa.Column("workspace", sa.String(64), nullable=False, index=True),
    sa.Column("entry", sa.JSON, nullable=False),
)
_OF_WORKSPACE = _REQUESTS.c.workspace == sa.bindparam("b_workspace")
_LAST = (
    sa.select(_REQUESTS.c.entry)
    .where(_OF_WORKSPACE)
    .order_by(_REQUESTS.c.id.desc())
    .limit(REMEMBERED)
)
_FIRST_TOO_OLD = (
    sa.select(_REQUESTS.c.id)
    .where(_OF_WORKSPACE)
    .order_by(_REQUESTS.c.id.desc())
    .offset(REMEMBERED)
    .limit(1)
    .scalar_subquery()
)
_FORGET = sa.delete(_REQUESTS).where(_OF_WORKSPACE, _REQUESTS.c.id <= _FIRST_TOO_OLD)
_NEWEST = sa.select(sa.func.max(_REQUESTS.c.id)).scalar_subquery()
# Of a workspace that was written to, requests are remembered as long as its state is.
_FORGET_OLD = sa.delete(_REQUESTS).where(
    _REQUESTS.c.id <= _NEWEST - OF_UNCHANGED,
    _REQUESTS.c.workspace.not_in(sa.select(WORKSPACES.c.name)),
)


class SharedJournal:
    """A journal in a database; see `callsheet.server.journal.Journal`.

    A thread writes it, many requests at a time, so that no answer waits for it. What is noted while
    it can't keep up is lost.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._noted: Queue[JournalEntry | Event] = Queue(_WAITING)
        self._closed = False
        self._writer = Thread(target=self._write_all, name="callsheet-journal", daemon=True)
        self._writer.start()

    def note(self, entry: JournalEntry) -> None:
        """Record a request."""
        try:
            self._noted.put_nowait(entry)
        except Full:
            _LOG.debug("The request %s is not in the journal.", entry.id)

    def last(self, workspace: str) -> list[dict[str, Any]]:
        """Return the last requests of a workspace, the newest first."""
        self._await_pending()
        with self._database.begin(writing=False) as connection:
            return list(connection.execute(_LAST, {"b_workspace": workspace}).scalars())

    def clear(self, workspace: str) -> None:
        """Forget the requests of a workspace."""
        self._await_pending()
        with self._database.begin() as connection:
            connection.execute(sa.delete(_REQUESTS).where(_REQUESTS.c.workspace == workspace))

    def close(self) -> None:
        """Write all pending entries and end the thread, which then no longer needs the database."""
        self._closed = True
        self._noted.put(Event())
        self._writer.join()

    def _await_pending(self) -> None:
        """Wait until all is written that this worker answered before."""
        written = Event()
        with suppress(Full):
            self._noted.put(written, timeout=_PATIENCE)
            written.wait(_PATIENCE)

    def _write_all(self) -> None:
        pause = 0.0
        while not (self._closed and self._noted.empty()):
            batch = list(self._gathered(pause))
            entries = [item for item in batch if isinstance(item, JournalEntry)]
            # While requests come one after the other, each is in the journal at once. Of more, each
            # transaction would keep the requests waiting for the database.
            pause = _PAUSE if len(entries) > 1 else 0
            try:
                self._write(entries)
            except (SQLAlchemyError, StoreError) as error:
                _LOG.warning("%d requests are not in the journal: %s", len(entries), error)
            for item in batch:
                if isinstance(item, Event):
                    item.set()

    def _gathered(self, pause: float) -> Iterator[JournalEntry | Event]:
        """Yield the next items, up to one that somebody waits for, of so many seconds."""
        yield (item := self._noted.get())
        end = time.monotonic() + pause
        with suppress(Empty):
            for _ in range(_BATCH):
                left = 0 if isinstance(item, Event) else max(0, end - time.monotonic())
                yield (item := self._noted.get(block=left > 0, timeout=left or None))

    def _write(self, entries: list[JournalEntry]) -> None:
        if not entries:
            return
        workspaces: dict[str, deque[JournalEntry]] = {}
        for entry in entries:
            workspaces.setdefault(entry.workspace, deque(maxlen=REMEMBERED)).append(entry)
        rows = [
            {"workspace": workspace, "entry": entry.as_dict()}
            for workspace, last in workspaces.items()
            for entry in last
        ]
        with self._database.begin() as connection:
            connection.execute(sa.insert(_REQUESTS), rows)
            for workspace in workspaces:
                connection.execute(_FORGET, {"b_workspace": workspace})
            connection.execute(_FORGET_OLD)
