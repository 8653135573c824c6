"""Requests and responses, independent of any web framework."""

import json
from dataclasses import dataclass, field
from datetime import UTC, datetime
from hashlib import blake2b
from typing import Any
from urllib.parse import parse_qsl, unquote
from uuid import uuid4

from callsheet import lazy_re as re
from callsheet.http.headers import Headers

WORKSPACE_HEADER = "Callsheet-Workspace"
WORKSPACE_COOKIE = "callsheet-workspace"
REQUEST_ID_HEADER = "X-Request-Id"

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS", "TRACE"})
"""Methods that change nothing (RFC 9110, 9.2.1)."""

_SANE_ID = re.compile(r"[A-Za-z0-9._:=+/-]{1,64}")
"""The ids that a client may give a request; none can forge a line of a log."""


def workspace_digest(name: str) -> str:
    """Return the digest that stands for a workspace of a name."""
    return blake2b(name.encode(), digest_size=16).hexdigest()


def path_segments(path: str) -> tuple[str, ...]:
    """Return the decoded parts of a path; a slash at its end makes no difference."""
    return tuple(unquote(segment) for segment in path.strip("/").split("/"))


def read_cookies(field: str) -> dict[str, str]:
    """Return the cookies of a field by name (RFC 6265, 5.4)."""
    return dict(cookie_pairs(field))


def cookie_pairs(field: str) -> list[tuple[str, str]]:
    """Return the names and values of a field `Cookie`, those of one name each by itself."""
    pairs = (part.split("=", 1) for part in field.split(";"))
    return [(pair[0].strip(), pair[1].strip()) for pair in pairs if len(pair) == 2]


@dataclass(frozen=True, slots=True)
class HttpRequest:
    """A request.

    Attributes:
        method: In capitals.
        path: As sent, percent-encoded.
        query: As sent, without the question mark.
        headers: The header fields.
        body: The content, without any transfer coding.
        received: When it came, with a time zone.
        base: The path before it, of a server that is one of several: `/v2`, or empty.
        id: What logs and answers call it: the one that the client gave it, if that is a plain
            token, else a new UUID.
    """

    method: str
    path: str
    query: str = ""
    headers: Headers = field(default_factory=Headers)
    body: bytes = b""
    received: datetime = field(default_factory=lambda: datetime.now(UTC))
    base: str = ""
    id: str = field(init=False)

    def __post_init__(self) -> None:
        given = self.headers.get(REQUEST_ID_HEADER) or ""
        # The class is frozen, and what a client names is only known now.
        object.__setattr__(self, "id", given if _SANE_ID.fullmatch(given) else str(uuid4()))

    @property
    def address(self) -> str:
        """The whole path, for links in answers."""
        return self.base + self.path

    @property
    def is_preflight(self) -> bool:
        """Whether a browser asks on behalf of a page what that may send."""
        return self.method == "OPTIONS" and any(
            name.startswith("access-control-request-") for name, _ in self.headers
        )

    @property
    def workspace(self) -> str:
        """Whose state it is about: of the header, else of the cookie, else everybody's.

        Names are reduced to a digest, so that any text will do.
        """
        name = self.headers.get(WORKSPACE_HEADER) or self.cookies.get(WORKSPACE_COOKIE)
        return workspace_digest(name) if name else ""

    @property
    def segments(self) -> tuple[str, ...]:
        """The decoded parts of the path; a slash at its end makes no difference."""
        return path_segments(self.path)

    @property
    def parameters(self) -> tuple[tuple[str, str], ...]:
        """The decoded names and values of the query."""
        return tuple(parse_qsl(self.query, keep_blank_values=True))

    @property
    def cookies(self) -> dict[str, str]:
        """The cookies by name (RFC 6265, 5.4)."""
        return read_cookies(self.headers.get("Cookie") or "")


@dataclass(frozen=True, slots=True)
class HttpResponse:
    """A response: status, header fields in order, content."""

    status: int
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes = b""

    def header(self, name: str) -> str | None:
        """Return the value of a header field; the case of its name does not matter."""
        return Headers(self.headers).get(name)


def json_response(value: Any, headers: tuple[tuple[str, str], ...] = ()) -> HttpResponse:
    """Create a response with plain values as JSON."""
    content_type = ("Content-Type", "application/json; charset=utf-8")
    return HttpResponse(
        200, (content_type, *headers), json.dumps(value, ensure_ascii=False).encode()
    )
