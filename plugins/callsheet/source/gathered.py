"""What the sections of a page have given so far."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from callsheet.model import (
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
class Parts:
    """What the sections of a page have given so far."""

    parameters: list[Parameter] = field(default_factory=list)
    query_examples: list[Text] = field(default_factory=list)
    request_bodies: list[RequestBody] = field(default_factory=list)
    response: Response | None = None
    requests: list[ExampleRequest] = field(default_factory=list)
    responses: list[ExampleResponse] = field(default_factory=list)

    def add_request_body(self, more: RequestBody) -> None:
        """A second section of the kind, and of its media type, adds its rows to the first."""
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
        """The response body, and a second section of the kind, complete the first."""
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
        )

    def whole_response(self) -> Response | None:
        """The response, with the sections that are about one body in one."""
        if self.response is None or not self.response.bodies:
            return self.response
        return replace(self.response, bodies=_joined(self.response.bodies))


def _joined(bodies: Iterable[ResponseBody]) -> tuple[ResponseBody, ...]:
    """The bodies, one for each status and media type.

    A heading of a status may have sections of its own below it, and says nothing of a body then.
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
