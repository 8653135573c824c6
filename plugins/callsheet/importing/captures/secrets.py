"""Takes secrets out of exchanges, before anything is written of them.

A secret is what its place or its name says is one, what was such a secret elsewhere in the file,
and what has the form of a token.
"""

import json
from collections.abc import Iterable
from dataclasses import replace
from itertools import chain, islice
from typing import Any

from callsheet import lazy_re as re
from callsheet.checks.parsing.secrets import (
    basic_credentials,
    is_placeholder,
    known_tokens,
    looks_like_password,
    looks_random,
    named_secrets,
    passwords_in_addresses,
)
from callsheet.http.headers import read_basic, split_authorization
from callsheet.http.masking import MASK, is_secret_name
from callsheet.http.media_types import is_json
from callsheet.importing.captures.credentials import (
    cookies,
    is_credential,
    is_query_key,
    is_secret_header,
)
from callsheet.importing.captures.exchange import (
    Captured,
    CapturedBody,
    CapturedExchange,
    CapturedField,
    Fields,
)
from callsheet.redaction import Redactor
from callsheet.untrusted import UnusableError

_PLACEHOLDER = re.compile(r"\{\{[^{}]*\}\}")
# What is named like a secret, and says something about one.
_ABOUT = re.compile(
    r"type$|count|expir|ttl|limit|max|min|length|method|scheme|url|uri$", re.IGNORECASE
)
_NUMBERS = re.compile("tokens", re.IGNORECASE)
# A session of a conference, or a ticket of a museum, has other properties than a secret.
_SUBJECT = re.compile(r"sessions?|tickets?|auth(?:entication|orization)?", re.IGNORECASE)

_VOWEL = re.compile("[aeiouy]", re.IGNORECASE)
_WORDS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+|[0-9]+")
_NO_SECRET = re.compile(
    r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{24}|[0-9a-f]{32}|[0-9a-f]{40}"
    r"|[0-9a-f]{64}|[0-9A-HJKMNP-TV-Z]{26}",
    re.IGNORECASE,
)
"""UUIDs, digests and ULIDs identify things far more often than they open something."""

_TOKEN = re.compile(r"(?<![A-Za-z0-9_+=~-])[A-Za-z0-9_+=~-]{20,256}(?![A-Za-z0-9_+=~-])")
_KEY_TEXT = re.compile(
    r"-----BEGIN [A-Z ]{0,40}PRIVATE KEY[^-]*-----.*?(?:-----END[^-]*-----|\Z)", re.DOTALL
)
_PAIR = re.compile(
    r"(?P<name>[A-Za-z_][\w.-]{0,60})(?P<mark>[\"']?\s{0,4}[=:]\s{0,4}[\"']?)"
    r"(?P<value>[^\s\"'&;,<>{}]{1,4096})"
)
_ELEMENT = re.compile(
    r"<(?P<name>(?:[\w.-]{1,60}:)?[\w.-]{1,60})(?P<mark>(?:\s[^<>]{0,400})?>)(?P<value>[^<>]{1,4096})(?=</)"
)


def without_secrets(captured: Captured) -> tuple[Captured, int]:
    """Return the exchanges without their secrets, and how many different ones these were."""
    secrets = _Secrets()
    for value in captured.secrets:
        secrets.take_key(value)
    for exchange in captured.exchanges:
        secrets.learn(exchange)
    return secrets.removed(captured), len(secrets.taken)


