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
    """All rules cold, from the cache with one page changed, and how the time grows."""
    with tempfile.TemporaryDirectory() as folder:
        few = make_docs(corpus, Path(folder, "few"), FEW)
        whole = make_docs(corpus, Path(folder, "whole"), WHOLE)
        cold = _seconds(few, "")
        yield Figure(f"checking {FEW} pages, cold", cold, "s", 6)
        _check(few, f"{folder}/cache")
        page = next(iter(sorted(few.rglob("*.md"))))

        def change() -> None:
            page.write_bytes(page.read_bytes() + b"\nMore.\n")
            _check(few, f"{folder}/cache")

        yield Figure(f"checking {FEW} pages, one changed", seconds(change), "s", 1)
        table = next(page for page in sorted(few.rglob("*.md")) if _ROW.search(page.read_bytes()))

        def change_type() -> None:
            table.write_bytes(_ROW.sub(rb"\g<0>s", table.read_bytes(), count=1))
            _check(few, f"{folder}/cache")

        yield Figure(f"checking {FEW} pages, a type changed", seconds(change_type), "s", 1)
        growth = _seconds(whole, "", times=1) / cold / (WHOLE / FEW)
        yield Figure(f"time a page of {WHOLE} to that of {FEW}", growth, "times", 1.25)


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
