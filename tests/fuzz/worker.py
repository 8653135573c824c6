"""Fuzzes one target for some time, in a process that may fail: see `tests.fuzz.__main__`."""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable, Sequence
from hashlib import blake2b
from importlib.util import find_spec
from pathlib import Path
from random import Random

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.fuzz import FAILURES, Target, load
from tests.fuzz.mutation import mutated
from tests.fuzz.trial import Trial, limit_memory

CURRENT = "current"
"""The file with the input that is being tried, which tells what ended a process."""

RESULT = "result.json"
"""The file with what was found so far."""

_INTERVAL = 5


class Session:
    """What every engine gives its inputs to.

    Args:
        trial: What runs them.
        folder: For the files that the driver reads.
        seconds: How long it goes on.
    """

    def __init__(self, trial: Trial, folder: Path, seconds: float) -> None:
        self._trial = trial
        self._folder = folder
        self._start = time.monotonic()
        self._end = self._start + seconds
        self._next = self._start + _INTERVAL

    def run(self, data: bytes) -> None:
        """Runs an input; when the time is up, the process ends."""
        (self._folder / CURRENT).write_bytes(data)
        self._trial.run(data)
        now = time.monotonic()
        if now >= min(self._next, self._end):
            self._report(now)
            self._next = now + _INTERVAL
        if now >= self._end:
            # An engine may have ends of its own, which would keep the process.
            os._exit(0)

    def _report(self, now: float) -> None:
        inputs, failures = self._trial.inputs, self._trial.failures
        found = {"inputs": inputs, "failures": [str(file) for file in failures.values()]}
        (self._folder / RESULT).write_text(json.dumps(found))
        rate = inputs / (now - self._start)
        print(
            f"  {inputs:,} inputs, {rate:,.0f} a second, {len(failures)} failures,"
            f" {max(self._end - now, 0):.0f} s to go",
            flush=True,
        )


def main(name: str, seconds: float, folder: Path) -> None:
    """Fuzzes a target.

    Args:
        name: The target.
        seconds: How long.
        folder: What it may keep from one run to the next.
    """
    if find_spec("atheris"):
        _fuzz_with_atheris(name, seconds, folder)
    else:
        target = load(name)
        _fuzz_with_hypothesis(list(target.seeds()), _session(target, name, seconds, folder))


def _session(target: Target, name: str, seconds: float, folder: Path) -> Callable[[bytes], None]:
    limit_memory()
    return Session(Trial(target, FAILURES / name), folder, seconds).run


def _fuzz_with_atheris(name: str, seconds: float, folder: Path) -> None:
    """Lets libFuzzer change inputs, guided by which code they reach."""
    import atheris

    seeds = folder / "seeds"
    seeds.mkdir(exist_ok=True)
    (folder / "corpus").mkdir(exist_ok=True)
    with atheris.instrument_imports(include=["callsheet"]):
        target = load(name)
        for data in target.seeds():
            (seeds / blake2b(data, digest_size=8).hexdigest()).write_bytes(data)
            # What is imported only when it is used is watched, too.
            target.run(data)
    # The limits are the trial's; what libFuzzer finds is kept in the first folder.
    flags = ["-timeout=0", "-rss_limit_mb=0", "-verbosity=0", "-reload=0"]

    def change(data: bytes, size: int, seed: int) -> bytes:
        chance = Random(seed)  # noqa: S311 - it keeps no secret
        # Bytes alone seldom make anything that gets beyond a parser.
        if chance.random() < 0.5:
            return mutated(data, chance)[:size]
        return bytes(atheris.Mutate(data, size))

    atheris.Setup(
        [sys.argv[0], *flags, str(folder / "corpus"), str(seeds)],
        _session(target, name, seconds, folder),
        custom_mutator=change,
    )
    atheris.Fuzz()


def _fuzz_with_hypothesis(seeds: Sequence[bytes], run: Callable[[bytes], None]) -> None:
    """Changes seeds at random, for ever."""

    @settings(
        max_examples=1000,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(st.sampled_from(seeds), st.randoms(use_true_random=True))
    def batch(data: bytes, chance: Random) -> None:
        run(mutated(data, chance))

    while True:
        batch()


if __name__ == "__main__":
    main(sys.argv[1], float(sys.argv[2]), Path(sys.argv[3]))
