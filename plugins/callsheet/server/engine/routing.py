"""Routing: from a method and a path to the operation that documents them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from urllib.parse import parse_qsl, unquote

from callsheet import lazy_re as re
from callsheet.memo import cached, cached_by_identity
from callsheet.model import PLACEHOLDER, Location, Operation, values_pattern
from callsheet.schema import ANYTHING, Evaluator
from callsheet.schema.texts import value_of_text
from callsheet.server.http.problems import Problem

Values = Mapping[str, str]

_EVALUATOR = Evaluator(local_times=True)


@dataclass(slots=True)
class _Node:
    """A node in the tree of routes, which has a level for each segment."""

    literals: "dict[str, _Node]" = field(default_factory=dict)
    template: "_Node | None" = None
    # Segments with text next to placeholders, such as `{id}.png`: by the lengths of the text at
    # both ends, then by that text, so that the time does not depend on the number of routes.
    mixed: "dict[tuple[int, int], dict[tuple[str, str], dict[str, _Node]]]" = field(
        default_factory=dict
    )
    operations: dict[str, list[Operation]] = field(default_factory=dict)


class Router:
    """Finds operations in time that depends on the path's length, not on their number.

    Literal segments beat templates, of which those with more text around the placeholder come
    first, as `{id}.png` before `{name}`. They match whatever their case, as the documentation's own
    examples do. Where only the names of parameters differ, as in `List/{id}` and `List/{name}`,
    their types decide, the narrower first. A route that an operation has on another server is
    matched where no page has that route as its own.
    """

    def __init__(self, operations: Iterable[Operation]) -> None:
        self._root = _Node()
        listed = tuple(each for found in operations for each in found.by_routes())
        own = {
            (self._add(operation, operation.route.template), operation.method)
            for operation in listed
        }
        for operation in listed:
            for alias in operation.server_routes:
                node = self._node(alias)
                if (id(node), operation.method) not in own:
                    self._add(operation, alias)
        for found in _all_operations(self._root):
            if len(found) > 1:
                found.sort(key=_width)

    def _node(self, template: str) -> _Node:
        node = self._root
        for segment in _segments(template):
            node = _child(node, segment)
        return node

    def _add(self, operation: Operation, template: str) -> int:
        node = self._node(template)
        # Of two pages for one route the first answers; that there are two is a finding.
        node.operations.setdefault(operation.method, []).append(operation)
        return id(node)

    def begins(self, segment: str) -> bool:
        """Tell whether a route begins with a segment; a placeholder alone says nothing of it."""
        is_literal = segment.lower() in self._root.literals
        return is_literal or next(_mixed(self._root, segment), None) is not None

    def find(
        self, method: str, segments: tuple[str, ...], target: str = ""
    ) -> tuple[Operation, Values]:
        """Find the operation for a request, and the values of its path parameters.

        HEAD is answered by GET where it is not documented itself (RFC 9110, 9.3.2). Of operations
        on one path, the slash at the end of the target and its query decide where routes have them.

        Raises:
            Problem: 404 where no route matches, 405 with `Allow` where only the method does not.
        """
        node = _match(self._root, segments)
        if node is None:
            raise without_route(segments)
        operations = node.operations.get(method)
        if operations is None and method == "HEAD":
            operations = node.operations.get("GET")
        if operations is None:
            allow = ", ".join(allowed(node.operations))
            raise Problem(
                405,
                f"`{method}` is not documented for this route; {allow} are.",
                headers=[("Allow", allow)],
            )
        return _choose(_asked_for(operations, target), segments)

    def documents(self, method: str, segments: tuple[str, ...]) -> bool:
        """Tell whether a method itself is documented for a path."""
        node = _match(self._root, segments)
        return node is not None and method in node.operations

    def methods(self, segments: tuple[str, ...]) -> tuple[str, ...]:
        """Return the methods that a path allows, empty where no route matches."""
        node = _match(self._root, segments)
        return allowed(node.operations) if node else ()


def without_route(segments: tuple[str, ...]) -> Problem:
    """Return the refusal of a request for an address that no page documents."""
    return Problem(404, f"No documented route matches `/{'/'.join(segments)}`.")


def allowed(operations: Iterable[str]) -> tuple[str, ...]:
    """Documented methods with the ones that follow from them."""
    methods = {*operations, "OPTIONS"}
    if "GET" in methods:
        methods.add("HEAD")
    return tuple(sorted(methods))


def path_values(operation: Operation, segments: tuple[str, ...]) -> Values | None:
    """Return the values of the path parameters of a path whose literal segments are the route's.

    The path may be that of an alias, which ends as the route does. None where the text next to a
    placeholder is another one.
    """
    whole, parts = _placeholders(operation)
    if not parts:
        return {name: segments[place] for place, name in whole}
    values: dict[str, str] = {}
    for place, names, pattern in parts:
        found = pattern.fullmatch(segments[place])
        if found is None:
            return None
        values.update(zip(names, found.groups(), strict=True))
    return values


def _segments(template: str) -> list[str]:
    """Return the segments of a route, decoded as those of requests are."""
    path = template.partition("#")[0].partition("?")[0]
    return [_decoded(segment) for segment in path.strip("/").split("/")]


def _decoded(segment: str) -> str:
    """Decode the text next to placeholders; a brace in it stays encoded, as it begins none."""
    if "%" not in segment:
        return segment
    parts = PLACEHOLDER.split(segment)
    parts[::2] = [unquote(text).replace("{", "%7B").replace("}", "%7D") for text in parts[::2]]
    parts[1::2] = [f"{{{name}}}" for name in parts[1::2]]
    return "".join(parts)


_Parts = list[tuple[int, list[str], re.Pattern[str]]]


@cached_by_identity(4096)
def _placeholders(operation: Operation) -> tuple[list[tuple[int, str]], _Parts]:
    """Return which segments are placeholders; or, where one has text as well, all their parts.

    Places are counted from the end, because aliases differ in how many segments come before.
    """
    segments = _segments(operation.route.template)
    parts = [
        (place - len(segments), names, _pattern(segment), _is_whole(segment))
        for place, segment in enumerate(segments)
        if (names := PLACEHOLDER.findall(segment))
    ]
    if all(is_whole for *_, is_whole in parts):
        return [(place, names[0]) for place, names, *_ in parts], []
    return [], [part[:3] for part in parts]


def _is_whole(segment: str) -> bool:
    return PLACEHOLDER.fullmatch(segment) is not None


@cached(4096)
def _pattern(segment: str) -> re.Pattern[str]:
    # A slash in a value is one that was percent-encoded.
    return re.compile(values_pattern(segment, r"[^\0]"), re.IGNORECASE)


def _child(node: _Node, segment: str) -> _Node:
    if not PLACEHOLDER.search(segment):
        # Without placeholders, a brace is nothing but a character, as it is in requests.
        literal = segment.replace("%7B", "{").replace("%7D", "}")
        return node.literals.setdefault(literal.lower(), _Node())
    if _is_whole(segment):
        node.template = node.template or _Node()
        return node.template
    first, *_, last = PLACEHOLDER.split(segment.lower())
    same = node.mixed.setdefault((len(first), len(last)), {}).setdefault((first, last), {})
    node.mixed = dict(sorted(node.mixed.items(), key=lambda item: -sum(item[0])))
    return same.setdefault(PLACEHOLDER.sub("{0}", segment.lower()), _Node())


def _mixed(node: _Node, segment: str) -> Iterator[_Node]:
    """Yield the nodes for a segment with text next to placeholders, the most text first."""
    lower = segment.lower()
    for (before, after), found in node.mixed.items():
        same = found.get((lower[:before], lower[len(lower) - after :]), {})
        for template, inner in same.items():
            if _pattern(template).fullmatch(segment):
                yield inner


def _match(node: _Node, segments: tuple[str, ...]) -> _Node | None:
    if not segments:
        return node if node.operations else None
    first, rest = segments[0], segments[1:]
    literal = node.literals.get(first.lower())
    if literal and (found := _match(literal, rest)):
        return found
    if node.mixed:
        for inner in _mixed(node, first):
            if found := _match(inner, rest):
                return found
    # A part of the path that is empty is a value, which is refused as such; its end is none.
    return _match(node.template, rest) if node.template and (first or rest) else None


def _asked_for(operations: list[Operation], target: str) -> list[Operation]:
    """Return the operations whose routes are those of a request target; all where none is."""
    if len(operations) == 1:
        return operations
    path, _, query = target.partition("?")
    found = [each for each in operations if _end(each.route.path) == _end(path)] or operations
    pairs = parse_qsl(query, keep_blank_values=True)
    sent = {pair for name, value in pairs for pair in ((name, value), (name, ""))}
    asked = {each.uid: each.route.pairs for each in found}
    most = max((len(each) for each in asked.values() if sent.issuperset(each)), default=0)
    is_most = {uid: len(each) == most and sent.issuperset(each) for uid, each in asked.items()}
    return [each for each in found if is_most[each.uid]] or found


def _end(path: str) -> int:
    """Return the number of slashes at the end of a path."""
    return len(path) - len(path.rstrip("/"))


def _choose(operations: list[Operation], segments: tuple[str, ...]) -> tuple[Operation, Values]:
    """Return the first operation whose types allow the values, else the first one."""
    for operation in operations if len(operations) > 1 else ():
        values = path_values(operation, segments) or {}
        schemas = {p.name.lower(): p.schema for p in operation.parameters_in(Location.PATH)}
        stated = {name: schemas.get(name.lower(), ANYTHING) for name in values}
        if all(
            _EVALUATOR.fits(value_of_text(text, stated[name]), stated[name])
            for name, text in values.items()
        ):
            return operation, values
    return operations[0], path_values(operations[0], segments) or {}


def _width(operation: Operation) -> int:
    """Return how much the types of the path parameters allow: a text more than a number."""
    wide = ("string", "object")
    parameters = operation.parameters_in(Location.PATH)
    return sum(parameter.type is None or parameter.type.name in wide for parameter in parameters)


def _all_operations(node: _Node) -> Iterator[list[Operation]]:
    yield from node.operations.values()
    mixed = (same.values() for found in node.mixed.values() for same in found.values())
    children = (*node.literals.values(), *(inner for same in mixed for inner in same))
    for child in (*children, *([node.template] if node.template else ())):
        yield from _all_operations(child)
