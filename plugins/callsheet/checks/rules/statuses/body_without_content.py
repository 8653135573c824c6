"""Bodies of sample responses whose status has none."""

from __future__ import annotations

from collections.abc import Iterator

from callsheet.checks.model.examples import code, typed_responses
from callsheet.checks.model.page import OperationPage
from callsheet.checks.rule import Diagnostic, Example, OperationRule
from callsheet.checks.rules.specimen import ANSWERED
from callsheet.findings import Edit, Severity
from callsheet.http.statuses import NO_CONTENT


def _forbidden_bodies(page: OperationPage, *, null: bool) -> Iterator[Diagnostic]:
    """Report bodies of sample responses whose status allows none.

    Args:
        page: The page.
        null: Whether to report `null`, which generators write, or any other body.
    """
    for example, message in typed_responses(page):
        if message.status not in NO_CONTENT or not example.has_body:
            continue
        if example.misplaced_header is not None:
            continue
        if (example.body.strip() == "null") is not null:
            continue
        fix: tuple[Edit, ...] = ()
        if null:
            # The fix removes the blank line before it, too.
            place = example.whole_body()
            fix = (Edit(place.line - 1, 1, place.line + 1, 1, ""),)
            if page.line(place.line - 1).strip():
                fix = ()
        yield Diagnostic(
            example.whole_body(),
            f"The example has a body, {code(example.body, 30)}, under the status "
            f"{message.status}, which has none.",
            related=(page.related(example.first_line().line, f"the status {message.status}"),),
            fix=fix,
        )


_BODY = OperationRule(
    code="CS414",
    name="body-without-content",
    severity=Severity.ERROR,
    summary="A sample response has a body under a status that has none.",
    cause=(
        "Responses with the status 204, 205 and 304 end after the header fields (RFC 9110, 15.3.5, "
        "15.3.6 and 15.4.5); clients take what follows for the next response."
    ),
    hint="Remove the body, or correct the status.",
    examples=(Example("HTTP/1.1 200 OK", "HTTP/1.1 204 No Content", also=("status-unknown",)),),
    check=lambda page: _forbidden_bodies(page, null=False),
)

_NULL = OperationRule(
    code="CS417",
    name="null-without-content",
    severity=Severity.NOTE,
    summary="A sample response shows `null` under a status that has no body.",
    cause=(
        "Generators write the value that a method without a result gives; the response has no body "
        "at all (RFC 9110, 15.3.5)."
    ),
    hint="Remove `null`.",
    examples=(
        Example(
            ANSWERED,
            "HTTP/1.1 204 No Content\nContent-Type: application/json\n\nnull",
            also=("status-unknown",),
        ),
    ),
    check=lambda page: _forbidden_bodies(page, null=True),
)

RULES = (_BODY, _NULL)
