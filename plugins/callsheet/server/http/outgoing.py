"""Requests that the server sends itself: the callbacks and webhooks that it is asked for."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from callsheet import lazy_re as re

LOOPBACK_HOSTS = ("localhost", "127.0.0.1", "::1")
"""The names and addresses of the machine itself."""

MAX_ADDRESS = 2_000
"""Characters of the address of a callback."""

# The characters of a URI (RFC 3986, 2): nothing that programs read differently, such as `\`.
_ADDRESS = re.compile(r"https?://[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%]+", re.IGNORECASE)
HOST = re.compile(r"[A-Za-z0-9.-]+|[0-9A-Fa-f:]+")
"""A host as `--callback-host` takes it: a name, or an address without brackets."""


@dataclass(frozen=True, slots=True)
class OutgoingRequest:
    """A request to send.

    Attributes:
        name: The callback or webhook.
        uid: The operation that documents it.
        method: The method, in capitals.
        address: An absolute URL, at a host that the server may call.
        headers: Header fields without those that HTTP requires.
        body: The content.
        is_webhook: Whether it is a webhook.
    """

    name: str
    uid: str
    method: str
    address: str
    headers: tuple[tuple[str, str], ...]
    body: bytes
    is_webhook: bool = False


def is_address(address: str) -> bool:
    """Tell whether a text is a URL that the server could call: HTTP, without credentials."""
    if len(address) > MAX_ADDRESS or not _ADDRESS.fullmatch(address):
        return False
    try:
        parts = urlsplit(address)
        return bool(parts.hostname) and parts.port != 0 and "@" not in parts.netloc
    except ValueError:
        return False


def host_of(address: str) -> str:
    """Return the host of an address, in lower case and without brackets."""
    return urlsplit(address).hostname or ""
