"""Steps around the core that all adapters share, whatever carries requests and responses."""

from http import HTTPStatus

from callsheet import lazy_re as re
from callsheet.http.headers import Headers
from callsheet.server.http.messages import HttpResponse
from callsheet.server.http.problems import Problem
from callsheet.server.limits import MIB

CLOSE = ("Connection", "close")

_HOST = re.compile(r"(\[[0-9A-Za-z:.]+\]|([A-Za-z0-9._~!$&'()*+,;=-]|%[0-9A-Fa-f]{2})*)(:[0-9]*)?")
"""A `Host` field (RFC 9110, 7.2)."""

_WITHOUT_LENGTH = (HTTPStatus.NO_CONTENT, HTTPStatus.NOT_MODIFIED)


def names_host(headers: Headers, version: str) -> bool:
    """Tell whether a request names its host as HTTP demands (RFC 9112, 3.2).

    Args:
        headers: Its header fields.
        version: Its version of HTTP, such as `1.1`.
    """
    host = headers.get("Host")
    if host is None:
        return version != "1.1"
    # Of several fields there is a list here, which is not a host.
    return _HOST.fullmatch(host) is not None


def without_host() -> Problem:
    """Return the refusal of a request that does not name its host."""
    return Problem(400, "A request has one `Host`, which is valid (RFC 9112, 3.2).")


def too_large(limit: int) -> Problem:
    """Return the refusal of a body of more than some bytes."""
    size = f"{limit / MIB:g} MiB"
    detail = f"The body is larger than {size}, the limit of this server"
    return Problem(413, f"{detail}; nothing was stored.", headers=[CLOSE])


def failed() -> Problem:
    """Return the refusal of a request whose answer failed; the reason is for the log alone."""
    return Problem(500, "The server failed to answer; nothing was changed.")


def fields_as_sent(response: HttpResponse) -> list[tuple[str, str]]:
    """Return the header fields of a response with its length, their names in small letters."""
    fields = [(name.lower(), value) for name, value in response.headers]
    has_length = response.header("Content-Length") is not None
    if not has_length and response.status not in _WITHOUT_LENGTH:
        fields.append(("content-length", str(len(response.body))))
    return fields
