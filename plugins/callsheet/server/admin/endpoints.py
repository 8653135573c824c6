"""The server's own endpoints, for operators and for the authors of the pages."""

import json
from collections.abc import Callable, Mapping
from functools import cached_property

from callsheet.catalog import Catalog
from callsheet.errors import StoreFullError
from callsheet.server.access.cors import Cors
from callsheet.server.access.hosts import HostCheck
from callsheet.server.admin.index import IndexPage
from callsheet.server.admin.request_filter import RequestFilter
from callsheet.server.engine.routing import allowed
from callsheet.server.http.messages import HttpRequest, HttpResponse, json_response
from callsheet.server.http.problem_types import rule
from callsheet.server.http.problems import Problem
from callsheet.server.journal import HandledRequest, Journal
from callsheet.server.state import Store

OWN_PREFIX = "-"
"""The first path segment of the server's own addresses, such as `/-/health`."""

Handler = Callable[[HttpRequest, Store], HttpResponse | HandledRequest]


class OperationsView:
    """The endpoints `/-/`, `/-/health`, `/-/contract`, `/-/requests` and others.

    Args:
        catalog: The operations.
        journal: What was asked lately.
        index: The page about the server.
        cors: Tells which pages of other origins may change anything.
        hosts: Tells which names of the server are answered.
        others: Further addresses below `/-/`, each with its method and what answers there.
    """

    def __init__(
        self,
        catalog: Catalog,
        journal: Journal,
        index: IndexPage,
        cors: Cors,
        hosts: HostCheck,
        others: Mapping[str, tuple[str, Handler]],
    ) -> None:
        self._catalog = catalog
        self._journal = journal
        self._index = index
        self._cors = cors
        self._hosts = hosts
        self._handlers: dict[str, dict[str, Handler]] = {
            "": {"GET": index.response},
            "health": {"GET": self._health},
            "contract": {"GET": self._contract},
            "requests": {"GET": self._requests, "DELETE": self._clear},
            "reset": {"POST": self._reset},
            **{name: {method: handler} for name, (method, handler) in others.items()},
        }
        self._one: dict[str, Callable[[HttpRequest, str], HttpResponse]] = {
            "problems": self._problem,
            "requests": self._one_request,
        }

    def respond(
        self, request: HttpRequest, store: Store, segments: tuple[str, ...]
    ) -> HttpResponse | HandledRequest:
        """Answer a request to an address below `/-/`, which may let the server send another.

        Raises:
            Problem: There is no such address, or it doesn't answer.
        """
        self._hosts.check(request)
        methods = self.methods(segments)
        if not methods:
            raise Problem(404, f"The server has no address `{request.path}` of its own.")
        allow = ", ".join(methods)
        if request.method == "OPTIONS":
            return HttpResponse(204, (("Allow", allow),))
        if request.method not in methods:
            raise Problem(405, f"Use {allow}.", headers=[("Allow", allow)])
        if len(segments) == 2:
            return self._one[segments[0]](request, segments[1])
        # The answer to HEAD is that to GET, whose content is left out later.
        method = "GET" if request.method == "HEAD" else request.method
        return self._handlers["".join(segments)][method](request, store)

    def methods(self, segments: tuple[str, ...]) -> tuple[str, ...]:
        """Return the methods of an address, none where there is no such address."""
        if len(segments) == 2:
            return allowed(["GET"]) if segments[0] in self._one else ()
        known = self._handlers.get("".join(segments)) if len(segments) < 2 else None
        return allowed(known) if known else ()

    def _health(self, _request: HttpRequest, store: Store) -> HttpResponse:
        health = {"status": "ok", "operations": len(self._catalog.operations)}
        try:
            store.check()
        except StoreFullError as error:
            answer = json_response({**health, "status": "read-only", "detail": str(error)})
            # Whoever watches the server by the status alone has to learn of it, too.
            return HttpResponse(503, answer.headers, answer.body)
        return json_response(health)

    def _contract(self, _request: HttpRequest, _store: Store) -> HttpResponse:
        return HttpResponse(200, (("Content-Type", "application/json"),), self._document)

    def _requests(self, request: HttpRequest, _store: Store) -> HttpResponse:
        fields = (("Cache-Control", "no-store"),)
        wanted = RequestFilter.read(request)
        chosen = [entry for entry in self._journal.last(request.workspace) if wanted.has(entry)]
        return json_response({"requests": chosen}, fields)

    def _clear(self, request: HttpRequest, _store: Store) -> HttpResponse:
        self._cors.check_origin(request)
        self._journal.clear(request.workspace)
        return HttpResponse(204)

    def _reset(self, request: HttpRequest, store: Store) -> HttpResponse:
        self._cors.check_origin(request)
        store.reset(request.workspace)
        self._journal.clear(request.workspace)
        return HttpResponse(204)

    def _one_request(self, request: HttpRequest, request_id: str) -> HttpResponse:
        for entry in self._journal.last(request.workspace):
            if entry["id"] == request_id:
                return json_response(entry)
        raise Problem(404, "No request of that id is among the last ones of this workspace.")

    def _problem(self, _request: HttpRequest, status: str) -> HttpResponse:
        text = rule(status)
        if text is None:
            raise Problem(404, f"This server has no problems of status {status}.")
        return HttpResponse(200, (("Content-Type", "text/plain; charset=utf-8"),), text.encode())

    @cached_property
    def _document(self) -> bytes:
        # Few ask for it, and it takes a dozen modules.
        from callsheet.export import openapi

        return json.dumps(openapi(self._catalog), ensure_ascii=False).encode()
