"""The address before the routes of a page, as its examples have it."""

from collections.abc import Sequence
from dataclasses import replace

from callsheet import lazy_re as re
from callsheet.model import ExampleRequest, Server
from callsheet.source.carriers.routes.patterns import FoundRoute
from callsheet.source.carriers.routes.templates import prefix_before

_MAX_ROUTES = 40
"""Routes of one operation that its examples are compared with."""

_MAX_PREFIX = 5
"""Segments of a path before the one with which a route can begin, at most."""

_ORIGIN = re.compile(r"(?P<scheme>https?://)(?:[^\s/@\"'`]{1,100}@)?(?P<host>[\w.:-]++)(?!@)")


def without_prefix(
    requests: Sequence[ExampleRequest], routes: Sequence[FoundRoute]
) -> tuple[tuple[ExampleRequest, ...], tuple[Server, ...]]:
    """Return requests with the routes as their paths, and the servers that are left over.

    An example asks for `https://host/v1/locks/a` where the route is `/locks/{name}`.
    """
    templates = [route.template for route in routes[:_MAX_ROUTES]]
    found: list[ExampleRequest] = []
    servers: dict[str, Server] = {}
    for request in requests:
        path, question, query = request.target.partition("?")
        before = (prefix_before(template, path) for template in templates)
        prefixes = [each for each in before if each is not None]
        # One route may be the end of another: the one that explains most of the path is meant.
        prefix = min(prefixes, key=len, default="")
        origin = _ORIGIN.search(request.text)
        if prefix:
            request = replace(request, target=f"{path[len(prefix) :]}{question}{query}")
        if prefixes and (prefix or origin):
            url = f"{origin['scheme'] + origin['host'] if origin else ''}{prefix}"
            servers.setdefault(url, Server(url))
        found.append(request)
    return tuple(found), tuple(servers.values())


def relative(
    routes: Sequence[FoundRoute], requests: Sequence[ExampleRequest]
) -> tuple[list[FoundRoute], tuple[Server, ...]]:
    """Return routes without the prefix of an address that the examples leave out, and its server.

    The route is `GET https://host/v1/locks/{name}`, and an example asks for `/locks/a`.
    """
    route = routes[0]
    paths = [r.target.partition("?")[0] for r in requests if not _ORIGIN.search(r.text)]
    segments = route.template.split("/")
    if route.origin.startswith("http"):
        for count in range(2, min(len(segments) - 1, _MAX_PREFIX)):
            whole = "/" + "/".join(segments[count:])
            if any(prefix_before(whole, path) == "" for path in paths):
                prefix = "/".join(segments[:count])
                shorter = [
                    replace(each, template=each.template.removeprefix(prefix)) for each in routes
                ]
                return shorter, (Server(f"{route.origin}{prefix}"),)
        return [*routes], (Server(route.origin),) if _ORIGIN.fullmatch(route.origin) else ()
    return [*routes], ()
