"""The parts of an operation: parameters, bodies, responses."""

from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import parse_qsl, unquote

from callsheet import lazy_re as re
from callsheet.findings import Span
from callsheet.model.response_links import ResponseLink
from callsheet.records import record
from callsheet.schema.schema import Schema
from callsheet.schema.words.facets import Facet, Facets, is_yes, schema_of_row
from callsheet.schema.words.type_words import WORDS, held_by

PLACEHOLDER = re.compile(r"\{([^{}/]+)\}")
"""A path parameter in a route template, as in `/Person/{personId}`."""

_END = 8
"""Characters of the text after a value that decide where the value ends."""

REQUIRED_MARK = "**Required**"
"""The mark of required parameters and properties, in their descriptions, and of bodies."""

DEPRECATED = "Deprecated: "
"""Begins the line of a full description that says since when something is deprecated."""

WHOLE = " whole value"
"""The name of a row that describes the whole value: that of a table without a column of names.

Names in cells never begin with a space.
"""

OTHERS = "*"
"""The name, or the last step of the name, of a row that describes all other properties."""

OPTIONAL_MARK = "**Optional**"
"""The mark of an optional request body, below its heading."""

BUILT_IN_TYPES = frozenset({*WORDS, "enum"} - {"boolean", "integer", "number"})
"""The types of the page format itself; any other one is a named type of the API."""


def values_pattern(template: str, allowed: str, least: int = 1) -> str:
    """Return a regular expression that matches a template with values for its placeholders.

    Each value is a group. It ends at the first occurrence of the text after its placeholder, so
    that matching never backtracks. Of two placeholders without a text between them, the first one
    has a single character.

    Args:
        template: The template.
        allowed: The characters of a value, as a negated class such as `[^/]`.
        least: The minimum length of a value, 0 or 1.
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
    """Return an expression for all characters before a text."""
    # To repeat a group, Python's engine copies all groups before it, which takes quadratic time; a
    # character class by itself is repeated without that.
    if not re.fullmatch(allowed, literal[0]):
        return f"{allowed}*+"
    if len(literal) == 1:
        return f"{allowed[:-1]}{re.escape(literal)}]*+"
    return f"(?:(?!{re.escape(literal[:_END])}){allowed})*+"


@dataclass(frozen=True, slots=True)
class DataType:
    """A type, in the one vocabulary to which both generations of the page format are mapped.

    Attributes:
        name: A word of the page format, such as `string`, `int32` or `array`; `enum`; `any` for one
            of several types; or the name of a type of the API, such as `Associate`.
        written: As the page writes it, such as `Integer`.
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
        """The type of items in `array of TYPE`, or of values in `object of TYPE`; else empty."""
        return held_by(self.written) if self.name in ("array", "object") else ""


class Location(StrEnum):
    """The field `in` of OpenAPI's Parameter Object."""

    PATH = "path"
    QUERY = "query"
    HEADER = "header"
    COOKIE = "cookie"


Extras = tuple[tuple[str, str], ...]
"""The cells of a row in unknown columns: pairs of the column's name, if any, and the text."""


def remarks(extras: Extras) -> tuple[str, ...]:
    """Return the texts of cells in unknown columns, each after the name of its column."""
    return tuple(f"{column}: {text}" if column else text for column, text in extras if text)


