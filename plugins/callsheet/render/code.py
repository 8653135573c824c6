"""Code as highlighted HTML, in elements to which the stylesheet gives the theme's colours."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from html import escape
from itertools import groupby
from typing import Any, ClassVar, NamedTuple

from markupsafe import Markup
from pygments.lexer import (
    ExtendedRegexLexer,
    Lexer,
    LexerContext,
    RegexLexer,
    bygroups,
    default,
    inherit,
)
from pygments.lexers import TextLexer, get_lexer_by_name
from pygments.lexers.textfmts import HttpLexer
from pygments.token import STANDARD_TYPES, Keyword, Name, Number, Operator, Text
from pygments.util import ClassNotFound

from callsheet.render.page import Fill

# Pygments would drop blank lines at both ends and add a line end to the last line.
_VERBATIM = {"stripnl": False, "ensurenl": False}
# The elements by the classes of Pygments: what has one colour is one element where it stands side
# by side. An element of its own name (HTML, 4.13) says with half the bytes what a `span` with a
# class would, and they are the larger part of a page. What is not here has the colour of all code.
# So have signs: a theme makes them but a little paler, and that is not worth an element.
_ELEMENTS = {
    style: element
    for element, styles in {
        "c-b": "bp nb no",
        "c-c": "c c1 ch cm cs sd",
        "c-e": "cp se sh sr sx",
        "c-f": "nc ne nf nn",
        "c-k": "k kd kn kp kr kt",
        "c-m": "il m mb mf mh mi mo",
        "c-s": "cpf l s s1 s2 sb sc si ss",
        "c-t": "nd ni nl nt",
        "c-v": "na nv vc vg vi",
    }.items()
    for style in styles.split()
}
# What may go on in the next line, by the name of the lexer; anything else ends with its line.
_QUOTES = {"Bash": ("'", '"'), "PHP": ("'", '"')}
_OTHER_QUOTES = ('"""', "`")

# The mark of most strings, which needs no saying.
_USUAL_QUOTE = '"'
# Places where it is all the same: whatever comes into them needs no escaping.
_UNQUOTED = {"base", "authorization"}

_Piece = tuple[str, str, Fill | None]
"""A text, its element if it has a colour, and the place for a value that it is."""


class _Run(NamedTuple):
    """HTML of one colour, and the element that gives it."""

    style: str
    html: str

    def element(self) -> str:
        """The HTML in its element."""
        return f"<{self.style}>{self.html}</{self.style}>" if self.style else self.html


class _Chunk(NamedTuple):
    """HTML of a part of a program, and what it begins and ends with.

    Attributes:
        html: The HTML.
        first: Its first element, if nothing but blanks stands before it.
        indent: How many blanks those are.
        last: Its last element, if nothing but blanks stands behind it.
        end: How many blanks those are.
    """

    html: str
    first: str = ""
    indent: int = 0
    last: str = ""
    end: int = 0


class _MessageLexer(HttpLexer):
    """HTTP messages as pages write them: in a request line, the version may be missing."""

    tokens: ClassVar[dict[str, Any]] = {
        "root": [
            (
                r"([A-Z]+)([ \t]+)([^ \t\n]+)(?:([ \t]+)(HTTP)(/)([\d.]+))?([ \t]*(?:\n|\Z))",
                bygroups(  # type: ignore[no-untyped-call]
                    Name.Function,
                    Text,
                    Name.Namespace,
                    Text,
                    Keyword.Reserved,
                    Operator,
                    Number,
                    Text,
                ),
                "headers",
            ),
            inherit,
        ],
    }


class _RequestLinesLexer(_MessageLexer):
    """Nothing but request lines, one below the other."""

    tokens: ClassVar[dict[str, Any]] = {
        "root": [inherit, (r"[^\n]+\n?|\n", Text)],
        "headers": [default("#pop")],
    }


_MESSAGE_LEXER = _MessageLexer(**_VERBATIM)
_REQUEST_LINES_LEXER = _RequestLinesLexer(**_VERBATIM)


def highlight_code(text: str, language: str, fills: Sequence[Fill] = ()) -> Markup:
    """Highlights a program; a language that Pygments doesn't know is shown as plain text.

    Programs say the same things again and again, so each of their lines is looked at once.

    Args:
        text: The program.
        language: Its language.
        fills: The places for the reader's own values, in order, none in another.

    Returns:
        The inside of a `code` element, whose text content is exactly `text`.
    """
    # Where a text within the text ends, no single line says.
    if (stepwise := _stepwise(language)) is None or "<<" in text:
        return _highlight(text, _lexer(language), fills)
    chunks = []
    stack: tuple[str, ...] = ("root",)
    position = 0
    ahead = list(fills)
    for chunk in _chunks(text, _QUOTES.get(stepwise.name, _OTHER_QUOTES)):
        end = position + len(chunk)
        inside = []
        while ahead and ahead[0].start < end:
            fill = ahead.pop(0)
            start, stop = fill.start - position, fill.end - position
            inside.append(Fill(start, stop, fill.name, fill.quote))
        if inside and inside[-1].end > len(chunk):
            return _highlight(text, _lexer(language), fills)
        made, stack = _highlight_chunk(chunk, language, stack, tuple(inside))
        chunks.append(made)
        position = end
    # Every text in it is escaped.
    return Markup(_joined(chunks))  # noqa: S704


def highlight_message(text: str, fills: Sequence[Fill] = ()) -> Markup:
    """Highlights an HTTP message, with its body in the colours of its media type."""
    return _highlight(text, _MESSAGE_LEXER, fills)


def highlight_request_lines(text: str) -> Markup:
    """Highlights lines such as `GET /api/v1/Person?$select=name`."""
    return _highlight(text, _REQUEST_LINES_LEXER)


