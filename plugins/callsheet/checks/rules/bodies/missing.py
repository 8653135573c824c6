"""Bodies and properties that examples lack, and bodies that no table documents."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace

from callsheet import lazy_re as re
from callsheet.checks.model.bodies import MissingProperty, content_of
from callsheet.checks.model.examples import (
    ExampleMessage,
    code,
    has_unread_examples,
    requests,
    responses,
    typed_responses,
)
from callsheet.checks.model.page import OperationPage, Place
from callsheet.checks.model.subjects import Subject
from callsheet.checks.parsing.nodes import Member, Node
from callsheet.checks.parsing.xml_and_forms import PartMember
from callsheet.checks.rule import Diagnostic, Example, OperationRule, operation_rule
from callsheet.checks.rules.bodies.properties import compared, where_expected
from callsheet.checks.rules.bodies.types import stated_types
from callsheet.checks.rules.specimen import ANSWERED, SENT, specimen
from callsheet.findings import Severity
from callsheet.http.media_types import MULTIPART, is_json, is_opaque, is_xml
from callsheet.model import ExampleRequest, Property
from callsheet.schema import Schema
from callsheet.schema.words.facets import Facet

_BEGINNING = (
    "PUT /api/v1/Depot/north/Parcel/7?notify=true\nAuthorization: Basic cmVhZGVyOmNhbGxzaGVldA==\n"
)


@Example(f"{_BEGINNING}{SENT}\n", f"{_BEGINNING}Accept: application/json\n")
@operation_rule(
    code="CS308",
    name="request-body-missing",
    summary="A sample request lacks the body that the page documents.",
    cause=(
        "A reader who copies the example sends no body and is refused, and nobody sees what a body "
        "looks like. Where the page says that the body is `**Required**`, each request has one, "
        "but for those that are named like a response that refuses them. A page whose body is a "
        "file is left alone, as a text has no place for it."
    ),
    hint="Show a body below the header fields, with a `Content-Type`.",
    superseded_by=("method-body",),
    subject=Subject.REQUEST_BODIES,
)
def _requests_without_body(page: OperationPage) -> Iterator[Diagnostic]:
    """Report sample requests without the documented body; a file cannot be shown as text."""
    operation = page.operation
    body, required = operation.request_body, operation.body_required
    if body is None or body.binary or required is False or has_unread_examples(page):
        return
    listed = operation.request_media_types
    if listed and all(is_opaque(media_type) for media_type in listed):
        return
    # A form is shown by its fields.
    if listed == (MULTIPART,) and body.type is not None and not body.properties:
        return
    what = "required" if required else "documented"
    name = f" {code(body.name)}" if body.name else ""
    for example in _all_without(page) if required else _first_without(page):
        yield Diagnostic(
            example.first_line(),
            f"The sample request lacks the {what} body{name}.",
            related=(page.related(body.span.start, "the request body"),),
        )


def _all_without(page: OperationPage) -> Iterator[ExampleMessage]:
    """Yield the sample requests without a body, except those that show a refusal."""
    refused = {m.name for m in page.operation.example_responses if m.status >= 400} - {""}
    for example in requests(page):
        message = example.message
        named = message.name if isinstance(message, ExampleRequest) else ""
        if not example.has_body and named not in refused:
            yield example


def _first_without(page: OperationPage) -> Iterator[ExampleMessage]:
    """Yield the first sample request if none has a body and one could be text."""
    listed, sent = page.operation.request_media_types, requests(page)
    if listed and not any(_is_text(media_type) for media_type in listed):
        return
    if sent and not any(example.has_body for example in sent):
        yield sent[0]


@Example(
    f"{ANSWERED}\n",
    "HTTP/1.1 200 OK\n"
    "Content-Type: application/json; charset=utf-8\n"
    "Last-Modified: Sat, 14 Mar 2026 09:26:53 GMT\n",
)
@operation_rule(
    code="CS409",
    name="response-body-missing",
    summary="A sample response lacks the body that the page documents.",
    cause="The page says what comes back, but does not show it.",
    hint="Show the body below the header fields.",
    subject=Subject.EMPTY_RESPONSES,
)
def _responses_without_body(page: OperationPage) -> Iterator[Diagnostic]:
    """Report successful sample responses without the documented body."""
    if has_unread_examples(page):
        return
    for example, message in typed_responses(page):
        content = content_of(example)
        if example.has_body or content is None or content.binary:
            continue
        if not 200 <= message.status < 300:
            continue
        if example.content_type and not _is_text(example.content_type):
            continue
        stated = [found.place.line for found in stated_types(page)]
        line = stated[-1] if stated else content.span.start
        yield Diagnostic(
            example.first_line(),
            "The sample response lacks the documented body.",
            related=(page.related(line, "the response body"),),
        )


def _is_text(media_type: str) -> bool:
    return is_json(media_type) or is_xml(media_type) or media_type.startswith("text/")


def _without_body() -> str:
    """Return the correct page as another operation that mentions no request body."""
    text = specimen().replace("v1Parcel_Change", "v1Crate_Change").replace("/Parcel/", "/Crate/")
    start, end = text.index("## Request Body"), text.index("## Response")
    return re.sub(r"\| Content-Type \|.*\n", "", text[:start]) + text[end:]


@Example(files={"Depot/v1Crate_Change.md": _without_body()})
@operation_rule(
    code="CS309",
    name="request-body-undocumented",
    severity=Severity.ERROR,
    summary="A sample request has a body, and the page documents none.",
    cause=(
        "Either the section of the request body is missing, or the example is of another operation."
    ),
    hint="Add a section `Request Body`, or remove the body.",
    superseded_by=("heading-spelling", "missing-section"),
    subject=Subject.SENT_BODIES,
)
def _undocumented_request_bodies(page: OperationPage) -> Iterator[Diagnostic]:
    """Report bodies of sample requests that the page does not document."""
    if page.operation.request_body is not None:
        return
    for example in requests(page):
        if example.has_body and example.misplaced_header is None:
            response = page.operation.response
            line = response.span.start if response else page.operation.route.span.start
            yield Diagnostic(
                example.whole_body(),
                f"The sample request has a body, {code(example.body, 30)}, and the page documents "
                "none.",
                related=(page.related(line, "no section `Request Body` stands before this"),),
            )


def _is_marked(page: OperationPage, row: Property | None) -> bool:
    """Tell whether a row itself says that it is required: a sentence may call all of them so."""
    line = page.line(row.span.start).lower() if row else ""
    return any(mark in line for mark in ("requir", "mandatory", "| yes"))


def _has_rows(record: Node, schema: Schema) -> bool:
    """Tell whether an object has any documented property; an envelope has none."""
    names = {item.name for item in schema.properties}
    return any(member.key in names for member in record.members or ())


def _missing_properties(
    examples: Iterable[ExampleMessage], *, required_only: bool
) -> Iterator[Diagnostic]:
    """Report documented properties that an example lacks."""
    for example, comparison in compared(examples):
        gaps = _Gaps(example)
        rows = {row.span: row for row in reversed(comparison.content.rows)}
        # A table with a column for what is required says of all others that they are optional:
        # the column may be empty in their rows.
        has_optional = any(
            row.required is False or Facet.REQUIRED in dict(row.facets)
            for row in comparison.content.rows
        )
        documented: dict[int, bool] = {}
        for missing in comparison.missing:
            required = missing.property.required
            if (required_only or has_optional) and not required:
                continue
            what = "required property" if required else "property"
            span = missing.property.span
            row = rows.get(span) if span is not None else None
            if not example.page.is_in_own_layout:
                record = missing.record
                if id(record) not in documented:
                    documented[id(record)] = _has_rows(record, missing.schema)
                if not documented[id(record)] or not _is_marked(example.page, row):
                    continue
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


_REQUEST_MISSING_PROPERTY = OperationRule(
    code="CS304",
    name="request-missing-property",
    in_any_layout=True,
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
    subject=Subject.MISSING_PROPERTIES,
    check=_missing_in_requests,
)


_RESPONSE_MISSING_PROPERTY = replace(
    _REQUEST_MISSING_PROPERTY,
    code="CS404",
    name="response-missing-property",
    in_any_layout=False,
    severity=Severity.WARNING,
    summary="An example response lacks a property that its table documents.",
    cause=(
        "A response has all properties of its table, with null where there is no value, so "
        "that an example without one shows a response that no server sends. Where the column "
        "`Required` says `No`, properties may be missing."
    ),
    examples=(Example('  "Posted": "2026-03-14T09:26:53Z",\n', ""),),
    check=_missing_in_responses,
)
