"""Find the columns of findings that only know their line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from callsheet.findings import Finding

_QUOTED = re.compile(r"`([^`]+)`")


def place_finding(finding: Finding, lines: Sequence[str]) -> Finding:
    """Add columns to a finding that has no end yet.

    The place is the first text that the message quotes and the line contains, else the whole line.

    Args:
        finding: The finding.
        lines: The lines of its page.
    """
    if finding.end_line or not 1 <= finding.line <= len(lines):
        return finding
    line = finding.line
    # Faults of the front matter are reported at its first line.
    if line == 1 and lines[0].startswith("---"):
        line = _line_in_front_matter(finding.message, lines)
    start, length = _find(finding.message, lines[line - 1])
    end = start + length + 1
    return replace(finding, line=line, column=start + 1, end_line=line, end_column=end)


def _line_in_front_matter(message: str, lines: Sequence[str]) -> int:
    """Return the front matter's line with the first text that a message quotes, else line 1."""
    first = next(iter(_QUOTED.findall(message)), "")
    for number, text in enumerate(lines[1:], 2):
        if text.startswith(("---", "...")) or not first.strip():
            break
        if first in text:
            return number
    return 1


def _find(message: str, text: str) -> tuple[int, int]:
    quoted = _QUOTED.findall(message)
    # A message has the path relative to the docs directory, the page perhaps relative to itself.
    for wanted in (*quoted, *(word.rpartition("/")[2] for word in quoted)):
        at = text.find(wanted) if wanted.strip() else -1
        if at >= 0:
            return at, len(wanted)
    start = len(text) - len(text.lstrip())
    return start, max(len(text.strip()), 1)
