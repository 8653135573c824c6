"""How work grows with what is worked on."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

FACTOR = 1.5
"""How much faster than its input work may grow."""


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
