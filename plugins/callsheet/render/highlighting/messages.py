"""Lexers for HTTP messages as pages write them."""

from __future__ import annotations

from html import escape
from typing import Any, ClassVar

from pygments.lexer import ExtendedRegexLexer, bygroups, default, inherit
from pygments.lexers.textfmts import HttpLexer
from pygments.token import Keyword, Literal, Name, Number, Operator, Text

from callsheet import lazy_re as re

_JSON_TYPE = re.compile(
    r"^content-type *: *application/(?:(?!ld\+)[^/;\n]*\+)?json *(?:;|$)",
    re.IGNORECASE | re.MULTILINE,
)
# A string followed by a colon is the name of a property. Two adjacent strings or numbers, like
# anything else that is not JSON, are left to Pygments. With a set of characters first, the search
# skips all others.
_JSON = re.compile(
    r"""
    [^][{},:\x20\t\n](?:
        (?<=")[^"\\]*(?:\\(?:u[0-9A-Fa-f]{4}|[^u])[^"\\]*)*"
            (?:(?P<t>(?=[ \t\n]*:))|(?P<s>(?![ \t\n]*")))
        |(?P<m>(?<=[-0-9])[-0-9.eE+]*(?![ \t\n]*[-0-9]))
        |(?<=[fnt])[truefalsn]*
        |(?P<other>)
    )
    """,
    re.VERBOSE | re.DOTALL,
)


def has_json(head: str) -> bool:
    """Tell whether the body of a message is JSON, by the lines before it."""
    return _JSON_TYPE.search(head) is not None


def json_html(text: str) -> str | None:
    """Highlight JSON as Pygments does, which reads it character by character.

    Returns:
        The HTML, with the elements of `code.py`; None if the text is not JSON.
    """
    others = []

    def element(match: re.Match[str]) -> str:
        kind = match.lastgroup
        if kind == "other":
            others.append(kind)
        return f"<c-{kind}>{match[0]}</c-{kind}>" if kind else match[0]

    html = _JSON.sub(element, escape(text, quote=False))
    return None if others else html


class MessageLexer(HttpLexer):
    """A lexer of HTTP messages, whose request line may lack the version."""

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


class HeadLexer(ExtendedRegexLexer, MessageLexer):
    """A lexer of HTTP messages without a body, which can stop at a line's end."""

    name = "HTTP"
    tokens: ClassVar[dict[str, Any]] = {
        "headers": [
            (
                r"([^\s:]+)( *)(:)( *)([^\r\n]*)(\n|\Z)",
                bygroups(Name.Attribute, Text, Operator, Text, Literal, Text),  # type: ignore[no-untyped-call]
            ),
            (
                r"([\t ]+)([^\r\n]+)(\n|\Z)",
                bygroups(Text, Literal, Text),  # type: ignore[no-untyped-call]
            ),
            (r"\n", Text),
        ],
    }


class RequestLinesLexer(MessageLexer):
    """A lexer of request lines alone, one below the other."""

    tokens: ClassVar[dict[str, Any]] = {
        "root": [inherit, (r"[^\n]+\n?|\n", Text)],
        "headers": [default("#pop")],
    }
