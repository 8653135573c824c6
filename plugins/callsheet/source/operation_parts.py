"""Parts of an operation, collected from the sections of its page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from callsheet.model import (
    Callback,
    ExampleRequest,
    ExampleResponse,
    Parameter,
    RequestBody,
    Response,
    ResponseBody,
    Span,
    Text,
)


@dataclass(slots=True)
class OperationParts:
    """The parts that have been read so far; sections of one kind are merged."""

    parameters: list[Parameter] = field(default_factory=list)
    query_examples: list[Text] = field(default_factory=list)
    request_bodies: list[RequestBody] = field(default_factory=list)
    response: Response | None = None
    requests: list[ExampleRequest] = field(default_factory=list)
    responses: list[ExampleResponse] = field(default_factory=list)
    callbacks: list[Callback] = field(default_factory=list)

    def add_request_body(self, more: RequestBody) -> None:
        """Add a request body, or its rows to the body of the same media type."""
        for number, first in enumerate(self.request_bodies):
            if first.media_type == more.media_type:
                properties = first.properties + more.properties
                required = more.required if first.required is None else first.required
                self.request_bodies[number] = replace(
                    first, properties=properties, required=required
                )
                return
        self.request_bodies.append(more)

    def add_response(self, more: Response) -> None:
        """Add the response, or what a further section says of it."""
        first = self.response
        if first is None:
            self.response = more
            return
        self.response = Response(
            type=first.type or more.type,
            body_type=first.body_type or more.body_type,
            statuses=first.statuses + more.statuses,
            properties=first.properties + more.properties,
            span=Span(first.span.start, more.span.end),
            ranges=first.ranges + more.ranges,
            bodies=first.bodies + more.bodies,
            headers=first.headers + more.headers,
            links=first.links + more.links,
        )

    def whole_response(self) -> Response | None:
        """Return the response, with the sections about one body merged."""
        if self.response is None or not self.response.bodies:
            return self.response
        return replace(self.response, bodies=_merged(self.response.bodies))


def _merged(bodies: Iterable[ResponseBody]) -> tuple[ResponseBody, ...]:
    """Merge bodies into one for each status and media type.

    The heading of a status may only group the sections below it; it documents no body then.
    """
    found: dict[tuple[str, str], ResponseBody] = {}
    for body in bodies:
        key = body.status, body.media_type
        first = found.setdefault(key, body)
        if first.is_none:
            found[key] = body
        elif first is not body:
            properties = first.properties + body.properties
            found[key] = replace(first, type=first.type or body.type, properties=properties)
    described = {body.status for body in found.values() if not body.is_none}
    return tuple(
        body
        for body in found.values()
        if body.media_type or not body.is_none or body.status not in described
    )
