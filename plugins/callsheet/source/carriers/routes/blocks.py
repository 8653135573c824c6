"""Routes: in a fence, a code span, a heading, a bullet, a table, HTML or a component."""

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from html import unescape
from itertools import pairwise

from callsheet import lazy_re as re
from callsheet.model import Span
from callsheet.source.carriers.routes.patterns import (
    BARE_LINE,
    CODED,
    EACH_METHOD,
    GAP,
    LINE,
    LINKED,
    METHOD,
    METHODS,
    TARGET,
    VERSION,
    FoundRoute,
    found_routes,
)
from callsheet.source.carriers.routes.tables import further_routes, routes_of_table
from callsheet.source.carriers.routes.templates import template_of
from callsheet.source.document import Block, BlockKind
from callsheet.source.layouts.layout import Layout

_BULLET = r"[ \t]*+(?:(?:[-*+>]|\d{1,3}[.)])[ \t]++)*+"
_SPAN = re.compile(
    rf"{_BULLET}(?:[*_]*+[A-Za-z][A-Za-z ]{{0,30}}[*_]*+:[*_]*+[ \t]*+)?[*_]*+"
    rf"`?{METHODS}`?[*_]*+{GAP}[*_]*+`?{TARGET}{VERSION}"
    r"`?[*_]*+[ \t]*+(?P<rest>[^\n]*)"
)
_HEADING = re.compile(rf"(?:[^/\n]{{0,120}}?[\s\[`(*])?{METHODS}`?\**+{GAP}`?{TARGET}")
_NAMED = re.compile(r"(?:\d[\d.]{0,8} )?(Get|Post|Put|Patch|Delete)(?=:? `?/[\w{:<][^\s]*+$)")
"""A method as a word, with nothing but a path after it: `Get /berths`."""

_EXAMPLES_FOR = re.compile(r"\bexamples?[ ](?:for|of)[ ][^/]{0,20}$", re.IGNORECASE)
"""Before a route in a heading that documents no operation: `Examples of POST /berths`."""

_HEADING_PATH = re.compile(
    r"(?:[^/\n<]{0,120}[\s\[`(])?(?P<target>/[\w{:<](?:\[[\w|]++\]|[^\s`\])])*+)[`\])]*+"
    r"(?:[ ](?:HTTP |API )?(?:endpoint|resource|route))?\s*+"
)
_HEADING_METHOD = re.compile(
    rf"(?:{METHODS}(?:[ \t]*+[-:(\u2013].*)?"
    rf"|[^\n]{{0,120}}[\[(`]{METHODS.replace('methods', 'last')}[\])`])\s*+"
)
_GROUP = re.compile(
    rf"`?{METHODS}`?(?:[ ](?i:endpoints?|requests?|methods?|routes?|calls?|operations?))?+"
)
_TITLED_PATH = re.compile(r"`?(?P<target>/[\w{:<][^\s`]*+)`[ ]?(?::|[-\u2013\u2014][ ])[ ]*+\S.*")
_TAG = re.compile(r"<[^<>]*>")
_ATTRIBUTE = r"\bmethod[=:][ ]?[\"']?(?P<method>[A-Za-z]+)\b"
_SHORTCODE_ATTRIBUTE = _ATTRIBUTE.replace("method>", "other>")
_COMPONENT = re.compile(
    rf"<[A-Z][\w.]*+\s(?:[^<>\"]|\"[^\"\n]*\")*?{_ATTRIBUTE}[\"']?(?:[^<>\"]|\"[^\"\n]*\")*+>"
    rf"|\{{[{{%][<%]?\s*+[\w-]++[^{{}}]*?{_SHORTCODE_ATTRIBUTE}[^{{}}]*+\}}",
    re.DOTALL,
)
_PATH = re.compile(
    r"\b(?:path|url|endpoint|route|uri)[=:][ ]?"
    r"(?:[\"'](?P<quoted>[^\"']*)[\"']|(?P<bare>/[^\s\"'>%}]+))"
)
_CLASSED = re.compile(
    rf"<\w++[^<>]{{0,300}}?\bclass=\"[^\"<>]{{0,300}}?\b(?P<method>{METHOD.lower()})\b"
    r"[^\"<>]{0,300}+\"[^<>]{0,2000}+>",
    re.IGNORECASE,
)
_INLINE = re.compile(r"</?(?:kbd|span|strong|b|mark|code|badge)\b[^<>]*>", re.IGNORECASE)
_BARE_SPAN = re.compile(
    rf"`{METHODS} (?P<target>(?:[A-Za-z_][\w.-]*+|\{{[^{{}}\n]+\}})/[^\s`?]*+)(?P<rest>)`[ \t]*+"
)
_ITEM = re.compile(r"[ \t]*+(?:[-+]|\*(?!\*)|\d{1,3}[.)])")
_PATH_ITEM = re.compile(r"[ \t]*+[-*+][ \t]++\**`(?P<path>/[^`\s]+)`\**:?[ \t]*+")
_APART = re.compile(r"(?:[-:=\u2013\u2014\u2192]|->|=>)[ ]")
"""Between a route and what is said of it, in an item: `GET /berths : all berths`."""

