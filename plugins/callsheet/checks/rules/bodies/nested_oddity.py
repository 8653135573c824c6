"""Objects inside of example bodies that are unlike all others at properties of that name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from callsheet.checks.model.examples import ExampleMessage, code, examples, messages_of
from callsheet.checks.model.page import OperationPage
from callsheet.checks.model.tree import Tree
from callsheet.checks.parsing.nodes import Member, Node
from callsheet.checks.parsing.spelling import MAX_KNOWN, likely_meant
from callsheet.checks.rule import Diagnostic, Example, TreeRule
from callsheet.findings import Related, Severity
from callsheet.model import Message
from callsheet.schema.i_json import read_json

ENOUGH = 3
"""Number of other objects that must agree before one is reported."""


@dataclass
class _Seen:
    """Statistics of the objects at properties of one name in all examples.

    Attributes:
        objects: The number of objects that are not empty.
        keys: By key, the number of objects that have it.
        kinds: By key, the number of objects with a value of each kind, null not counted.
        page: A page with such an object, and the line of its example.
    """

    objects: int = 0
    keys: Counter[str] = field(default_factory=Counter)
    kinds: dict[str, Counter[str]] = field(default_factory=dict)
    page: tuple[str, int] = ("", 0)

    @cached_property
    def nearly_all(self) -> tuple[str, ...]:
        """The keys that all objects but one have; valid once all have been counted."""
        return tuple(key for key, number in self.keys.items() if number == self.objects - 1)


def _odd_inner_objects(tree: Tree) -> Iterator[Diagnostic]:
    """Report keys and values in inner objects that no other object at that name has."""
    found: dict[str, _Seen] = {}
    below: dict[str, list[tuple[str, dict[str, Any]]]] = {}
    for operation in tree.catalog.operations:
        for message in messages_of(operation):
            for name, value in _inner_objects(message):
                _note(found.setdefault(name, _Seen()), value, operation.path, message.span.start)
                below.setdefault(operation.path, []).append((name, value))
    for path, objects in below.items():
        if any(_oddities(found[name], value) for name, value in objects):
            page = tree.page(path)
            if isinstance(page, OperationPage):
                yield from _on_page(page, found)


def _inner_objects(message: Message) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the objects inside the properties of a body, with the names of the properties."""
    text = message.body
    if text.count("{") < 2:
        return
    try:
        pending = [("", read_json(text))]
    except ValueError:
        return
    while pending:
        name, value = pending.pop()
        if isinstance(value, list):
            pending += [(name, item) for item in value]
        elif isinstance(value, dict):
            if name and value:
                yield name, value
            pending += [
                (key, inner) for key, inner in value.items() if isinstance(inner, dict | list)
            ]


def _note(seen: _Seen, value: dict[str, Any], path: str, line: int) -> None:
    seen.objects += 1
    seen.keys.update(value.keys())
    for key, inner in value.items():
        if inner is not None:
            seen.kinds.setdefault(key, Counter())[_kind(inner)] += 1
    if not seen.page[0]:
        seen.page = path, line


def _oddities(seen: _Seen, value: dict[str, Any]) -> list[str]:
    """Return the keys of an object that are misspelled or have values of another kind."""
    if seen.objects <= ENOUGH:
        return []
    odd = []
    lacking: list[str] | None = None
    for key, inner in value.items():
        if seen.keys[key] == 1:
            lacking = _lacking(seen, value) if lacking is None else lacking
            if _meant(key, lacking):
                odd.append(key)
        elif inner is not None and _is_odd_kind(seen, key, _kind(inner)):
            odd.append(key)
    return odd


def _lacking(seen: _Seen, value: dict[str, Any]) -> list[str]:
    """Return the keys that all other objects have and this one lacks."""
    return [key for key in seen.nearly_all if key not in value]


def _meant(key: str, lacking: list[str]) -> str | None:
    """Return the lacking key that a key is similar to."""
    if len(lacking) > MAX_KNOWN:
        return None
    return likely_meant(key, lacking) or next(
        (name for name in lacking if name.lower() == key.lower()), None
    )


def _is_odd_kind(seen: _Seen, key: str, kind: str) -> bool:
    kinds = seen.kinds[key]
    return kinds[kind] == 1 and len(kinds) == 2 and kinds.total() > ENOUGH


def _kind(value: Any) -> str:
    match value:
        case bool():
            return "boolean"
        case int() | float():
            return "number"
        case str():
            return "string"
        case list():
            return "array"
    return "object"


def _on_page(page: OperationPage, found: dict[str, _Seen]) -> Iterator[Diagnostic]:
    for example in examples(page):
        if example.node is None or example.format != "json":
            continue
        for name, node in _named(example.node):
            value = node.plain()
            seen = found.get(name)
            if seen is None:
                continue
            odd = set(_oddities(seen, value))
            for member in node.members or ():
                if member.key in odd:
                    yield _diagnostic(example, name, member, value, seen)


def _named(root: Node) -> Iterator[tuple[str, Node]]:
    pending = [("", root)]
    while pending:
        name, node = pending.pop()
        if name and node.members:
            yield name, node
        pending += [(name, item) for item in reversed(node.items or ())]
        pending += [(member.key, member.value) for member in reversed(node.members or ())]


def _diagnostic(
    example: ExampleMessage, name: str, member: Member, value: dict[str, Any], seen: _Seen
) -> Diagnostic:
    related = (
        (Related(*seen.page, f"another `{name}`"),) if seen.page[0] != example.page.path else ()
    )
    others = seen.objects - 1
    meant = _meant(member.key, _lacking(seen, value)) if seen.keys[member.key] == 1 else None
    if meant:
        return Diagnostic(
            example.place(member.start, member.end),
            f"{code(member.key)} is in no other `{name}`; all {others} others have `{meant}`.",
            f"Did you mean `{meant}`?",
            related,
        )
    usual = seen.kinds[member.key].most_common(1)[0][0]
    node = member.value
    end = node.start + 1 if node.is_object or node.is_array else node.end
    return Diagnostic(
        example.place(node.start, end),
        f"`{name}.{member.key}` is {_article(node.kind)} here and {_article(usual)} in all "
        "other examples.",
        related=related,
    )


def _article(kind: str) -> str:
    return f"an {kind}" if kind[0] in "ao" else f"a {kind}"


RULE = TreeRule(
    code="CS431",
    name="nested-oddity",
    severity=Severity.WARNING,
    summary="Inside a property an example is unlike all other examples of that property.",
    cause=(
        "No table tells what is inside a property that is an array or an object, but other pages "
        "show it. A key that only one example has, which is near to one that all others have, is "
        "misspelled; so is a value that is a number here and a text everywhere else."
    ),
    hint="Write it as the other examples have it.",
    examples=(
        Example(
            '"Fragile": true',
            '"Fragile": true,\n'
            '  "Tags": [{"Name": 1}, {"Name": "a"}, {"Name": "b"}, {"Name": "c"}]',
            also=("response-unknown-property",),
        ),
    ),
    check=_odd_inner_objects,
)
