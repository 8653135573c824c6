"""How the time of commands grows with the pages: the processor time of a page stays the same."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from callsheet.cache.content import CACHE_VARIABLE
from tests.benchmarks.measure import Figure
from tests.benchmarks.pages import make_docs

SIZES = (803, 3116, 10_000)
GROWTH = 10
"""Percent by which the time of a page may grow from the smallest to the largest tree."""


def figures(corpus: Path) -> Iterator[Figure]:
    """The time of a page of each tree, and how it grows, without any cache."""
    taken: dict[str, list[float]] = {}
    for size in SIZES:
        with tempfile.TemporaryDirectory() as name:
            docs = str(make_docs(corpus, Path(name, "docs"), size))
            document = f"{name}/openapi.json"
            for command, arguments in {
                "check": ["--docs", docs, "--format", "json"],
                "export openapi": ["--docs", docs, "-o", document],
                "diff": [docs, docs],
                "import openapi": [document, "--out", f"{name}/imported"],
            }.items():
                milliseconds = _seconds([*command.split(), *arguments]) / size * 1000
                taken.setdefault(command, []).append(milliseconds)
                yield Figure(f"{command}, a page of {size}", milliseconds, "ms", float("inf"))
    for command, times in taken.items():
        growth = (times[-1] / times[0] - 1) * 100
        yield Figure(f"{command}, growth from {SIZES[0]} to {SIZES[-1]}", growth, "%", GROWTH)


def _seconds(arguments: list[str]) -> float:
    """The processor time of a command."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(
        [sys.executable, "-m", "callsheet", *arguments],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, CACHE_VARIABLE: ""},
        check=False,
        timeout=1800,
    )
    assert done.returncode in (0, 1), done
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
