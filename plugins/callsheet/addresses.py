"""Which addresses of pages and documents may become links: the one place that decides it."""

from __future__ import annotations

import re
import unicodedata
from html import unescape
from urllib.parse import quote

SCHEMES = ("http", "https", "mailto")
"""The schemes of links that lead out of the site."""

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*(?=:)")
_CONTROL = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
# What RFC 3986 allows in an address, `%` of what is encoded already included. The apostrophe is
# allowed, too, but ends an attribute in some templates.
_KEPT = "%/:?#[]@!$&()*+,;=~"


def safe_address(written: str) -> str | None:
    r"""An address as a link may have it, if it leads where it says.

    Safe are addresses of `SCHEMES`, and relative ones. Others may run as a script (`javascript:`,
    `data:`), start a program, or, without a scheme (`//host`), ask a file server for what a site on
    a disk shows. A browser reads more as a scheme than meets the eye: it ignores spaces before and
    line ends within (URL Standard, 4.4), reads `\` as `/`, and HTML and Markdown decode entities.

    Args:
        written: The address, as an author wrote it.

    Returns:
        The address with all encoded that ends an attribute, or None where it is refused.
    """
    address = written.strip(" \t\n")
    # What is decoded twice, by Markdown and by HTML, may be encoded twice.
    for _ in range(3):
        if not _leads_where_it_says(address):
            return None
        address = unescape(address)
    return quote(written.strip(" \t\n"), safe=_KEPT)


def has_scheme(address: str) -> bool:
    """Whether an address begins with a scheme, or, as `//host`, with the host of a server."""
    return _SCHEME.match(address) is not None or address.replace("\\", "/").startswith("//")


def _leads_where_it_says(address: str) -> bool:
    if any(unicodedata.category(character) in _CONTROL for character in address):
        return False
    if address.replace("\\", "/").startswith("//"):
        return False
    scheme = _SCHEME.match(address.lstrip())
    return scheme is None or scheme[0].lower() in SCHEMES
