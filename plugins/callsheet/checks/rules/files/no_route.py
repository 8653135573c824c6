"""CS004: a page has the sections of an operation and not one route."""

from __future__ import annotations

from callsheet.checks.rule import Example, ReadingRule
from callsheet.source.faults import Fault

RULE = ReadingRule.of(
    Fault.ROUTE,
    "no-route",
    summary="A page has the sections of an operation and not one route.",
    cause=(
        "The fence `http` under the H1 says which operation the page documents. "
        "Without it the page is shown as plain text, and nothing is made of it: no "
        "sample, no answer of the reference server, no entry in the export."
    ),
    examples=(
        Example("PUT /api/v1/Depot/{depotId}/Parcel/{parcelId}\n", "PUT api/v1/Depot/{depotId}\n"),
    ),
)
