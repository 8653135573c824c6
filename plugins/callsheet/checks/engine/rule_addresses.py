"""Where the site documents the rules, for reports that lead there."""

from collections.abc import Iterable
from pathlib import Path
from urllib.parse import quote, urljoin

from callsheet import lazy_re as re
from callsheet.catalog.readings import read_bytes
from callsheet.checks.engine.registry import all_rules
from callsheet.checks.engine.rule_pages import rule_anchor

_MARKER = re.compile(rb"^<!-- callsheet: rules((?: CS[0-9]{1,3})*+) *-->", re.MULTILINE)
_INDEXES = {"index", "README"}


def rule_addresses(
    docs: Path, pages: Iterable[str], site_url: str, *, directories: bool = True
) -> dict[str, str]:
    """Return the addresses of the rules that pages of a site document, by their codes.

    Args:
        docs: The docs directory.
        pages: Its pages; the first one that documents a rule counts.
        site_url: The address of the site.
        directories: Whether the site has a folder for each page.
    """
    found: dict[str, str] = {}
    for page in pages:
        for marker in _MARKER.finditer(read_bytes(docs, page) or b""):
            prefixes = tuple(marker[1].decode().split()) or ("",)
            address = _address(site_url, page, directories=directories)
            for code, rule in all_rules().items():
                if code.startswith(prefixes):
                    found.setdefault(code, f"{address}#{rule_anchor(rule)}")
    return found


def _address(site_url: str, page: str, *, directories: bool) -> str:
    """Return the address of a page, as MkDocs gives it."""
    folder, _, name = page.removesuffix(".md").rpartition("/")
    if name in _INDEXES:
        name = "" if directories else "index.html"
    else:
        name += "/" if directories else ".html"
    path = f"{folder}/{name}" if folder else name
    return urljoin(f"{site_url.rstrip('/')}/", quote(path))
