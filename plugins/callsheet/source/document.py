"""A page's text as front matter and blocks with line spans.

markdown-it-py (CommonMark) finds the blocks. Only its table rule is our own, for two reasons: real
pages have rows that GFM would not accept, and a table is wanted as one block of lines, whose rows
`callsheet.source.tables` then splits with their columns.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import accumulate
from operator import add, sub
from typing import Any, NamedTuple

from markdown_it import MarkdownIt
from markdown_it.rules_block import (
    StateBlock,
    blockquote,
    fence,
    heading,
    hr,
    html_block,
    list_block,
    reference,
)
from markdown_it.token import Token

from callsheet.model import Span
from callsheet.source.directives import SIGN, Directive, find_directives, without
from callsheet.source.faults import Fault
from callsheet.untrusted import KIB, ExcessiveError, Limits, UnusableError, load_yaml

FRONT_MATTER_LIMITS = Limits(characters=256 * KIB, values=10_000, depth=50)
"""What goes beyond them is not read."""

_TEXT_KEYS = ("uid", "id", "title", "defines", "description")
"""Keys whose value is a text, or a number that is meant as one."""

# As MkDocs recognises it: `mkdocs.utils.meta`.
_FRONT_MATTER = re.compile(r"-{3}[ \t]*\n(?P<yaml>.*?\n)(?:\.{3}|-{3})[ \t]*(?:\n|\Z)", re.DOTALL)
_DELIMITER_ROW = re.compile(
    r"[ ]{0,3}\|?[ \t]*+:?-++:?[ \t]*+(\|[ \t]*+:?-++:?[ \t]*+)*+\|?[ \t]*+$"
)
_MAX_BREAK = 40
"""How many lines after a break the end of a row is looked for."""

_TABLE_ENDS = re.compile(r"[ ]{0,3}(#{1,6}[ \t]|`{3,}|~{3,})")


_Rule = Callable[[StateBlock, int, int, bool], bool]
"""A block rule of markdown-it: whether its block begins at a line."""

_HTML_ENDS = tuple(
    (re.compile(start, re.IGNORECASE), re.compile(end, re.IGNORECASE))
    for start, end in (
        (r"<(script|pre|style|textarea)\b", r"</(script|pre|style|textarea)>"),
        (r"<!--", r"-->"),
        (r"<\?", r"\?>"),
        (r"<!\[CDATA\[", r"\]\]>"),
        (r"<![A-Za-z]", r">"),
    )
)


class BlockKind(StrEnum):
    """What a block is, as far as the page format cares."""

    HEADING = "heading"
    FENCE = "fence"
    TABLE = "table"
    PARAGRAPH = "paragraph"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Block:
    """A block at the top level of a page.

    Attributes:
        kind: What it is.
        span: Its lines.
        text: The text of a heading or paragraph, the content of a fence, else its lines.
        info: The info string of a fence, without surrounding space.
        level: The level of a heading, 1 to 6.
        closed: False for a fence or HTML block that lacks its end, and so runs to that of the page
            or of the next fence.
    """

    kind: BlockKind
    span: Span
    text: str
    info: str = ""
    level: int = 0
    closed: bool = True


class Flaw(NamedTuple):
    """What is wrong with front matter.

    Attributes:
        fault: The kind.
        message: A sentence.
        line: Where.
        key: The key that it is about; empty where it is about all of them.
    """

    fault: Fault
    message: str
    line: int
    key: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A page as it was read.

    Attributes:
        lines: The lines without their ends and without comments to docs CI; `lines[0]` is line 1.
        front_matter: The mapping before the text, empty where there is none, without the keys that
            have a list or a mapping where a text belongs.
        flaws: What is wrong with it.
        undecodable_line: The first line with bytes that are no UTF-8, if any.
        body_line: The first line after the front matter.
        blocks: The blocks after the front matter.
        directives: The comments to docs CI.
    """

    lines: tuple[str, ...]
    front_matter: Mapping[str, Any]
    flaws: tuple[Flaw, ...]
    undecodable_line: int | None
    body_line: int
    blocks: tuple[Block, ...]
    directives: tuple[Directive, ...] = ()

    def text(self, span: Span) -> str:
        """The lines of the span, verbatim."""
        return "\n".join(self.lines[span.start - 1 : span.end])

    def line_of_key(self, key: str) -> int:
        """The line of a top-level front-matter key; 1 where it is not found."""
        return _line_of_key(key, self.lines) or 1


