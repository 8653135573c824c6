"""Who may call an operation (OpenAPI 3.1.0, 4.8.27 and 4.8.30), and where."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache


@dataclass(frozen=True, slots=True)
class Server:
    """An address that serves the operations (OpenAPI 3.1.0, 4.8.5)."""

    url: str
    description: str = ""


@dataclass(frozen=True, slots=True)
class OAuthFlow:
    """A way to get a token (OpenAPI 3.1.0, 4.8.29).

    Attributes:
        kind: `implicit`, `password`, `clientCredentials` or `authorizationCode`.
        authorization_url: Where the user allows it.
        token_url: Where the token is given.
        refresh_url: Where it is renewed.
        scopes: The scopes that there are, each with what it allows.
    """

    kind: str
    authorization_url: str = ""
    token_url: str = ""
    refresh_url: str = ""
    scopes: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class SecurityScheme:
    """How a request proves who sends it (OpenAPI 3.1.0, 4.8.27).

    Attributes:
        name: What operations call it.
        type: `http`, `apiKey`, `oauth2`, `openIdConnect` or `mutualTLS`.
        scheme: Of `http`, the scheme of the header `Authorization`, such as `basic`.
        location: Of `apiKey`, where it is sent: `header`, `query` or `cookie`.
        parameter: Of `apiKey`, the name of that header, parameter or cookie.
        description: What is said of it.
        bearer_format: What a bearer token looks like, such as `JWT`.
        url: Of `openIdConnect`, where its configuration is.
        flows: Of `oauth2`, the ways to get a token.
    """

    name: str
    type: str
    scheme: str = ""
    location: str = ""
    parameter: str = ""
    description: str = ""
    bearer_format: str = ""
    url: str = ""
    flows: tuple[OAuthFlow, ...] = ()

    @property
    def spelling(self) -> str:
        """Of `http`, the scheme in the case of the name, where that is the same word."""
        return self.name if self.name.lower() == self.scheme.lower() else self.scheme


@dataclass(frozen=True, slots=True)
class SecurityUse:
    """A security scheme that an operation asks for.

    Attributes:
        name: The scheme.
        scopes: The scopes that it needs.
        scheme: The scheme as the page itself defines it, if it does.
    """

    name: str
    scopes: tuple[str, ...] = ()
    scheme: SecurityScheme | None = None


SecurityAlternatives = tuple[tuple[SecurityUse, ...], ...]
"""What an operation asks for: one of these, each of which may combine several schemes."""

SESSION_COOKIE = "callsheet-session"
"""The cookie of the reference server; pages don't say what theirs is called."""

_BEARER = SecurityScheme("Bearer", "http", scheme="bearer")
_TOKEN = replace(_BEARER, name="")
_API_KEY = SecurityScheme("", "apiKey", location="header", parameter="X-API-Key")
_ASSUMED = {
    "basic": SecurityScheme("Basic", "http", scheme="basic"),
    "bearer": _BEARER,
    "digest": SecurityScheme("Digest", "http", scheme="digest"),
    "session": SecurityScheme("Session", "apiKey", location="cookie", parameter=SESSION_COOKIE),
    "xsrftoken": SecurityScheme("XsrfToken", "apiKey", location="header", parameter="X-XSRF-TOKEN"),
    # Their tokens are sent as `Bearer` (RFC 6750), wherever they come from.
    **dict.fromkeys(("oauth", "oauth2", "openid", "openidconnect", "oidc", "jwt"), _TOKEN),
    **dict.fromkeys(("apikey", "xapikey"), _API_KEY),
    **dict.fromkeys(("mutualtls", "mtls"), SecurityScheme("", "mutualTLS")),
}
"""Schemes by their names in lower case, without hyphens, underscores, spaces and a last `auth`.
One without a name is called as the page calls it.
"""

_LIST = re.compile(r"""(['"`])[\w-]++\1(?:(?:, (?:and |or )?| and | or )\1[\w-]++\1)++""", re.ASCII)
_QUOTED = re.compile(r"""['"`]([\w-]+)['"`]""", re.ASCII)
_USUAL = ("Basic", "Bearer")
_SEPARATORS = re.compile(r"[-_ ]")
_HTTP_TOKEN = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")


def assumed_scheme(name: str) -> SecurityScheme:
    """Return what is assumed of a scheme that operations name and nobody defines.

    The usual ones are known by their names. Any other is a scheme of the header `Authorization`
    (RFC 9110, 11.1) that is called so, or `Bearer` where none can be called so.
    """
    plain = _SEPARATORS.sub("", name).lower()
    known = _ASSUMED.get(plain) or _ASSUMED.get(plain.removesuffix("auth"))
    if known is not None:
        return known if known.name else replace(known, name=name)
    is_token = _HTTP_TOKEN.fullmatch(name) is not None
    return SecurityScheme(name, "http", scheme=name.lower() if is_token else "bearer")


@lru_cache(maxsize=256)
def schemes_of_text(text: str) -> tuple[str, ...]:
    """Return the schemes that the description of a header `Authorization` names.

    They are Basic and Bearer where their names stand anywhere, and then all other names of a list
    of names in quotes that has one of these: "'Basic', 'Hawk' or 'Bearer'".
    """
    found = {
        name.lower(): name for name in _USUAL if re.search(rf"\b{name}\b", text, re.IGNORECASE)
    }
    for match in _LIST.finditer(text):
        names = {name.lower(): name for name in _QUOTED.findall(match[0])}
        if found.keys() & names.keys():
            found |= {key: name for key, name in names.items() if key not in found}
    return tuple(found.values())
