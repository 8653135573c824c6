"""What a second worker gains, beside a bare Starlette app with as many workers in the same run."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from itertools import count
from operator import truediv
from pathlib import Path
from statistics import median

import pytest

from callsheet.server.http.messages import WORKSPACE_HEADER
from tests.benchmarks.measure import Figure
from tests.benchmarks.serving import CONNECTIONS, load
from tests.postgresql import postgresql_server
from tests.processes import served

SECONDS = 1.5
ROUNDS = 3
"""How often each is measured; the median counts, as a machine is never quiet."""

LEAST = 0.9
"""The share of the bare app's gain that is asked, and of the rate of one worker."""

_PUT = '{"WebhookId": 1, "Name": "A"}'
_FIELDS = "Authorization: Bearer callsheet\r\nAccept: application/json\r\n"


def _requests(path: str, header: str, body: str) -> dict[str, bytes]:
    """Return a read and a write, each in a workspace of its connection."""
    head = f"{path} HTTP/1.1\r\nHost: localhost\r\n{header}: {{connection}}\r\n{_FIELDS}"
    length = f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n"
    return {
        "reads": f"GET {head}\r\n".encode(),
        "writes": f"PUT {head}{length}\r\n{body}".encode(),
    }


_OURS = _requests("/api/v1/Webhook/1", WORKSPACE_HEADER, _PUT)
_BARE = _requests("/row", "X-Workspace", "{}")


@contextmanager
def _bare(database: str, workers: int) -> Iterator[str]:
    environment = {**os.environ, "BARE_DATABASE": database}
    command = [sys.executable, "-m", "tests.benchmarks.bare", str(workers)]
    with subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, text=True, start_new_session=True
    ) as process:
        try:
            assert process.stdout is not None
            yield process.stdout.readline().strip()
        finally:
            os.killpg(process.pid, signal.SIGTERM)


def _prepare_bare(database: str) -> None:
    code = f"from tests.benchmarks import bare; bare.prepare({CONNECTIONS})"
    environment = {**os.environ, "BARE_DATABASE": database}
    subprocess.run([sys.executable, "-c", code], env=environment, check=True, timeout=60)


def _gains(docs: Path, name: str, database: Callable[[], str]) -> Iterator[Figure]:
    """Yield what a second worker gains with a database, for each kind of request.

    All servers run at once, and are measured in turn: what else the machine does is then the same
    for all of them.
    """
    rates: dict[tuple[str, str, int], list[float]] = {}
    with ExitStack() as servers:
        addresses: dict[tuple[str, int], str] = {}
        for workers in (1, 2):
            arguments = ("--database", database(), "--workers", str(workers))
            served_here = servers.enter_context(served("--docs", docs, *arguments))
            addresses["ours", workers] = served_here.url
            bare = database().replace("postgresql://", "postgresql+psycopg://")
            _prepare_bare(bare)
            addresses["bare", workers] = servers.enter_context(_bare(bare, workers))
        for _ in range(ROUNDS):
            for (who, workers), address in addresses.items():
                for what, request in (_OURS if who == "ours" else _BARE).items():
                    rate = load(address, request, SECONDS)["rate"]
                    rates.setdefault((what, who, workers), []).append(rate)
    for what in _OURS:
        gain, of_bare = (
            median(map(truediv, rates[what, who, 2], rates[what, who, 1]))
            for who in ("ours", "bare")
        )
        shown = " -> ".join(f"{median(rates[what, 'ours', n]):.0f}" for n in (1, 2))
        title = f"{what} on {name}, one worker to two ({shown} a second)"
        yield Figure(f"{title}, lost", 1 / gain, "times", 1 / LEAST)
        # On SQLite, one write at a time is what the database allows.
        if what == "reads" or name == "PostgreSQL":
            beside = f"{what} on {name}, gain of a bare app to ours"
            yield Figure(
                f"{beside} ({of_bare:.2f}, {gain:.2f})", of_bare / gain, "times", 1 / LEAST
            )


def figures(corpus: Path) -> Iterator[Figure]:
    """Gains on SQLite and, where it is installed, on PostgreSQL; the load takes a core, too."""
    docs = corpus / "rest" / "Webhook"
    load_now = os.getloadavg()[0]
    # What others take of the machine says how much the figures mean.
    yield Figure("load of the machine before", load_now, "", os.cpu_count() or 1)
    with tempfile.TemporaryDirectory() as folder:
        numbers = count()
        yield from _gains(docs, "SQLite", lambda: f"sqlite:///{folder}/{next(numbers)}.db")
    try:
        with postgresql_server() as server:
            yield from _gains(docs, "PostgreSQL", server.new_database)
    except pytest.skip.Exception as reason:
        print(f"Not measured: {reason}", file=sys.stderr)
