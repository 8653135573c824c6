"""A page to fill in, from a method and a route."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from http import HTTPMethod

from callsheet import lazy_re as re
from callsheet.catalog import Catalog
from callsheet.errors import ConfigurationError
from callsheet.files import shortened
from callsheet.http.parameter_styles import ParameterStyle, Style
from callsheet.model import PLACEHOLDER, Route, Span
from callsheet.pages import write_page
from callsheet.pages.recording import RecordedExchange
from callsheet.scaffold.recorded_examples import with_examples
from callsheet.scaffold.skeleton import PathStyle, skeleton
from callsheet.source.messages import read_route

_METHODS = [method for method in HTTPMethod if method not in (HTTPMethod.CONNECT, HTTPMethod.TRACE)]
_MAX_NAME = 120
"""The longest name of a folder, in characters."""

_VERSION = re.compile(r"v\d+(?:\.\d+)*", re.IGNORECASE)
_FRAME = ("", "api", "rest")
# The uid names the file, so it has no slash.
_UID = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]*")
_EXPRESSION = re.compile(r"\{(?P<operator>[.;]?)(?P<name>[^{}/.;*]+)(?P<list>\*?)\}")
"""A placeholder of RFC 6570: `{;id}` and `{.id}` with a style, `{id*}` for a list."""

_STYLES = {"": Style.SIMPLE, ".": Style.LABEL, ";": Style.MATRIX}
_DOTS = re.compile(r"(?:\.|%2e){1,2}", re.IGNORECASE)
_WORDS = re.compile(r"[A-Za-z0-9]+")


@dataclass(frozen=True, slots=True)
class Draft:
    """A page to fill in.

    Attributes:
        uid: The operation's uid.
        group: The suggested folder of the page, relative to the docs directory.
        text: The page.
    """

    uid: str
    group: str
    text: str


def draft(
    line: str, catalog: Catalog, uid: str | None = None, recording: Iterable[RecordedExchange] = ()
) -> Draft:
    """Draft the page of an operation.

    Args:
        line: Method and route, such as `GET /api/v1/Thing/{id}`; a placeholder may be one of
            RFC 6570, such as `{;id}` or `{ids*}`.
        catalog: The operations that are documented already.
        uid: The operation's uid; derived from method and route by default.
        recording: Exchanges; those with the operation become its examples.

    Raises:
        ConfigurationError: It is not a route, or no uid, or one of them is documented already.
    """
    method, template, styles = _read_route(line)
    route = Route(template, Span(1, 1))
    for other in catalog.by_route.get((method, route.shape), ()):
        raise ConfigurationError(f"`{method} {template}` is already documented by `{other.path}`.")
    names = _RouteNames.of(method, template)
    uid = uid or names.uid
    if not _UID.fullmatch(uid):
        message = f"`{uid}` cannot be a uid, which has letters, digits, `_`, `.` and `-`."
        raise ConfigurationError(message)
    if other_page := catalog.by_uid.get(uid):
        raise ConfigurationError(
            f"`{uid}` is already the uid of `{other_page.path}`. Choose another with `--uid`."
        )
    operation = skeleton(
        method,
        template,
        uid=uid,
        title=f"{method} {names.short}",
        noun=names.noun,
        listed=names.listed,
        styles=styles,
    )
    operation = with_examples(operation, recording)
    return Draft(uid, _group(names, catalog), write_page(operation))


def _read_route(line: str) -> tuple[HTTPMethod, str, dict[str, PathStyle]]:
    """Parse the method, the route, and the styles of its parameters."""
    found = read_route(line.strip())
    if found is None or found[0] not in _METHODS:
        raise ConfigurationError(
            f"`{line}` is not a method and a route, such as `GET /api/v1/Thing/{{id}}`. The methods"
            f" are {', '.join(_METHODS)}."
        )
    method, written = found
    template = _EXPRESSION.sub(lambda match: f"{{{match['name']}}}", written)
    styles = {
        match["name"]: PathStyle(
            # Without an operator, a list has commas whether or not it is exploded.
            ParameterStyle(_STYLES[match["operator"]], bool(match["operator"] and match["list"])),
            is_list=bool(match["list"]),
        )
        for match in _EXPRESSION.finditer(written)
        if match["operator"] or match["list"]
    }
    if any(_DOTS.fullmatch(part) for part in template.split("/")):
        raise ConfigurationError(
            f"`{template}` has `.` or `..` between slashes, which programs remove (RFC 3986,"
            " 5.2.4), so no request reaches it."
        )
    if "//" in template or not template.isprintable():
        raise ConfigurationError(
            f"`{template}` has two slashes in a row or an invisible character. Take them out."
        )
    if "?" in template or "#" in template:
        raise ConfigurationError(
            f"`{template}` has a query. Leave it out, and write the parameters into a section"
            " `## Query String Parameters` of the page."
        )
    names = PLACEHOLDER.findall(template)
    if len(set(names)) < len(names) or set("{}") & set(PLACEHOLDER.sub("", template)):
        raise ConfigurationError(f"The placeholders of `{template}` are not names in braces.")
    return HTTPMethod(method), template, styles


@dataclass(frozen=True, slots=True)
class _RouteNames:
    """Names that are derived from a route.

    Attributes:
        resource: The first name in the route, such as `Thing`.
        noun: The last name.
        short: The route without the common beginning, such as `api/v1`.
        listed: Whether the operation lists all resources of a kind.
        uid: A uid for the operation.
    """

    resource: str
    noun: str
    short: str
    listed: bool
    uid: str

    @classmethod
    def of(cls, method: HTTPMethod, template: str) -> "_RouteNames":
        parts = template.strip("/").split("/")
        start = 0
        version = ""
        while start < len(parts) and (parts[start] in _FRAME or _VERSION.fullmatch(parts[start])):
            version = parts[start] if _VERSION.fullmatch(parts[start]) else version
            start += 1
        words = [name for part in parts[start:] if "{" not in part and (name := _pascal(part))]
        resource, *rest = words or ["Root"]
        listed = method is HTTPMethod.GET and len(words) == 1 and "{" not in template
        verb = "GetAll" if listed else method.capitalize()
        return cls(
            resource,
            rest[-1] if rest else resource,
            "/".join(parts[start:]) or "/",
            listed,
            f"{version}{resource}_{verb}{''.join(rest)}",
        )


def _pascal(text: str) -> str:
    """Write `thing-kinds` as `ThingKinds`."""
    return "".join(word[0].upper() + word[1:] for word in _WORDS.findall(text))


def _group(names: _RouteNames, catalog: Catalog) -> str:
    """Choose the folder of the pages with the same resource, else a new one next to the others."""
    groups: Counter[str] = Counter()
    for operation in catalog.operations:
        if _RouteNames.of(HTTPMethod.GET, operation.route.template).resource == names.resource:
            groups[operation.group] += 1
    if groups:
        return groups.most_common(1)[0][0]
    parents = Counter(operation.group.rpartition("/")[0] for operation in catalog.operations)
    parent = parents.most_common(1)[0][0] if parents else "reference"
    folder = shortened(names.resource, names.resource, _MAX_NAME)
    return f"{parent}/{folder}".lstrip("/")
