"""Parser of JSON (RFC 8259) that keeps the places of values and describes syntax problems.

It accepts exactly the texts that `catalog.named_types.read_json` reads: infinite numbers and halves
of surrogate pairs are refused (RFC 7493), and so are values that are nested too deeply.
"""

import json
from math import isfinite
from typing import Any

from callsheet import lazy_re as re
from callsheet.checks.parsing.nodes import MAX_DEPTH, Member, Node, SyntaxProblem

_SPACE = re.compile(r"[ \t\n\r]*")
_STRING = re.compile(r'"(?P<text>[^"\\\x00-\x1f]*)"')
_KEY = re.compile(r'"(?P<text>[^"\\\x00-\x1f]*)"[ \t\n\r]*+:[ \t\n\r]*+')
_STRING_START = re.compile(r'"(?:[^"\\\x00-\x1f]|\\(?:["\\/bfnrt]|u[0-9A-Fa-f]{4}))*')
_ANY_STRING = re.compile(r'"(?:[^"\\\n]|\\[^\n])*"?')
_NUMBER = re.compile(r"-?(?:0|[1-9]\d*)(?P<real>\.\d+)?(?P<exponent>[eE][+-]?\d+)?(?![\w.])")
_WORD = re.compile(r"[A-Za-z_$][\w$.-]*")
_NUMBER_LIKE = re.compile(r"[+-]?\.?\d[\w.+-]*|[+-]\w+")
_SINGLE_QUOTED = re.compile(r"'(?:[^'\\\n]|\\[^\n])*'?")
_CURLY = re.compile("[\u201c\u201d\u201e\u2018\u2019]")
_CURLY_QUOTED = re.compile(
    '[\u201c\u201e\u2018]([^\u201c\u201d\u201e\u2018\u2019"\n]*+)[\u201d\u2019]'
)
_COMMENT = re.compile(r"//[^\n]*|/\*.*?(?:\*/|\Z)|#[^\n]*", re.DOTALL)
_ELLIPSIS = re.compile("\\.{2,}|\u2026")
_REST = re.compile(r"[^\s,\]}]+")

_CONSTANTS: dict[str, Any] = {"true": True, "false": False, "null": None}
_MEANT = {"none": "null", "nil": "null", "undefined": "null"}
_MAX_DIGITS = 4300
"""Python refuses to convert longer integers, since that takes quadratic time."""


class _SyntaxProblemError(Exception):
    """Raised inside the parser at the first problem."""

    def __init__(self, problem: SyntaxProblem) -> None:
        self.problem = problem


def parse_json(text: str) -> Node | SyntaxProblem:
    """Parse a JSON text in time linear in its length.

    Returns:
        The value, or the first problem.
    """
    try:
        return _JsonParser(text).document()
    except _SyntaxProblemError as error:
        if error.problem.opened is None:
            return error.problem
        # Parsed again only here, since watching the indentation would slow down correct texts.
        return _indented(text) or error.problem


def _indented(text: str) -> SyntaxProblem | None:
    """Return the missing bracket that the indentation shows, before the parser can notice."""
    parser = _JsonParser(text, watches=True)
    try:
        parser.document()
    except _SyntaxProblemError:
        return parser.outdented
    return None


