"""A property with different types in the request table and the response table of a page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from callsheet.checks.model.cells import cell
from callsheet.checks.model.example_types import shown_properties, shows_otherwise
from callsheet.checks.model.page import OperationPage
from callsheet.checks.rule import Diagnostic, Example, OperationRule
from callsheet.findings import Severity
from callsheet.model import DataType, Property

_COARSE = {
    "String": frozenset({"date-time", "byte", "enum"}),
    "Integer": frozenset({"int64"}),
    "Number": frozenset({"int32", "int64"}),
}
"""Types of the response that a type of the request may become, besides its counterpart.
"""


def _differing_request_and_response_types(page: OperationPage) -> Iterator[Diagnostic]:
    operation = page.operation
    if operation.request_body is None or operation.response is None:
        return
    answered = {row.name: row for row in operation.response.properties if row.type}
    shown: list[Mapping[str, str]] | None = None
    for row in operation.request_body.properties if answered else ():
        other = answered.get(row.name)
        if other is None or row.type is None or other.type is None:
            continue
        if row.type.name == "enum" == other.type.name:
            if set(row.type.values) != set(other.type.values):
                yield _values(page, row, other, row.type, other.type)
        elif not _agree(row.type, other.type):
            if shown is None:
                shown = [shown_properties(e.body) for e in operation.example_responses]
            yield _types(page, row, other, row.type, other.type, shown)


def _agree(sent: DataType, answered: DataType) -> bool:
    if sent.name == answered.name:
        return True
    if sent.name == "object" and answered.is_named:
        return True
    if sent.name == "enum":
        return answered.name == "string"
    return answered.name in _COARSE.get(sent.written, ())


def _types(
    page: OperationPage,
    row: Property,
    other: Property,
    sent: DataType,
    answered: DataType,
    shown: Sequence[Mapping[str, str]],
) -> Diagnostic:
    wrong = other if any(shows_otherwise(each, row.name, answered) for each in shown) else row
    right, here, there = (row, answered, sent) if wrong is other else (other, sent, answered)
    where = "request" if wrong is other else "response"
    message = f"`{row.name}` is `{here.written}` here and `{there.written}` in the {where}."
    related = page.related(right.span.start, f"`{row.name}` in the {where}.")
    return Diagnostic(cell(page, wrong.span.start, "type"), message, related=(related,))


def _values(
    page: OperationPage, row: Property, other: Property, sent: DataType, answered: DataType
) -> Diagnostic:
    before, after = set(sent.values), set(answered.values)
    more = [value for value in sent.values if value not in after]
    fewer = [value for value in answered.values if value not in before]
    parts = [
        f"the response has no {_list(more)}" if more else "",
        f"it has no {_list(fewer)} of the response" if fewer else "",
    ]
    message = f"The values of `{row.name}` differ: {', and '.join(p for p in parts if p)}."
    related = page.related(other.span.start, f"`{row.name}` in the response.")
    return Diagnostic(cell(page, row.span.start, "type"), message, related=(related,))


def _list(values: list[str]) -> str:
    return ", ".join(f"`{value}`" for value in values)


RULE = OperationRule(
    code="CS207",
    name="request-and-response-differ",
    severity=Severity.WARNING,
    summary="A property has one type or enumeration in the request and another in the response.",
    cause=(
        "What a caller sends and gets back under one name is one thing. `Integer` in the request "
        "is `int32` in the response, and `String` may be `date-time`, `byte` or an enumeration; "
        "all other differences are a slip in one of the two tables."
    ),
    hint="Give the property the same type in both tables.",
    examples=(
        Example("| Weight | int32 |", "| Weight | string |", also=("response-property-type",)),
        Example(
            "int32 | Its weight in grams. |\n| Kind | Enum: Letter, Box, Pallet |",
            "int32 | Its weight in grams. |\n| Kind | Enum: Letter, Box |",
        ),
    ),
    superseded_on_line_by=(
        "ragged-row",
        "unknown-type",
        "enumeration-values",
    ),
    check=_differing_request_and_response_types,
)
