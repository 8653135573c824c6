"""The sockets that the server listens on."""

import socket

from callsheet.errors import ConfigurationError


def bind(host: str, port: int) -> socket.socket:
    """Open a listening socket; port 0 takes a free one.

    Raises:
        ConfigurationError: The host has no address, or the port cannot be bound.
    """
    try:
        return _listen(host, port)
    except socket.gaierror as error:
        reason = f"`{host}` has no address ({error.strerror})"
        raise ConfigurationError(f"{reason}; choose another with `--host`.") from error
    except OSError as error:
        reason = f"Port {port} of {host} is not available ({error.strerror})"
        raise ConfigurationError(f"{reason}; choose another with `--port`.") from error
    except UnicodeError as error:
        raise ConfigurationError(f"`{host}` is not the name of a host.") from error


def address(listener: socket.socket, scheme: str = "http") -> str:
    """Return the base address of a listening socket."""
    host, port = listener.getsockname()[:2]
    return f"{scheme}://{f'[{host}]' if ':' in host else host}:{port}"


def _listen(host: str, port: int) -> socket.socket:
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
    family, kind, _, _, place = found[0]
    # Not `socket.create_server`, whose sockets don't name their protocol: asyncio then leaves
    # Nagle's algorithm on, and every answer waits 40 ms for the client's acknowledgement.
    listener = socket.socket(family, kind, socket.IPPROTO_TCP)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(place)
        listener.listen(2048)
    except OSError:
        listener.close()
        raise
    return listener