_UPPER = re.compile(r"\s*+[A-Z]")
_LEAST_APART = 3


def routes_of(block: Block, layout: Layout) -> list[FoundRoute]:
    """Return the routes that a block carries."""
    match block.kind:
        case BlockKind.FENCE:
            return _of_fence(block)
        case BlockKind.TABLE:
            return list(routes_of_table(block, layout))
        case BlockKind.HEADING:
            text = LINKED.sub(r"\1", block.text).replace("\\", "")
            if named := _NAMED.match(text):
                text = f"{named[1].upper()}{text[named.end() :]}"
            found = _HEADING.match(text)
            if found is None or _EXAMPLES_FOR.search(text[: found.start("methods")]):
                return []
            if found["target"] == "/" and text[found.end() : found.end() + 1] == " ":
                # A separator: `GET / All ships`.
                return []
            return found_routes(found, block.span.start)
        case BlockKind.PARAGRAPH:
            return _of_lines(block) or list(_of_html(block))
    if block.text.startswith(("    ", "\t")):
        return _of_fence(block, first=0)
    return _of_lines(block) or list(_of_html(block))


def method_of_heading(text: str) -> str:
    """Return the method that is all of a heading, or that ends it in brackets; else nothing."""
    match = _HEADING_METHOD.fullmatch(text.strip("*` "))
    return (match["methods"] or match["last"]) if match else ""


def path_of_heading(text: str) -> str:
    """Return the path that a heading ends with; else nothing."""
    match = _HEADING_PATH.fullmatch(text.strip()) or _TITLED_PATH.fullmatch(text.strip())
    return match["target"] if match else ""


def method_of_group(text: str) -> str:
    """Return the method of all paths below a heading such as `GET endpoints`; else nothing."""
    match = _GROUP.fullmatch(text.strip())
    return match["methods"] if match and EACH_METHOD.fullmatch(match["methods"]) else ""


def _of_fence(block: Block, first: int = 1) -> list[FoundRoute]:
    if _UPPER.match(block.text) is None:
        # Most fences are JSON or a command.
        return []
    found = []
    for number, line in enumerate(block.text.split("\n"), block.span.start + first):
        if not (text := line.strip()):
            continue
        match = LINE.fullmatch(text) or BARE_LINE.fullmatch(text)
        if match is None:
            return []
        found += found_routes(match, number)
    if _are_apart(found):
        return [replace(route, apart=True) for route in found]
    return found


def _are_apart(found: list[FoundRoute]) -> bool:
    """Tell whether routes are of several operations; those of one end alike."""
    tails = {(route.method, _last_word(route.template)) for route in found}
    methods = {route.method for route in found}
    return len(tails) == len(found) >= _LEAST_APART and len(methods) > 1


def _last_word(template: str) -> str:
    """Return the last segment of a path that is not a parameter."""
    segments = reversed(template.split("/"))
    return next((each for each in segments if not each.startswith("{")), "")


def route_of_message(block: Block) -> FoundRoute | None:
    """Return the route of a fence that has a whole request."""
    first, _, rest = block.text.lstrip().partition("\n")
    first = first.removeprefix("> ").strip()
    if is_comment := first.startswith(("// ", "# ")):
        first = first.lstrip("/# ")
    first = first.partition(" -d ")[0]
    match = (LINE.fullmatch(first) or BARE_LINE.fullmatch(first)) if rest.strip() else None
    if is_comment and not rest.lstrip().startswith(("{", "[")):
        return None
    # Whoever writes it above JSON says what that documents.
    found = found_routes(match, block.span.start + 1, apart=is_comment) if match else []
    return found[0] if len(found) == 1 else None


def route_of_sentence(block: Block) -> FoundRoute | None:
    """Return the route in code that begins a sentence: `` `PUT /x` with this body``."""
    match = CODED.match(block.text) if block.text.startswith("`") else None
    rest = block.text[match.end() :] if match else ""
    found = found_routes(match, block.span.start) if match and rest[:1] == " " else []
    return found[0] if len(found) == 1 else None


