"""What the guide says of limits is what happens: each row of its tables is tried."""

from __future__ import annotations

from pathlib import Path

import pytest

from callsheet.errors import ConfigurationError
from callsheet.server.limits import KIB, MIB, Limits, limit_names
from tests.limits import Row, rows, trials

ROWS = list(rows())
LONG = {
    "content of an answer, as sent and decoded",
    "exchanges in a recording",
    "rows times objects of an example that are compared",
}
TRIALS = [
    pytest.param(row, marks=[pytest.mark.slow] if row.what in LONG else [], id=row.what)
    for row in ROWS
]


@pytest.mark.parametrize("row", TRIALS)
def test_a_limit_is_what_the_guide_says(row: Row, tmp_path: Path) -> None:
    trials()[row.what](row, tmp_path)


def test_every_trial_has_its_row() -> None:
    assert set(trials()) == {row.what for row in ROWS}


def test_every_option_of_the_server_has_its_row_and_default() -> None:
    documented = {row.option: row.limit for row in ROWS if row.option}
    assert documented == {
        name.replace("_", "-"): _shown(name, getattr(Limits(), name)) for name in limit_names()
    }


def _shown(name: str, value: float) -> str:
    if name.endswith("_bytes"):
        return f"{value // MIB:g} MiB" if value >= MIB else f"{value // KIB:g} KiB"
    return f"{value:,g} seconds" if name.endswith("_seconds") else f"{value:,}"


def test_limits_are_set_by_name() -> None:
    limits = Limits().changed(["body-bytes=1MiB", "idle-seconds=0.5"])
    assert (limits.body_bytes, limits.idle_seconds) == (MIB, 0.5)
    assert limits.body_seconds == Limits().body_seconds
    for name in limit_names():
        assert getattr(Limits().changed([f"{name.replace('_', '-')}=7"]), name) == 7


@pytest.mark.parametrize(
    "text", ["body=1", "body-bytes", "body-bytes=0", "body-bytes=1m", "idle-seconds=inf", "=1"]
)
def test_a_limit_that_is_not_understood_is_refused(text: str) -> None:
    with pytest.raises(ConfigurationError, match="limit"):
        Limits().changed([text])
