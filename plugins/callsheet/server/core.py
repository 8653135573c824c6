"""The reference server without its sockets: a request in, a response out."""

from __future__ import annotations

import json
import secrets
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Protocol

from callsheet.catalog import Catalog
from callsheet.model import Location, Operation
from callsheet.server.answers import Answers
from callsheet.server.authentication import (
    SESSION_COOKIE,
    SESSIONS,
    XSRF_COOKIE,
    Credentials,
    authenticate,
)
from callsheet.server.calls import Behaviour, Call
from callsheet.server.lifecycle import Lifecycle
from callsheet.server.made import Maker, Shapes
from callsheet.server.messages import Request, Response
from callsheet.server.problems import Problem
from callsheet.server.resources import bind
from callsheet.server.routing import Router, allowed
from callsheet.server.state import State, Store
from callsheet.server.validation import read_input

OWN_PREFIX = "-"
"""The first path segment of the server's own addresses, such as `/-/health`."""

DEVELOPMENT_TOKEN = "callsheet"  # noqa: S105 - it is public: documentation tells it to readers
"""The token that `Bearer` and `SoTicket` take."""


class BehaviourModule(Protocol):
    """A module with what operations do; `seed` puts what they need into a new workspace."""

    @property
    def BEHAVIOURS(self) -> Mapping[str, Behaviour]:  # noqa: N802 - a constant of the module
        """What operations do, by uid."""

    def seed(self, state: State, operations: Iterable[Operation]) -> None:
        """Fills a new workspace; of the catalog's operations, it gets those that it names."""


class ReferenceServer:
    """Answers requests as the pages of a catalog document them.

    Args:
        catalog: The operations.
        modules: What operations do, beyond what routes and names tell of them.
    """

    def __init__(self, catalog: Catalog, modules: Sequence[BehaviourModule] = ()) -> None:
        shapes: Shapes = {}
        self._modules = tuple(modules)
        self._by_uid = catalog.by_uid
        self._router = Router(catalog.operations)
        self._lifecycle = Lifecycle(bind(catalog.operations), Maker(shapes))
        behaviours = {uid: b for module in modules for uid, b in module.BEHAVIOURS.items()}
        self._answers = Answers(behaviours, self._lifecycle, shapes)
        self._credentials = Credentials.documented(catalog.operations, {DEVELOPMENT_TOKEN})

    def seed(self, state: State) -> None:
        """Fills a new workspace with what the pages show, and with what the behaviours need."""
        self._lifecycle.seed(state)
        for module in self._modules:
            named = [self._by_uid[uid] for uid in module.BEHAVIOURS if uid in self._by_uid]
            module.seed(state, named)

    def owns(self, path: str) -> bool:
        """Whether a path is an address of the API or of the server itself."""
        first = Request("GET", path).segments[0].lower()
        return first == OWN_PREFIX or first in self._router.prefixes

    def respond(self, request: Request, store: Store) -> Response:
        """Answers a request; every refusal is a problem document (RFC 9457)."""
        try:
            response = self._respond(request, store)
        except Problem as problem:
            response = problem.response()
        if request.method == "HEAD":
            length = ("Content-Length", str(len(response.body)))
            return Response(response.status, (*response.headers, length))
        return response

    def _respond(self, request: Request, store: Store) -> Response:
        segments = request.segments
        if segments[0] == OWN_PREFIX:
            return self._respond_itself(request, store, segments[1:])
        if request.method == "OPTIONS" and (methods := self._router.methods(segments)):
            return Response(204, (("Allow", ", ".join(methods)),))
        operation, path = self._router.find(request.method, segments)
        with store.transaction(request.workspace) as state:
            if any(p.name == "Authorization" for p in operation.parameters_in(Location.HEADER)):
                authenticate(request, self._credentials, state)
            call = Call(operation, request, read_input(operation, request, path), state)
            _check_acceptable(call)
            return self._answers.respond(call)

    def _respond_itself(
        self, request: Request, store: Store, segments: tuple[str, ...]
    ) -> Response:
        handlers: dict[tuple[str, ...], tuple[str, Callable[[Request, Store], Response]]] = {
            ("health",): ("GET", self._health),
            ("session",): ("POST", self._begin_session),
        }
        if segments not in handlers:
            raise Problem(404, f"The server has no address `{request.path}` of its own.")
        method, handler = handlers[segments]
        if request.method not in (method, "HEAD" if method == "GET" else method):
            allow = ", ".join(allowed([method]))
            raise Problem(405, f"Use {method}.", headers=[("Allow", allow)])
        return handler(request, store)

    def _health(self, _request: Request, _store: Store) -> Response:
        return _json({"status": "ok", "operations": len(self._by_uid)})

    def _begin_session(self, request: Request, store: Store) -> Response:
        """Trades credentials for a session cookie and the XSRF token that goes with it."""
        session, token = secrets.token_urlsafe(24), secrets.token_urlsafe(24)
        with store.transaction(request.workspace) as state:
            authenticate(request, self._credentials, state)
            state.put(SESSIONS, session, {"xsrf": token})
        cookies = (
            ("Set-Cookie", f"{SESSION_COOKIE}={session}; Path=/; HttpOnly; SameSite=Strict"),
            ("Set-Cookie", f"{XSRF_COOKIE}={token}; Path=/; SameSite=Strict"),
        )
        return _json({"XsrfToken": token}, cookies)


def _json(value: Any, headers: tuple[tuple[str, str], ...] = ()) -> Response:
    content_type = ("Content-Type", "application/json; charset=utf-8")
    return Response(200, (content_type, *headers), json.dumps(value).encode())


def _check_acceptable(call: Call) -> None:
    """Refuses what no answer could satisfy before anything is changed."""
    if call.operation.response_media_types:
        call.negotiate(call.operation.response_media_types)
