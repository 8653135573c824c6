"""Sanitizes Markdown from other sources for a page.

Readers see the same text. Anything that would run in a browser, end a page's front matter, or begin
a section, a fence or an include of the page format is escaped.
"""

from collections.abc import Callable, Sequence

from callsheet import lazy_re as re
from callsheet.addresses import safe_address
from callsheet.model import OPTIONAL_MARK, REQUIRED_MARK
from callsheet.pages.cells import row
from callsheet.source.directives import SIGN
from callsheet.source.document import Block, BlockKind, read_document
from callsheet.source.lists import with_wide_lists
from callsheet.source.messages import label_of
from callsheet.source.sections import is_section_heading
from callsheet.source.tables import code_spans, is_understood, read_table, split_row

# HTML tags without attributes that only change the look, and plain links.
_HARMLESS = re.compile(
    r"</?(?:b|br|code|em|i|kbd|li|ol|p|strong|sub|sup|u|ul)[ ]?/?>|<https?://[^\s<>]+>",
    re.IGNORECASE,
)
# Attributes of Python-Markdown's attr_list, which include `onclick`.
_ATTRIBUTES = re.compile(r"\{(?=[ ]*[:.#]|[^{}\n]*=)")
# The beginning of a link, and of a link definition. In links, Python-Markdown includes white space
# in the address. Both may continue on the next line, in which case `end` is empty.
_LINK = re.compile(r"\](?P<mark>\()[ \t]*<?(?P<address>(?:[^?#)\n]|(?<=&)#)*)(?P<end>.?)")
_DEFINITION = re.compile(r"\](?P<mark>:)[ \t]*<?(?P<address>\S*)(?P<end>)")
_XREF = re.compile(r"xref:[\w.-]+")
_ESCAPE = re.compile(r"\\(?=[!-/:-@\[-`{-~])")
# Python-Markdown knows no backslash at the end of a line, but two spaces.
_HARD_BREAK = re.compile(r"(?<!\\)\\\Z")
_INCLUDE = re.compile(r"\[!(?=include)", re.IGNORECASE)
_BREAK = re.compile(r"(?<![ \t])[ \t]*+\n(?:[ \t]*+\n)++[ \t]*+")
_ITEM = re.compile(r"(?<![ \t])[ \t]*+\n[ \t]*+(?=(?:[-*+]|\d{1,9}[.)])[ \t])")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ufeff\u2028\u2029\ud800-\udfff]")
_BODY_LINE = re.compile(r"response\s+body\s*:", re.IGNORECASE)
_COLON = "&#58;"
_LETTER = re.compile(r"\w")
_PASSES = 5


def clean(text: str) -> str:
    """Return the text with LF line ends, and without control characters and lone surrogates."""
    # U+0085 is a line end to some editors and parsers, and to others not.
    return _CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).replace("\x85", "\n")


def safe_line(text: str) -> str:
    """Return safe Markdown for a heading or a cell of a table: one line.

    Line ends become spaces, and paragraphs and list items begin after `<br>`.
    """
    text = _BREAK.sub("<br><br>", clean(text).strip())
    text = _ITEM.sub("<br>", text)
    line = " ".join(part.strip() for part in text.split("\n")).replace("\t", " ")
    return _outside_code(line, _harmless).replace(REQUIRED_MARK, "__Required__")


_LIST = re.compile(r"[ ]{0,3}(?:[-+*]|\d{1,9}[.)])[ \t]")


def safe_prose(text: str, level: int = 2) -> str:
    """Return safe Markdown for the prose of a section, which it cannot end.

    Args:
        text: Any text.
        level: The level of its top headings: 2 in a description, 3 in sections with a heading.
    """
    text = clean(text).strip("\n")
    for mark in (REQUIRED_MARK, OPTIONAL_MARK):
        if text.lstrip().startswith(mark):
            # Below the heading of a body, the mark would say whether the body is required.
            text = text.replace(mark, mark.replace("*", "_"), 1)
    if SIGN.search(text.encode()):
        text = text.replace("<!--", "&lt;!--")
    # Escaping the tag of an HTML block turns its content into Markdown, which needs another pass.
    for _ in range(_PASSES):
        if (safe := _safe_blocks(with_wide_lists(text), level)) == text:
            return safe
        text = safe
    return "\n".join(_fenced("text", text))


