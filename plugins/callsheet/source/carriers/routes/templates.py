"""Paths of routes: their parameters in any notation, in the braces of OpenAPI."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from html import unescape

from callsheet import lazy_re as re
from callsheet.model import PLACEHOLDER

_LINKED = re.compile(r"\[([^\[\]\n]*)\]\([^()\n]*\)")
_ESCAPED = re.compile(r"\\([\\{}\[\]<>_*.:])")
_QUERY = re.compile(r"\{[?&]([^{}/]++)\}")
_OPTION = re.compile(r"[?&]([\w.$\[\]-]+)=")
_TYPED = re.compile(r"<(?:int|str|string|uuid|path|float|slug):([^<>/]++)>")
_ANGLE = re.compile(r"<([^<>/]++)>")
_COLON = re.compile(r"(?<![\w:}>\]])(?<!(?<![.\w])\.)(?<!\w=):([A-Za-z]\w*+(?:-[A-Za-z]\w*+)*+)")
_ROUND = re.compile(r"(?<=/)\(([A-Za-z]\w*+(?:[ -]\w++)*+)\)(?=/|$)")
_SQUARE = re.compile(r"(?<=/)\[:?([A-Za-z][\w-]*+)\](?=/|$)")
_SHELL = re.compile(r"(?<=/)\$\{?([A-Z][A-Z_0-9]*+)\}?(?=[/:]|$)")
_EMBEDDED = re.compile(r"(?<=/)\$\{([A-Za-z_][\w.]*+)\}(?=[/:]|$)")
_BRACE = re.compile(r"(?<!\{)\{++([^{}/#]++)(?:#[^{}]*+)?\}++")
_NAMED = re.compile(r"(?<=[(,])(?P<name>\w++)=(?P<kind>[\w.]*+)(?P<quote>'?)\{[^{}/]*+\}(?P=quote)")
MAX_PREFIX = 4
"""Segments of the path of an example before the route, at most."""

_UNFIT = re.compile(r"[^\w.$@-]+")


@lru_cache(maxsize=4096)
def template_of(target: str) -> tuple[str, str]:
    """Return the path of a written target with its parameters in braces, and its query."""
    target = _ESCAPED.sub(r"\1", _LINKED.sub(r"\1", unescape(target)))
    names = [name.strip("*") for found in _QUERY.findall(target) for name in found.split(",")]
    path, _, query = _QUERY.sub("", target).partition("?")
    for pattern in (_TYPED, _ANGLE, _COLON, _SQUARE, _ROUND, _SHELL, _EMBEDDED):
        path = pattern.sub(r"{\1}", path)
    path = _NAMED.sub(r"\g<name>=\g<kind>\g<quote>{\g<name>}\g<quote>", _BRACE.sub(_plain, path))
    path = path.rstrip("*`.,;" if "[" in path else "*`.,;])" if "(" not in path else "*`.,;]")
    query = query.rstrip("`*")
    return path or "/", "&".join(filter(None, (query, *(f"{name}=" for name in names))))


def prefix_before(template: str, path: str) -> str | None:
    """Return what is in a path before a route that it ends with; None if it does not.

    Args:
        template: The path of the route.
        path: Any path, without a query; up to four segments may come before the route.
    """
    wanted = template.rstrip("/").split("/")[1:]
    given = path.rstrip("/").split("/")[1:]
    extra = len(given) - len(wanted)
    if not 0 <= extra <= MAX_PREFIX or not all(given):
        return None
    if not all(map(_fits, wanted, given[extra:])):
        return None
    return "".join(f"/{each}" for each in given[:extra])


@dataclass(slots=True)
class _Branch:
    """What may be before some last segments of a route; `ends` is whether nothing need be."""

    ends: bool = False
    fixed: "dict[str, _Branch]" = field(default_factory=dict)
    varying: "dict[str, _Branch]" = field(default_factory=dict)

    def fitting(self, segment: str) -> "Iterator[_Branch]":
        if segment in self.fixed:
            yield self.fixed[segment]
        for wanted, branch in self.varying.items():
            if _fits(wanted, segment):
                yield branch


class TemplateIndex:
    """Index of routes by their segments, from the last one on, as `prefix_before` compares them.

    Args:
        templates: The paths of the first routes.
    """

    def __init__(self, templates: Iterable[str] = ()) -> None:
        self._root = _Branch()
        for template in templates:
            self.add(template)

    def add(self, template: str) -> None:
        """Add the path of a route."""
        branch = self._root
        for segment in reversed(template.rstrip("/").split("/")[1:]):
            if PLACEHOLDER.fullmatch(segment):
                branch = branch.varying.setdefault("{}", _Branch())
            else:
                branches = branch.varying if "{" in segment else branch.fixed
                branch = branches.setdefault(segment, _Branch())
        branch.ends = True

    def fits(self, path: str, prefix: int = 0) -> bool:
        """Tell whether a path ends with one of the routes, after so many segments at most."""
        given = path.rstrip("/").split("/")[1:]
        branches = [self._root] if all(given) else []
        for before in range(len(given), 0, -1):
            if before <= prefix and any(branch.ends for branch in branches):
                return True
            branches = [each for b in branches for each in b.fitting(given[before - 1])]
        return any(branch.ends for branch in branches)


def _fits(wanted: str, given: str) -> bool:
    """Tell whether a segment of a path fits one of a route."""
    if "{" not in wanted:
        return wanted == given
    return (
        wanted == "{}"
        or PLACEHOLDER.fullmatch(wanted) is not None
        or bool(_segment(wanted).fullmatch(given))
    )


@lru_cache(maxsize=1024)
def _segment(wanted: str) -> re.Pattern[str]:
    return re.compile("[^/]+".join(map(re.escape, PLACEHOLDER.split(wanted)[::2])))


def query_names(query: str) -> list[str]:
    """Return the names of the parameters in a query, each once."""
    return list(dict.fromkeys(_OPTION.findall(f"&{query}")))


def repeated_names(query: str) -> list[str]:
    """Return the names of the parameters that a query has several times."""
    counts = Counter(_OPTION.findall(f"&{query}"))
    return [name for name, count in counts.items() if count > 1]


@lru_cache(maxsize=4096)
def bare_name(name: str) -> str:
    """Return a name in lower case without signs, by which different spellings are compared."""
    return re.sub(r"[\W_]+", "", name).lower()


def _plain(match: re.Match[str]) -> str:
    name = match[1].strip().lstrip(":+*/").rstrip("?").split("|")[0].split(":")[0].strip()
    return f"{{{_UNFIT.sub('-', name).strip('-') or 'value'}}}"
