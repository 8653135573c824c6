"""Authentication: credentials in header fields, or a session cookie with its XSRF token."""

import hmac
import math
import secrets
from collections.abc import Iterable
from dataclasses import dataclass

from callsheet import lazy_re as re
from callsheet.http.headers import read_basic, split_authorization
from callsheet.model import SESSION_COOKIE, Operation, SecurityScheme
from callsheet.reference import REFERENCE_USER, WRONG_SECRET
from callsheet.server.http.messages import HttpRequest
from callsheet.server.limits import Limits
from callsheet.server.state import State, Store

XSRF_COOKIE = "XSRF-TOKEN"
XSRF_HEADER = "X-XSRF-TOKEN"

USER = REFERENCE_USER
"""Who may sign in with the development token as the password."""

SESSIONS = "-session"
"""The collection of sessions; no route of an API begins with a hyphen."""

_WRONG = (WRONG_SECRET, "invalid")
_REALM = "callsheet"
_PLAIN = re.compile(r"[A-Za-z0-9._-]{1,60}")
_MEMBER = re.compile(r"(?<![A-Za-z])(?P<name>[A-Za-z]++)=(?:\"[^\"]*+\"|[^\s,\"]++)\s*+(?:,\s*+|$)")


@dataclass(frozen=True, slots=True)
class Credentials:
    """The credentials that the server accepts.

    Attributes:
        basic: Users with their passwords.
        tokens: What `Bearer`, other schemes that carry a token, and API keys may carry.
        any_accepted: Whether well-formed credentials that are not known sign in as well, where a
            page asks for the scheme; None: unless the pages show users or that key of their own.
    """

    basic: frozenset[tuple[str, str]]
    tokens: frozenset[str]
    any_accepted: bool | None = False

    @classmethod
    def documented(
        cls,
        operations: Iterable[Operation],
        tokens: Iterable[str],
    ) -> "Credentials":
        """Collect users and tokens of the pages' own examples, so that every example signs in."""
        fields = {
            request.header("Authorization") or ""
            for operation in operations
            for request in operation.example_requests
        }
        pairs = {read_basic(field) for field in fields}
        known = frozenset(tokens)
        usual = {(USER, token) for token in known}
        shown = {
            value
            for scheme, value in map(split_authorization, fields)
            if scheme not in ("basic", "digest") and value
        }
        right = {token for token in shown if not says_wrong(token)}
        return cls(frozenset(pair for pair in pairs if pair) | usual, known | right)

    @property
    def shows_users(self) -> bool:
        """Whether the pages show users of their own."""
        return any(user != USER or password not in self.tokens for user, password in self.basic)

    def passes(self, given: str, is_shown: bool) -> bool:
        """Return whether credentials that are not known pass.

        Args:
            given: The token, the key, or user and password. One that says that it is wrong, as
                that of a sample program for 401 does, never passes.
            is_shown: Whether the pages show credentials of the scheme.
        """
        accepted = not is_shown if self.any_accepted is None else self.any_accepted
        return accepted and bool(given) and not says_wrong(given)

    def has(self, given: str, known: Iterable[str]) -> bool:
        """Return whether a token or key is one of some."""
        return any(_same((given,), (token,)) for token in known)


def says_wrong(token: str) -> bool:
    """Tell whether a token says itself that it is wrong, as those of sample programs for 401 do."""
    return any(word in token.lower() for word in _WRONG)


class Sessions:
    """The sessions of a workspace: a cookie each, and the XSRF token that goes with it.

    Args:
        limits: How many there are, and how long they last.
    """

    def __init__(self, limits: Limits) -> None:
        self._limits = limits

    def begin(self, request: HttpRequest, state: State) -> tuple[str, tuple[tuple[str, str], ...]]:
        """Begin a session, and end those that have expired and the oldest of too many.

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

    def has(self, request: HttpRequest, store: Store) -> bool:
        """Tell whether a request belongs to a session."""
        session = request.cookies.get(SESSION_COOKIE, "")
        token = request.headers.get(XSRF_HEADER) or ""
        if not session:
            return False
        with store.transaction(request.workspace, writing=False) as state:
            known = state.get(SESSIONS, session)
        if known is None or not _same((token,), (known["xsrf"],)):
            return False
        return not self._is_over(known.get("begun", 0), request)

    def _is_over(self, begun: float, request: HttpRequest) -> bool:
        return begun + self._limits.session_seconds < request.received.timestamp()


def challenge(alternatives: Iterable[Iterable[SecurityScheme]]) -> str:
    """Return the field `WWW-Authenticate` for what an operation asks for (RFC 9110, 11.6.1)."""
    found: dict[str, str] = {}
    for scheme in (scheme for schemes in alternatives for scheme in schemes):
        if scheme.type == "apiKey":
            name = scheme.parameter if _PLAIN.fullmatch(scheme.parameter) else "key"
            stated = f'ApiKey realm="{_REALM}", in="{scheme.location}", name="{name}"'
        else:
            known = scheme.scheme if scheme.type == "http" else "bearer"
            stated = _challenge_of(known, scheme.name)
        found.setdefault(stated.partition(",")[0], stated)
    return ", ".join(found.values())


def _challenge_of(scheme: str, name: str) -> str:
    match scheme:
        case "basic":
            return f'Basic realm="{_REALM}", charset="UTF-8"'
        case "digest":
            return f'Digest realm="{_REALM}", qop="auth", nonce="{secrets.token_hex(16)}"'
        case "bearer":
            return "Bearer"
    return name if _PLAIN.fullmatch(name) else "Custom"


def is_authorized(field: str, credentials: Credentials, *, is_asked_for: bool = False) -> bool:
    """Return whether the field `Authorization` has credentials that are accepted.

    A digest (RFC 7616) is taken where it is well-formed: whose it is, the server cannot tell. Of
    all other schemes but Basic, the token counts.

    Args:
        field: The field.
        credentials: What is accepted.
        is_asked_for: Whether a page asks for the scheme, so that it may be that any token passes.
    """
    scheme, value = split_authorization(field)
    if scheme == "basic":
        pair = read_basic(field)
        if pair is None:
            return False
        passes = is_asked_for and credentials.passes(":".join(pair), credentials.shows_users)
        return passes or any(_same(pair, known) for known in credentials.basic)
    if scheme == "digest":
        return _names_of_members(value) >= {"username", "realm", "nonce", "uri", "response"}
    passes = is_asked_for and credentials.passes(value, credentials.shows_users)
    return bool(scheme) and (passes or credentials.has(value, credentials.tokens))


def _names_of_members(value: str) -> set[str]:
    """Return the names of the members of a list, up to the first that is not well-formed."""
    names = set()
    position = 0
    while match := _MEMBER.match(value, position):
        names.add(match["name"].lower())
        position = match.end()
    return names


def _same(given: tuple[str, ...], known: tuple[str, ...]) -> bool:
    """Compare in constant time, which reveals nothing about the known value."""
    return hmac.compare_digest("\0".join(given).encode(), "\0".join(known).encode())
