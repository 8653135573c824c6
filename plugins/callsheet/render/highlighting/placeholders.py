"""Finds the placeholders in a program, which the reader's own values replace.

Programs in all languages contain the address of the server, the credentials, and the path
parameters of the sample request. They are found by their values where the surrounding text leaves
no doubt; a generator that knows them exactly passes the placeholders itself.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from urllib.parse import quote, unquote

from callsheet import lazy_re as re
from callsheet.model import PLACEHOLDER, Operation, values_pattern
from callsheet.render.page import Placeholder

_SEPARATORS = re.compile(r"[\W_]+")
_WORD = re.compile(r"\w+")
# An assignment to a variable, in any language.
_ASSIGNED = re.compile(
    r"^(?P<left>[^\n=\"']*+)=[ \t]*+(?:[\w.]++\()?"
    r"(?:(?P<mark>[\"'])(?P<quoted>(?:(?!(?P=mark))[^\n])*+)(?P=mark)(?![\w.\"'])"
    r"|(?P<bare>[^\s;,()\"']++)(?![\"']))",
    re.MULTILINE,
)
_MARK = re.compile("[\"'`]")
# A value in a URL ends at the next slash, or where the URL ends in any language.
_VALUE = r"[^/?#\s\"'`]"
_END = r"(?=[?#\s\"'`]|\Z)"


@dataclass(frozen=True)
class PlaceholderFinder:
    """Finds the placeholders in the programs of one operation.

    Attributes:
        operation: The operation.
        base_url: The address that its samples send their requests to.
    """

    operation: Operation
    base_url: str

    def find(self, text: str) -> tuple[Placeholder, ...]:
        """Return the placeholders in a program or an HTTP message, in order and not nested."""
        result: list[Placeholder] = []
        for found in sorted(self._all(text), key=lambda each: (each.start, -each.end)):
            if not result or found.start >= result[-1].end:
                result.append(found)
        return tuple(result)

    def _all(self, text: str) -> Iterator[Placeholder]:
        if self.base_url and self.base_url in text:
            yield from _in_strings("base", _text_pattern(self.base_url, r"\w.:-"), text)
        if self._authorization:
            yield from self._credentials(text)
        for match in self._route.finditer(text) if self._values else ():
            for number, name in enumerate(self.operation.route.parameters, 1):
                if unquote(match[number]) == self._values.get(name):
                    yield Placeholder(*match.span(number), f"path:{name}", "url")
        for match in _ASSIGNED.finditer(text) if self._values else ():
            value = "quoted" if match["mark"] else "bare"
            for variable in _WORD.findall(match["left"]):
                path = self._variables.get(_normalized(variable))
                if path is not None and _is_value(match[value], self._values[path]):
                    yield Placeholder(*match.span(value), f"path:{path}", match["mark"] or "")

    def _credentials(self, text: str) -> Iterator[Placeholder]:
        # `in` is quicker than a pattern, and most programs contain the credentials once at most.
        if self._authorization in text:
            pattern = _text_pattern(self._authorization, r"\w+/=.-")
            yield from _in_strings("authorization", pattern, text)
        user, _, password = self._login
        if not user or not password:
            return
        if f"{user}:{password}" in text:
            for match in _pair_pattern(user, password).finditer(text):
                yield Placeholder(*match.span("pair"), "credentials", match["mark"])
        for quoted in (f'"{user}"', f"'{user}'"):
            start = text.find(quoted)
            while start >= 0:
                login = _login_pattern(user, password).match(text, start)
                if login:
                    yield Placeholder(*login.span("user"), "user", login["mark"])
                    yield Placeholder(*login.span("password"), "password", login["mark2"])
                start = text.find(quoted, login.end() if login else start + 1)

    @cached_property
    def _authorization(self) -> str:
        request = self.operation.example_request
        return (request.header("authorization") or "").strip() if request else ""

    @cached_property
    def _login(self) -> tuple[str, str, str]:
        return _decode_basic(self._authorization).partition(":")

    @cached_property
    def _route(self) -> re.Pattern[str]:
        """A pattern of the route with any values, as it appears in a URL."""
        return re.compile(values_pattern(self.operation.route.path, _VALUE) + _END)

    @cached_property
    def _values(self) -> Mapping[str, str]:
        """Values of the path parameters in the sample request, by name, without unfilled ones."""
        request, route = self.operation.example_request, self.operation.route
        # To compile the pattern takes long, and many pages leave the template in the request.
        is_filled = request and route.parameters and route.path not in request.target
        match = self._route.search(request.target) if request and is_filled else None
        if match is None:
            return {}
        values = zip(route.parameters, map(unquote, match.groups()), strict=True)
        return {name: value for name, value in values if not PLACEHOLDER.search(value)}

    @cached_property
    def _variables(self) -> Mapping[str, str]:
        """The path parameters with a value, by the normalized names of their variables."""
        return {_normalized(name): name for name in reversed([*self._values])}


# Cached, because servers and credentials are the same on most pages.
@lru_cache(maxsize=100)
def _text_pattern(text: str, more: str) -> re.Pattern[str]:
    """Compile a pattern of a text that no character of `more` follows."""
    return re.compile(rf"{re.escape(text)}(?![{more}])")


@lru_cache(maxsize=100)
def _pair_pattern(user: str, password: str) -> re.Pattern[str]:
    """Compile a pattern of user and password in one string."""
    pair = f"{re.escape(user)}:{re.escape(password)}"
    return re.compile(rf"(?P<mark>[\"'])(?P<pair>{pair})(?P=mark)")


@lru_cache(maxsize=100)
def _login_pattern(user: str, password: str) -> re.Pattern[str]:
    """Compile a pattern of user and password in separate strings, on one line or on several.

    On several lines, each is the default of an environment variable, whose name may be a string.
    """
    return re.compile(
        rf"(?P<mark>[\"'])(?P<user>{re.escape(user)})(?P=mark)"
        r"(?:[^\w\"'\n]+(?:\w+\W+)?"
        r"|[^\"'\n]{0,40}\n[^\"']{0,200}(?:[\"'][A-Z0-9_]{1,80}[\"'][^\"']{0,80})?)"
        rf"(?P<mark2>[\"'])(?P<password>{re.escape(password)})(?P=mark2)"
    )


def _normalized(name: str) -> str:
    """Normalize a name across naming conventions: lower case, letters and digits only."""
    return _SEPARATORS.sub("", name).lower()


def _is_value(text: str, value: str) -> bool:
    """Tell whether a text is a value, as it is or percent-encoded."""
    return text.lower() in (value.lower(), quote(value, safe="").lower())


def _in_strings(name: str, pattern: re.Pattern[str], text: str) -> Iterator[Placeholder]:
    """Yield what a pattern finds, each with the quotation mark of the string that it is in."""
    done, last, odd = 0, "", set[str]()
    for match in pattern.finditer(text):
        if start := text.rfind("\n", done, match.start()) + 1:
            done, last, odd = start, "", set()
        for last in _MARK.findall(text, done, match.start()):
            odd ^= {last}
        done = match.start()
        yield Placeholder(*match.span(), name, last if last in odd else "")


def _decode_basic(authorization: str) -> str:
    scheme, _, encoded = authorization.partition(" ")
    try:
        decoded = base64.b64decode(encoded.strip(), validate=True).decode("ascii")
    except (binascii.Error, ValueError):
        return ""
    return decoded if scheme.lower() == "basic" else ""
