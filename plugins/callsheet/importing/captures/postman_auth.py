"""Authentication as Postman collections state it."""

from callsheet.http.masking import is_secret_name
from callsheet.importing.captures.credentials import Schemes, http_scheme, key_scheme
from callsheet.importing.captures.variables import VARIABLE
from callsheet.importing.references import SpecNode

_SCHEMES = {"basic": "Basic", "bearer": "Bearer", "digest": "Digest", "hawk": "Hawk",
            "jwt": "Bearer", "ntlm": "NTLM", "oauth1": "OAuth"}  # fmt: skip
_FLOWS = {
    "authorization_code": "authorizationCode",
    "authorization_code_with_pkce": "authorizationCode",
    "implicit": "implicit",
    "password_credentials": "password",
    "client_credentials": "clientCredentials",
}
_NO_SECRET = {"key", "in", "addTokenTo", "authUrl", "accessTokenUrl", "grant_type", "tokenName"}


def schemes_of_auth(place: SpecNode) -> Schemes:
    """Return the schemes of an `auth` object; empty for none, or an unknown one."""
    kind = place.text("type")
    given = attributes(place)
    if kind == "apikey":
        where = "query" if given.get("in") == "query" else "header"
        return key_scheme(given.get("key") or "X-API-Key", where)
    if kind == "oauth2":
        return _oauth(given)
    if kind in _SCHEMES:
        return http_scheme(_SCHEMES[kind])
    if kind in ("awsv4", "edgegrid", "asap"):
        return key_scheme("Authorization", "header")
    return {}


def secrets_of_auth(place: SpecNode) -> list[str]:
    """Return the keys and passwords in an `auth` object."""
    kind = place.text("type")
    return [
        value
        for name, value in attributes(place).items()
        if name not in _NO_SECRET
        and (is_secret_name(name) or (kind == "apikey" and name == "value") or name == "authKey")
        and value
        and not VARIABLE.search(value)
    ]


def attributes(place: SpecNode) -> dict[str, str]:
    """Return the attributes of a kind of authentication: a list in version 2.1, else an object."""
    kind = place.text("type")
    listed = {each.text("key"): each.get("value") for each in place.listed(kind)}
    found = listed or dict(place.inner(kind).node)
    return {str(key): value for key, value in found.items() if isinstance(value, str)}


def _oauth(given: dict[str, str]) -> Schemes:
    """Return the scheme of OAuth 2, as a bearer token where no address to get one is known."""
    if given.get("addTokenTo") == "queryParams":
        return key_scheme("access_token", "query")
    flow = _FLOWS.get(given.get("grant_type", ""), "authorizationCode")
    urls = {
        key: given.get(name, "")
        for key, name in (("authorizationUrl", "authUrl"), ("tokenUrl", "accessTokenUrl"))
    }
    needed = {"implicit": ["authorizationUrl"], "authorizationCode": [*urls]}.get(
        flow, ["tokenUrl"]
    )
    if not all(urls[key].startswith(("https://", "http://")) for key in needed):
        return http_scheme("Bearer")
    scopes = dict.fromkeys(given.get("scope", "").split(), "")
    return {
        "OAuth2": {
            "type": "oauth2",
            "flows": {flow: {**{key: urls[key] for key in needed}, "scopes": scopes}},
        }
    }
