"""Exchanges of a Postman collection or a HAR file, whatever the format."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from jsonpointer import escape

from callsheet import lazy_re as re
from callsheet.findings import Finding
from callsheet.http.forms import read_pairs
from callsheet.http.media_types import (
    BYTES,
    JSON,
    essence,
    is_form,
    is_json,
    is_structured,
    is_xml,
)
from callsheet.importing.reading import read_json_file
from callsheet.samples.request.request import well_formed
from callsheet.untrusted import DocumentLimits, UnusableError, load_json

BODY_LIMITS = DocumentLimits(characters=8 * 1024 * 1024, depth=100)
"""The limits of a JSON body; one beyond them is described without its content."""

_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]|[\ud800-\udfff]")
_TEXTUAL = re.compile(r"text/|.*(?:javascript|graphql|yaml|csv|ecmascript)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class CapturedField:
    """A parameter, a header field, or a field of a form.

    Attributes:
        name: Its name.
        value: Its value; None if that is unknown, a secret, or a file.
        description: What describes it.
        is_file: Whether it is a file in a form.
    """

    name: str
    value: str | None
    description: str = ""
    is_file: bool = False


Fields = tuple[CapturedField, ...]


@dataclass(frozen=True, slots=True)
class CapturedBody:
    """A body.

    Attributes:
        media_type: Its media type, without parameters.
        text: Its text; None if it is a form, consists of bytes, or was not recorded.
        fields: The fields of a form.
    """

    media_type: str
    text: str | None = None
    fields: Fields = ()

    def value(self) -> Any:
        """Return the value of a JSON body.

        Raises:
            UnusableError: It is not JSON, or exceeds a limit.
        """
        if self.text is None or not is_json(self.media_type):
            raise UnusableError("it is not JSON")
        return encodable(self.text, load_json(self.text, BODY_LIMITS))


@dataclass(frozen=True, slots=True)
class CapturedResponse:
    """A response."""

    status: int
    headers: Fields = ()
    body: CapturedBody | None = None
    description: str = ""


@dataclass(frozen=True, slots=True)
class CapturedExchange:
    """A request, with its response if one was recorded.

    Attributes:
        pointer: The JSON pointer to it in its file.
        method: The method, in capitals.
        origin: The scheme and the authority of the server; empty if they are unknown.
        path: The path; `{name}` stands for a value.
        path_values: The values in the path, as far as they are named.
        query: The parameters of the query.
        headers: The header fields of the request.
        body: The body of the request.
        response: The response.
        name: The name of its request.
        label: What distinguishes it from other exchanges of that request.
        description: Its description.
        folder: The folder that it is in.
        security: The security schemes by name that the file states; None if it states nothing.
    """

    pointer: str
    method: str
    origin: str
    path: str
    path_values: Fields = ()
    query: Fields = ()
    headers: Fields = ()
    body: CapturedBody | None = None
    response: CapturedResponse | None = None
    name: str = ""
    label: str = ""
    description: str = ""
    folder: str = ""
    security: Mapping[str, Mapping[str, Any]] | None = None

    @property
    def is_success(self) -> bool:
        """Whether the server did not refuse the request, as far as that is known."""
        return self.response is None or self.response.status < 400


@dataclass(frozen=True, slots=True)
class Captured:
    """The exchanges of a file.

    Attributes:
        name: The name of the file.
        title: The name of the API.
        description: Its description.
        folders: The descriptions of the folders by name.
        exchanges: The exchanges, in the order of the file.
        findings: What of the file is not on any page.
        secrets: Secrets that are in no exchange, but in what the file says of them.
    """

    name: str
    title: str
    description: str = ""
    folders: Mapping[str, str] = field(default_factory=dict)
    exchanges: tuple[CapturedExchange, ...] = ()
    findings: tuple[Finding, ...] = ()
    secrets: tuple[str, ...] = ()


def encodable(text: str, value: Any) -> Any:
    """Return a value of JSON without lone surrogates, which no page can have.

    Args:
        text: The text that the value is parsed of.
        value: The value.
    """
    return _encodable(value) if _SURROGATE.search(text) else value


def _encodable(value: Any) -> Any:
    if isinstance(value, dict):
        return {well_formed(key): _encodable(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_encodable(inner) for inner in value]
    return well_formed(value) if isinstance(value, str) else value


def first(fields: Iterable[CapturedField], name: str) -> str:
    """Return the value of the first field of a name, in any case; empty if there is none."""
    return next((f.value or "" for f in fields if f.name.lower() == name), "")


def text_body(media_type: str, text: str) -> CapturedBody:
    """Return a body of text; its media type is found out if it is not stated."""
    name = essence(media_type)
    if not name or "/" not in name:
        name = JSON if text.lstrip()[:1] in ("{", "[") else "text/plain"
    return CapturedBody(name, text)


def bytes_body(media_type: str) -> CapturedBody:
    """Return a body whose content no page shows."""
    return CapturedBody(essence(media_type) or BYTES)


def form_fields(text: str) -> Fields:
    """Return the fields of a URL-encoded form."""
    return tuple(CapturedField(*pair) for pair in read_pairs(text.encode(errors="replace")))


def is_textual(media_type: str) -> bool:
    """Tell whether bodies of a media type are text."""
    name = essence(media_type)
    return is_structured(name) or _TEXTUAL.match(name) is not None


def is_data(media_type: str) -> bool:
    """Tell whether a media type is one of data for programs, and of no page of a website."""
    name = essence(media_type)
    is_document = name in ("application/xhtml+xml", "image/svg+xml", "application/manifest+json")
    return not is_document and (is_json(name) or is_xml(name) or is_form(name))


def normal_path(path: str) -> str:
    """Return a path without dot segments (RFC 3986, 5.2.4), which clients do not send."""
    found: list[str] = []
    segments = path.removeprefix("/").split("/")
    for number, segment in enumerate(segments, 1):
        plain = segment.lower().replace("%2e", ".")
        if plain == "..":
            found = found[:-1]
        elif plain != ".":
            found.append(segment)
        if plain in (".", "..") and number == len(segments):
            found.append("")
    return "/" + "/".join(found)


def read_object(source: Path | str, what: str) -> tuple[str, Mapping[str, Any]]:
    """Return the name and the content of a file with a JSON object.

    Args:
        source: A file, `-` for standard input, or an address.
        what: What the file is, for messages.

    Raises:
        ConfigurationError: It cannot be read, or has no object.
    """
    name, text, value = read_json_file(source, what)
    return name, encodable(text, value)


def pointer_to(*keys: str | int) -> str:
    """Return a JSON pointer (RFC 6901)."""
    return "".join(f"/{escape(str(key))}" for key in keys)


_TRANSPORT = re.compile(
    r":.*|(?:proxy-)?connection|keep-alive|transfer-encoding|te|trailer|upgrade.*|via|forwarded"
    r"|content-(?:length|encoding|type|security-policy.*|disposition)|accept(?:-encoding|-ranges"
    r"|-charset)?|host|user-agent|origin|referer|dnt|sec-.*|priority|purpose|expect"
    r"|date|age|server|server-timing|vary|set-cookie2?|cookie2?|authorization|proxy-auth.*|pragma"
    r"|expires|cache-control|alt-svc|nel|report-to|reporting-endpoints|expect-ct|strict-transport-security"
    r"|referrer-policy|permissions-policy|feature-policy|p3p|etag-.*|access-control-.*|cross-.*"
    r"|timing-allow-origin|clear-site-data|origin-agent-cluster|traceparent|tracestate|baggage"
    r"|postman-token|callsheet-workspace"
    r"|x-(?:powered-by|frame-options|xss-protection|content-type-options|requested-with|runtime"
    r"|forwarded-.*|real-ip|amz(?:n)?-.*|amz|cache.*|served-by|timer|varnish|aspnet.*|dns-prefetch"
    r"-control|download-options|permitted-cross-domain-policies|robots-tag|ua-compatible|b3.*"
    r"|envoy-.*|github-request-id|request-?id|correlation-?id|trace-?id|client-data|cloud-trace-"
    r"context|kong-.*|vercel-.*|render-.*|fastly-.*|backend.*|firefox-.*)|cf-.*|fly-.*|rndr-id",
    re.IGNORECASE,
)
_OF_BROWSERS = frozenset({"accept-language", "if-modified-since", "if-none-match", "range"})


def documented(
    fields: Iterable[CapturedField], *, browser: bool = False
) -> Iterator[CapturedField]:
    """Yield the header fields that belong to the API, and not to the transport or the client.

    Args:
        fields: The header fields of a message.
        browser: Whether the message is a request that a browser may have completed.
    """
    for each in fields:
        is_usual = _TRANSPORT.fullmatch(each.name) or (
            browser and each.name.lower() in _OF_BROWSERS
        )
        if each.name and not is_usual:
            yield each
