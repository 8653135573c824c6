"""State in a database: how workspaces begin, expire and are evicted."""

import logging
import math
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from threading import Event, Lock, Thread
from typing import NoReturn

import sqlalchemy as sa

from callsheet.errors import StoreError, StoreFullError
from callsheet.server.http.problems import Problem
from callsheet.server.limits import Limits
from callsheet.server.state import State
from callsheet.server.storage import tables
from callsheet.server.storage.bounds import check_workspace
from callsheet.server.storage.database import Database
from callsheet.server.storage.documents import DatabaseState, OpenWorkspace
from callsheet.server.storage.seeds import Seed
from callsheet.server.storage.tables import WORKSPACES

_SWEPT_SECONDS = 60
"""How often expired workspaces are dropped; more often where they expire sooner."""

_PAUSE_SECONDS = 0.05
_CLOSING_SECONDS = 5
"""How many seconds closing waits for the sweep that is running."""

_MINUTE_MS = 60 * 1000
_OTHERS = "*"
"""Stands for all workspaces that begin with nothing of their own; no digest is like that."""

Fill = Callable[[State], None]

_LOG = logging.getLogger(__name__)


class DatabaseStore:
    """State in a database, which several workers may share.

    The seed of all workspaces is in memory; the database has only changes. So a workspace that
    nobody writes to takes no space, and reading never writes.

    A workspace expires after it was unused for a while, and begins anew. Where there are too many,
    a new one evicts the one with the fewest changes among those that are not in use. The shared
    workspace, which has no name, never expires.

    Args:
        database: The database, or its address.
        seed: Fills what workspaces begin with, the same in each process.
        limits: How many workspaces are stored, how large they may be, and for how long.
        named: Fills what some workspaces begin with instead, by name.
    """

    def __init__(
        self,
        database: Database | str,
        seed: Fill,
        limits: Limits | None = None,
        named: Mapping[str, Fill] | None = None,
    ) -> None:
        self._database = Database(database) if isinstance(database, str) else database
        self._statements = tables.Statements(self._database)
        self._fills = {**(named or {}), _OTHERS: seed}
        self._seeds: dict[str, Seed] = {}
        self._limits = limits = limits or Limits()
        self._expiry_ms = int(limits.workspace_seconds * 1000)
        self._idle_ms = int(limits.workspace_idle_seconds * 1000)
        # The first of several requests at the same time makes a seed, and the others wait.
        self._seeding = Lock()
        self._used: dict[str, int] = {}
        self._stored: set[str] = set()
        self._closed = Event()
        self._sweeper = Thread(target=self._sweep_regularly, name="callsheet-sweep", daemon=True)
        self._sweeper.start()

    @property
    def parallel(self) -> int:
        """How many transactions make progress at a time."""
        return self._database.parallel

    @contextmanager
    def transaction(self, workspace: str, *, writing: bool = True) -> Iterator[DatabaseState]:
        """Open the state of a workspace; see `callsheet.server.state.Store`.

        The database's own transaction begins when the state is first used: a request that is
        refused before that, or whose answer needs no state, blocks no other request.
        """
        with ExitStack() as stack:

            def begin() -> OpenWorkspace:
                if writing:
                    try:
                        return stack.enter_context(self._begun(workspace))
                    except StoreFullError as error:
                        # Reading works, whatever the request's method is.
                        return stack.enter_context(self._begun(workspace, error))
                refusal = RuntimeError("The state cannot be changed: GET and HEAD only read.")
                return stack.enter_context(self._begun(workspace, refusal))

            yield DatabaseState(begin)

    def reset(self, workspace: str) -> None:
        """Let a workspace begin anew; see `callsheet.server.state.Store`."""
        with self._database.begin() as connection:
            # Whoever writes to it meanwhile is waited for.
            self._find(connection, workspace, writing=True)
            self._drop(connection, [workspace])
        self._used.pop(workspace, None)

    def has_stored(self, workspace: str) -> bool:
        """Tell whether a workspace was written to, as far as this process knows."""
        return workspace in self._stored

    def check(self) -> None:
        """Check that state can be read and stored; see `callsheet.server.state.Store`."""
        self._database.check()

    def close(self) -> None:
        """Close the database."""
        self._closed.set()
        self._sweeper.join(_CLOSING_SECONDS)
        self._database.close()

    def reseed(self, seed: Fill, named: Mapping[str, Fill]) -> None:
        """Let workspaces begin with something else; what was changed in them stays."""
        with self._seeding:
            self._fills, self._seeds = {**named, _OTHERS: seed}, {}

    def _seed(self, workspace: str) -> Seed:
        """Return the initial state of a workspace."""
        name = workspace if workspace in self._fills else _OTHERS
        with self._seeding:
            seed = self._seeds.get(name)
            if seed is None:
                seed = Seed()
                self._fills[name](seed)
                self._seeds[name] = seed
        return seed

    @contextmanager
    def _begun(self, workspace: str, refusal: Exception | None = None) -> Iterator[OpenWorkspace]:
        """Begin a transaction in a workspace; with a refusal, it may not be changed."""
        writing = refusal is None
        seed = self._seed(workspace)
        with self._database.begin(writing=writing) as connection:
            found = OpenWorkspace(
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
                found.is_stored, found.size, found.size_before = True, size, size
            yield found
            check_workspace(found.size, found.size_before, self._limits)
            if found.is_changed:
                place = {"b_name": workspace, "size": found.size}
                self._statements.change.run(connection, place)
        if found.is_changed:
            self._stored.add(workspace)

    def _find(self, connection: sa.Connection, workspace: str, writing: bool) -> int | None:
        """Return the size of a workspace; None where it was never written to, or has expired."""
        find = self._statements.find_and_lock if writing else self._statements.find
        place = {"b_name": workspace}
        row = find.run(connection, place)
        if row is None and writing:
            # Nothing is there that could be locked. Of two who begin it, the second waits here.
            self._database.lock(connection, workspace)
            row = find.run(connection, place)
        used, size = row or (0, None)
        now = _now_ms()
        # The time of last use is written by the sweep and not by each request, which would make a
        # writer of every reader. So this process knows of uses that the database does not.
        is_over = workspace and max(used, self._used.get(workspace, 0)) < now - self._expiry_ms
        if size is None or is_over:
            self._stored.discard(workspace)
            return None
        self._used[workspace] = now
        self._stored.add(workspace)
        return int(size)

    def _begin(self, connection: sa.Connection, workspace: str) -> None:
        """Begin a workspace at its first change.

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
        """Evict the least changed workspaces where there are as many as there may be."""
        limits = self._limits
        # One after the other, so that they don't count each other out.
        self._database.lock(connection, WORKSPACES.name)
        number, lately, oldest = connection.execute(
            tables.CENSUS, {"since": now - _MINUTE_MS}
        ).one()
        if lately >= limits.new_workspaces:
            _refuse_new(f"{limits.new_workspaces} workspaces began within a minute", 60)
        surplus = number + 1 - limits.workspaces
        if surplus > 0:
            before = {"before": now - self._idle_ms, "number": surplus}
            names = list(connection.execute(tables.LEAST, before).scalars())
            if len(names) < surplus:
                seconds = math.ceil((oldest + self._idle_ms - now) / 1000)
                _refuse_new(f"All {limits.workspaces} workspaces are in use", max(1, seconds))
            self._drop(connection, names)

    def _drop(self, connection: sa.Connection, names: list[str]) -> None:
        if not names:
            return
        for table in (tables.DOCUMENTS, tables.COUNTERS):
            connection.execute(sa.delete(table).where(table.c.workspace.in_(names)))
        connection.execute(sa.delete(WORKSPACES).where(WORKSPACES.c.name.in_(names)))
        self._stored.difference_update(names)

    def _sweep_regularly(self) -> None:
        shortest = min(self._limits.workspace_seconds, self._limits.workspace_idle_seconds)
        while not self._closed.wait(min(_SWEPT_SECONDS, max(shortest / 4, _PAUSE_SECONDS))):
            try:
                self._sweep()
            except StoreError:
                # Where nothing can be stored, nothing can be dropped: next time, then.
                _LOG.debug("The unused workspaces were not dropped.", exc_info=True)

    def _sweep(self) -> None:
        """Write the times of last use, and drop the workspaces that have expired."""
        used = dict(list(self._used.items()))
        with self._database.begin() as connection:
            # Rows that another transaction has locked are in use; to wait for them would hold the
            # sweep up.
            free = connection.execute(tables.FREE, {"names": list(used)}).scalars()
            if notes := [{"b_name": name, "now": used[name]} for name in free]:
                connection.execute(tables.NOTE, notes)
            before = {"before": _now_ms() - self._expiry_ms}
            self._drop(connection, list(connection.execute(tables.UNUSED, before).scalars()))
        for name, now in used.items():
            # What was used meanwhile is noted next time.
            if self._used.get(name) == now:
                del self._used[name]


def _refuse_new(why: str, seconds: int) -> NoReturn:
    raise Problem(
        429,
        f"{why}, and this would be a new one. Nothing was stored. Try again in {seconds} seconds,"
        " or use the shared workspace, which has no name.",
        headers=[("Retry-After", str(seconds))],
    )


def _now_ms() -> int:
    return time.time_ns() // 1_000_000
