"""Well-known names of request headers."""

from __future__ import annotations

_NAMES = """
Accept Accept-Charset Accept-Encoding Accept-Language Accept-Ranges Authorization Cache-Control
Connection Content-Disposition Content-Encoding Content-Language Content-Length Content-MD5
Content-Range Content-Type Cookie Date Expect Forwarded From Host Idempotency-Key If-Match
If-Modified-Since If-None-Match If-Range If-Unmodified-Since Location Origin Pragma Prefer
Proxy-Authorization Range Referer Retry-After TE Traceparent Tracestate Transfer-Encoding Upgrade
User-Agent Via Warning X-Api-Key X-Correlation-Id X-CSRF-Token X-Forwarded-For X-Forwarded-Host
X-Forwarded-Proto X-HTTP-Method-Override X-Request-Id X-Requested-With X-XSRF-TOKEN
"""
KNOWN = tuple(_NAMES.split())
"""Names of the registry of field names, and other widely used ones."""

_LOWER = frozenset(name.lower() for name in KNOWN)
# Words that may also be names of parameters.
_WORDS = frozenset({"date", "expect", "from", "host", "location", "origin", "range", "te", "via",
                    "warning", "upgrade", "connection", "prefer", "pragma", "accept", "cookie",
                    "forwarded", "referer"})  # fmt: skip


def is_header(name: str) -> bool:
    """Tell whether a name can only be that of a header."""
    lower = name.lower()
    return lower in _LOWER and lower not in _WORDS
