"""Fetches a document from an address that the user named, within limits.

The connection goes to the network address that was checked, so that a name that resolves to
another one a moment later leads nowhere else (DNS rebinding). Proxies are therefore not used.
"""

import http.client
import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from ipaddress import ip_address
from urllib.parse import SplitResult, urljoin, urlsplit

from callsheet import __version__
from callsheet.untrusted import DocumentLimits, UnusableError, decode_within

SECONDS = 30
"""Time for a document, redirects and all."""

MAX_REDIRECTS = 5
"""Redirects that are followed."""

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_SCHEMES = ("https", "http")
_FIELDS = {
    "Accept": "application/json, application/yaml, */*;q=0.5",
    "Accept-Encoding": "identity",
    "User-Agent": f"callsheet/{__version__}",
}


def is_address(source: str) -> bool:
    """Tell whether a source is an address and not a file."""
    return source.lower().startswith(("https://", "http://"))


def fetch(address: str, limits: DocumentLimits) -> str:
    """Return the document at an address.

    Args:
        address: `https://` or `http://`.
        limits: The limits of the document.

    Raises:
        UnusableError: There is no document, or it exceeds a limit.
    """
    trip = _Trip(address, limits)
    with trip.deadline():
        try:
            return trip.run()
        except (OSError, http.client.HTTPException) as error:
            # A socket may notice the silence before the timer does.
            if trip.is_late or isinstance(error, TimeoutError):
                raise UnusableError(f"the server took longer than {SECONDS} seconds") from error
            reason = getattr(error, "strerror", None) or str(error) or type(error).__name__
            raise UnusableError(f"the server gave no answer ({reason})") from error


class _Trip:
    """The requests for one document.

    Attributes:
        is_late: Whether there is no time left.
    """

    def __init__(self, address: str, limits: DocumentLimits) -> None:
        self._address = address
        self._limits = limits
        self._from_public = False
        self._socket: socket.socket | None = None
        self.is_late = False

    @contextmanager
    def deadline(self) -> Iterator[None]:
        """Close the connection when the time is over, whatever it waits for."""
        timer = threading.Timer(SECONDS, self._end)
        timer.daemon = True
        timer.start()
        try:
            yield
        finally:
            timer.cancel()

    def run(self) -> str:
        """Follow redirects, and return the document."""
        address = self._address
        for step in range(MAX_REDIRECTS + 1):
            connection = self._connect(_split(address), is_redirect=step > 0)
            try:
                connection.request("GET", _target(address), headers=_FIELDS)
                response = connection.getresponse()
                if response.status not in _REDIRECTS:
                    return self._text(response)
                address = _next(address, response.headers.get("Location", ""))
            finally:
                connection.close()
        raise UnusableError(f"there are more than {MAX_REDIRECTS} redirects")

    def _connect(self, parts: SplitResult, *, is_redirect: bool) -> http.client.HTTPConnection:
        host, port = parts.hostname or "", parts.port or (443 if parts.scheme == "https" else 80)
        found = [info[4][0] for info in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
        public = all(ip_address(str(each).partition("%")[0]).is_global for each in found)
        if not is_redirect:
            self._from_public = public
        elif self._from_public and not public:
            # Whoever serves the document must not reach what only this machine can reach.
            raise UnusableError(f"it redirects to `{host}`, which is in a private network")
        reached = socket.create_connection((str(found[0]), port), SECONDS)
        self._socket = reached
        if self.is_late:
            raise TimeoutError
        connection = http.client.HTTPConnection(host, port, timeout=SECONDS)
        if parts.scheme == "https":
            reached = ssl.create_default_context().wrap_socket(reached, server_hostname=host)
            connection = http.client.HTTPSConnection(host, port, timeout=SECONDS)
            self._socket = reached
        connection.sock = reached
        return connection

    def _text(self, response: http.client.HTTPResponse) -> str:
        if response.status != 200:
            raise UnusableError(f"the server answers {response.status} {response.reason}")
        if encoding := response.headers.get("Content-Encoding", ""):
            raise UnusableError(
                f"the server sends it as `{encoding[:40]}`, which was not asked for"
            )
        text = decode_within(response, self._limits)
        if self.is_late:
            raise TimeoutError
        return text

    def _end(self) -> None:
        self.is_late = True
        if self._socket is not None:
            try:
                self._socket.shutdown(socket.SHUT_RDWR)
            except OSError:  # It is closed already.
                return


def _split(address: str) -> SplitResult:
    try:
        parts = urlsplit(address)
        usable = parts.scheme in _SCHEMES and parts.hostname and parts.port != 0
    except ValueError:
        usable = None
    if not usable:
        raise UnusableError("it is not an address of a web server")
    if parts.username is not None:
        raise UnusableError("an address with a user is not used: download the document first")
    return parts


def _target(address: str) -> str:
    parts = urlsplit(address)
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    if not target.isascii() or " " in target or not target.isprintable():
        raise UnusableError("its path or query has characters that must be percent-encoded")
    return target


def _next(address: str, location: str) -> str:
    """Return where a redirect leads.

    Raises:
        UnusableError: It leads nowhere, to another scheme, or away from encryption.
    """
    found = urljoin(address, location)
    scheme = found.partition(":")[0].lower()
    is_weaker = address.lower().startswith("https:") and scheme != "https"
    if not location or scheme not in _SCHEMES or is_weaker:
        raise UnusableError(f"it redirects to `{location[:80]}`, which is not followed")
    return found
