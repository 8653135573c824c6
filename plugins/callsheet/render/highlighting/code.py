"""Code as highlighted HTML, in elements to which the stylesheet gives the theme's colours."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
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
from callsheet.memo import MAX_CHARACTERS, Known
from callsheet.render.highlighting.folding import fold_json
from callsheet.render.highlighting.messages import (
    HeadLexer,
    MessageLexer,
    RequestLinesLexer,
    has_json,
    json_html,
)
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

# Words inside strings, which lexers don't look into, and numbers, each after one character. If they
# turn out to be anything else, the text is tokenized as it is.
_WORDS = (
    r"(?<=[\"'`])\w[\w ,./:+@-]+(?=[\"'`])|(?<=/)[A-Za-z][\w/-]+"
    r"|(?<=[ (\[])(?P<number>[1-9][0-9]*)(?=[,\]\n });])"
)
# Programs in these languages have strings between three quotation marks.
_TRIPLE = {"Python", "C#"}
# The first of them, where nothing before it can be a prefix, or begin a string or comment.
_TRIPLE_QUOTED = re.compile(
    r"((?:[^\"'`#/\n]*\s)?\"{3})((?!\")(?:[^\"\\]|\\[^\"]|\"(?!\"{2}))+)(?=\"{3}(?!\"))"
)
# Programs in these languages have names of properties without quotes, which may be any.
_NAMED = {"JavaScript", "TypeScript"}
_NAMES = r"(?<= )(?P<name>[A-Z]\w+)(?=: )"
_COMMENTS = ("# ", "// ")
_BLANK = "\ue000\ue001"
"""Placeholder for such words, of two characters or more; it has no meaning in any language."""
_NUMBER = "8090801"
"""Placeholder for such numbers."""

_NAME = "Propertyname"
"""Placeholder for such names."""
_MASKS = {"number": _NUMBER, "name": _NAME}
_MASK = re.compile(f"{_BLANK}|{_NUMBER}|{_NAME}")
_IN_PLACE = re.compile(rf"<c-[cs]>[^<]*</c-[cs]>|<c-m>{_NUMBER}</c-m>|(?<= ){_NAME}(?=: )")
_FIRST = re.compile(r"\s*<(c-[a-z])>")
_TWICE = re.compile(r"</(c-[a-z])>(\s*)<\1>")
"""Where two elements of one colour meet; white space between them shows no colour."""

# The quotation mark of most strings: it is the default, so the HTML leaves it out.
_USUAL_QUOTE = '"'
# Placeholders whose quotation mark doesn't matter, as their values need no escaping.
_UNQUOTED = {"base", "authorization"}

MAX_HIGHLIGHTED = 65_536
"""A longer text is shown in one colour: some lexers take quadratic time."""

_MAX_KNOWN, _MAX_STATES = 2_000, 50
"""How many parts are cached in one state of a lexer, and in how many states."""


class _CodePart(NamedTuple):
    """A part of a program as HTML.

    Attributes:
        html: The HTML; of parts that differ only in words and numbers, with `%s` for these.
        first: Its first element, if only white space precedes it.
        last: Its last element, if only white space follows it.
        after: The state after it.
    """

    html: str
    first: str
    last: str
    after: _LexerState


class _LexerState(dict[Hashable, _CodePart]):
    """The parts that are known in one state of a lexer: by their text, and places in it, if any.

    Attributes:
        stack: The state.
        forms: The forms that are known.
    """

    def __init__(self, stack: tuple[str, ...]) -> None:
        super().__init__()
        self.stack = stack
        self.forms: dict[Hashable, _CodePart] = {}


class _LineHighlighter:
    """Highlights texts line by line, as they repeat the same lines.

    Args:
        lexer: A lexer that can stop at a line's end and resume.
    """

    def __init__(self, lexer: ExtendedRegexLexer) -> None:
        self._lexer = lexer
        self._quotes = _QUOTES.get(lexer.name, _OTHER_QUOTES)
        words = f"{_WORDS}|{_NAMES}" if lexer.name in _NAMED else _WORDS
        # With a set of characters first, the search skips all others.
        self._words = re.compile(rf"[\"'`/ (\[](?:{words})")
        self._is_triple = lexer.name in _TRIPLE
        root = ("root",)
        self._is_plain = Known(
            lambda word: self._tokenized(word, self.state(root), ()).html == word, _MAX_KNOWN
        )
        self._states: dict[tuple[str, ...], _LexerState] = {}

    def highlight(self, text: str, places: Sequence[Placeholder]) -> tuple[str, str] | None:
        """Return the HTML and the state of the lexer; None if a place is on several lines."""
        html: list[str] = []
        state = self.state(("root",))
        ahead = [*reversed(places)]
        coming = ahead[-1].start if ahead else len(text)
        opened: tuple[int, ...] = ()
        last = ""
        start = end = 0
        for line in text.splitlines(keepends=True):
            end += len(line)
            part = state.get(line) if end <= coming and not opened else None
            if part is None:
                # Lines that share a string or comment stay together.
                opened = self._opened(line, opened)
                if opened and end < len(text):
                    continue
                inside = []
                while ahead and ahead[-1].start < end:
                    place = ahead.pop()
                    if place.end > end:
                        return None
                    moved = (place.start - start, place.end - start)
                    inside.append(Placeholder(*moved, place.name, place.quote))
                coming = ahead[-1].start if ahead else len(text)
                chunk = text[start:end]
                key = (chunk, *inside) if inside else chunk
                if opened:
                    part = self._tokenized(chunk, state, inside)
                elif (part := state.get(key)) is None:
                    part = _keep(key, state, self.part(chunk, state, tuple(inside)))
                opened = ()
            new, first, ending, state = part
            if last and first == last:
                before, _, blanks = html[-1].rpartition(f"</{last}>")
                html[-1] = before + blanks
                new = new.replace(f"<{last}>", "", 1)
            html.append(new)
            last, start = ending, end
        return "".join(html), state.stack[-1]

    def _opened(self, line: str, before: tuple[int, ...]) -> tuple[int, ...]:
        """Count what a line leaves open, and what is open before it: strings, comments, heredocs.

        Returns:
            Nothing where all is closed.
        """
        if not before and line.startswith(_COMMENTS):
            return ()
        one, other = self._quotes
        ones, others, comments, heredocs = before or (0, 0, 0, 0)
        after = (
            (ones + line.count(one)) % 2,
            (others + line.count(other)) % 2,
            comments + line.count("/*") - line.count("*/"),
            # It ends at a line that only its beginning names, so it takes all that follows.
            heredocs + ("<<" in line),
        )
        # After a backslash, a string in other quotation marks may continue.
        goes_on = self._quotes is _OTHER_QUOTES and line.endswith("\\\n")
        return after if goes_on or any(after) else ()

    def state(self, stack: tuple[str, ...]) -> _LexerState:
        """Return what is known in a state of the lexer."""
        if stack not in self._states:
            if len(self._states) >= _MAX_STATES:
                self._states.clear()
            self._states[stack] = _LexerState(stack)
        return self._states[stack]

    def part(
        self, chunk: str, state: _LexerState, places: tuple[Placeholder, ...] = ()
    ) -> _CodePart:
        """Highlight a part of a program in a state of the lexer."""
        words: list[str] = []

        def mask(match: re.Match[str]) -> str:
            # A name such as `Date` has a meaning of its own.
            if match.lastgroup == "name" and not self._is_plain[match["name"]]:
                return match[0]
            # Nothing in it needs escaping.
            words.append(match[0][1:])
            return match[0][0] + _MASKS.get(match.lastgroup or "", _BLANK)

        if places or _BLANK in chunk or _NUMBER in chunk or _NAME in chunk:
            return self._tokenized(chunk, state, places)
        # Parts that differ only in words and numbers have one form.
        # A comment of PHP ends before `?>`, and others with their line.
        if chunk.startswith(_COMMENTS) and "?" not in chunk:
            sign, _, text = chunk.rstrip().partition(" ")
            words.append(escape(text, quote=False))
            form = f"{sign} {_BLANK}{chunk[len(sign) + 1 + len(text) :]}"
        else:
            begin, rest = "", chunk
            if self._is_triple and (quoted := _TRIPLE_QUOTED.match(chunk)):
                words.append(escape(quoted[2], quote=False))
                begin, rest = f"{quoted[1]}{_BLANK}", chunk[quoted.end() :]
            form = begin + self._words.sub(mask, rest)
        known = state.forms.get(form) or _keep(form, state.forms, self._form(form, state))
        if not known.html:
            return self._tokenized(chunk, state, ())
        return _CodePart(known.html % tuple(words), known.first, known.last, known.after)

    def _form(self, form: str, state: _LexerState) -> _CodePart:
        """Return a form, without HTML if not all its words are in strings or comments."""
        part = self._tokenized(form, state, ())
        placed = sum(len(_MASK.findall(text)) for text in _IN_PLACE.findall(part.html))
        is_whole = placed == len(_MASK.findall(form))
        html = _MASK.sub("%s", part.html.replace("%", "%%")) if is_whole else ""
        return part._replace(html=html)

    def _tokenized(self, text: str, state: _LexerState, places: Sequence[Placeholder]) -> _CodePart:
        context = LexerContext(text, 0, [*state.stack])
        tokens = self._lexer.get_tokens_unprocessed(context=context)
        html = _html(text, [(kind, value) for _, kind, value in tokens], places)
        first, end = _FIRST.match(html), html.rstrip()[-6:]
        last = end[2:5] if end.startswith("</c-") else ""
        return _CodePart(html, first[1] if first else "", last, self.state(tuple(context.stack)))


def _keep(key: Hashable, known: dict[Hashable, _CodePart], part: _CodePart) -> _CodePart:
    # As in `callsheet.memo`, there is no order of use, which would need code on each hit.
    if len(known) >= _MAX_KNOWN:
        known.clear()
    if len(part.html) <= MAX_CHARACTERS:
        known[key] = part
    return part


_MESSAGE_LEXER = MessageLexer(**_VERBATIM)
_REQUEST_LINES_LEXER = RequestLinesLexer(**_VERBATIM)
_NESTED = ("{", "[")
_HEADS = _LineHighlighter(HeadLexer(**_VERBATIM))


def highlight_code(text: str, language: str, places: Sequence[Placeholder] = ()) -> Markup:
    """Highlight a program; a language that Pygments doesn't know is shown as plain text.

    Args:
        text: The program.
        language: Its language.
        places: The places for the reader's own values, in order, not nested.

    Returns:
        The inside of a `code` element, whose text content is exactly `text`.
    """
    lines = _stepwise(language) if len(text) <= MAX_HIGHLIGHTED else None
    found = lines.highlight(text, places) if lines else None
    # Every text in it is escaped.
    return Markup(found[0]) if found else _highlight(text, _lexer(language), places)  # noqa: S704


def highlight_message(text: str, places: Sequence[Placeholder] = ()) -> Markup:
    """Highlight an HTTP message, with its body in the colours of its media type; JSON folds."""
    head, blank, body = text.partition("\n\n")
    # Pygments shows a message with other line ends in one colour.
    is_usual = len(text) <= MAX_HIGHLIGHTED and "\r" not in text and has_json(head)
    is_usual = is_usual and not (places and places[-1].end > len(head))
    content = json_html(body) if is_usual else None
    found = None if content is None else _HEADS.highlight(head + blank, places)
    if content is None or found is None or found[1] == "root":
        return fold_json(_highlight(text, _MESSAGE_LEXER, places), text)
    html = found[0] + content
    # A body that is one text or number may have the colour of the last field.
    return fold_json(_TWICE.sub(r"\2", html) if body[:1] not in _NESTED else html, text)


def highlight_request_lines(text: str) -> Markup:
    """Highlight lines such as `GET /api/v1/Person?$select=name`."""
    return _highlight(text, _REQUEST_LINES_LEXER)


@cache
def _stepwise(language: str) -> _LineHighlighter | None:
    """Return a highlighter of lines; None where the lexer cannot stop at a line's end."""
    kind = type(_lexer(language))
    # PowerShell's lexer looks far ahead.
    is_special = kind.get_tokens_unprocessed is not RegexLexer.get_tokens_unprocessed
    if kind.name == "PowerShell" or not issubclass(kind, RegexLexer) or is_special:
        return None
    stepwise: ExtendedRegexLexer = type(kind.__name__, (ExtendedRegexLexer, kind), {})(**_VERBATIM)
    return _LineHighlighter(stepwise)


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
    return Markup(_html(text, [*lexer.get_tokens(text)], places))  # noqa: S704


def _html(text: str, tokens: Sequence[tuple[Any, str]], places: Sequence[Placeholder]) -> str:
    if "".join([value for _, value in tokens]) != text:
        # A lexer may alter the text, such as a carriage return; the original matters more.
        tokens = [(Text, text)]
    pieces = ((_style(kind), escape(value, quote=False)) for kind, value in tokens if value)
    found = _with_placeholders(tokens, places) if places else pieces
    html = "".join([f"<{style}>{html}</{style}>" if style else html for style, html in found])
    return _TWICE.sub(r"\2", html)


def _with_placeholders(
    tokens: Iterable[tuple[Any, str]], places: Sequence[Placeholder]
) -> Iterator[tuple[str, str]]:
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
