"""Tables and definition lists in HTML, as those of Markdown."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from html import unescape
from itertools import pairwise

from callsheet import lazy_re as re
from callsheet.model import Span
from callsheet.source.document import Block, BlockKind
from callsheet.source.tables import Cell, Row, Table, read_table

_PART = re.compile(r"<(?P<end>/?)(?P<name>table|tr|td|th|dl|dt|dd)\b[^<>]*>", re.IGNORECASE)
_SIGNS = tuple(
    (re.compile(rf"<(?P<end>/?)(?:{names})\b[^<>]*>", re.IGNORECASE), sign)
    for names, sign in (("code|tt|kbd", "`"), ("b|strong", "**"), ("i|em", "*"))
)
_TAG = re.compile(r"<[^<>]*>")
_MAX_BLOCKS = 500
"""Blocks into which blank lines may split a table."""


def is_table(block: Block) -> bool:
    """Tell whether a block begins with a table in HTML."""
    return block.text.lstrip()[:6].lower() == "<table"


def is_definitions(block: Block) -> bool:
    """Tell whether a block begins with a list of definitions in HTML."""
    return block.text.lstrip()[:3].lower() == "<dl"


def whole_block(blocks: Sequence[Block], index: int) -> tuple[Block, int]:
    """Return an HTML block with those after it that belong to its table or list.

    Args:
        blocks: The blocks of a page.
        index: The index of the block.

    Returns:
        The whole block, and how many blocks it is.
    """
    first = blocks[index]
    end = "</table" if is_table(first) else "</dl"
    count = 0
    for block in blocks[index : index + _MAX_BLOCKS]:
        if block.kind is BlockKind.HEADING or (
            count and (is_table(block) or is_definitions(block))
        ):
            break
        count += 1
        if end in block.text.lower():
            break
    else:
        return first, 1
    parts = blocks[index : index + count]
    if end not in parts[-1].text.lower():
        return first, 1
    texts = [first.text.rstrip("\n")]
    for last, block in pairwise(parts):
        texts.append("\n" * (block.span.start - last.span.end - 1) + block.text.rstrip("\n"))
    return replace(
        first, text="\n".join(texts), span=Span(first.span.start, parts[-1].span.end)
    ), count


def table_of(block: Block) -> Table:
    """Parse a table in Markdown or in HTML."""
    if not is_table(block):
        return read_table(block)
    rows: list[Row] = []
    cells: list[Cell] = []
    names: list[str] = []
    start = block.span.start
    for name, text, line in _parts(block):
        if name == "tr" and cells:
            rows.append(Row(tuple(cells), Span(start, max(start, line - 1))))
            cells = []
        if name == "tr":
            start = line
        elif name in ("td", "th"):
            cells.append(Cell(text, 1))
            names.append(name)
    if cells:
        rows.append(Row(tuple(cells), Span(start, block.span.end)))
    if names == ["th", "td"] * len(rows) and all(row.cell(0)[:1] == "`" for row in rows):
        # Without a head: each row begins with its name.
        return Table(("name", "description"), tuple(rows), block.span)
    heads = tuple(cell.text.lower() for cell in rows[0].cells) if rows else ("",)
    return Table(heads, tuple(rows[1:]), block.span)


def definitions_of(block: Block) -> Iterator[Block]:
    """Yield each term with what defines it as a paragraph."""
    term, start = "", block.span.start
    for name, text, line in _parts(block):
        if name == "dt":
            term, start = text, line
        elif name == "dd" and term:
            span = Span(start, max(start + 1, line))
            yield Block(BlockKind.PARAGRAPH, span, f"{term}\n: {text}")
            term = ""


def _parts(block: Block) -> Iterator[tuple[str, str, int]]:
    """Yield the name of each tag, the text up to the next one, and the line."""
    found = [*_PART.finditer(block.text)]
    line, position = block.span.start, 0
    for number, match in enumerate(found):
        line += block.text.count("\n", position, match.start())
        position = match.start()
        if not match["end"]:
            following = found[number + 1].start() if number + 1 < len(found) else len(block.text)
            yield match["name"].lower(), _markdown(block.text[match.end() : following]), line


def _markdown(html: str) -> str:
    for pattern, sign in _SIGNS:
        html = pattern.sub(sign, html)
    return " ".join(unescape(_TAG.sub(" ", html)).split())
