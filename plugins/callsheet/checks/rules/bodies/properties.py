"""Properties in the bodies of examples, compared with their rows."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from callsheet.checks.model.bodies import BodyComparison, UnknownProperty, compare, row_of
from callsheet.checks.model.examples import ExampleMessage, code, requests, responses
from callsheet.checks.model.examples import examples as examples_of
from callsheet.checks.model.subjects import Subject
from callsheet.checks.model.tables import typed_row, typed_tables
from callsheet.checks.model.tree import Tree
from callsheet.checks.parsing.nodes import Node, NodeMismatch
from callsheet.checks.parsing.words import likely_meant
from callsheet.checks.rule import Diagnostic, Example, OperationRule
from callsheet.checks.rules.bodies.types import contradicted, stated_types
from callsheet.findings import Edit, Finding, Related, Severity
from callsheet.model import WHOLE, Property
from callsheet.model.bodies import request_body, response_body


def compared(examples: Iterable[ExampleMessage]) -> Iterator[tuple[ExampleMessage, BodyComparison]]:
    """Yield the examples whose bodies have a documented counterpart, with the comparison."""
    for example in examples:
        if comparison := compare(example):
            yield example, comparison


def named(found: NodeMismatch) -> str:
    """Return how a message names the place of a mismatch."""
    return code(found.path) if found.path else "The body"


def where_expected(
    example: ExampleMessage, comparison: BodyComparison, row: Property | None
) -> tuple[Related, ...]:
    """Return the row that states the expectation, else the description of the whole body."""
    if row is None:
        return (_heading(example, comparison),)
    return (typed_row(example.page, row),)


def _heading(example: ExampleMessage, comparison: BodyComparison) -> Related:
    """Return the heading that states the type of a body."""
    page, span = example.page, comparison.content.span
    response = page.operation.response
    if not example.is_request and response is not None and response.span == span:
        for stated in reversed(list(stated_types(page))):
            message = f"the type of the response, `{stated.type.written}`"
            return page.related(stated.place.line, message)
    return page.related(span.start, "the body is described here")


def shown_value(example: ExampleMessage, node: Node) -> str:
    """Return how a message shows a value: objects and arrays by their kind only."""
    if node.is_object or node.is_array:
        return f"an {node.kind}"
    return example.shown(node)


def _unknown_properties(examples: Iterable[ExampleMessage]) -> Iterator[Diagnostic]:
    """Report properties that no row documents."""
    for example, comparison in compared(examples):
        rows = comparison.content.rows
        by_type: dict[str, Property] = {}
        for row in rows:
            if row.type:
                by_type.setdefault(row.type.written, row)
        is_own = example.page.is_in_own_layout
        for found in comparison.unknown:
            # A table in another layout need not list all, but a slip is one.
            if not is_own and not (
                found.meant and likely_meant(found.member.key, [found.meant.name])
            ):
                continue
            # If the cells of a row are swapped, the name is in the type column.
            yield _unknown_property(example, by_type.get(found.member.key, rows[0]), rows, found)


def _unknown_property(
    example: ExampleMessage, row: Property, rows: Sequence[Property], found: UnknownProperty
) -> Diagnostic:
    member, meant = found.member, found.meant
    place = example.place(member.start, member.end)
    shown = code(member.key)
    if meant is None:
        related = (example.page.related(row.span.start, "the table begins here"),)
        return Diagnostic(
            place, f"The property {shown} of the example is not documented.", related=related
        )
    line = (row_of(rows, meant) or row).span.start
    related = (example.page.related(line, f"the row of `{meant.name}`"),)
    message = f"The property {shown} of the example is not documented; `{meant.name}` is."
    fix: tuple[Edit, ...] = ()
    if meant.name.lower() == member.key.lower():
        message = f"The property {shown} of the example is documented as `{meant.name}`."
        written = example.body[member.start : member.end]
        fix = (example.edit(member.start, member.end, written.replace(member.key, meant.name)),)
    hint = f"Did you mean `{meant.name}`?"
    return Diagnostic(place, message, hint, related, fix)


_REQUEST_UNKNOWN_PROPERTY = OperationRule(
    code="CS303",
    name="request-unknown-property",
    in_any_layout=True,
    severity=Severity.ERROR,
    summary="An example request has a property that its table does not document.",
    cause=(
        "Either the table is incomplete or the name is misspelled; a reader cannot know which. It "
        "comes about when a property is renamed in one place only."
    ),
    hint="Add a row for it, or correct its name.",
    examples=(
        Example('"Posted": "2026-03-14T09:26:53Z"\n}', '"Postde": "2026-03-14T09:26:53Z"\n}'),
    ),
    superseded_by=("broken-table", "misspelt-column"),
    superseded_at_source_by=("unknown-type",),
    subject=Subject.BODIES,
    check=lambda page: _unknown_properties(requests(page)),
)


_RESPONSE_UNKNOWN_PROPERTY = replace(
    _REQUEST_UNKNOWN_PROPERTY,
    code="CS403",
    name="response-unknown-property",
    summary="An example response has a property that its table does not document.",
    examples=(Example('"ParcelId": 7', '"Parcel": 7'),),
    check=lambda page: _unknown_properties(responses(page)),
)


_COUNTED = dict.fromkeys(("minItems", "maxItems"), ("item", "items")) | dict.fromkeys(
    ("minProperties", "maxProperties"), ("property", "properties")
)
"""The keywords that limit the number of parts, and what one and several parts are called."""


def _mismatched_values(examples: Iterable[ExampleMessage]) -> Iterator[Diagnostic]:
    """Report values that contradict what the page says of them."""
    for example, comparison in compared(examples):
        for wrong in comparison.wrong:
            if not wrong.path and not example.is_request and contradicted(example)[0]:
                continue  # The rule about the heading reports it.
            node = wrong.node
            start, end = node.start, node.end
            if node.is_object or node.is_array:
                end = start + 1
            fix: tuple[Edit, ...] = ()
            if wrong.remedy is not None and example.format == "json":
                fix = (example.edit(start, end, wrong.remedy),)
            yield Diagnostic(
                example.place(start, end),
                f"{named(wrong)} is {_shown(example, wrong)} in the example; expected is "
                f"{wrong.expected}.",
                related=where_expected(example, comparison, comparison.row(wrong)),
                fix=fix,
            )


def _shown(example: ExampleMessage, wrong: NodeMismatch) -> str:
    """Return how a message shows a wrong value: where the number of its parts is wrong, by that."""
    shown, node = shown_value(example, wrong.node), wrong.node
    words = _COUNTED.get(wrong.mismatch.keyword)
    if words is None:
        return shown
    number = len(node.items or node.members or ())
    return f"{shown} of {number} {words[number != 1]}"


def _of_no_object(tree: Tree, finding: Finding) -> bool:
    """Tell whether a value is of a named type that its page defines as a list, a text or the like.

    A page by itself takes its values for objects. The rule about values of named types knows more.
    """
    others = {
        table.name
        for table in tree.catalog.type_tables
        if any(row.name == WHOLE for row in table.properties)
    }
    operation = tree.catalog.by_path.get(finding.path) if others else None
    if operation is None:
        return False
    lines = {related.line for related in finding.related}
    rows = (row for _, rows in typed_tables(operation) for row in rows)
    types = [row.type for row in rows if row.span.start in lines]
    if not types:
        # The heading of a body states the type.
        bodies = (request_body(operation), response_body(operation))
        types = [body.type for body in bodies if body]
    return any(not others.isdisjoint((each.name, each.of)) for each in types if each)


_REQUEST_PROPERTY_TYPE = OperationRule(
    code="CS305",
    name="request-property-type",
    in_any_layout=True,
    severity=Severity.ERROR,
    summary="A value in an example request is not of the type that its row states.",
    cause=(
        "Programs are written after the table and tested with the example; where the two differ "
        "one of them is wrong. Common slips are numbers in quotes, fractions and too large numbers "
        "for `int32`, dates that are not of RFC 3339, and values that an enumeration does not list."
    ),
    hint="Correct the value, or the type in the table.",
    examples=(
        Example('"Posted": "2026-03-14T09:26:53Z"\n}', '"Posted": "14.03.2026"\n}'),
        Example('"Kind": "Box",\n  "Posted": "2026-03-14T09:26:53Z"\n}', '"Kind": "Crate"\n}'),
    ),
    superseded_at_source_by=(
        "misspelt-column",
        "unknown-type",
        "request-and-response-differ",
        "enumeration-values",
        "property-documented-twice",
    ),
    subject=Subject.BODIES,
    check=lambda page: _mismatched_values(requests(page)),
    dispelled=_of_no_object,
)


_RESPONSE_PROPERTY_TYPE = replace(
    _REQUEST_PROPERTY_TYPE,
    code="CS405",
    name="response-property-type",
    summary="A value in an example response is not of the type that its row states.",
    examples=(
        Example('"ParcelId": 7', '"ParcelId": "7"'),
        Example('"Fragile": true', '"Fragile": "yes"'),
    ),
    check=lambda page: _mismatched_values(responses(page)),
)


def _misplaced_nulls(examples: Iterable[ExampleMessage]) -> Iterator[Diagnostic]:
    """Report null where a number or a bool is documented."""
    for example, comparison in compared(examples):
        for found in comparison.nulls:
            row = comparison.row(found)
            written = row.type.written if row and row.type else found.expected
            yield Diagnostic(
                example.place(found.node.start, found.node.end),
                f"{named(found)} is `null` in the example; documented is `{written}`.",
                related=where_expected(example, comparison, row),
            )


_MISPLACED_NULL = OperationRule(
    code="CS421",
    name="misplaced-null",
    summary="An example is null where a number or a bool is documented.",
    cause=(
        "Many languages have no null for numbers and bools, so that programs that are written "
        "after the table fail with what the example shows."
    ),
    hint="Give the example a value, or say in the row that the value may be missing.",
    examples=(Example('"ParcelId": 7', '"ParcelId": null'),),
    subject=Subject.BODIES,
    check=lambda page: _misplaced_nulls(examples_of(page)),
)


def _malformed_base64(examples: Iterable[ExampleMessage]) -> Iterator[Diagnostic]:
    """Report texts of the type `byte` that are not base64."""
    for example, comparison in compared(examples):
        for found in comparison.not_base64:
            node = found.node
            yield Diagnostic(
                example.place(node.start, node.end),
                f"{named(found)} is {shown_value(example, node)} in the example, which is not "
                "base64.",
                related=where_expected(example, comparison, comparison.row(found)),
            )


_NOT_BASE64 = OperationRule(
    code="CS422",
    name="not-base64",
    in_any_layout=True,
    summary="A value of the type `byte` in an example is not base64.",
    cause=(
        "The type `byte` is base64 (RFC 4648, 4); a reader who decodes the example gets an error. "
        "Generators put a word such as a file name or the beginning of a file in its place."
    ),
    hint="Write some bytes in base64, such as `iVBORw0KGgo=`.",
    examples=(Example('"Posted": "2026-03-14T09:26:53Z"\n}', '"Photo": "photo.png"\n}'),),
    superseded_at_source_by=("request-and-response-differ", "property-documented-twice"),
    subject=Subject.BODIES,
    check=lambda page: _malformed_base64(examples_of(page)),
)
