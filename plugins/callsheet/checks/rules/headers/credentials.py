"""Credentials and security schemes that the front matter's `security` asks for."""

from collections.abc import Iterable, Iterator, Mapping

from callsheet import lazy_re as re
from callsheet.checks.model.examples import ExampleMessage, Target, code, targets
from callsheet.checks.model.page import OperationPage, Place, cached_in_owner
from callsheet.checks.model.subjects import Subject
from callsheet.checks.model.tree import Tree
from callsheet.checks.parsing.words import likely_meant
from callsheet.checks.rule import Diagnostic, Example, tree_rule
from callsheet.checks.rules.headers import fields
from callsheet.http.headers import SCHEMES, split_authorization
from callsheet.model import (
    ExampleRequest,
    Location,
    Operation,
    SecurityScheme,
    SecurityUse,
    assumed_scheme,
)
from callsheet.model.contents import own_parameters
from callsheet.model.operation import defined_schemes, undefined_schemes
from callsheet.model.security import COMMON_SCHEMES, is_common_scheme

_SCHEMES = {"basic", "bearer", "digest"}
_BEARERS = {"oauth", "oauth2", "openid", "openidconnect", "oidc", "jwt"}
"""Names of schemes whose tokens are sent as `Bearer` (RFC 6750), unless a page defines them."""

_OF_A_SECRET = re.compile(r"key|token|auth|secret|session|ticket|signature", re.IGNORECASE)
_REFUSED = {401, 403}
_MAX_ALTERNATIVES = 100
"""Limit of alternatives that examples are compared with."""


def carries(page: OperationPage, location: Location, name: str) -> bool:
    """Tell whether a header field, a parameter or a cookie carries credentials.

    Args:
        page: The page.
        location: Where it is.
        name: Its name.
    """
    if not page.operation.security:
        return False
    places = _places(page)
    # Another page may define the scheme and where its key is sent.
    is_elsewhere = None in places and _OF_A_SECRET.search(name) is not None
    return is_elsewhere or (location, name.lower()) in places


@cached_in_owner
def _places(page: OperationPage) -> set[tuple[str, str] | None]:
    """Return where credentials are sent; None stands for schemes that another page defines."""
    schemes = map(_scheme, _uses(page.operation))
    places = {_place(scheme) if scheme else None for scheme in schemes}
    if any(place and place[0] == Location.COOKIE for place in places):
        places.add((Location.HEADER, "cookie"))
    return places


def missing_credentials(
    page: OperationPage, examples: Iterable[ExampleMessage]
) -> Iterator[Diagnostic]:
    """Report example requests without any of the credentials that the front matter asks for."""
    operation = page.operation
    alternatives = [[_scheme(use) for use in uses] for uses in operation.security or ()]
    # Without a scheme no credentials are needed; a scheme of another page may be sent anywhere.
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
        # An example may show how a request without credentials is refused.
        is_refused = statuses.get(name, {0}) <= _REFUSED
        sent = (all(_is_sent(scheme, example, target) for scheme in schemes) for schemes in known)
        if is_refused or any(sent):
            continue
        wanted = ", or ".join(" and ".join(map(_wanted, schemes)) for schemes in known)
        line = page.document.line_of_key("security")
        yield Diagnostic(
            example.first_line(),
            f"The example does not say who asks: it lacks {wanted}.",
            related=(page.related(line, "what `security` asks for"),),
        )


def _uses(operation: Operation) -> Iterator[SecurityUse]:
    for uses in operation.security or ():
        yield from uses


def _scheme(use: SecurityUse) -> SecurityScheme | None:
    """Return the scheme of a name; None if the page does not define it."""
    if use.scheme:
        return use.scheme
    name = use.name.lower().replace("-", "").replace("_", "")
    name = name if name in _BEARERS else name.removesuffix("auth")
    if name in _BEARERS:
        return SecurityScheme(use.name, "http", scheme="bearer")
    return SecurityScheme(use.name, "http", scheme=name) if name in _SCHEMES else None


def _are_required(operation: Operation, alternatives: list[list[SecurityScheme]]) -> bool:
    """Tell whether a table already marks the credentials of an alternative as required."""
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


