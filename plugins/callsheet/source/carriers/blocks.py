"""Blocks as carriers expect them: code by indentation, headings in HTML, lists of API Blueprint."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from html import unescape
from textwrap import dedent

from callsheet import lazy_re as re
from callsheet.model import Span
from callsheet.source.carriers.html import (
    definitions_of,
    is_definitions,
    is_table,
    whole_block,
)
from callsheet.source.carriers.labelled_fences import is_labelled, parts_of_fence
from callsheet.source.carriers.row_words import MARKED_NAME
from callsheet.source.document import Block, BlockKind, Document

_HTML_HEADING = re.compile(r"\s*<h(?P<level>[1-6])\b[^<>]*>(?P<text>[^<>\n]+)</h[1-6]>\s*")
_TIGHT = re.compile(r"(?P<signs>#{1,6})(?P<text>[^#\s!][^\n]{0,300}+)(?:\n|\Z)")
"""A heading without a space after its signs, which Python-Markdown takes for one: `###GET`."""

_TERM = re.compile(r"[^\s:|][^\n|]{0,80}")
_LABEL = re.compile(r"> ?(?P<text>[^>\n][^\n]{0,120})")
_BLUEPRINT = re.compile(
    r"(?P<indent> *)[+*-] "
    r"(?P<word>Parameters|Request|Response|Attributes|Headers|Body|Schema|Model)\b"
    r"[ \t]*+(?P<rest>[^\n]*)"
)
_ITEM = re.compile(r"[ \t]*+(?:[-*+]|\d{1,3}[.)])[ \t]++")
_OPENED = re.compile(r"[ \t]*+(?:(?:[-*+]|\d{1,3}[.)])[ \t]++)*+(?P<signs>`{3,}+)(?P<info>[^`]*+)")
_ROW = re.compile(rf"{_ITEM.pattern}(?:\*\*)?(?:`(?!`|[1-5]\d\d`)|\"|[a-z_]++ \()")
_LABEL_ITEM = re.compile(
    r"[-*+][ \t]++(?P<text>\*\*[A-Z][^*\n]{1,60}(?::\*\*|\*\*:)[ \t]*+(?:`[^`\n]{1,60}`)?)[ \t]*+"
)
"""An item that introduces the fence below its list: `- **Response (201):**`."""

_COMMENTED_STATUS = re.compile(
    r"<!--[ ]?(?P<code>[1-5]\d\d) (?P<phrase>[A-Z][A-Za-z ]{1,40})-->\s*+$"
)
"""The title of a tab of Docusaurus 1: `<!--200 SUCCESS-->`."""

_PRE = re.compile(r"</?(?:pre|code|span|b|i|em|strong)\b[^<>]*>", re.IGNORECASE)
_DELIMITER = re.compile(r"[ ]{0,3}\|?[ ]*:?-+:?[ ]*\|[-:| ]*+$")
# The deepest one, so that an item ends no section around it.
_LEVEL = 6
_INDENT = 4


def plain_blocks(document: Document) -> tuple[Block, ...]:
    """Return the blocks of a page, each as the kind that it is for a reader of the page."""
    return tuple(_with_definitions(_plain(document.blocks)))


def _with_definitions(blocks: Iterable[Block]) -> Iterator[Block]:
    """Join terms, and names with badges, with what is said of them after a blank line."""
    last: Block | None = None
    for block in blocks:
        is_text = block.kind is BlockKind.PARAGRAPH
        if is_text and last and "/>" in last.text and _is_term_of(last, block):
            span = Span(last.span.start, block.span.end)
            yield replace(last, span=span, text=f"{last.text}\n{block.text}")
            last = None
            continue
        if is_text and block.text.startswith(": ") and last and _TERM.fullmatch(last.text):
            span = Span(last.span.start, block.span.end)
            last = replace(last, span=span, text=f"{last.text}\n{block.text}")
            continue
        if last:
            yield last
        last = block if is_text else None
        if last is None:
            yield block
    if last:
        yield last


def _is_term_of(name: Block, text: Block) -> bool:
    """Tell whether a paragraph has nothing but a name with a badge, which another describes."""
    match = MARKED_NAME.match(name.text)
    return match is not None and not match["about"] and MARKED_NAME.match(text.text) is None


def _plain(blocks: Sequence[Block]) -> Iterator[Block]:
    skipped = 0
    for index, block in enumerate(blocks):
        if index < skipped:
            continue
        if block.kind is BlockKind.PARAGRAPH and (tight := _TIGHT.match(block.text)):
            yield from _tight_heading(tight, block)
        elif block.kind is BlockKind.FENCE and is_labelled(block):
            yield from parts_of_fence(block)
        elif block.kind is not BlockKind.OTHER:
            yield block
        elif is_table(block) or is_definitions(block):
            whole, count = whole_block(blocks, index)
            skipped = index + count
            if is_table(block):
                yield replace(whole, kind=BlockKind.TABLE)
            else:
                yield from definitions_of(whole)
        elif block.text.startswith(("    ", "\t")):
            yield _code(block)
        elif found := _COMMENTED_STATUS.match(block.text):
            text = f"**{found['code']}: {found['phrase']}**"
            yield replace(block, kind=BlockKind.PARAGRAPH, text=text)
        elif block.text.startswith("<pre"):
            yield _preformatted(block)
        # Generators write headings in HTML to give them anchors.
        elif found := _HTML_HEADING.fullmatch(block.text):
            yield _heading(found["text"], block.span, int(found["level"]))
        elif found := _LABEL.fullmatch(block.text):
            yield replace(block, kind=BlockKind.PARAGRAPH, text=found["text"])
        elif block.text.startswith(">") and ("|" in block.text or "> - " in block.text):
            yield from _of_quote(block)
        elif _BLUEPRINT.match(block.text):
            yield from _of_blueprint(block)
        elif "```" in block.text and _ITEM.match(block.text):
            yield from _with_fences(block)
        elif _introduces(block, blocks[index + 1 : index + 2]):
            yield from _with_label(block)
        else:
            yield block


def _of_quote(block: Block) -> Iterator[Block]:
    """Yield the tables and lists of a quotation; its texts stay remarks."""
    lines = [line.removeprefix(">").removeprefix(" ") for line in block.text.split("\n")]
    starts = [
        n for n, line in enumerate(lines) if line.strip() and (not n or not lines[n - 1].strip())
    ]
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        text = "\n".join(lines[start:end]).rstrip()
        span = Span(block.span.start + start, block.span.start + start + text.count("\n"))
        if _DELIMITER.match(lines[start + 1] if start + 1 < end else ""):
            yield Block(BlockKind.TABLE, span, text)
        elif _ITEM.match(text):
            yield Block(BlockKind.OTHER, span, text)
        else:
            quoted = "\n".join(block.text.split("\n")[start : start + text.count("\n") + 1])
            yield Block(BlockKind.OTHER, span, quoted)


def _heading(text: str, span: Span, level: int) -> Block:
    return Block(BlockKind.HEADING, Span(span.start, span.start), text.strip(), level=level)


def _tight_heading(tight: re.Match[str], block: Block) -> Iterator[Block]:
    start, rest = block.span.start, block.text[tight.end() :]
    yield _heading(tight["text"], Span(start, start), len(tight["signs"]))
    if not rest.strip():
        return
    block = replace(block, text=rest, span=Span(start + 1, block.span.end))
    if further := _TIGHT.match(rest):
        yield from _tight_heading(further, block)
    else:
        yield block


def _code(block: Block) -> Block:
    """Return code by indentation as a fence, whose first line would be the one above."""
    text = f"{dedent(block.text.expandtabs(_INDENT))}\n"
    return replace(
        block, kind=BlockKind.FENCE, text=text, span=Span(block.span.start - 1, block.span.end)
    )


def _preformatted(block: Block) -> Block:
    """Return preformatted HTML as a fence, each line where it is on the page."""
    text = f"{unescape(_PRE.sub('', block.text)).rstrip()}\n"
    is_below = text.startswith("\n")
    span = block.span if is_below else Span(block.span.start - 1, block.span.end)
    return replace(block, kind=BlockKind.FENCE, text=text[is_below:], span=span)


def _introduces(block: Block, following: Sequence[Block]) -> bool:
    """Tell whether the last item of a list is the label of a fence below the list."""
    is_above = bool(following) and following[0].kind is BlockKind.FENCE
    return is_above and _LABEL_ITEM.fullmatch(block.text.rpartition("\n")[2]) is not None


def _with_label(block: Block) -> Iterator[Block]:
    """Yield a list without its last item, and that as a paragraph."""
    above, _, last = block.text.rpartition("\n")
    if above:
        end = block.span.start + above.count("\n")
        yield replace(block, text=above, span=Span(block.span.start, end))
    line = Span(block.span.end, block.span.end)
    yield Block(BlockKind.PARAGRAPH, line, last[1:].strip())


def _of_blueprint(block: Block) -> Iterator[Block]:
    """Yield the items of a list of API Blueprint as headings, with what is in them below."""
    lines = block.text.split("\n")
    kept: list[str] = []
    start = 0
    is_response = False
    for number, line in enumerate(lines):
        if found := _BLUEPRINT.fullmatch(line):
            yield from _content(kept, block.span.start + start)
            kept, start = [], number + 1
            word, rest = found["word"], found["rest"]
            is_response = word == "Response" or (is_response and bool(found["indent"]))
            if word not in ("Body", "Schema"):
                here = block.span.start + number
                yield _heading(_meaning(word, rest, is_response), Span(here, here), _LEVEL)
        else:
            kept.append(line)
    yield from _content(kept, block.span.start + start)


def _meaning(word: str, rest: str, is_response: bool) -> str:
    """Return the heading that says the same as an item."""
    if word == "Response":
        return rest or "Response"
    side = "Response" if is_response else "Request"
    return {
        "Parameters": word,
        "Request": "Request body",
        "Headers": f"{side} headers",
    }.get(word, f"{side} body attributes")


def _with_fences(block: Block) -> Iterator[Block]:
    """Yield a list with its fences as blocks of their own, each below the item that it is in."""
    lines = block.text.split("\n")
    kept = number = 0
    while number < len(lines):
        opened = _OPENED.fullmatch(lines[number])
        if opened is None:
            number += 1
            continue
        signs = opened["signs"]
        closed = (n for n in range(number + 1, len(lines)) if lines[n].strip() == signs)
        end = next(closed, len(lines))
        above = next((lines[n] for n in range(number, kept - 1, -1) if _ITEM.match(lines[n])), "")
        if _ROW.match(above):
            # A value of that row.
            number = end + 1
            continue
        yield from _above_fence(lines[kept:number], block.span.start + kept)
        text = "\n".join((*lines[number + 1 : end], ""))
        span = Span(block.span.start + number, block.span.start + min(end, len(lines) - 1))
        info = opened["info"].strip()
        yield Block(BlockKind.FENCE, span, dedent(text.expandtabs(_INDENT)), info=info)
        kept = number = end + 1
    yield from _above_fence(lines[kept:], block.span.start + kept, is_last=True)


def _above_fence(lines: list[str], start: int, *, is_last: bool = False) -> Iterator[Block]:
    """Yield the items above a fence as a list, and the one that it is in as a paragraph."""
    last = len(lines)
    while not is_last and last and not _ITEM.match(lines[last - 1]):
        last -= 1
    at = 0 if is_last else max(last - 1, 0)
    chunks = (
        ((BlockKind.OTHER, lines, 0),)
        if is_last
        else (
            (BlockKind.OTHER, lines[:at], 0),
            (BlockKind.PARAGRAPH, lines[at:], at),
        )
    )
    for kind, chunk, offset in chunks:
        text = "\n".join(chunk).rstrip()
        if text.strip():
            first = start + offset
            span = Span(first, first + text.count("\n"))
            # A search for the item would try each run of blanks.
            found = _ITEM.match(text) if kind is BlockKind.PARAGRAPH else None
            yield Block(kind, span, dedent(text[found.end() :]) if found else text)


def _content(lines: list[str], start: int) -> Iterator[Block]:
    """Yield what an item has below it: rows or text, and what is indented deeper as code."""
    while lines and not lines[0].strip():
        lines, start = lines[1:], start + 1
    while lines and not lines[-1].strip():
        lines = lines[:-1]
    if not lines:
        return
    text = dedent("\n".join(lines))
    span = Span(start, start + len(lines) - 1)
    if text.startswith(("+ ", "- ", "* ")):
        yield Block(BlockKind.OTHER, span, text)
    elif lines[0].startswith(" " * 2 * _INDENT):
        yield Block(BlockKind.FENCE, Span(start - 1, span.end), f"{text}\n")
    else:
        yield Block(BlockKind.PARAGRAPH, span, text)
