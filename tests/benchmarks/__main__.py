"""`python -m tests.benchmarks` measures everything; with names, only these."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.benchmarks import (
    building,
    checking,
    editing,
    growing,
    languages,
    layouts,
    painting,
    reading,
    reloading,
    rivals,
    running,
    sandboxes,
    searching,
    serving,
    starting,
    weight,
    workers,
)
from tests.benchmarks.measure import Figure
from tests.conftest import SHARED

BENCHMARKS: dict[str, Callable[[Path], Iterator[Figure]]] = {
    "building": building.figures,
    "checking": checking.figures,
    "painting": painting.figures,
    "editing": editing.figures,
    "growing": growing.figures,
    "reading": reading.figures,
    "reloading": reloading.figures,
    "rivals": rivals.figures,
    "serving": serving.figures,
    "languages": languages.figures,
    "layouts": layouts.figures,
    "running": running.figures,
    "sandboxes": sandboxes.figures,
    "searching": searching.figures,
    "starting": starting.figures,
    "weight": weight.figures,
    "workers": workers.figures,
}


def main(names: list[str]) -> int:
    """Prints the figures; exit code 1 where one is more than asked."""
    corpus = SHARED / "corpus"
    if not corpus.is_dir():
        print(f"The outside pages are not there: {corpus}", file=sys.stderr)
        return 2
    missed = 0
    for name in names or BENCHMARKS:
        for figure in BENCHMARKS[name](corpus):
            print(figure, flush=True)
            missed += figure.value > figure.limit
    return 1 if missed else 0


sys.exit(main(sys.argv[1:]))
