"""Parts of a document that are encoded already, or made only while they are written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any


class JsonText(str):
    """A value as JSON."""

    __slots__ = ()


class Pairs:
    """An object of which the values are made one after the other, once."""

    def __init__(self, pairs: Iterable[tuple[str, Any]]) -> None:
        self._pairs = pairs

    def items(self) -> Iterator[tuple[str, Any]]:
        """Yield the names, each with its value."""
        yield from self._pairs
