"""JSON Patch documents in sample requests (RFC 6902)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from callsheet.checks.model.bodies import is_json_patch
from callsheet.checks.model.examples import ExampleMessage, code, requests
from callsheet.checks.model.page import OperationPage
from callsheet.checks.parsing.mismatches import node_mismatches
from callsheet.checks.parsing.nodes import Node
from callsheet.checks.parsing.spelling import likely_meant
from callsheet.checks.rule import Diagnostic, Example, OperationRule
from callsheet.checks.rules.specimen import SENT
from callsheet.findings import Severity
from callsheet.schema import PropertySchema, Schema, enumeration

_MEMBERS = {
    "add": ("path", "value"),
    "copy": ("from", "path"),
    "move": ("from", "path"),
    "remove": ("path",),
    "replace": ("path", "value"),
    "test": ("path", "value"),
}
"""The members of each operation besides `op` (RFC 6902, 4)."""


_ALL = ("op", "path", "value", "from")

_POINTER = Schema(types=("string",), pattern="^([^~]|~[01])*$")
_OPERATION = Schema(
    properties=(
        PropertySchema("op", enumeration(_MEMBERS)),
        PropertySchema("path", _POINTER),
        PropertySchema("from", _POINTER),
    )
)
"""The types of the members; that a pointer begins with a slash has a rule of its own."""


_OPTIONAL_SLASH = re.compile(r"slash(?:es)?\b[^.\n]{0,40}\boptional", re.IGNORECASE)


def _malformed_patch_operations(page: OperationPage) -> Iterator[Diagnostic]:
    """Report operations that violate RFC 6902."""
    for example in requests(page):
        for node in _operations(example):
            yield from _operation(example, node)


def _pointers_without_slash(page: OperationPage) -> Iterator[Diagnostic]:
    """Report paths that do not begin with a slash, unless the page allows that."""
    if _OPTIONAL_SLASH.search("\n".join(text.markdown for text in page.operation.description)):
        return
    for example in requests(page):
        for node in _operations(example):
            for name in ("path", "from"):
                value = node.get(name)
                text = value.value if value is not None else None
                if value is None or not isinstance(text, str) or text[:1] in ("", "/"):
                    continue
                yield Diagnostic(
                    example.place(value.start, value.end),
                    f"`{name}` is {example.shown(value)}; a JSON pointer begins with `/`.",
                    fix=(example.edit(value.start + 1, value.start + 1, "/"),),
                )


def _operations(example: ExampleMessage) -> Iterator[Node]:
    """Yield the operations of a JSON Patch."""
    if example.node is not None and example.format == "json" and is_json_patch(example):
        yield from (item for item in example.node.items or () if item.is_object)


def _operation(example: ExampleMessage, node: Node) -> Iterator[Diagnostic]:
    for member in node.members or ():
        meant = likely_meant(member.key, _ALL)
        if member.key not in _ALL:
            place = example.place(member.start, member.end)
            hint = f"Did you mean `{meant}`?" if meant else ""
            yield Diagnostic(place, f"An operation of JSON Patch has no {code(member.key)}.", hint)
            return  # A missing member is probably the misspelt one.
    opening = example.place(node.start, node.start + 1)
    op = node.get("op")
    if op is None:
        yield Diagnostic(opening, "The operation lacks `op`.")
        return
    place = example.place(op.start, op.end)
    for found in node_mismatches(node, _OPERATION):
        inner, said = found.node, found.expected
        if found.path == "op":
            meant = likely_meant(str(op.value), _MEMBERS)
            hint = f"Did you mean `{meant}`?" if meant else ""
            yield Diagnostic(place, f"`op` is {example.shown(op)}; expected is {said}.", hint)
            return
        message = f"`{found.path}` is {example.shown(inner)}; expected is a JSON pointer."
        if found.mismatch.keyword == "pattern":
            message = f"`{found.path}` is {example.shown(inner)}; `~` is written `~0` in it."
        yield Diagnostic(example.place(inner.start, inner.end), message)
    for name in _MEMBERS[op.value]:
        if node.get(name) is None:
            yield Diagnostic(place, f"The operation `{op.value}` lacks `{name}`.")


_OPERATION_RULE = OperationRule(
    code="CS325",
    name="json-patch-operation",
    severity=Severity.ERROR,
    summary="An operation of a JSON Patch is not as RFC 6902 has it.",
    cause=(
        "An operation has `op`, one of `add`, `remove`, `replace`, `move`, `copy` and `test`, and "
        "`path`; `add`, `replace` and `test` have a `value`, `move` and `copy` a `from`."
    ),
    hint="Correct the operation.",
    examples=(
        Example(
            SENT,
            "Content-Type: application/json-patch+json\n"
            "Accept: application/json\n"
            "\n"
            "[\n"
            '  {"op": "change", "path": "/Label", "value": "Cups"}\n'
            "]",
            also=("request-media-type",),
        ),
    ),
    check=_malformed_patch_operations,
)

_POINTER_RULE = OperationRule(
    code="CS326",
    name="json-patch-pointer",
    severity=Severity.NOTE,
    summary="A path of a JSON Patch does not begin with a slash.",
    cause=(
        "A JSON pointer is empty or begins with a slash (RFC 6901, 3). A page may say in its "
        "description that the slash is optional; then there is no finding."
    ),
    hint="Put a slash before the name.",
    examples=(
        Example(
            SENT,
            "Content-Type: application/json-patch+json\n"
            "Accept: application/json\n"
            "\n"
            "[\n"
            '  {"op": "remove", "path": "Label"}\n'
            "]",
            also=("request-media-type",),
        ),
    ),
    check=_pointers_without_slash,
)

RULES = (_OPERATION_RULE, _POINTER_RULE)
