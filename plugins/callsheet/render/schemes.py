"""Security schemes in words: where a key is sent, and how a token is obtained."""

from __future__ import annotations

from collections.abc import Iterator

from callsheet.model import OAuthFlow, SecurityScheme
from callsheet.render.views import FactView, NameView

_FLOWS = {
    "implicit": "Token by the implicit flow",
    "password": "Token for user and password",
    "clientCredentials": "Token for a program",
    "authorizationCode": "Token by authorization code",
}


def facts_of_scheme(scheme: SecurityScheme) -> tuple[FactView, ...]:
    """Return the facts that a page shows about a security scheme."""
    return tuple(_facts(scheme))


def _facts(scheme: SecurityScheme) -> Iterator[FactView]:
    match scheme.type:
        case "apiKey":
            yield FactView("Key", (NameView(scheme.parameter),), text=f"in the {scheme.location}")
        case "http" if scheme.scheme:
            yield FactView("Authorization", (NameView(scheme.scheme),))
        case "openIdConnect" if scheme.url:
            yield FactView("OpenID Connect", (NameView(scheme.url),))
        case "mutualTLS":
            yield FactView("Certificate of the client")
    if scheme.bearer_format:
        yield FactView("Format", (NameView(scheme.bearer_format),))
    for flow in scheme.flows:
        yield from _flow(flow)
    if scheme.description:
        yield FactView("About it", text=scheme.description)


def _flow(flow: OAuthFlow) -> Iterator[FactView]:
    urls = (flow.authorization_url, flow.token_url, flow.refresh_url)
    yield FactView(_FLOWS.get(flow.kind, flow.kind), tuple(NameView(url) for url in urls if url))
    if flow.scopes:
        yield FactView("Scopes", described=flow.scopes)
