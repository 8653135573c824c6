"""Fuzzing: odd bytes for everything that strangers may send, and the inputs that once failed.

A target is a module of `targets/` with two functions: `seeds` gives inputs to begin with, `run`
takes any bytes and raises where what they lead to is a fault. `python -m tests.fuzz` fuzzes them,
`failures/` keeps, in a folder a target, small inputs that once failed, and `tests/test_fuzzing.py`
runs these with every `make test`.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Protocol

from tests.fuzz import targets

FAILURES = Path(__file__).parent / "failures"
"""The kept inputs, in a folder a target."""

TARGETS = sorted(module.name for module in pkgutil.iter_modules(targets.__path__))
"""The names of the targets."""


class Target(Protocol):
    """A module of `targets/`."""

    def seeds(self) -> Iterator[bytes]:
        """Inputs to begin with, which do not fail."""

    def run(self, data: bytes) -> None:
        """Raises where an input leads to a fault."""


def load(name: str) -> Target:
    """The target of that name; importing it takes what it needs, so that a fuzzer can watch it."""
    target: Target = import_module(f"{targets.__name__}.{name}")
    return target
