"""Syntax of the bodies of examples: JSON, XML, forms and JSON Patch."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from callsheet import lazy_re as re
from callsheet.checks.model.bodies import is_json_patch
from callsheet.checks.model.examples import ExampleMessage, code, requests, responses
from callsheet.checks.model.page import OperationPage
from callsheet.checks.model.subjects import Subject
from callsheet.checks.parsing.nodes import Node, SyntaxProblem, node_mismatches
from callsheet.checks.parsing.words import did_you_mean
from callsheet.checks.rule import Diagnostic, Example, OperationRule, operation_rule
from callsheet.checks.rules.specimen import SENT
from callsheet.findings import Edit, Related, Severity
from callsheet.schema import PropertySchema, Schema, enumeration

_FORMATS = {"json": "JSON", "xml": "XML", "form": "form data", "multipart": "multipart body"}


def _unparsable_bodies(examples: Iterable[ExampleMessage]) -> Iterator[Diagnostic]:
    """Report bodies that violate the syntax of their format."""
    for example in examples:
        problem = example.parsed
        # Where something was left out on purpose, what is left may be no JSON.
        if isinstance(problem, SyntaxProblem) and not example.is_abridged:
            yield _syntax_diagnostic(example, problem)


def _syntax_diagnostic(example: ExampleMessage, problem: SyntaxProblem) -> Diagnostic:
    name = _FORMATS.get(example.format, example.format)
    place = example.place(problem.start, problem.end)
    related: tuple[Related, ...] = ()
    if problem.opened is not None:
        line = example.place(problem.opened, problem.opened + 1).line
        bracket = example.body[problem.opened]
        related = (example.page.related(line, f"`{bracket}` is opened here"),)
    fix: tuple[Edit, ...] = ()
    if problem.replacement is not None:
        fix = (example.edit(problem.start, problem.end, problem.replacement),)
    message = f"The body is not {name}: there is {problem.problem}; expected is {problem.expected}."
    return Diagnostic(place, message, related=related, fix=fix)


_REQUEST_BODY_SYNTAX = OperationRule(
    code="CS301",
    name="request-body-syntax",
    in_any_layout=True,
    severity=Severity.ERROR,
    summary="The body of an example request cannot be read as what its `Content-Type` says.",
    cause=(
        "Readers copy examples. JSON has no trailing commas, no comments, no single quotes and no "
        "keys without quotes (RFC 8259); one missing bracket is enough for a parser to refuse the "
        "whole body. In a multipart body it is one wrong boundary (RFC 2046, 5.1)."
    ),
    hint="Write it so that a parser reads it.",
    examples=(
        Example('"Posted": "2026-03-14T09:26:53Z"\n}', '"Posted": "2026-03-14T09:26:53Z",\n}'),
        Example('json\n\n{\n  "Label": "Glasses",', "json\n\n{\n  'Label': \"Glasses\","),
    ),
    subject=Subject.UNPARSABLE_BODIES,
    check=lambda page: _unparsable_bodies(requests(page)),
)


_RESPONSE_BODY_SYNTAX = replace(
    _REQUEST_BODY_SYNTAX,
    code="CS401",
    name="response-body-syntax",
    summary="The body of an example response cannot be read as what its `Content-Type` says.",
    cause=(
        "Readers copy examples. JSON has no trailing commas, no comments, no single quotes and "
        "no keys without quotes (RFC 8259); one missing bracket is enough for a parser to "
        "refuse the whole body."
    ),
    examples=(
        Example('"Fragile": true', '"Fragile": True'),
        Example('"ParcelId": 7,\n', '"ParcelId": 7\n'),
    ),
    check=lambda page: _unparsable_bodies(responses(page)),
)


def _repeated_keys(examples: Iterable[ExampleMessage]) -> Iterator[Diagnostic]:
    """Report keys that occur twice in an object of a JSON body."""
    for example in examples:
        if example.node is None or example.format != "json":
            continue
        for node in example.node.objects():
            if len({member.key for member in node.members or ()}) == len(node.members or ()):
                continue
            first: dict[str, int] = {}
            for member in node.members or ():
                if member.key not in first:
                    first[member.key] = member.start
                    continue
                line = example.place(first[member.key], first[member.key] + 1).line
                yield Diagnostic(
                    example.place(member.start, member.end),
                    f"The key {code(member.key)} is there twice in one object.",
                    related=(example.page.related(line, "the first one"),),
                )


_REQUEST_REPEATED_KEY = OperationRule(
    code="CS302",
    name="request-repeated-key",
    in_any_layout=True,
    severity=Severity.ERROR,
    summary="An object in the body of an example request has the same key twice.",
    cause=(
        "Which of the two values counts is up to the parser (RFC 8259, 4), so that the example "
        "means something else to each reader. It comes about when a property is copied and its "
        "name is not changed."
    ),
    hint="Remove or rename one of them.",
    examples=(
        Example(
            '"Posted": "2026-03-14T09:26:53Z"\n}',
            '"Posted": "2026-03-14T09:26:53Z",\n  "Kind": "Pallet"\n}',
        ),
    ),
    subject=Subject.REPEATED_KEYS,
    check=lambda page: _repeated_keys(requests(page)),
)


_RESPONSE_REPEATED_KEY = replace(
    _REQUEST_REPEATED_KEY,
    code="CS402",
    name="response-repeated-key",
    summary="An object in the body of an example response has the same key twice.",
    examples=(Example('"ParcelId": 7,', '"ParcelId": 7,\n  "ParcelId": 8,'),),
    check=lambda page: _repeated_keys(responses(page)),
)


def _mislabelled_bodies(examples: Iterable[ExampleMessage]) -> Iterator[Diagnostic]:
    """Report bodies that contradict their `Content-Type`."""
    for example in examples:
        header = next(
            (h for h in example.message.headers if h.name.lower() == "content-type"), None
        )
        if header is None or not example.is_mislabelled or example.misplaced_header:
            continue
        looks = "JSON" if example.body.lstrip().startswith(("{", "[")) else "XML"
        yield Diagnostic(
            example.header_value(header),
            f"The `Content-Type` is {code(header.value)}, and the body is {looks}.",
            related=(example.page.related(example.whole_body().line, "the body"),),
        )


_REQUEST_MISLABELLED_BODY = OperationRule(
    code="CS307",
    name="request-mislabelled-body",
    in_any_layout=True,
    severity=Severity.ERROR,
    summary="The `Content-Type` of an example request says something else than its body is.",
    cause=(
        "A client chooses the parser by `Content-Type`; JSON that is labelled as XML is refused. "
        "It comes about when an example is written in another format and its header fields are "
        "not changed."
    ),
    hint="Write the body in the format of the `Content-Type`, or the other way round.",
    examples=(
        Example("Content-Type: application/json\nAccept", "Content-Type: application/xml\nAccept"),
    ),
    subject=Subject.MISLABELLED_BODIES,
    check=lambda page: _mislabelled_bodies(requests(page)),
)


_RESPONSE_MISLABELLED_BODY = replace(
    _REQUEST_MISLABELLED_BODY,
    code="CS407",
    name="response-mislabelled-body",
    summary="The `Content-Type` of an example response says something else than its body is.",
    examples=(
        Example(
            "Content-Type: application/json; charset=utf-8",
            "Content-Type: application/xml; charset=utf-8",
        ),
    ),
    check=lambda page: _mislabelled_bodies(responses(page)),
)


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


@Example(
    SENT,
    "Content-Type: application/json-patch+json\n"
    "Accept: application/json\n"
    "\n"
    "[\n"
    '  {"op": "change", "path": "/Label", "value": "Cups"}\n'
    "]",
    also=("request-media-type",),
)
@operation_rule(
    code="CS325",
    name="json-patch-operation",
    severity=Severity.ERROR,
    summary="An operation of a JSON Patch is not as RFC 6902 has it.",
    cause=(
        "An operation has `op`, one of `add`, `remove`, `replace`, `move`, `copy` and `test`, and "
        "`path`; `add`, `replace` and `test` have a `value`, `move` and `copy` a `from`."
    ),
    hint="Correct the operation.",
    subject=Subject.JSON_PATCH,
)
def _malformed_patch_operations(page: OperationPage) -> Iterator[Diagnostic]:
    """Report operations that violate RFC 6902."""
    for example in requests(page):
        for node in _operations(example):
            yield from _operation(example, node)


@Example(
    SENT,
    "Content-Type: application/json-patch+json\n"
    "Accept: application/json\n"
    "\n"
    "[\n"
    '  {"op": "remove", "path": "Label"}\n'
    "]",
    also=("request-media-type",),
)
@operation_rule(
    code="CS326",
    name="json-patch-pointer",
    severity=Severity.NOTE,
    summary="A path of a JSON Patch does not begin with a slash.",
    cause=(
        "A JSON pointer is empty or begins with a slash (RFC 6901, 3). A page may say in its "
        "description that the slash is optional; then there is no finding."
    ),
    hint="Put a slash before the name.",
    subject=Subject.JSON_PATCH,
)
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
        if member.key not in _ALL:
            place = example.place(member.start, member.end)
            hint = did_you_mean(member.key, _ALL)
            yield Diagnostic(place, f"An operation of JSON Patch has no {code(member.key)}.", hint)
            return  # A missing member is probably the misspelt one.
    opening = example.place(node.start, node.start + 1)
    op = node.get("op")
    if op is None:
        yield Diagnostic(opening, "The operation lacks `op`.")
        return
    place = example.place(op.start, op.end)
    for found in node_mismatches(node, _OPERATION):
        inner, expected = found.node, found.expected
        if found.path == "op":
            hint = did_you_mean(str(op.value), _MEMBERS)
            yield Diagnostic(place, f"`op` is {example.shown(op)}; expected is {expected}.", hint)
            return
        message = f"`{found.path}` is {example.shown(inner)}; expected is a JSON pointer."
        if found.mismatch.keyword == "pattern":
            message = f"`{found.path}` is {example.shown(inner)}; `~` is written `~0` in it."
        yield Diagnostic(example.place(inner.start, inner.end), message)
    for name in _MEMBERS[op.value]:
        if node.get(name) is None:
            yield Diagnostic(place, f"The operation `{op.value}` lacks `{name}`.")
