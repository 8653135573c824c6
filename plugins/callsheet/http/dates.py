"""Dates in header fields (RFC 9110, 5.6.7)."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from email.utils import format_datetime, parsedate_to_datetime

_DATE = re.compile(r"[A-Za-z0-9 ,:+-]{1,64}")
"""The characters of a date; the library would also accept `1_9` as a number."""


def http_date(moment: datetime) -> str:
    """Write a date as an HTTP date."""
    return format_datetime(moment.astimezone(UTC), usegmt=True)


def read_http_date(text: str) -> datetime | None:
    """Parse an HTTP date, in UTC; None where it is no date."""
    if not _DATE.fullmatch(text):
        return None
    try:
        moment = parsedate_to_datetime(text)
        # For the zone `-0000`, which means UTC, the library returns a date without a zone.
        return moment.replace(tzinfo=moment.tzinfo or UTC).astimezone(UTC)
    except (TypeError, ValueError, OverflowError):
        return None
