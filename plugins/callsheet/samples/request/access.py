"""The credentials of a request, and where its program gets them from.

A secret comes from an environment variable that is named after its security scheme. The value on
the page is the default only for the reference server, where it is not a secret.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias

from callsheet.http.headers import split_authorization
from callsheet.model import (
    Location,
    Operation,
    SecurityScheme,
    SecurityUse,
    assumed_scheme,
    schemes_of_text,
)
from callsheet.reference import REFERENCE_SECRET, REFERENCE_USER, WRONG_SECRET
from callsheet.samples.request.base_url import BaseUrl
from callsheet.samples.request.identifiers import Identifiers
from callsheet.samples.text import words

Pair: TypeAlias = tuple[str, str]

_SPELLING = {"bearer": "Bearer", "dpop": "DPoP"}
_SECRET_WORDS = {"token", "key", "secret", "ticket", "authorization", "cookie", "password"}
"""Last words of the names of variables that need no `token` after them."""


@dataclass(frozen=True, slots=True, eq=False)
class EnvironmentSecret:
    """A secret that a program reads from the environment; compared by identity.

    Attributes:
        label: The name of the program's variable: `user`, `api_key`.
        variable: The environment variable; empty for a value that is wrong on purpose.
        value: The value on the page, or else a stand-in.
        default: The value where the variable is not set; None where it must be set.
    """

    label: str
    variable: str
    value: str
    default: str | None

    def fallback(self, quote: Callable[[str], str], throw: str) -> str:
        """Write the default as `quote` does, or `throw` with a message where there is none."""
        if self.default is not None:
            return quote(self.default)
        return throw.format(quote(f"The environment variable {self.variable} is not set."))


Text: TypeAlias = str | tuple[str | EnvironmentSecret, ...]
"""The value of a header field or a parameter: text, or text with secrets in it."""


@dataclass(frozen=True, slots=True)
class Login:
    """User and password, for Basic (RFC 7617) or Digest (RFC 7616) authentication."""

    user: EnvironmentSecret
    password: EnvironmentSecret
    digest: bool = False


@dataclass(frozen=True, slots=True)
class Access:
    """The parts of a request that may have secrets in them.

    Attributes:
        login: User and password, if the request is authenticated by them.
        headers: All header fields in order, except the `Authorization` of `login`.
        query: The parameters of the query in order.
        secrets: All secrets in these, each once.
    """

    login: Login | None
    headers: tuple[tuple[str, Text], ...]
    query: tuple[tuple[str, Text], ...]
    secrets: tuple[EnvironmentSecret, ...]

    def names(self, identifiers: Identifiers) -> dict[EnvironmentSecret, str]:
        """Choose the names of the variables for the secrets."""
        return {secret: identifiers.take(secret.label, "access") for secret in self.secrets}

    @property
    def credentials(self) -> tuple[Pair, ...]:
        """The environment variables of the secrets, each with the page's value."""
        return tuple([(secret.variable, secret.value) for secret in self.secrets])


def plain_text(text: Text) -> str:
    """Return a text with the values of its secrets filled in."""
    if isinstance(text, str):
        return text
    return "".join(part if isinstance(part, str) else part.value for part in text)


def text_expressions(
    texts: Iterable[Text], quote: Callable[[str], str], name: Callable[[EnvironmentSecret], str]
) -> list[str]:
    """Return the expressions whose values, joined, are some texts: at least one.

    Args:
        texts: The texts.
        quote: Writes a string literal.
        name: Writes the variable of a secret.
    """
    parts: list[str] = []
    pending = ""
    for part in (part for text in texts for part in ((text,) if isinstance(text, str) else text)):
        if isinstance(part, EnvironmentSecret) and part.variable:
            parts += [quote(pending)] if pending else []
            parts.append(name(part))
            pending = ""
        else:
            pending += part.value if isinstance(part, EnvironmentSecret) else part
    return [*parts, quote(pending)] if pending or not parts else parts


def access_of(
    operation: Operation,
    base_url: BaseUrl,
    headers: Sequence[Pair],
    query: Sequence[Pair],
    credentials: Pair | None = None,
    *,
    refused: bool = False,
) -> Access:
    """Work out how a request is authenticated.

    Args:
        operation: The operation.
        base_url: The server that it is sent to.
        headers: The header fields that the page or its author chooses.
        query: The parameters of the query.
        credentials: User and password of the page's example, if it shows them.
        refused: Whether the credentials are wrong on purpose.
    """
    builder = _AccessBuilder(base_url, list(headers), list(query), credentials, refused)
    # Most operations name no security scheme.
    if operation.security:
        alternatives = [tuple(map(_scheme, uses)) for uses in operation.security if uses]
        chosen = _chosen(alternatives, builder.has)
        wanted = {place(scheme) for scheme in chosen}
        needed = {(row.location, row.name.lower()) for row in operation.parameters if row.required}
        for other in {place(scheme) for schemes in alternatives for scheme in schemes} - wanted:
            if other not in needed:
                builder.drop(*other)
        for scheme in chosen:
            builder.add(scheme)
    elif operation.security is None and not operation.example_requests:
        for scheme in _of_row(operation):
            if not builder.has_authorization:
                builder.add(scheme)
    return builder.finish()


def _of_row(operation: Operation) -> Iterator[SecurityScheme]:
    """Yield the first scheme that the row `Authorization` allows; none where there is no row."""
    for row in operation.parameters_in(Location.HEADER):
        if row.name.lower() == "authorization":
            name, *_ = schemes_of_text(row.description) or ("Basic",)
            yield assumed_scheme(name)
            return


