"""Which names of the server's machine its own addresses below `/-/` answer for."""

from collections.abc import Iterable
from ipaddress import ip_address
from urllib.parse import urlsplit

from callsheet.server.access.cors import ANY_ORIGIN
from callsheet.server.http.messages import HttpRequest
from callsheet.server.http.problems import Problem


def is_loopback(host: str) -> bool:
    """Tell whether a host is this machine itself, by its name or one of its addresses."""
    if host.lower() == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


class HostCheck:
    """Refuses requests that reach the machine itself by the name of another one.

    A page can let its own name stand for the address of its reader's machine, and then read what a
    server there answers, as if it were of the same origin (DNS rebinding). Only the name in `Host`
    tells.

    Args:
        on_loopback: Whether only this machine itself can reach the server; else its names are
            unknown, and all are answered.
        origins: The origins whose hosts are known, too; `*` stands for all.
    """

    def __init__(self, origins: Iterable[str] = (), *, on_loopback: bool = False) -> None:
        listed = tuple(origins)
        self._is_strict = on_loopback and ANY_ORIGIN not in listed
        self._hosts = {urlsplit(origin).hostname for origin in listed}

    def check(self, request: HttpRequest) -> None:
        """Let a request pass that names a known host, or none, as no browser does.

        Raises:
            Problem: 421.
        """
        field = request.headers.get("Host")
        if not self._is_strict or field is None:
            return
        try:
            host = urlsplit(f"//{field}").hostname or ""
        except ValueError:
            host = ""
        if host not in self._hosts and not is_loopback(host):
            detail = (
                "The server listens on loopback, where its own addresses answer only for"
                " `localhost`, the addresses of loopback, and the hosts of `--cors-origin`. Use one"
                " of these, or start it with `--cors-origin` and the origin of this host."
            )
            raise Problem(421, detail)
