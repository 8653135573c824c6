"""Access control: the security schemes that operations require."""

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import parse_qsl

from callsheet.http.headers import split_authorization
from callsheet.http.masking import is_secret_name
from callsheet.model import (
    Location,
    Operation,
    Parameter,
    SecurityScheme,
    SecurityUse,
    assumed_scheme,
    schemes_of_text,
)
from callsheet.model.operation import defined_schemes
from callsheet.server.access.authentication import (
    XSRF_HEADER,
    Credentials,
    Sessions,
    challenge,
    is_authorized,
    says_wrong,
)
from callsheet.server.http.messages import HttpRequest, read_cookies
from callsheet.server.http.problems import Problem
from callsheet.server.state import Store

Alternatives = tuple[tuple[SecurityScheme, ...], ...]
"""Alternatives of an operation: one of these, each of which may combine several schemes."""


@dataclass(frozen=True, slots=True)
class AccessRules:
    """Access rules of all operations.

    Attributes:
        usual: The schemes of operations whose pages do not name others.
        alternatives: What operations ask for, by uid; others may be called by anybody.
        tokens: The header fields besides the credentials that carry a token, by uid.
        keys: The values that the pages show in the places of keys, by location and name.
    """

    usual: Alternatives
    alternatives: Mapping[str, Alternatives]
    tokens: Mapping[str, tuple[str, ...]]
    keys: Mapping[tuple[str, str], frozenset[str]]

    @classmethod
    def of(cls, operations: Iterable[Operation], schemes: Iterable[str] = ()) -> "AccessRules":
        """Work out the rules.

        Args:
            operations: All of them: a scheme that one page defines, others may name.
            schemes: The schemes of the packs.
        """
        operations = tuple(operations)
        defined = defined_schemes(operations)
        # What one page lists, others mean by "your credentials"; sorted, so that the order of the
        # challenge does not depend on that of the pages.
        rows = {row.description for o in operations for row in _rows(o)}
        listed = (name for text in rows for name in schemes_of_text(text))
        names: dict[str, str] = {}
        for name in ("Basic", "Bearer", *schemes, *sorted(listed)):
            names.setdefault(name.lower(), name)
        usual = tuple((SecurityScheme(names[k], "http", scheme=k),) for k in names)
        alternatives = {
            operation.uid: found
            for operation in operations
            if (found := _asked_for(operation, usual, defined)) is not None
        }
        tokens = {o.uid: fields for o in operations if (fields := _further_tokens(o))}
        keys = {
            (scheme.location, scheme.parameter.lower())
            for asked in alternatives.values()
            for together in asked
            for scheme in together
            if scheme.type == "apiKey"
        }
        return cls(usual, alternatives, tokens, _shown_keys(operations) if keys else {})


class AccessControl:
    """Accepts or refuses requests by their credentials.

    Where the front matter of a page says nothing, the row `Authorization` asks for one of the usual
    schemes: Basic, Bearer, those that such a row of any page names, and those of the packs. A
    session replaces any credentials.

    Args:
        rules: What operations ask for.
        credentials: The credentials that are accepted.
        sessions: The sessions.
    """

    def __init__(self, rules: AccessRules, credentials: Credentials, sessions: Sessions) -> None:
        self._rules = rules
        self._credentials = credentials
        self._sessions = sessions

    def check(self, operation: Operation, request: HttpRequest, store: Store) -> None:
        """Let a request pass.

        Raises:
            Problem: 401, with the schemes that would do, or for a further token that is wrong.
        """
        for name in self._rules.tokens.get(operation.uid, ()):
            if says_wrong(request.headers.get(name) or ""):
                headers = [("WWW-Authenticate", challenge(self._rules.usual))]
                raise Problem(401, f"The token in `{name}` is not known here.", headers=headers)
        alternatives = self._rules.alternatives.get(operation.uid)
        if alternatives is not None:
            self._check(alternatives, request, store, _named(operation, alternatives))

    def check_reader(self, request: HttpRequest, store: Store) -> None:
        """Let a request pass that asks for something of the server itself.

        Raises:
            Problem: 401.
        """
        self._check(self._rules.usual, request, store)

    def _check(
        self,
        alternatives: Alternatives,
        request: HttpRequest,
        store: Store,
        named: Container[str] = (),
    ) -> None:
        field = request.headers.get("Authorization")
        for schemes in alternatives:
            if all(self._is_met(s, request, is_asked_for=s.name in named) for s in schemes):
                return
        if field is None and self._sessions.has(request, store):
            return
        headers = [("WWW-Authenticate", challenge(alternatives))]
        if field is not None and alternatives == self._rules.usual:
            raise Problem(401, "These credentials are not known here.", headers=headers)
        # Two schemes may be asked for in one way, such as tokens of OAuth 2 and others.
        ways = dict.fromkeys(" and ".join(map(_wanted, schemes)) for schemes in alternatives)
        wanted = ", or ".join(ways)
        if alternatives == self._rules.usual:
            *others, last = (scheme.name for (scheme,) in self._rules.usual)
            wanted = f"`Authorization` with {', '.join(others)} or {last}"
        raise Problem(
            401,
            f"Send {wanted}, or a session cookie together with its `{XSRF_HEADER}`.",
            headers=headers,
        )

    def _is_met(self, scheme: SecurityScheme, request: HttpRequest, *, is_asked_for: bool) -> bool:
        """Return whether a request has what a scheme wants.

        Args:
            scheme: The scheme.
            request: The request.
            is_asked_for: Whether a page asks for it by its name.
        """
        match scheme.type:
            case "http":
                field = request.headers.get("Authorization") or ""
                is_same = split_authorization(field)[0] == scheme.scheme
                return is_same and is_authorized(
                    field, self._credentials, is_asked_for=is_asked_for
                )
            case "apiKey":
                return self._has_key(scheme, request)
            case "mutualTLS":
                # Whoever ends TLS has seen the certificate.
                return True
        field = request.headers.get("Authorization") or ""
        is_bearer = split_authorization(field)[0] == "bearer"
        return is_bearer and is_authorized(field, self._credentials, is_asked_for=is_asked_for)

    def _has_key(self, scheme: SecurityScheme, request: HttpRequest) -> bool:
        name = scheme.parameter
        if scheme.location == "header":
            sent = request.headers.get(name)
        elif scheme.location == "cookie":
            sent = request.cookies.get(name)
        else:
            sent = next((text for key, text in request.parameters if key == name), None)
        shown = self._rules.keys.get((scheme.location, name.lower()), frozenset())
        known = shown | self._credentials.tokens
        if name.lower() == "authorization" and sent is not None:
            # A scheme of its own may stand before the key.
            return sent in known or is_authorized(sent, self._credentials, is_asked_for=True)
        if sent is None:
            return False
        is_shown = bool(shown - self._credentials.tokens)
        return self._credentials.passes(sent, is_shown) or self._credentials.has(sent, known)