def _chunks(text: str, quotes: Sequence[str]) -> Iterator[str]:
    """The lines of a text; those that a quotation goes through stay together."""
    chunk = ""
    for line in text.splitlines(keepends=True):
        chunk += line
        whole = not any(chunk.count(quote) % 2 for quote in quotes)
        if whole and chunk.count("/*") == chunk.count("*/") and not chunk.endswith("\\\n"):
            yield chunk
            chunk = ""
    if chunk:
        yield chunk


@lru_cache(maxsize=20_000)
def _highlight_chunk(
    chunk: str, language: str, stack: tuple[str, ...], fills: tuple[Fill, ...]
) -> tuple[_Chunk, tuple[str, ...]]:
    """A part of a program as HTML, and the state that a lexer is in after it."""
    lexer = _stepwise(language)
    context = LexerContext(chunk, 0, list(stack))
    tokens = lexer.get_tokens_unprocessed(context=context) if lexer else ()
    made = _chunk(chunk, [(kind, value) for _, kind, value in tokens], fills)
    return made, tuple(context.stack or ("root",))


@cache
def _stepwise(language: str) -> ExtendedRegexLexer | None:
    """A lexer that can stop at a line's end and go on; None where there is none."""
    kind = type(_lexer(language))
    # PowerShell's looks far ahead.
    if (
        kind.name == "PowerShell"
        or not issubclass(kind, RegexLexer)
        or (kind.get_tokens_unprocessed is not RegexLexer.get_tokens_unprocessed)
    ):
        return None
    stepwise: ExtendedRegexLexer = type(kind.__name__, (ExtendedRegexLexer, kind), {})(**_VERBATIM)
    return stepwise


@cache
def _lexer(language: str) -> Lexer:
    try:
        lexer: Lexer = get_lexer_by_name(language, **_VERBATIM)
    except ClassNotFound:
        lexer = TextLexer(**_VERBATIM)
    return lexer


def _highlight(text: str, lexer: Lexer, fills: Sequence[Fill] = ()) -> Markup:
    # Every text in it is escaped.
    return Markup(_chunk(text, lexer.get_tokens(text), fills).html)  # noqa: S704


def _joined(chunks: Iterable[_Chunk]) -> str:
    """The HTML of chunks; an element goes on where the next chunk begins with its like."""
    html: list[str] = []
    before = _Chunk("")
    for chunk in chunks:
        text = chunk.html
        if chunk.first and chunk.first == before.last:
            end = len(html[-1]) - before.end
            html[-1] = html[-1][: end - len(f"</{chunk.first}>")] + html[-1][end:]
            text = text[: chunk.indent] + text[chunk.indent + len(f"<{chunk.first}>") :]
        html.append(text)
        before = chunk
    return "".join(html)


def _chunk(text: str, tokens: Iterable[tuple[Any, str]], fills: Sequence[Fill]) -> _Chunk:
    pieces = list(_pieces(tokens, fills))
    if "".join(piece[0] for piece in pieces) != text:
        # A lexer may change what it is given, such as a carriage return; the text comes first.
        pieces = list(_pieces([(Text, text)], fills))
    runs = _runs(pieces)
    html = "".join(run.element() for run in runs)
    first, indent = _edge(runs)
    last, end = _edge(runs[::-1])
    return _Chunk(html, first, indent, last, end)


def _edge(runs: Sequence[_Run]) -> tuple[str, int]:
    """The first element, and how many blanks stand before it."""
    blank = len(runs[0].html) if runs and _is_blank(runs[0]) else 0
    run = next(iter(runs[1:] if blank else runs), None)
    return (run.style, blank) if run else ("", 0)


def _runs(pieces: Iterable[_Piece]) -> list[_Run]:
    """The pieces, with those of one colour as one; blanks between them have no colour anyway."""
    runs: list[_Run] = []
    # A place for a value is one element, whatever tokens it consists of.
    for _, group in groupby(pieces, key=lambda piece: piece[2] or piece[1]):
        texts, styles, fills = zip(*group, strict=True)
        html = escape("".join(texts), quote=False)
        run = _Run(styles[0], _place(html, fills[0]) if fills[0] else html)
        if len(runs) > 1 and run.style and runs[-2].style == run.style and _is_blank(runs[-1]):
            blank = runs.pop()
            run = _Run(run.style, blank.html + run.html)
        if runs and runs[-1].style == run.style:
            run = _Run(run.style, runs.pop().html + run.html)
        runs.append(run)
    return runs


def _is_blank(run: _Run) -> bool:
    return not run.style and run.html.isspace()


def _pieces(tokens: Iterable[tuple[Any, str]], fills: Sequence[Fill]) -> Iterator[_Piece]:
    """The tokens, cut where a place for a value begins or ends."""
    ahead = list(reversed(fills))
    position = 0
    for kind, text in tokens:
        style = _style(kind)
        end = position + len(text)
        while position < end:
            while ahead and ahead[-1].end <= position:
                ahead.pop()
            fill = ahead[-1] if ahead else None
            within = fill is not None and fill.start <= position
            stop = min(end, (fill.end if within else fill.start) if fill else end)
            yield (
                text[len(text) - (end - position) :][: stop - position],
                style,
                (fill if within else None),
            )
            position = stop


@cache
def _style(kind: Any) -> str:
    while kind not in STANDARD_TYPES:
        kind = kind.parent
    return _ELEMENTS.get(STANDARD_TYPES[kind], "")


def _place(inside: str, fill: Fill) -> str:
    quote = ""
    if fill.quote != _USUAL_QUOTE and fill.name not in _UNQUOTED:
        quote = f' data-quote="{escape(fill.quote)}"'
    return f'<span data-fill="{escape(fill.name)}"{quote}>{inside}</span>'
