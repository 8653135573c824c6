"""A status that HTTP does not have."""

from __future__ import annotations

from collections.abc import Iterator
from http import HTTPStatus

from callsheet.checks.model.cells import name_cell
from callsheet.checks.model.page import OperationPage
from callsheet.checks.rule import Diagnostic, Example, OperationRule
from callsheet.findings import Severity

_REGISTERED = frozenset(status.value for status in HTTPStatus) | {104, 510, 511}
# Unregistered but used by servers for timeouts, limits and faults of proxies.
_IN_USE = frozenset(
    {419, 420, 430, 440, 444, 449, 450, 460, 463, 494, 495, 496, 497, 498, 499}
    | {509, 520, 521, 522, 523, 524, 525, 526, 527, 529, 530, 561, 598, 599}
)


def _unregistered_statuses(page: OperationPage) -> Iterator[Diagnostic]:
    for status in page.operation.statuses:
        if status.code not in _REGISTERED and status.code not in _IN_USE:
            place = name_cell(page, status.span.start)
            yield Diagnostic(place, f"`{status.code}` is no registered status of HTTP.")


RULE = OperationRule(
    code="CS220",
    name="unregistered-status",
    severity=Severity.WARNING,
    summary="A status is none of those that HTTP has.",
    cause=(
        "Callers treat an unknown status as the first of its class (RFC 9110, 15), so that `440` "
        "is a `400` to them. As a rule two digits changed places, as in `240` for `204`."
    ),
    hint="Write the status that the server sends.",
    examples=(Example("| 404 | There", "| 434 | There"),),
    check=_unregistered_statuses,
)
