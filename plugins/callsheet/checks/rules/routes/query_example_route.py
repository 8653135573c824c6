"""A query example of another method or path than the page's."""

from __future__ import annotations

import re
from collections.abc import Iterator

from callsheet.checks.model.page import OperationPage
from callsheet.checks.model.stated_routes import Source, route_related
from callsheet.checks.rule import Example, Hit, OperationRule
from callsheet.checks.rules.routes.route_mismatch import check_claims
from callsheet.findings import Severity

# A word that may be a method, and a query with nothing between them.
_WITHOUT_PATH = re.compile(r"(?P<method>[A-Za-z]+)[ \t]*(?P<query>\?\S*)")


def _check(page: OperationPage) -> list[Hit]:
    return [*check_claims(page, Source.QUERY_EXAMPLE), *_without_path(page)]


def _without_path(page: OperationPage) -> Iterator[Hit]:
    for example in page.operation.query_examples:
        if match := _WITHOUT_PATH.match(example.markdown.strip()):
            place = page.find(example.span.start, match["query"])
            message = f"The query example has no path before `{match['query']}`."
            yield Hit(place, message, related=(route_related(page),))


RULE = OperationRule(
    code="CS112",
    name="query-example-route",
    severity=Severity.ERROR,
    summary="A query example has another method or path than the page documents.",
    cause=(
        "The lines under the query table show how its parameters are sent to this operation."
        " They go stale where a route is moved and only its fence is changed."
    ),
    hint="Write the method and the route of the page, with or without values for its parameters.",
    examples=(
        Example(
            "```http\nPUT /api/v1/Depot/north/Parcel/7", "```http\nGET /api/v1/Depot/north/Parcel/7"
        ),
        Example("```http\nPUT /api/v1/Depot/north/Parcel/7", "```http\nPUT /api/v1/Depot/Parcel/7"),
        Example("```http\nPUT /api/v1/Depot/north/Parcel/7", "```http\nPUT "),
    ),
    check=_check,
)
