"""Ids of a page that links may lead to."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator

from callsheet.checks.model.page import CheckedPage, OperationPage

_HEADING = re.compile(r"[ ]{0,3}(?:>[ ]?)*+#{1,6}[ \t]+(?P<text>.+)")
_EXPLICIT = re.compile(r"""(?:\b(?:id|name)=|\{[^{}\n]*?#)["']?(?P<id>[^\s"'>{}]+)""")
_ATTRIBUTES = re.compile(r"(?<![ \t])[ \t]*+\{:?[ \t]*+[#.][^{}]*+\}[ \t]*+$")
_LINK = re.compile(r"!?\[([^\[\]]*)\](?:\([^()]*\)|\[[^\[\]]*\])")
_TAG = re.compile(r"<[^<>]+>")
_NOT_IN_A_ROW = re.compile(r"[^\w.-]+")
_NOT_IN_A_SLUG = re.compile(r"[^\w\s-]")
_SUFFIX = re.compile(r"[-_]\d+$")
_ROWS = ("path", "query", "header", "request", "response", "status", "property")
_OF_THE_SITE = ("path-parameters", "sample", "samples", "content")
"""Ids of headings that the site adds to an operation's page."""

_NOT_KNOWN = ("[!include", "--8<--", "{%", "{{")
"""Signs of text from elsewhere, which may have further headings."""


def anchors_of(page: CheckedPage) -> set[str] | None:
    """Return the ids of a page, as Python-Markdown, GitHub and the site generate them.

    Returns:
        None if part of the page comes from elsewhere.
    """
    if any(sign in page.lower_text for sign in _NOT_KNOWN):
        return None
    found = {match["id"] for match in _EXPLICIT.finditer(page.text)}
    counts = Counter(slug for title in _titles(page) for slug in set(_slugs(title)))
    found |= {slug for slug in counts if slug}
    for slug, count in counts.items():
        found |= {f"{slug}{mark}{n}" for mark in "-_" for n in range(1, count + 1) if count > 1}
    if isinstance(page, OperationPage):
        found |= {page.operation.uid, *_OF_THE_SITE, *_rows(page)}
    return found


def is_known(anchor: str, anchors: set[str]) -> bool:
    """Tell whether a fragment is one of the ids, or one that every page has."""
    if anchor in anchors or anchor in ("", "top") or ":" in anchor:
        return True
    # Text fragments, and ids that the site numbers.
    return anchor.startswith(("callsheet-", "__")) or (
        _SUFFIX.search(anchor) is not None and anchor[:1].isdigit()
    )


def _titles(page: CheckedPage) -> Iterator[str]:
    fence = ""
    for line, after in zip(page.document.lines, (*page.document.lines[1:], ""), strict=True):
        mark = line.lstrip()[:3]
        if mark in ("```", "~~~"):
            fence = "" if fence == mark else fence or mark
        elif not fence and (match := _HEADING.match(line)):
            yield match["text"].rstrip(" \t").rstrip("#").rstrip(" \t")
        elif not fence and line.strip() and re.fullmatch(r"(?:-+|=+)[ \t]*", after):
            yield line


def _slugs(title: str) -> Iterator[str]:
    title = _LINK.sub(r"\1", _TAG.sub("", _ATTRIBUTES.sub("", title)))
    # A section is shown with and without the name after its colon.
    for shown in {title, title.partition(":")[0]}:
        plain = shown.replace("`", "").replace("*", "").strip()
        latin = unicodedata.normalize("NFKD", plain).encode("ascii", "ignore").decode()
        yield re.sub(r"[-\s]+", "-", _NOT_IN_A_SLUG.sub("", latin).strip().lower())
        yield re.sub(r"\s", "-", _NOT_IN_A_SLUG.sub("", plain).strip().lower())


def _rows(page: OperationPage) -> Iterator[str]:
    for section in page.sections:
        for table in section.tables:
            for row in table.rows:
                name = _NOT_IN_A_ROW.sub("", row.cell(0))
                yield from (f"{prefix}-{name}" for prefix in _ROWS)
