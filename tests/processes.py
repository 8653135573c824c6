"""Servers as processes of their own, as users start them, and clients of them."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.resources import files
from itertools import count
from pathlib import Path
from threading import Event, Lock
from typing import Any

import requests

from tests.conftest import DOCS, ROOT

CALLSHEET = Path(sys.executable).parent / "callsheet"
AUTH = ("reader", "callsheet")
GIF = "R0lGODlhAQABAIAAAAUEBAAAACwAAAAAAQABAAACAkQBADs="
SECONDS = 60
"""How long anything that is waited for may take before the test fails."""


def picture(name: str) -> bytes:
    return files("callsheet.samples").joinpath("assets", name).read_bytes()


class Client(requests.Session):
    """A session that signs in and knows the server's address."""

    def __init__(self, base_url: str, workspace: str = "") -> None:
        super().__init__()
        self.auth = AUTH
        self.base_url = base_url
        if workspace:
            self.headers["Callsheet-Workspace"] = workspace

    def request(self, method: Any, url: Any, *args: Any, **kwargs: Any) -> requests.Response:
        kwargs.setdefault("timeout", SECONDS)
        return super().request(method, f"{self.base_url}{url}", *args, **kwargs)

    def image(self, person: int, **query: Any) -> requests.Response:
        return self.get(f"/api/v1/Person/{person}/Image", params=query)

    def agent(self, name: str, **body: Any) -> requests.Response:
        return self.post(f"/api/v1/Agents/BLOB/{name}", json=body)

    def store_blob(self, description: str) -> int:
        """Stores an image and returns its blob id."""
        response = self.agent(
            "SaveImageStream", Type="PersonImage", Image=GIF, Description=description
        )
        assert response.status_code == 200, response.text
        blob: int = response.json()
        return blob

    def blob(self, blob: int) -> dict[str, Any]:
        """What is known of a blob."""
        address = "/api/v1/Agents/BLOB/GetBlobEntity"
        response = self.post(address, params={"blobEntityId": blob})
        assert response.status_code == 200, response.text
        entity: dict[str, Any] = response.json()
        return entity


@dataclass
class Served:
    """A running `callsheet serve`."""

    process: subprocess.Popen[str]
    url: str

    def end(self, signal_number: int) -> tuple[int, str, str]:
        """Sends a signal, and returns the exit code and what was written since the start."""
        self.process.send_signal(signal_number)
        output, errors = self.process.communicate(timeout=SECONDS)
        return self.process.returncode, output, errors


@contextmanager
def served(*arguments: str | Path) -> Iterator[Served]:
    """A server process, which is killed at the end where it still runs."""
    process = subprocess.Popen(
        [CALLSHEET, "serve", "--docs", DOCS, "--pack", "superoffice", "--port", "0", *arguments],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
    )
    try:
        assert process.stdout is not None
        url = process.stdout.readline().strip()
        assert url, process.communicate(timeout=SECONDS)[1]
        yield Served(process, url)
    finally:
        if process.poll() is None:
            process.kill()
        process.communicate(timeout=SECONDS)


def in_threads(number: int, run: Callable[[int], list[Any]]) -> list[Any]:
    """What a function gives for 0, 1, 2, …, called in that many threads at once."""
    with ThreadPoolExecutor(number) as threads:
        return [item for items in threads.map(run, range(number)) for item in items]


def write_until_killed(server: Served, writers: int = 4, enough: int = 60) -> dict[int, str]:
    """Stores blobs from threads, kills the server in the midst of it, and returns what it said that
    it had stored: descriptions by blob id.
    """
    acknowledged: dict[int, str] = {}
    lock, has_enough = Lock(), Event()

    def write(writer: int) -> list[Any]:
        with Client(server.url) as client:
            for number in count():
                description = f"blob {number} of writer {writer}"
                try:
                    blob = client.store_blob(description)
                except requests.ConnectionError:
                    return []
                with lock:
                    acknowledged[blob] = description
                if len(acknowledged) >= enough:
                    has_enough.set()
        return []

    with ThreadPoolExecutor(writers) as threads:
        done = [threads.submit(write, writer) for writer in range(writers)]
        try:
            assert has_enough.wait(SECONDS)
        finally:
            server.process.kill()
        for future in done:
            future.result(SECONDS)
    return acknowledged


def assert_stored(server: Served, acknowledged: dict[int, str]) -> None:
    """Every blob is there, with its content, and no id is given twice."""
    with Client(server.url) as client:
        for blob, description in acknowledged.items():
            assert client.blob(blob)["Description"] == description
            content = client.agent("GetBlobStream", BlobEntityId=blob)
            assert content.json() == GIF
        assert client.store_blob("after the crash") > max(acknowledged)
