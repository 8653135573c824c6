"""The sections of an imported operation, in the usual order of pages."""

from collections.abc import Iterable, Iterator, Sequence

from callsheet.importing.operation.row_cells import NOWHERE
from callsheet.model import (
    DataType,
    ExampleResponse,
    Location,
    Parameter,
    RequestBody,
    Response,
    Section,
    SectionKind,
    Text,
)
from callsheet.pages import safe_prose

_PARAMETERS = (
    (Location.PATH, SectionKind.PATH, ""),
    (Location.QUERY, SectionKind.QUERY, "Query String Parameters"),
    (Location.HEADER, SectionKind.HEADERS, "Request Headers"),
    (Location.COOKIE, SectionKind.COOKIES, "Cookies"),
)


def sections_of(
    title: str,
    description: str,
    parameters: Iterable[Parameter],
    bodies: Sequence[RequestBody],
    about_body: str,
    response: Response,
    links: Iterable[tuple[str, str]],
    examples: Sequence[ExampleResponse],
) -> Iterator[Section]:
    """Yield the sections that an operation has content for.

    Args:
        title: The heading of the page.
        description: Safe Markdown; see `callsheet.pages.safe_prose`.
        parameters: All parameters.
        bodies: The request bodies.
        about_body: The description of the request body in the specification.
        response: The response.
        links: Statuses, each with the table of its links.
        examples: The sample responses.
    """
    yield _section(SectionKind.DESCRIPTION, title, description)
    locations = {row.location for row in parameters}
    for location, kind, heading in _PARAMETERS:
        if location in locations:
            yield _section(kind, heading)
    for number, body in enumerate(bodies):
        text = about_body if number == 0 else ""
        yield _section(SectionKind.REQUEST_BODY, _heading_of(body), safe_prose(text, level=3))
    written = _written(response.body_type)
    if response.statuses or response.ranges or response.body_type:
        yield _section(SectionKind.RESPONSE, f"Response:{written}" if written else "Response")
    if response.body_type:
        yield _section(SectionKind.RESPONSE_BODY, f"Response body:{written}")
    # The site shows the header fields of a response below what is said of the response.
    statuses = dict.fromkeys(header.status for header in response.headers)
    later = {body.status for body in response.bodies}
    yield from (_headers_of(status) for status in statuses if status not in later)
    for number, other in enumerate(response.bodies):
        media_type = f" ({other.media_type})" if other.media_type else ""
        what = other.status or "body"
        typed = f":{_written(other.type)}" if other.type else ""
        heading = f"Response {what}{media_type}{typed}"
        yield _section(SectionKind.RESPONSE_BODY, heading)
        following = {body.status for body in response.bodies[number + 1 :]}
        if other.status in statuses and other.status not in following:
            yield _headers_of(other.status)
    for status, table in links:
        yield _section(SectionKind.RESPONSE_LINKS, f"Response links {status}", table)
    yield _section(SectionKind.EXAMPLE_REQUEST, "Sample request")
    if examples:
        yield _section(SectionKind.EXAMPLE_RESPONSE, "Sample response")


def _headers_of(status: str) -> Section:
    return _section(SectionKind.RESPONSE_HEADERS, f"Response headers {status}")


def _heading_of(body: RequestBody) -> str:
    media_type = f" ({body.media_type})" if body.media_type else ""
    return f"Request Body{media_type}: {body.name}{_written(body.type)}"


def _written(data_type: DataType | None) -> str:
    return f" {data_type.written}" if data_type else ""


def _section(kind: SectionKind, title: str, text: str = "") -> Section:
    return Section(kind, title, (Text(text, NOWHERE),) if text else (), NOWHERE)
