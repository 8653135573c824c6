"""CS808: the answer has a property that the page does not document."""

from __future__ import annotations

from callsheet.checks.rule import LiveRule
from callsheet.findings import Severity

RULE = LiveRule(
    code="CS808",
    name="live-undocumented-property",
    severity=Severity.WARNING,
    summary="The answer of a live server has a property that neither table nor example shows.",
    cause=(
        "The server has grown and the page has not, so that readers do not learn of what is new. "
        'For example, the server answers `{"ParcelId": 7, "Colour": "red"}`, and the table has '
        "no row `Colour`."
    ),
    hint="Add a row for it, or take it out of the answer.",
)
