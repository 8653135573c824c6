"""Several servers at one address: each collection below a path of its own."""

from collections.abc import Mapping

from callsheet.server.adapters.asgi import Application, Receive, Scope, Send
from callsheet.server.limits import Limits


class CollectionsApplication:
    """The ASGI application that hands each request to the server of its collection.

    Attributes:
        limits: The limits on resources.

    Args:
        servers: The servers by base path: `/v2`, or empty for all other paths.
        limits: The limits on resources.
    """

    def __init__(self, servers: Mapping[str, Application], limits: Limits) -> None:
        # A longer path may begin with a shorter one.
        self._servers = dict(sorted(servers.items(), key=lambda item: -len(item[0])))
        self.limits = limits

    @property
    def methods(self) -> frozenset[str]:
        """The methods of all operations."""
        return frozenset[str]().union(*(each.methods for each in self._servers.values()))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request (ASGI 3.0, HTTP 2.3), or handle start and end (Lifespan 2.0)."""
        if scope["type"] == "lifespan":
            await receive()
            await send({"type": "lifespan.startup.complete"})
            await receive()
            for each in self._servers.values():
                await each.close()
            await send({"type": "lifespan.shutdown.complete"})
            return
        path = scope.get("raw_path") or scope["path"].encode()
        found = (
            b for b in self._servers if path == b.encode() or path.startswith(f"{b}/".encode())
        )
        base = next(found, "")
        # Base paths have nothing that is encoded, so both paths begin with the same characters.
        below = {
            **scope,
            "path": scope["path"][len(base) :] or "/",
            "raw_path": path[len(base) :] or b"/",
            "root_path": base,
        }
        await self._servers[base](below, receive, send)
