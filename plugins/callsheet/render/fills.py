"""Finds the places in a program for the reader's own values.

A program says the same things in every language: the address of the server, the credentials and
the path parameters of the sample request. They are found by their values, where what stands
around them leaves no doubt; a generator that knows better gives the places itself.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from urllib.parse import quote, unquote

from callsheet.model import PLACEHOLDER, Operation, values_pattern
from callsheet.render.page import Fill

_APART = re.compile(r"[\W_]+")
_WORD = re.compile(r"\w+")
# A line that gives a variable a value, in any language.
_ASSIGNED = re.compile(
    r"^(?P<left>[^\n=\"']*+)=[ \t]*+(?:[\w.]++\()?"
    r"(?:(?P<mark>[\"'])(?P<quoted>(?:(?!(?P=mark))[^\n])*+)(?P=mark)(?![\w.\"'])"
    r"|(?P<bare>[^\s;,()\"']++)(?![\"']))",
    re.MULTILINE,
)
_MARK = re.compile("[\"'`]")
# A value in an address ends at the next slash, and at what ends an address in any language.
_VALUE = r"[^/?#\s\"'`]"
_END = r"(?=[?#\s\"'`]|\Z)"


@dataclass(frozen=True)
class FillFinder:
    """Finds the places in the programs of one operation.

    Attributes:
        operation: The operation.
        base_url: The address that its samples send their requests to.
    """

    operation: Operation
    base_url: str

    def find(self, text: str) -> tuple[Fill, ...]:
        """The places in a program or an HTTP message, in order, none within another."""
        found = sorted(self._all(text), key=lambda fill: (fill.start, -fill.end))
        apart: list[Fill] = []
        for fill in found:
            if not apart or fill.start >= apart[-1].end:
                apart.append(fill)
        return tuple(apart)

    def _all(self, text: str) -> Iterator[Fill]:
        if self.base_url:
            marks = _Marks(text)
            for match in _apart(self.base_url, r"\w.:-").finditer(text):
                yield Fill(*match.span(), "base", marks.before(match.start()))
        if self._authorization:
            yield from self._credentials(text)
        for match in self._route.finditer(text):
            for number, name in enumerate(self._names, 1):
                if unquote(match[number]) == self._values.get(name):
                    yield Fill(*match.span(number), f"path:{name}", "url")
        for match in _ASSIGNED.finditer(text) if self._values else ():
            value = "quoted" if match["mark"] else "bare"
            for variable in _WORD.findall(match["left"]):
                path = self._variables.get(_plain(variable))
                if path is not None and _is_spelled(match[value], self._values[path]):
                    yield Fill(*match.span(value), f"path:{path}", match["mark"] or "")

    def _credentials(self, text: str) -> Iterator[Fill]:
        # A text is quicker to find than a pattern, and most programs have the credentials once.
        if self._authorization in text:
            marks = _Marks(text)
            for match in _apart(self._authorization, r"\w+/=.-").finditer(text):
                yield Fill(*match.span(), "authorization", marks.before(match.start()))
        user, colon, password = _decode_basic(self._authorization).partition(":")
        if not colon or not user or not password:
            return
        if f"{user}:{password}" in text:
            for match in _pair(user, password).finditer(text):
                yield Fill(*match.span("pair"), "credentials", match["mark"])
        if f'"{user}"' in text or f"'{user}'" in text:
            for match in _user_and_password(user, password).finditer(text):
                yield Fill(*match.span("user"), "user", match["mark"])
                yield Fill(*match.span("password"), "password", match["mark2"])

    @cached_property
    def _authorization(self) -> str:
        request = self.operation.example_request
        return (request.header("authorization") or "").strip() if request else ""

    @cached_property
    def _names(self) -> tuple[str, ...]:
        return self.operation.route.parameters

    @cached_property
    def _route(self) -> re.Pattern[str]:
        """The route with any values, as it stands in an address."""
        template = self.operation.route.template.partition("?")[0]
        return re.compile(values_pattern(template, _VALUE) + _END if self._names else r"(?!)")

    @cached_property
    def _values(self) -> Mapping[str, str]:
        """The path parameters of the sample request by name, as far as it fills them in."""
        request = self.operation.example_request
        match = self._route.search(request.target) if request else None
        if match is None:
            return {}
        values = zip(self._names, map(unquote, match.groups()), strict=True)
        return {name: value for name, value in values if not PLACEHOLDER.search(value)}

    @cached_property
    def _variables(self) -> Mapping[str, str]:
        """The path parameters with a value, by what programs call their variables."""
        return {_plain(name): name for name in reversed([*self._values])}


# Servers and credentials are the same on most pages.
@lru_cache(maxsize=100)
def _apart(text: str, more: str) -> re.Pattern[str]:
    """A text behind which nothing stands that could be more of it."""
    return re.compile(rf"{re.escape(text)}(?![{more}])")


@lru_cache(maxsize=100)
def _pair(user: str, password: str) -> re.Pattern[str]:
    """User and password in one string."""
    pair = f"{re.escape(user)}:{re.escape(password)}"
    return re.compile(rf"(?P<mark>[\"'])(?P<pair>{pair})(?P=mark)")


@lru_cache(maxsize=100)
def _user_and_password(user: str, password: str) -> re.Pattern[str]:
    """User and password in strings of their own, in one line or on two lines in a row.

    On two lines, each is what stands in for a variable of the environment.
    """
    return re.compile(
        rf"(?P<mark>[\"'])(?P<user>{re.escape(user)})(?P=mark)"
        r"(?:[^\w\"'\n]+(?:\w+\W+)?"
        r"|[^\"'\n]{0,40}\n[^\"'\n]{0,80}(?:[\"'][A-Z0-9_]{1,80}[\"'][^\"'\n]{0,40})?)"
        rf"(?P<mark2>[\"'])(?P<password>{re.escape(password)})(?P=mark2)"
    )


def _plain(name: str) -> str:
    """A name as all languages write it: without humps, underscores and other marks."""
    return _APART.sub("", name).lower()


def _is_spelled(text: str, value: str) -> bool:
    """Whether a text is a value, as it is or as an address has it."""
    return text.lower() in (value.lower(), quote(value, safe="").lower())


class _Marks:
    """The quotation marks that open strings, for places in their order.

    Args:
        text: The program.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._position = 0
        self._counts: Counter[str] = Counter()
        self._last = ""

    def before(self, position: int) -> str:
        """The mark that opens the string before a place on its line, if one does."""
        start = self._text.rfind("\n", self._position, position) + 1
        if start:
            self._position, self._last = start, ""
            self._counts.clear()
        for match in _MARK.finditer(self._text, self._position, position):
            self._last = match.group()
            self._counts[self._last] += 1
        self._position = position
        return self._last if self._counts[self._last] % 2 else ""


def _decode_basic(authorization: str) -> str:
    scheme, _, encoded = authorization.partition(" ")
    try:
        decoded = base64.b64decode(encoded.strip(), validate=True).decode("ascii")
    except (binascii.Error, ValueError):
        return ""
    return decoded if scheme.lower() == "basic" else ""