@record()
class Property:
    """A row of the table of a body.

    Attributes:
        name: Its name; `address.city` is within `address`, and `items[].name` in each of `items`.
        type: Its type, if the page states one.
        required: Whether it is required; None where the page does not say.
        description: The cell with its description.
        extras: The cells in unknown columns.
        span: The lines of the row.
        facets: The cells that constrain its values further.
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
        """The schema of its values."""
        return schema_of_row(self.type.written if self.type else "", self.facets)

    @property
    def label(self) -> str:
        """Its name in messages."""
        return "the whole value" if self.name == WHOLE else f"`{self.name}`"

    @property
    def about(self) -> str:
        """The description without the required mark."""
        return self.description.replace(REQUIRED_MARK, "").strip()

    @property
    def deprecated_since(self) -> str:
        """Text of the cell `Deprecated` beyond yes or no, such as `since 2.0`."""
        text = dict(self.facets).get(Facet.DEPRECATED, "")
        return text if text and is_yes(text) is None else ""

    @property
    def full_description(self) -> str:
        """The description without the required mark, and the other cells on lines of their own.

        That something is deprecated is a fact of its own; since when, only words can tell.
        """
        if not (self.extras or self.facets):
            return self.about
        since = f"{DEPRECATED}{text}" if (text := self.deprecated_since) else ""
        return "\n".join(part for part in (self.about, *remarks(self.extras), since) if part)


@record()
class Parameter(Property):
    """A row of a table of parameters; rows of header fields may have no type."""

    location: Location = Location.QUERY


@record()
class Route:
    """The path of an operation, with its parameters in braces."""

    template: str
    span: Span

    @property
    def parameters(self) -> tuple[str, ...]:
        """The names of its path parameters, in order."""
        return tuple(PLACEHOLDER.findall(self.path))

    @property
    def path(self) -> str:
        """The template without a query or fragment, of which it should have none."""
        return self.template.partition("#")[0].partition("?")[0]

    @property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        """The names and values of a query on this route, of which an empty value may be any.

        They are those of the template's query, and of its fragment, by which some documents tell
        routes of one path apart.
        """
        path, _, fragment = self.template.partition("#")
        parts = (path.partition("?")[2], fragment)
        return tuple(pair for part in parts for pair in parse_qsl(part, keep_blank_values=True))

    @property
    def shape(self) -> str:
        """The template in lower case, without the names: routes of one shape match one path."""
        return PLACEHOLDER.sub("{}", self.template.lower()).rstrip("/")

    def match(self, target: str) -> dict[str, str]:
        """Match a request target with the template, and return the path parameters, encoded.

        Args:
            target: A request target with or without query, such as `/Person/3/Image?w=48`.

        Returns:
            The values by name, without those that are still placeholders; empty where the target is
            on another route.
        """
        # Split by a pattern with a group: text, name, text, name, ..., text.
        parts = PLACEHOLDER.split(self.path)
        path = target.partition("?")[0]
        if not path.startswith(parts[0]):
            return {}
        position = len(parts[0])
        values = {}
        for name, following in zip(parts[1::2], parts[2::2], strict=True):
            end = path.find(following, position) if following else len(path)
            value = path[position:end]
            if end < 0 or not value or "/" in value:
                return {}
            values[name] = value
            position = end + len(following)
        if position != len(path):
            return {}
        return {
            name: value for name, value in values.items() if not PLACEHOLDER.search(unquote(value))
        }


@dataclass(frozen=True, slots=True)
class Alias:
    """A further route of an operation, perhaps with a method of its own."""

    method: str
    route: Route


class AssumptionKind(StrEnum):
    """Kind of fact that a page may leave open."""

    PLACE = "place"
    STATUS = "status"


@dataclass(frozen=True, slots=True)
class Assumption:
    """Something that a page does not say, and that follows from the method.

    Attributes:
        kind: What is assumed.
        name: The row whose place is assumed; empty for a status.
        value: `query`, `body`, or the status.
        span: The lines that leave it open.
    """

    kind: AssumptionKind
    name: str
    value: str
    span: Span


@record()
class RequestBody:
    """A request body, for all media types or for one.

    Attributes:
        name: Its name in the heading, such as `entity`; may be empty.
        type: The type in the heading, such as `string` or `binary` (a file's raw bytes).
        properties: The rows of its table, empty where it has none.
        span: From its heading to its last line.
        media_type: The media type that the heading names; empty for all that the page lists.
        required: Whether it is required; None where the page does not say.
    """

    name: str
    type: DataType | None
    properties: tuple[Property, ...]
    span: Span
    media_type: str = ""
    required: bool | None = None

    @property
    def binary(self) -> bool:
        """Whether it is raw bytes, such as a file."""
        return self.type is not None and self.type.name == "binary"


@record()
class Status:
    """A row of the response table.

    Attributes:
        code: The status, such as 404.
        description: The cell with its description.
        extras: The cells in unknown columns.
        span: The lines of the row.
    """

    code: int
    description: str
    extras: Extras
    span: Span


@dataclass(frozen=True, slots=True)
class StatusRange:
    """A row of the response table for a class of statuses, or for all other ones.

    Attributes:
        name: `1XX` to `5XX`, or `default`.
        description: The cell with its description.
        span: The lines of the row.
    """

    name: str
    description: str
    span: Span


@record()
class Response:
    """The responses of an operation.

    Attributes:
        type: The type in the heading `Response: TYPE`.
        body_type: The type in the heading or line `Response body: TYPE`.
        statuses: The documented statuses, in the page's order.
        properties: The rows of the response-body table.
        span: From its heading to its last line.
        ranges: The documented classes of statuses, and the default.
        bodies: The bodies of single statuses, classes or media types.
        headers: The header fields, each for the status that its section names.
        links: The operations that it leads to, each for the status that its section names.
    """

    type: DataType | None
    body_type: DataType | None
    statuses: tuple[Status, ...]
    properties: tuple[Property, ...]
    span: Span
    ranges: tuple[StatusRange, ...] = ()
    bodies: "tuple[ResponseBody, ...]" = ()
    headers: "tuple[ResponseHeader, ...]" = ()
    links: tuple[ResponseLink, ...] = ()


@dataclass(frozen=True, slots=True)
class ResponseBody:
    """The body of one status or one media type, in a section of its own.

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


@record()
class ResponseHeader(Property):
    """A header field of a response; `status` is as in `ResponseBody`."""

    status: str = ""
