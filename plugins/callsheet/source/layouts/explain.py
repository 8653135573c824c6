"""Explanation of how each line of a page was read, and why in its layout."""

from collections.abc import Iterator

from callsheet.model import Operation, Property, Reading, Span
from callsheet.model.operation import OWN_LAYOUT
from callsheet.source.layouts.built_in import recognise


def explain(text: str, reading: Reading, *, is_chosen: bool = False) -> Iterator[str]:
    """Yield lines about a page: its layout with the reason, then its operations with their parts.

    Args:
        text: The text of the page.
        reading: How it was read.
        is_chosen: Whether the configuration names its layout.
    """
    if not reading.operations:
        yield f"{reading.page.path}: an ordinary page, on which no operation is documented"
        return
    layout = reading.operations[0].layout
    found, reason = recognise(text)
    if is_chosen:
        reason = "the configuration names it"
    elif layout == OWN_LAYOUT:
        reason = "it has the form of this project's own format"
    elif found.name != layout:
        reason = "no sign of another layout, and it documents operations"
    yield f"{reading.page.path}: layout `{layout}`: {reason}"
    for operation in reading.operations:
        yield ""
        yield f"{_lines(operation.span)}: {operation.method} {operation.route.template}"
        parts = sorted(_parts(operation), key=lambda part: (part[0].start, part[0].end))
        yield from (f"  {_lines(span)}: {about}" for span, about in parts)


def _parts(operation: Operation) -> Iterator[tuple[Span, str]]:
    yield operation.route.span, f"route of `{operation.uid}`"
    for alias in operation.aliases:
        yield alias.route.span, f"further route {alias.method} {alias.route.template}"
    assumed = {a.name for a in operation.assumptions if a.name}
    for parameter in operation.parameters:
        yield parameter.span, _row(parameter, str(parameter.location), assumed)
    for body in operation.request_bodies:
        yield from ((row.span, _row(row, "body", assumed)) for row in body.properties)
    if operation.response:
        yield from ((r.span, _row(r, "response", ())) for r in operation.response.properties)
    # An assumed status has no line of its own.
    for status in operation.statuses:
        is_assumed = status.span == operation.span
        yield status.span, f"status {status.code}{', assumed' if is_assumed else ''}"
    for request in operation.example_requests:
        yield request.span, f"example {request.method} {request.target}"
    for response in operation.example_responses:
        yield response.span, f"example of a response {response.status}"
    for section in operation.sections:
        yield from ((text.span, "text") for text in section.prose)


def _row(row: Property, place: str, assumed: object) -> str:
    words = [f"{place} `{row.name}`"]
    words += [row.type.written] if row.type else []
    words += ["required"] if row.required else ["optional"] if row.required is False else []
    is_assumed = isinstance(assumed, set) and row.name in assumed
    words += ["its place is assumed"] if is_assumed else []
    return ", ".join(words)


def _lines(span: Span) -> str:
    return str(span.start) if span.start == span.end else f"{span.start}-{span.end}"
