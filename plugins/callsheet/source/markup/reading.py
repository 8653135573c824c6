"""A page with the marks of other tools as one in Markdown, line by line, for the reader."""

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from callsheet import lazy_re as re
from callsheet.model import Span, Text
from callsheet.source.document import Block, BlockKind, Document, blocks_of
from callsheet.source.markup.indented import has_indented, without_indentation
from callsheet.source.markup.list_labels import has_sections, without_items
from callsheet.source.markup.mark_finder import find_marks, has_marks
from callsheet.source.markup.marks import Mark, MarkedLine
from callsheet.source.markup.names import MarkRole
from callsheet.source.markup.translation import Translator, field_of, section_of, title_of

_ROUTE = re.compile(r"[\"']?(?P<method>[A-Za-z]+)[ ]+(?P<path>(?:https?://[^/\s]+)?/\S*)")
_TAG = re.compile(r"<[^<>]*>")
_FOLDED = re.compile(
    r"(?P<method>GET|POST|PUT|PATCH|DELETE|HEAD)[ ]?(?P<path>/\S*)(?P<rest>[^\n]{0,120})"
)
"""The title of a part that can be folded, which is an operation."""

_STATUS = re.compile(r"\b[1-5]\d\d\b")
_PATH_KEY = "url_path"
ROUTE_KEYS = ("api", "openapi", _PATH_KEY)
"""The keys of the front matter with the route of a page: two of Mintlify, and one of themes for
Jekyll, which have the method in `type`."""


_METHOD = re.compile(r"get|post|put|patch|delete|head|options", re.IGNORECASE)


def plain_document(document: Document) -> Document:
    """Return a page without marks: each line is Markdown that says the same, or is blank."""
    start = document.body_line - 1
    head, body = document.lines[:start], document.lines[start:]
    for has_any, without in ((has_indented, without_indentation), (has_sections, without_items)):
        if has_any((*head, *body)):
            body = tuple(without(body))
    if found := _marked(body):
        body = tuple(_MarkReader(found).plain_lines())
    document = _with_body(document, body)
    stated = tuple(_stated_route(document))
    return replace(document, blocks=(*stated, *document.blocks)) if stated else document


def _with_body(document: Document, lines: tuple[str, ...]) -> Document:
    """Return a page with other lines after its front matter, as many as before."""
    start = document.body_line - 1
    if lines == document.lines[start:]:
        return document
    whole = (*document.lines[:start], *lines)
    blocks = blocks_of("\n".join((*lines, "")), whole, start)
    return replace(document, lines=whole, blocks=blocks)


def unknown_marks(document: Document) -> tuple[Text, ...]:
    """Return the first mark of each kind that is not known on a page."""
    start = document.body_line - 1
    found: dict[str, Text] = {}
    for line in _marked(document.lines[start:]):
        for mark in () if line.is_text else line.marks():
            if mark.role is None and not mark.is_end and mark.name not in found:
                number = start + mark.line + 1
                text = mark.written.partition("\n")[0]
                found[mark.name] = Text(text, Span(number, number))
    return tuple(found.values())


def lines_with_marks(document: Document) -> frozenset[int]:
    """Return the numbers of the lines of a page on which marks are, known or not."""
    start = document.body_line - 1
    lines = _marked(document.lines[start:])
    found = (mark for line in lines for mark in line.marks())
    return frozenset(
        start + mark.line + 1 + number for mark in found for number in range(mark.lines)
    ) | frozenset(start + n for n, line in enumerate(lines, 1) if line.is_highlight)


@lru_cache(maxsize=1)
def _marked(lines: tuple[str, ...]) -> list[MarkedLine]:
    """Return the lines of a page with its marks; nothing where it has none.

    A page is read for its operations, and then for what is unknown.
    """
    if not has_marks("\n".join(lines)):
        return []
    found = find_marks(lines)
    return found if any(line.is_highlight or not line.is_text for line in found) else []


def _stated_route(document: Document) -> Iterator[Block]:
    """Yield the operation that only the front matter names: its title and its route."""
    for key in ROUTE_KEYS:
        stated = str(document.front_matter.get(key, ""))
        if key == _PATH_KEY:
            stated = f"{document.front_matter.get('type', '')} {stated}"
        match = _ROUTE.match(stated)
        if match is None or not _METHOD.fullmatch(match["method"]):
            continue
        line = document.line_of_key(key)
        route = f"`{match['method'].upper()} {match['path']}`"
        if title := document.front_matter.get("title"):
            yield Block(BlockKind.HEADING, Span(line, line), str(title), level=1)
        yield Block(BlockKind.PARAGRAPH, Span(line, line), route)
        return


class _MarkReader(Translator):
    """Has one line for each line: what a reader of operations has to know."""

    _depth = 0

    def plain_lines(self) -> Iterator[str]:
        for line, texts in zip(self._found, self.lines(), strict=True):
            if len(texts) == 1 and line.is_text:
                yield texts[0] if line.is_code or texts[0].strip() else ""
                continue
            found = " ".join(text if n == 0 else text.strip() for n, text in enumerate(texts))
            yield found.rstrip("\n") if found.strip() or line.is_code else ""

    def begin(self, mark: Mark) -> Iterator[str]:
        if mark.role is MarkRole.DETAILS and "/" in (title := title_of(mark)):
            plain = " ".join(_TAG.sub(" ", title).replace("`", "").split())
            if route := _FOLDED.match(plain):
                yield f"#### `{route['method']} {route['path']}`{route['rest']}"
        if mark.role is MarkRole.SECTION:
            yield f"**{_with_code(section_of(mark))}:**"
        if mark.role is MarkRole.TAB and (status := _STATUS.match(title_of(mark))):
            yield f"**Response {_with_code(status[0])}:**"
        if mark.role is MarkRole.FIELD and (found := field_of(mark, self.stack)):
            words = (found.kind, found.place, "required" if found.required else "")
            inside = ", ".join(filter(None, words))
            default = f" Default: `{found.default}`." if found.default else ""
            yield f"{'  ' * self._depth}- `{found.name}`{f' ({inside})' if inside else ''}{default}"
        if mark.role is MarkRole.FIELD and mark.pair:
            self._depth += 1

    def end(self, mark: Mark) -> Iterator[str]:
        if mark.role is MarkRole.FIELD and mark.pair:
            self._depth -= 1
        return iter(())

    def unknown(self, mark: Mark) -> str:
        return mark.written.replace("\n", " ")

    def inline(self, mark: Mark) -> str:
        if mark.role is MarkRole.LINK:
            return mark.prop("0", "path")
        if mark.name == "badge":
            return mark.prop("text", "content", "0")
        return mark.written if mark.role is MarkRole.BADGE else ""

    def text(self, text: str, *, indent: int) -> str:
        found = super().text(text, indent=indent + 2 * self._depth)
        # A list of changes has names, but no rows.
        return f"> {found}" if any(each.mark.name == "history" for each in self.stack) else found


def _with_code(title: str) -> str:
    """Put the status of a title into code, as text about a response has it."""
    return _STATUS.sub(lambda match: f"`{match[0]}`", title)
