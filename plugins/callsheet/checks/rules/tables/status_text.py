"""A status whose description belongs to another status."""

from __future__ import annotations

import re
from collections.abc import Iterator
from http import HTTPStatus

from callsheet.checks.model.cells import text_in_cell
from callsheet.checks.model.page import OperationPage
from callsheet.checks.rule import Diagnostic, Example, OperationRule
from callsheet.findings import Severity
from callsheet.model import Status

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
    for status in page.operation.statuses:
        if words := _of_another(status):
            place = text_in_cell(page, status.span.start, "description", words)
            message = f"`{words}` does not describe the status {status.code}."
            yield Diagnostic(place, message, hint=_hint(status, words))


def _of_another(status: Status) -> str | None:
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


def _hint(status: Status, words: str) -> str:
    other = _PHRASES.get(words.lower())
    phrase = _phrase(status.code)
    expected = f"{status.code} means `{phrase}`" if phrase else "Describe the status"
    return f"{expected}; `{words}` is what {other} means." if other else f"{expected}."


RULE = OperationRule(
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
    superseded_on_line_by=(
        "ragged-row",
        "unregistered-status",
    ),
    check=_mismatched_status_texts,
)
