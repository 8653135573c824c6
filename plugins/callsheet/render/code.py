"""Code as highlighted HTML, in the short classes of Pygments that every theme has colours for."""

from __future__ import annotations

from typing import Any, ClassVar

from markupsafe import Markup
from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexer import Lexer, bygroups, default, inherit
from pygments.lexers import TextLexer, get_lexer_by_name
from pygments.lexers.textfmts import HttpLexer
from pygments.token import Keyword, Name, Number, Operator, Text
from pygments.util import ClassNotFound

# Pygments would drop blank lines at both ends and add a line end to the last line.
_VERBATIM = {"stripnl": False, "ensurenl": False}
_FORMATTER = HtmlFormatter(nowrap=True)


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


def highlight_code(text: str, language: str) -> Markup:
    """Highlights a program; a language that Pygments doesn't know is shown as plain text.

    Returns:
        The inside of a `code` element, whose text content is exactly `text`.
    """
    try:
        lexer = get_lexer_by_name(language, **_VERBATIM)
    except ClassNotFound:
        lexer = TextLexer(**_VERBATIM)
    return _highlight(text, lexer)


def highlight_message(text: str) -> Markup:
    """Highlights an HTTP message, with its body in the colours of its media type."""
    return _highlight(text, _MessageLexer(**_VERBATIM))


def highlight_request_lines(text: str) -> Markup:
    """Highlights lines such as `GET /api/v1/Person?$select=name`."""
    return _highlight(text, _RequestLinesLexer(**_VERBATIM))


def _highlight(text: str, lexer: Lexer) -> Markup:
    html = highlight(text, lexer, _FORMATTER)
    if not text.endswith("\n"):
        # The formatter ends the last line in any case.
        html = html.removesuffix("\n")
    # It escapes what it is given.
    return Markup(html)  # noqa: S704
