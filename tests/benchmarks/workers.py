"""What a second worker gains, beside a bare Starlette app with as many workers in the same run."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

import pytest

from callsheet.server.http.messages import WORKSPACE_HEADER
from tests.benchmarks.measure import Figure
from tests.benchmarks.serving import CONNECTIONS, load
from tests.postgresql import postgresql_server
from tests.processes import served

SECONDS = 2
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
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    environment = {**os.environ, "BARE_DATABASE": database}
    command = [sys.executable, "-m", "uvicorn", "tests.benchmarks.bare:app"]
    options = ["--port", str(port), "--workers", str(workers), "--log-level", "error"]
    with subprocess.Popen([*command, *options, "--no-access-log"], env=environment) as process:
        try:
            _await(port, process)
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()


def _await(port: int, process: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + 60
    while time.monotonic() < end and process.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise RuntimeError("The bare app does not start.")


def _prepare_bare(database: str) -> None:
    code = f"from tests.benchmarks import bare; bare.prepare({CONNECTIONS})"
    environment = {**os.environ, "BARE_DATABASE": database}
    subprocess.run([sys.executable, "-c", code], env=environment, check=True, timeout=60)


def _rates(address: str, requests: dict[str, bytes]) -> dict[str, float]:
    return {
        what: median(load(address, request, SECONDS)["rate"] for _ in range(ROUNDS))
        for what, request in requests.items()
    }


def _gains(docs: Path, name: str, ours: str, bare: str) -> Iterator[Figure]:
    """Yield what a second worker gains with a database, for each kind of request."""
    _prepare_bare(bare)
    found: dict[tuple[str, int], dict[str, float]] = {}
    for workers in (1, 2):
        arguments = ("--database", ours, "--workers", str(workers))
        with served("--docs", docs, *arguments) as server:
            found["ours", workers] = _rates(server.url, _OURS)
        with _bare(bare, workers) as address:
            found["bare", workers] = _rates(address, _BARE)
    for what in _OURS:
        rates = {key: rate[what] for key, rate in found.items()}
        gain, of_bare = (rates[who, 2] / rates[who, 1] for who in ("ours", "bare"))
        shown = " -> ".join(f"{rates['ours', n]:.0f}" for n in (1, 2))
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
        files = [f"sqlite:///{folder}/{name}.db" for name in ("ours", "bare")]
        yield from _gains(docs, "SQLite", *files)
    try:
        with postgresql_server() as server:
            ours, bare = server.new_database(), server.new_database()
            bare = bare.replace("postgresql://", "postgresql+psycopg://")
            yield from _gains(docs, "PostgreSQL", ours, bare)
    except pytest.skip.Exception as reason:
        print(f"Not measured: {reason}", file=sys.stderr)
