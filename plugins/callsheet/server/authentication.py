"""Who is asking: Basic, Bearer and SoTicket, or a session cookie with its XSRF token."""

from __future__ import annotations

import hmac
import math
import secrets
from collections.abc import Iterable
from dataclasses import dataclass

from callsheet.http.credentials import read_basic, split_authorization
from callsheet.model import Operation
from callsheet.server.limits import Limits
from callsheet.server.messages import Request
from callsheet.server.problems import Problem
from callsheet.server.state import State, Store

SESSION_COOKIE = "callsheet-session"
XSRF_COOKIE = "XSRF-TOKEN"
XSRF_HEADER = "X-XSRF-TOKEN"
SESSIONS = "-session"
"""The collection of sessions; no route of an API begins with a hyphen."""

_CHALLENGE = ("WWW-Authenticate", 'Basic realm="callsheet", charset="UTF-8", Bearer, SoTicket')


@dataclass(frozen=True, slots=True)
class Credentials:
    """What the server takes for the name of a reader.

    Attributes:
        basic: Users with their passwords.
        tokens: Values that `Bearer` and `SoTicket` carry.
    """

    basic: frozenset[tuple[str, str]]
    tokens: frozenset[str]

    @classmethod
    def documented(cls, operations: Iterable[Operation], tokens: Iterable[str]) -> Credentials:
        """The users of the pages' own example requests, so that every example signs in."""
        fields = {
            request.header("Authorization") or ""
            for operation in operations
            for request in operation.example_requests
        }
        pairs = {read_basic(field) for field in fields}
        return cls(frozenset(pair for pair in pairs if pair), frozenset(tokens))


class Sessions:
    """The sessions of a workspace: a cookie each, and the XSRF token that goes with it.

    Args:
        limits: How many there are, and how long they last.
    """

    def __init__(self, limits: Limits) -> None:
        self._limits = limits

    def begin(self, request: Request, state: State) -> tuple[str, tuple[tuple[str, str], ...]]:
        """Begins a session, and ends those that are over and the oldest of too many.

        Returns:
            The XSRF token, and the header fields that set the cookies.
        """
        begun = sorted((document.get("begun", 0), key) for key, document in state.items(SESSIONS))
        surplus = len(begun) + 1 - self._limits.sessions
        for number, (moment, key) in enumerate(begun):
            if number < surplus or self._is_over(moment, request):
                state.delete(SESSIONS, key)
        session, token = secrets.token_urlsafe(24), secrets.token_urlsafe(24)
        state.put(SESSIONS, session, {"xsrf": token, "begun": request.received.timestamp()})
        lasting = f"Path=/; Max-Age={math.ceil(self._limits.session_seconds)}; SameSite=Strict"
        return token, (
            ("Set-Cookie", f"{SESSION_COOKIE}={session}; HttpOnly; {lasting}"),
            ("Set-Cookie", f"{XSRF_COOKIE}={token}; {lasting}"),
        )

    def has(self, request: Request, store: Store) -> bool:
        """Whether a request belongs to a session."""
        session = request.cookies.get(SESSION_COOKIE, "")
        token = request.headers.get(XSRF_HEADER) or ""
        if not session:
            return False
        with store.transaction(request.workspace, writing=False) as state:
            known = state.get(SESSIONS, session)
        if known is None or not _same((token,), (known["xsrf"],)):
            return False
        return not self._is_over(known.get("begun", 0), request)

    def _is_over(self, begun: float, request: Request) -> bool:
        return begun + self._limits.session_seconds < request.received.timestamp()


def authenticate(
    request: Request, credentials: Credentials, sessions: Sessions, store: Store
) -> None:
    """Lets a request pass.

    Raises:
        Problem: 401, with the schemes that would do.
    """
    field = request.headers.get("Authorization")
    if field is not None:
        if not _authorized(field, credentials):
            raise Problem(401, "These credentials are not known here.", headers=[_CHALLENGE])
    elif not sessions.has(request, store):
        raise Problem(
            401,
            "Send `Authorization` with Basic, Bearer or SoTicket, or a session cookie together"
            f" with its `{XSRF_HEADER}`.",
            headers=[_CHALLENGE],
        )


def _authorized(field: str, credentials: Credentials) -> bool:
    scheme, value = split_authorization(field)
    if scheme == "basic":
        pair = read_basic(field)
        return pair is not None and any(_same(pair, known) for known in credentials.basic)
    if scheme in ("bearer", "soticket"):
        return any(_same((value,), (token,)) for token in credentials.tokens)
    return False


def _same(given: tuple[str, ...], known: tuple[str, ...]) -> bool:
    """Compares in a time that tells nothing about what is known."""
    return hmac.compare_digest("\0".join(given).encode(), "\0".join(known).encode())
