"""Code as highlighted HTML, in elements to which the stylesheet gives the theme's colours."""

from __future__ import annotations

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

from callsheet import lazy_re as re
from callsheet.memo import cached_by
from callsheet.render.highlighting.folding import fold_json
from callsheet.render.highlighting.messages import MessageLexer, RequestLinesLexer
from callsheet.render.page import Placeholder

# Pygments would drop blank lines at both ends and add a line end to the last line.
_VERBATIM = {"stripnl": False, "ensurenl": False}
# Custom elements by Pygments' classes. Classes of one colour share an element, so that adjacent
# tokens merge. A custom element (HTML, 4.13) takes half the bytes of a `span` with a class, and
# these make up most of a page. Tokens that are not listed have the default colour of code; so do
# punctuation marks, which themes make only a little paler.
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
# Tokens that may continue on the next line, by the lexer's name; all others end with their line.
_QUOTES = {"Bash": ("'", '"'), "PHP": ("'", '"')}
_OTHER_QUOTES = ('"""', "`")
_MAY_GO_ON = re.compile(r"['\"`]|/\*|\*/|\\\n")

# Words inside strings and comments, which lexers don't look into. If they turn out to be anything
# else, the text is tokenized as it is. They need no escaping.
_WORDS = re.compile(r"(?<=[\"'`])\w[\w ,./:+@-]+(?=[\"'`])|(?<=/)[A-Za-z][\w/-]+")
_BLANK = "\ue000\ue001"
"""Placeholder for such words, of two characters or more; it has no meaning in any language."""

_TEXTS = re.compile(r"<c-[cs]>[^<]*</c-[cs]>")

# The quotation mark of most strings: it is the default, so the HTML leaves it out.
_USUAL_QUOTE = '"'
# Placeholders whose quotation mark doesn't matter, as their values need no escaping.
_UNQUOTED = {"base", "authorization"}

_Run = tuple[str, str]
"""The element that colours it, or an empty text, and the HTML inside."""


class _Chunk(NamedTuple):
    """HTML of a part of a program, with the elements at its ends.

    Attributes:
        html: The HTML.
        first: Its first element, if only white space precedes it.
        indent: The length of that white space.
        last: Its last element, if only white space follows it.
        end: The length of that white space.
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


def highlight_code(text: str, language: str, places: Sequence[Placeholder] = ()) -> Markup:
    """Highlight a program; a language that Pygments doesn't know is shown as plain text.

    Programs repeat the same lines, so the result for each line is cached.

    Args:
        text: The program.
        language: Its language.
        places: The places for the reader's own values, in order, not nested.

    Returns:
        The inside of a `code` element, whose text content is exactly `text`.
    """
    # A heredoc ends at a line that only its beginning names, so it can't be tokenized by lines.
    if (stepwise := _stepwise(language)) is None or "<<" in text or len(text) > MAX_HIGHLIGHTED:
        return _highlight(text, _lexer(language), places)
    chunks = []
    stack: tuple[str, ...] = ("root",)
    position = 0
    ahead = list(places)
    for chunk in _chunks(text, stepwise.name):
        end = position + len(chunk)
        inside = []
        while ahead and ahead[0].start < end:
            placeholder = ahead.pop(0)
            start, stop = placeholder.start - position, placeholder.end - position
            inside.append(Placeholder(start, stop, placeholder.name, placeholder.quote))
        if inside and inside[-1].end > len(chunk):
            return _highlight(text, _lexer(language), places)
        highlighted, stack = _highlight_chunk(chunk, language, stack, tuple(inside))
        chunks.append(highlighted)
        position = end
    # Every text in it is escaped.
    return Markup(_joined(chunks))  # noqa: S704


def highlight_message(text: str, places: Sequence[Placeholder] = ()) -> Markup:
    """Highlight an HTTP message, with its body in the colours of its media type; JSON folds."""
    return fold_json(_highlight(text, _MESSAGE_LEXER, places))


def highlight_request_lines(text: str) -> Markup:
    """Highlight lines such as `GET /api/v1/Person?$select=name`."""
    return _highlight(text, _REQUEST_LINES_LEXER)


def _chunks(text: str, lexer: str) -> Iterator[str]:
    """Yield the lines of a text; lines that share a string or comment stay together."""
    quotes = _QUOTES.get(lexer, _OTHER_QUOTES)
    chunk = ""
    for line in text.splitlines(keepends=True):
        if not chunk and not _MAY_GO_ON.search(line):
            yield line
            continue
        chunk += line
        # After a backslash, a string in other quotation marks may continue.
        inside = chunk.endswith("\\\n") if quotes is _OTHER_QUOTES else False
        inside = inside or any(chunk.count(quote) % 2 for quote in quotes)
        if not inside and chunk.count("/*") == chunk.count("*/"):
            yield chunk
            chunk = ""
    if chunk:
        yield chunk


@cached_by(2_000, lambda chunk, *_: len(chunk))
def _highlight_chunk(
    chunk: str, language: str, stack: tuple[str, ...], places: tuple[Placeholder, ...]
) -> tuple[_Chunk, tuple[str, ...]]:
    """Return a part of a program as HTML, and the state of the lexer after it.

    Parts that differ only in the words of strings and comments share an entry of the cache.
    """
    if not places and _BLANK not in chunk and (words := _WORDS.findall(chunk)):
        form, after = _highlight_chunk(_WORDS.sub(_BLANK, chunk), language, stack, ())
        if sum(text.count(_BLANK) for text in _TEXTS.findall(form.html)) == len(words):
            return form._replace(html=_restore_words(form.html, words)), after
    lexer = _stepwise(language)
    context = LexerContext(chunk, 0, list(stack))
    tokens = lexer.get_tokens_unprocessed(context=context) if lexer else ()
    highlighted = _chunk(chunk, [(kind, value) for _, kind, value in tokens], places)
    return highlighted, tuple(context.stack or ("root",))


def _restore_words(form: str, words: Iterable[str]) -> str:
    first, *others = form.split(_BLANK)
    return first + "".join([word + other for word, other in zip(words, others, strict=True)])


@cache
def _stepwise(language: str) -> ExtendedRegexLexer | None:
    """Return a lexer that can stop at a line's end and resume; None where there is none."""
    kind = type(_lexer(language))
    # PowerShell's lexer looks far ahead.
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


