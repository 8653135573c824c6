"""The reference server without its sockets: a request in, a response out."""

from __future__ import annotations

import json
import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from callsheet.catalog import Catalog
from callsheet.model import Location, Operation
from callsheet.server import codecs
from callsheet.server.authentication import (
    SESSION_COOKIE,
    SESSIONS,
    XSRF_COOKIE,
    Credentials,
    authenticate,
)
from callsheet.server.messages import Request, Response
from callsheet.server.negotiation import essence, negotiate
from callsheet.server.problems import Problem, Violation
from callsheet.server.routing import Router, allowed
from callsheet.server.state import State, Store
from callsheet.server.validation import Input, read_input, refuse

OWN_PREFIX = "-"
"""The first path segment of the server's own addresses, such as `/-/health`."""

DEVELOPMENT_TOKEN = "callsheet"  # noqa: S105 - it is public: documentation tells it to readers
"""The token that `Bearer` and `SoTicket` take."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What an operation's behaviour gives for a valid request.

    Attributes:
        value: Plain values, encoded as the client prefers.
        content: Bytes that are sent as they are, in the place of a value.
        media_type: What the bytes are.
        headers: Further header fields.
    """

    value: Any = None
    content: bytes | None = None
    media_type: str = "application/octet-stream"
    headers: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Call:
    """A valid request, as a behaviour sees it.

    Attributes:
        operation: What is asked for.
        request: The request.
        input: Its typed values.
        state: What the server remembers; kept when the behaviour returns, unchanged if it raises.
    """

    operation: Operation
    request: Request
    input: Input
    state: State

    def negotiate(self, offers: Sequence[str]) -> str:
        """The media type that the client prefers among those that can be had.

        Raises:
            Problem: 406 where it accepts none of them.
        """
        chosen = negotiate(self.request.headers.get("Accept"), offers)
        if chosen is None:
            raise Problem(406, f"The answer can be had as {', '.join(offers)}.")
        return chosen

    def refuse(self, detail: str, *violations: Violation) -> Problem:
        """The refusal of an invalid request: the documented 400, else 422."""
        return refuse(self.operation, detail, violations)


Behaviour = Callable[[Call], Answer]
"""What an operation does. A `Problem` that it raises is the answer, and nothing is kept."""


class ReferenceServer:
    """Answers requests as the pages of a catalog document them.

    Args:
        catalog: The operations.
        store: What is remembered from one request to the next.
        behaviours: What operations do, by uid; any other answers with its documented example.
    """

    def __init__(self, catalog: Catalog, store: Store, behaviours: Mapping[str, Behaviour]) -> None:
        self._router = Router(catalog.operations)
        self._store = store
        self._behaviours = behaviours
        self._credentials = Credentials.documented(catalog.operations, {DEVELOPMENT_TOKEN})
        self._count = len(catalog.operations)

    def owns(self, path: str) -> bool:
        """Whether a path is an address of the API or of the server itself."""
        first = Request("GET", path).segments[0].lower()
        return first == OWN_PREFIX or first in self._router.prefixes

    def respond(self, request: Request) -> Response:
        """Answers a request; every refusal is a problem document (RFC 9457)."""
        try:
            response = self._respond(request)
        except Problem as problem:
            response = problem.response()
        if request.method == "HEAD":
            length = ("Content-Length", str(len(response.body)))
            return Response(response.status, (*response.headers, length))
        return response

    def _respond(self, request: Request) -> Response:
        segments = request.segments
        if segments[0] == OWN_PREFIX:
            return self._respond_itself(request, segments[1:])
        if request.method == "OPTIONS" and (methods := self._router.methods(segments)):
            return Response(204, (("Allow", ", ".join(methods)),))
        operation, path = self._router.find(request.method, segments)
        with self._store.transaction(request.workspace) as state:
            if any(p.name == "Authorization" for p in operation.parameters_in(Location.HEADER)):
                authenticate(request, self._credentials, state)
            call = Call(operation, request, read_input(operation, request, path), state)
            _check_acceptable(call)
            behaviour = self._behaviours.get(operation.uid, _documented_example)
            return _response(call, behaviour(call))

    def _respond_itself(self, request: Request, segments: tuple[str, ...]) -> Response:
        handlers: dict[tuple[str, ...], tuple[str, Callable[[Request], Response]]] = {
            ("health",): ("GET", self._health),
            ("session",): ("POST", self._begin_session),
        }
        if segments not in handlers:
            raise Problem(404, f"The server has no address `{request.path}` of its own.")
        method, handler = handlers[segments]
        if request.method not in (method, "HEAD" if method == "GET" else method):
            allow = ", ".join(allowed([method]))
            raise Problem(405, f"Use {method}.", headers=[("Allow", allow)])
        return handler(request)

    def _health(self, _request: Request) -> Response:
        return _json({"status": "ok", "operations": self._count})

    def _begin_session(self, request: Request) -> Response:
        """Trades credentials for a session cookie and the XSRF token that goes with it."""
        session, token = secrets.token_urlsafe(24), secrets.token_urlsafe(24)
        with self._store.transaction(request.workspace) as state:
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


def _documented_example(call: Call) -> Answer:
    """The answer of an operation without a behaviour of its own."""
    success, example = call.operation.success, call.operation.example_response
    if success is None or (success.code != 204 and (example is None or not example.body)):
        raise Problem(501, f"The page {call.operation.path} documents no example to answer with.")
    if success.code == 204 or example is None:
        return Answer()
    if codecs.is_json(essence(example.header("Content-Type") or "application/json")):
        try:
            return Answer(json.loads(example.body))
        except ValueError as error:
            page = f"{call.operation.path}:{example.span.start}"
            raise Problem(501, f"The example response is no valid JSON ({page}).") from error
    media_type = essence(example.header("Content-Type") or "text/plain")
    return Answer(content=example.body.encode(), media_type=media_type)


def _response(call: Call, answer: Answer) -> Response:
    success = call.operation.success
    status = success.code if success else 200
    if status == 204:
        return Response(status, answer.headers)
    if answer.content is not None:
        content_type = ("Content-Type", answer.media_type)
        return Response(status, (content_type, *answer.headers), answer.content)
    offers = [
        name
        for name in call.operation.response_media_types or ("application/json",)
        if codecs.is_json(name) or codecs.is_xml(name)
    ]
    media_type = call.negotiate(offers)
    body = codecs.encode(_selected(call, answer.value), media_type, _type_name(call.operation))
    content_type = ("Content-Type", f"{media_type}; charset=utf-8")
    return Response(status, (content_type, *answer.headers), body)


def _selected(call: Call, value: Any) -> Any:
    """Nulls out the properties that `$select` does not name; a path selects its first step."""
    selection = call.input.query.get("$select")
    if not selection or not isinstance(value, dict):
        return value
    names = {name.strip().partition("/")[0].lower() for name in selection.split(",")}
    return {name: item if name.lower() in names else None for name, item in value.items()}


def _type_name(operation: Operation) -> str:
    response = operation.response
    data_type = (response.body_type or response.type) if response else None
    return data_type.name if data_type else "response"