class _JsonParser:
    def __init__(self, text: str, *, watches: bool = False) -> None:
        self.text = text
        self.watches = watches
        self.position = 0
        self.depth = 0
        self.outdented: SyntaxProblem | None = None

    def document(self) -> Node:
        self._skip()
        if self.position == len(self.text):
            raise _syntax_error(0, 0, "nothing", "a JSON value")
        node = self._value()
        self._skip()
        if self.position < len(self.text):
            raise self._extra()
        return node

    def _skip(self) -> str:
        """Skip space and return the next character, empty at the end."""
        first = self.text[self.position : self.position + 1]
        if first > " ":
            return first
        match = _SPACE.match(self.text, self.position)
        self.position = match.end() if match else self.position
        return self.text[self.position : self.position + 1]

    def _value(self) -> Node:
        start, text = self.position, self.text
        first = text[start : start + 1]
        if first == '"':
            value = self._string()
            return Node(value, start, self.position)
        if first == "{" or first == "[":
            self.depth += 1
            if self.depth > MAX_DEPTH:
                raise _syntax_error(
                    start, start + 1, "a value nested too deeply", "a flatter value"
                )
            node = self._object() if first == "{" else self._array()
            self.depth -= 1
            return node
        if match := _NUMBER.match(text, start):
            self.position = match.end()
            return Node(_number(match), start, match.end())
        match = _WORD.match(text, start)
        if match and match.group() in _CONSTANTS:
            self.position = match.end()
            return Node(_CONSTANTS[match.group()], start, match.end())
        raise self._no_value()

    def _object(self) -> Node:
        start = self.position
        self.position += 1
        members: list[Member] = []
        comma: int | None = None
        while True:
            first = self._skip()
            if first == "}":
                if comma is not None:
                    raise _syntax_error(
                        comma, comma + 1, "a comma after the last member", "`}`", ""
                    )
                self._watch(start, members[-1].value.end if members else start + 1)
                self.position += 1
                return Node(None, start, self.position, members=tuple(members))
            if self.watches and members and first == '"':
                self._watch(start, members[-1].value.end, is_inside=True)
            members.append(self._member(first, start))
            comma = self._separator("}", start, members[-1].value.end)

    def _watch(self, opened: int, last: int, *, is_inside: bool = False) -> None:
        """Note a key or a closing bracket that is indented less than it should be.

        Args:
            opened: The offset of the enclosing bracket.
            last: The offset after the last value before it.
            is_inside: Whether it is a key, which is indented more than the line of the bracket.
        """
        if not self.watches or self.outdented is not None or opened == 0:
            return
        indent = self._indent(self.position)
        outer = self._indent(opened, first_only=False)
        if indent is None or outer is None or indent >= outer + is_inside:
            return
        closing = "}" if self.text[opened] == "{" else "]"
        problem = f"{_shown(self.text, last - 1, last)} without the `{closing}` that belongs to it"
        self.outdented = SyntaxProblem(
            last - 1, last, problem, f"`{closing}` after it", opened=opened
        )

    def _indent(self, position: int, *, first_only: bool = True) -> int | None:
        """Return the indentation of a line; None if the position is not at its first character."""
        start = self.text.rfind("\n", 0, position) + 1
        line = self.text[start : start + 200]
        indent = len(line) - len(line.lstrip(" \t"))
        return None if first_only and start + indent != position else indent

    def _member(self, first: str, opened: int) -> Member:
        start = self.position
        if first != '"':
            raise self._no_key(first, opened)
        match = _KEY.match(self.text, start)
        if match and match.end() < len(self.text):
            self.position = match.end()
            return Member(match["text"], start, match.end("text") + 1, self._value())
        key = self._string()
        end = self.position
        if self._skip() != ":":
            raise self._no_colon(end)
        self.position += 1
        if not self._skip():
            raise self._end("a value", opened)
        return Member(key, start, end, self._value())

    def _array(self) -> Node:
        start = self.position
        self.position += 1
        items: list[Node] = []
        comma: int | None = None
        while True:
            first = self._skip()
            if first == "]":
                if comma is not None:
                    raise _syntax_error(comma, comma + 1, "a comma after the last item", "`]`", "")
                self._watch(start, items[-1].end if items else start + 1)
                self.position += 1
                return Node(None, start, self.position, items=tuple(items))
            if not first:
                raise self._end("`]`", start)
            items.append(self._value())
            comma = self._separator("]", start, items[-1].end)

    def _separator(self, closing: str, opened: int, last: int) -> int | None:
        """Skip a comma and return its offset; None before the closing bracket."""
        first = self._skip()
        if first == ",":
            self.position += 1
            return self.position - 1
        if first == closing:
            return None
        if not first:
            raise self._end(f"`{closing}`", opened)
        if first in "]}":
            at = self.position
            problem = f"`{first}` where `{self.text[opened]}` is still open"
            raise _syntax_error(at, at + 1, problem, f"`{closing}`", opened=opened)
        if first == ":" and closing == "]":
            problem = f"{_shown(self.text, last - 1, last)} and `:` in an array"
            raise _syntax_error(last - 1, last, problem, "`]` before the key", opened=opened)
        if first == ";":
            at = self.position
            raise _syntax_error(at, at + 1, "`;`", f"a comma or `{closing}`", ",")
        if oddity := self._oddity():
            raise oddity
        # Report the missing comma after the last value, not at the next one, which may be lines on.
        shown = _shown(self.text, last - 1, last)
        expected = f"a comma or `{closing}` after it"
        is_value = first in '"{[' or _NUMBER_LIKE.match(self.text, self.position)
        replacement = f"{self.text[last - 1 : last]}," if is_value else None
        raise _syntax_error(last - 1, last, f"{shown} without a comma", expected, replacement)

    def _string(self) -> str:
        start, text = self.position, self.text
        # Most strings have no escapes and need no decoder.
        if match := _STRING.match(text, start):
            self.position = match.end()
            return match["text"]
        match = _STRING_START.match(text, start)
        end = match.end() if match else start
        if text[end : end + 1] != '"':
            raise self._bad_string(start, end)
        self.position = end + 1
        value: str = json.loads(text[start : end + 1])
        if any("\ud800" <= character <= "\udfff" for character in value):
            raise _syntax_error(start, end + 1, "half of a surrogate pair", "a character")
        return value

    def _bad_string(self, start: int, end: int) -> _SyntaxProblemError:
        character = self.text[end : end + 1]
        if character == "\\":
            escape = self.text[end : end + (6 if self.text[end + 1 : end + 2] == "u" else 2)]
            problem = f"the escape {_code(escape)}"
            expected = r"an escape of JSON, such as `\\` for a backslash"
            return _syntax_error(end, end + len(escape), problem, expected)
        if character in ("", "\n", "\r"):
            return _syntax_error(start, end, "a string without its end", '`"`')
        problem = f"the control character U+{ord(character):04X} in a string"
        replacement = r"\t" if character == "\t" else None
        return _syntax_error(end, end + 1, problem, "an escape such as `\\t`", replacement)

    def _no_value(self) -> _SyntaxProblemError:
        start, text = self.position, self.text
        if oddity := self._oddity():
            return oddity
        if match := _WORD.match(text, start):
            word = match.group()
            lower = word.lower()
            meant = lower if lower in _CONSTANTS else _MEANT.get(lower)
            if meant:
                return _syntax_error(start, match.end(), f"`{word}`", f"`{meant}`", meant)
            return _syntax_error(start, match.end(), f"`{word}` without quotes", "a JSON value")
        if match := _NUMBER_LIKE.match(text, start):
            return _syntax_error(
                start, match.end(), f"the number `{match.group()}`", "a number of JSON"
            )
        if text[start : start + 1] in ",}]:":
            return _syntax_error(start, start + 1, f"`{text[start]}`", "a value")
        if not text[start:]:
            return self._end("a value", None)
        return self._unknown("a JSON value")

    def _no_key(self, first: str, opened: int) -> _SyntaxProblemError:
        start = self.position
        if not first:
            return self._end("`}`", opened)
        if oddity := self._oddity():
            return oddity
        if match := _WORD.match(self.text, start):
            word = match.group()
            problem = f"the key `{word}` without quotes"
            return _syntax_error(start, match.end(), problem, f'`"{word}"`', f'"{word}"')
        if first == "]":
            problem = "`]` where `{` is still open"
            return _syntax_error(start, start + 1, problem, "`}`", opened=opened)
        if first in ",:":
            return _syntax_error(start, start + 1, f"`{first}`", "a key in double quotes")
        error = self._unknown("a key in double quotes")
        if first in "{[":
            # A bracket instead of a key: the object before it may not be closed.
            found = error.problem
            return _syntax_error(
                found.start, found.start + 1, found.problem, found.expected, opened=opened
            )
        return error

    def _no_colon(self, key_end: int) -> _SyntaxProblemError:
        start = self.position
        found = self.text[start : start + 1]
        if found in ("=", ";"):
            end = start + (2 if self.text.startswith("=>", start) else 1)
            return _syntax_error(start, end, f"`{self.text[start:end]}`", "`:` after the key", ":")
        shown = _shown(self.text, key_end - 1, key_end)
        return _syntax_error(key_end - 1, key_end, f"{shown} without a colon", "`:` after the key")

    def _oddity(self) -> _SyntaxProblemError | None:
        """Recognise notations that JSON has nowhere, such as comments."""
        start, text = self.position, self.text
        if match := _COMMENT.match(text, start):
            return _syntax_error(start, match.end(), "a comment", "no comment: JSON has none", "")
        if match := _ELLIPSIS.match(text, start):
            return _syntax_error(start, match.end(), f"`{match.group()}`", "the rest of the value")
        if match := _SINGLE_QUOTED.match(text, start):
            inner = match.group()[1:-1]
            plain = match.group().endswith("'") and not set(inner) & {'"', "\\"}
            replacement = f'"{inner}"' if plain and len(match.group()) > 1 else None
            problem = "a text in single quotes"
            return _syntax_error(start, match.end(), problem, "double quotes", replacement)
        if match := _CURLY.match(text, start):
            whole = _CURLY_QUOTED.match(text, start)
            end = whole.end() if whole else match.end()
            replacement = f'"{whole[1]}"' if whole and "\\" not in whole[1] else None
            return _syntax_error(
                start, end, f"the quotation mark `{match.group()}`", '`"`', replacement
            )
        return None

    def _extra(self) -> _SyntaxProblemError:
        start = self.position
        if oddity := self._oddity():
            return oddity
        found = self.text[start]
        if found in "]}":
            problem = f"`{found}`, which closes no `{'{' if found == '}' else '['}`"
            return _syntax_error(start, start + 1, problem, "the end of the body")
        if found == ",":
            return _syntax_error(start, start + 1, "a comma after the value", "the end of the body")
        return self._unknown("the end of the body")

    def _unknown(self, expected: str) -> _SyntaxProblemError:
        start = self.position
        match = _ANY_STRING.match(self.text, start) or _REST.match(self.text, start)
        end = match.end() if match else start + 1
        return _syntax_error(start, end, _shown(self.text, start, end), expected)

    def _end(self, expected: str, opened: int | None) -> _SyntaxProblemError:
        last = len(self.text.rstrip())
        return _syntax_error(max(last - 1, 0), last, "the end of the body", expected, opened=opened)


def _number(match: re.Match[str]) -> int | float:
    if match["real"] is None and match["exponent"] is None:
        if len(match.group().lstrip("-")) > _MAX_DIGITS:
            raise _syntax_error(
                match.start(), match.end(), "a number of too many digits", "a number"
            )
        return int(match.group())
    number = float(match.group())
    if not isfinite(number):
        raise _syntax_error(
            match.start(), match.end(), f"the number `{match.group()}`", "a smaller one"
        )
    return number


def _syntax_error(
    start: int,
    end: int,
    problem: str,
    expected: str,
    replacement: str | None = None,
    *,
    opened: int | None = None,
) -> _SyntaxProblemError:
    return _SyntaxProblemError(SyntaxProblem(start, end, problem, expected, replacement, opened))


def _shown(text: str, start: int, end: int) -> str:
    found = " ".join(text[start:end].split())
    return _code(f"{found[:40]}…" if len(found) > 40 else found)


def _code(text: str) -> str:
    return f"`` {text} ``" if "`" in text else f"`{text}`"