def read_lines(data: bytes) -> tuple[str, ...]:
    """The lines of a page without their ends, as `read_document` counts them."""
    return tuple(_decode(data)[0].removesuffix("\n").split("\n"))


def without_front_matter(text: str) -> str:
    """The text of a page from the line after its front matter on."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    match = _FRONT_MATTER.match(text)
    return text[match.end() :] if match else text


def read_document(data: bytes) -> Document:
    """Splits a page.

    Args:
        data: The file's bytes: UTF-8, with or without byte order mark, with any line ends. Bytes
            that are no UTF-8 come out as U+FFFD and are reported in the document.
    """
    text, undecodable_line = _decode(data)
    front_matter: Mapping[str, Any] = {}
    flaws: tuple[Flaw, ...] = ()
    body_start = 0
    if match := _FRONT_MATTER.match(text):
        front_matter, flaws = _read_front_matter(match["yaml"])
        body_start = text.count("\n", 0, match.end())
    lines = tuple(text.removesuffix("\n").split("\n"))
    body = text.split("\n", body_start)[-1] if body_start else text
    blocks = _read_blocks(body, lines, body_start)
    directives: tuple[Directive, ...] = ()
    if SIGN.search(data):
        directives = tuple(find_directives(_outside_code(lines, body_start, blocks)))
        lines = without(directives, lines)
        blocks = _read_blocks("\n".join((*lines[body_start:], "")), lines, body_start)
    return Document(
        lines, front_matter, flaws, undecodable_line, body_start + 1, blocks, directives
    )


def _outside_code(
    lines: tuple[str, ...], offset: int, blocks: tuple[Block, ...]
) -> Iterator[tuple[int, str]]:
    """The lines of the text with their numbers, without those of fences and indented code."""
    code: set[int] = set()
    for block in blocks:
        if block.kind is BlockKind.FENCE or block.text.startswith(("    ", "\t")):
            code.update(range(block.span.start, block.span.end + 1))
    for number, line in enumerate(lines[offset:], offset + 1):
        if number not in code:
            yield number, line


def _decode(data: bytes) -> tuple[str, int | None]:
    undecodable_line = None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        undecodable_line = data.count(b"\n", 0, error.start) + 1
        text = data.decode("utf-8-sig", errors="replace")
    return text.replace("\r\n", "\n").replace("\r", "\n"), undecodable_line


def _read_front_matter(text: str) -> tuple[Mapping[str, Any], tuple[Flaw, ...]]:
    try:
        value = load_yaml(text, FRONT_MATTER_LIMITS)
        if value is not None and not isinstance(value, dict):
            raise UnusableError("it is not a mapping of keys to values", 1)
    except UnusableError as error:
        is_too_much = isinstance(error, ExcessiveError)
        fault = Fault.FRONT_MATTER_SIZE if is_too_much else Fault.FRONT_MATTER
        message = f"The front matter cannot be read: {error.problem}."
        # The line before its first one is that of the rule above it.
        return {}, (Flaw(fault, message, error.line + 1),)
    found = {str(key): item for key, item in (value or {}).items()}
    misfits = {key: what for key in (*_TEXT_KEYS, "tags") if (what := _misfit(key, found.get(key)))}
    lines = text.split("\n") if misfits else []
    flaws = (
        Flaw(Fault.FRONT_MATTER_VALUE, f"`{key}` {what}.", _line_of_key(key, lines) + 1, key)
        for key, what in misfits.items()
    )
    return {key: item for key, item in found.items() if key not in misfits}, tuple(flaws)


def _misfit(key: str, value: Any) -> str:
    """What a value is that should be a text; empty where it fits."""
    match value:
        case dict():
            return "is a mapping where a text belongs"
        case list() if key != "tags":
            return "is a list where a text belongs"
        case list() if any(isinstance(item, dict | list) for item in value):
            return "has a list or a mapping where a text belongs"
    return ""


def _line_of_key(key: str, lines: Sequence[str]) -> int:
    start = re.compile(rf"{re.escape(key)}\s*:")
    return next((n for n, line in enumerate(lines, 1) if start.match(line)), 0)


def _read_blocks(body: str, lines: tuple[str, ...], offset: int) -> tuple[Block, ...]:
    tokens = _tokens(body)
    blocks = []
    for index, token in enumerate(tokens):
        if token.level == 0 and token.nesting >= 0 and token.map is not None:
            span = Span(token.map[0] + offset + 1, token.map[1] + offset)
            blocks.append(_read_block(token, tokens, index, span, lines))
    return tuple(blocks)


def _read_block(
    token: Token, tokens: list[Token], index: int, span: Span, lines: tuple[str, ...]
) -> Block:
    if token.type == "heading_open":
        content = tokens[index + 1].content
        return Block(BlockKind.HEADING, span, content, level=int(token.tag[1]))
    if token.type == "paragraph_open":
        return Block(BlockKind.PARAGRAPH, span, tokens[index + 1].content)
    if token.type == "fence":
        last = lines[span.end - 1].strip() if span.end > span.start else ""
        closed = last.startswith(token.markup) and not last.strip(token.markup[0])
        # A line in it that begins another fence shows that the end which it has is that one's.
        closed = closed and not _begins_fence(token.content, token.markup)
        return Block(BlockKind.FENCE, span, token.content, info=token.info.strip(), closed=closed)
    kind = BlockKind.TABLE if token.type == "table" else BlockKind.OTHER
    if token.type == "html_block":
        return Block(kind, span, token.content, closed=_is_closed(token.content))
    # A list's span may take in the blank lines after it.
    end = span.end
    while end > span.start and not lines[end - 1].strip():
        end -= 1
    return Block(kind, Span(span.start, end), "\n".join(lines[span.start - 1 : end]))


def _begins_fence(content: str, markup: str) -> bool:
    """Whether a line of a fence's content begins a fence of as many marks, with a label."""
    return f"\n{markup}" in f"\n{content}" and any(
        line.startswith(markup) and (label := line.lstrip(markup[0]).strip()) and "`" not in label
        for line in content.split("\n")
    )


