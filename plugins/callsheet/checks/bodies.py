"""The bodies of examples against the tables that document them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from callsheet.checks.examples import Example
from callsheet.checks.fitting import Misfit, is_no_base64, is_null_misplaced, misfit
from callsheet.checks.likeness import likely_meant
from callsheet.checks.nodes import Member, Node
from callsheet.checks.page import OperationPage
from callsheet.http.statuses import NO_CONTENT
from callsheet.model import Property
from callsheet.typedefs import Body, Layout, request_body, response_body

PATCH = frozenset({"op", "path"})
"""The rows of a table that documents a JSON Patch (RFC 6902, 4)."""

MAX_COMPARED = 300_000
"""Of a long list, no more objects are compared than make this many with the rows of the table."""

_PATH = re.compile(r"[.\[/]")
_OPEN = re.compile(r"\W*\*?\W*|[{<].*[}>]")
_KEPT = "_comparison"


@dataclass(frozen=True, slots=True)
class Unknown:
    """A property that no row documents, and the row that seems to be meant."""

    member: Member
    meant: Property | None


@dataclass(frozen=True, slots=True)
class Wrong:
    """A value that is not of its row's type."""

    row: Property
    node: Node
    misfit: Misfit


@dataclass(slots=True)
class Comparison:
    """What in an example is not as its table says; of each property the first place only.

    Attributes:
        rows: The table.
        unknown: What the table lacks.
        missing: What the objects lack, each with the first of these objects.
        wrong: Values of other types.
        not_base64: Texts of the type `byte` that are none.
        nulls: Null where a number or a bool belongs.
        stranger: The first object, if it has next to nothing in common with the table.
    """

    rows: tuple[Property, ...]
    unknown: list[Unknown] = field(default_factory=list)
    missing: list[tuple[Property, Node]] = field(default_factory=list)
    wrong: list[Wrong] = field(default_factory=list)
    not_base64: list[tuple[Property, Node]] = field(default_factory=list)
    nulls: list[tuple[Property, Node]] = field(default_factory=list)
    stranger: Node | None = None


def documented_body(page: OperationPage, *, of_request: bool) -> Body | None:
    """What the page says of the body of requests, or of successful responses."""
    key = "_request_body" if of_request else "_response_body"
    if key not in vars(page):
        read = request_body if of_request else response_body
        vars(page)[key] = read(page.operation)
    kept: Body | None = vars(page)[key]
    return kept


def body_of(example: Example) -> Body | None:
    """What the page says of the body of an example; None for a response that is no success."""
    if not example.is_request:
        status = getattr(example.message, "status", 0)
        if not 200 <= status < 300 or status in NO_CONTENT:
            return None
    return documented_body(example.page, of_request=example.is_request)


def is_patch(example: Example) -> bool:
    """Whether a request's body is a JSON Patch or a merge patch, by its type or its table."""
    if not example.is_request:
        return False
    body = body_of(example)
    names = {row.name for row in body.rows} if body else set()
    return "patch+" in example.content_type or names >= PATCH


def compare(example: Example) -> Comparison | None:
    """Compares the body of an example with its table; None where there is nothing to compare."""
    if _KEPT not in vars(example):
        vars(example)[_KEPT] = _compare(example)
    kept: Comparison | None = vars(example)[_KEPT]
    return kept


def records(example: Example, body: Body) -> Sequence[Node]:
    """The objects of an example that the rows of its table describe."""
    node = example.node
    if node is None:
        return ()
    layout = body.layout
    if example.format == "xml" and layout is Layout.OBJECT and _is_xml_list(node, body):
        layout = Layout.DICTIONARY
    if layout is Layout.OBJECT:
        return (node,)
    if layout is Layout.ARRAY and node.items is not None:
        return node.items
    if node.members is not None and (layout is Layout.DICTIONARY or example.format == "xml"):
        return tuple(member.value for member in node.members)
    return ()


def _is_xml_list(node: Node, body: Body) -> bool:
    names = {row.name for row in body.rows}
    members = node.members or ()
    return bool(members) and all(
        member.key not in names and member.value.is_object for member in members
    )


