"""An operation, as its page documents it, with its summary; and what reading a page gives."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Any, NamedTuple

from callsheet import lazy_re as re
from callsheet.findings import Finding, Span
from callsheet.memo import cached_by_identity
from callsheet.model.callbacks import Callback, Outgoing
from callsheet.model.page import ExampleRequest, ExampleResponse, Page, Section, SectionKind, Text
from callsheet.model.parts import (
    Alias,
    Assumption,
    Location,
    Parameter,
    RequestBody,
    Response,
    Route,
    Status,
    StatusRange,
)
from callsheet.model.security import SecurityAlternatives, SecurityScheme, Server
from callsheet.records import record

# Starts of blocks that are not plain text, such as admonitions, fences, tables, HTML and images.
_MARKUP = re.compile(
    r"!!!|\?\?\?|:::|>|```|~~~|\[!|--8<--|\{[%{!]|\||#|<(?!https?:|xref:)|-{3,}|\*{3,}|_{3,}"
    r"|!\[|\[\^|\[[^\]]+\]:"
)
RECEIVER = "/"
"""The route of a request that the server sends: which one it is, only its receiver knows."""

_FENCE = re.compile(r"(?P<mark>`{3,}|~{3,})")

IMPORTED_FROM = "importedFrom"
"""The key of the front matter with the document that an import wrote the page from."""

OWN_LAYOUT = "callsheet"
"""The layout of our own page format."""


@record()
class Operation:
    """One method on one route, as one page documents it.

    Attributes:
        uid: Its identity in the catalog.
        path: The page's file, relative to the docs directory, with forward slashes.
        front_matter: The page's front matter, whole.
        title: Its title: that of the front matter, else the H1.
        method: The HTTP method, in capitals.
        route: Its path.
        parameters: Path, query and header parameters, in the page's order.
        request_media_types: The media types in the row `Content-Type`.
        response_media_types: The media types in the row `Accept`.
        query_examples: The example URLs under the query table.
        request_bodies: Its request bodies: one for all media types, or one for each that has a
            section of its own.
        response: Its responses; None where the page has no such section.
        example_requests: The sample requests, in order.
        example_responses: The sample responses, in order.
        sections: All sections of the page, in order; the first is the description.
        span: The whole page.
        about: The summary in the front matter; empty where there is none.
        operation_id: Its name in programs, where that is not the uid.
        deprecated: Whether it should no longer be used.
        tags: Its tags; the folder of the page is a group of its own.
        servers: The addresses that serve it; empty where the page names none.
        security: Its security requirements; None where the front matter does not say.
        callbacks: The callbacks that its page has sections for, in the page's order.
        outgoing: That the server sends it, as a webhook or callback; None for an operation that
            clients call.
        deviating_requests: The sample requests that are marked as ruled out by their own table.
            They are shown and exported, and nothing else makes use of them.
        deviating_responses: The sample responses that are marked so.
        layout: The layout in which its page documents it.
        aliases: Its further routes.
        assumptions: What the page leaves open, and is assumed.
        shared_path: The path of the page that all languages have; empty where that is its own one.
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
    callbacks: tuple[Callback, ...] = ()
    layout: str = OWN_LAYOUT
    aliases: tuple[Alias, ...] = ()
    assumptions: tuple[Assumption, ...] = ()
    outgoing: Outgoing | None = None
    deviating_requests: tuple[ExampleRequest, ...] = ()
    deviating_responses: tuple[ExampleResponse, ...] = ()
    shared_path: str = ""

    @property
    def is_imported(self) -> bool:
        """Whether an import wrote its page."""
        return bool(self.front_matter.get(IMPORTED_FROM))

    @property
    def route_or_name(self) -> str:
        """Its route or, if the server sends it, its name."""
        return self.outgoing.name if self.outgoing else self.route.template

    @property
    def signature(self) -> str:
        """Its method, and its route or, if the server sends it, its name."""
        return f"{self.method} {self.route_or_name}"

    def parameters_in(self, location: Location) -> tuple[Parameter, ...]:
        """Return the parameters in a location."""
        return _by_location(self.parameters).get(location, ())

    @property
    def server_routes(self) -> tuple[str, ...]:
        """Its routes below the paths of its servers, if they differ from the page's route."""
        own = self.route.template
        routes = dict.fromkeys(server.route_of(own) for server in self.servers)
        return tuple(route for route in routes if route != own)

    @property
    def request_body(self) -> RequestBody | None:
        """The first request body; None where there is none."""
        return next(iter(self.request_bodies), None)

    @property
    def body_required(self) -> bool | None:
        """Whether a body is required, by the first section that says so; None where none does."""
        return next((b.required for b in self.request_bodies if b.required is not None), None)

    @property
    def expects_body(self) -> bool:
        """Whether a request without a body is refused: if it needs one, or an example has one."""
        is_shown = self.body_required is None and any(each.body for each in self.example_requests)
        return is_shown or self.needs_body

    @property
    def needs_body(self) -> bool:
        """Whether a body is required: as the page says, else if any part of it is."""
        bodies, stated = self.request_bodies, self.body_required
        has_part = any(b.binary or any(row.required for row in b.properties) for b in bodies)
        return has_part if stated is None else stated

    def request_of(self, callback: Callback) -> "Operation":
        """Return a callback in one of its sections as an operation, which has only a request."""
        sections = [s for s in self.sections if s.kind is SectionKind.CALLBACK]
        prose = next((s.prose for s in sections if s.span == callback.span), ())
        media_types = (m.header("Content-Type") for m in callback.examples if m.body)
        return Operation(
            uid=f"{self.uid}.{callback.name}",
            path=self.path,
            front_matter={},
            title=callback.name,
            method=callback.method,
            route=Route(RECEIVER, callback.span),
            parameters=(),
            request_media_types=tuple(dict.fromkeys(filter(None, media_types))),
            response_media_types=(),
            query_examples=(),
            request_bodies=(callback.body,) if callback.body else (),
            response=None,
            example_requests=callback.examples,
            example_responses=(),
            sections=(Section(SectionKind.DESCRIPTION, callback.name, prose, callback.span),),
            span=callback.span,
            outgoing=Outgoing(callback.name, self.uid, callback.address),
        )

    def by_routes(self) -> "Iterator[Operation]":
        """Yield the operation by each of its routes, its own first."""
        yield self
        for alias in self.aliases:
            yield replace(self, method=alias.method, route=alias.route, aliases=())

    @property
    def anchor(self) -> str:
        """The fragment of its place on a page with other text; empty where it takes a page."""
        return "" if self.layout == OWN_LAYOUT else f"#{self.uid}"

    @property
    def group(self) -> str:
        """The folder of the page: operations of one folder are a group."""
        return (self.shared_path or self.path).rpartition("/")[0]

    @property
    def summary(self) -> str:
        """Summary in one line, from the front matter, the description, or the title."""
        return self.about or summary_of(self.description) or self.title

    @property
    def text_below_title(self) -> str:
        """Summary or first paragraph that says more than the title; empty where none does."""
        texts = (self.about, summary_of(self.description))
        return next((text for text in texts if text and text != self.title), "")

    @property
    def description(self) -> tuple[Text, ...]:
        """The prose before the first table or section, without H1 and route."""
        return self.sections[0].prose

    @property
    def status_rows(self) -> tuple[Status, ...]:
        """The statuses in the table of statuses."""
        return self.response.statuses if self.response else ()

    @property
    def statuses(self) -> tuple[Status, ...]:
        """The documented statuses: those of the table, then those that only sections are about."""
        return _documented(self.response).statuses if self.response else ()

    @property
    def status_ranges(self) -> tuple[StatusRange, ...]:
        """The documented classes of statuses and the default, as `statuses`."""
        return _documented(self.response).ranges if self.response else ()

    @property
    def success(self) -> Status | None:
        """The first documented status of class 2xx."""
        return _documented(self.response).success if self.response else None

    @property
    def ordinary_status(self) -> Status | None:
        """The status of an ordinary answer: the first success, else the first redirection.

        A 304 is neither, since it only says that what a client has is still valid.
        """
        return _documented(self.response).ordinary if self.response else None

    @property
    def example_request(self) -> ExampleRequest | None:
        """The first sample request."""
        return next(iter(self.example_requests), None)

    @property
    def example_response(self) -> ExampleResponse | None:
        """The first sample response."""
        return next(iter(self.example_responses), None)


