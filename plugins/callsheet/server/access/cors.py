"""CORS response headers, as the Fetch Standard defines them."""

from collections.abc import Iterable
from urllib.parse import urlsplit

from callsheet import lazy_re as re
from callsheet.model import Location, Operation
from callsheet.server.access.authentication import XSRF_HEADER
from callsheet.server.http.messages import (
    REQUEST_ID_HEADER,
    WORKSPACE_HEADER,
    HttpRequest,
    HttpResponse,
)
from callsheet.server.http.problems import Problem

ANY_ORIGIN = "*"

_ORIGIN = re.compile(r"[a-z][a-z0-9+.-]*://(\[[0-9a-f:.]+\]|[^\s/?#@\[\]:,]+)(:\d{1,5})?", re.ASCII)
_MAX_AGE = "600"
_OWN_FIELDS = (
    "Accept",
    "Accept-Language",
    "Authorization",
    "Content-Type",
    "If-Modified-Since",
    "If-None-Match",
    "If-Unmodified-Since",
    "Prefer",
    REQUEST_ID_HEADER,
    WORKSPACE_HEADER,
    XSRF_HEADER,
)
"""The header fields that every page may send, besides those that the operation documents."""

_NOT_EXPOSED = {"content-type", "set-cookie"}
"""The header fields of responses that every page may read, and those that none may."""

Fields = tuple[tuple[str, str], ...]


def is_origin(text: str) -> bool:
    """Tell whether a text is an origin as a browser sends it, `null`, or `*` for all."""
    return text in (ANY_ORIGIN, "null") or _ORIGIN.fullmatch(text) is not None


class Cors:
    """The CORS header fields for pages of some origins.

    Only to an origin that is named are cookies let through; `*` is for those who bring none.

    Args:
        origins: The origins; `*` stands for all, and none means that no other may.
    """

    def __init__(self, origins: Iterable[str] = ()) -> None:
        self._origins = frozenset(origins)

    def fields(self, request: HttpRequest, response: HttpResponse) -> Fields:
        """Return the CORS header fields of a response."""
        if not self._origins:
            return ()
        # Without `Vary`, a cache would give one origin what was meant for another.
        vary = ("Vary", "Origin")
        allowed = self._allowed(request)
        if not allowed:
            return (vary,)
        names = {name for name, _ in response.headers if name.lower() not in _NOT_EXPOSED}
        exposed = ", ".join(sorted({*names, REQUEST_ID_HEADER}))
        return (vary, *allowed, ("Access-Control-Expose-Headers", exposed))

    def check_origin(self, request: HttpRequest) -> None:
        """Let a request pass that changes something of the server, but not of any page's.

        A browser sends a simple POST of any page without asking (Fetch Standard, 3.2.2).

        Raises:
            Problem: 403.
        """
        origin = request.headers.get("Origin")
        if origin is None or self._allowed(request):
            return
        if urlsplit(origin).netloc != (request.headers.get("Host") or ""):
            detail = "Pages of this origin may not do that; `--cors-origin` names those that may."
            raise Problem(403, detail)

    def preflight(
        self, request: HttpRequest, methods: Iterable[str], operation: Operation | None
    ) -> Fields:
        """Return the CORS header fields of the answer to a preflight request.

        Args:
            request: The OPTIONS request.
            methods: The methods of the route.
            operation: The operation.
        """
        if not request.is_preflight or not self._allowed(request):
            return ()
        documented = operation.parameters_in(Location.HEADER) if operation else ()
        names = {name.lower(): name for name in (*_OWN_FIELDS, *(p.name for p in documented))}
        return (
            ("Access-Control-Allow-Methods", ", ".join(methods)),
            ("Access-Control-Allow-Headers", ", ".join(sorted(names.values()))),
            ("Access-Control-Max-Age", _MAX_AGE),
        )

    def _allowed(self, request: HttpRequest) -> Fields:
        origin = request.headers.get("Origin")
        if origin is None:
            return ()
        if origin in self._origins:
            credentials = ("Access-Control-Allow-Credentials", "true")
            return (("Access-Control-Allow-Origin", origin), credentials)
        if ANY_ORIGIN in self._origins:
            return (("Access-Control-Allow-Origin", ANY_ORIGIN),)
        return ()
