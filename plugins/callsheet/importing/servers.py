"""Reads the addresses of servers, and the paths that routes begin with."""

import math
from collections.abc import Iterator, Mapping
from itertools import islice, product
from typing import Any
from urllib.parse import SplitResult, urlsplit

from callsheet.importing.notes import ImportNotes, code
from callsheet.importing.references import SpecNode
from callsheet.pages import safe_line

Address = Mapping[str, Any]
"""A server, with the keys of the front matter."""

_MAX_URL = 2000
MAX_ADDRESSES = 20
"""Maximum number of addresses that the variables of one server stand for."""


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
        """Return the path of the first server, and the addresses of all servers.

        Args:
            places: Nodes that may have servers, the closest first; the default are the document's.
        """
        place = next((place for place in places if place.listed("servers")), self._root)
        if place.pointer not in self._read:
            self._read[place.pointer] = self._of(place)
        return self._read[place.pointer]

    def _of(self, place: SpecNode) -> tuple[str, tuple[Address, ...]]:
        listed = list(self._listed(place))
        first = listed[0][0] if listed else self._root.text("basePath").rstrip("/")
        base = first if first.startswith("/") else ""
        if base:
            what = f"The path {code(base)} of the servers stands in the routes"
            self._notes.minor(f"{place.pointer}/servers", what)
        can_replace = "{" not in base
        if not can_replace and any(path != first for path, _ in listed):
            what = "Of several servers, the first one's path is that of the routes"
            self._notes.minor(f"{place.pointer}/servers", what)
        found: dict[str, Address] = {}
        for path, address in listed:
            if path == first and address:
                # A server without a host, of which something is said, is that of the document.
                found.setdefault(address.get("url", "/"), {"url": "/", **address})
            elif path != first and can_replace:
                # An address that ends like the first one is one before the same route.
                own = path.removesuffix(base)
                url = (address.get("url", "") + own) or "/"
                is_other = base and own == path
                other = {**address, "url": url, **({"replaces": base} if is_other else {})}
                found.setdefault(url, other)
        return base, tuple(found.values())

    def _listed(self, place: SpecNode) -> Iterator[tuple[str, Address]]:
        """Yield the path of each server, and its address, if it has one."""
        for server in place.listed("servers"):
            for url, template in self._urls(server):
                try:
                    parts: SplitResult | None = urlsplit(url)
                except ValueError:
                    parts = None
                if parts is None or (parts.path[:1] not in ("", "/") and not parts.scheme):
                    self._notes.left_out(server.pointer, f"{code(url)} is not an address")
                    continue
                yield parts.path.rstrip("/"), _address(parts.scheme, parts.netloc, server, template)
        if host := self._root.text("host") if not place.pointer else "":
            base = self._root.text("basePath").rstrip("/")
            schemes = self._root.get("schemes")
            for scheme in schemes if isinstance(schemes, list) and schemes else ["https"]:
                yield base, _address(str(scheme), host, SpecNode({}, ""), "")

    def _urls(self, server: SpecNode) -> Iterator[tuple[str, str]]:
        """Yield the addresses of a server: with the defaults of its variables, then other values.

        Each is followed by the same address without values for the variables before its path.

        A variable of the path that takes any value stands in the last address as it is.
        """
        url = server.text("url")
        path = url if url.startswith("/") else url.partition("://")[2].partition("/")[2]
        choices: list[list[tuple[str, str]]] = []
        for name, variable in server.entries("variables"):
            values = [str(variable.get("default", ""))]
            listed = variable.get("enum")
            listed = list(map(str, listed)) if isinstance(listed, list) else []
            if f"{{{name}}}" in path:
                values += listed or [f"{{{name}}}"]
            choices.append([(f"{{{name}}}", text) for text in dict.fromkeys(values)])
        if math.prod(map(len, choices)) > MAX_ADDRESSES:
            what = f"Only {MAX_ADDRESSES} addresses of a server with variables are on a page"
            self._notes.left_out(server.pointer, what)
        for pairs in islice(product(*choices), MAX_ADDRESSES):
            made = url
            for name, text in pairs:
                # Checked before, as one text may be very long, and stand in many places.
                made = made.replace(name, text) if max(len(made), len(text)) <= _MAX_URL else made
            if len(made) > _MAX_URL:
                self._notes.left_out(server.pointer, "The address is too long")
            else:
                yield made, url


def _address(scheme: str, host: str, server: SpecNode, template: str) -> Address:
    texts = {
        key: text
        for key in ("name", "description")
        if (text := safe_line(" ".join(server.text(key).split())))
    }
    if scheme not in ("http", "https") or not host:
        return {} if host else texts
    start, _, rest = template.partition("://")
    origin = f"{start}://{rest.partition('/')[0]}"
    variables = {
        name: {"default": str(variable.get("default", "")), **dict(_stated(variable))}
        for name, variable in server.entries("variables")
        if f"{{{name}}}" in origin
    }
    if "{" in host and not variables:
        return {}
    url = origin if variables else f"{scheme}://{host}"
    return {"url": url, **texts, **({"variables": variables} if variables else {})}


def _stated(variable: SpecNode) -> Iterator[tuple[str, Any]]:
    listed = variable.get("enum")
    if isinstance(listed, list) and listed:
        yield "enum", [str(value) for value in listed]
    if text := safe_line(variable.text("description")):
        yield "description", text