@record()
class Reading:
    """A page as it was read: its operations, in order, and the findings about it."""

    page: Page
    operations: tuple[Operation, ...]
    findings: tuple[Finding, ...]

    @property
    def operation(self) -> Operation | None:
        """The first operation, which is the only one in our own layout; None without any."""
        return next(iter(self.operations), None)


class _Documented(NamedTuple):
    """Documented statuses, the first success, the ordinary one, and classes of statuses."""

    statuses: tuple[Status, ...]
    success: Status | None
    ordinary: Status | None
    ranges: tuple[StatusRange, ...]


# The reference server asks for it several times a request.
@cached_by_identity(4096)
def _documented(response: Response) -> _Documented:
    statuses, ranges = [*response.statuses], [*response.ranges]
    known = {"", *(str(row.code) for row in statuses), *(row.name for row in ranges)}
    of_sections = [(body.status, body.span) for body in response.bodies]
    of_sections += [(row.status, row.span) for row in response.headers]
    for name, span in of_sections:
        if name not in known:
            known.add(name)
            if name.isdecimal():
                statuses.append(Status(int(name), "", (), span))
            else:
                ranges.append(StatusRange(name, "", span))
    success = next((status for status in statuses if 200 <= status.code < 300), None)
    redirections = (row for row in statuses if 300 <= row.code < 400 and row.code != 304)
    ordinary = success or next(redirections, None)
    return _Documented(tuple(statuses), success, ordinary, tuple(ranges))