class _Secrets:
    def __init__(self) -> None:
        self._learnt: dict[str, None] = {}
        self._redactor: Redactor | None = None
        self.taken: set[str] = set()

    # What is secret

    def learn(self, exchange: CapturedExchange) -> None:
        """Remember the secrets of an exchange, which may be anywhere in the file."""
        for each in exchange.headers:
            if is_credential(each):
                self._take_credential(each.name.lower(), each.value or "")
        for each in exchange.response.headers if exchange.response else ():
            if each.name.lower() == "set-cookie":
                for _, value in islice(cookies(each.value or ""), 1):
                    self._take(value)
            elif is_secret_header(each.name):
                self._take(each.value or "")
        for each in (*exchange.query, *(exchange.body.fields if exchange.body else ())):
            if is_query_key(each) or _is_secret(each.name, each.value):
                self._take(each.value or "")
        bodies = (exchange.body, exchange.response.body if exchange.response else None)
        for body in filter(None, bodies):
            if body.text is not None and is_secret_name(body.text):
                self._body(body)

    def _take_credential(self, name: str, value: str) -> None:
        if name == "cookie":
            for _, cookie in cookies(value):
                self._take(cookie)
            return
        self._take(split_authorization(value)[1] or value, is_key=True)
        if (pair := read_basic(value)) and pair[1]:
            self._learn(":".join(pair), is_key=True)
            self._learn(pair[1], is_key=True)

    def take_key(self, value: str) -> None:
        """Count a key or a password, and search for it in all else."""
        self._take(value, is_key=True)

    def _take(self, value: str, *, is_key: bool = False) -> None:
        if value and value != MASK and not _PLACEHOLDER.search(value):
            self.taken.add(value)
            self._learn(value, is_key=is_key)

    def _learn(self, value: str, *, is_key: bool) -> None:
        # A word such as `test` is a password at times, but not wherever it stands.
        is_long = len(value) >= 8 and (not value.isalpha() or len(value) >= 12)
        is_telling = is_key and is_long and not is_placeholder(value)
        if is_telling or looks_like_password(value) or looks_random(value):
            self._learnt[value] = None

    # Without it

    def removed(self, captured: Captured) -> Captured:
        """Return all exchanges without secrets."""
        self._redactor = Redactor([("", value) for value in self._learnt])
        return replace(
            captured,
            title=self._prose(captured.title),
            description=self._prose(captured.description),
            folders={self._prose(k): self._prose(v) for k, v in captured.folders.items()},
            exchanges=tuple(map(self._exchange, captured.exchanges)),
        )

    def _exchange(self, exchange: CapturedExchange) -> CapturedExchange:
        response = exchange.response
        if response:
            headers = (each for each in response.headers if not is_secret_header(each.name))
            response = replace(
                response,
                headers=self._fields(headers),
                body=self._body(response.body) if response.body else None,
                description=self._prose(response.description),
            )
        return replace(
            exchange,
            path="/".join(map(self._segment, exchange.path.split("/"))),
            path_values=self._fields(exchange.path_values),
            query=self._fields(each for each in exchange.query if not is_query_key(each)),
            headers=self._fields(each for each in exchange.headers if not is_credential(each)),
            body=self._body(exchange.body) if exchange.body else None,
            response=response,
            name=self._prose(exchange.name),
            label=self._prose(exchange.label),
            description=self._prose(exchange.description),
            folder=self._prose(exchange.folder),
        )

    def _segment(self, text: str) -> str:
        return text if self._text(text) == text else MASK

    def _fields(self, fields: Iterable[CapturedField]) -> Fields:
        return tuple(self._field(each) for each in fields)

    def _field(self, each: CapturedField) -> CapturedField:
        value = each.value
        if value is not None:
            if _is_secret(each.name, value):
                self._take(value)
                value = value if _PLACEHOLDER.fullmatch(value) else None
            else:
                clean = self._text(value)
                value = clean if clean == value else None
        return replace(each, value=value, description=self._prose(each.description))

    def _body(self, body: CapturedBody) -> CapturedBody:
        if body.text is None:
            return replace(body, fields=self._fields(body.fields))
        if is_json(body.media_type):
            try:
                value = self._value(body.value(), "")
                return replace(body, text=json.dumps(value, ensure_ascii=False))
            except UnusableError:
                pass
        named = _ELEMENT.sub(self._named, _PAIR.sub(self._named, body.text))
        return replace(body, text=self._prose(named))

    def _value(self, value: Any, name: str, *, is_inside: bool = False) -> Any:
        """Return a value of JSON without secrets, whose type stays.

        Args:
            value: The value.
            name: The name of the property that it belongs to.
            is_inside: Whether all in it is secret.
        """
        if isinstance(value, dict):
            inside = is_inside or (_is_secret(name, None) and not _SUBJECT.fullmatch(name))
            return {
                self._text(key): self._value(inner, key, is_inside=inside)
                for key, inner in value.items()
            }
        if isinstance(value, list):
            return [self._value(inner, name, is_inside=is_inside) for inner in value]
        if value is None or isinstance(value, bool):
            return value
        text = value if isinstance(value, str) else json.dumps(value)
        if is_inside or _is_secret(name, value):
            if not text or _PLACEHOLDER.fullmatch(text):
                return value
            self._take(text)
            return MASK if isinstance(value, str) else type(value)(0)
        return self._text(value) if isinstance(value, str) else value

    def _named(self, match: re.Match[str]) -> str:
        name, value = match["name"].rpartition(":")[2], match["value"]
        if not _is_secret(name, value) or _PLACEHOLDER.search(value):
            return match[0]
        self._take(value)
        start, end = match.start("value") - match.start(), match.end("value") - match.start()
        return f"{match[0][:start]}{MASK}{match[0][end:]}"

    def _text(self, text: str) -> str:
        """Return a value without secrets."""
        if "=" in text:
            text = _PAIR.sub(lambda m: self._named(m) if "=" in m["mark"] else m[0], text)
        return self._prose(text)

    def _prose(self, text: str) -> str:
        """Return text for readers without secrets."""
        if self._redactor is None:
            return text
        if len(text) >= 6:
            text = self._redactor.known(text)
            text = _KEY_TEXT.sub(self._masked, text)
            found = chain(
                known_tokens(text), passwords_in_addresses(text), named_secrets(text),
                basic_credentials(text),
            )  # fmt: skip
            for secret in sorted({each.text for each in found}, key=len, reverse=True):
                if not _NO_SECRET.fullmatch(secret) and not _PLACEHOLDER.search(secret):
                    self.taken.add(secret)
                    text = text.replace(secret, MASK)
            text = _TOKEN.sub(self._masked_if_random, text)
        return text

    def _masked_if_random(self, match: re.Match[str]) -> str:
        return self._masked(match) if is_opaque(match[0]) else match[0]

    def _masked(self, match: re.Match[str]) -> str:
        self.taken.add(match[0])
        return MASK


def is_opaque(text: str) -> bool:
    """Tell whether a text without spaces is random, and neither words nor a usual identifier."""
    if not looks_random(text) or _NO_SECRET.fullmatch(text):
        return False
    # Words and dates consist of longer runs of letters and digits.
    runs = _WORDS.findall(text)
    readable = sum(len(run) for run in runs if len(run) > 4 and _VOWEL.search(run))
    return len(runs) > len(text) / 4 and readable < len(text) / 2


def _is_secret(name: str, value: Any) -> bool:
    if not is_secret_name(name) or _ABOUT.search(name):
        return False
    return not (isinstance(value, int | float) and _NUMBERS.search(name))
