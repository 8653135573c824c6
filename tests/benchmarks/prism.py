"""Prism, the mock server that most people know, started on the same operations."""

from __future__ import annotations

import json
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from callsheet.catalog import Catalog
from callsheet.export import openapi
from tests.interpreters import needed, node
from tests.npm import installed

HOST = "127.0.0.1"
SECONDS_TO_START = 120


def install(folder: Path) -> Path:
    """Install Prism's command line into a folder; return its script."""
    needed("npm")
    modules = installed(folder, "@stoplight/prism-cli")
    return modules / "@stoplight" / "prism-cli" / "dist" / "index.js"


@contextmanager
def mocked(script: Path, docs: Path) -> Iterator[tuple[str, float, int]]:
    """Serve the operations of some pages with Prism.

    Yields:
        Its address, the seconds until it was ready, and its process id.
    """
    document = docs.parent / f"{docs.name}.json"
    document.write_text(json.dumps(openapi(Catalog.read(docs))), encoding="utf-8")
    with socket.socket() as free:
        free.bind((HOST, 0))
        port = free.getsockname()[1]
    options = "--port", str(port), "--verboseLevel", "silent"
    start = time.perf_counter()
    process = subprocess.Popen(
        [node(), script, "mock", *options, document],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait(port, start + SECONDS_TO_START)
        yield f"http://{HOST}:{port}", time.perf_counter() - start, process.pid
    finally:
        process.terminate()
        process.wait(SECONDS_TO_START)


def _wait(port: int, end: float) -> None:
    """Wait until something listens on a port."""
    while True:
        try:
            socket.create_connection((HOST, port)).close()
        except ConnectionRefusedError:
            assert time.perf_counter() < end, "Prism did not start"
            time.sleep(0.02)
        else:
            return
