"""The head of an operation: its route, servers, security, and what it has to do with callbacks."""

from collections.abc import Iterator, Mapping
from typing import Any

from callsheet import lazy_re as re
from callsheet.model import (
    PLACEHOLDER,
    Location,
    Operation,
    Route,
    SecurityScheme,
    assumed_scheme,
    schemes_of_text,
)
from callsheet.render.console import qualified_uid
from callsheet.render.facts import facts_of_scheme
from callsheet.render.page import PageContext
from callsheet.render.parts import route
from callsheet.render.views import FactView, OutgoingView, RouteStep

# Parameters, and the text between them, split before each slash, where a line may break.
_STEP = re.compile(rf"(?P<parameter>{PLACEHOLDER.pattern})|/?(?:(?!{PLACEHOLDER.pattern})[^/])*")


def head_of(
    operation: Operation, site: PageContext, path_rows: Mapping[str, str]
) -> dict[str, Any]:
    """Return the variables of the templates `head.html` and `panel.html`.

    Args:
        operation: The operation.
        site: Links and facts from the rest of the site.
        path_rows: The ids of the rows of path parameters, by name.
    """
    return {
        "operation": operation,
        "site": site,
        "route": route(operation, _route_steps(operation.route, path_rows)),
        "outgoing": _outgoing(operation, site),
        "schemes": _scheme_facts(operation),
        "schemes_taken": ",".join(_schemes_taken(operation)),
        "console_uid": qualified_uid(operation, site.collection),
    }


def _route_steps(route: Route, rows: Mapping[str, str]) -> Iterator[RouteStep]:
    """Yield the parts of a route, of which parameters link to their rows."""
    for match in _STEP.finditer(route.template):
        text = match.group()
        if match["parameter"]:
            yield RouteStep(text, parameter=True, row=rows.get(text[1:-1], ""))
        elif text:
            yield RouteStep(text)


def _outgoing(operation: Operation, site: PageContext) -> OutgoingView | None:
    if (found := operation.outgoing) is None:
        return None
    return OutgoingView(found.name, found.cause, found.address, site.cause)


def _scheme_facts(operation: Operation) -> dict[str, tuple[FactView, ...]]:
    """Return facts about the security schemes that the page defines, by name."""
    uses = (use for alternative in operation.security or () for use in alternative)
    found = {use.name: facts_of_scheme(use.scheme) for use in uses if use.scheme}
    return {name: facts for name, facts in found.items() if facts}


def _schemes_taken(operation: Operation) -> list[str]:
    """Return the schemes that the page takes, as the console names them, the first one first.

    None where it takes user and password first, and besides them at most a bearer token.
    """
    rows = operation.parameters_in(Location.HEADER)
    texts = [row.description for row in rows if row.name.lower() == "authorization"]
    named = [name for text in texts for name in schemes_of_text(text)]
    uses = (use for alternative in operation.security or () for use in alternative)
    named += [_console_name(use.scheme or assumed_scheme(use.name)) for use in uses]
    usual = {"basic": "Basic", "bearer": "Bearer", "digest": "Basic"}
    taken = [*dict.fromkeys(usual.get(name.lower(), name) for name in named if name)]
    return [] if taken in ([], ["Basic"], ["Basic", "Bearer"]) else taken


def _console_name(scheme: SecurityScheme) -> str:
    """Return the console's name of a scheme; empty for one that is in no header field."""
    if scheme.type == "http":
        return scheme.spelling
    if scheme.type == "apiKey":
        return "API key" if scheme.location == "header" else ""
    return "Bearer" if scheme.type in ("oauth2", "openIdConnect") else ""
