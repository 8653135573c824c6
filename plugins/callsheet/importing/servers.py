"""The servers of a specification: the path that routes begin with, and addresses without it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit

from callsheet.importing.notes import Notes, code
from callsheet.importing.references import Place

Address = Mapping[str, str]
"""The address of a server, and what describes it, in the keys of the front matter."""

_MAX_URL = 2000


class Servers:
    """Reads Server Objects (OpenAPI 3.1.0, 4.8.5), and the host of Swagger 2.0.

    Args:
        root: The document.
        notes: Takes what the page format cannot say.
    """

    def __init__(self, root: Place, notes: Notes) -> None:
        self._root = root
        self._notes = notes
        self._read: dict[str, tuple[str, tuple[Address, ...]]] = {}

    def of(self, *places: Place) -> tuple[str, tuple[Address, ...]]:
        """The path of the first server, and the addresses of all with that path.

        Args:
            places: Where servers may be, the closest first; else they are the document's.
        """
        place = next((place for place in places if place.listed("servers")), self._root)
        if place.pointer not in self._read:
            self._read[place.pointer] = self._of(place)
        return self._read[place.pointer]

    def _of(self, place: Place) -> tuple[str, tuple[Address, ...]]:
        listed = list(self._listed(place))
        base = listed[0][0] if listed else self._root.text("basePath").rstrip("/")
        if any(path != base for path, _ in listed):
            what = "Of several servers, the first one's path is that of the routes"
            self._notes.told(f"{place.pointer}/servers", what)
        if base.startswith("/"):
            what = f"The path {code(base)} of the servers stands in the routes"
            self._notes.told(f"{place.pointer}/servers", what)
        addresses = [address for path, address in listed if path == base and address]
        return base if base.startswith("/") else "", tuple(addresses)

    def _listed(self, place: Place) -> Iterator[tuple[str, Address]]:
        """The path of each server, and its address where it has one."""
        for server in place.listed("servers"):
            url = server.text("url")
            for name, variable in server.entries("variables"):
                default = str(variable.get("default", ""))
                if max(len(url), len(default)) > _MAX_URL:
                    break
                if isinstance(values := variable.get("enum"), list) and len(values) > 1:
                    what = f"The variable {code(name)} of a server has its default on the page"
                    self._notes.told(server.pointer, what)
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
                yield base, _address(str(scheme), host, Place({}, ""))


def _address(scheme: str, host: str, server: Place) -> Address:
    if scheme not in ("http", "https") or not host or "{" in host:
        return {}
    about = " ".join(server.text("description").split())
    return {"url": f"{scheme}://{host}", **({"description": about} if about else {})}
