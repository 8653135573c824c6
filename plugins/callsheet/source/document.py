"""A page as front matter and top-level blocks, each with its lines.

`callsheet.source.block_parser` finds the blocks; a table is one block of lines, which
`callsheet.source.tables` then splits into cells that know their columns.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from markdown_it.token import Token

from callsheet import lazy_re as re
from callsheet.findings import span_of
from callsheet.model import Span
from callsheet.records import record
from callsheet.source.block_parser import tokens_of
from callsheet.source.directives import SIGN, Directive, find_directives, without_directives
from callsheet.source.front_matter import (
    FRONT_MATTER,
    FrontMatterFlaw,
    line_of_key,
    read_front_matter,
)

_BYTE_ORDER_MARKS = {
    b"\xff\xfe\x00\x00": "UTF-32",
    b"\x00\x00\xfe\xff": "UTF-32",
    b"\xff\xfe": "UTF-16",
    b"\xfe\xff": "UTF-16",
}

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
    """The kinds of blocks that the page format distinguishes."""

    HEADING = "heading"
    FENCE = "fence"
    TABLE = "table"
    PARAGRAPH = "paragraph"
    OTHER = "other"


@record()
class Block:
    """A block at the top level of a page.

    Attributes:
        kind: What it is.
        span: Its lines.
        text: The text of a heading or paragraph, the content of a fence, else its lines.
        info: The info string of a fence, without surrounding space.
        level: The level of a heading, 1 to 6.
        closed: False for a fence or HTML block without an end, which runs to the end of the page or
            of the next fence.
    """

    kind: BlockKind
    span: Span
    text: str
    info: str = ""
    level: int = 0
    closed: bool = True


@dataclass(frozen=True, slots=True)
class Document:
    """A page as front matter and blocks.

    Attributes:
        lines: The lines without their ends and without directives; `lines[0]` is line 1.
        front_matter: Its keys, without those that have a list or a mapping where a text belongs.
        flaws: The defects of the front matter.
        undecodable_line: The first line with bytes that are not UTF-8, if any.
        body_line: The first line after the front matter.
        blocks: The blocks after the front matter.
        directives: The suppression comments.
        encoding: The encoding of a file that is not in UTF-8 as a whole, such as UTF-16.
    """

    lines: tuple[str, ...]
    front_matter: Mapping[str, Any]
    flaws: tuple[FrontMatterFlaw, ...]
    undecodable_line: int | None
    body_line: int
    blocks: tuple[Block, ...]
    directives: tuple[Directive, ...] = ()
    encoding: str = ""

    @property
    def uid_key(self) -> str | None:
        """The front-matter key that holds the uid: `id` in the older format; None for neither."""
        keys = ("uid", "id")
        return next((key for key in keys if self.front_matter.get(key) is not None), None)

    def text(self, span: Span) -> str:
        """Return the lines of a span, verbatim."""
        return "\n".join(self.lines[span.start - 1 : span.end])

    def line_of_key(self, key: str) -> int:
        """Return the line of a top-level front-matter key; 1 where there is none."""
        return line_of_key(key, self.lines) or 1


def read_lines(data: bytes) -> tuple[str, ...]:
    """Return the lines of a page without their ends, numbered as in `read_document`."""
    return tuple(_decode(data)[0].removesuffix("\n").split("\n"))


def read_document(data: bytes) -> Document:
    """Parse a page into front matter and blocks.

    Args:
        data: The file's bytes: UTF-8, with or without byte order mark, with any line ends. Bytes
            that are not UTF-8 become U+FFFD, and the document says in which line the first one is.
    """
    text, undecodable_line, encoding = _decode(data)
    front_matter: Mapping[str, Any] = {}
    flaws: tuple[FrontMatterFlaw, ...] = ()
    body_start = 0
    if match := FRONT_MATTER.match(text):
        front_matter, flaws = read_front_matter(match)
        body_start = text.count("\n", 0, match.end())
    lines = tuple(text.removesuffix("\n").split("\n"))
    body = text.split("\n", body_start)[-1] if body_start else text
    blocks = blocks_of(body, lines, body_start)
    directives: tuple[Directive, ...] = ()
    if SIGN.search(data):
        directives = tuple(find_directives(_outside_code(lines, body_start, blocks)))
        lines = without_directives(directives, lines)
        # Without its comment, a line may be of another kind: a row of a table, or the blank line
        # that ends a list. So the blocks are found again.
        blocks = blocks_of("\n".join((*lines[body_start:], "")), lines, body_start)
    return Document(
        lines, front_matter, flaws, undecodable_line, body_start + 1, blocks, directives, encoding
    )


def _outside_code(
    lines: tuple[str, ...], offset: int, blocks: tuple[Block, ...]
) -> Iterator[tuple[int, str]]:
    """Yield the lines of the text with their numbers, but not those of code blocks."""
    code: set[int] = set()
    for block in blocks:
        if block.kind is BlockKind.FENCE or block.text.startswith(("    ", "\t")):
            code.update(range(block.span.start, block.span.end + 1))
    for number, line in enumerate(lines[offset:], offset + 1):
        if number not in code:
            yield number, line


def _decode(data: bytes) -> tuple[str, int | None, str]:
    """Return a file's text, the first line that is not UTF-8, and an encoding other than it."""
    marked = (name for mark, name in _BYTE_ORDER_MARKS.items() if data.startswith(mark))
    encoding = next(marked, "") or _unmarked(data)
    undecodable_line = 1 if encoding else None
    try:
        text = data.decode(encoding or "utf-8-sig")
    except UnicodeDecodeError as error:
        if not encoding:
            undecodable_line = data.count(b"\n", 0, error.start) + 1
        # Read on with replacement characters: one broken byte should not hide all other findings.
        text = data.decode(encoding or "utf-8-sig", errors="replace")
    # Before anything counts lines: a lone CR would be a line end to markdown-it but not to `split`.
    return text.replace("\r\n", "\n").replace("\r", "\n"), undecodable_line, encoding


def _unmarked(data: bytes) -> str:
    """Return the encoding of a file in UTF-16 that does not begin with its mark; else nothing."""
    even, odd = data[:1000:2], data[1:1000:2]
    # Markdown is full of spaces and signs, of which one byte of two is null.
    for nulls, others, name in ((odd, even, "UTF-16LE"), (even, odd, "UTF-16BE")):
        if len(nulls) > 7 and 2 * nulls.count(0) > len(nulls) and 0 not in others:
            return name
    return ""


def blocks_of(body: str, lines: tuple[str, ...], offset: int) -> tuple[Block, ...]:
    """Return the blocks of the text that begins after `offset` of a page's lines."""
    tokens = tokens_of(body)
    blocks = []
    for index, token in enumerate(tokens):
        if token.level == 0 and token.nesting >= 0 and token.map is not None:
            span = span_of(token.map[0] + offset + 1, token.map[1] + offset)
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
        # Where another fence begins inside of it, the closing line belongs to that one.
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
    """Tell whether a line in a fence begins another fence of the same length, with a label."""
    return f"\n{markup}" in f"\n{content}" and any(
        line.startswith(markup) and (label := line.lstrip(markup[0]).strip()) and "`" not in label
        for line in content.split("\n")
    )


def _is_closed(html: str) -> bool:
    """Tell whether an HTML block has its end condition (CommonMark, 4.6, kinds 1 to 5)."""
    html = html.lstrip()
    for start, end in _HTML_ENDS:
        if start.match(html):
            return end.search(html) is not None
    return True
