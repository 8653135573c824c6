"""What the reference server does in a second."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from callsheet.cache.content import CACHE_VARIABLE
from callsheet.catalog import Catalog
from tests.benchmarks.measure import Figure
from tests.benchmarks.pages import make_docs
from tests.benchmarks.prism import install, mocked
from tests.benchmarks.reading import WHOLE

CONNECTIONS = 16
SECONDS = 5
FEW = 10

_BODY = json.dumps(
    {
        "Type": "PersonImage",
        "Image": "R0lGODlhAQABAIAAAAUEBAAAACwAAAAAAQABAAACAkQBADs=",
        "Description": "small",
    }
)
_REQUEST = (
    "POST /api/v1/Agents/BLOB/SaveImageStream HTTP/1.1\r\n"
    "Host: localhost\r\n"
    "Authorization: Bearer callsheet\r\n"
    "Accept: application/json\r\n"
    "Content-Type: application/json\r\n"
    f"Content-Length: {len(_BODY)}\r\n\r\n{_BODY}"
).encode()


@contextmanager
def _served(docs: Path) -> Iterator[tuple[str, float, int]]:
    """A server process: its address, the seconds until it was ready, and its process id."""
    start = time.perf_counter()
    process = subprocess.Popen(
        [
            sys.executable,
            "-m",
            "callsheet",
            "serve",
            "--docs",
            docs,
            "--pack",
            "superoffice",
            "--port",
            "0",
        ],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    try:
        assert process.stdout is not None
        address = process.stdout.readline().strip()
        yield address, time.perf_counter() - start, process.pid
    finally:
        process.terminate()
        process.wait(SECONDS)


def load(address: str, request: bytes, seconds: float) -> dict[str, float]:
    """What comes of the same request over and over, from a process of its own."""
    parts = urlsplit(address)
    arguments = [str(parts.hostname), str(parts.port), str(CONNECTIONS), str(seconds)]
    done = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.load", *arguments],
        input=request,
        capture_output=True,
        check=True,
        timeout=600,
    )
    outcome: dict[str, float] = json.loads(done.stdout)
    assert outcome["failures"] == 0, outcome
    return outcome


def _resident_megabytes(pid: int) -> float:
    status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    line = next(line for line in status.split("\n") if line.startswith("VmRSS:"))
    return int(line.split()[1]) / 1024


def figures(corpus: Path) -> Iterator[Figure]:
    """Start, throughput, latency and memory for the whole publication, and for few operations."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ[CACHE_VARIABLE] = f"{folder}/cache"
        whole = make_docs(corpus, Path(folder, "whole"), WHOLE)
        few = make_docs(corpus / "agent" / "BLOB_Agent", Path(folder, "few"), FEW)
        _keep_one(few, corpus)
        Catalog.read(whole)
        with _served(few) as (address, _, _):
            rate_of_few = load(address, _REQUEST, SECONDS)["rate"]
        with _served(whole) as (address, seconds, pid):
            outcome = load(address, _REQUEST, SECONDS)
            memory = _resident_megabytes(pid)
        yield Figure(f"ready with {WHOLE} operations, from the cache", seconds, "s", 1)
        yield Figure("SaveImageStream, time a request", 1000 / outcome["rate"], "ms", 1 / 3)
        yield Figure("SaveImageStream, p99 under 16 connections", outcome["p99"], "ms", 25)
        yield Figure(f"resident memory with {WHOLE} operations", memory, "MiB", 100)
        slower = 100 * (1 - outcome["rate"] / rate_of_few)
        yield Figure(f"slower with {WHOLE} operations than with {FEW}", slower, "%", 10)
        prism = install(Path(folder, "prism"))
        for docs, number, rate in ((few, FEW, rate_of_few), (whole, WHOLE, outcome["rate"])):
            with mocked(prism, docs) as (address, ready, pid):
                their_rate = load(address, _REQUEST, SECONDS)["rate"]
                their_memory = _resident_megabytes(pid)
            name = f"{number} operations"
            yield Figure(f"Prism's rate to ours with {name}", their_rate / rate, "", 1)
            if docs is whole:
                yield Figure(f"our start to Prism's with {name}", seconds / ready, "", 1)
                yield Figure(f"our memory to Prism's with {name}", memory / their_memory, "", 1)
        del os.environ[CACHE_VARIABLE]


def _keep_one(folder: Path, corpus: Path) -> None:
    """Sees to it that the operation under load is among the few."""
    name = "v1BLOBAgent_SaveImageStream.md"
    (folder / name).write_bytes((corpus / "agent" / "BLOB_Agent" / name).read_bytes())
