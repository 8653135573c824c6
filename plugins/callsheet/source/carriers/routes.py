"""Routes: in a fence, a code span, a heading, a bullet, a table, HTML or a component."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

from callsheet.source.document import Block, BlockKind
from callsheet.source.layouts.layout import Layout
from callsheet.source.tables import plain_head, read_table

METHOD = r"(?P<method>GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|LIST|SCAN)"
_PIECE = r"(?:\{[^{}\n]*+\}|<[^<>\n]*+>|\([^()\s]*+\)|[^\s`{<(])"
_TARGET = rf"(?:(?:https?://|\{{\{{?|\$)[^/\s`]*+)?(?P<target>/{_PIECE}*+)"
_LINE = re.compile(rf"{METHOD}[ \t]++{_TARGET}(?:[ \t]++HTTP/[\d.]++)?[ \t]*+(?:#.*)?")
_BARE_LINE = re.compile(
    rf"{METHOD}[ \t]++(?P<target>[A-Za-z][\w.-]*+/{_PIECE}*+)(?:[ \t]++HTTP/[\d.]++)?[ \t]*+"
)
_SPAN = re.compile(
    rf"[ \t]*+(?:[-*+>][ \t]++)?(?:[A-Za-z ]{{1,30}}:[ \t]*+)?\**+"
    rf"`?{METHOD}`?\**+[ \t]++`?{_TARGET}"
    r"`?\**+[ \t]*+(?P<rest>[^\n]*)"
)
_HEADING = re.compile(rf"(?:[^`/\n]{{0,120}}[\s\[`(])?{METHOD}`?\**+[ \t]++`?{_TARGET}")
_TAG = re.compile(r"<[^<>]*>")
_COMPONENT = re.compile(
    r"<[A-Z]\w*+[^<>]*?\bmethod=[\"'](?P<method>[A-Za-z]+)[\"'][^<>]*+>", re.DOTALL
)
_PATH = re.compile(r"\b(?:path|url)=[\"'](?P<path>[^\"']*)[\"']")
_COLON = re.compile(r"(?<![\w:]):([A-Za-z]\w*)")
_ANGLE = re.compile(r"<([^<>/]+)>")
_BRACE = re.compile(r"(?<!\{)\{++([^{}/]++)\}++")
_UNFIT = re.compile(r"[^\w.$@-]+")
_LINKED = re.compile(r"\[([^\[\]]*)\]\([^()]*\)")


@dataclass(frozen=True, slots=True)
class FoundRoute:
    """A route on a page.

    Attributes:
        method: Its method.
        template: Its path, with parameters in braces.
        query: What follows `?`, as written.
        line: Its line.
        apart: Whether it is an entry of a list, with a description of its own.
    """

    method: str
    template: str
    query: str
    line: int
    apart: bool = False


def template_of(target: str) -> tuple[str, str]:
    """Return the path of a written target with its parameters in braces, and its query."""
    path, _, query = unescape(target).partition("?")
    path = _ANGLE.sub(r"{\1}", path)
    path = _COLON.sub(r"{\1}", path)

    def plain(match: re.Match[str]) -> str:
        name = match[1].strip().lstrip(":+*").rstrip("?").split("|")[0].strip()
        return f"{{{_UNFIT.sub('-', name).strip('-') or 'value'}}}"

    path = _BRACE.sub(plain, path).rstrip("*`.,;")
    return path or "/", query.rstrip("`*")


def routes_of(block: Block, layout: Layout) -> list[FoundRoute]:
    """Return the routes that a block carries."""
    match block.kind:
        case BlockKind.FENCE:
            return _of_fence(block)
        case BlockKind.TABLE:
            return list(_of_table(block, layout))
        case BlockKind.HEADING:
            found = _HEADING.match(block.text)
            return [_found(found, block.span.start)] if found else []
        case BlockKind.PARAGRAPH:
            return _of_lines(block)
    return _of_lines(block) or list(_of_html(block))


def _found(match: re.Match[str], line: int, apart: bool = False) -> FoundRoute:
    target = match["target"]
    template, query = template_of(target if target.startswith("/") else f"/{target}")
    return FoundRoute(match["method"], template, query, line, apart)


def _of_fence(block: Block) -> list[FoundRoute]:
    found = []
    for number, line in enumerate(block.text.split("\n"), block.span.start + 1):
        if not (text := line.strip()):
            continue
        match = _LINE.fullmatch(text) or _BARE_LINE.fullmatch(text)
        if match is None:
            return []
        found.append(_found(match, number))
    return found


def _of_table(block: Block, layout: Layout) -> Iterator[FoundRoute]:
    table = read_table(block)
    meanings = [layout.columns.get(plain_head(head), "") for head in table.columns]
    if "method" not in meanings or "path" not in meanings:
        return
    method, path = meanings.index("method"), meanings.index("path")
    apart = "description" in meanings and len(table.rows) > 1
    for row in table.rows:
        text = f"{row.cell(method).strip('`* ').upper()} {row.cell(path).strip('`* ')}"
        if match := _LINE.fullmatch(text) or _BARE_LINE.fullmatch(text):
            yield _found(match, row.span.start, apart)


def _of_lines(block: Block) -> list[FoundRoute]:
    lines = block.text.split("\n")
    found = []
    for number, line in enumerate(lines, block.span.start):
        match = _SPAN.match(_LINKED.sub(r"\1", line) if "](" in line else line)
        if match is None:
            continue
        is_item = line.lstrip().startswith(("-", "*", "+"))
        is_marked = "`" in line or "**" in line
        rest = match["rest"].strip("\\ ")
        if not is_marked and rest:
            continue
        if rest and not is_item and rest[0].isalnum():
            continue  # A sentence that begins with a route.
        found.append(_found(match, number, is_item and bool(rest)))
    return found


def _of_html(block: Block) -> Iterator[FoundRoute]:
    if "<" not in block.text:
        return
    text = " ".join(unescape(_TAG.sub(" ", block.text)).split())
    if match := _LINE.fullmatch(text):
        yield _found(match, block.span.start)
        return
    if match := _COMPONENT.search(block.text):
        path = _PATH.search(match[0])
        target = path["path"] if path else text.split(" ")[0]
        if target.startswith("/"):
            yield FoundRoute(match["method"].upper(), *template_of(target), block.span.start)
