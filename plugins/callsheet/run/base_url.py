"""The address of a live server."""

from __future__ import annotations

from urllib.parse import SplitResult, urlsplit

from callsheet.errors import ConfigurationError


def read_base_url(base_url: str) -> SplitResult:
    """The parts of an address, whose host is there and whose port can be.

    Raises:
        ConfigurationError: It is no address of an HTTP server, or has more than that. It may hold a
            secret then, and is not repeated.
    """
    try:
        address = urlsplit(base_url)
        usable = address.scheme in {"http", "https"} and address.hostname and address.port != 0
    except ValueError:
        usable = None
    if not usable:
        raise ConfigurationError(
            "The base address is no address of a server; write it as https://api.example.com."
        )
    if address.username is not None or address.query or address.fragment:
        raise ConfigurationError(
            "The base address has a user, a query or a fragment; give credentials as a header."
        )
    return address