def _is_closed(html: str) -> bool:
    """Whether an HTML block has the end that its start asks for (CommonMark, 4.6, kinds 1 to 5)."""
    html = html.lstrip()
    for start, end in _HTML_ENDS:
        if start.match(html):
            return end.search(html) is not None
    return True


def _table(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A markdown-it block rule: a header row, a delimiter row, and lines up to a blank one."""
    if start + 1 >= end or state.is_code_block(start) or "|" not in _line(state, start):
        return False
    if not _is_delimiter(_line(state, start + 1)):
        return False
    if silent:
        return True
    line = start + 2
    while line < end:
        text = _line(state, line)
        if text.startswith("|") or (text.strip() and not _TABLE_ENDS.match(text)):
            line += 1
        elif following := _continuation(state, start, line, end):
            line = following
        else:
            break
    token = state.push("table", "table", 0)
    token.map = [start, line]
    state.line = line
    return True


def _continuation(state: StateBlock, start: int, line: int, end: int) -> int | None:
    """The line after the end of a row that a blank line, a heading or a fence breaks.

    Such a row is open: it begins with a pipe and doesn't end with one, and a later line, before the
    next row or heading, does.
    """
    is_open = line > start + 2 and not _line(state, line - 1).rstrip().endswith("|")
    if not is_open or not _line(state, start).lstrip().startswith("|"):
        return None
    for number in range(line, min(end, line + _MAX_BREAK)):
        text = _line(state, number).strip()
        if text.endswith("|") and not text.startswith("|"):
            return number + 1
        if text.startswith(("|", "## ", "### ")):
            return None
    return None


def _is_delimiter(line: str) -> bool:
    return "|" in line and _DELIMITER_ROW.match(line) is not None


def _line(state: StateBlock, number: int) -> str:
    return state.src[state.bMarks[number] : state.eMarks[number]]


class _State(StateBlock):
    """The lines of a text, in which the block rules find their way.

    It is made for each page: the library's own looks at each line in a loop.
    """

    def __init__(self, text: str, tokens: list[Token]) -> None:
        super().__init__("", _MARKDOWN, {}, tokens)
        self.src = text
        lines = text.split("\n")
        if not lines[-1].strip(" \t"):
            # A text ends where its last line does.
            del lines[-1]
        self.lineMax = len(lines)
        lengths = [*map(len, lines)]
        shown = [len(line.lstrip(" \t")) for line in lines]
        # Each list has one more for the end of the text.
        self.bMarks = [*accumulate((length + 1 for length in lengths), initial=0)]
        self.bMarks[-1] = len(text)
        self.eMarks = [*map(add, self.bMarks, lengths), len(text)]
        self.tShift = [*map(sub, lengths, shown), 0]
        self.bsCount = [0] * len(self.bMarks)
        self.sCount = [*self.tShift]
        if "\t" in text:
            for number, line in enumerate(lines):
                if "\t" in (space := line[: self.tShift[number]]):
                    self.sCount[number] = len(space.expandtabs(4))

    def getLines(self, begin: int, end: int, indent: int, keepLastLF: bool) -> str:  # noqa: N802, N803
        """Lines of the text, without an indentation."""
        if indent or self.level or begin >= end:
            return super().getLines(begin, end, indent, keepLastLF)
        # Outside of lists and quotes they stand together in the text.
        return self.src[self.bMarks[begin] : self.eMarks[end - 1] + keepLastLF]


def _markdown() -> MarkdownIt:
    markdown = MarkdownIt("commonmark").enable("table")
    rules = markdown.block.ruler
    rules.at("table", _table, {"alt": ["paragraph", "reference"]})
    interrupting = ["paragraph", "reference", "blockquote"]
    for name, signs, rule, alt in (
        ("fence", "`~", fence, [*interrupting, "list"]),
        ("blockquote", ">", blockquote, [*interrupting, "list"]),
        ("hr", "*-_", hr, [*interrupting, "list"]),
        ("list", "*-+0123456789", list_block, interrupting),
        ("reference", "[", reference, []),
        ("html_block", "<", html_block, interrupting),
    ):
        rules.at(name, _signed(signs, rule), {"alt": alt})
    # No line begins a heading and one of the blocks that come before it, of which there are few.
    rules.disable("heading")
    rules.before("code", "atx", _signed("#", heading), {"alt": interrupting})
    return markdown


def _signed(signs: str, rule: _Rule) -> _Rule:
    """A rule that is asked only where a line begins with its sign, which most lines do not."""

    def begins(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        at = state.bMarks[start] + state.tShift[start]
        return state.src[at : at + 1] in marks and rule(state, start, end, silent)

    marks = frozenset(signs)
    return begins


_MARKDOWN = _markdown()


def _tokens(body: str) -> list[Token]:
    """The block tokens of a text; what is within them is left as it is written."""
    tokens: list[Token] = []
    state = _State(body.replace("\0", "\ufffd"), tokens)
    _MARKDOWN.block.tokenize(state, 0, state.lineMax)
    return tokens
