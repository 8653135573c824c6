"""How work grows with what is worked on."""

from __future__ import annotations

import gc
import re
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from types import FrameType
from typing import Any, TypeVar

from callsheet.memo import Known

FACTOR = 1.5
"""How much faster than its input the number of calls may grow."""

TIME_FACTOR = 2.5
"""How much faster than its input time may grow.

What is quadratic grows 4 times faster, from one size to the other. What is linear has been seen to
grow 1.6 times faster, where the larger size no longer fits the caches of a busy processor.
"""

TIMES = 4
"""How many times larger the larger size is where time is measured."""

SHORT = 0.01
"""Seconds: what takes less on the larger size may grow as it likes."""

LONG = 1
"""Seconds: what takes less on the larger size is slow only if it is so at a still larger size, too.

A step of a millisecond may take ten times longer on the larger size without being slow, where only
that size no longer fits the caches of the processor.
"""

_TRIES = 4
_Cached = type(lru_cache(lambda: None))
T = TypeVar("T")


def calls(work: Callable[[], Any]) -> int:
    """How many functions of Python some work calls, which is the same on every machine."""
    count = 0

    def note(frame: FrameType, event: str, argument: Any) -> None:
        nonlocal count
        count += event == "call"

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        work()
    finally:
        sys.setprofile(before)
    return count


def growth(work: Callable[[int], Callable[[], Any]], small: int, large: int) -> float:
    """How many times faster than its input the work grows.

    Args:
        work: Prepares the work for a size.
        small: A size.
        large: A larger one.
    """
    # What is made once, such as patterns, is made before anything is counted.
    work(small)()
    return calls(work(large)) / calls(work(small)) / (large / small)


class Stopwatch:
    """Takes the processor time of steps; those of one name add up."""

    def __init__(self) -> None:
        self.steps: dict[str, float] = {}

    def __call__(self, step: str, run: Callable[[], T]) -> T:
        """Runs a step."""
        start = time.thread_time()
        result = run()
        self.steps[step] = self.steps.get(step, 0) + time.thread_time() - start
        return result


@contextmanager
def _no_collection() -> Iterator[None]:
    """Keeps the garbage collector away, which takes the longer the more objects there are."""
    gc.collect()
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def forget() -> None:
    """Empty the caches of what texts mean, so that a size measured before is not known already."""
    re.purge()
    # A build in this process may have frozen them, so that the collector does not list them.
    gc.unfreeze()
    for thing in gc.get_objects():
        if isinstance(thing, Known):
            thing.clear()
        elif isinstance(thing, _Cached) and thing.cache_parameters()["maxsize"]:
            thing.cache_clear()


def slow_steps(measure: Callable[[int], dict[str, float]], size: int) -> dict[str, str]:
    """The steps whose time grows too much, again and again, with their times.

    Args:
        measure: Gives the times of the steps for a size.
        size: The smaller size.
    """
    slow = _grown(measure, size)
    if any(took < LONG for _, took in slow.values()):
        further = _grown(measure, TIMES * size)
        slow = {step: times for step, times in slow.items() if times[1] >= LONG or step in further}
    return {step: f"{less:.3f} s, then {more:.3f} s" for step, (less, more) in slow.items()}


def _grown(measure: Callable[[int], dict[str, float]], size: int) -> dict[str, tuple[float, float]]:
    """The steps whose time grows too much from one size to the next, and the two times."""
    sizes = size, TIMES * size

    def measured(each: int) -> dict[str, float]:
        forget()
        with _no_collection():
            return measure(each)

    times = [measured(each) for each in sizes]
    # A smaller size that a busy machine held up would hide what grows; it costs little to repeat.
    for _ in range(2):
        again = measured(sizes[0])
        times[0] = {step: min(took, again[step]) for step, took in times[0].items()}
    slow: dict[str, tuple[float, float]] = {}
    for _ in range(_TRIES):
        slow = {
            step: (times[0][step], took)
            for step, took in times[1].items()
            if took > SHORT and took > TIME_FACTOR * TIMES * times[0].get(step, took)
        }
        if not slow:
            break
        for before, each in zip(times, sizes, strict=True):
            again = measured(each)
            before.update({step: min(took, again[step]) for step, took in before.items()})
    return slow
