"""Assigns operations to Path Items.

In OpenAPI 3.1.0 (4.8.8.2), templates that differ only in the names of their parameters, such as
`/List/{id}` and `/List/{name}`, are identical and must not both exist. Each can still have its own
Path Item without renaming anything: the key of a Path Item is appended to the URL of a server
(4.8.5), and a Path Item may have servers of its own (4.8.9.1), so that `/api/v1/List/{name}` is
also `/v1/List/{name}` on the server `/api`. Two pages of one method and route get two Path Items,
too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from callsheet.model import PLACEHOLDER, Operation

METHODS = frozenset({"DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT", "TRACE"})
"""The methods that a Path Item has fields for (4.8.9.1)."""


@dataclass(slots=True)
class PathItem:
    """Operations that share a Path Item.

    Attributes:
        template: Their route without a query.
        operations: The operations by method.
        key: The key below `paths`; empty if no free one is left.
        server: The URL of the server that the key is appended to; empty for the document's.
    """

    template: str
    operations: dict[str, Operation] = field(default_factory=dict)
    key: str = ""
    server: str = ""


def path_of(operation: Operation) -> str:
    """Return the route without its query, which a path of OpenAPI cannot have."""
    return operation.route.template.partition("?")[0]


def place(operations: Iterable[Operation]) -> list[PathItem]:
    """Group operations into as few Path Items as possible, in the order of the operations.

    Of identical templates, the one with most operations keeps its own path.
    """
    items: dict[str, list[PathItem]] = {}
    for operation in operations:
        same = items.setdefault(path_of(operation), [])
        free = next((item for item in same if operation.method not in item.operations), None)
        if free is None:
            same.append(free := PathItem(path_of(operation)))
        free.operations[operation.method] = operation
    placed = [item for same in items.values() for item in same]
    taken: set[str] = set()
    # Sorting is stable, so the first one wins among equals.
    for item in sorted(placed, key=lambda item: -len(item.operations)):
        if (identity := _identity(item.template)) not in taken:
            taken.add(identity)
            item.key = item.template
    for item in placed:
        if not item.key:
            _move(item, taken)
    return placed


def _move(item: PathItem, taken: set[str]) -> None:
    """Find a split into server and path that no other Path Item has."""
    for server, key in _splits(item.template):
        if (identity := _identity(key)) not in taken:
            taken.add(identity)
            item.server, item.key = server, key
            return


def _splits(template: str) -> Iterator[tuple[str, str]]:
    """Yield the splits after each leading segment without a parameter, except the last one."""
    end = template.find("/", 1)
    while end > 0 and not PLACEHOLDER.search(template, 0, end):
        yield template[:end], template[end:]
        end = template.find("/", end + 1)


def _identity(template: str) -> str:
    return PLACEHOLDER.sub("{}", template)
