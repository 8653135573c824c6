"""Reads the servers of a specification: the base path of routes, and addresses without it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit

from callsheet.importing.notes import ImportNotes, code
from callsheet.importing.references import SpecNode

Address = Mapping[str, str]
"""The URL and description of a server, with the keys of the front matter."""

_MAX_URL = 2000


class ServerReader:
    """Reads Server Objects (OpenAPI 3.1.0, 4.8.5), and the host of Swagger 2.0.

    Args:
        root: The document.
        notes: Collects findings about what a page cannot express.
    """

    def __init__(self, root: SpecNode, notes: ImportNotes) -> None:
        self._root = root
        self._notes = notes
        self._read: dict[str, tuple[str, tuple[Address, ...]]] = {}

    def of(self, *places: SpecNode) -> tuple[str, tuple[Address, ...]]:
        """Return the path of the first server, and the addresses of all servers with that path.

        Args:
            places: Nodes that may have servers, the closest first; the default are the document's.
        """
        place = next((place for place in places if place.listed("servers")), self._root)
        if place.pointer not in self._read:
            self._read[place.pointer] = self._of(place)
        return self._read[place.pointer]

    def _of(self, place: SpecNode) -> tuple[str, tuple[Address, ...]]:
        listed = list(self._listed(place))
        base = listed[0][0] if listed else self._root.text("basePath").rstrip("/")
        if any(path != base for path, _ in listed):
            what = "Of several servers, the first one's path is that of the routes"
            self._notes.minor(f"{place.pointer}/servers", what)
        if base.startswith("/"):
            what = f"The path {code(base)} of the servers stands in the routes"
            self._notes.minor(f"{place.pointer}/servers", what)
        addresses = [address for path, address in listed if path == base and address]
        return base if base.startswith("/") else "", tuple(addresses)

    def _listed(self, place: SpecNode) -> Iterator[tuple[str, Address]]:
        """Yield the path of each server, and its address, if it has one."""
        for server in place.listed("servers"):
            url = server.text("url")
            for name, variable in server.entries("variables"):
                default = str(variable.get("default", ""))
                if max(len(url), len(default)) > _MAX_URL:
                    break
                if isinstance(values := variable.get("enum"), list) and len(values) > 1:
                    what = f"The variable {code(name)} of a server has its default on the page"
                    self._notes.minor(server.pointer, what)
                url = url.replace(f"{{{name}}}", default)
            if len(url) > _MAX_URL:
                self._notes.left_out(server.pointer, "The address is too long")
                continue
            try:
                parts = urlsplit(url)
            except ValueError:
                self._notes.left_out(server.pointer, f"{code(url)} is no address")
                continue
            yield parts.path.rstrip("/"), _address(parts.scheme, parts.netloc, server)
        if host := self._root.text("host") if not place.pointer else "":
            base = self._root.text("basePath").rstrip("/")
            schemes = self._root.get("schemes")
            for scheme in schemes if isinstance(schemes, list) and schemes else ["https"]:
                yield base, _address(str(scheme), host, SpecNode({}, ""))


def _address(scheme: str, host: str, server: SpecNode) -> Address:
    if scheme not in ("http", "https") or not host or "{" in host:
        return {}
    about = " ".join(server.text("description").split())
    return {"url": f"{scheme}://{host}", **({"description": about} if about else {})}