# Docs CI asks for them dozens of times a page.
@cached_by_identity(64)
def _by_location(parameters: tuple[Parameter, ...]) -> Mapping[Location, tuple[Parameter, ...]]:
    return {
        location: tuple([p for p in parameters if p.location is location]) for location in Location
    }


def defined_schemes(operations: Iterable[Operation]) -> dict[str, SecurityScheme]:
    """Return the schemes that pages define, by name; the first of a name wins."""
    found: dict[str, SecurityScheme] = {}
    for use in (use for each in operations for some in each.security or () for use in some):
        if use.scheme:
            found.setdefault(use.name, use.scheme)
    return found


def undefined_schemes(operation: Operation) -> tuple[str, ...]:
    """Return the names of the schemes that an operation requires and its page does not define."""
    uses = (use for uses in operation.security or () for use in uses)
    return tuple(dict.fromkeys(use.name for use in uses if use.scheme is None))


def with_schemes(operation: Operation, defined: Mapping[str, SecurityScheme]) -> Operation:
    """Add to an operation the definitions of the schemes that it only names.

    Args:
        operation: The operation.
        defined: The schemes that other pages define.
    """
    if defined.keys().isdisjoint(undefined_schemes(operation)):
        return operation
    security = tuple(
        tuple(use if use.scheme else replace(use, scheme=defined.get(use.name)) for use in uses)
        for uses in operation.security or ()
    )
    return replace(operation, security=security)


def resolved(operations: Iterable[Operation]) -> tuple[Operation, ...]:
    """Return all operations, each with the definitions of the schemes that it requires."""
    defined = defined_schemes(listed := tuple(operations))
    return tuple(with_schemes(operation, defined) for operation in listed)


@lru_cache(maxsize=4096)
def summary_of(description: tuple[Text, ...]) -> str:
    """Return the first paragraph on one line, but no label as `Parameters:`; empty for none."""
    for text in description:
        for paragraph in _paragraphs(text.markdown):
            words = " ".join(paragraph).split()
            is_label = not words[2:] and words[-1].rstrip("*_").endswith(":")
            if not is_label and not _MARKUP.match(paragraph[0].lstrip()):
                return " ".join(words)
    return ""


def _paragraphs(markdown: str) -> Iterable[list[str]]:
    """Yield the unindented paragraphs; indented ones belong to other blocks."""
    paragraph: list[str] = []
    fence = ""
    for line in [*markdown.split("\n"), ""]:
        bare = line.lstrip()
        if fence:
            fence = "" if bare.startswith(fence) else fence
            continue
        if match := _FENCE.match(bare):
            fence = match["mark"]
        if line.strip() and not fence:
            paragraph.append(line)
            continue
        if paragraph and not paragraph[0].startswith(("    ", "\t")):
            yield paragraph
        paragraph = []


def response_to(operation: Operation, example: ExampleRequest) -> ExampleResponse | None:
    """Find the response of the same name, else the first one before the next request."""
    if example.name:
        named = (r for r in operation.example_responses if r.name == example.name)
        if found := next(named, None):
            return found
    start = example.span.start
    below = [r.span.start for r in operation.example_requests if r.span.start > start]
    end = min(below, default=operation.span.end + 1)
    return next((r for r in operation.example_responses if start < r.span.start < end), None)


def shows_refusal(operation: Operation, example: ExampleRequest) -> bool:
    """Tell whether an example shows how a request is refused, so that it may be wrong on purpose.

    A first example without a name shows the operation, whatever follows it.
    """
    if not example.name and example is operation.example_request:
        return False
    response = response_to(operation, example)
    return response is not None and 400 <= response.status < 500
