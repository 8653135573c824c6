"""Documented properties that examples lack."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace

from callsheet.checks.model.bodies import MissingProperty, content_of
from callsheet.checks.model.examples import ExampleMessage, code, requests, responses
from callsheet.checks.model.page import OperationPage, Place
from callsheet.checks.parsing.multipart_text import PartMember
from callsheet.checks.parsing.nodes import Member, Node
from callsheet.checks.rule import Diagnostic, Example, OperationRule
from callsheet.checks.rules.bodies.comparisons import compared, where_expected
from callsheet.findings import Severity
from callsheet.schema import Schema


def _missing_properties(
    examples: Iterable[ExampleMessage], *, required_only: bool
) -> Iterator[Diagnostic]:
    """Report documented properties that an example lacks."""
    for example, comparison in compared(examples):
        gaps = _Gaps(example)
        rows = {row.span: row for row in reversed(comparison.content.rows)}
        for missing in comparison.missing:
            if required_only and not missing.property.required:
                continue
            what = "required property" if missing.property.required else "property"
            span = missing.property.span
            row = rows.get(span) if span is not None else None
            yield Diagnostic(
                gaps.place(missing),
                f"The example lacks the {what} {code(missing.path)}.",
                related=where_expected(example, comparison, row),
            )


def _missing_files(examples: Iterable[ExampleMessage]) -> Iterator[Diagnostic]:
    """Report forms without a file part where the page documents a file."""
    for example in examples:
        content, node = content_of(example), example.node
        if content is None or not content.binary or example.format != "multipart" or node is None:
            continue
        if not any(isinstance(m, PartMember) and m.is_file for m in node.members or ()):
            start = example.body.rfind("\n", 0, node.end) + 1
            yield Diagnostic(
                example.place(start, node.end),
                "The example lacks a part with a file name.",
                related=(example.page.related(content.span.start, "the body is a file"),),
            )


def _missing_in_requests(page: OperationPage) -> Iterator[Diagnostic]:
    # A request may omit what is not required.
    yield from _missing_properties(requests(page), required_only=True)
    yield from _missing_files(requests(page))


def _missing_in_responses(page: OperationPage) -> Iterator[Diagnostic]:
    yield from _missing_properties(responses(page), required_only=False)


class _Gaps:
    """Finds where in an object a property is missing: at the next property of the table.

    The last object is remembered, since one object may lack many properties.
    """

    def __init__(self, example: ExampleMessage) -> None:
        self._example = example
        self._places: dict[int, dict[str, int]] = {}
        self._record: Node | None = None
        self._reached: list[int] = []
        self._members: list[Member] = []

    def place(self, missing: MissingProperty) -> Place:
        """Return the place where an object lacks a property; its end if no later one is there."""
        example, record = self._example, missing.record
        places = self._places_in(missing.schema)
        if record is not self._record:
            self._look_at(record, places)
        # The first member whose row comes after the missing one.
        later = bisect_right(self._reached, places[missing.property.name])
        if later < len(self._members):
            return example.place(self._members[later].start, self._members[later].end)
        if example.format == "json":
            return example.place(record.end - 1, record.end)
        if example.format == "multipart":
            # An object of a JSON part ends with its bracket, and the body with its last line.
            if example.body[record.end - 1] == "}":
                return example.place(record.end - 1, record.end)
            return example.place(example.body.rfind("\n", 0, record.end) + 1, record.end)
        return example.place(record.start, min(record.start + 1, record.end))

    def _places_in(self, schema: Schema) -> dict[str, int]:
        if id(schema) not in self._places:
            names = (item.name for item in schema.properties)
            self._places[id(schema)] = {name: place for place, name in enumerate(names)}
        return self._places[id(schema)]

    def _look_at(self, record: Node, places: dict[str, int]) -> None:
        self._record, self._reached, self._members = record, [], []
        for member in record.members or ():
            place = places.get(member.key, -1)
            if place > (self._reached[-1] if self._reached else -1):
                self._reached.append(place)
                self._members.append(member)


_REQUEST = OperationRule(
    code="CS304",
    name="request-missing-property",
    severity=Severity.ERROR,
    summary="An example request lacks a property that its table documents.",
    cause=(
        "A request without a required property, or a form without its file, is refused, and so is "
        "the example when a reader sends it. Properties that are not required may be left out."
    ),
    hint="Add it to the example, or correct the table.",
    examples=(Example('json\n\n{\n  "Label": "Glasses",\n  "Weight"', 'json\n\n{\n  "Weight"'),),
    superseded_by=("broken-table", "misspelt-column"),
    superseded_at_source_by=("unknown-type", "duplicate-name"),
    check=_missing_in_requests,
)

RULES = (
    _REQUEST,
    replace(
        _REQUEST,
        code="CS404",
        name="response-missing-property",
        severity=Severity.WARNING,
        summary="An example response lacks a property that its table documents.",
        cause=(
            "A response has all properties of its table, with null where there is no value, so "
            "that an example without one shows a response that no server sends."
        ),
        examples=(Example('  "Posted": "2026-03-14T09:26:53Z",\n', ""),),
        check=_missing_in_responses,
    ),
)
