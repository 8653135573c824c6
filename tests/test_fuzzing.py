"""What `make fuzz` runs still runs, and inputs that once failed do no more."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from tests.fuzz import FAILURES, TARGETS, load
from tests.fuzz.trial import Trial, time_limit

KEPT = [file.relative_to(FAILURES).as_posix() for file in sorted(FAILURES.glob("*/*"))]


class Planted:
    """A target with faults: whether and how it fails is the first byte of an input."""

    def seeds(self) -> Iterator[bytes]:
        yield b""

    def run(self, data: bytes) -> None:
        if data.startswith(b"e"):
            raise ValueError(data)
        while data.startswith(b"h"):
            # What hides the exceptions of others cannot hide that it is slow.
            with suppress(Exception):
                sum(range(1000))
        if data.startswith(b"r"):
            self.run(data)


@pytest.mark.parametrize("name", TARGETS)
def test_seeds_do_not_fail(name: str) -> None:
    target = load(name)
    seeds = list(target.seeds())
    assert len(seeds) >= 5
    for data in seeds:
        with time_limit():
            target.run(data)


@pytest.mark.parametrize("kept", KEPT)
def test_what_failed_once_does_not_fail(kept: str) -> None:
    target = load(kept.partition("/")[0])
    with time_limit():
        target.run((FAILURES / kept).read_bytes())


def test_every_target_has_kept_inputs() -> None:
    assert sorted({kept.partition("/")[0] for kept in KEPT}) == TARGETS


def test_each_failure_is_kept_once_with_its_smallest_input(
    tmp_path: Path,
) -> None:
    trial = Trial(Planted(), tmp_path / "planted", seconds=0.2)
    for data in (b"", b"exx", b"ex", b"exxx", b"good", b"h", b"r", b"\x00e"):
        trial.run(data)
    assert trial.inputs == 8
    assert set(trial.failures) == {"ValueError-trial-run", "overdue", "RecursionError-trial-run"}
    assert {file.read_bytes() for file in (tmp_path / "planted").iterdir()} == {b"ex", b"h", b"r"}
