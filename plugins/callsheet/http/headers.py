"""Header fields, and the names of the standard ones (RFC 9110)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

FIELD_LINE = re.compile(r"(?P<name>[!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \t]*+(?P<value>.*)")
"""A header field on a line of its own (RFC 9112, 5); white space at its end is to be stripped."""

DATES = frozenset(
    {
        "date", "expires", "if-modified-since", "if-unmodified-since", "last-modified", "sunset",
    }
)  # fmt: skip
"""Header fields whose value is an HTTP date (RFC 9110, 5.6.7; RFC 8594, 3)."""

ONCE = frozenset(
    {
        *DATES, "authorization", "content-length", "content-location", "content-type", "etag",
        "host", "location", "user-agent",
    }
)  # fmt: skip
"""Header fields that a message may have only once (RFC 9110, 5.3)."""

OF_THE_CLIENT = frozenset(
    {
        "accept-encoding", "cache-control", "connection", "content-encoding", "content-length",
        "content-type", "cookie", "date", "expect", "host", "keep-alive", "origin", "pragma",
        "referer", "te", "transfer-encoding", "upgrade", "user-agent", "via",
    }
)  # fmt: skip
"""Header fields that clients send, or HTTP requires, by itself: pages need not list them."""

STANDARD_REQUEST = frozenset(
    {
        *OF_THE_CLIENT, "accept", "accept-charset", "accept-language", "authorization",
        "content-language", "from", "if-match", "if-modified-since", "if-none-match", "if-range",
        "if-unmodified-since", "prefer", "range",
    }
)  # fmt: skip
"""Header fields of requests in RFC 9110, RFC 9111 and RFC 7240."""

STANDARD_RESPONSE = frozenset(
    {
        "accept-ranges", "age", "allow", "cache-control", "connection", "content-disposition",
        "content-encoding", "content-language", "content-length", "content-location",
        "content-range", "content-type", "date", "etag", "expires", "last-modified", "link",
        "location", "preference-applied", "retry-after", "server", "set-cookie",
        "transfer-encoding", "vary", "www-authenticate",
    }
)  # fmt: skip
"""Header fields of responses in RFC 9110, RFC 9111, RFC 6265, RFC 6266, RFC 7240 and RFC 8288."""

SCHEMES = frozenset({"basic", "bearer", "digest", "dpop", "negotiate", "hoba", "mutual", "oauth"})
"""Authentication schemes of the IANA registry, in lower case."""


class Headers:
    """Header fields by name, without regard to case (RFC 9110, 5.1)."""

    def __init__(self, fields: Iterable[tuple[str, str]] = ()) -> None:
        self._values: dict[str, str] = {}
        lists: dict[str, list[str]] = {}
        for name, value in fields:
            key = name.lower()
            if key in self._values:
                lists.setdefault(key, [self._values[key]]).append(value)
            else:
                self._values[key] = value
        # Joined once at the end: to append to a text thousands of times takes quadratic time.
        self._values |= {key: ", ".join(several) for key, several in lists.items()}

    def __iter__(self) -> Iterator[tuple[str, str]]:
        """Yield the fields, with their names in lower case."""
        yield from self._values.items()

    def get(self, name: str) -> str | None:
        """Return the value of a field; fields of one name are joined to a list (RFC 9110, 5.3)."""
        return self._values.get(name.lower())
