"""Tasks that several processes do."""

from __future__ import annotations

import errno
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Mapping
from functools import partial
from itertools import chain
from typing import Any

import pytest

from callsheet.parallel import BATCH, MIN_TASKS, SharedTasks, parallel_map, share_tasks

KEYS = [f"task {number}" for number in range(MIN_TASKS)]
LIMIT = 60
"""Seconds to wait for a process at most."""

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or len(os.sched_getaffinity(0)) < 2, reason="needs a second core"
)


@pytest.fixture(autouse=True)
def one_thread(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    """Hide threads that other tests of this process may have left."""
    if "threads" not in request.node.name:
        monkeypatch.setattr(threading, "active_count", lambda: 1)


def share(
    done: list[str], do: Callable[[str], object], children: int = 1
) -> SharedTasks[str, list[str]]:
    tasks = {key: partial(do, key) for key in KEYS}
    shared = share_tasks(tasks, prepare=done.clear, results=lambda: [done], children=children)
    assert shared
    return shared


def test_each_task_is_done_by_one_of_the_two() -> None:
    done: list[str] = []
    shared = share(done, done.append)
    here = [key for key in KEYS if shared.take(key)]
    (there,) = shared.join()
    assert sorted([*here, *there]) == sorted(KEYS)
    assert here == KEYS[: len(here)]
    assert there == KEYS[: len(here) - 1 if here else None : -1]


def test_a_child_does_all_that_it_takes() -> None:
    done: list[str] = []
    shared = share(done, done.append)
    assert [*shared.join()] == [KEYS[::-1]]
    assert not any(shared.take(key) for key in KEYS)
    assert shared.take("a task that nobody shares")
    assert [*shared.join()] == [], "the result is given once"


def test_several_children_take_from_one_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1, 2, 3})
    done: list[str] = []
    results = [*share(done, done.append, children=2).join()]
    assert len(results) == 2
    assert sorted(chain(*results)) == sorted(KEYS)
    assert all(each == sorted(each, key=KEYS.index, reverse=True) for each in results)


def test_one_that_fails_has_no_result(capfd: pytest.CaptureFixture[str]) -> None:
    def fail(key: str) -> None:
        raise ValueError(key)

    assert [*share([], fail).join()] == []
    assert "ValueError: task 99" in capfd.readouterr().err


@pytest.mark.timeout(LIMIT // 2)
@pytest.mark.parametrize("handler", [signal.SIG_DFL, signal.SIG_IGN, lambda *_: None])
def test_it_can_be_ended(request: pytest.FixtureRequest, handler: Any) -> None:
    before = signal.signal(signal.SIGTERM, handler)
    request.addfinalizer(lambda: signal.signal(signal.SIGTERM, before))

    def wait(_: str) -> None:
        threading.Event().wait(LIMIT)

    shared = share([], wait)
    shared.terminate()
    assert [*shared.join()] == []


def test_few_tasks_need_no_process() -> None:
    few = dict.fromkeys(KEYS[1:], list[str])
    assert share_tasks(few, results=list) is None
    shared: SharedTasks[str, list[str]] | None = share_tasks(few, results=list, weight=1)
    assert shared
    assert [*shared.join()] == []


def test_beside_other_threads_no_process_is_forked() -> None:
    done = threading.Event()
    thread = threading.Thread(target=done.wait)
    thread.start()
    try:
        assert share_tasks(dict.fromkeys(KEYS, list[str]), results=list) is None
    finally:
        done.set()
        thread.join(LIMIT)


def test_a_child_says_nothing_at_ctrl_c(capfd: pytest.CaptureFixture[str]) -> None:
    parent = os.getpid()

    def interrupt(key: str) -> None:
        if os.getpid() != parent:
            os.kill(os.getpid(), signal.SIGINT)

    assert [*share([], interrupt).join()] == []
    assert capfd.readouterr().err == ""


def test_what_cannot_be_written_is_left_to_the_parent_to_report(
    capfd: pytest.CaptureFixture[str],
) -> None:
    def fail(key: str) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    assert [*share([], fail).join()] == []
    assert capfd.readouterr().err == ""


@pytest.mark.parametrize("number", [0, 3, MIN_TASKS, 3 * MIN_TASKS])
def test_a_map_keeps_the_order(number: int) -> None:
    begun = multiprocessing.get_context("fork").Event()
    here = os.getpid()

    def where(item: int, key: str) -> tuple[int, bool]:
        if os.getpid() != here:
            begun.set()
        elif number >= MIN_TASKS:
            assert begun.wait(LIMIT), "the parent goes on when a child has begun"
        return item, os.getpid() == here

    pairs = parallel_map(where, numbered(number))
    assert [(key, item) for key, (item, _) in pairs.items()] == [*numbered(number).items()]
    assert all(is_here for _, is_here in pairs.values()) == (number < MIN_TASKS)


def test_a_map_does_what_a_child_has_failed_to_do(capfd: pytest.CaptureFixture[str]) -> None:
    begun = multiprocessing.get_context("fork").Event()
    here = os.getpid()

    def only_here(item: int, key: str) -> int:
        if os.getpid() != here:
            begun.set()
            raise ValueError(item)
        assert begun.wait(LIMIT)
        return -item

    results = parallel_map(only_here, numbered(MIN_TASKS))
    assert results == {key: -item for key, item in numbered(MIN_TASKS).items()}
    assert "ValueError: " in capfd.readouterr().err


def test_a_child_packs_results_while_there_are_tasks() -> None:
    begun = multiprocessing.get_context("fork").Event()
    here = os.getpid()
    done: list[int] = []

    def where(item: int, key: str) -> tuple[int, int]:
        if os.getpid() == here:
            assert begun.wait(LIMIT)
        done.append(item)
        if len(done) > BATCH:
            begun.set()
        return os.getpid(), len(done)

    def pack(results: Mapping[str, tuple[int, int]]) -> Any:
        assert len(results) <= BATCH
        return dict(results), len(done)

    def unpack(packed: Any) -> Any:
        results, done_by_then = packed
        # The last result of a batch is the one that has just been made.
        assert not results or done_by_then == max(count for _, count in results.values())
        return results

    results = parallel_map(where, numbered(3 * BATCH), pack=pack, unpack=unpack)
    assert [*results] == [*numbered(3 * BATCH)]
    assert {pid for pid, _ in results.values()} > {here}


def test_a_map_that_fails_leaves_no_child() -> None:
    def fail(item: int, key: str) -> int:
        if item == 0:
            raise ValueError(item)
        threading.Event().wait(LIMIT)
        return item

    with pytest.raises(ValueError, match="0"):
        parallel_map(fail, numbered(MIN_TASKS))
    assert multiprocessing.active_children() == []


def test_what_cannot_be_handed_back_is_made_again() -> None:
    begun = multiprocessing.get_context("fork").Event()
    here = os.getpid()

    def where(item: int, key: str) -> bool:
        if os.getpid() != here:
            begun.set()
        else:
            assert begun.wait(LIMIT)
        return os.getpid() == here

    results = parallel_map(
        where, numbered(MIN_TASKS), pack=lambda done: [*done], unpack=lambda _: {}
    )
    assert results == dict.fromkeys(numbered(MIN_TASKS), True)


def numbered(number: int) -> dict[str, int]:
    return {f"item {item}": item for item in range(number)}
