"""Keeps secrets out of what is reported."""

from __future__ import annotations

import base64
import binascii
import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from callsheet.checks.rules.secrets.secrets import looks_random
from callsheet.run.model import Exchange
from callsheet.schema.i_json import MAX_NESTING

MASK = "***"
"""What stands in the place of a secret."""

MIN_PART = 4
"""Characters of a secret that tell something; a shorter secret counts only as a whole word."""

MAX_LENGTH = 256
"""Characters of a learnt secret that are looked for; what follows them goes with them."""

MAX_FOUND = 1000
"""Secrets that a text may hold; of a text that seems to hold more, nothing is shown."""

_CUT = "..."
"""What a value ends with that was too long for a message."""

_NAMES = re.compile(
    # An author is no secret.
    r"auth(?!or(?!iz))|token|cookie|secret|passw|pwd|(?:api|access|private)[_-]?key|credential"
    r"|session|^(?:so[_-]?)?ticket$",
    re.IGNORECASE,
)
_RUN = re.compile("[A-Za-z0-9]+")
_RANDOM = re.compile(r"[A-Za-z0-9_+/=~-]{20,}(?:\.[A-Za-z0-9_+/=~-]+)*")
_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
_PAIR = re.compile(r"(?<![^=;,\s])([^=;,\s]+)=([^;,\s]+)")
_OF_COOKIES = frozenset({"domain", "expires", "max-age", "path", "samesite"})


def is_secret_name(name: str) -> bool:
    """Whether a header field or a property of that name holds a secret."""
    return _NAMES.search(name) is not None


class Redactor:
    """Puts a mask in the place of secrets, in whatever spelling they are in a text.

    Args:
        fields: Header fields whose values are secrets, whatever their names.
    """

    def __init__(self, fields: Iterable[tuple[str, str]] = ()) -> None:
        parts = (part for name, value in fields for part in _parts(name, value) if part)
        self._secrets = {part: _trace(part) for part in parts}

    def knowing(self, fields: Iterable[tuple[str, str]]) -> Redactor:
        """A redactor to which the values of these fields are secrets, too."""
        more = Redactor(fields)
        more._secrets |= self._secrets
        return more

    def learn(self, exchange: Exchange) -> Redactor:
        """A redactor that knows what was secret in an exchange, too."""
        fields = (*exchange.sent, *exchange.headers)
        found = {part for n, v in fields if is_secret_name(n) for part in _parts(n, v)}
        found.update(_secret_values(exchange.content), _secret_values(exchange.body))
        more = Redactor()
        # A short text that only its name makes a secret says too little to be one elsewhere.
        learnt = {part[: MAX_LENGTH + 1] for part in found if len(part) >= MIN_PART}
        more._secrets = {**{part: _trace(part) for part in learnt}, **self._secrets}
        return more

    def __call__(self, text: str) -> str:
        """The text without secrets, and without what looks like one."""
        return _RANDOM.sub(_masked_if_random, self.known(text))

    def known(self, text: str) -> str:
        """The text without the secrets that are known."""
        # An answer may have more secrets than one pattern could look for, and a text only few.
        found = [secret for secret, trace in self._secrets.items() if trace in text]
        _, cut, _ = text.rpartition(_CUT)
        begun = [s for s in self._secrets if s[:MIN_PART] in text] if cut else []
        if len(found) + len(begun) > MAX_FOUND:
            return MASK
        text = _without_beginning(text, begun)
        return _pattern(found).sub(MASK, text) if found else text


def _parts(name: str, value: str) -> Iterator[str]:
    """A value, the credentials behind its scheme (RFC 9110, 11.4), and the values of cookies."""
    value = value.strip()
    yield value
    if name.lower() in {"cookie", "set-cookie"}:
        yield from (v for n, v in _PAIR.findall(value) if n.lower() not in _OF_COOKIES)
        return
    scheme, _, credentials = value.partition(" ")
    yield credentials.strip()
    if scheme.lower() == "basic":
        try:
            pair = base64.b64decode(credentials.strip(), validate=True).decode()
        except (binascii.Error, ValueError):
            return
        yield pair
        yield pair.partition(":")[2]


def _pattern(secrets: Iterable[str]) -> re.Pattern[str]:
    """Finds secrets in whatever spelling, the longest first."""
    ordered = sorted(secrets, key=lambda secret: (-len(secret), secret))
    return re.compile("|".join(map(_spellings, ordered)))


def _trace(secret: str) -> str:
    """The longest part of a secret that is the same in all spellings."""
    return max(_RUN.findall(secret), key=len, default="")


def _spellings(secret: str) -> str:
    if len(secret) == MAX_LENGTH + 1:
        return _spellings(secret[:-1]) + r"\S*"
    found = "".join(_SPELT.get(character) or _spelt(character) for character in secret)
    return found if len(secret) >= MIN_PART else rf"(?<![A-Za-z0-9]){found}(?![A-Za-z0-9])"


def _spelt(character: str) -> str:
    """A pattern for a character as it is, as in a URL, and as JSON and XML escape it."""
    if character.isascii() and character.isalnum():
        return character
    encoded = "".join(f"%{byte:02X}" for byte in character.encode(errors="replace"))
    number = ord(character)
    escapes = [re.escape(character), rf"(?i:{encoded})", rf"(?i:\\u{number:04x})", f"&#{number};"]
    escapes += [rf"(?i:&#x{number:x};)", re.escape(f"\\{character}")]
    return f"(?:{'|'.join(escapes)})"


_SPELT = {
    " ": r"(?:\ |\+|%20)",
    "&": "(?:&amp;|&|%26)",
}
"""Characters with a spelling of their own."""


def _without_beginning(text: str, secrets: Iterable[str]) -> str:
    """The text without the beginning of a secret that was cut off."""
    head, cut, tail = text.rpartition(_CUT)
    if not cut:
        return text
    for secret in secrets:
        for length in range(min(len(secret), len(head)), MIN_PART - 1, -1):
            if head.endswith(secret[:length]):
                return f"{head[:-length]}{MASK}{cut}{tail}"
    return text


def _masked_if_random(match: re.Match[str]) -> str:
    text = match[0]
    return MASK if looks_random(text) and not _UUID.fullmatch(text) else text


def _secret_values(body: bytes) -> Iterator[str]:
    """The texts in a JSON body whose names say that they are secrets."""
    if not _NAMES.search(body.decode("utf-8", errors="replace")):
        return
    try:
        value = json.loads(body)
    except (ValueError, RecursionError):
        return
    yield from _named(value, 0)


def _named(value: Any, depth: int) -> Iterator[str]:
    if depth > MAX_NESTING:
        return
    if isinstance(value, dict):
        for name, inner in value.items():
            if isinstance(inner, str) and is_secret_name(name):
                yield inner
            else:
                yield from _named(inner, depth + 1)
    elif isinstance(value, list):
        for inner in value:
            yield from _named(inner, depth + 1)
