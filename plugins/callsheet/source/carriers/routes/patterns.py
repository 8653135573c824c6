"""What a route looks like: its methods, its path, and a route by itself on a line."""

from dataclasses import dataclass

from callsheet import lazy_re as re
from callsheet.model import Route, Span
from callsheet.source.carriers.routes.templates import template_of

METHOD = (
    r"(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|LIST|SCAN|TRACE|COPY|MOVE|PURGE|SEARCH|PROPFIND)"
)
METHODS = rf"(?P<methods>\b{METHOD}\b(?:[`*]*+[ ]?(?:[/,|]|or|and)[ ]?[`*]*+{METHOD}\b){{0,20}}+)"
EACH_METHOD = re.compile(METHOD)
GAP = r"[ \t\u00b7]++"
_PIECE = (
    r"(?:\{[^{}\n]*+\}|<[^<>\n]*+>|(?<=/)\([A-Za-z][\w -]*+\)|\((?:[^()\s]|[ ]or[ ])*+\)|[^\s`{<(])"
)
_ORIGIN = (
    r"(?P<origin>(?:https?://|\{\{?|\$|<)[^/\s`]*+"
    r"|(?=[A-Z_-]{0,30}?(?:ROOT|URL|HOST|SERVER|BASE|ADDR|DOMAIN|ENDPOINT|INSTANCE))"
    r"[A-Z][A-Z0-9_-]*+(?::\d++)?(?=/))?"
)
TARGET = rf"{_ORIGIN}(?P<target>/{_PIECE}*+)"
VERSION = r"(?:[ \t]++HTTP/[\d.]++)?"
LINE = re.compile(rf"{METHODS}{GAP}{TARGET}{VERSION}[ \t]*+(?:#.*|(?<=[ \t])\([^()\n]*+\)[ \t]*+)?")
BARE_LINE = re.compile(
    rf"{METHODS}{GAP}(?P<target>(?:[A-Za-z_][\w.-]*+|<[^<>\n]+>|\{{[^{{}}\n]+\}})/{_PIECE}*+"
    rf"|_[a-z_]++){VERSION}[ \t]*+"
)
CODED = re.compile(rf"`{METHODS}{GAP}{TARGET}{VERSION}`")
_CHOICE = re.compile(r"(?<=[/:])[(\[](?P<names>\w[\w-]*+(?:\\?\|\w[\w-]*+)++)[)\]](?=/|$)")
_OPTIONAL = re.compile(r"\[(?P<part>/[^\[\]\s]++)\]")
_SERVER = re.compile(
    r"url|uri|host|base|server|root|endpoint|domain|api|site|addr|instance|prefix|gateway|\bip\b",
    re.IGNORECASE,
)
"""Words of what stands for a server: `<base_url>/berths`."""

_OPTIONAL_QUERY = re.compile(r"\[(?P<query>\?[^\[\]]*)\]")
_MAX_ALTERNATIVES = 8
LINKED = re.compile(r"\[([^\[\]]*)\]\([^()]*\)")


@dataclass(frozen=True, slots=True)
class FoundRoute:
    """A route on a page.

    Attributes:
        method: Its method.
        template: Its path, with parameters in braces.
        query: What follows `?`, as written.
        line: Its line.
        apart: Whether it is an entry of a list, with a description of its own.
        note: What a table says of it in its other cells.
        origin: What is before its path: `https://host`.
        anchor: The anchor of the heading that documents it, where its row links to it.
    """

    method: str
    template: str
    query: str
    line: int
    apart: bool = False
    note: str = ""
    origin: str = ""
    anchor: str = ""

    @property
    def key(self) -> tuple[str, str]:
        """Its method and template."""
        return self.method, self.template

    def as_route(self) -> Route:
        """Return it as the route of an operation."""
        return Route(self.template, Span(self.line, self.line))


def found_routes(
    match: re.Match[str], line: int, apart: bool = False, note: str = "", *, methods: str = ""
) -> list[FoundRoute]:
    """Return the routes of a match, one for each method and path.

    Args:
        match: It has the groups `methods` and `target`, and may have `origin`.
        line: Its line.
        apart: Whether they are entries of a list.
        note: What a table says of them.
        methods: Their methods, where the match has none.
    """
    origin = match.groupdict().get("origin") or ""
    path = match["target"]
    if origin[:1] in ("<", "{") and origin[:2] != "{{" and not _SERVER.search(origin):
        # `<index>/_count`, as some write paths without their first slash.
        origin, path = "", f"/{origin}{path}"
    return [
        FoundRoute(method, *template_of(target), line, apart, note, origin)
        for method in EACH_METHOD.findall(methods or match["methods"])
        for target in alternatives(path)
    ]


def alternatives(target: str) -> list[str]:
    """Return the paths that `/rotate/(root|recovery)/verify` or `/logs[/{day}]` stands for."""
    target = _OPTIONAL_QUERY.sub(r"\g<query>", target)
    paths = [target if target.startswith("/") else f"/{target}"]
    if choice := _CHOICE.search(paths[0]):
        before, after = paths[0][: choice.start()], paths[0][choice.end() :]
        names = choice["names"].replace("\\", "").split("|")
        paths = [f"{before}{each}{after}" for each in names]
    while len(paths) < _MAX_ALTERNATIVES and _OPTIONAL.search(paths[0]):
        with_part = (_OPTIONAL.sub(r"\g<part>", each, count=1) for each in paths)
        paths = [*(_OPTIONAL.sub("", each, count=1) for each in paths), *with_part]
    return paths


def is_route(text: str) -> bool:
    """Tell whether a line is nothing but a route."""
    return LINE.fullmatch(text) is not None
