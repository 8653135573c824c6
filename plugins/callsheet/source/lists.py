"""Indents what belongs to the items of lists by four spaces, as Python-Markdown wants it."""

from dataclasses import dataclass

from markdown_it import MarkdownIt

from callsheet import lazy_re as re

_STEP = 4
_ITEM = re.compile(r"(?P<before>[ ]{0,100}+)(?P<mark>[-+*]|\d{1,9}[.)])(?P<gap>[ ]*)")


@dataclass(slots=True)
class _Item:
    """An item of a list.

    Attributes:
        first: The number of its first line, from 0.
        end: That of the line after its last one.
        least: The least indentation of what belongs to it.
        offset: The indentation that the lines after the first one have.
    """

    first: int
    end: int
    least: int = 0
    offset: int = 0


def with_wide_lists(text: str) -> str:
    """Return Markdown in which each level of a list is four spaces in.

    In CommonMark, what belongs to an item begins below its text, which is mostly two or three
    spaces in. Python-Markdown would end the item there.
    """
    written = text.split("\n")
    if not any(map(_ITEM.match, written)):
        return text
    tokens = MarkdownIt("commonmark").parse(text)
    items = [_Item(*t.map) for t in tokens if t.type == "list_item_open" and t.map]
    lines = [line.expandtabs(_STEP) if "\t" in line else line for line in written]
    for token in tokens:
        if token.map and not token.level and not token.type.endswith("list_open"):
            _outdent(written, *token.map, is_code=token.type == "fence")
    begins = {item.first for item in items}
    open_items: list[_Item] = []
    coming = iter([*items, _Item(len(lines) + 1, 0)])
    following = next(coming)
    for number, line in enumerate(lines):
        open_items = [item for item in open_items if item.end > number]
        known = len(open_items)
        while following.first == number:
            open_items.append(following)
            following = next(coming)
        if open_items:
            written[number] = _indented(line, open_items, known, lines)
            if number in begins and _follows_paragraph(number, lines, begins):
                written[number] = f"\n{written[number]}"
    return "\n".join(written)


def _follows_paragraph(number: int, lines: list[str], begins: set[int]) -> bool:
    """Tell whether an item begins right below a text that a blank line parts from its own item."""
    before = number - 1
    while before >= 0 and before not in begins and lines[before].strip():
        before -= 1
    return 0 <= before < number - 1 and before not in begins


def _outdent(lines: list[str], first: int, end: int, *, is_code: bool) -> None:
    """Let a block that is in no list begin at the margin: it must not get into the one before."""
    width = _width(lines[first])
    if width < _STEP:
        for number in range(first, end):
            # A line that is four spaces in begins nothing, and must not do so at the margin.
            if is_code or _width(lines[number]) < _STEP:
                lines[number] = lines[number][min(width, _width(lines[number])) :]


def _width(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _indented(line: str, items: list[_Item], known: int, lines: list[str]) -> str:
    """Return a line with its indentation by the items that it belongs to.

    Args:
        line: The line, without tabs.
        items: Those that it is in, the outermost first.
        known: The number of them that began on lines before.
        lines: All lines of the text.
    """
    position, written = 0, ""
    for number, item in enumerate(items):
        if number < known:
            if not line.strip():
                return ""
            # A line of a paragraph need not be indented at all.
            if _width(line) < item.least:
                return written + line[position:].lstrip(" ")
            position, written = item.offset, written + " " * _STEP
        elif match := _ITEM.match(line, position):
            gap = match["gap"] if 0 < len(match["gap"]) <= _STEP else " "
            item.least = match.end("mark") + len(gap)
            item.offset = _offset(item, lines)
            # An item that begins with another one has its text four characters in, too.
            mark = match["mark"] if item is items[-1] else match["mark"].ljust(_STEP - 1)
            position, written = min(item.least, len(line)), f"{written}{mark} "
    return (
        (written + line[position:]).rstrip(" ")
        if position >= len(line)
        else written + line[position:]
    )


def _offset(item: _Item, lines: list[str]) -> int:
    """Return where the content of an item begins on the lines after its first one."""
    widths = (
        len(line) - len(line.lstrip(" ")) for line in lines[item.first + 1 : item.end] if line
    )
    width = min((width for width in widths if width >= item.least), default=item.least)
    # Beyond, it is code, which begins four spaces in.
    return width if width < item.least + _STEP else width - _STEP
