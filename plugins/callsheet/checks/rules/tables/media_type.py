"""A media type that is misspelt, not in backticks, or there twice."""

from __future__ import annotations

import re
from collections.abc import Iterator

from callsheet.checks.model.cells import cell, replacing, text_in_cell
from callsheet.checks.model.page import OperationPage, Place
from callsheet.checks.rule import Diagnostic, Example, OperationRule
from callsheet.checks.rules.tables.listed_media_types import OUTSIDE, fault_of
from callsheet.findings import Severity
from callsheet.model import Location, Parameter

_CODE_SPAN = re.compile(r"`([^`]+)`")


def _malformed_media_types(page: OperationPage) -> Iterator[Diagnostic]:
    for parameter in page.operation.parameters:
        if parameter.location is Location.HEADER and parameter.name.lower() in (
            "content-type",
            "accept",
        ):
            yield from _row(page, parameter)


def _row(page: OperationPage, row: Parameter) -> Iterator[Diagnostic]:
    line, text = row.span.start, row.description
    if text.count("`") % 2:
        message = f"A backtick of `{row.name}` has no partner."
        hint = "Put each media type into two backticks."
        yield Diagnostic(cell(page, line, "description"), message, hint)
        return
    seen: set[str] = set()
    for written in _CODE_SPAN.findall(text):
        media_type = written.strip()
        if media_type.lower() in seen:
            place = _last(page, text_in_cell(page, line, "description", f"`{written}`"), written)
            yield Diagnostic(place, f"`{media_type}` is listed twice.", hint="List it once.")
        seen.add(media_type.lower())
        if fault := fault_of(media_type):
            wrong, right = fault
            place = text_in_cell(page, line, "description", written)
            meant = f"; did you mean `{right}`?" if right else "."
            fix = replacing(place, right) if right else ()
            yield Diagnostic(place, f"`{media_type}` {wrong}{meant}", fix=fix)
    for match in OUTSIDE.finditer(_CODE_SPAN.sub("", text)):
        media_type = match.group().rstrip(".")
        place = text_in_cell(page, line, "description", media_type)
        message = f"`{media_type}` is not in backticks, so it is not read as a media type."
        yield Diagnostic(
            place, message, hint="Put it into backticks.", fix=replacing(place, f"`{media_type}`")
        )


def _last(page: OperationPage, place: Place, written: str) -> Place:
    """Return the last place of a code span in the line."""
    at = page.line(place.line).rfind(f"`{written}`")
    start = at + 2 if at >= 0 else place.column
    return Place(place.path, place.line, start, place.line, start + len(written))


RULE = OperationRule(
    code="CS222",
    name="media-type",
    severity=Severity.ERROR,
    summary="A media type of the Content-Type or Accept row is misspelt, bare or there twice.",
    cause=(
        "The media types in backticks in these two rows are what the reference server takes and "
        "gives, and what the sample program asks for. A misspelt one is refused by every server "
        "(415 or 406), and one without backticks is not read."
    ),
    hint="Write media types as `type/subtype`, each in backticks.",
    examples=(
        Example(
            "body: `application/json`", "body: `aplication/json`", also=("request-media-type",)
        ),
        Example(
            "in: `application/json`,",
            "in: `application-json`,",
            also=("request-media-type", "response-media-type"),
        ),
        Example("body: `application/json`", "body: application/json", also=("request-media-type",)),
    ),
    check=_malformed_media_types,
)
