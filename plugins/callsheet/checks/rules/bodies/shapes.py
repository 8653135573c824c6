"""Bodies of examples, and objects in them, that are of another kind than documented."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from callsheet.checks.model.bodies import content_of, is_patch
from callsheet.checks.model.examples import (
    ExampleMessage,
    code,
    examples,
    messages_of,
    requests,
    responses,
)
from callsheet.checks.model.page import OperationPage, Place
from callsheet.checks.model.subjects import Subject
from callsheet.checks.model.tree import Tree
from callsheet.checks.parsing.nodes import Member, Node
from callsheet.checks.parsing.words import MAX_KNOWN, likely_meant
from callsheet.checks.rule import Diagnostic, Example, OperationRule, tree_rule
from callsheet.checks.rules.bodies.properties import compared, shown_value
from callsheet.checks.rules.bodies.types import contradicted
from callsheet.checks.rules.specimen import SENT
from callsheet.findings import Related, Severity
from callsheet.model import Message
from callsheet.schema.i_json import read_json


def _bodies_of_other_shape(examples: Sequence[ExampleMessage]) -> Iterator[Diagnostic]:
    """Report bodies that show something else than their table."""
    yield from _strangers(examples)
    yield from _scalars_for_tables(examples)


def _strangers(examples: Iterable[ExampleMessage]) -> Iterator[Diagnostic]:
    """Report objects that have next to nothing in common with the table."""
    for example, comparison in compared(examples):
        if (record := comparison.stranger) is None:
            continue
        shown = ", ".join(code(member.key, 20) for member in (record.members or ())[:3])
        rows = comparison.content.rows
        line = rows[0].span.start
        names = ", ".join(f"`{row.name}`" for row in rows[:3])
        yield Diagnostic(
            _opening(example, record),
            f"The example shows something else than the table: it has {shown}, the table {names}.",
            related=(example.page.related(line, "the table begins here"),),
        )


def _scalars_for_tables(examples: Iterable[ExampleMessage]) -> Iterator[Diagnostic]:
    """Report bodies, or items of a list, that should be objects and are not."""
    for example in examples:
        content, node = content_of(example), example.node
        if content is None or node is None or is_patch(example):
            continue
        if not content.rows or content.is_whole:
            continue
        if contradicted(example)[0]:
            continue  # The rule about the heading reports it.
        odd = _no_object(node)
        if odd is None:
            continue
        line = content.rows[0].span.start
        yield Diagnostic(
            example.place(odd.start, odd.end),
            f"The example's body is {shown_value(example, odd)}; expected is an object.",
            related=(example.page.related(line, "the table of its properties"),),
        )


def _no_object(node: Node) -> Node | None:
    """Return the value that is not an object: the body itself, or the first such item of a list."""
    if node.is_array:
        return next((item for item in node.items or () if not item.is_object), None)
    return None if node.is_object else node


def _opening(example: ExampleMessage, record: Node) -> Place:
    """Return the place of an object's opening bracket, or of an element's content."""
    return example.place(record.start, min(record.start + 1, record.end))


_REQUEST_OTHER_SHAPE = OperationRule(
    code="CS306",
    name="request-other-shape",
    severity=Severity.ERROR,
    summary="The body of an example request shows something else than its table documents.",
    cause=(
        "Next to nothing in the example is in the table, or the example has a plain value where "
        "the table documents the properties of an object. It comes about when a table or an "
        "example of another operation is pasted."
    ),
    hint="Put the table and the example of the same operation on the page.",
    examples=(
        Example(
            SENT,
            "Content-Type: application/json\nAccept: application/json\n\n"
            '{\n  "Street": "Main",\n  "City": "Oslo"\n}',
        ),
    ),
    subject=Subject.OTHER_SHAPES,
    check=lambda page: _bodies_of_other_shape(requests(page)),
)


_RESPONSE_OTHER_SHAPE = replace(
    _REQUEST_OTHER_SHAPE,
    code="CS406",
    name="response-other-shape",
    summary="The body of an example response shows something else than its table documents.",
    examples=(
        Example(
            "{\n"
            '  "ParcelId": 7,\n'
            '  "Label": "Glasses",\n'
            '  "Weight": 1200,\n'
            '  "Kind": "Box",\n'
            '  "Posted": "2026-03-14T09:26:53Z",\n'
            '  "Fragile": true',
            '{\n  "Street": "Main",\n  "City": "Oslo"',
        ),
    ),
    check=lambda page: _bodies_of_other_shape(responses(page)),
)


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


@Example(
    '"Fragile": true',
    '"Fragile": true,\n  "Tags": [{"Name": 1}, {"Name": "a"}, {"Name": "b"}, {"Name": "c"}]',
    also=("response-unknown-property",),
)
@tree_rule(
    code="CS431",
    name="nested-oddity",
    summary="Inside a property an example is unlike all other examples of that property.",
    cause=(
        "No table says what is inside a property that is an array or an object, but other pages "
        "show it. A key that only one example has, which is near to one that all others have, is "
        "misspelled; so is a value that is a number here and a text everywhere else."
    ),
    hint="Write it as the other examples have it.",
    applies_to_imports=False,
    subject=Subject.BODIES,
)
def _odd_inner_objects(tree: Tree) -> Iterator[Diagnostic]:
    """Report keys and values in inner objects that no other object at that name has."""
    found: dict[str, _Seen] = {}
    below: dict[str, list[tuple[str, dict[str, Any]]]] = {}
    for operation in tree.catalog.documented:
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
            if (kinds := seen.kinds.get(key)) is None:
                kinds = seen.kinds[key] = Counter()
            kinds[_kind(inner)] += 1
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
