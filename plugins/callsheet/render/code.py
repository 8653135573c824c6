"""Code as highlighted HTML, in elements to which the stylesheet gives the theme's colours."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from html import escape
from itertools import groupby
from typing import Any, NamedTuple

from markupsafe import Markup
from pygments.lexer import ExtendedRegexLexer, Lexer, LexerContext, RegexLexer
from pygments.lexers import TextLexer, get_lexer_by_name
from pygments.token import STANDARD_TYPES, Text
from pygments.util import ClassNotFound

from callsheet.memo import cached_by
from callsheet.render.messages import MessageLexer, RequestLinesLexer
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
_MAY_GO_ON = re.compile(r"['\"`]|/\*|\*/|\\\n")

# Words as strings and comments have them. A lexer doesn't look into them there, whatever they are;
# where they turn out to be something else, they are looked at. They need no escaping.
_WORDS = re.compile(r"(?<=[\"'`])\w[\w ,./:+@-]+(?=[\"'`])|(?<=/)[A-Za-z][\w/-]+")
_BLANK = "\ue000\ue001"
"""Stands for such words, which are two characters or more; no language has a meaning for it."""

_TEXTS = re.compile(r"<c-[cs]>[^<]*</c-[cs]>")

# The mark of most strings, which needs no saying.
_USUAL_QUOTE = '"'
# Places where it is all the same: whatever comes into them needs no escaping.
_UNQUOTED = {"base", "authorization"}

_Run = tuple[str, str]
"""The element of a colour, if it has one, and the HTML within."""


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


_MESSAGE_LEXER = MessageLexer(**_VERBATIM)
_REQUEST_LINES_LEXER = RequestLinesLexer(**_VERBATIM)


MAX_HIGHLIGHTED = 65_536
"""A longer text is shown in one colour: some lexers take quadratic time."""


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
    if (stepwise := _stepwise(language)) is None or "<<" in text or len(text) > MAX_HIGHLIGHTED:
        return _highlight(text, _lexer(language), fills)
    chunks = []
    stack: tuple[str, ...] = ("root",)
    position = 0
    ahead = list(fills)
    for chunk in _chunks(text, stepwise.name):
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


def _chunks(text: str, lexer: str) -> Iterator[str]:
    """The lines of a text; those that a quotation goes through stay together."""
    quotes = _QUOTES.get(lexer, _OTHER_QUOTES)
    chunk = ""
    for line in text.splitlines(keepends=True):
        if not chunk and not _MAY_GO_ON.search(line):
            yield line
            continue
        chunk += line
        # Behind a backslash, a string may go on that is in no quotes of those.
        inside = chunk.endswith("\\\n") if quotes is _OTHER_QUOTES else False
        inside = inside or any(chunk.count(quote) % 2 for quote in quotes)
        if not inside and chunk.count("/*") == chunk.count("*/"):
            yield chunk
            chunk = ""
    if chunk:
        yield chunk


@cached_by(20_000, lambda chunk, *_: len(chunk))
def _highlight_chunk(
    chunk: str, language: str, stack: tuple[str, ...], fills: tuple[Fill, ...]
) -> tuple[_Chunk, tuple[str, ...]]:
    """A part of a program as HTML, and the state that a lexer is in after it.

    What differs only in the words of strings and comments is looked at once.
    """
    if not fills and _BLANK not in chunk and (words := _WORDS.findall(chunk)):
        form, after = _highlight_chunk(_WORDS.sub(_BLANK, chunk), language, stack, ())
        if sum(text.count(_BLANK) for text in _TEXTS.findall(form.html)) == len(words):
            return form._replace(html=_filled_in(form.html, words)), after
    lexer = _stepwise(language)
    context = LexerContext(chunk, 0, list(stack))
    tokens = lexer.get_tokens_unprocessed(context=context) if lexer else ()
    made = _chunk(chunk, [(kind, value) for _, kind, value in tokens], fills)
    return made, tuple(context.stack or ("root",))


def _filled_in(form: str, words: Iterable[str]) -> str:
    first, *others = form.split(_BLANK)
    return first + "".join([word + other for word, other in zip(words, others, strict=True)])


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
    if len(text) > MAX_HIGHLIGHTED:
        lexer = _lexer("text")
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
    tokens = list(tokens)
    if "".join([value for _, value in tokens]) != text:
        # A lexer may change what it is given, such as a carriage return; the text comes first.
        tokens = [(Text, text)]
    pieces = ((_style(kind), escape(value, quote=False)) for kind, value in tokens if value)
    runs = _runs(_filled(tokens, fills) if fills else pieces)
    html = "".join([f"<{style}>{html}</{style}>" if style else html for style, html in runs])
    first, indent = _edge(runs)
    last, end = _edge(runs[::-1])
    return _Chunk(html, first, indent, last, end)


def _edge(runs: Sequence[_Run]) -> tuple[str, int]:
    """The first element, and how many blanks stand before it."""
    match runs:
        case [("", blanks), (style, _), *_] if blanks.isspace():
            return style, len(blanks)
        case [(style, _), *_]:
            return style, 0
    return "", 0


def _runs(pieces: Iterable[_Run]) -> list[_Run]:
    """The pieces, with those of one colour as one; blanks between them have no colour anyway."""
    runs: list[_Run] = []
    style = html = blanks = ""
    for kind, piece in pieces:
        if kind == style:
            html += blanks + piece
            blanks = ""
        elif not kind and piece.isspace():
            blanks += piece
        else:
            runs.append((style, html))
            if kind:
                runs.append(("", blanks))
                blanks = ""
            style, html, blanks = kind, blanks + piece, ""
    runs += [(style, html), ("", blanks)]
    return [run for run in runs if run[1]]


def _filled(tokens: Iterable[tuple[Any, str]], fills: Sequence[Fill]) -> Iterator[_Run]:
    """The tokens as HTML; a place for a value is one piece, whatever tokens it consists of."""
    for fill, group in groupby(_cut(tokens, fills), key=lambda piece: piece[0]):
        pieces = [(_style(kind), escape(text, quote=False)) for _, kind, text in group]
        if fill:
            yield pieces[0][0], _place("".join(html for _, html in pieces), fill)
        else:
            yield from pieces


def _cut(
    tokens: Iterable[tuple[Any, str]], fills: Sequence[Fill]
) -> Iterator[tuple[Fill | None, Any, str]]:
    """The tokens, cut where a place for a value begins or ends, each with the place it is in."""
    ahead = list(reversed(fills))
    position = 0
    for kind, text in tokens:
        end = position + len(text)
        while position < end:
            while ahead and ahead[-1].end <= position:
                ahead.pop()
            fill = ahead[-1] if ahead else None
            within = fill is not None and fill.start <= position
            stop = min(end, (fill.end if within else fill.start) if fill else end)
            part = text[len(text) - (end - position) :][: stop - position]
            yield fill if within else None, kind, part
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
