"""An operation and its parts, as its page documents them.

The names are those of OpenAPI 3.1 and RFC 9110. Every part knows the lines of the page that it came
from, so that whoever contradicts it can say where it is written.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

PLACEHOLDER = re.compile(r"\{([^{}/]+)\}")
"""A path parameter in a route template, as in `/Person/{personId}`."""

_END = 8
"""So many characters of the text behind a value tell where it ends."""

REQUIRED_MARK = "**Required**"
"""What marks a required parameter or property in its description cell."""

BUILT_IN_TYPES = frozenset(
    {
        "array",
        "binary",
        "bool",
        "byte",
        "date-time",
        "double",
        "enum",
        "int32",
        "int64",
        "object",
        "string",
    }
)
"""The types that the page format itself defines; every other one is a type of the API."""


def values_pattern(template: str, allowed: str, least: int = 1) -> str:
    """A regular expression for a template with values in the place of its placeholders.

    Each value is a group. It ends where the text behind its placeholder begins for the first time,
    so that nothing is tried twice, and of two placeholders without a text between them, the first
    one has a single character.

    Args:
        template: The template.
        allowed: What a value is made of, as a class such as `[^/]`.
        least: How many characters a value has at least, 0 or 1.
    """
    first, *others = PLACEHOLDER.split(template)
    pattern = re.escape(first)
    literals = others[1::2]
    for number, literal in enumerate(literals, 1):
        if literal:
            more = f"(?:(?!{re.escape(literal[:_END])}){allowed})*+"
        else:
            more = f"{allowed}*+" if number == len(literals) else ""
        start = allowed if least else "" if more else f"{allowed}?"
        pattern += f"({start}{more}){re.escape(literal)}"
    return pattern


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Lines of a file, counted from 1, both ends included."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Text:
    """Markdown as it stands on the page."""

    markdown: str
    span: Span


_OF = re.compile(r"(?:array|object) of (?P<of>\S.*)", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class DataType:
    """A type, in the one vocabulary that both generations of the page format map onto.

    Attributes:
        name: `string`, `int32`, `int64`, `double`, `bool`, `date-time`, `byte` (base64), `array`,
            `object`, `binary` (raw bytes), `enum`, or the name of a type of the API, such as
            `Associate`.
        written: How the page writes it, such as `Integer`.
        values: The values of an `enum`, else empty.
    """

    name: str
    written: str
    values: tuple[str, ...] = ()

    @property
    def is_named(self) -> bool:
        """Whether it is a type of the API, such as `Associate`."""
        return self.name not in BUILT_IN_TYPES

    @property
    def of(self) -> str:
        """What `array of TYPE` holds, or each value of `object of TYPE`; empty where unsaid."""
        match = _OF.fullmatch(self.written) if self.name in ("array", "object") else None
        return match["of"] if match else ""


class Location(StrEnum):
    """Where a parameter is sent: `in` of OpenAPI's Parameter Object."""

    PATH = "path"
    QUERY = "query"
    HEADER = "header"


Extras = tuple[tuple[str, str], ...]
"""Cells of a row that are in no column of the page format: the column's name, if any, and the text.
"""


def remarks(extras: Extras) -> tuple[str, ...]:
    """Cells that are in no column of the page format as text, each behind its column's name."""
    return tuple(f"{column}: {text}" if column else text for column, text in extras if text)


@dataclass(frozen=True, slots=True)
class Property:
    """A row of a request-body or response-body table."""

    name: str
    type: DataType | None
    required: bool
    description: str
    extras: Extras
    span: Span

    @property
    def about(self) -> str:
        """The description without the required mark."""
        return self.description.replace(REQUIRED_MARK, "").strip()

    @property
    def full_description(self) -> str:
        """The description without the required mark, and the other cells on lines of their own."""
        return "\n".join(part for part in (self.about, *remarks(self.extras)) if part)


@dataclass(frozen=True, slots=True)
class Parameter(Property):
    """A row of a path, query or header table; the header table has no types."""

    location: Location


@dataclass(frozen=True, slots=True)
class Route:
    """The path of an operation, with its parameters in braces."""

    template: str
    span: Span

    @property
    def parameters(self) -> tuple[str, ...]:
        """The names in braces, in order, without those of its query."""
        return tuple(PLACEHOLDER.findall(self.template.partition("?")[0]))

    @property
    def shape(self) -> str:
        """The template in lower case, without the names: routes of one shape match one path."""
        return PLACEHOLDER.sub("{}", self.template.lower()).rstrip("/")


@dataclass(frozen=True, slots=True)
class RequestBody:
    """What a request carries.

    Attributes:
        name: What the heading calls it, such as `entity`; may be empty.
        type: The type in the heading, such as `string` or `binary` (a file's raw bytes).
        properties: The rows of its table, empty where it has none.
        span: From its heading to its last line.
    """

    name: str
    type: DataType | None
    properties: tuple[Property, ...]
    span: Span

    @property
    def binary(self) -> bool:
        """Whether it is a file's raw bytes instead of properties."""
        return self.type is not None and self.type.name == "binary"


