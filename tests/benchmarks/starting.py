"""What loading the plugin costs, whatever MkDocs is then asked to do."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.measure import Figure

PLUGIN = "callsheet.site.plugin"
_TIMED = "import time\nstart = time.perf_counter()\nimport {}\nprint(time.perf_counter() - start)"
_TIMES = 9


def figures(_: Path) -> Iterator[Figure]:
    """The plugin in a new interpreter, with what it needs of MkDocs, and what it adds to that."""
    alone = _milliseconds(PLUGIN)
    yield Figure("importing the plugin, MkDocs included", alone, "ms", 150)
    yield Figure("importing the plugin into MkDocs", _milliseconds(PLUGIN, loaded=True), "ms", 30)


def _milliseconds(module: str, *, loaded: bool = False) -> float:
    """The least of several times, as others only show what else the machine has to do."""
    before = "import mkdocs.commands.build\n" if loaded else ""
    command = [sys.executable, "-c", before + _TIMED.format(module)]
    runs = [
        subprocess.run(command, capture_output=True, check=True, timeout=600) for _ in range(_TIMES)
    ]
    return min(float(run.stdout) for run in runs) * 1000
