"""Majority of pages about one thing, and the rows that differ from it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from callsheet.model import Operation, Property

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class DocumentedRow:
    """Row of a page about a property or parameter.

    Attributes:
        operation: The page.
        row: The row.
    """

    operation: Operation
    row: Property

    @property
    def type_key(self) -> Hashable:
        """The key by which types are compared."""
        data_type = self.row.type
        return (data_type.name, frozenset(data_type.values)) if data_type else None

    @property
    def type_written(self) -> str:
        """The type as the page writes it."""
        return self.row.type.written if self.row.type else "without a type"


@dataclass(frozen=True, slots=True)
class Dispute:
    """Row that differs from the majority.

    Attributes:
        odd: The row.
        usual: The first row of the majority.
        pages: The number of pages of the majority.
    """

    odd: DocumentedRow
    usual: DocumentedRow
    pages: int


def disputes(
    rows: Sequence[DocumentedRow],
    key: Callable[[DocumentedRow], Hashable],
    *,
    weight: Callable[[DocumentedRow], int] = lambda _: 0,
) -> Iterator[Dispute]:
    """Yield the rows that differ from most of them.

    Args:
        rows: The rows about one thing, in the order of the pages.
        key: What rows have to agree on.
        weight: Breaks ties: the row with the greater weight is right.
    """
    if len({key(one) for one in rows}) < 2:
        return
    counts = Counter(key(one) for one in rows)
    best = max(rows, key=lambda one: (counts[key(one)], weight(one)))
    usual = key(best)
    pages = len({one.operation.path for one in rows if key(one) == usual})
    for one in rows:
        if key(one) != usual:
            yield Dispute(one, best, pages)


def grouped(things: Iterable[T], key: Callable[[T], Hashable]) -> dict[Hashable, list[T]]:
    """Group things by a key, in their order."""
    found: dict[Hashable, list[T]] = {}
    for thing in things:
        found.setdefault(key(thing), []).append(thing)
    return found


def other_pages(count: int) -> str:
    """Return `on another page`, or for example `on 8 other pages`."""
    return "on another page" if count == 1 else f"on {count} other pages"