def _highlight(text: str, lexer: Lexer, places: Sequence[Placeholder] = ()) -> Markup:
    if len(text) > MAX_HIGHLIGHTED:
        lexer = _lexer("text")
    # Every text in it is escaped.
    return Markup(_chunk(text, lexer.get_tokens(text), places).html)  # noqa: S704


def _joined(chunks: Iterable[_Chunk]) -> str:
    """Join the HTML of chunks, and merge equal elements that meet at their ends."""
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


def _chunk(text: str, tokens: Iterable[tuple[Any, str]], places: Sequence[Placeholder]) -> _Chunk:
    tokens = list(tokens)
    if "".join([value for _, value in tokens]) != text:
        # A lexer may alter the text, such as a carriage return; the original matters more.
        tokens = [(Text, text)]
    pieces = ((_style(kind), escape(value, quote=False)) for kind, value in tokens if value)
    runs = _runs(_with_placeholders(tokens, places) if places else pieces)
    html = "".join([f"<{style}>{html}</{style}>" if style else html for style, html in runs])
    first, indent = _edge(runs)
    last, end = _edge(runs[::-1])
    return _Chunk(html, first, indent, last, end)


def _edge(runs: Sequence[_Run]) -> tuple[str, int]:
    """Return the first element, and the length of the white space before it."""
    match runs:
        case [("", blanks), (style, _), *_] if blanks.isspace():
            return style, len(blanks)
        case [(style, _), *_]:
            return style, 0
    return "", 0


def _runs(pieces: Iterable[_Run]) -> list[_Run]:
    """Merge adjacent pieces of one colour, across white space, which shows no colour."""
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


def _with_placeholders(
    tokens: Iterable[tuple[Any, str]], places: Sequence[Placeholder]
) -> Iterator[_Run]:
    """Yield the tokens as HTML; a placeholder is one piece, whatever tokens it consists of."""
    for placeholder, group in groupby(_cut(tokens, places), key=lambda piece: piece[0]):
        pieces = [(_style(kind), escape(text, quote=False)) for _, kind, text in group]
        if placeholder:
            yield pieces[0][0], _placeholder("".join(html for _, html in pieces), placeholder)
        else:
            yield from pieces


def _cut(
    tokens: Iterable[tuple[Any, str]], places: Sequence[Placeholder]
) -> Iterator[tuple[Placeholder | None, Any, str]]:
    """Split tokens where a placeholder begins or ends; yield each with the one it is in."""
    ahead = list(reversed(places))
    position = 0
    for kind, text in tokens:
        end = position + len(text)
        while position < end:
            while ahead and ahead[-1].end <= position:
                ahead.pop()
            placeholder = ahead[-1] if ahead else None
            within = placeholder is not None and placeholder.start <= position
            stop = min(
                end, (placeholder.end if within else placeholder.start) if placeholder else end
            )
            part = text[len(text) - (end - position) :][: stop - position]
            yield placeholder if within else None, kind, part
            position = stop


@cache
def _style(kind: Any) -> str:
    while kind not in STANDARD_TYPES:
        kind = kind.parent
    return _ELEMENTS.get(STANDARD_TYPES[kind], "")


def _placeholder(inside: str, placeholder: Placeholder) -> str:
    quote = ""
    if placeholder.quote != _USUAL_QUOTE and placeholder.name not in _UNQUOTED:
        quote = f' data-quote="{escape(placeholder.quote)}"'
    return f'<span data-fill="{escape(placeholder.name)}"{quote}>{inside}</span>'
