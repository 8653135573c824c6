"""Fuzzes all targets, one after the other: `python -m tests.fuzz --seconds 600 [TARGET]...`."""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import time
from importlib.util import find_spec
from pathlib import Path

from callsheet.cache.content import CACHE_VARIABLE
from tests.conftest import ROOT
from tests.fuzz import FAILURES, TARGETS
from tests.fuzz.trial import SECONDS, keep
from tests.fuzz.worker import CURRENT, RESULT

KEPT = ROOT / ".fuzz"
"""What one run learns for the next one: inputs that reach some code that no others reach."""

LOG = "log"
"""The file with what the engines say, and the processes that fail."""

_STARTING = 120
"""How long a process may take to begin."""


def fuzz(name: str, seconds: float) -> tuple[int, list[str]]:
    """Fuzzes a target; a process that ends before its time is followed by another.

    Returns:
        The number of inputs, and the files of those that failed.
    """
    folder = KEPT / name
    folder.mkdir(parents=True, exist_ok=True)
    (folder / LOG).unlink(missing_ok=True)
    end = time.monotonic() + seconds
    inputs, failures = 0, []
    while (left := end - time.monotonic()) > 0:
        (folder / RESULT).unlink(missing_ok=True)
        (folder / CURRENT).unlink(missing_ok=True)
        problem = _work(name, left, folder)
        if (folder / RESULT).exists():
            found = json.loads((folder / RESULT).read_text())
            inputs += found["inputs"]
            failures += found["failures"]
        if not problem:
            break
        if not (folder / CURRENT).exists():
            raise SystemExit(
                f"The target `{name}` does not start: it {problem}; see {folder / LOG}."
            )
        file = keep(FAILURES / name, "process", (folder / CURRENT).read_bytes())
        print(f"  The process {problem} with {file}; see {folder / LOG}.", flush=True)
        failures.append(str(file))
    return inputs, list(dict.fromkeys(failures))


def _work(name: str, seconds: float, folder: Path) -> str:
    """Runs a process to its end; gives what went wrong with it."""
    command = [sys.executable, "-m", "tests.fuzz.worker", name, str(seconds), str(folder)]
    environment = os.environ | {CACHE_VARIABLE: ""}
    with (
        (folder / LOG).open("ab") as log,
        subprocess.Popen(command, cwd=ROOT, env=environment, stderr=log) as process,
    ):
        last = time.time() + _STARTING
        while True:
            try:
                code = process.wait(timeout=1)
            except subprocess.TimeoutExpired:
                current = folder / CURRENT
                if current.exists():
                    # The trial's own limit cannot end what does not come back to Python.
                    last = current.stat().st_mtime + 3 * SECONDS
                if time.time() > last:
                    process.kill()
                    return "hung"
            else:
                return f"ended with {code}" if code else ""


def main() -> None:
    """Fuzzes, tells what was found, and exits with 1 where anything failed."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("targets", nargs="*", metavar="TARGET", help=f"of {', '.join(TARGETS)}")
    parser.add_argument("--seconds", type=float, default=600, help="for all targets together")
    arguments = parser.parse_args()
    names = arguments.targets or TARGETS
    if unknown := set(names) - set(TARGETS):
        parser.error(f"there is no target {', '.join(sorted(unknown))}")
    print(f"Engine: {'atheris' if find_spec('atheris') else 'hypothesis'}")
    found = {}
    for name in names:
        print(f"{name}: {arguments.seconds / len(names):.0f} s", flush=True)
        found[name] = fuzz(name, arguments.seconds / len(names))
    print()
    for name, (inputs, failures) in found.items():
        print(f"{name}: {inputs:,} inputs, {len(failures)} failures")
        for file in failures:
            print(f"  {Path(file).relative_to(ROOT)}")
    if any(failures for _, failures in found.values()):
        raise SystemExit(1)


if __name__ == "__main__":
    main()
