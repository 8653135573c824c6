"""Code as highlighted HTML, in the short classes of Pygments that every theme has colours for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from html import escape
from itertools import groupby
from typing import Any, ClassVar

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
# White space and names have the colour of all code. So have signs here: a theme makes them but a
# little paler, and the elements around them would take more bytes than the code itself.
_UNCOLOURED = {"", "n", "nx", "w", "p", "o"}
# What may go on in the next line, by the name of the lexer; anything else ends with its line.
_QUOTES = {"Bash": ("'", '"'), "PHP": ("'", '"')}
_OTHER_QUOTES = ('"""', "`")

_Piece = tuple[str, str, Fill | None]
"""A text, its class, and the place for a value that it is."""


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
    html = []
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
        piece, stack = _highlight_chunk(chunk, language, stack, tuple(inside))
        html.append(piece)
        position = end
    # Every text in it is escaped.
    return Markup("".join(html))  # noqa: S704


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
) -> tuple[str, tuple[str, ...]]:
    """A part of a program as HTML, and the state that a lexer is in after it."""
    lexer = _stepwise(language)
    context = LexerContext(chunk, 0, list(stack))
    tokens = lexer.get_tokens_unprocessed(context=context) if lexer else ()
    html = _html(chunk, [(kind, value) for _, kind, value in tokens], fills)
    return html, tuple(context.stack or ("root",))


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
    return Markup(_html(text, lexer.get_tokens(text), fills))  # noqa: S704


def _html(text: str, tokens: Iterable[tuple[Any, str]], fills: Sequence[Fill]) -> str:
    pieces = list(_pieces(tokens, fills))
    if "".join(piece[0] for piece in pieces) != text:
        # A lexer may change what it is given, such as a carriage return; the text comes first.
        pieces = list(_pieces([(Text, text)], fills))
    html = []
    # A place for a value is one element, whatever tokens it consists of.
    for _, group in groupby(pieces, key=lambda piece: piece[2] or piece[1]):
        texts, styles, fills_of_group = zip(*group, strict=True)
        html.append(_span(escape("".join(texts), quote=False), styles[0], fills_of_group[0]))
    return "".join(html)


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
    style = STANDARD_TYPES[kind]
    return "" if style in _UNCOLOURED else style


def _span(inside: str, style: str, fill: Fill | None) -> str:
    if fill is None:
        return f'<span class="{style}">{inside}</span>' if style else inside
    attributes = f' class="{style}"' if style else ""
    if fill.quote:
        attributes += f' data-quote="{escape(fill.quote)}"'
    return f'<span data-fill="{escape(fill.name)}"{attributes}>{inside}</span>'
