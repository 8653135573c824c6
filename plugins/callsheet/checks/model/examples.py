"""Examples of a page: HTTP messages and example URLs, with their values and places."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple
from urllib.parse import unquote_plus

from callsheet import lazy_re as re
from callsheet.checks.model.page import OperationPage, Place, cached_in_owner
from callsheet.checks.parsing.json_text import parse_json
from callsheet.checks.parsing.nodes import Node, SyntaxProblem
from callsheet.checks.parsing.xml_and_forms import parse_form, parse_multipart, parse_xml
from callsheet.findings import Edit
from callsheet.http.media_types import FORM, MIXED, MULTIPART, essence, is_json, is_xml
from callsheet.model import (
    ExampleRequest,
    ExampleResponse,
    Header,
    Location,
    Message,
    Operation,
    Parameter,
    values_pattern,
)
from callsheet.source.faults import Fault
from callsheet.source.messages import REQUEST_LINE

_FIELD = re.compile(r"[A-Za-z][A-Za-z0-9-]*:(?:[ \t]|$)")


@dataclass(frozen=True)
class ExampleMessage:
    """HTTP message on a page, with its parsed body.

    Attributes:
        page: The page.
        message: The message.
    """

    page: OperationPage
    message: Message

    @property
    def is_request(self) -> bool:
        """Whether it is a request."""
        return isinstance(self.message, ExampleRequest)

    @property
    def body(self) -> str:
        """The body's text."""
        return self.message.body

    @property
    def is_abridged(self) -> bool:
        """Whether the page leaves out a part of the body, with `...` or a comment."""
        return isinstance(self.message, ExampleRequest | ExampleResponse) and self.message.abridged

    @property
    def has_body(self) -> bool:
        """Whether the body has more than space."""
        return bool(self.body.strip())

    @cached_property
    def content_type(self) -> str:
        """The media type of `Content-Type` in lower case, without parameters; may be empty."""
        return essence(self.message.header("Content-Type") or "")

    @cached_property
    def format(self) -> str:
        """`json`, `xml`, `form` or `multipart`, as the media type says, else as the text looks.

        It may be empty.
        """
        if by_type := format_of(self.content_type):
            return by_type
        return "" if self.content_type else looks_like(self.body)

    @cached_property
    def parsed(self) -> Node | SyntaxProblem | None:
        """The body's value, or why it has none; None for no body and for other formats."""
        if not self.has_body or self.misplaced_header or self.is_mislabelled:
            return None
        match self.format:
            case "json":
                return parse_json(self.body)
            case "xml":
                return parse_xml(self.body)
            case "form":
                return parse_form(self.body)
            case "multipart":
                return parse_multipart(self.body, self.message.header("Content-Type") or "")
        return None

    @property
    def node(self) -> Node | None:
        """The body's value, if it has one."""
        return self.parsed if isinstance(self.parsed, Node) else None

    @cached_property
    def is_mislabelled(self) -> bool:
        """Whether the body is JSON or XML and `Content-Type` says that it is something else."""
        looks = looks_like(self.body)
        # A text may begin like JSON, but is not an object to its end by chance.
        if looks == "json" and self.content_type == "text/plain":
            return isinstance(parse_json(self.body), Node) and self.body.lstrip()[0] == "{"
        return bool(looks and self.format and looks != self.format)

    @cached_property
    def misplaced_header(self) -> int | None:
        """The line of a header field below the blank line, where the body begins."""
        first = self.body.lstrip("\n").split("\n")[0]
        # A text such as YAML has names with a colon in its first line, too.
        is_text = self.content_type and not self.format
        if is_text or not _FIELD.match(first) or self.format in ("form", "multipart"):
            return None
        return self._first_line + len(self.body) - len(self.body.lstrip("\n"))

    def place(self, start: int, end: int) -> Place:
        """Return the place of a part of the body on the page.

        That of the message's first line where the body is not on the page as it is sent, as in a
        command of curl that has it between quotes.
        """
        if not self._is_verbatim and self._line_elsewhere is None:
            return self.first_line()
        return Place(self.page.path, *self._position(start), *self._position(end))

    def edit(self, start: int, end: int, text: str) -> Edit:
        """Return the edit that replaces a part of the body."""
        place = self.place(start, end)
        return Edit(place.line, place.column, place.end_line, place.end_column, text)

    def shown(self, node: Node) -> str:
        """Format a value as it is written, decoded if it is of a form, as a shortened code span."""
        text = self.body[node.start : node.end]
        return code(unquote_plus(text) if self.format == "form" else text)

    def header(self, header: Header) -> Place:
        """Return the place of a header field."""
        return self.page.whole_line(header.span.start)

    def header_value(self, header: Header) -> Place:
        """Return the place of a header field's value, or of the field if the value is empty."""
        return self.page.find(
            header.span.start, header.value, self.page.line(header.span.start).find(":") + 2
        )

    def first_line(self) -> Place:
        """Return the place of the request or status line."""
        for number in range(self.message.span.start + 1, self.message.span.end + 1):
            if self.page.line(number).strip():
                return self.page.whole_line(number)
        return self.page.whole_line(self.message.span.start)

    def whole_body(self) -> Place:
        """Return the place of the body's first line."""
        lead = len(self.body) - len(self.body.lstrip())
        text = self.body.strip().split("\n")[0].rstrip()
        return self.place(lead, lead + len(text))

    @cached_property
    def _first_line(self) -> int:
        """The line of the page in which the body begins."""
        if self._line_elsewhere is not None:
            return self._line_elsewhere
        text = self.message.text.removesuffix("\n")
        above = text.count("\n", 0, len(text) - len(self.message.body))
        return self.message.span.start + 1 + above

    @cached_property
    def _is_verbatim(self) -> bool:
        """Whether the body is on the page as it is sent, at the end of the message."""
        return self.message.text.removesuffix("\n").endswith(self.body)

    @cached_property
    def _line_elsewhere(self) -> int | None:
        """The line where the body begins if it stands by itself, as the file that curl sends."""
        if self._is_verbatim or not self.has_body:
            return None
        span = self.page.operation.span
        text = "\n".join(("", *self.page.document.lines[span.start - 1 : span.end], ""))
        place = text.find("\n" + self.body.rstrip("\n") + "\n")
        return span.start + text.count("\n", 0, place) if place >= 0 else None

    @cached_property
    def _starts(self) -> list[int]:
        starts = [0]
        for line in self.body.split("\n"):
            starts.append(starts[-1] + len(line) + 1)
        return starts

    def _position(self, offset: int) -> tuple[int, int]:
        index = min(bisect_right(self._starts, offset), len(self._starts) - 1) - 1
        line = self._first_line + index
        length = self._starts[index + 1] - 1 - self._starts[index]
        # The content of an indented fence is without that indentation.
        shift = max(len(self.page.line(line)) - length, 0)
        return line, offset - self._starts[index] + 1 + shift


