"""Compares servers, security, tags and deprecation of an operation."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from callsheet.diff.facets import deprecation_sides
from callsheet.diff.model import Change, Kind, Level, Sides, quoted
from callsheet.diff.pairing import OperationPair
from callsheet.model import Operation, SecurityScheme, SecurityUse


def compare_access(pair: OperationPair) -> Iterator[Change]:
    """Yield the changes of servers, security, tags and deprecation."""
    old, new = pair.old, pair.new
    if old.deprecated != new.deprecated:
        message = f"The operation is deprecated {'now' if new.deprecated else 'no longer'}."
        sides = Sides("the operation", *deprecation_sides(old.deprecated, new.deprecated))
        yield pair.now(Kind.OPERATION_DEPRECATED, Level.TEXT, message, new.span, sides)
    if old.operation_id != new.operation_id:
        before, after = old.operation_id or old.uid, new.operation_id or new.uid
        message = f"The name for programs was {quoted(before)} and is {quoted(after)} now."
        yield pair.now(Kind.OPERATION_RENAMED, Level.TEXT, message, new.span)
    yield from _tags(pair)
    yield from _servers(pair)
    yield from _security(pair)


def _tags(pair: OperationPair) -> Iterator[Change]:
    """Yield changes of tags, for which generated clients have classes."""
    old, new = pair.old.tags, pair.new.tags
    for tags, others, words in ((old, new, "no longer"), (new, old, "now")):
        if found := [quoted(tag) for tag in tags if tag not in others]:
            message = f"The operation is {words} in {' and '.join(found)}."
            yield pair.now(Kind.TAGS_CHANGED, Level.TEXT, message, pair.new.span)


def _servers(pair: OperationPair) -> Iterator[Change]:
    old = [server.url for server in pair.old.servers]
    new = [server.url for server in pair.new.servers]
    for url in old:
        if url not in new:
            # Without servers, those of the site apply.
            chosen = Level.BREAKING if new else Level.TEXT
            message = f"The server {quoted(url)} is gone."
            sides = Sides(f"the server {quoted(url)}")
            yield pair.gone(Kind.SERVER_REMOVED, chosen, message, pair.old.span, sides)
    for url in new:
        if url not in old:
            chosen = Level.ADDITIVE if old else Level.TEXT
            message = f"The server {quoted(url)} is {'new' if old else 'documented now'}."
            sides = Sides(f"the server {quoted(url)}")
            yield pair.now(Kind.SERVER_ADDED, chosen, message, pair.new.span, sides)


def _security(pair: OperationPair) -> Iterator[Change]:
    old, new = _alternatives(pair.old), _alternatives(pair.new)
    # A page without security makes no promise about it.
    stated = pair.old.security is not None and pair.new.security is not None
    for key, uses in old.items():
        if key not in new:
            weaker = any(other <= key for other in new)
            chosen = Level.TEXT if not stated else Level.ADDITIVE if weaker else Level.BREAKING
            message = f"A request can no longer be made with {_words(uses)}."
            sides = Sides(_requirement(uses))
            yield pair.gone(Kind.SECURITY_REMOVED, chosen, message, pair.old.span, sides)
    for key, uses in new.items():
        if key not in old:
            chosen = Level.ADDITIVE if stated else Level.TEXT
            message = f"A request can be made with {_words(uses)} now."
            sides = Sides(_requirement(uses))
            yield pair.now(Kind.SECURITY_ADDED, chosen, message, pair.new.span, sides)
    before, after = _schemes(pair.old), _schemes(pair.new)
    for name in before.keys() & after.keys():
        was, now = before[name], after[name]
        if was != now:
            # An additional flow leaves the others working.
            more = replace(was, flows=()) == replace(now, flows=()) and set(was.flows) < set(
                now.flows
            )
            chosen = Level.ADDITIVE if more else Level.BREAKING
            if _without_addresses(was) == _without_addresses(now):
                # Clients take addresses from configurations or from answers.
                chosen = Level.WARNING
            says = "; ".join(_scheme_changes(was, now))
            message = f"The security scheme {quoted(name)} has changed: {says}."
            about = f"the security scheme {quoted(name)}"
            sides = Sides(about, _scheme_words(was), _scheme_words(now))
            yield pair.now(Kind.SECURITY_SCHEME_CHANGED, chosen, message, pair.new.span, sides)


_SCHEME_FIELDS = {
    "type": "type",
    "scheme": "scheme",
    "location": "place",
    "parameter": "name",
    "bearer_format": "form of the token",
    "url": "address",
}
_FLOW_FIELDS = {
    "authorization_url": "address to allow it",
    "token_url": "address of the token",
    "refresh_url": "address to renew it",
}


def _without_addresses(scheme: SecurityScheme) -> SecurityScheme:
    """Return the parts of a scheme that decide how credentials are sent."""
    flows = (
        replace(flow, authorization_url="", token_url="", refresh_url="") for flow in scheme.flows
    )
    return replace(scheme, flows=tuple(flows), url="", bearer_format="")


def _scheme_words(scheme: SecurityScheme) -> str:
    """Define a scheme in words."""
    fields: list[tuple[str, object, Mapping[str, str]]] = [("", scheme, _SCHEME_FIELDS)]
    fields += [(f"{quoted(flow.kind)} ", flow, _FLOW_FIELDS) for flow in scheme.flows]
    return ", ".join(
        f"{which}{name} {quoted(text)}"
        for which, part, names in fields
        for field, name in names.items()
        if (text := getattr(part, field))
    )


def _scheme_changes(old: SecurityScheme, new: SecurityScheme) -> Iterator[str]:
    """Yield the changes of a scheme in words."""
    yield from _field_changes(_SCHEME_FIELDS, "its", old, new)
    before, after = ({flow.kind: flow for flow in each.flows} for each in (old, new))
    for kind in dict.fromkeys((*before, *after)):
        if kind not in after:
            yield f"the flow {quoted(kind)} is gone"
        elif kind not in before:
            yield f"the flow {quoted(kind)} is new"
        else:
            noun = f"of the flow {quoted(kind)} the"
            yield from _field_changes(_FLOW_FIELDS, noun, before[kind], after[kind])


def _field_changes(names: Mapping[str, str], noun: str, old: object, new: object) -> Iterator[str]:
    for field, name in names.items():
        was, now = getattr(old, field), getattr(new, field)
        if was != now:
            shown = [quoted(text) if text else "not said" for text in (was, now)]
            yield f"{noun} {name} was {shown[0]} and is {shown[1]} now"


_Key = frozenset[tuple[str, str]]


def _alternatives(operation: Operation) -> dict[_Key, tuple[SecurityUse, ...]]:
    """Return the alternatives by their schemes and scopes: a subset asks for less."""
    return {
        frozenset((use.name.lower(), scope) for use in uses for scope in ("", *use.scopes)): uses
        for uses in operation.security or ()
    }


def _words(uses: tuple[SecurityUse, ...]) -> str:
    if not uses:
        return "no credentials"
    return " and ".join(
        quoted(use.name) + (f" ({', '.join(map(quoted, use.scopes))})" if use.scopes else "")
        for use in uses
    )


def _requirement(uses: tuple[SecurityUse, ...]) -> str:
    return f"the security requirement {_words(uses)}" if uses else "access without credentials"


def _schemes(operation: Operation) -> dict[str, SecurityScheme]:
    """Return the schemes that a page defines, without descriptions."""
    return {
        use.name: replace(
            use.scheme,
            description="",
            # Changes of scopes show in the requirements of operations.
            flows=tuple(replace(flow, scopes=()) for flow in use.scheme.flows),
        )
        for uses in operation.security or ()
        for use in uses
        if use.scheme
    }