def _chosen(
    alternatives: Sequence[tuple[SecurityScheme, ...]], is_shown: Callable[[SecurityScheme], bool]
) -> tuple[SecurityScheme, ...]:
    """Return the schemes of the alternative that a request is to satisfy.

    It is the first one that the request shows, else the first one that a request can satisfy, else
    the first of all. Mutual TLS is left out: a certificate belongs to the connection, not to the
    request.
    """
    whole = [each for each in alternatives if all(s.type != "mutualTLS" for s in each)]
    shown = (each for each in whole if all(map(is_shown, each)))
    found = next(shown, next(iter([*whole, *alternatives]), ()))
    return tuple(scheme for scheme in found if scheme.type != "mutualTLS")


def place(scheme: SecurityScheme) -> tuple[str, str]:
    """Return where a scheme has its credentials: the location, and the name in lower case."""
    if scheme.type == "apiKey":
        return scheme.location, scheme.parameter.lower()
    return "header", "authorization"


def _scheme(use: SecurityUse) -> SecurityScheme:
    return use.scheme or assumed_scheme(use.name)


@dataclass(slots=True)
class _AccessBuilder:
    """Moves credentials from header fields and query to secrets, and adds what schemes ask for."""

    base_url: BaseUrl
    headers: list[tuple[str, Text]]
    query: list[tuple[str, Text]]
    credentials: Pair | None
    refused: bool
    login: Login | None = None

    def has(self, scheme: SecurityScheme) -> bool:
        """Tell whether the request shows credentials of a scheme."""
        location, name = place(scheme)
        if scheme.type != "apiKey":
            kind = scheme.scheme.lower() if scheme.type == "http" else "bearer"
            shown = [plain_text(text) for field, text in self.headers if field.lower() == name]
            kinds = [split_authorization(text)[0] for text in shown]
            return kind in (*kinds, *(["basic"] if self.credentials else []))
        fields = {"header": self.headers, "query": self.query}.get(location, self._cookies())
        return any(known.lower() == name for known, _ in fields)

    @property
    def has_authorization(self) -> bool:
        """Whether the request has the header field `Authorization`, or is to have it."""
        names = [name.lower() for name, _ in self.headers]
        return self.credentials is not None or "authorization" in names

    def drop(self, location: str, name: str) -> None:
        """Drop the credentials that the request shows in one place."""
        if (location, name) == ("header", "authorization"):
            self.credentials = None
        if location == "cookie":
            cookies = [pair for pair in self._cookies() if pair[0].lower() != name]
            self._set_cookies(cookies)
            return
        fields = self.headers if location == "header" else self.query
        fields[:] = [field for field in fields if field[0].lower() != name]

    def add(self, scheme: SecurityScheme) -> None:
        """Add the credentials that a scheme asks for."""
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
            usual = (REFERENCE_USER, WRONG_SECRET if self.refused else REFERENCE_SECRET)
            user, password = self.credentials or usual
            self.credentials = None
            self._drop_authorization()
            if self.refused and name == "digest":
                # The reference server takes any digest, so it refuses only a request without one.
                return
            self._log_in(scheme.name, user, password, digest=name == "digest")
        elif name:
            self._authorize(_SPELLING.get(name, scheme.spelling or "Bearer"), scheme.name)

    def finish(self) -> Access:
        """Return the result, with the secrets that only the example shows."""
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

    def _secrets(self) -> Iterator[EnvironmentSecret]:
        if self.refused:
            return
        if self.login:
            yield from (self.login.user, self.login.password)
        for _, text in (*self.headers, *self.query):
            if not isinstance(text, str):
                yield from (part for part in text if isinstance(part, EnvironmentSecret))

    def _put_cookie(self, name: str, label: str) -> None:
        """Put a key into the header field `Cookie` (RFC 6265, 4.2.1)."""
        pairs = self._cookies()
        self._put(pairs, name, label)
        self._set_cookies(pairs)

    def _cookies(self) -> list[tuple[str, Text]]:
        shown = [plain_text(text) for field, text in self.headers if field.lower() == "cookie"]
        pairs: list[tuple[str, Text]] = []
        for pair in "; ".join(shown).split(";"):
            known, equals, value = pair.strip().partition("=")
            if equals:
                pairs.append((known, value))
        return pairs

    def _set_cookies(self, pairs: Iterable[tuple[str, Text]]) -> None:
        parts: list[str | EnvironmentSecret] = []
        for known, text in pairs:
            parts.append(f"{'; ' if parts else ''}{known}=")
            parts += [text] if isinstance(text, str) else text
        self.headers = [field for field in self.headers if field[0].lower() != "cookie"]
        if parts:
            self.headers.append(("Cookie", tuple(parts)))

    def _put(self, fields: list[tuple[str, Text]], name: str, label: str) -> None:
        """Replace the value that is shown by a key, or append the key."""
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
        """Name the variable of a scheme's secret: `api_key` for `apiKey`, `jwt_token` for `jwt`."""
        stem = _variable(name)
        return stem if stem.rpartition("_")[2] in _SECRET_WORDS else f"{stem}_token"

    def _secret(self, label: str, value: str, name: str) -> EnvironmentSecret:
        return _secret(
            self.base_url, label, WRONG_SECRET if self.refused else value, name, self.refused
        )


# Most operations of an API share one login.
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


def _secret(
    base_url: BaseUrl, label: str, value: str, name: str, refused: bool
) -> EnvironmentSecret:
    if refused:
        return EnvironmentSecret(label, "", value, value)
    # Where a page shows an empty password, there is nothing to keep secret.
    default = value if base_url.is_reference or not value else None
    return EnvironmentSecret(_variable(label), base_url.prefix + name.upper(), value, default)


@lru_cache(maxsize=1024)
def _variable(name: str) -> str:
    return "_".join(words(name)) or "secret"
