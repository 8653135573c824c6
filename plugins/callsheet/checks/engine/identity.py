"""Identities of findings, which stay the same while pages are added, edited, moved and renamed.

A finding is identified by its rule, the operation or page, the section, the name of the row, and
the offending text: no line numbers, no counts, and nothing that other pages say.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from pathlib import PurePosixPath

from callsheet import lazy_re as re
from callsheet.findings import Finding, Identity

MAX_TEXT = 200
"""The number of characters of an offending text that count."""

_MARK = re.compile(
    r"^(?:[ \t>]*+(?P<fence>`{3,}|~{3,})| {0,3}#{1,6}(?=\s)[ \t]*+(?P<title>.*))", re.MULTILINE
)
_KEY = re.compile(r"(uid|id|title):(.*)")
_QUOTED = re.compile(r"`([^`]+)`")
_CELL = re.compile(r"\A\s*+\|?+((?:\\.|[^|\\])*+)\|")
_LINK_TARGET = re.compile(r"\]\([^()\]]*+\)")


class PageIdentities:
    """Computes the identities of the findings about one page.

    Args:
        lines: The lines of the page.
    """

    def __init__(self, lines: Sequence[str]) -> None:
        self._lines = lines
        self._headings = list(_headings(lines))
        keys = dict(_texts_of_front_matter(lines))
        self._has_uid = "uid" in keys or "id" in keys
        self._title = keys.get("title") or (self._headings[0][1] if self._headings else "")

    def identified(self, finding: Finding, *, quotes: bool, uid: str | None = None) -> Finding:
        """Return a finding with its identity.

        Args:
            finding: The finding, with its place.
            quotes: Whether the message quotes nothing that depends on other pages.
            uid: The uid of the operation that it is about; None for that which it has.
        """
        uid = finding.uid if uid is None else uid
        if finding.identity.page:
            return finding if uid == finding.uid else replace(finding, uid=uid)
        line = self._lines[finding.line - 1] if 0 < finding.line <= len(self._lines) else ""
        row = _first_cell(line)
        found = [_of_row(finding, line) if row else _of_line(finding, line)]
        # What is missing somewhere is not in the text there, but the message quotes it.
        if quotes and (quoted := _QUOTED.search(finding.message)):
            found.append(quoted[1])
        text = " · ".join(dict.fromkeys(filter(None, map(_normalised, found))))
        identity = Identity(self._page(uid, finding.path), self._section(finding.line), row, text)
        return replace(finding, identity=identity, uid=uid)

    def _page(self, uid: str, path: str) -> str:
        # An operation without a uid is named after its file, and a page may be renamed.
        if uid and (self._has_uid or uid != PurePosixPath(path).stem):
            return uid
        return self._title or uid or path

    def _section(self, line: int) -> str:
        index = bisect_left(self._headings, (line,)) - 1
        return self._headings[index][1] if index >= 0 else ""


def page_identities(lines: Callable[[str], Sequence[str]]) -> Callable[[str], PageIdentities]:
    """Return a function that gives what identifies the findings about a page, by its path."""
    return cache(lambda path: PageIdentities(lines(path)))


def _texts_of_front_matter(lines: Sequence[str]) -> Iterator[tuple[str, str]]:
    if not lines or lines[0].rstrip() != "---":
        return
    for line in lines[1:]:
        if line.startswith(("---", "...")):
            return
        if key := _KEY.match(line):
            yield key[1], _normalised(key[2].strip("\"' "))


def _headings(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Yield the ATX headings outside of fences, with their lines."""
    text = "\n".join(lines)
    fence = ""
    number, counted = 1, 0
    for mark in _MARK.finditer(text):
        if mark["fence"]:
            if not fence:
                fence = mark["fence"]
            elif mark["fence"].startswith(fence):
                fence = ""
        elif not fence:
            number += text.count("\n", counted, mark.start())
            counted = mark.start()
            yield number, _normalised(mark["title"].rstrip(" \t#"))


def _first_cell(line: str) -> str:
    if not line.lstrip(" >\t").startswith("|"):
        return ""
    cell = _CELL.match(line.lstrip(" >\t"))
    return _normalised(cell[1]) if cell else ""


def _of_row(finding: Finding, line: str) -> str:
    """Return the offending text of a row; a range of the whole row is named by its first cell."""
    text = _of_line(finding, line)
    return "" if text.strip() == line.strip() else text


def _of_line(finding: Finding, line: str) -> str:
    is_in_line = finding.end_line == finding.line
    return line[finding.column - 1 : finding.end_column - 1 if is_in_line else None]


def _normalised(text: str) -> str:
    """Return a text with single spaces, without the targets of links, which move with pages."""
    return " ".join(_LINK_TARGET.sub("]", text).split())[:MAX_TEXT]