def _safe_blocks(text: str, level: int) -> str:
    if not text.strip():
        return ""
    # The leading blank line prevents the text from being read as front matter.
    document = read_document(f"\n{text}\n".encode())
    levels = [b.level for b in document.blocks if b.kind is BlockKind.HEADING]
    deeper = level - min(levels, default=level)
    lines: list[str] = []
    done, before = 0, None
    for block in document.blocks:
        # Between blocks there are blank lines and link definitions.
        lines += map(_safe_line, document.lines[done : block.span.start - 1])
        is_joined = done == block.span.start - 1 and before is BlockKind.PARAGRAPH
        if is_joined and _LIST.match(block.text):
            # Sites read a list that follows a text at once as part of the text.
            lines.append("")
        lines += _safe_block(block, document.lines[block.span.start - 1 : block.span.end], deeper)
        done, before = block.span.end, block.kind
    lines += map(_safe_line, document.lines[done:])
    return "\n".join(lines).strip("\n")


def _safe_block(block: Block, lines: Sequence[str], deeper: int) -> Sequence[str]:
    match block.kind:
        case BlockKind.FENCE:
            return _safe_fence(block)
        case BlockKind.HEADING:
            return [_safe_heading(block, deeper)]
        case BlockKind.TABLE:
            return _safe_table(block)
        case BlockKind.PARAGRAPH:
            safe = [_HARD_BREAK.sub("  ", _safe_line(line)) for line in lines[:-1]]
            safe.append(_safe_line(lines[-1]))
            bare = safe[0].strip(" \t*")
            if _BODY_LINE.match(bare):
                safe[0] = bare.replace(":", _COLON, 1)
            return safe
    if block.text.startswith(("    ", "\t")):
        return lines
    return [_safe_line(line) for line in lines]


def _safe_line(line: str) -> str:
    return _outside_code(line, _harmless)


def _safe_table(block: Block) -> list[str]:
    table = read_table(block)
    header, delimiter = (split_row(line) for line in block.text.split("\n")[:2])
    names = [cell.text for cell in header]
    if is_understood(table):
        # An entity looks like its character, but is not recognized as the name of a column.
        names = [_LETTER.sub(_entity, name.replace("`", ""), count=1) for name in names]
    rows = [names, [cell.text for cell in delimiter]]
    rows += [[cell.text for cell in found.cells] for found in table.rows]
    return [_safe_line(row(cells)) for cells in rows]


def _entity(match: re.Match[str]) -> str:
    return f"&#{ord(match[0])};"


def _safe_fence(block: Block) -> list[str]:
    # `http`, `http!` and `http_` are fences of the page format.
    info = "" if label_of(block).startswith("http") else _info(block.info)
    return _fenced(info or "text", block.text.removesuffix("\n"))


def _fenced(info: str, text: str) -> list[str]:
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    marks = "`" * max(3, longest + 1)
    return [f"{marks}{info}", *text.split("\n"), marks]


def _info(info: str) -> str:
    match = re.match(r"[\w+.#-]{1,40}", info)
    return match[0] if match else ""


def _safe_heading(block: Block, deeper: int) -> str:
    text = _outside_code(" ".join(block.text.split()), _harmless)
    if is_section_heading(block.text):
        return f"__{text.replace(':', _COLON)}__"
    return f"{'#' * min(block.level + deeper, 6)} {text}" if text else ""


def _harmless(text: str) -> str:
    pieces = []
    position = 0
    for match in _HARMLESS.finditer(text):
        pieces += [text[position : match.start()].replace("<", "&lt;"), match[0]]
        position = match.end()
    pieces.append(text[position:].replace("<", "&lt;"))
    text = _DEFINITION.sub(_safe_link, _LINK.sub(_safe_link, "".join(pieces)))
    return _INCLUDE.sub("&#91;!", _ATTRIBUTES.sub("&#123;", text))


def _safe_link(match: re.Match[str]) -> str:
    """Return the beginning of a link, escaped if the link may run a script."""
    address = "".join(match["address"].split())
    is_whole = match["end"] or ":" in address or (address and match["mark"] == ":")
    # Backslashes are literal in definitions, and escapes in links.
    readings = (address, _ESCAPE.sub("", address))
    if is_whole and all(map(_is_safe, readings)):
        return match[0]
    mark = match.start("mark") - match.start()
    return f"{match[0][:mark]}&#{ord(match['mark'])};{match[0][mark + 1 :]}"


def _is_safe(address: str) -> bool:
    # A cross reference becomes the address of a page, or no link at all.
    return safe_address(address) is not None or _XREF.fullmatch(address) is not None


def _outside_code(line: str, change: Callable[[str], str]) -> str:
    """Return the line with a change applied outside of code spans."""
    pieces = []
    start = 0
    for first, last in (*code_spans(line, 0, len(line)), (len(line), len(line))):
        pieces += [change(line[start:first]), line[first:last]]
        start = last
    return "".join(pieces)
