"""What `callsheet check` costs, the start of the interpreter included."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from callsheet.cache.content import CACHE_VARIABLE
from tests.benchmarks.measure import Figure, seconds
from tests.benchmarks.pages import make_docs
from tests.benchmarks.reading import WHOLE

FEW = 803

_ROW = re.compile(rb"### Response body: [A-Z]\w*\s+\|[^\n]*\n\|[-| ]+\n\| \w+")
"""The beginning of the table of a named type, to the name of its first property."""


def figures(corpus: Path) -> Iterator[Figure]:
    """The rules imported, cold, from the cache with one page changed, and how the time grows."""
    with tempfile.TemporaryDirectory() as folder:
        few = make_docs(corpus, Path(folder, "few"), FEW)
        whole = make_docs(corpus, Path(folder, "whole"), WHOLE)
        yield Figure("importing the rules", _import_seconds(), "s", 0.1)
        cold = _seconds(whole, "")
        yield Figure(f"checking {WHOLE} pages, cold", cold, "s", 6)
        _check(whole, f"{folder}/cache")
        page = next(iter(sorted(whole.rglob("*.md"))))

        def change() -> None:
            page.write_bytes(page.read_bytes() + b"\nMore.\n")
            _check(whole, f"{folder}/cache")

        yield Figure(f"checking {WHOLE} pages, one changed", seconds(change), "s", 0.5)
        table = next(page for page in sorted(whole.rglob("*.md")) if _ROW.search(page.read_bytes()))

        def change_type() -> None:
            table.write_bytes(_ROW.sub(rb"\g<0>s", table.read_bytes(), count=1))
            _check(whole, f"{folder}/cache")

        yield Figure(f"checking {WHOLE} pages, a type changed", seconds(change_type), "s", 1)
        growth = cold / _seconds(few, "") / (WHOLE / FEW)
        yield Figure(f"time a page of {WHOLE} to that of {FEW}", growth, "times", 1.25)


def _import_seconds() -> float:
    """What the rules take to import, all that they need included, once the command line is."""
    code = (
        "import time, callsheet.cli; start = time.perf_counter();"
        "from callsheet.checks.engine.registry import all_rules; all_rules();"
        "print(time.perf_counter() - start)"
    )
    times = [
        float(
            subprocess.run(
                [sys.executable, "-c", code], capture_output=True, check=True, timeout=60
            ).stdout
        )
        for _ in range(3)
    ]
    return sorted(times)[1]


def _seconds(docs: Path, cache: str, times: int = 3) -> float:
    return seconds(lambda: _check(docs, cache), times)


def _check(docs: Path, cache: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "callsheet", "check", "--docs", docs, "--format", "json"],
        stdout=subprocess.DEVNULL,
        env={**os.environ, CACHE_VARIABLE: cache},
        check=False,
        timeout=600,
    )
    assert done.returncode in (0, 1), done
