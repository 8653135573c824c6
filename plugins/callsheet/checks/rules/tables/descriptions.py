"""Descriptions in the rows of tables, and their required marks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from http import HTTPStatus

from callsheet.checks.model.page import OperationPage
from callsheet.checks.model.tables import (
    all_tables,
    cell,
    name_cell,
    replacing,
    sent_tables,
    text_in_cell,
)
from callsheet.checks.model.tree import Tree
from callsheet.checks.parsing.words import misspelt_mark, says_optional, says_required
from callsheet.checks.rule import Diagnostic, Example, OperationRule
from callsheet.findings import Edit, Finding, Severity
from callsheet.model import REQUIRED_MARK, Location, Parameter, Property, SectionKind, Status
from callsheet.model.contents import own_parameters
from callsheet.schema.words.facets import Facet
from callsheet.source.document import BlockKind

_MANY = 3
_KINDS = {
    Location.PATH: "path parameter",
    Location.QUERY: "query parameter",
    Location.HEADER: "header",
    Location.COOKIE: "cookie",
}


def _undescribed_parameters(page: OperationPage) -> Iterator[Diagnostic]:
    operation = page.operation
    for location, kind in _KINDS.items():
        bare = [p for p in operation.parameters if p.location is location and not p.about]
        if bare:
            yield from _undescribed(page, kind, [p for p in bare if p.name])
    bare_statuses = [status for status in operation.status_rows if not status.description]
    if bare_statuses:
        yield from _undescribed(page, "status", bare_statuses)


def _undescribed(
    page: OperationPage, kind: str, rows: Sequence[Property | Status]
) -> Iterator[Diagnostic]:
    # A generated table may lack many, which is one fault.
    if len(rows) > _MANY:
        names = ", ".join(f"`{_name_of_row(row)}`" for row in rows[:_MANY])
        message = f"{len(rows)} rows have no description: {names} and others."
        yield Diagnostic(cell(page, rows[0].span.start, "description"), message)
        return
    for row in rows:
        place = cell(page, row.span.start, "description")
        yield Diagnostic(place, f"The {kind} `{_name_of_row(row)}` has no description.")


def _name_of_row(row: Property | Status) -> str:
    return str(row.code) if isinstance(row, Status) else row.name


def _is_usual(tree: Tree, finding: Finding) -> bool:
    """Tell whether a finding is about a parameter, and most on all pages have no description."""
    if tree.describes_parameters or not (operation := tree.catalog.by_path.get(finding.path)):
        return False
    return any(row.span.start == finding.line for row in operation.parameters)


_UNDESCRIBED_PARAMETER = OperationRule(
    code="CS216",
    name="undescribed-parameter",
    severity=Severity.WARNING,
    summary="A parameter, a header or a status has no description.",
    cause=(
        "A caller has to give a value, or to act on a status, and the name alone doesn't tell how. "
        "Where most parameters of all pages have none, or pages are from a document without "
        "them, `undescribed-parameters` reports it once."
    ),
    hint="Say what it is for.",
    examples=(
        Example("| notify | bool | Whether the receiver gets a message. |", "| notify | bool | |"),
        Example("| 404 | There is no such parcel. |", "| 404 | |"),
    ),
    superseded_on_line_by=("ragged-row",),
    applies_to_imports=False,
    check=_undescribed_parameters,
    dispelled=_is_usual,
)


def _descriptions_repeating_names(page: OperationPage) -> Iterator[Diagnostic]:
    for kind, rows in all_tables(page.operation):
        for row in rows:
            about = row.description
            # A longer text cannot be the name and the mark.
            if len(about) > len(row.name) + 16 or len(about) < len(row.name) or not row.name:
                continue
            if row.about.strip(" .`").lower() == row.name.lower():
                message = f"The description of the {kind} `{row.name}` is its name."
                yield Diagnostic(cell(page, row.span.start, "description"), message)


_DESCRIPTION_REPEATS_NAME = OperationRule(
    code="CS217",
    name="description-repeats-name",
    severity=Severity.NOTE,
    summary="A description is the name of its row and nothing else.",
    cause="It takes the place of a description and tells nothing that the name does not.",
    hint="Say what it is for.",
    examples=(
        Example("| Weight | Integer | Its weight in grams. |", "| Weight | Integer | Weight |"),
    ),
    superseded_on_line_by=("ragged-row", "misspelt-column"),
    applies_to_imports=False,
    check=_descriptions_repeating_names,
)


_PHRASES = {status.phrase.lower(): status.value for status in HTTPStatus} | {
    "content too large": 413,
    "payload too large": 413,
    "range not satisfiable": 416,
    "uri too long": 414,
    "unprocessable content": 422,
    "unprocessable entity": 422,
    "unauthorised": 401,
    "internal error": 500,
    "success": 200,
}
_BEGINS = re.compile(
    rf"({'|'.join(sorted(map(re.escape, _PHRASES), key=len, reverse=True))})(?=\s*(?:[.!:;,(-]|$))",
    re.IGNORECASE,
)
_FAILED = re.compile(
    r"\b(?:not found|bad request|does not exist|is missing|unauthori[sz]ed|forbidden|failed"
    r"|aborted|not modified|not acceptable|internal server error|precondition failed)\b",
    re.IGNORECASE,
)
_DONE = re.compile(
    r"(?:the\s+)?\w+\s+(?:was |has been |is )?(?:found|updated|deleted|created|saved|returned)\.?",
    re.IGNORECASE,
)
_SAME = ({200, 201, 202, 204},)
"""Groups of statuses that may share a reason phrase, such as `OK` for 204."""


def _mismatched_status_texts(page: OperationPage) -> Iterator[Diagnostic]:
    for status in page.operation.status_rows:
        if words := _other_phrase(status):
            place = text_in_cell(page, status.span.start, "description", words)
            message = f"`{words}` does not describe the status {status.code}."
            yield Diagnostic(place, message, hint=_hint_for_status(status, words))


def _other_phrase(status: Status) -> str | None:
    """Return the words of a description that belong to another status."""
    code, text = status.code, status.description.strip("*` ")
    if match := _BEGINS.match(text):
        other = _PHRASES[match[1].lower()]
        if other == code or _phrase(code) == match[1].lower():
            return None
        alike = any(code in codes and other in codes for codes in _SAME) and other == 200
        return None if alike and match[1].lower() == "success" else match[1]
    if code < 300 and (match := _FAILED.search(text)) and not _is_negated(text):
        return match.group()
    if code >= 400 and _DONE.fullmatch(text):
        return text
    return None


def _is_negated(text: str) -> bool:
    """Tell whether a success mentions what is missing, such as `OK, or null if not found`."""
    return re.search(r"\b(?:if|when|or|unless|whether|otherwise|else)\b", text, re.I) is not None


def _phrase(code: int) -> str:
    return HTTPStatus(code).phrase.lower() if code in set(HTTPStatus) else ""


def _hint_for_status(status: Status, words: str) -> str:
    other = _PHRASES.get(words.lower())
    phrase = _phrase(status.code)
    expected = f"{status.code} means `{phrase}`" if phrase else "Describe the status"
    return f"{expected}; `{words}` is what {other} means." if other else f"{expected}."


_STATUS_TEXT = OperationRule(
    code="CS218",
    name="status-text",
    severity=Severity.WARNING,
    summary="A status is described by the words of another one.",
    cause=(
        "The statuses of HTTP have meanings (RFC 9110, 15). A row such as `404 | OK` was copied or "
        "given the wrong number, and a caller who handles statuses by it does the wrong thing."
    ),
    hint="Correct the status or its description.",
    examples=(
        Example("| 404 | There is no such parcel. |", "| 404 | OK |"),
        Example("| 200 | The parcel as it is stored. |", "| 200 | Parcel not found. |"),
    ),
    superseded_on_line_by=("ragged-row", "unregistered-status"),
    check=_mismatched_status_texts,
)


def _misspelt_required_marks(page: OperationPage) -> Iterator[Diagnostic]:
    for _, rows in sent_tables(page.operation):
        if any(Facet.REQUIRED in dict(row.facets) for row in rows):
            # A column of its own has the mark.
            continue
        for row in rows:
            if row.required is not None or not row.description:
                continue
            if written := misspelt_mark(row.description):
                place = text_in_cell(page, row.span.start, "description", written)
                message = f"`{written}` of `{row.name}` is not read as `{REQUIRED_MARK}`."
                yield Diagnostic(place, message, fix=replacing(place, REQUIRED_MARK))
    yield from _misspelt_marks_in_bodies(page)


def _misspelt_marks_in_bodies(page: OperationPage) -> Iterator[Diagnostic]:
    """Report misspelt marks that stand alone below the heading of a body."""
    for section in page.sections:
        if section.kind is not SectionKind.REQUEST_BODY or not section.blocks:
            continue
        first, *_ = section.blocks
        line = first.text.split("\n")[0].strip()
        if first.kind is BlockKind.PARAGRAPH and line and misspelt_mark(line) == line:
            place = page.whole_line(first.span.start)
            message = f"`{line}` of the body is not read as `{REQUIRED_MARK}`."
            yield Diagnostic(place, message, fix=replacing(place, REQUIRED_MARK))


_MISSPELT_REQUIRED_MARK = OperationRule(
    code="CS212",
    name="misspelt-required-mark",
    severity=Severity.ERROR,
    summary="A required mark is misspelt, or not bold.",
    cause=(
        "`**Required**` marks a parameter, property or body that must be given. Written in another "
        "way it is mere text: the reference server accepts requests without the value, and the "
        "sample program leaves it out."
    ),
    hint=f"Write `{REQUIRED_MARK}`.",
    examples=(
        Example("The parcel. **Required** |", "The parcel. *Required* |"),
        Example("The parcel. **Required** |", "The parcel. **Requierd** |"),
        Example("The parcel. **Required** |", "The parcel. (required) |"),
        Example("## Request Body: parcel\n", "## Request Body: parcel\n\n*Required*\n"),
    ),
    superseded_on_line_by=("ragged-row",),
    check=_misspelt_required_marks,
)


def _optional_path_parameters(page: OperationPage) -> Iterator[Diagnostic]:
    for row, _ in own_parameters(page.operation, Location.PATH):
        # Another rule reports a misspelt mark.
        if row.required or misspelt_mark(row.description) or not row.name:
            continue
        message = f"The path parameter `{row.name}` has no `{REQUIRED_MARK}`."
        related = page.related(page.operation.route.span.start, "The route, which needs a value.")
        line = row.span.start
        text = page.line(row.span.end).rstrip()
        fix: tuple[Edit, ...] = ()
        if row.span.end == line and text.endswith("|"):
            column = len(text[:-1].rstrip()) + 1
            fix = (Edit(line, column, line, len(text), f" {REQUIRED_MARK} "),)
        yield Diagnostic(name_cell(page, line), message, related=(related,), fix=fix)


_OPTIONAL_PATH_PARAMETER = OperationRule(
    code="CS211",
    name="optional-path-parameter",
    severity=Severity.WARNING,
    summary="A path parameter is not marked as required.",
    cause=(
        "A path without the value is another path, so path parameters are always required "
        "(OpenAPI, Parameter Object). Without the mark a reader thinks that the value can be left "
        "out."
    ),
    hint=f"Write `{REQUIRED_MARK}` at the end of the description.",
    examples=(Example("The parcel. **Required** |", "The parcel. |"),),
    superseded_on_line_by=(
        "ragged-row",
        "type-left-over",
        "tag-left-over",
        "text-to-follow",
        "template-mark",
        "escape-left-over",
        "misspelt-column",
    ),
    check=_optional_path_parameters,
)


def _contradictory_required_marks(page: OperationPage) -> Iterator[Diagnostic]:
    for kind, rows in sent_tables(page.operation):
        for row in rows:
            if row.required:
                words = says_optional(row.about)
                # A part of the path has to be there, whatever its usual value.
                if words and not (kind == "path parameter" and "default" in words.lower()):
                    yield _required_and_optional(page, kind, row, words)
            elif not isinstance(row, Parameter):
                continue
            elif (words := says_required(row.description)) and not misspelt_mark(row.description):
                yield _required_without_mark(page, kind, row, words)
    yield from _contradictory_bodies(page)


def _contradictory_bodies(page: OperationPage) -> Iterator[Diagnostic]:
    """Report bodies whose sections contradict each other about being required."""
    stated = [body for body in page.operation.request_bodies if body.required is not None]
    for body in stated[1:]:
        if body.required != stated[0].required:
            place = page.whole_line(body.span.start)
            here, above = ("required", "optional") if body.required else ("optional", "required")
            message = f"The body is {here} here and {above} above."
            related = page.related(stated[0].span.start, "the first section about the body")
            yield Diagnostic(place, message, hint="Mark all of them alike.", related=(related,))


def _required_and_optional(page: OperationPage, kind: str, row: Property, words: str) -> Diagnostic:
    place = text_in_cell(page, row.span.start, "description", words)
    message = f"The {kind} `{row.name}` is marked as required, and its text says `{words}`."
    hint = "Take the mark out, or the words that contradict it."
    if kind == "path parameter":
        hint = "A path parameter is always required: fix the text."
    related = page.related(row.span.start, "The mark in the same row.")
    return Diagnostic(place, message, hint=hint, related=(related,))


def _required_without_mark(page: OperationPage, kind: str, row: Property, words: str) -> Diagnostic:
    place = text_in_cell(page, row.span.start, "description", words)
    message = f"The text of the {kind} `{row.name}` says `{words}`, but it has no required mark."
    return Diagnostic(place, message, hint=f"Write `{REQUIRED_MARK}` into the description.")


_REQUIRED_AND_OPTIONAL = OperationRule(
    code="CS213",
    name="required-and-optional",
    severity=Severity.WARNING,
    summary="A row is marked as required and its text says that it is optional, or the reverse.",
    cause=(
        "One of the two is not true: either callers send what they need not, or they leave out "
        "what is refused without. Text such as `Optional`, `can be omitted` or a default value "
        "says that a value is not required."
    ),
    hint="Let the mark and the text say the same.",
    examples=(
        Example(
            "Whether the receiver gets a message. |",
            "Optional: whether the receiver gets a message. **Required** |",
        ),
        Example(
            "Whether the receiver gets a message. |",
            "Whether the receiver gets a message. It must be given. |",
        ),
    ),
    superseded_on_line_by=("ragged-row", "misspelt-required-mark"),
    check=_contradictory_required_marks,
)


def _required_response_properties(page: OperationPage) -> Iterator[Diagnostic]:
    response = page.operation.response
    for row in response.properties if response else ():
        if REQUIRED_MARK in row.description:
            place = text_in_cell(page, row.span.start, "description", REQUIRED_MARK)
            start = place.column
            while page.line(place.line)[start - 2 : start - 1] == " ":
                start -= 1
            fix = Edit(place.line, start, place.end_line, place.end_column, "")
            message = f"The response property `{row.name}` is marked `{REQUIRED_MARK}`."
            yield Diagnostic(place, message, fix=(fix,))


_REQUIRED_RESPONSE_PROPERTY = OperationRule(
    code="CS214",
    name="required-response-property",
    severity=Severity.WARNING,
    summary="A property of the response is marked as required.",
    cause=(
        "The mark says what a caller must send, and nobody sends a response. As a rule the row was "
        "copied from the table of the request."
    ),
    hint="Take the mark out.",
    examples=(Example("Whether it breaks easily. |", "Whether it breaks easily. **Required** |"),),
    superseded_on_line_by=("ragged-row",),
    check=_required_response_properties,
)


RULES = (
    _UNDESCRIBED_PARAMETER,
    _DESCRIPTION_REPEATS_NAME,
    _STATUS_TEXT,
    _MISSPELT_REQUIRED_MARK,
    _OPTIONAL_PATH_PARAMETER,
    _REQUIRED_AND_OPTIONAL,
    _REQUIRED_RESPONSE_PROPERTY,
)
