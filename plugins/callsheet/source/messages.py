"""HTTP messages as pages write them (RFC 9112, with LF for CRLF and the version optional)."""

from dataclasses import dataclass
from sys import intern

from callsheet import lazy_re as re
from callsheet.findings import span_of
from callsheet.http.headers import FIELD_LINE
from callsheet.http.runtime_expressions import is_callback_address
from callsheet.memo import cached
from callsheet.model import ExampleRequest, ExampleResponse, Header, Text
from callsheet.source.document import Block

_ROUTE = re.compile(r"(?P<method>[A-Z]+)[ \t]+(?P<target>/\S*)(?:[ \t]+HTTP/\d(?:\.\d)?)?[ \t]*")
_CALLBACK = re.compile(r"(?P<method>[A-Z]+)[ \t]+(?P<address>\S+)(?:[ \t]+HTTP/\d(?:\.\d)?)?[ \t]*")
REQUEST_LINE = re.compile(
    r"(?P<method>[A-Z]+)[ \t]+(?:https?://[^/\s]+)?"
    r"(?P<target>/(?:[^ \t\n]++|[ \t]++(?!(?:HTTP/\d(?:\.\d)?[ \t]*)?\Z))*+)"
    r"(?:[ \t]+HTTP/\d(?:\.\d)?)?[ \t]*"
)
"""A request line; its target may be absolute and have spaces in its query, as people write them."""

_BLANK_LINE = re.compile(r"\n[ \t]*\n")
_STATUS_LINE = re.compile(r"HTTP/\d(?:\.\d)?[ \t]+(?P<status>[1-5]\d\d)(?:[ \t]++(?P<reason>.*))?")
_BODY_STARTS = ("{", "[", "<")
_LABEL = re.compile(
    r"(?P<label>http[!_]?)(?:\s+title=\"(?P<title>[^\"]*)\")?(?P<mark>\s+(?:generated|deviating))?\s*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Malformed:
    """A line of an example that does not follow RFC 9112, and what was expected there."""

    line: int
    text: str
    expected: str


def label_of(block: Block) -> str:
    """Return the label of a fence: `http`, `http!` or `http_`; else its info string."""
    return _label_and_title(block.info)[0]


def title_of(block: Block) -> str:
    """Return the name of an example, as in ` ```http! title="Not found" `."""
    return _label_and_title(block.info)[1]


def is_generated(block: Block) -> bool:
    """Tell whether an example is marked as generated, as in ` ```http! generated `."""
    return _label_and_title(block.info)[2] == "generated"


def is_deviating(block: Block) -> bool:
    """Tell whether an example is marked as one that its table rules out."""
    return _label_and_title(block.info)[2] == "deviating"


@cached(1024)
def _label_and_title(info: str) -> tuple[str, str, str]:
    match = _LABEL.fullmatch(info)
    if match is None:
        return info.lower(), "", ""
    return (
        match["label"].lower(),
        (match["title"] or "").strip(),
        (match["mark"] or "").strip().lower(),
    )


def read_request(block: Block) -> ExampleRequest | Malformed:
    """Parse a fence `http!`: request line, header fields, blank line, body."""
    first, headers, body = _split(block)
    if not (match := REQUEST_LINE.fullmatch(first)):
        return Malformed(block.span.start + 1, first, "a request line, such as `GET /path`")
    if isinstance(headers, Malformed):
        return headers
    return ExampleRequest(
        headers,
        body,
        block.text,
        block.span,
        match["method"],
        match["target"],
        title_of(block),
        generated=is_generated(block),
    )


def read_response(block: Block) -> ExampleResponse | Malformed:
    """Parse a fence `http_`: status line, header fields, blank line, body."""
    first, headers, body = _split(block)
    if not (match := _STATUS_LINE.fullmatch(first)):
        return Malformed(block.span.start + 1, first, "a status line, such as `HTTP/1.1 200 OK`")
    if isinstance(headers, Malformed):
        return headers
    return ExampleResponse(
        headers,
        body,
        block.text,
        block.span,
        int(match["status"]),
        (match["reason"] or "").rstrip(" \t"),
        title_of(block),
        generated=is_generated(block),
    )


def read_route(line: str) -> tuple[str, str] | None:
    """Split a line such as `GET /path` into method and route; None for any other line."""
    match = _ROUTE.fullmatch(line)
    return (match["method"], match["target"]) if match else None


def read_callback(line: str) -> tuple[str, str] | None:
    """Split a line such as `POST {$request.body#/callbackUrl}` into method and address.

    None for a line whose address is not a URL with runtime expressions.
    """
    match = _CALLBACK.fullmatch(line)
    if match is None or not is_callback_address(match["address"]):
        return None
    return match["method"], match["address"]


def lines_of(block: Block) -> list[Text]:
    """Return the lines of a fence that are not blank."""
    numbered = enumerate(block.text.split("\n"), block.span.start + 1)
    return [
        Text(line.strip(), span_of(number, number)) for number, line in numbered if line.strip()
    ]


def _split(block: Block) -> tuple[str, tuple[Header, ...] | Malformed, str]:
    text = block.text.removesuffix("\n")
    blank = len(text) - len(text.lstrip("\n"))
    head, *rest = _BLANK_LINE.split(text[blank:], maxsplit=1)
    body = rest[0] if rest else ""
    first, *fields = head.split("\n")
    headers = []
    for number, line in enumerate(fields, block.span.start + blank + 2):
        if not line.strip():
            continue
        if not (match := FIELD_LINE.fullmatch(line)):
            expected = "a header field, such as `Name: value`,"
            if line.lstrip().startswith(_BODY_STARTS):
                expected = "a blank line, which ends the header fields,"
            return first, Malformed(number, line, expected), body
        value = intern(match["value"].rstrip(" \t"))
        headers.append(Header(intern(match["name"]), value, span_of(number, number)))
    return first, tuple(headers), body
