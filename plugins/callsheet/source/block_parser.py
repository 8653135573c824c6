"""The parser of blocks: markdown-it-py (CommonMark) with a table rule of our own, made quick.

The table rule is our own for two reasons: real pages have rows that GFM would not accept, and a
table is needed as one block of lines.
"""

from bisect import bisect_left
from collections.abc import Callable
from functools import lru_cache
from itertools import accumulate, repeat
from operator import add, sub

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

from callsheet import lazy_re as re

_DELIMITER_ROW = re.compile(
    r"[ ]{0,3}\|?[ \t]*+:?-++:?[ \t]*+(\|[ \t]*+:?-++:?[ \t]*+)*+\|?[ \t]*+$"
)
_SIGNS = frozenset("|:-")
_MAX_BREAK = 40
"""Lines after a line break in which the end of a row is searched."""
_TABLE_ENDS = re.compile(r"[ ]{0,3}(#{1,6}[ \t]|`{3,}|~{3,})")
_OPENED = re.compile(
    r"(?P<mark>`{3,}+)(?P<info>[^`\n]*+)$|(?P<tildes>~{3,}+)(?P<rest>[^\n]*+)$", re.MULTILINE
)

_Rule = Callable[[StateBlock, int, int, bool], bool]
"""A block rule of markdown-it: whether its block begins at a line."""


def _table(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Parse a table, as a rule of markdown-it: a header, a delimiter row and all lines below."""
    if start + 1 >= end:
        return False
    below = state.bMarks[start + 1] + state.tShift[start + 1]
    # Most lines have no row of signs below them, which is the quickest to see.
    if state.src[below : below + 1] not in _SIGNS:
        return False
    if "|" not in (signs := _line(state, start + 1)) or not _DELIMITER_ROW.match(signs):
        return False
    if "|" not in _line(state, start) or state.is_code_block(start):
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
    # The cells are not tokens of their own: inline Markdown would be parsed for nothing, and lose
    # its columns.
    token = state.push("table", "table", 0)
    token.map = [start, line]
    state.line = line
    return True


def _continuation(state: StateBlock, start: int, line: int, end: int) -> int | None:
    """Return the line after a row that is interrupted by a blank line, a heading or a fence.

    Such a row is open: it begins with a pipe and doesn't end with one, and a later line, before the
    next row or heading, does.
    """
    is_open = line > start + 2 and not _line(state, line - 1).rstrip().endswith("|")
    # In a table whose rows do not begin with pipes, an open row looks like a complete one.
    if not is_open or not _line(state, start).lstrip().startswith("|"):
        return None
    for number in range(line, min(end, line + _MAX_BREAK)):
        text = _line(state, number).strip()
        if text.endswith("|") and not text.startswith("|"):
            return number + 1
        if text.startswith(("|", "## ", "### ")):
            return None
    return None


def _fence(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Parse a fence, as the library does.

    That looks at each line in a Python loop; outside of lists and quotes, one search finds the end.
    """
    if silent or state.level or state.blkIndent or state.is_code_block(start):
        return fence(state, start, end, silent)
    match = _OPENED.match(state.src, state.bMarks[start] + state.tShift[start])
    if match is None:
        return False
    markup = match["mark"] or match["tildes"]
    found = _closing(markup).search(state.src, state.eMarks[start])
    last = bisect_left(state.bMarks, found.start() + 1) if found else end
    state.line = min(last + 1, end)
    token = state.push("fence", "code", 0)
    token.info = match["info"] or match["rest"] or ""
    token.content = state.getLines(start + 1, min(last, end), state.sCount[start], True)
    token.markup = markup
    token.map = [start, state.line]
    return True


@lru_cache(maxsize=16)
def _closing(markup: str) -> re.Pattern[str]:
    return re.compile(rf"\n {{0,3}}{markup[0]}{{{len(markup)},}}+[ \t]*+(?=\n|\Z)")


def _line(state: StateBlock, number: int) -> str:
    return state.src[state.bMarks[number] : state.eMarks[number]]


class _BlockState(StateBlock):
    """The parser state of markdown-it, with the offsets of all lines.

    The library's own constructor looks at each character in a Python loop, which is slow. This one
    computes the same offsets with a few passes in C.
    """

    def __init__(self, text: str, tokens: list[Token]) -> None:
        super().__init__("", _MARKDOWN, {}, tokens)
        self.src = text
        lines = text.split("\n")
        if not lines[-1].strip(" \t"):
            # The text after the last line end is not a line.
            del lines[-1]
        self.lineMax = len(lines)
        lengths = [*map(len, lines)]
        shown = map(len, map(str.lstrip, lines, repeat(" \t")))
        # The library expects one more entry, for the end of the text.
        self.bMarks = [*accumulate(map((1).__add__, lengths), initial=0)]
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
        """Return lines of the text without their indentation."""
        if indent or self.level or begin >= end:
            return super().getLines(begin, end, indent, keepLastLF)
        # Outside of lists and quotes, they are one slice of the text.
        return self.src[self.bMarks[begin] : self.eMarks[end - 1] + keepLastLF]


def _markdown() -> MarkdownIt:
    markdown = MarkdownIt("commonmark").enable("table")
    rules = markdown.block.ruler
    # `alt` lists the blocks that a table may interrupt.
    rules.at("table", _table, {"alt": ["paragraph", "reference"]})
    interrupting = ["paragraph", "reference", "blockquote"]
    for name, signs, rule, alt in (
        ("fence", "`~", _fence, [*interrupting, "list"]),
        ("blockquote", ">", blockquote, [*interrupting, "list"]),
        ("hr", "*-_", hr, [*interrupting, "list"]),
        ("list", "*-+0123456789", list_block, interrupting),
        ("reference", "[", reference, []),
        ("html_block", "<", html_block, interrupting),
    ):
        rules.at(name, _signed(signs, rule), {"alt": alt})
    # Headings are tried before quotes, lists and HTML, which are rarer; no line begins both.
    rules.disable("heading")
    rules.before("code", "atx", _signed("#", heading), {"alt": interrupting})
    return markdown


def _signed(signs: str, rule: _Rule) -> _Rule:
    """Ask a rule only where a line begins with its sign, which most lines do not."""

    def begins(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        at = state.bMarks[start] + state.tShift[start]
        return state.src[at : at + 1] in marks and rule(state, start, end, silent)

    marks = frozenset(signs)
    return begins


_MARKDOWN = _markdown()


def tokens_of(body: str) -> list[Token]:
    """Return the block tokens of a text; inline Markdown is not parsed."""
    tokens: list[Token] = []
    # CommonMark 0.31, 2.3: NUL is replaced for security. The library's own normalization is skipped
    # here.
    state = _BlockState(body.replace("\0", "\ufffd"), tokens)
    _MARKDOWN.block.tokenize(state, 0, state.lineMax)
    return tokens