def _is_sent(scheme: SecurityScheme, example: ExampleMessage, target: Target | None) -> bool:
    message = example.message
    if scheme.type == "mutualTLS":
        return True
    location, name = _place(scheme)
    if location == Location.QUERY:
        # Another rule reports a malformed request line.
        return target is None or any(pair.name.lower() == name for pair in target.pairs())
    if location == Location.COOKIE:
        sent = (pair for header in message.headers for pair in fields.cookies(header))
        return any(cookie.lower() == name for cookie, _ in sent)
    value = message.header(name)
    if value is None:
        # A session replaces `Authorization`.
        return bool(message.header("Cookie") and message.header("X-XSRF-TOKEN"))
    if scheme.type == "apiKey" or fields.is_stand_in(value):
        return True
    wanted = scheme.scheme if scheme.type == "http" else "bearer"
    given = split_authorization(value)[0]
    # Another rule reports a misspelt scheme.
    return given == wanted.lower() or given not in _SCHEMES


def _wanted(scheme: SecurityScheme) -> str:
    location, _ = _place(scheme)
    if scheme.type == "apiKey":
        noun = {"header": "the header field", "query": "the query parameter"}.get(location)
        return f"{noun or 'the cookie'} {code(scheme.parameter)}"
    shown = scheme.scheme if scheme.type == "http" else "bearer"
    return f"`Authorization` with {shown.title()}" if shown else "`Authorization`"


@Example("uid: v1Parcel_Change", "uid: v1Parcel_Change\nsecurity: [basik]")
@tree_rule(
    code="CS317",
    name="unknown-scheme",
    summary="`security` names a scheme that no page defines, and that is likely misspelt.",
    cause=(
        "A name that no page defines and that is not a usual one, such as `basic`, is taken for a "
        "scheme of the header field `Authorization`. If it is only misspelt, programs send "
        "credentials of a scheme that does not exist."
    ),
    hint="Correct the name, or define the scheme where it is named.",
    subject=Subject.SECURITY,
)
def _unknown_schemes(tree: Tree) -> Iterator[Diagnostic]:
    """Report names of schemes that look like another one, or that the examples contradict."""
    defined = defined_schemes(tree.catalog.documented)
    for operation in tree.catalog.documented:
        unknown = [
            name
            for name in undefined_schemes(operation)
            if name not in defined and not is_common_scheme(name)
        ]
        sent = _sent(operation) if unknown else {}
        others = sent.keys() - _explained(operation, defined)
        for name in unknown:
            if name.lower() in sent:
                continue
            meant = likely_meant(name, {*defined, *COMMON_SCHEMES, *SCHEMES})
            if meant is None and not others:
                # It may be a scheme of the API's own, which needs no definition.
                continue
            shown = next((sent[other] for other in sorted(others)), "")
            but = f", and the example sends `{shown}`" if shown else ""
            yield Diagnostic(
                _place_of_name(tree, operation, name),
                f"No page defines the security scheme `{name}`{but}.",
                f"Did you mean `{meant}`?" if meant else "",
            )


def _sent(operation: Operation) -> dict[str, str]:
    """Return the schemes that the examples send in `Authorization`, by their lower case."""
    values = [request.header("Authorization") or "" for request in operation.example_requests]
    return {
        split_authorization(value)[0]: value.split()[0]
        for value in values
        if not fields.is_stand_in(value) and split_authorization(value)[1]
    }


def _explained(operation: Operation, defined: Mapping[str, SecurityScheme]) -> set[str]:
    """Return the schemes of `Authorization` for which the operation asks, in lower case."""
    uses = [use for uses in operation.security or () for use in uses]
    schemes = [use.scheme or defined.get(use.name) or assumed_scheme(use.name) for use in uses]
    return {
        scheme.scheme.lower() if scheme.type == "http" else "bearer"
        for scheme in schemes
        if scheme.type != "apiKey"
    }


def _place_of_name(tree: Tree, operation: Operation, name: str) -> Place:
    page = tree.page(operation.path)
    first = page.document.line_of_key("security")
    lines = page.document.lines[first - 1 : page.document.body_line - 1]
    return page.find(next((n for n, text in enumerate(lines, first) if name in text), first), name)
