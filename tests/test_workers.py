"""Several workers, and how servers end."""

from __future__ import annotations

import json
import os
import signal
import socket
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import requests

from tests.processes import (
    GIF,
    SECONDS,
    Client,
    Served,
    in_threads,
    served,
)

pytestmark = pytest.mark.slow

_LINUX = pytest.mark.skipif(
    not Path("/proc/self/task").is_dir(), reason="children are found in Linux's /proc"
)


def workers_of(server: Served) -> set[int]:
    """The process ids of the workers, which are those children that have the socket."""
    pid = server.process.pid
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
    return {int(child) for child in children if b"spawn_main" in command_of(int(child))}


def runs_our_code(pid: int) -> bool:
    """Return whether a worker watches its parent already, for which it has a thread.

    Before, it still reads what to run, which fails with a traceback of Python's own if the parent
    is killed meanwhile.
    """
    try:
        return len(list(Path(f"/proc/{pid}/task").iterdir())) > 1
    except OSError:
        return False


def ignores_ctrl_c(pid: int) -> bool:
    """Return whether SIGINT is blocked, which a terminal sends to all of its processes."""
    status = Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
    blocked = next(line for line in status.splitlines() if line.startswith("SigBlk:"))
    return bool(int(blocked.split()[1], 16) >> (signal.SIGINT - 1) & 1)


def command_of(pid: int) -> bytes:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return b""


def until(condition: Callable[[], bool]) -> None:
    """Asks until the answer is yes."""
    deadline = time.monotonic() + SECONDS
    while not condition():
        assert time.monotonic() < deadline


def test_workers_share_one_truth(database: str) -> None:
    with served("--database", database, "--workers", "2", "--access-log") as server:

        def create(number: int) -> list[tuple[int, str]]:
            done = []
            for index in range(10):
                # A connection for each request, so that both workers get some.
                with Client(server.url) as client:
                    description = f"{number}.{index}"
                    done.append((client.store_blob(description), description))
            return done

        created = in_threads(6, create)
        assert len({blob for blob, _ in created}) == len(created)
        for blob, description in created:
            with Client(server.url) as client:
                assert client.blob(blob)["Description"] == description

        def told() -> list[object]:
            answer = requests.get(f"{server.url}/-/requests", timeout=SECONDS)
            requests_: list[object] = answer.json()["requests"]
            return requests_

        # Each worker writes what it has answered a moment later.
        until(lambda: len(told()) == 100)
        code, output, errors = server.end(signal.SIGTERM)
    assert (code, output) == (0, "")
    first, _, _, _, *lines = errors.splitlines()
    assert first == "Reference server for 14 operations; press Ctrl+C to stop:"
    uids = [json.loads(line)["uid"] for line in lines]
    assert uids.count("v1BLOBAgent_SaveImageStream") == len(created)


@_LINUX
def test_a_worker_that_ends_is_replaced_and_all_end_with_their_parent(tmp_path: Path) -> None:
    database = f"sqlite:///{tmp_path / 'state.db'}"
    with served("--database", database, "--workers", "2") as server:
        before = workers_of(server)
        assert len(before) == 2
        assert all(map(ignores_ctrl_c, before))
        killed = min(before)
        os.kill(killed, signal.SIGKILL)
        until(lambda: len(workers_of(server) - {killed}) == 2)
        with Client(server.url) as client:
            assert client.image(1).status_code == 200
        workers = workers_of(server)
        until(lambda: all(runs_our_code(pid) for pid in workers))
        server.process.kill()
        _, errors = server.process.communicate(timeout=SECONDS)
        until(lambda: not any(b"spawn_main" in command_of(pid) for pid in workers))
        assert "another takes its place" in errors
        assert "Traceback" not in errors


@pytest.mark.parametrize("workers", ["1", "2"])
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_an_answer_on_its_way_is_finished(
    tmp_path: Path, workers: str, number: signal.Signals
) -> None:
    database = f"sqlite:///{tmp_path / 'state.db'}"
    body = json.dumps({"Type": "PersonImage", "Image": GIF}).encode()
    head = (
        "POST /api/v1/Agents/BLOB/SaveImageStream HTTP/1.1\r\nHost: x\r\n"
        "Authorization: Bearer callsheet\r\nContent-Type: application/json\r\n"
        f"Expect: 100-continue\r\nContent-Length: {len(body)}\r\n\r\n"
    ).encode()
    with served("--database", database, "--workers", workers) as server:
        parts = urlsplit(server.url)
        with closing(socket.create_connection((parts.hostname, parts.port), SECONDS)) as sending:
            sending.sendall(head)
            # The server has begun with this request when it asks for the body.
            assert sending.recv(1000).startswith(b"HTTP/1.1 100 ")
            server.process.send_signal(number)
            until(lambda: not accepts(parts.port or 0))
            sending.sendall(body)
            answer = b"".join(iter(lambda: sending.recv(65536), b""))
        assert answer.startswith(b"HTTP/1.1 200 ")
        output, errors = server.process.communicate(timeout=SECONDS)
        assert (server.process.returncode, output) == (0, "")
        assert "Traceback" not in errors
    with served("--database", database) as server, Client(server.url) as client:
        assert client.blob(5)["BlobId"] == 5


def accepts(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port), SECONDS).close()
    except OSError:
        return False
    return True
