"""Where operations go below `paths`.

For OpenAPI 3.1.0, 4.8.8.2, templates that differ only in the names of their parameters are
identical and must not stand beside each other: `/List/{id}` and `/List/{name}`. A Path Item of its
own for each, without renaming anything, is possible because its key is appended to the URL of a
server (4.8.5), and a Path Item may have servers of its own (4.8.9.1): `/api/v1/List/{name}` is also
`/v1/List/{name}` on the server `/api`. Two pages of one method and route get two Path Items, too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from callsheet.model import PLACEHOLDER, Operation

METHODS = frozenset({"DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT", "TRACE"})
"""The methods that a Path Item has a field for (4.8.9.1)."""


@dataclass(slots=True)
class PathItem:
    """Operations that share a Path Item.

    Attributes:
        template: Their route without a query.
        operations: The operations by method.
        key: Where they stand below `paths`; empty where there is no room left.
        server: The server's URL that the key is appended to, empty for that of the document.
    """

    template: str
    operations: dict[str, Operation] = field(default_factory=dict)
    key: str = ""
    server: str = ""


def path_of(operation: Operation) -> str:
    """The route without its query, which OpenAPI has no place for in a path."""
    return operation.route.template.partition("?")[0]


def place(operations: Iterable[Operation]) -> list[PathItem]:
    """Puts operations into as few Path Items as possible, in the order of the operations.

    Of identical templates, the one with most operations stands below its own path.
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
    """Finds a split into server and path that no other Path Item has."""
    for server, key in _splits(item.template):
        if (identity := _identity(key)) not in taken:
            taken.add(identity)
            item.server, item.key = server, key
            return


def _splits(template: str) -> Iterator[tuple[str, str]]:
    """The splits behind each leading segment that has no parameter and is not the last one."""
    end = template.find("/", 1)
    while end > 0 and not PLACEHOLDER.search(template, 0, end):
        yield template[:end], template[end:]
        end = template.find("/", end + 1)


def _identity(template: str) -> str:
    return PLACEHOLDER.sub("{}", template)
