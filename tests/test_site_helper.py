"""A second process that makes some of the pages."""

from __future__ import annotations

import errno
import os
import sys
import threading
from collections.abc import Callable
from functools import partial

import pytest

from callsheet.parallel import WORTH_IT, Helper, help_with

NAMES = [f"page {number}" for number in range(WORTH_IT)]

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or len(os.sched_getaffinity(0)) < 2, reason="needs a second core"
)


@pytest.fixture(autouse=True)
def one_thread(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    """Other tests of this process may have left threads, of which no page knows."""
    if "threads" not in request.node.name:
        monkeypatch.setattr(threading, "active_count", lambda: 1)


def helping(made: list[str], make: Callable[[str], object]) -> Helper[list[str]]:
    helper = help_with(
        {name: partial(make, name) for name in NAMES}, before=made.clear, after=lambda: made
    )
    assert helper
    return helper


def test_each_page_is_made_by_one_of_the_two() -> None:
    made: list[str] = []
    helper = helping(made, made.append)
    here = [name for name in NAMES if helper.leaves(name)]
    there = helper.finish()
    assert there is not None
    assert sorted([*here, *there]) == sorted(NAMES)
    assert here == NAMES[: len(here)]
    assert there == NAMES[: len(here) - 1 if here else None : -1]


def test_what_it_takes_it_makes_to_the_end() -> None:
    made: list[str] = []
    helper = helping(made, made.append)
    assert helper.finish() == NAMES[::-1]
    assert not any(helper.leaves(name) for name in NAMES)
    assert helper.leaves("a page that nobody shares")
    assert helper.finish() is None, "it says it once"


def test_one_that_fails_says_nothing(capfd: pytest.CaptureFixture[str]) -> None:
    def fail(name: str) -> None:
        raise ValueError(name)

    assert helping([], fail).finish() is None
    assert "ValueError: page 99" in capfd.readouterr().err


def test_it_can_be_ended() -> None:
    def wait(_: str) -> None:
        threading.Event().wait()

    helper = helping([], wait)
    helper.end()
    assert helper.finish() is None


def test_few_pages_need_none() -> None:
    few = dict.fromkeys(NAMES[1:], list[str])
    assert help_with(few, before=list, after=list) is None
    helper: Helper[list[str]] | None = help_with(few, before=list, after=list, weight=1)
    assert helper
    assert helper.finish() == []


def test_beside_other_threads_there_is_none() -> None:
    done = threading.Event()
    thread = threading.Thread(target=done.wait)
    thread.start()
    try:
        assert help_with(dict.fromkeys(NAMES, list[str]), before=list, after=list) is None
    finally:
        done.set()
        thread.join()


def test_what_cannot_be_written_is_left_to_the_build_to_say(
    capfd: pytest.CaptureFixture[str],
) -> None:
    def fail(name: str) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    assert helping([], fail).finish() is None
    assert capfd.readouterr().err == ""