def messages_of(operation: Operation) -> Iterator[Message]:
    """Yield the messages of an operation's examples, requests first."""
    yield from operation.example_requests
    yield from operation.example_responses


def requests(page: OperationPage) -> tuple[ExampleMessage, ...]:
    """Return the example requests of a page."""
    return _read(page).requests


def responses(page: OperationPage) -> tuple[ExampleMessage, ...]:
    """Return the example responses of a page."""
    return _read(page).responses


def typed_responses(page: OperationPage) -> Iterator[tuple[ExampleMessage, ExampleResponse]]:
    """Yield the example responses with their messages, which have a status."""
    for example in responses(page):
        if isinstance(example.message, ExampleResponse):
            yield example, example.message


def examples(page: OperationPage) -> tuple[ExampleMessage, ...]:
    """Return the examples of a page, requests first."""
    return _read(page).all


class _Examples(NamedTuple):
    requests: tuple[ExampleMessage, ...]
    responses: tuple[ExampleMessage, ...]
    all: tuple[ExampleMessage, ...]


@cached_in_owner
def _read(page: OperationPage) -> _Examples:
    operation = page.operation
    requests = tuple(ExampleMessage(page, message) for message in operation.example_requests)
    responses = tuple(ExampleMessage(page, message) for message in operation.example_responses)
    return _Examples(requests, responses, requests + responses)


def has_unread_examples(page: OperationPage) -> bool:
    """Tell whether an example of the page is not an HTTP message, and so not among the examples."""
    return any(finding.code == Fault.MESSAGE.code for finding in page.reading.findings)


def format_of(media_type: str) -> str:
    """Return `json`, `xml`, `form` or `multipart`; empty for any other media type."""
    if is_json(media_type):
        return "json"
    if is_xml(media_type):
        return "xml"
    if media_type in (MULTIPART, MIXED):
        return "multipart"
    return "form" if media_type == FORM else ""


def looks_like(body: str) -> str:
    """Return `json` or `xml` if a body begins like these, else an empty text."""
    text = body.lstrip("\ufeff \t\r\n")
    if text.startswith(("{", "[")):
        return "json"
    return "xml" if re.match(r"<[?!A-Za-z_]", text) else ""


