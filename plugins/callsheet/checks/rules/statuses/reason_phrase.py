"""Reason phrases of another status, and misspelled ones."""

from __future__ import annotations

from collections.abc import Iterator

from callsheet.checks.model.examples import code, typed_responses
from callsheet.checks.model.page import OperationPage
from callsheet.checks.parsing.spelling import likely_meant
from callsheet.checks.rule import Diagnostic, Example, OperationRule
from callsheet.checks.rules.headers import fields
from callsheet.findings import Edit, Severity


def _wrong_reason_phrases(page: OperationPage) -> Iterator[Diagnostic]:
    """Report reason phrases of another status, and misspelled ones."""
    descriptions = {status.code: status.description for status in page.operation.statuses}
    by_phrase = fields.phrases()
    for example, message in typed_responses(page):
        reason = " ".join(message.reason.split())
        right = fields.phrase(message.status)
        own = " ".join(descriptions.get(message.status, "").split())
        if descriptions and message.status not in descriptions:
            continue  # Another rule reports the status; its author will see the phrase.
        if not reason or reason.lower() in {(right or "").lower(), own.lower()}:
            continue
        other = by_phrase.get(reason.lower())
        place = page.find(example.first_line().line, message.reason)
        edit = Edit(place.line, place.column, place.end_line, place.end_column, right or "")
        if other is not None and other != message.status:
            said = f"`{right}` is that of {message.status}" if right else "it has none of its own"
            yield Diagnostic(
                place,
                f"The reason phrase {code(reason)} is that of {other}; {said}.",
                fix=(edit,) if right else (),
            )
        elif right and (_is_near(reason, right) or _is_near(reason, own)):
            meant = right if _is_near(reason, right) else own
            yield Diagnostic(
                place,
                f"The reason phrase {code(reason)} is misspelled.",
                f"Did you mean `{meant}`?",
                fix=(edit,) if meant == right else (),
            )


def _is_near(one: str, other: str) -> bool:
    return bool(other) and likely_meant(one, [other]) is not None


RULE = OperationRule(
    code="CS419",
    name="reason-phrase",
    severity=Severity.WARNING,
    summary="A sample response has the reason phrase of another status, or a misspelled one.",
    cause=(
        "The phrase is there for people (RFC 9112, 4); `200 Created` leaves them in doubt which of "
        "the two is meant. Words of one's own, such as the description in the status table, are "
        "left alone."
    ),
    hint="Write the phrase of the status.",
    examples=(Example("HTTP/1.1 200 OK", "HTTP/1.1 200 Created"),),
    check=_wrong_reason_phrases,
)
