"""Picks the values that a sample sends, whatever language it is written in.

An author's choice wins: first in the page's front matter, then in the site's configuration. Then
come the page's examples, where they satisfy the contract: the example request before the example
URLs. Then comes the reference server's data, and last a value by type.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl, unquote

from callsheet.http.headers import read_basic
from callsheet.http.media_types import is_json
from callsheet.http.parameter_styles import Texts
from callsheet.memo import cached, last_kept
from callsheet.model import PLACEHOLDER, Location, Operation, Parameter
from callsheet.model.contents import own_parameters
from callsheet.samples.request.access import Access, access_of
from callsheet.samples.request.base_url import REFERENCE, BaseUrl, base_url_of
from callsheet.samples.request.bodies import Body
from callsheet.samples.request.body_choice import pick_body
from callsheet.samples.request.choices import (
    NO_OVERRIDES,
    Choice,
    Origin,
    Overrides,
    read_overrides,
)
from callsheet.samples.request.defaults import (
    EVALUATOR,
    FIRST_NUMBER,
    Scalar,
    origin_in,
    scalar_by_schema,
    scalar_from_text,
)
from callsheet.samples.request.styled import StyledPicker
from callsheet.samples.text import media_type
from callsheet.schema import ANYTHING, Schema
from callsheet.schema.texts import value_of_text

_NOT_SENT = {"accept-encoding", "connection", "content-length", "content-type", "host",
             "transfer-encoding", "user-agent"}  # fmt: skip
"""Header fields that an HTTP client sets itself; Content-Type goes with the body."""


@dataclass(frozen=True, slots=True)
class Values:
    """The values of a sample's request.

    Attributes:
        path: The path parameters by name, in the route's order.
        query: The query parameters in order; a name may come more than once.
        headers: The header fields, without those that an HTTP client sets itself.
        credentials: User and password for Basic authentication (RFC 7617).
        body: The request body, if any.
        choices: The reasons for the values.
        base_url: The server that it is sent to.
        refused: Whether the credentials are wrong on purpose.
        styled: The values of parameters with a style, before they are serialized, by location and
            name.
    """

    path: dict[str, Scalar]
    query: tuple[tuple[str, Scalar], ...]
    headers: tuple[tuple[str, str], ...]
    credentials: tuple[str, str] | None
    body: Body | None
    choices: tuple[Choice, ...] = ()
    base_url: BaseUrl = REFERENCE
    refused: bool = False
    styled: Mapping[tuple[Location, str], Texts] = field(default_factory=dict)

    def access(self, operation: Operation) -> Access:
        """Work out how a request with these values is authenticated."""
        return access_of(
            operation,
            self.base_url,
            self.headers,
            [(name, str(value)) for name, value in self.query],
            self.credentials,
            refused=self.refused,
        )


# All that is made of an operation asks for the same, one after the other.
@last_kept
def pick_values(operation: Operation, site: Overrides = NO_OVERRIDES) -> Values:
    """Pick the values for an operation's sample.

    Args:
        operation: The operation.
        site: The choices of the site's configuration, for all operations.
    """
    page, _ = read_overrides(operation.front_matter.get("samples"))
    picker = _ValuePicker(operation, ((Origin.PAGE, page), (Origin.SITE, site)))
    # The order is the order of the reasons in `callsheet samples --explain`.
    path = {name: picker.path_value(name) for name in operation.route.parameters}
    query = tuple(picker.query())
    credentials = picker.credentials()
    headers = tuple(picker.headers(with_authorization=credentials is None))
    body = picker.body()
    base_url = base_url_of(operation, page.base_url, site.base_url)
    choices = (*picker.choices, *picker.styled.choices)
    styled = picker.styled.texts
    return Values(path, query, headers, credentials, body, choices, base_url, styled=styled)


@dataclass(frozen=True, slots=True)
class _Shown:
    """A text that the page shows for a parameter, and its line."""

    text: str
    line: int


@dataclass(slots=True)
class _ValuePicker:
    """Picks the values of one operation, and notes the reasons in `choices`."""

    operation: Operation
    chosen: tuple[tuple[Origin, Overrides], ...]
    choices: list[Choice] = field(default_factory=list)
    header_lines: dict[str, int] = field(default_factory=dict)
    path_schemas: dict[str, Schema] = field(default_factory=dict)
    path_values: dict[str, _Shown] = field(default_factory=dict)
    styled: StyledPicker = field(init=False)

    def __post_init__(self) -> None:
        self.styled = StyledPicker(self.operation)
        for parameter in self.operation.parameters_in(Location.PATH):
            self.path_schemas[parameter.name] = parameter.schema
        for target, line in self._targets():
            for name, value in self.operation.route.match(target).items():
                self.path_values.setdefault(name, _Shown(value, line))
        example = self.operation.example_request
        for header in example.headers if example else ():
            self.header_lines.setdefault(header.name.lower(), header.span.start)

    def path_value(self, name: str) -> Scalar:
        """Pick the value of a path parameter."""
        shown = self.path_values.get(name)
        if name in self.styled.names(Location.PATH):
            raw = (shown.text, shown.line) if shown else None
            return self.styled.path(name, raw, dict(self._overridden("path")))
        for origin, overrides in self.chosen:
            if overrides.path.get(name) is not None:
                return self._choose("path", name, _scalar(overrides.path[name]), origin)
        # Languages encode path values themselves, each with its own function.
        decoded = _Shown(unquote(shown.text), shown.line) if shown else None
        return self._by_example("path", name, decoded, self.path_schemas.get(name, ANYTHING))

    def query(self) -> Iterator[tuple[str, Scalar]]:
        """Pick the query: the parameters of the first target, the required and the chosen ones."""
        of_styles = self.styled.names(Location.QUERY)
        rows = [row for row, _ in own_parameters(self.operation, Location.QUERY)]
        parameters = {p.name: p for p in rows if p.name not in of_styles}
        chosen = dict(self._overridden("query"))
        example = self.operation.example_request
        targets = self._targets()
        # A route may have a query of its own, which is sent where no example shows another one.
        first = (example.target, example.span.start + 1) if example else None
        first = first or (self.operation.route.template, self.operation.route.span.start)
        styled, taken = self.styled.query([first, *targets], chosen)
        pairs = [
            (name, _Shown(text, first[1])) for name, text in _pairs(first[0]) if name not in taken
        ]
        sent = {name for name, _ in pairs}
        missing = [p.name for p in parameters.values() if p.required and p.name not in sent]
        # The first target that shows a parameter wins.
        known = {
            name: _Shown(text, line)
            for target, line in (reversed(targets) if missing or chosen else ())
            for name, text in _pairs(target)
        }
        chosen = {name: value for name, value in chosen.items() if name not in of_styles}
        for name, shown in [*pairs, *((name, known.get(name)) for name in missing)]:
            if name not in chosen:
                yield name, self._by_example("query", name, shown, _schema(parameters.get(name)))
        for name, (origin, value) in chosen.items():
            if isinstance(value, list):
                items = [_scalar(item) for item in value]
                # A page that shows the values between commas is followed.
                if name in known and "," in known[name].text:
                    items = [",".join(map(str, items))]
                for item in items:
                    yield name, self._choose("query", name, item, origin)
            elif value is not None:
                yield name, self._choose("query", name, _scalar(value), origin)
        yield from styled

    def credentials(self) -> tuple[str, str] | None:
        """Pick user and password for Basic authentication, if the request is to have them."""
        for origin, overrides in self.chosen:
            if overrides.credentials:
                self._choose("credentials", "Basic", overrides.credentials[0], origin)
                return overrides.credentials
        example = self.operation.example_request
        authorization = example.header("authorization") if example else None
        found = _decode_basic(authorization) if authorization else None
        if found and "authorization" not in {n.lower() for n, _ in self._overridden("headers")}:
            line = self._line("authorization")
            self._choose("credentials", "Basic", found[0], Origin.EXAMPLE, line)
            return found
        return None

    def headers(self, *, with_authorization: bool) -> Iterator[tuple[str, str]]:
        """Pick the header fields, without `Authorization` if `credentials` has found some."""
        chosen_by_name = dict(self._overridden("headers"))
        chosen = {name.lower(): (name, *rest) for name, rest in chosen_by_name.items()}
        shown = [*self._shown_headers()]
        shown += self._required_headers([name for name, _ in shown], chosen.keys())
        of_styles = {name.lower(): name for name in self.styled.names(Location.HEADER)}
        for name, value in shown:
            key = name.lower()
            # Cookies are put together at the end, from the example, the choices and the table.
            if key == "cookie":
                continue
            if key in of_styles:
                raw = (value, self._line(key)) if key in self.header_lines else None
                yield name, self.styled.header(of_styles[key], raw, chosen_by_name)
                chosen.pop(key, None)
                continue
            # Credentials for Basic are handed to the client of each language, which writes the
            # header field itself.
            if key not in chosen and (key != "authorization" or with_authorization):
                if key == "accept":
                    value = self._accept(value)
                elif key in self.header_lines:
                    self._choose("header", name, value, Origin.EXAMPLE, self._line(key))
                yield name, value
        for name, origin, value in chosen.values():
            if value is not None:
                yield name, str(self._choose("header", name, str(value), origin))
        if "cookie" not in chosen and (cookies := "; ".join(self._cookies(shown))):
            yield "Cookie", cookies

    def _required_headers(
        self, sent: Iterable[str], chosen: AbstractSet[str]
    ) -> Iterator[tuple[str, str]]:
        """Yield the required header fields that the page does not show."""
        required = [p for p, _ in own_parameters(self.operation, Location.HEADER) if p.required]
        if not required:
            return
        # `access_of` sets the credentials, and `_accept` the media types.
        decided = {*chosen, *_NOT_SENT, "accept", "authorization", *(n.lower() for n in sent)}
        of_styles = self.styled.names(Location.HEADER)
        for parameter in required:
            if parameter.name in of_styles and parameter.name.lower() not in decided:
                yield parameter.name, ""
            elif parameter.name.lower() not in decided:
                value = self._by_example("header", parameter.name, None, parameter.schema)
                yield parameter.name, str(value)

    def _cookies(self, shown: Iterable[tuple[str, str]]) -> Iterator[str]:
        """Yield the pairs of the header field `Cookie` (RFC 6265, 4.2.1)."""
        chosen = dict(self._overridden("cookies"))
        line = self._line("cookie")
        every: list[tuple[str, str]] = []
        for text in (value for name, value in shown if name.lower() == "cookie"):
            for pair in text.split(";"):
                name, equals, value = pair.strip().partition("=")
                if equals:
                    every.append((name, value))
        styled, taken = self.styled.cookies(every, line, chosen)
        yield from styled
        pairs = {name: value for name, value in every if name not in taken}
        of_styles = self.styled.names(Location.COOKIE)
        chosen = {name: value for name, value in chosen.items() if name not in of_styles}
        for parameter, _ in own_parameters(self.operation, Location.COOKIE):
            name = parameter.name
            if name in of_styles:
                continue
            found = pairs.pop(name, None)
            if name not in chosen and (found is not None or parameter.required):
                seen = _Shown(found, line) if found is not None else None
                yield f"{name}={self._by_example('cookie', name, seen, parameter.schema)}"
        for name, text in pairs.items():
            if name not in chosen:
                yield f"{name}={self._choose('cookie', name, text, Origin.EXAMPLE, line)}"
        for name, (origin, value) in chosen.items():
            if value is not None:
                yield f"{name}={self._choose('cookie', name, _scalar(value), origin)}"

    def body(self) -> Body | None:
        """Pick the body."""
        chosen = [(origin, o.body) for origin, o in self.chosen if o.body is not None]
        body, choices = pick_body(self.operation, chosen[0] if chosen else None)
        self.choices += choices
        return body

    def _shown_headers(self) -> Iterator[tuple[str, str]]:
        example = self.operation.example_request
        if example is None:
            if accepted := self.operation.response_media_types:
                yield "Accept", next((kind for kind in accepted if is_json(kind)), accepted[0])
            return
        fields: dict[str, tuple[str, list[str]]] = {}
        for header in example.headers:
            key = header.name.lower()
            if key in _NOT_SENT:
                continue
            # RFC 9110, 5.3: fields of one name are one field, with commas between the values.
            _, values = fields.setdefault(key, (header.name, []))
            if values or header.value:
                values.append(header.value)
        for name, values in fields.values():
            yield name, ", ".join(values)

    def _accept(self, shown: str) -> str:
        """Take the example's `Accept`, unless the page lists media types and none is among them."""
        line, listed = self._line("accept"), self.operation.response_media_types
        wanted = {media_type(part) for part in shown.split(",")}
        if not listed or None in wanted or wanted & {kind.lower() for kind in listed}:
            self._choose("header", "Accept", shown, Origin.EXAMPLE if line else Origin.LISTED, line)
            return shown
        # Programs can read JSON without a library, so it is preferred to the first of the list.
        value = next((kind for kind in listed if is_json(kind)), listed[0])
        fault = f"`{shown}` is not one of {', '.join(listed)}"
        return str(self._choose("header", "Accept", value, Origin.LISTED, line, fault))

    def _overridden(self, location: str) -> Iterator[tuple[str, tuple[Origin, Any]]]:
        """Yield the authors' choices: for each name the one that wins."""
        names: dict[str, tuple[Origin, Any]] = {}
        for origin, overrides in self.chosen:
            for name, value in getattr(overrides, location).items():
                # The page comes before the site in `chosen`, so the first choice wins.
                names.setdefault(name, (origin, value))
        yield from names.items()

    def _targets(self) -> list[tuple[str, int]]:
        """Return the request targets that the page shows, with their lines, the best one first."""
        requests = self.operation.example_requests[:1]
        targets = [(example.target, example.span.start + 1) for example in requests]
        return targets + [
            (text.markdown.partition(" ")[2], text.span.start)
            for text in self.operation.query_examples
        ]

    def _by_example(self, location: str, name: str, shown: _Shown | None, schema: Schema) -> Scalar:
        fault, line = "", shown.line if shown else 0
        if shown:
            mismatches = EVALUATOR.mismatches(value_of_text(shown.text, schema), schema, 1)
            # How an object is written in a URL without a style, only the server knows.
            if not mismatches or schema.ref or schema.type == "object":
                value = scalar_from_text(shown.text, schema)
                return self._choose(location, name, value, Origin.EXAMPLE, line)
            fault = f"`{shown.text}` is not {mismatches[0].expected}"
        # The reference server numbers the members of a collection from here, so that the sample
        # finds something there.
        if location == "path" and schema.type == "integer" and EVALUATOR.fits(1, schema):
            return self._choose(location, name, FIRST_NUMBER, Origin.SERVER, line, fault)
        value = scalar_by_schema(schema)
        return self._choose(location, name, value, origin_in(schema), line, fault)

    def _choose(
        self,
        location: str,
        name: str,
        value: Scalar,
        origin: Origin,
        line: int = 0,
        fault: str = "",
    ) -> Scalar:
        self.choices.append(Choice(location, name, str(value), origin, line, fault))
        return value

    def _line(self, header: str) -> int:
        return self.header_lines.get(header, 0)


def _schema(parameter: Parameter | None) -> Schema:
    return parameter.schema if parameter else ANYTHING


def _scalar(value: Any) -> Scalar:
    """Write a value of YAML as a URL has it."""
    return str(value).lower() if isinstance(value, bool) else value


def _pairs(target: str) -> list[tuple[str, str]]:
    """Parse the query of a request target, without values that are still placeholders."""
    pairs = parse_qsl(target.partition("?")[2], keep_blank_values=True)
    return [(name, value) for name, value in pairs if not PLACEHOLDER.fullmatch(value)]


# Most pages of an API show the same.
@cached(64)
def _decode_basic(authorization: str) -> tuple[str, str] | None:
    """Decode user and password of `Basic …`; None for another scheme or malformed credentials.

    Only ASCII counts as well-formed: clients disagree on the bytes of all other characters.
    """
    pair = read_basic(authorization)
    return pair if pair and "".join(pair).isascii() else None
