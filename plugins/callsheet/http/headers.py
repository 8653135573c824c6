"""Header fields (RFC 9110): the standard ones, and the values of dates and credentials."""

import base64
import binascii
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from email.utils import format_datetime, parsedate_to_datetime

from callsheet import lazy_re as re

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

_DATE = re.compile(r"[A-Za-z0-9 ,:+-]{1,64}")
"""The characters of a date; the library would also accept `1_9` as a number."""


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


def http_date(moment: datetime) -> str:
    """Write a date as an HTTP date."""
    return format_datetime(moment.astimezone(UTC), usegmt=True)


def read_http_date(text: str) -> datetime | None:
    """Parse an HTTP date, in UTC; None where it is not a date."""
    if not _DATE.fullmatch(text):
        return None
    try:
        moment = parsedate_to_datetime(text)
        # For the zone `-0000`, which means UTC, the library returns a date without a zone.
        return moment.replace(tzinfo=moment.tzinfo or UTC).astimezone(UTC)
    except (TypeError, ValueError, OverflowError):
        return None


def split_authorization(field: str) -> tuple[str, str]:
    """Split a field into the scheme, in lower case (RFC 9110, 11.1), and what follows it."""
    scheme, _, rest = field.strip().partition(" ")
    return scheme.lower(), rest.strip()


def basic(user: str, password: str) -> str:
    """Write the field for a user and a password (RFC 7617, 2)."""
    return f"Basic {base64.b64encode(f'{user}:{password}'.encode()).decode()}"


def read_basic(field: str) -> tuple[str, str] | None:
    """Parse the user and the password of a field; None where it has none.

    The first colon separates them; further ones belong to the password (RFC 7617, 2).
    """
    scheme, value = split_authorization(field)
    if scheme != "basic":
        return None
    try:
        text = base64.b64decode(value, validate=True).decode()
    except (binascii.Error, ValueError):
        return None
    user, colon, password = text.partition(":")
    return (user, password) if colon else None
