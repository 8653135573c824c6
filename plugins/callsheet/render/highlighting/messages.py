"""Lexers for HTTP messages as pages write them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar

from pygments.lexer import bygroups, default, inherit
from pygments.lexers.textfmts import HttpLexer
from pygments.token import Keyword, Name, Number, Operator, String, Text

from callsheet import lazy_re as re

_Token = tuple[int, Any, str]
"""The offset of a token, its type in Pygments, and its text."""

_JSON_TYPE = re.compile(r"application/(?:(?!ld\+)[^/]*\+)?json")
# A string followed by a colon is the name of a property. Two adjacent strings, like anything else
# that is not JSON, are left to Pygments.
_JSON = re.compile(
    r"""
    "[^"\\]*(?:\\(?:u[0-9A-Fa-f]{4}|[^u])[^"\\]*)*"
        (?:(?P<name>(?=[ \t\r\n]*:))|(?P<string>(?![ \t\r\n]*")))
    |(?P<number>[-0-9][-0-9.eE+]*)
    |(?P<constant>[fnt][truefalsn]*)
    |(?P<sign>[][{},:\x20\t\r\n]+)
    |(?P<other>.)
    """,
    re.VERBOSE | re.DOTALL,
)
_KINDS = {
    "name": Name.Tag,
    "string": String.Double,
    "number": Number,
    "constant": Keyword.Constant,
    "sign": Text,
}


def _json_tokens(body: re.Match[str]) -> list[_Token] | None:
    """Tokenize a JSON body as Pygments does; return None if it is not JSON."""
    tokens = []
    for match in _JSON.finditer(body.string, body.start(), body.end()):
        kind = _KINDS.get(match.lastgroup or "")
        if kind is None:
            return None
        tokens.append((match.start(), kind, match.group()))
    return tokens


def _content(lexer: HttpLexer, match: re.Match[str]) -> Iterable[_Token]:
    """Tokenize a body by its media type.

    JSON, the most common one, has its own tokenizer, as Pygments' reads character by character.
    """
    media_type = getattr(lexer, "content_type", None)
    tokens = _json_tokens(match) if media_type and _JSON_TYPE.fullmatch(media_type) else None
    if tokens is None:
        return lexer.content_callback(match)  # type: ignore[no-untyped-call, no-any-return]
    return tokens


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
        "content": [(r".+", _content)],
    }


class RequestLinesLexer(MessageLexer):
    """A lexer of request lines alone, one below the other."""

    tokens: ClassVar[dict[str, Any]] = {
        "root": [inherit, (r"[^\n]+\n?|\n", Text)],
        "headers": [default("#pop")],
    }
