"""What a program proves with who sends its request, and where it gets that from.

A secret comes from a variable of the environment that is named after its security scheme. What the
page shows is its default only where the reference server is asked: there it is no secret.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias

from callsheet.configuration import REFERENCE_SECRET, REFERENCE_USER
from callsheet.model import Operation, SecurityScheme, SecurityUse, assumed_scheme
from callsheet.samples.request.base_url import BaseUrl
from callsheet.samples.request.identifiers import Identifiers
from callsheet.samples.text import words

Pair: TypeAlias = tuple[str, str]

_SPELLING = {"bearer": "Bearer", "dpop": "DPoP"}
WRONG = "wrong"
"""What is sent for a password, a token or a key where it is to be refused."""

_SAYS_WHAT_IT_IS = {"token", "key", "secret", "ticket", "authorization", "cookie", "password"}


@dataclass(frozen=True, slots=True, eq=False)
class Secret:
    """A value that comes from the environment; each is one of its own.

    Attributes:
        label: What a variable of the program is called: `user`, `api_key`.
        variable: The environment variable; empty for what is no secret, as it is wrong on purpose.
        value: What the page shows, or else a stand-in.
        default: What is sent where the variable is not set; None where it must be.
    """

    label: str
    variable: str
    value: str
    default: str | None


Text: TypeAlias = str | tuple[str | Secret, ...]
"""What a header field or a parameter carries: text, or text with secrets in it."""


@dataclass(frozen=True, slots=True)
class Login:
    """User and password, for Basic (RFC 7617) or Digest (RFC 7616) authentication."""

    user: Secret
    password: Secret
    digest: bool = False


@dataclass(frozen=True, slots=True)
class Access:
    """The parts of a request that may have secrets in them.

    Attributes:
        login: User and password, if it is they.
        headers: All header fields in order, but for the `Authorization` of a login.
        query: The parameters of the query in order.
        secrets: All secrets of them, each once.
    """

    login: Login | None
    headers: tuple[tuple[str, Text], ...]
    query: tuple[tuple[str, Text], ...]
    secrets: tuple[Secret, ...]

    def names(self, identifiers: Identifiers) -> dict[Secret, str]:
        """Names for the variables of the secrets."""
        return {secret: identifiers.take(secret.label, "access") for secret in self.secrets}

    @property
    def credentials(self) -> tuple[Pair, ...]:
        """The environment variables of the secrets, each with what the page shows."""
        return tuple([(secret.variable, secret.value) for secret in self.secrets])


def plain_text(text: Text) -> str:
    """The text with the values of its secrets."""
    if isinstance(text, str):
        return text
    return "".join(part if isinstance(part, str) else part.value for part in text)


def access_of(
    operation: Operation,
    base_url: BaseUrl,
    headers: Sequence[Pair],
    query: Sequence[Pair],
    credentials: Pair | None = None,
    *,
    refused: bool = False,
) -> Access:
    """Work out what a request proves who sends it with.

    Args:
        operation: The operation.
        base_url: Whose server is asked.
        headers: The header fields that the page or its author chooses.
        query: The parameters of the query.
        credentials: User and password of the page's example, if it shows them.
        refused: Whether they are wrong on purpose.
    """
    planner = _Planner(base_url, list(headers), list(query), credentials, refused)
    # Most operations say nothing of it.
    for scheme in _schemes(operation) if operation.security else ():
        planner.add(scheme)
    return planner.finish()


def _schemes(operation: Operation) -> tuple[SecurityScheme, ...]:
    """What a program can send of the first alternative that it can send all of, else of the first.

    A certificate is not of the request, but of the connection.
    """
    asked = [tuple(map(_scheme, uses)) for uses in operation.security or () if uses]
    whole = (each for each in asked if all(scheme.type != "mutualTLS" for scheme in each))
    found = next(whole, asked[0] if asked else ())
    return tuple(scheme for scheme in found if scheme.type != "mutualTLS")


def _scheme(use: SecurityUse) -> SecurityScheme:
    return use.scheme or assumed_scheme(use.name)


@dataclass(slots=True)
class _Planner:
    base_url: BaseUrl
    headers: list[tuple[str, Text]]
    query: list[tuple[str, Text]]
    credentials: Pair | None
    refused: bool
    login: Login | None = None

    def add(self, scheme: SecurityScheme) -> None:
        """Adds what a scheme asks for."""
        if scheme.type == "apiKey":
            label = self._key(scheme.name)
            if scheme.location == "cookie":
                self._put_cookie(scheme.parameter, label)
            else:
                fields = self.headers if scheme.location == "header" else self.query
                self._put(fields, scheme.parameter, label)
            return
        name = scheme.scheme.lower() if scheme.type == "http" else "bearer"
        if name in ("basic", "digest"):
            usual = (REFERENCE_USER, WRONG if self.refused else REFERENCE_SECRET)
            user, password = self.credentials or usual
            self.credentials = None
            self._drop_authorization()
            if self.refused and name == "digest":
                # Whose digest it is, the reference server cannot tell; it misses one.
                return
            self._log_in(scheme.name, user, password, digest=name == "digest")
        elif name:
            self._authorize(_SPELLING.get(name, scheme.spelling or "Bearer"), scheme.name)

    def finish(self) -> Access:
        """What there is, with the secrets that only the example shows."""
        if self.credentials and not self.login:
            self._log_in("Basic", *self.credentials)
        for number, (name, text) in enumerate(self.headers):
            if name.lower() == "authorization" and isinstance(text, str):
                scheme, space, rest = text.partition(" ")
                label = scheme if space else "authorization"
                secret = self._secret(label, rest if space else text, self._key(label))
                self.headers[number] = (name, (f"{scheme}{space}", secret) if space else (secret,))
        secrets = tuple(dict.fromkeys(self._secrets()))
        return Access(self.login, tuple(self.headers), tuple(self.query), secrets)

    def _secrets(self) -> Iterator[Secret]:
        if self.refused:
            return
        if self.login:
            yield from (self.login.user, self.login.password)
        for _, text in (*self.headers, *self.query):
            if not isinstance(text, str):
                yield from (part for part in text if isinstance(part, Secret))

    def _put_cookie(self, name: str, label: str) -> None:
        """Puts a key into the header field with the cookies (RFC 6265, 4.2.1)."""
        shown = [plain_text(text) for field, text in self.headers if field.lower() == "cookie"]
        pairs: list[tuple[str, Text]] = []
        for pair in "; ".join(shown).split(";"):
            known, equals, value = pair.strip().partition("=")
            if equals:
                pairs.append((known, value))
        self._put(pairs, name, label)
        parts: list[str | Secret] = []
        for known, text in pairs:
            parts.append(f"{'; ' if parts else ''}{known}=")
            parts += [text] if isinstance(text, str) else text
        self.headers = [field for field in self.headers if field[0].lower() != "cookie"]
        self.headers.append(("Cookie", tuple(parts)))

    def _put(self, fields: list[tuple[str, Text]], name: str, label: str) -> None:
        """Puts a key in the place of the value that is shown, else at the end."""
        for number, (known, text) in enumerate(fields):
            if known.lower() == name.lower():
                fields[number] = (known, (self._secret(label, plain_text(text), label),))
                return
        fields.append((name, (self._secret(label, REFERENCE_SECRET, label),)))

    def _authorize(self, scheme: str, name: str) -> None:
        value = REFERENCE_SECRET
        for known, text in self.headers:
            shown, _, rest = plain_text(text).partition(" ")
            if known.lower() == "authorization" and shown.lower() == scheme.lower() and rest:
                value = rest
        self._drop_authorization()
        self.credentials = None
        label = self._key(name)
        self.headers.append(("Authorization", (f"{scheme} ", self._secret(label, value, label))))

    def _drop_authorization(self) -> None:
        self.headers = [field for field in self.headers if field[0].lower() != "authorization"]

    def _log_in(self, scheme: str, user: str, password: str, *, digest: bool = False) -> None:
        self.login = _login(self.base_url, scheme, user, password, digest, self.refused)

    def _key(self, name: str) -> str:
        """What holds the secret of a scheme: its name, with what it is where it says no such."""
        stem = _variable(name)
        return stem if stem.rpartition("_")[2] in _SAYS_WHAT_IT_IS else f"{stem}_token"

    def _secret(self, label: str, value: str, name: str) -> Secret:
        return _secret(self.base_url, label, WRONG if self.refused else value, name, self.refused)


# Most operations of an API are asked for with one and the same.
@lru_cache(maxsize=256)
def _login(
    base_url: BaseUrl, scheme: str, user: str, password: str, digest: bool, refused: bool
) -> Login:
    stem = _variable(scheme)
    return Login(
        _secret(base_url, "user", user, f"{stem}_user", refused),
        _secret(base_url, "password", password, f"{stem}_password", refused),
        digest,
    )


def _secret(base_url: BaseUrl, label: str, value: str, name: str, refused: bool) -> Secret:
    if refused:
        return Secret(label, "", value, value)
    default = value if base_url.is_reference else None
    return Secret(_variable(label), base_url.prefix + name.upper(), value, default)


@lru_cache(maxsize=1024)
def _variable(name: str) -> str:
    return "_".join(words(name)) or "secret"