@dataclass(frozen=True, slots=True)
class Status:
    """A row of the response table."""

    code: int
    description: str
    extras: Extras
    span: Span


@dataclass(frozen=True, slots=True)
class Response:
    """What comes back.

    Attributes:
        type: The type in the heading `Response: TYPE`.
        body_type: The type in the heading or line `Response body: TYPE`.
        statuses: The documented statuses, in the page's order.
        properties: The rows of the response-body table.
        span: From its heading to its last line.
    """

    type: DataType | None
    body_type: DataType | None
    statuses: tuple[Status, ...]
    properties: tuple[Property, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Header:
    """A header field of an example."""

    name: str
    value: str
    span: Span


@dataclass(frozen=True, slots=True)
class Message:
    """An HTTP message written on the page: header fields and body."""

    headers: tuple[Header, ...]
    body: str
    text: str
    span: Span

    def header(self, name: str) -> str | None:
        """The value of the first header field of that name, whatever its case."""
        wanted = name.lower()
        return next((h.value for h in self.headers if h.name.lower() == wanted), None)


@dataclass(frozen=True, slots=True)
class ExampleRequest(Message):
    """A sample request: `target` is the path with its query, as in RFC 9112, 3.2."""

    method: str
    target: str


@dataclass(frozen=True, slots=True)
class ExampleResponse(Message):
    """A sample response."""

    status: int
    reason: str


class SectionKind(StrEnum):
    """What a part of the page is about."""

    DESCRIPTION = "description"
    PATH = "path"
    QUERY = "query"
    HEADERS = "headers"
    REQUEST_BODY = "request-body"
    RESPONSE = "response"
    RESPONSE_BODY = "response-body"
    EXAMPLE_REQUEST = "example-request"
    EXAMPLE_RESPONSE = "example-response"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the page, in the page's order, with the text that is in no table or example.

    Attributes:
        kind: What it is about.
        title: Its heading without the marks, empty where it has none.
        prose: Its own text, verbatim, one entry for each unbroken run of lines.
        span: From its heading to its last line.
    """

    kind: SectionKind
    title: str
    prose: tuple[Text, ...]
    span: Span


class LinkKind(StrEnum):
    """How a page refers to another file."""

    XREF = "xref"
    MENTION = "mention"
    FILE = "file"
    INCLUDE = "include"


@dataclass(frozen=True, slots=True)
class Link:
    """A reference to another page or file of the docs tree.

    Attributes:
        kind: `xref` for `<xref:uid>`, `[…](xref:uid)` and `@"uid"`, `mention` for a bare `@uid`,
            which may be any word, `file` for a Markdown link to a file, `include` for
            `[!include[…](…)]`.
        target: The uid, or the path as written, without fragment and query.
        fragment: What follows `#`, without it.
        span: The line.
    """

    kind: LinkKind
    target: str
    fragment: str
    span: Span


@dataclass(frozen=True, slots=True)
class TypeTable:
    """A type of the API, as the page defines it whose front matter says `defines: NAME`.

    Attributes:
        name: The type.
        path: The page's file, relative to the docs directory, with forward slashes.
        properties: The rows of its tables of properties.
        span: From the first of the tables to the last.
    """

    name: str
    path: str
    properties: tuple[Property, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Page:
    """A Markdown file of the docs tree, whether it documents an operation or not.

    Attributes:
        path: The file, relative to the docs directory, with forward slashes.
        uid: Its uid, if the front matter gives it one.
        title: Of the front matter, else of the H1, else the file's name.
        links: What it refers to, in the order of the lines.
        defines: The type that it defines, if any.
    """

    path: str
    uid: str | None
    title: str
    links: tuple[Link, ...]
    defines: TypeTable | None = None


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
        request_body: What it takes, if anything.
        response: What it gives; a page without the section documents no status.
        example_requests: The sample requests, in order.
        example_responses: The sample responses, in order.
        sections: All parts of the page, in order; the first is the description.
        span: The whole page.
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
    request_body: RequestBody | None
    response: Response | None
    example_requests: tuple[ExampleRequest, ...]
    example_responses: tuple[ExampleResponse, ...]
    sections: tuple[Section, ...]
    span: Span

    def parameters_in(self, location: Location) -> tuple[Parameter, ...]:
        """The parameters that are sent in that place."""
        return tuple(p for p in self.parameters if p.location is location)

    @property
    def group(self) -> str:
        """The folder of the page: operations of one folder belong together."""
        return self.path.rpartition("/")[0]

    @property
    def summary(self) -> str:
        """The first paragraph of the description on one line, else the title."""
        for text in self.description:
            return " ".join(text.markdown.split("\n\n", 1)[0].split())
        return self.title

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
