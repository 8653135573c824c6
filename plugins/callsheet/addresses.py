"""The allowlist of link targets: the one place that decides which addresses may become links."""

import unicodedata
from html import unescape
from urllib.parse import quote

from callsheet import lazy_re as re

SCHEMES = ("http", "https", "mailto")
"""The schemes of links that lead out of the site."""

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*(?=:)")
_CONTROL = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
# The characters that RFC 3986 allows in an address, including `%` of what is encoded already, but
# not the apostrophe, which ends an attribute in some templates.
_ALLOWED = "%/:?#[]@!$&()*+,;=~"


def safe_address(written: str) -> str | None:
    r"""Return an address encoded for a link, unless it is unsafe.

    Relative addresses are safe, and those of `SCHEMES`. Others may run a script (`javascript:`,
    `data:`), start a program, or, without a scheme (`//host`), make a site on a disk ask a file
    server for files. Browsers recognise schemes that are hard to see: they ignore spaces before and
    line ends within (URL Standard, 4.4), read `\` as `/`, and HTML and Markdown decode entities.

    Args:
        written: The address, as an author wrote it.

    Returns:
        The address, with everything encoded that would end an attribute; None where it is refused.
    """
    address = written.strip(" \t\n")
    # Entities are decoded twice, by Markdown and by HTML, so they may be encoded twice.
    for _ in range(3):
        if not _leads_where_it_says(address):
            return None
        # Each level is tested, as a browser may stop decoding at any of them.
        address = unescape(address)
    return quote(written.strip(" \t\n"), safe=_ALLOWED)


def has_scheme(address: str) -> bool:
    """Tell whether an address begins with a scheme, or, like `//host`, with a host."""
    return _SCHEME.match(address) is not None or address.replace("\\", "/").startswith("//")


def _leads_where_it_says(address: str) -> bool:
    if any(unicodedata.category(character) in _CONTROL for character in address):
        return False
    if address.replace("\\", "/").startswith("//"):
        return False
    scheme = _SCHEME.match(address.lstrip())
    return scheme is None or scheme[0].lower() in SCHEMES
