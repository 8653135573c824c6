"""What the front matter chooses for samples cannot be sent."""

from __future__ import annotations

from collections.abc import Iterator

from callsheet.checks.model.page import OperationPage
from callsheet.checks.model.queries import query_parameters
from callsheet.checks.model.routes import names_in
from callsheet.checks.rule import Diagnostic, Example, OperationRule
from callsheet.checks.rules.headers import credentials
from callsheet.findings import Severity
from callsheet.model import Location


def _unusable_sample_choices(page: OperationPage) -> Iterator[Diagnostic]:
    written = page.operation.front_matter.get("samples")
    if written is None:
        return
    # Few pages choose anything, and the package takes as long to import as many pages to check.
    from callsheet.samples.request.choices import read_overrides

    place = page.whole_line(page.document.line_of_key("samples"))
    overrides, faults = read_overrides(written)
    for fault in faults:
        yield Diagnostic(place, fault)
    in_route = set(names_in(page.operation.route.template))
    for name in overrides.path:
        if name not in in_route:
            yield Diagnostic(
                place, f"`samples` chooses the path parameter `{name}`, which the route lacks."
            )
    documented = query_parameters(page)
    for name in overrides.query:
        stem = name.lower().partition("[")[0].partition(".")[0]
        if {name.lower(), stem}.isdisjoint(documented) and not credentials.carries(
            page, Location.QUERY, name
        ):
            yield Diagnostic(
                place, f"`samples` chooses the query parameter `{name}`, which is not documented."
            )


RULE = OperationRule(
    code="CS327",
    name="sample-choice",
    severity=Severity.ERROR,
    summary="The front matter's `samples` is not understood, or chooses what there is not.",
    cause=(
        "`samples` says what the samples of the page send: `path`, `query`, `headers`, `cookies`, "
        "`credentials`, `body` and `base_url`. What is not understood is left out, and a parameter "
        "that the page does not have is refused by servers or ignored."
    ),
    hint="Write it as the documentation of the configuration has it, with names of the page.",
    examples=(
        Example("uid: v1Parcel_Change\n", "uid: v1Parcel_Change\nsamples: north\n"),
        Example("uid: v1Parcel_Change\n", "uid: v1Parcel_Change\nsamples: {path: 5}\n"),
        Example("uid: v1Parcel_Change\n", "uid: v1Parcel_Change\nsamples: {query: {page: 1}}\n"),
    ),
    check=_unusable_sample_choices,
)
