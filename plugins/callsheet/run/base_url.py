"""The address of a live server."""

from urllib.parse import SplitResult, urlsplit

from callsheet.errors import ConfigurationError


def read_base_url(base_url: str) -> SplitResult:
    """Parse and validate the address of a server.

    Raises:
        ConfigurationError: It is not an address of an HTTP server, or has a user, a query or a
            fragment. The message does not repeat it, as it may hold a secret.
    """
    try:
        address = urlsplit(base_url)
        usable = address.scheme in {"http", "https"} and address.hostname and address.port != 0
    except ValueError:
        usable = None
    if not usable:
        raise ConfigurationError(
            "The base address is not the address of a server; write it as https://api.example.com."
        )
    if address.username is not None or address.query or address.fragment:
        raise ConfigurationError(
            "The base address has a user, a query or a fragment; give credentials as a header."
        )
    return address
