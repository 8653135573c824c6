"""Security schemes and servers of operations (OpenAPI 3.1.0, 4.8.5 and 4.8.27 to 4.8.30)."""

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from callsheet import lazy_re as re


@dataclass(frozen=True, slots=True)
class ServerVariable:
    """A variable in an address (OpenAPI 3.1.0, 4.8.6)."""

    name: str
    default: str
    values: tuple[str, ...] = ()
    description: str = ""

    def as_object(self) -> dict[str, Any]:
        """Return its Server Variable Object."""
        values = {"enum": list(self.values)} if self.values else {}
        described = {"description": self.description} if self.description else {}
        return {"default": self.default, **values, **described}


@dataclass(frozen=True, slots=True)
class Server:
    """An address that serves the operations (OpenAPI 3.1.0, 4.8.5).

    Attributes:
        url: The address that the route is appended to, with the defaults of its variables; any
            other name in braces stands for any text.
        description: Its description.
        replaces: The leading segments of the route that its path stands in for, such as `/v1`;
            empty if the whole route is appended.
        template: The address with its variables in braces; empty where it has none.
        variables: The variables of the template.
        name: Its name (OpenAPI 3.2).
    """

    url: str
    description: str = ""
    replaces: str = ""
    template: str = ""
    variables: tuple[ServerVariable, ...] = ()
    name: str = ""

    def as_object(self) -> dict[str, Any]:
        """Return its Server Object, without its name."""
        described = {"description": self.description} if self.description else {}
        variables = {each.name: each.as_object() for each in self.variables}
        named = {"variables": variables} if variables else {}
        return {"url": self.template or self.url, **described, **named}

    def can_serve(self, template: str) -> bool:
        """Tell whether a route begins with what the address replaces."""
        return not self.replaces or template.startswith(f"{self.replaces}/")

    def route_of(self, template: str) -> str:
        """Return a route as it is on this server: below the path of its address."""
        if not self.can_serve(template):
            return template
        path = _HOST.sub("", self.url).partition("?")[0].rstrip("/")
        return path + template.removeprefix(self.replaces)


@dataclass(frozen=True, slots=True)
class OAuthFlow:
    """A way to get a token (OpenAPI 3.1.0, 4.8.29).

    Attributes:
        kind: `implicit`, `password`, `clientCredentials` or `authorizationCode`.
        authorization_url: The address where the user grants access.
        token_url: The address that issues tokens.
        refresh_url: The address that renews tokens.
        scopes: Pairs of the scopes and their descriptions.
    """

    kind: str
    authorization_url: str = ""
    token_url: str = ""
    refresh_url: str = ""
    scopes: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class SecurityScheme:
    """A way to authenticate a request (OpenAPI 3.1.0, 4.8.27).

    Attributes:
        name: The name by which operations refer to it.
        type: `http`, `apiKey`, `oauth2`, `openIdConnect` or `mutualTLS`.
        scheme: Of `http`, the scheme of the header `Authorization`, such as `basic`.
        location: Of `apiKey`, where it is sent: `header`, `query` or `cookie`.
        parameter: Of `apiKey`, the name of that header, parameter or cookie.
        description: Its description.
        bearer_format: The format of a bearer token, such as `JWT`.
        url: Of `openIdConnect`, the address of its configuration.
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
    """A security scheme that an operation requires.

    Attributes:
        name: The name of the scheme.
        scopes: The scopes that it requires.
        scheme: The definition of the scheme, if the page has it.
    """

    name: str
    scopes: tuple[str, ...] = ()
    scheme: SecurityScheme | None = None


SecurityAlternatives = tuple[tuple[SecurityUse, ...], ...]
"""Security requirements: a request meets one of them, each of which may combine several schemes."""

SESSION_COOKIE = "callsheet-session"
"""The session cookie of the reference server; pages do not name theirs."""

_BEARER = SecurityScheme("Bearer", "http", scheme="bearer")
_TOKEN = replace(_BEARER, name="")
_API_KEY = SecurityScheme("", "apiKey", location="header", parameter="X-API-Key")
_ASSUMED = {
    "basic": SecurityScheme("Basic", "http", scheme="basic"),
    "bearer": _BEARER,
    "digest": SecurityScheme("Digest", "http", scheme="digest"),
    "session": SecurityScheme("Session", "apiKey", location="cookie", parameter=SESSION_COOKIE),
    "xsrftoken": SecurityScheme("XsrfToken", "apiKey", location="header", parameter="X-XSRF-TOKEN"),
    # Their tokens are sent as `Bearer` (RFC 6750), whoever issues them.
    **dict.fromkeys(("oauth", "oauth2", "openid", "openidconnect", "oidc", "jwt"), _TOKEN),
    **dict.fromkeys(("apikey", "xapikey"), _API_KEY),
    **dict.fromkeys(("mutualtls", "mtls"), SecurityScheme("", "mutualTLS")),
}
"""Schemes by their names in lower case, without hyphens, underscores, spaces and a last `auth`.
One without a name takes the name that the page uses.
"""

COMMON_SCHEMES = frozenset(_ASSUMED)
"""The names by which common schemes are recognised."""

_HOST = re.compile(r"(?:https?|\{[\w-]+\})://[^/?#]*", re.IGNORECASE)
_LIST = re.compile(r"""(['"`])[\w-]++\1(?:(?:, (?:and |or )?| and | or )\1[\w-]++\1)++""", re.ASCII)
_QUOTED = re.compile(r"""['"`]([\w-]+)['"`]""", re.ASCII)
_USUAL = ("Basic", "Bearer")
_SEPARATORS = re.compile(r"[-_ ]")
_HTTP_TOKEN = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")


def assumed_scheme(name: str) -> SecurityScheme:
    """Return the assumed definition of a scheme that operations name and no page defines.

    Common schemes are recognised by their names. Any other name is a scheme of the header
    `Authorization` (RFC 9110, 11.1), or, where it is not a valid name of one, `Bearer`.
    """
    if (known := _common_scheme(name)) is not None:
        return known if known.name else replace(known, name=name)
    is_token = _HTTP_TOKEN.fullmatch(name) is not None
    return SecurityScheme(name, "http", scheme=name.lower() if is_token else "bearer")


def is_common_scheme(name: str) -> bool:
    """Tell whether a scheme that no page defines is recognised by its name."""
    return _common_scheme(name) is not None


def _common_scheme(name: str) -> SecurityScheme | None:
    plain = _SEPARATORS.sub("", name).lower()
    return _ASSUMED.get(plain) or _ASSUMED.get(plain.removesuffix("auth"))


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