def _compare(example: Example) -> Comparison | None:
    body = body_of(example)
    if body is None or not body.rows or example.node is None or is_patch(example):
        return None
    comparison = Comparison(body.rows)
    objects = [record for record in records(example, body) if record.is_object]
    if objects and _is_stranger(objects[0], body.rows):
        comparison.stranger = objects[0]
        return comparison
    seen: set[tuple[str, str]] = set()
    names = _Names(body.rows)
    for record in objects[: max(1, MAX_COMPARED // len(body.rows))]:
        _compare_record(record, example, comparison, names, seen)
    return comparison


def _is_stranger(record: Node, rows: Sequence[Property]) -> bool:
    """Whether an object shares less than a third of the names that it could share."""
    names = {row.name.lower() for row in rows}
    keys = {member.key.lower() for member in record.members or ()}
    fewest = min(len(names), len(keys))
    return fewest > 1 and 3 * len(names & keys) < fewest


class _Names:
    """The names of a table, and the first row of each.

    Attributes:
        rows: The rows by name.
        stems: By name, what stands before its first point, bracket or slash.
        folded: The names by their lower case.
        places: Where a name stands first.
        in_order: The name of each row.
        is_open: Whether a row stands for any name.
    """

    def __init__(self, rows: Sequence[Property]) -> None:
        first = {row.name: row for row in reversed(rows)}
        self.rows = dict(reversed(first.items()))
        self.stems = {name: _PATH.split(name)[0] for name in self.rows}
        self.folded: dict[str, list[str]] = {}
        for name in self.rows:
            self.folded.setdefault(name.lower(), []).append(name)
        self.in_order = [row.name for row in rows]
        self.places = {name: n for n, name in reversed([*enumerate(self.in_order)])}
        self.is_open = any(_OPEN.fullmatch(name) for name in self.rows)


def _compare_record(
    record: Node,
    example: Example,
    comparison: Comparison,
    names: _Names,
    seen: set[tuple[str, str]],
) -> None:
    rows = names.rows
    members = {member.key for member in record.members or ()}
    stems = {*names.stems.values()}
    absent = {
        name: row
        for name, row in rows.items()
        if name not in members and names.stems[name] not in members
    }
    before = ""
    for member in record.members or ():
        row = rows.get(member.key)
        if row is not None:
            _compare_value(row, member.value, example, comparison, seen)
        elif member.key not in stems and not names.is_open:
            meant = _meant(member.key, before, absent, names, is_request=example.is_request)
            if meant is not None:
                del absent[meant.name]
            if _first(seen, "unknown", member.key):
                comparison.unknown.append(Unknown(member, meant))
        before = member.key
    for row in absent.values():
        if not _OPEN.fullmatch(row.name) and _first(seen, "missing", row.name):
            comparison.missing.append((row, record))


def _compare_value(
    row: Property, node: Node, example: Example, comparison: Comparison, seen: set[tuple[str, str]]
) -> None:
    is_text = example.format != "json"
    if found := misfit(node, row.type, is_text=is_text):
        if _first(seen, "wrong", row.name):
            comparison.wrong.append(Wrong(row, node, found))
    elif node.is_null and example.is_request and row.required:
        if _first(seen, "wrong", row.name):
            comparison.wrong.append(Wrong(row, node, Misfit("a value, which is required")))
    elif is_null_misplaced(node, row.type):
        if _first(seen, "null", row.name):
            comparison.nulls.append((row, node))
    elif is_no_base64(node, row.type) and _first(seen, "byte", row.name):
        comparison.not_base64.append((row, node))


def _meant(
    key: str, before: str, absent: Mapping[str, Property], names: _Names, *, is_request: bool
) -> Property | None:
    """The row that a property is meant to be: it is missing, and of a like name or in its place."""
    for name in names.folded.get(key.lower(), ()):
        if name in absent:
            return absent[name]
    if meant := likely_meant(key, absent):
        return absent[meant]
    end = len(names.in_order)
    place = names.places[before] + 1 if before in names.places else end if before else 0
    row = absent.get(names.in_order[place]) if place < end else None
    # A request may leave out what is not required, so that its place tells nothing.
    return row if row is not None and (row.required or not is_request) else None


def _first(seen: set[tuple[str, str]], what: str, name: str) -> bool:
    """Whether this is found for the first time: the objects of a list are often alike."""
    if (what, name) in seen:
        return False
    seen.add((what, name))
    return True
