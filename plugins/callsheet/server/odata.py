"""Lists with OData's `$top`, `$skip`, `$orderby` and the simple cases of `$filter`."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Sequence
from typing import Any

from callsheet.server.calls import Answer, Call
from callsheet.server.problems import Problem
from callsheet.server.resources import Collection
from callsheet.server.state import Document

Test = Callable[[Document], bool]

_COMPARISONS: dict[str, Callable[[Any, Any], bool]] = {
    "eq": operator.eq, "=": operator.eq, "equals": operator.eq, "is": operator.eq,
    "ne": operator.ne, "unequals": operator.ne, "isnot": operator.ne,
    "gt": operator.gt, "greater": operator.gt, "ge": operator.ge,
    "lt": operator.lt, "less": operator.lt, "le": operator.le,
}  # fmt: skip
_TEXT_TESTS: dict[str, Callable[[str, str], bool]] = {
    "begins": str.startswith,
    "contains": lambda text, part: part in text,
    "notbegins": lambda text, part: not text.startswith(part),
    "notcontains": lambda text, part: part not in text,
}
_FUNCTIONS: dict[str, Callable[[str, str], bool]] = {
    "startswith": str.startswith,
    "endswith": str.endswith,
}
_VALUE = r"'(?:[^']|'')*'|[^\s()',]+"
_CLAUSE = re.compile(
    rf"\s*(?:(?P<name>[\w/]+)\s+(?P<operator>[\w=]+)\s+(?P<value>{_VALUE})"
    rf"|(?P<function>\w+)\(\s*(?P<first>{_VALUE})\s*,\s*(?P<second>{_VALUE})\s*\))"
    r"\s*(?:(?P<joint>and)\b|$)",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"-?\d+(\.\d+)?")


def apply_query(call: Call, documents: Sequence[Document], collection: Collection) -> Answer:
    """Answers a list operation with the documents that it asks for.

    Raises:
        Problem: 501 where the query asks for more than the server can do, because a wrong answer
            would be worse than none.
    """
    query = {name.lower(): value for name, value in call.input.query.items()}
    names = {item.name.lower(): item.name for item in collection.properties}
    test = _filter(query.get("$filter"), names)
    found = _ordered([d for d in documents if test(d)], query.get("$orderby"), names)
    first = _number(call, "$skip", query.get("$skip"))
    last = first + _number(call, "$top", query["$top"]) if "$top" in query else None
    rows = [_row(document, query.get("$select"), names) for document in found[first:last]]
    return Answer(_shaped(call, rows), selected=True)


def _shaped(call: Call, rows: list[Document]) -> Any:
    """The rows as the operation documents its answer: bare, or as the `value` of an envelope."""
    response = call.operation.response
    properties = {item.name for item in response.properties} if response else set()
    if "value" in properties:
        return {**dict.fromkeys(properties - {"value"}), "value": rows}
    return rows


def _row(document: Document, selection: str | None, names: dict[str, str]) -> Document:
    if not selection:
        return document
    wanted = [names.get(part.strip().lower(), part.strip()) for part in selection.split(",")]
    if any(name not in document for name in wanted):
        # Columns of an archive need not be properties of what it lists.
        return document
    return {name: document[name] for name in wanted}


def _ordered(documents: list[Document], order: str | None, names: dict[str, str]) -> list[Document]:
    for part in reversed(order.split(",") if order else []):
        name, _, direction = part.strip().partition(" ")
        if direction.strip().lower() not in ("", "asc", "desc"):
            raise Problem(501, f"`$orderby` cannot be `{part.strip()}` here.")
        known = _name(name, names, "$orderby")
        documents.sort(
            key=lambda document: _sortable(document.get(known)),
            reverse=direction.strip().lower() == "desc",
        )
    return documents


def _filter(expression: str | None, names: dict[str, str]) -> Test:
    """The test that an expression stands for; clauses can be joined by `and`."""
    tests: list[Test] = []
    position = 0
    while expression and position < len(expression):
        match = _CLAUSE.match(expression, position)
        if match is None:
            raise Problem(501, f"`$filter` cannot be `{expression}` here: {_SUPPORTED}")
        tests.append(_clause(match, names))
        position = match.end()
    return lambda document: all(test(document) for test in tests)


_SUPPORTED = "comparisons, begins, contains, startswith and endswith, joined by `and`, are known."


def _clause(match: re.Match[str], names: dict[str, str]) -> Test:
    if function := match["function"]:
        if function.lower() not in _FUNCTIONS:
            raise Problem(501, f"`$filter` knows no function `{function}`: {_SUPPORTED}")
        test, name, value = _FUNCTIONS[function.lower()], match["first"], match["second"]
        known, part = _name(name, names, "$filter"), str(_literal(value))
        return lambda document: test(_text(document.get(known)), part.lower())
    known, word, literal = match["name"], match["operator"].lower(), _literal(match["value"])
    known = _name(known, names, "$filter")
    if compare := _COMPARISONS.get(word):
        return lambda document: _compares(compare, document.get(known), literal)
    if text_test := _TEXT_TESTS.get(word):
        return lambda document: text_test(_text(document.get(known)), str(literal).lower())
    raise Problem(501, f"`$filter` knows no operator `{match['operator']}`: {_SUPPORTED}")


def _compares(compare: Callable[[Any, Any], bool], value: Any, literal: Any) -> bool:
    if isinstance(value, str) and isinstance(literal, str):
        return compare(value.lower(), literal.lower())
    try:
        return compare(value, literal)
    except TypeError:
        # Nothing is greater or less than what is of another type, or null.
        return False


def _literal(text: str) -> Any:
    if text.startswith("'"):
        return text[1:-1].replace("''", "'")
    if text.lower() in ("true", "false"):
        return text.lower() == "true"
    if text.lower() == "null":
        return None
    return float(text) if _NUMBER.fullmatch(text) else text


def _name(name: str, names: dict[str, str], option: str) -> str:
    if name.lower() not in names:
        raise Problem(501, f"`{option}` knows no property `{name}`.")
    return names[name.lower()]


def _number(call: Call, name: str, value: Any) -> int:
    if value is None:
        return 0
    if not isinstance(value, int) or value < 0:
        raise call.refuse(f"`{name}` is `{value}`; it can be 0 or more.")
    return value


def _text(value: Any) -> str:
    return value.lower() if isinstance(value, str) else ""


def _sortable(value: Any) -> tuple[int, Any]:
    """A key by which values of any types can be sorted: null, truth, numbers, texts, the rest."""
    if value is None:
        return (0, 0)
    if isinstance(value, bool | int | float):
        return (1, value)
    return (2, value.lower()) if isinstance(value, str) else (3, str(value))