def code(text: str, limit: int = 60) -> str:
    """Format a text as a code span on one line, shortened."""
    shown = " ".join(text.split())
    shown = shown if len(shown) <= limit else f"{shown[: limit - 1]}\u2026"
    return f"`` {shown} ``" if "`" in shown else f"`{shown}`"


# Possessive up to the first bracket of a line, which keeps the time linear: any closing bracket
# that counts comes after it.
_DUMMY = re.compile(r"^[^{<\[\n]*+[{<\[].*[}>\]]|\.\.\.|\u2026", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class QueryPair:
    """Decoded `name=value` of a query, with the columns of both in its line.

    `raw` is the value as written, and `is_given` says whether there is an equals sign.
    """

    name: str
    value: str
    name_column: int
    value_column: int
    value_length: int
    raw: str
    is_given: bool = True


@dataclass(frozen=True, slots=True)
class Target:
    """A path with its query in a line of a page.

    Attributes:
        line: The line.
        column: The column of its first character.
        path: The path.
        query: What follows the question mark; None without one.
        of_sample: Whether it is of a sample request, not of a line below the query table.
    """

    line: int
    column: int
    path: str
    query: str | None
    of_sample: bool

    def pairs(self) -> Iterator[QueryPair]:
        """Yield the parameters of the query."""
        column = self.column + len(self.path) + 1
        for part in (self.query or "").split("&"):
            name, equals, value = part.partition("=")
            if part.strip():
                start = column + len(name) + len(equals)
                raw = value.strip()
                plain, length = unquote_plus(name.strip()), len(value.rstrip())
                yield QueryPair(plain, unquote_plus(raw), column, start, length, raw, bool(equals))
            column += len(part) + 1

    def is_dummy(self, pair: QueryPair) -> bool:
        """Tell whether the value of a parameter stands for any value, as in `?id={id}`.

        So does a name alone below the query table. A sample request is sent as it is, and there
        the value is an empty text.
        """
        if pair.value:
            return is_dummy(pair.value)
        return not (pair.is_given or self.of_sample)


@cached_in_owner
def targets(page: OperationPage) -> tuple[Target, ...]:
    """Return the targets on a page, in the order of the lines."""
    return tuple(sorted(_targets(page), key=lambda target: target.line))


def _targets(page: OperationPage) -> Iterator[Target]:
    for text in page.operation.query_examples:
        yield from _target(page, text.span.start, of_sample=False)
    for request in page.operation.example_requests:
        for number in range(request.span.start + 1, request.span.end + 1):
            if page.line(number).strip():
                yield from _target(page, number, of_sample=True)
                break


def _target(page: OperationPage, number: int, *, of_sample: bool) -> Iterator[Target]:
    text = page.line(number)
    lead = len(text) - len(text.lstrip())
    match = REQUEST_LINE.fullmatch(text.strip())
    if match is None:
        return
    path, mark, query = match["target"].partition("?")
    column = lead + match.start("target") + 1
    yield Target(number, column, path, query.partition("#")[0] if mark else None, of_sample)


def query_parameters(page: OperationPage) -> Mapping[str, Parameter]:
    """Return the query parameters by their names in lower case, as requests may write them."""
    found = page.operation.parameters_in(Location.QUERY)
    return {parameter.name.lower(): parameter for parameter in reversed(found)}


def place_in(page: OperationPage, line: int, column: int, length: int) -> Place:
    """Return the place of some characters of a line, at least one."""
    return Place(page.path, line, column, line, column + max(length, 1))


def is_dummy(value: str) -> bool:
    """Tell whether a value stands for any value, as in `{id}`."""
    return not value or _DUMMY.search(value) is not None


def path_values(page: OperationPage, target: Target) -> Iterator[tuple[str, str, int]]:
    """Yield the values of the path parameters in a target: name, value, column.

    There are none if the target does not match the route, which another rule reports.
    """
    template = page.operation.route.path
    names = page.operation.route.parameters
    if not names or not (found := _route(template).fullmatch(target.path)):
        return
    for number, name in enumerate(names, 1):
        yield name, found[number], target.column + found.start(number)


# One is enough: rules ask for the targets of one page after the other.
@lru_cache(maxsize=1)
def _route(template: str) -> re.Pattern[str]:
    """Compile the pattern of a route's paths, whatever the case."""
    return re.compile(values_pattern(template, "[^/?]", least=0) + "/?", re.IGNORECASE)
