"""Refusals, as problem details (RFC 9457)."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from callsheet import lazy_re as re
from callsheet.errors import StoreError, StoreFullError
from callsheet.http.media_types import is_xml, negotiate
from callsheet.http.statuses import phrase
from callsheet.model import Operation, Span
from callsheet.schema import MISSING
from callsheet.server.http import codecs
from callsheet.server.http.messages import HttpResponse
from callsheet.server.http.problem_types import type_of

MEDIA_TYPE = "application/problem+json"
XML_MEDIA_TYPE = "application/problem+xml"

_XML = "urn:ietf:rfc:7807"
_OFFERS = (MEDIA_TYPE, "application/json", XML_MEDIA_TYPE, "application/xml", "text/xml")

_UUID = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")

# The names of RFC 9110, where Python 3.11 still has older ones.
_TITLES = {413: "Content Too Large", 414: "URI Too Long", 422: "Unprocessable Content"}


@dataclass(frozen=True, slots=True)
class Violation:
    """A part of a request that contradicts its contract.

    Attributes:
        location: Where it is: `path`, `query`, `header`, `cookie` or `body`.
        name: The parameter or property, such as `address.city`; empty for the body as a whole.
        expected: What the page says belongs there.
        got: What was sent instead, shortened.
        documented: The page and line that says so.
        pointer: Where it is in the value (RFC 6901), empty for the value as a whole.
        unreadable: Whether it is a body that cannot be parsed.
    """

    location: str
    name: str
    expected: str
    got: str
    documented: str
    pointer: str = ""
    unreadable: bool = False

    @classmethod
    def of(
        cls, operation: Operation, span: Span, location: str, name: str, expected: str, got: Any
    ) -> "Violation":
        """Create a violation with the lines of the operation's page that it contradicts."""
        return cls(location, name, expected, shorten(got), f"{operation.path}:{span.start}")

    def as_dict(self) -> dict[str, str]:
        """Return the member of a problem document."""
        return {
            "in": self.location,
            "name": self.name,
            **({"pointer": self.pointer} if self.pointer else {}),
            "expected": self.expected,
            "got": self.got,
            "documented": self.documented,
        }

    def __str__(self) -> str:
        place = f"{self.location} {self.name}".strip()
        return f"{place}: expected {self.expected}, got {self.got} ({self.documented})."


class Problem(Exception):  # noqa: N818 - the word of RFC 9457
    """Raised to refuse a request; it becomes a problem document.

    Attributes:
        status: The HTTP status.
        detail: What is wrong with this request and what to do, for people.
        violations: What breaks the contract, all of it.
        headers: Header fields of the answer.
        wanted: Whether the client asks for it, by a preference or a request that the page shows.
    """

    def __init__(
        self,
        status: int,
        detail: str,
        violations: Iterable[Violation] = (),
        headers: Iterable[tuple[str, str]] = (),
        *,
        wanted: bool = False,
    ) -> None:
        super().__init__(detail)
        self.status = status
        self.detail = detail
        self.violations = tuple(violations)
        self.headers = tuple(headers)
        self.wanted = wanted

    @property
    def title(self) -> str:
        """The name of the status."""
        return _title(self.status)

    def specifics(self) -> dict[str, Any]:
        """Return the details of this request: the members `detail` and `errors`."""
        errors = [violation.as_dict() for violation in self.violations]
        return {"detail": self.detail, **({"errors": errors} if errors else {})}

    def document(self, request_id: str = "") -> dict[str, Any]:
        """Return the members of the problem document (RFC 9457, 3.1)."""
        instance = {"instance": _instance(request_id)} if request_id else {}
        specifics = self.specifics()
        return {
            "type": type_of(self.status),
            "title": self.title,
            "status": self.status,
            "detail": specifics.pop("detail"),
            **instance,
            **specifics,
        }

    def response(self, request_id: str = "", accept: str | None = None) -> HttpResponse:
        """Create the response, as JSON or, where the client prefers that, as XML.

        Args:
            request_id: Whose `instance` it is (RFC 9457, 3.1.5).
            accept: The request's `Accept`; one that allows neither gets JSON all the same, because
                a refusal without its reason helps nobody (RFC 9110, 12.5.1).
        """
        document = self.document(request_id)
        if is_xml(negotiate(accept, _OFFERS) or MEDIA_TYPE):
            media_type = XML_MEDIA_TYPE
            # RFC 9457, appendix B.
            body = codecs.encode(document, media_type, "problem", namespace=_XML, item="i")
        else:
            media_type = MEDIA_TYPE
            body = json.dumps(document, ensure_ascii=False, indent=2).encode()
        return HttpResponse(self.status, (("Content-Type", media_type), *self.headers), body)


def storage_problem(error: StoreError) -> Problem:
    """Return the refusal of a request whose state cannot be read or stored."""
    if isinstance(error, StoreFullError):
        detail = "The server's storage takes nothing more; nothing was changed. Reading works."
        return Problem(507, detail)
    detail = f"{error} Nothing was changed; try again later."
    return Problem(503, detail, headers=[("Retry-After", "10")])


def _title(status: int) -> str:
    """Return the name of a status; an unknown one has that of its class (RFC 9110, 15)."""
    if status in _TITLES:
        return _TITLES[status]
    return phrase(status) or phrase(status // 100 * 100)


def _instance(request_id: str) -> str:
    """Return the URI of one occurrence of a problem; without a UUID, its address on this server."""
    is_uuid = _UUID.fullmatch(request_id) is not None
    return f"urn:uuid:{request_id}" if is_uuid else f"/-/requests/{quote(request_id, safe='')}"


_ENCODER = json.JSONEncoder(ensure_ascii=False, default=str)


def shorten(value: Any) -> str:
    """Format a value for a message, as JSON, at most 60 characters long."""
    if value is MISSING:
        return "nothing"
    if isinstance(value, bytes):
        return f"{len(value)} bytes"
    # No more of it is written than is shown: to write all of a body takes seconds.
    text = ""
    for piece in _ENCODER.iterencode(value):
        text += piece[:61]
        if len(text) > 60:
            return f"{text[:57]}..."
    return text