def _of_lines(block: Block) -> list[FoundRoute]:
    if EACH_METHOD.search(block.text) is None:
        return []
    lines = block.text.split("\n")
    found = []
    prefixes = _prefixes_of(lines) if block.kind is BlockKind.OTHER and "`/" in block.text else {}
    for number, line in enumerate(lines, block.span.start):
        match = _SPAN.match(_INLINE.sub("", LINKED.sub(r"\1", line) if "](" in line else line))
        match = match or _BARE_SPAN.fullmatch(line)
        if match is None:
            continue
        is_item = _ITEM.match(line) is not None
        is_marked = "`" in line or "**" in line
        rest = match["rest"].strip("\\ ")
        further = [each for each in further_routes(rest) if each["methods"]]
        rest = rest[further[-1].end() :] if further else rest
        if not is_marked and rest and not (is_item and _APART.match(rest)):
            continue
        if rest and not is_item and rest[0].isalnum():
            continue  # A sentence that begins with a route.
        before = prefixes.get(number - block.span.start, "")
        for each in (match, *further):
            routes = found_routes(each, number, is_item and bool(rest))
            found += [_below(before, route) for route in routes] if before else routes
    lines_of_routes = sorted({route.line for route in found})
    gaps = pairwise(lines_of_routes)
    has_texts = len(lines_of_routes) > 1 and any(route.apart for route in found)
    has_texts = has_texts or _are_apart(found)
    is_spaced = any(after - line > 1 for line, after in gaps)
    if block.kind is BlockKind.OTHER and (is_spaced or has_texts):
        # Each has an item of its own, with what is said of it.
        return [replace(route, apart=True) for route in found]
    return found


def is_path_item(line: str) -> bool:
    """Tell whether an item has nothing but the path of the items below it."""
    return _PATH_ITEM.fullmatch(line) is not None


def _prefixes_of(lines: list[str]) -> dict[int, str]:
    """Return the path that the items around each line of a list are about, where there is one."""
    outer: list[tuple[int, str]] = []
    found = {}
    for number, line in enumerate(lines):
        if not line.strip():
            continue
        indent = len(line) - len(line.lstrip())
        while outer and outer[-1][0] >= indent:
            outer.pop()
        if match := _PATH_ITEM.fullmatch(line):
            outer.append((indent, match["path"].rstrip("/")))
        elif outer:
            found[number] = "".join(path for _, path in outer)
    return found


def _below(before: str, route: FoundRoute) -> FoundRoute:
    """Return a route below an item with the path before it."""
    template = f"{template_of(before)[0]}{route.template}"
    return replace(route, template=template if route.template != "/" else template[:-1])


@lru_cache(maxsize=2)
def _lines(text: str) -> tuple[str, ...]:
    """Return the lines of a list, which each of its entries asks for."""
    return tuple(text.split("\n"))


def entry_of(block: Block, route: FoundRoute) -> Block:
    """Return the item of a list that is about one of its routes."""
    lines = _lines(block.text)
    first = route.line - block.span.start
    indent = len(lines[first]) - len(lines[first].lstrip())
    items = (n for n in range(first + 1, len(lines)) if has_route(lines[n].lstrip()))
    last = next((n for n in items if len(lines[n]) - len(lines[n].lstrip()) <= indent), len(lines))
    span = Span(route.line, block.span.start + last - 1)
    return replace(block, text="\n".join(lines[first:last]), span=span)


def has_route(line: str) -> bool:
    """Tell whether a line begins with a route, or with a label and a route."""
    return _SPAN.match(line) is not None


def _of_html(block: Block) -> Iterator[FoundRoute]:
    if "<" not in block.text and "{%" not in block.text and "{{" not in block.text:
        return
    text = " ".join(unescape(_TAG.sub(" ", block.text)).split())
    if match := LINE.fullmatch(text):
        yield from found_routes(match, block.span.start)
        return
    for match in _COMPONENT.finditer(block.text):
        path = _PATH.search(match[0])
        after = unescape(block.text[match.end() :].split("<")[0]).strip().partition("\n")[0]
        target = (path["quoted"] or path["bare"] or "") if path else after
        method = (match["method"] or match["other"]).upper()
        if EACH_METHOD.fullmatch(method) and (whole := re.match(TARGET, LINKED.sub(r"\1", target))):
            line = block.span.start + block.text.count("\n", 0, match.start())
            yield FoundRoute(method, *template_of(whole["target"]), line)
    if (classed := _CLASSED.search(block.text)) and (whole := re.fullmatch(TARGET, text)):
        yield FoundRoute(classed["method"].upper(), *template_of(whole["target"]), block.span.start)
