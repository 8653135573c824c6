"""The Path Items of a document: which operations share one, and its key.

In OpenAPI 3.1.0 (4.8.8.2), templates that differ only in the names of their parameters, such as
`/List/{id}` and `/List/{name}`, are identical and must not both exist. Each can still have its own
Path Item without renaming anything: the key of a Path Item is appended to the URL of a server
(4.8.5), and a Path Item may have servers of its own (4.8.9.1), so that `/api/v1/List/{name}` is
also `/v1/List/{name}` on the server `/api`. Two pages of one method and route get two Path Items,
too.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from callsheet.model import PLACEHOLDER, Operation


@dataclass(slots=True)
class PathItem:
    """Operations that share a Path Item.

    Attributes:
        template: Their route, without a query unless that tells it from another one.
        operations: The operations by method.
        key: The key below `paths`; empty if no free one is left.
        server: The URL of the server that the key is appended to; empty for the document's.
        base: The start of the route that some servers of all operations replace; the addresses of
            the other servers end in it instead of the key beginning with it.
    """

    template: str
    operations: dict[str, Operation] = field(default_factory=dict)
    key: str = ""
    server: str = ""
    base: str = ""

    @property
    def prefix(self) -> str:
        """What servers of operations have to end in."""
        return self.server or self.base


def path_of(operation: Operation) -> str:
    """Return the route without its query, which a path of OpenAPI cannot have.

    A document that has it all the same gets it back.
    """
    template = operation.route.template
    return template if operation.is_imported else template.partition("?")[0]


def _base_of(item: PathItem) -> str:
    """Return the start of a route that at least one server of each operation replaces."""
    found = {s.replaces for o in item.operations.values() for s in o.servers if s.replaces}
    is_all = all(any(s.replaces for s in o.servers) for o in item.operations.values())
    base = found.pop() if is_all and len(found) == 1 else ""
    return base if item.template.startswith(f"{base}/") else ""


def place(operations: Iterable[Operation]) -> list[PathItem]:
    """Group operations into as few Path Items as possible, in the order of the operations.

    Of identical templates, the one with most operations keeps its own path.
    """
    items: dict[str, list[PathItem]] = {}
    operations = list(operations)
    routes = Counter((path_of(each), each.method) for each in operations)
    for operation in operations:
        # A query is not part of a path, unless it is all that tells operations apart.
        is_alone = routes[path_of(operation), operation.method] == 1
        template = path_of(operation) if is_alone else operation.route.template
        same = items.setdefault(template, [])
        free = next((item for item in same if operation.method not in item.operations), None)
        if free is None:
            same.append(free := PathItem(template))
        free.operations[operation.method] = operation
    placed = [item for same in items.values() for item in same]
    taken: set[str] = set()
    # Sorting is stable, so the first one wins among equals.
    for item in sorted(placed, key=lambda item: -len(item.operations)):
        # Two passes, so that a template keeps its own path wherever possible, and only the others
        # move.
        for base in dict.fromkeys((_base_of(item), "")):
            key = item.template.removeprefix(base)
            if not item.key and (identity := _identity(key)) not in taken:
                taken.add(identity)
                item.key, item.base = key, base
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
    # The URL of a server must not have a parameter of the path; its variables would need values.
    while end > 0 and not PLACEHOLDER.search(template, 0, end):
        yield template[:end], template[end:]
        end = template.find("/", end + 1)


def _identity(template: str) -> str:
    return PLACEHOLDER.sub("{}", template)
