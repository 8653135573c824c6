"""How figures are taken and shown."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """A measured figure and what it is asked to be at most."""

    name: str
    value: float
    unit: str
    limit: float

    def __str__(self) -> str:
        verdict = "ok" if self.value <= self.limit else "TOO MUCH"
        return f"{self.name:58} {self.value:9.3f} {self.unit:8} (asked {self.limit:g})  {verdict}"


def seconds(run: Callable[[], object], times: int = 5) -> float:
    """The median of the times that a call takes."""
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        run()
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


def peak_megabytes(code: str, *arguments: str) -> float:
    """The most memory that a new interpreter has in use while it runs some code."""
    script = f"{code}\nimport resource\nprint(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"
    done = subprocess.run(
        [sys.executable, "-c", script, *arguments],
        capture_output=True,
        text=True,
        check=True,
        timeout=600,
    )
    # Linux counts in KiB, macOS in bytes.
    scale = 1024 * 1024 if sys.platform == "darwin" else 1024
    return int(done.stdout.split()[-1]) / scale
