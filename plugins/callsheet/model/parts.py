"""The parts of an operation: parameters, bodies, responses."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from callsheet.schema.schema import Schema
from callsheet.schema.words.facets import Facet, Facets, is_yes, schema_of_row
from callsheet.schema.words.type_words import WORDS, held_by
from callsheet.spans import Span

PLACEHOLDER = re.compile(r"\{([^{}/]+)\}")
"""A path parameter in a route template, as in `/Person/{personId}`."""

_END = 8
"""So many characters of the text behind a value tell where it ends."""

REQUIRED_MARK = "**Required**"
"""What marks a required parameter or property in its description cell, and a required body."""

OPTIONAL_MARK = "**Optional**"
"""What marks a request body that may be left out, below its heading."""

BUILT_IN_TYPES = frozenset({*WORDS, "enum"} - {"boolean", "integer", "number"})
"""The types that the page format itself defines; every other one is a type of the API."""


def values_pattern(template: str, allowed: str, least: int = 1) -> str:
    """A regular expression for a template with values in the place of its placeholders.

    Each value is a group. It ends where the text behind its placeholder begins for the first time,
    so that nothing is tried twice, and of two placeholders without a text between them, the first
    one has a single character.

    Args:
        template: The template.
        allowed: What a value is made of, as a negated class such as `[^/]`.
        least: How many characters a value has at least, 0 or 1.
    """
    first, *others = PLACEHOLDER.split(template)
    pattern = re.escape(first)
    literals = others[1::2]
    for number, literal in enumerate(literals, 1):
        if literal:
            more = _up_to(literal, allowed)
        else:
            more = f"{allowed}*+" if number == len(literals) else ""
        start = allowed if least else "" if more else f"{allowed}?"
        pattern += f"({start}{more}){re.escape(literal)}"
    return pattern


def _up_to(literal: str, allowed: str) -> str:
    """What goes on until a text begins."""
    # A class by itself is repeated without a copy of all groups before it, which would take time
    # that grows with their square.
    if not re.fullmatch(allowed, literal[0]):
        return f"{allowed}*+"
    if len(literal) == 1:
        return f"{allowed[:-1]}{re.escape(literal)}]*+"
    return f"(?:(?!{re.escape(literal[:_END])}){allowed})*+"


@dataclass(frozen=True, slots=True)
class DataType:
    """A type, in the one vocabulary that both generations of the page format map onto.

    Attributes:
        name: A word of the page format, such as `string`, `int32` or `array`; `enum`; `any` for one
            of several types; or the name of a type of the API, such as `Associate`.
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
        return held_by(self.written) if self.name in ("array", "object") else ""


class Location(StrEnum):
    """Where a parameter is sent: `in` of OpenAPI's Parameter Object."""

    PATH = "path"
    QUERY = "query"
    HEADER = "header"
    COOKIE = "cookie"


Extras = tuple[tuple[str, str], ...]
"""Cells of a row that are in no column of the page format: the column's name, if any, and the text.
"""


def remarks(extras: Extras) -> tuple[str, ...]:
    """Cells that are in no column of the page format as text, each behind its column's name."""
    return tuple(f"{column}: {text}" if column else text for column, text in extras if text)


@dataclass(frozen=True, slots=True)
class Property:
    """A row of a request-body or response-body table.

    Attributes:
        name: Its name; `address.city` is within `address`, and `items[].name` in each of `items`.
        type: Its type, as the page writes it.
        required: Whether it must be there; None where the page doesn't say.
        description: The cell with its description.
        extras: The cells in no column of the page format.
        span: The lines of the row.
        facets: What further cells say of its values.
    """

    name: str
    type: DataType | None
    required: bool | None
    description: str
    extras: Extras
    span: Span
    facets: Facets = ()

    @property
    def schema(self) -> Schema:
        """What its values may be."""
        return schema_of_row(self.type.written if self.type else "", self.facets)

    @property
    def about(self) -> str:
        """The description without the required mark."""
        return self.description.replace(REQUIRED_MARK, "").strip()

    @property
    def full_description(self) -> str:
        """The description without the required mark, and the other cells on lines of their own.

        That something is deprecated is a fact of its own; since when, only words can tell.
        """
        since = (
            f"Deprecated: {text}"
            for facet, text in self.facets
            if facet is Facet.DEPRECATED and text and is_yes(text) is None
        )
        return "\n".join(part for part in (self.about, *remarks(self.extras), *since) if part)


@dataclass(frozen=True, slots=True)
class Parameter(Property):
    """A row of a table of parameters; that of headers may have no types."""

    location: Location = Location.QUERY


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
    """What a request carries, for all media types or for one.

    Attributes:
        name: What the heading calls it, such as `entity`; may be empty.
        type: The type in the heading, such as `string` or `binary` (a file's raw bytes).
        properties: The rows of its table, empty where it has none.
        span: From its heading to its last line.
        media_type: The media type that the heading names; empty where it is that of all which the
            page lists.
        required: Whether there must be a body; None where the page doesn't say.
    """

    name: str
    type: DataType | None
    properties: tuple[Property, ...]
    span: Span
    media_type: str = ""
    required: bool | None = None

    @property
    def binary(self) -> bool:
        """Whether it is a file's raw bytes instead of properties."""
        return self.type is not None and self.type.name == "binary"


@dataclass(frozen=True, slots=True)
class Status:
    """A row of the response table.

    Attributes:
        code: The status, such as 404.
        description: The cell with its description.
        extras: The cells in no column of the page format.
        span: The lines of the row.
    """

    code: int
    description: str
    extras: Extras
    span: Span


@dataclass(frozen=True, slots=True)
class StatusRange:
    """A row of the response table for a class of statuses, or for all others.

    Attributes:
        name: `1XX` to `5XX`, or `default`.
        description: The cell with its description.
        span: The lines of the row.
    """

    name: str
    description: str
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
        ranges: The documented classes of statuses, and the default.
        bodies: The bodies of single statuses, classes or media types.
        headers: The header fields that come back, each for the status that its section names.
    """

    type: DataType | None
    body_type: DataType | None
    statuses: tuple[Status, ...]
    properties: tuple[Property, ...]
    span: Span
    ranges: tuple[StatusRange, ...] = ()
    bodies: tuple[ResponseBody, ...] = ()
    headers: tuple[ResponseHeader, ...] = ()


@dataclass(frozen=True, slots=True)
class ResponseBody:
    """The body of a status, or of a media type, that is another than that of a success.

    Attributes:
        status: `404`, `4XX` or `default`; empty for a success.
        media_type: The media type that the heading names; empty for all that the page lists.
        type: The type in the heading.
        properties: The rows of its table.
        span: From its heading to its last line.
    """

    status: str
    media_type: str
    type: DataType | None
    properties: tuple[Property, ...]
    span: Span

    @property
    def is_none(self) -> bool:
        """Whether there is no body, as its section gives neither a type nor a table."""
        return self.type is None and not self.properties


@dataclass(frozen=True, slots=True)
class ResponseHeader(Property):
    """A header field of a response; `status` is as in `ResponseBody`."""

    status: str = ""
