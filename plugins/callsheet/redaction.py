"""Keeps secrets out of reports, recordings and imported pages."""

import base64
import binascii
import json
from collections.abc import Iterable, Iterator
from typing import Any

from callsheet import lazy_re as re
from callsheet.checks.parsing.secrets import looks_random
from callsheet.http.masking import MASK, is_secret_name
from callsheet.schema.i_json import MAX_NESTING

MIN_PART = 4
"""Characters of a recognizable secret; a shorter one is only masked as a whole word."""

MAX_LENGTH = 256
"""Characters of a learnt secret that are searched for; the rest of the word is masked, too."""

MAX_FOUND = 1000
"""Secrets that are masked in one text; a text that seems to hold more is masked as a whole."""

_FEW = 50
"""Secrets for each of which a text is searched."""

_PIECE = 6
"""Characters at the end of a trace by which many secrets are looked up."""

_CUT = "..."
"""The end of a value that was shortened for a message."""

_RUN = re.compile("[A-Za-z0-9]+")
_RANDOM = re.compile(r"[A-Za-z0-9_+/=~-]{20,}(?:\.[A-Za-z0-9_+/=~-]+)*")
_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
_PAIR = re.compile(r"(?<![^=;,\s])([^=;,\s]+)=([^;,\s]+)")
_OF_COOKIES = frozenset({"domain", "expires", "max-age", "path", "samesite"})


class Redactor:
    """Masks secrets in texts, however they are encoded or escaped there.

    Args:
        fields: Header fields whose values are secrets, whatever their names.
    """

    def __init__(self, fields: Iterable[tuple[str, str]] = ()) -> None:
        parts = (part for name, value in fields for part in _parts(name, value) if part)
        self._secrets = {part: _trace(part) for part in parts}
        # The index of `_possible`, which is only built for many secrets.
        self._by_end: dict[str, list[str]] = {}
        self._short: list[str] = []

    def knowing(self, fields: Iterable[tuple[str, str]]) -> "Redactor":
        """Return a redactor that masks the values of some fields, too."""
        more = Redactor(fields)
        # A new object, as programs run at the same time and must not share each other's secrets.
        more._secrets |= self._secrets
        return more

    def learn(self, fields: Iterable[tuple[str, str]], *bodies: bytes) -> "Redactor":
        """Return a redactor that masks the secrets of an exchange, too.

        Args:
            fields: The header fields of the request and the response.
            bodies: Their bodies.
        """
        found = {part for n, v in fields if is_secret_name(n) for part in _parts(n, v)}
        found.update(*map(_secret_values, bodies))
        more = Redactor()
        # A short text, such as a `token` of `1`, would be masked all over the report.
        learnt = {part[: MAX_LENGTH + 1] for part in found if len(part) >= MIN_PART}
        more._secrets = {**{part: _trace(part) for part in learnt}, **self._secrets}
        return more

    def __call__(self, text: str) -> str:
        """Mask the known secrets in a text, and all that looks random."""
        return _RANDOM.sub(_masked_if_random, self.known(text))

    def known(self, text: str) -> str:
        """Mask the known secrets in a text."""
        # A response may have more secrets than one pattern can hold; few of them are in one text.
        found = [secret for secret in self._possible(text) if self._secrets[secret] in text]
        _, cut, _ = text.rpartition(_CUT)
        # A message may end within a secret, of which then only the beginning is there.
        begun = [s for s in self._secrets if s[:MIN_PART] in text] if cut else []
        if len(found) + len(begun) > MAX_FOUND:
            return MASK
        text = _without_beginning(text, begun)
        return _pattern(found).sub(MASK, text) if found else text

    def _possible(self, text: str) -> Iterable[str]:
        """Return the secrets that may be in a text, without searching it for each of thousands."""
        if len(self._secrets) <= _FEW:
            return self._secrets
        if not self._by_end:
            for secret, trace in self._secrets.items():
                self._by_end.setdefault(trace[-_PIECE:], []).append(secret)
            self._short = [end for end in self._by_end if len(end) < _PIECE]
        ends = {text[at : at + _PIECE] for at in range(len(text) - _PIECE + 1)}
        possible = [*(ends & self._by_end.keys()), *self._short]
        return [secret for end in possible for secret in self._by_end[end]]


def _parts(name: str, value: str) -> Iterator[str]:
    """Yield a value, the credentials after its scheme (RFC 9110, 11.4), or cookies' values."""
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
    """Compile a pattern for secrets in all spellings, the longest first."""
    # A pattern takes the first alternative that matches: a short secret must not mask only a part
    # of a long one.
    ordered = sorted(secrets, key=lambda secret: (-len(secret), secret))
    return re.compile("|".join(map(_spellings, ordered)))


def _trace(secret: str) -> str:
    """Return the longest part of a secret that is the same in all spellings."""
    return max(_RUN.findall(secret), key=len, default="")


def _spellings(secret: str) -> str:
    if len(secret) == MAX_LENGTH + 1:
        return _spellings(secret[:-1]) + r"\S*"
    found = "".join(_SPELT.get(character) or _spelt(character) for character in secret)
    return found if len(secret) >= MIN_PART else rf"(?<![A-Za-z0-9]){found}(?![A-Za-z0-9])"


def _spelt(character: str) -> str:
    """Write a pattern for a character: plain, percent-encoded, and as JSON and XML escape it."""
    if character.isascii() and character.isalnum():
        return character
    encoded = "".join(f"%{byte:02X}" for byte in character.encode(errors="replace"))
    number = ord(character)
    escapes = [re.escape(character), rf"(?i:{encoded})", rf"(?i:\\u{number:04x})", f"&#{number};"]
    escapes += [rf"(?i:&#x{number:x};)", re.escape(f"\\{character}")]
    return f"(?:{'|'.join(escapes)})"


_SPELT = {" ": r"(?:\ |\+|%20)", "&": "(?:&amp;|&|%26)"}
"""Characters with further spellings."""


def _without_beginning(text: str, secrets: Iterable[str]) -> str:
    """Mask the beginning of a secret that was cut off at the end of a shortened value."""
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
    """Yield the strings in a JSON body whose names say that they are secrets."""
    # Bodies without any such name are not parsed, and that is nearly all of them.
    if not is_secret_name(body.decode("utf-8", errors="replace")):
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
