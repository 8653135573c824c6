"""Code as highlighted HTML, in the short classes of Pygments that every theme has colours for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from itertools import groupby
from typing import Any, ClassVar

from markupsafe import Markup
from pygments.lexer import Lexer, bygroups, default, inherit
from pygments.lexers import TextLexer, get_lexer_by_name
from pygments.lexers.textfmts import HttpLexer
from pygments.token import STANDARD_TYPES, Keyword, Name, Number, Operator, Text
from pygments.util import ClassNotFound

from callsheet.render.page import Fill

# Pygments would drop blank lines at both ends and add a line end to the last line.
_VERBATIM = {"stripnl": False, "ensurenl": False}
# Themes give these the colour of all code: white space and names. Without them a page is smaller.
_UNCOLOURED = {"", "n", "w"}

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


def highlight_code(text: str, language: str, fills: Sequence[Fill] = ()) -> Markup:
    """Highlights a program; a language that Pygments doesn't know is shown as plain text.

    Args:
        text: The program.
        language: Its language.
        fills: The places for the reader's own values, in order, none in another.

    Returns:
        The inside of a `code` element, whose text content is exactly `text`.
    """
    try:
        lexer = get_lexer_by_name(language, **_VERBATIM)
    except ClassNotFound:
        lexer = TextLexer(**_VERBATIM)
    return _highlight(text, lexer, fills)


def highlight_message(text: str, fills: Sequence[Fill] = ()) -> Markup:
    """Highlights an HTTP message, with its body in the colours of its media type."""
    return _highlight(text, _MessageLexer(**_VERBATIM), fills)


def highlight_request_lines(text: str) -> Markup:
    """Highlights lines such as `GET /api/v1/Person?$select=name`."""
    return _highlight(text, _RequestLinesLexer(**_VERBATIM))


def _highlight(text: str, lexer: Lexer, fills: Sequence[Fill] = ()) -> Markup:
    pieces = list(_pieces(lexer.get_tokens(text), fills))
    if "".join(piece[0] for piece in pieces) != text:
        # A lexer may change what it is given, such as a carriage return; the text comes first.
        pieces = list(_pieces([(Text, text)], fills))
    html = []
    # A place for a value is one element, whatever tokens it consists of.
    for _, group in groupby(pieces, key=lambda piece: piece[2] or piece[1]):
        texts, styles, fills_of_group = zip(*group, strict=True)
        html.append(_span(escape("".join(texts), quote=False), styles[0], fills_of_group[0]))
    # Every text in it is escaped.
    return Markup("".join(html))  # noqa: S704


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