def _asked_for(
    operation: Operation, usual: Alternatives, defined: Mapping[str, SecurityScheme]
) -> Alternatives | None:
    """Return the alternatives of an operation; None where anybody may call it."""
    if operation.security is None:
        return usual if _rows(operation) else None
    if not all(operation.security):
        # `none` is one of them.
        return None
    found = tuple(tuple(_scheme(use, defined) for use in uses) for uses in operation.security)
    return found or None


def _scheme(use: SecurityUse, defined: Mapping[str, SecurityScheme]) -> SecurityScheme:
    """Return the scheme of a name, as a page defines it or as it is assumed to be."""
    return use.scheme or defined.get(use.name) or assumed_scheme(use.name)


def _named(operation: Operation, alternatives: Alternatives) -> Container[str]:
    """Return the names of the schemes that a page asks for, rather than lists as usual ones."""
    if operation.security is not None:
        return {scheme.name for schemes in alternatives for scheme in schemes}
    names = [name for row in _rows(operation) for name in schemes_of_text(row.description)]
    return names if len(names) == 1 else ()


def _rows(operation: Operation) -> list[Parameter]:
    """Return the rows of the header `Authorization`, of which there is one or none."""
    return [p for p in operation.parameters_in(Location.HEADER) if p.name == "Authorization"]


def _further_tokens(operation: Operation) -> tuple[str, ...]:
    """Return the header fields besides the credentials that carry a token, by their names."""
    rows = operation.parameters_in(Location.HEADER)
    others = (p.name for p in rows if p.name.upper() not in {"AUTHORIZATION", XSRF_HEADER})
    return tuple(name for name in others if is_secret_name(name))


def _shown_keys(operations: Iterable[Operation]) -> Mapping[tuple[str, str], frozenset[str]]:
    """Collect the values of header fields, query parameters and cookies that the pages show."""
    found: dict[tuple[str, str], set[str]] = {}
    for operation in operations:
        if operation.security is None:
            continue
        for request in operation.example_requests:
            shown = [("header", header.name, header.value) for header in request.headers]
            pairs = parse_qsl(request.target.partition("?")[2], keep_blank_values=True)
            shown += [("query", name, value) for name, value in pairs]
            cookies = read_cookies(request.header("Cookie") or "")
            shown += [("cookie", name, value) for name, value in cookies.items()]
            for location, name, value in shown:
                if value:
                    found.setdefault((location, name.lower()), set()).add(value)
        for row in operation.parameters:
            for literal in (*row.schema.examples, *filter(None, (row.schema.default,))):
                if isinstance(literal.value, str):
                    key = (row.location.value, row.name.lower())
                    found.setdefault(key, set()).add(literal.value)
    return {key: frozenset(values) for key, values in found.items()}


def _wanted(scheme: SecurityScheme) -> str:
    """Describe what to send."""
    if scheme.type == "apiKey":
        noun = {"header": "header field", "query": "query parameter"}.get(scheme.location, "cookie")
        return f"the {noun} `{scheme.parameter}`"
    if scheme.type == "mutualTLS":
        return "a client certificate"
    return f"`Authorization` with {(scheme.scheme if scheme.type == 'http' else 'bearer').title()}"
