"""An operation, as its page documents it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from callsheet.memo import cached_by_identity
from callsheet.model.messages import ExampleRequest, ExampleResponse
from callsheet.model.page import Section, Text
from callsheet.model.parts import (
    Location,
    Parameter,
    RequestBody,
    Response,
    Route,
    Status,
)
from callsheet.model.security import SecurityAlternatives, Server
from callsheet.model.summary import summary_of
from callsheet.spans import Span


@dataclass(frozen=True, slots=True)
class Operation:
    """One method on one route, as one page documents it.

    Attributes:
        uid: Its identity in the catalog.
        path: The page's file, relative to the docs directory, with forward slashes.
        front_matter: The page's front matter, whole.
        title: Its name for people: of the front matter, else of the H1.
        method: The HTTP method, in capitals.
        route: Its path.
        parameters: Path, query and header parameters, in the page's order.
        request_media_types: What the `Content-Type` row lists.
        response_media_types: What the `Accept` row lists.
        query_examples: The example URLs under the query table.
        request_bodies: What it takes, if anything: for all media types, or one for each that has a
            section of its own.
        response: What it gives; a page without the section documents no status.
        example_requests: The sample requests, in order.
        example_responses: The sample responses, in order.
        sections: All parts of the page, in order; the first is the description.
        span: The whole page.
        about: The summary that the front matter gives it, if it does.
        operation_id: The name that programs have for it, where it is another than the uid.
        deprecated: Whether it should no longer be used.
        tags: Groups that it belongs to beside that of its folder.
        servers: The addresses that serve it; empty where the page names none.
        security: What it asks for; None where the front matter doesn't say.
    """

    uid: str
    path: str
    front_matter: Mapping[str, Any]
    title: str
    method: str
    route: Route
    parameters: tuple[Parameter, ...]
    request_media_types: tuple[str, ...]
    response_media_types: tuple[str, ...]
    query_examples: tuple[Text, ...]
    request_bodies: tuple[RequestBody, ...]
    response: Response | None
    example_requests: tuple[ExampleRequest, ...]
    example_responses: tuple[ExampleResponse, ...]
    sections: tuple[Section, ...]
    span: Span
    about: str = ""
    operation_id: str = ""
    deprecated: bool = False
    tags: tuple[str, ...] = ()
    servers: tuple[Server, ...] = ()
    security: SecurityAlternatives | None = None

    def parameters_in(self, location: Location) -> tuple[Parameter, ...]:
        """The parameters that are sent in that place."""
        return _by_location(self.parameters).get(location, ())

    @property
    def request_body(self) -> RequestBody | None:
        """What it takes, as the first section about it says; None where it takes nothing."""
        return next(iter(self.request_bodies), None)

    @property
    def body_required(self) -> bool | None:
        """Whether there must be a body, as the first section that says it; None where none does."""
        said = (body.required for body in self.request_bodies if body.required is not None)
        return next(said, None)

    @property
    def needs_body(self) -> bool:
        """Whether there must be a body: as the page says, else where a part of it is required."""
        if (said := self.body_required) is not None:
            return said
        bodies = self.request_bodies
        return any(b.binary or any(row.required for row in b.properties) for b in bodies)

    @property
    def group(self) -> str:
        """The folder of the page: operations of one folder belong together."""
        return self.path.rpartition("/")[0]

    @property
    def summary(self) -> str:
        """What it does, in a line: what the page says of it, else the title."""
        return self.about or summary_of(self.description) or self.title

    @property
    def description(self) -> tuple[Text, ...]:
        """What stands before the first table or section, without H1 and route."""
        return self.sections[0].prose

    @property
    def statuses(self) -> tuple[Status, ...]:
        """The documented statuses."""
        return self.response.statuses if self.response else ()

    @property
    def success(self) -> Status | None:
        """The first documented status of class 2xx."""
        return next((status for status in self.statuses if 200 <= status.code < 300), None)

    @property
    def example_request(self) -> ExampleRequest | None:
        """The first sample request."""
        return next(iter(self.example_requests), None)

    @property
    def example_response(self) -> ExampleResponse | None:
        """The first sample response."""
        return next(iter(self.example_responses), None)


# Docs CI asks for them dozens of times a page.
@cached_by_identity(64)
def _by_location(parameters: tuple[Parameter, ...]) -> Mapping[Location, tuple[Parameter, ...]]:
    return {
        location: tuple([p for p in parameters if p.location is location]) for location in Location
    }
