"""What the front matter's `security` asks for, and whether requests on the page have it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from callsheet.checks.model.examples import Example, code
from callsheet.checks.model.page import OperationPage
from callsheet.checks.model.queries import Target, targets
from callsheet.checks.rule import Hit
from callsheet.checks.rules.headers import fields
from callsheet.http.credentials import split_authorization
from callsheet.model import ExampleRequest, Location, Operation, SecurityScheme, SecurityUse
from callsheet.model.contents import own_parameters

_SCHEMES = {"basic", "bearer", "digest"}
_BEARERS = {"oauth", "oauth2", "openid", "openidconnect", "oidc", "jwt"}
"""Names of schemes whose tokens are sent as `Bearer` (RFC 6750), where no page defines them."""

_OF_A_SECRET = re.compile(r"key|token|auth|secret|session|ticket|signature", re.IGNORECASE)
_REFUSED = {401, 403}
_MAX_ALTERNATIVES = 100
"""With more alternatives, examples are not held against them."""

_KEPT = "_places_of_credentials"


def carries(page: OperationPage, location: Location, name: str) -> bool:
    """Return whether a header field, a parameter or a cookie proves who asks.

    Args:
        page: The page.
        location: Where it is.
        name: Its name.
    """
    if not page.operation.security:
        return False
    places: set[tuple[str, str] | None] | None = vars(page).get(_KEPT)
    if places is None:
        schemes = map(_scheme, _uses(page.operation))
        places = vars(page)[_KEPT] = {scheme and _place(scheme) for scheme in schemes}
        if any(place and place[0] == Location.COOKIE for place in places):
            places.add((Location.HEADER, "cookie"))
    # Another page may define the scheme, and with it where the key is sent.
    is_elsewhere = None in places and _OF_A_SECRET.search(name) is not None
    return is_elsewhere or (location, name.lower()) in places


def missing(page: OperationPage, examples: Iterable[Example]) -> Iterator[Hit]:
    """Example requests with none of the credentials of which the front matter asks for one."""
    operation = page.operation
    alternatives = [[_scheme(use) for use in uses] for uses in operation.security or ()]
    # Without a scheme, anybody may ask; one of another page may be sent anywhere.
    if not 0 < len(alternatives) <= _MAX_ALTERNATIVES or any(
        not schemes or None in schemes for schemes in alternatives
    ):
        return
    known = [[scheme for scheme in schemes if scheme] for schemes in alternatives]
    if _are_required(operation, known):
        return
    statuses: dict[str, set[int]] = {}
    for response in operation.example_responses:
        statuses.setdefault(response.name, set()).add(response.status)
    by_line = {target.line: target for target in targets(page) if target.of_sample}
    for example in examples:
        target = by_line.get(example.first_line().line)
        name = example.message.name if isinstance(example.message, ExampleRequest) else ""
        # An example may show how somebody unknown is refused.
        is_refused = statuses.get(name, {0}) <= _REFUSED
        sent = (all(_is_sent(scheme, example, target) for scheme in schemes) for schemes in known)
        if is_refused or any(sent):
            continue
        wanted = ", or ".join(" and ".join(map(_wanted, schemes)) for schemes in known)
        line = page.document.line_of_key("security")
        yield Hit(
            example.first_line(),
            f"The example does not say who asks: it lacks {wanted}.",
            related=(page.related(line, "what `security` asks for"),),
        )


def _uses(operation: Operation) -> Iterator[SecurityUse]:
    for uses in operation.security or ():
        yield from uses


def _scheme(use: SecurityUse) -> SecurityScheme | None:
    """The scheme of a name; None for one that the page does not define."""
    if use.scheme:
        return use.scheme
    name = use.name.lower().replace("-", "").replace("_", "")
    name = name if name in _BEARERS else name.removesuffix("auth")
    if name in _BEARERS:
        return SecurityScheme(use.name, "http", scheme="bearer")
    return SecurityScheme(use.name, "http", scheme=name) if name in _SCHEMES else None


def _are_required(operation: Operation, alternatives: list[list[SecurityScheme]]) -> bool:
    """Whether a table marks what an alternative asks for as required, which says it already."""
    required = {
        (location, row.name.lower())
        for location in (Location.HEADER, Location.QUERY, Location.COOKIE)
        for row, _ in own_parameters(operation, location)
        if row.required
    }
    return any(_place(scheme) in required for schemes in alternatives for scheme in schemes)


def _place(scheme: SecurityScheme) -> tuple[str, str]:
    if scheme.type == "apiKey":
        return scheme.location, scheme.parameter.lower()
    return Location.HEADER, "authorization"


def _is_sent(scheme: SecurityScheme, example: Example, target: Target | None) -> bool:
    message = example.message
    if scheme.type == "mutualTLS":
        return True
    location, name = _place(scheme)
    if location == Location.QUERY:
        # A request line that is none is found as that.
        return target is None or any(pair.name.lower() == name for pair in target.pairs())
    if location == Location.COOKIE:
        sent = (pair for header in message.headers for pair in fields.cookies(header))
        return any(cookie.lower() == name for cookie, _ in sent)
    value = message.header(name)
    if value is None:
        # A session stands in the place of `Authorization`.
        return bool(message.header("Cookie") and message.header("X-XSRF-TOKEN"))
    if scheme.type == "apiKey" or fields.is_stand_in(value):
        return True
    wanted = scheme.scheme if scheme.type == "http" else "bearer"
    given = split_authorization(value)[0]
    # A scheme that is misspelt is found as that.
    return given == wanted.lower() or given not in _SCHEMES


def _wanted(scheme: SecurityScheme) -> str:
    location, _ = _place(scheme)
    if scheme.type == "apiKey":
        noun = {"header": "the header field", "query": "the query parameter"}.get(location)
        return f"{noun or 'the cookie'} {code(scheme.parameter)}"
    shown = scheme.scheme if scheme.type == "http" else "bearer"
    return f"`Authorization` with {shown.title()}" if shown else "`Authorization`"
