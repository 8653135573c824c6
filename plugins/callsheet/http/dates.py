"""Dates in header fields (RFC 9110, 5.6.7)."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from email.utils import format_datetime, parsedate_to_datetime

_DATE = re.compile(r"[A-Za-z0-9 ,:+-]{1,64}")
"""What a date consists of: the library would also take `1_9` for a number."""


def http_date(moment: datetime) -> str:
    """A date as header fields have it (RFC 9110, 5.6.7)."""
    return format_datetime(moment.astimezone(UTC), usegmt=True)


def read_http_date(text: str) -> datetime | None:
    """The moment that a header field names, in UTC; None where it is no date (RFC 9110, 5.6.7)."""
    if not _DATE.fullmatch(text):
        return None
    try:
        moment = parsedate_to_datetime(text)
        # A zone of `-0000` says that the date is in UTC, and comes back without a zone.
        return moment.replace(tzinfo=moment.tzinfo or UTC).astimezone(UTC)
    except (TypeError, ValueError, OverflowError):
        return None
