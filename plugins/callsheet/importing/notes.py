"""Findings about what pages cannot express."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from callsheet.findings import Finding, Severity

_SHOWN = 3
"""The number of findings of one kind that are listed individually."""


class ImportNotes:
    """Collects findings, located by JSON pointers (RFC 6901) into the specification.

    Args:
        name: The file's name.
    """

    def __init__(self, name: str) -> None:
        self._name = name
        self.findings: dict[Finding, None] = {}

    def left_out(self, pointer: str, what: str, hint: str = "Correct the specification.") -> None:
        """Note that a part is invalid and left out."""
        self._add(pointer, "CS045", Severity.ERROR, f"{what}.", hint)

    def lost(self, pointer: str, what: str, hint: str = "Tell readers in words.") -> None:
        """Note that the page format cannot express a part of the contract."""
        self._add(pointer, "CS046", Severity.WARNING, f"{what}.", hint)

    def changed(self, pointer: str, what: str) -> None:
        """Note that the page has a similar contract instead."""
        self._add(pointer, "CS047", Severity.WARNING, f"{what}.", "See whether that is right.")

    def minor(self, pointer: str, what: str) -> None:
        """Note a minor loss: the page has it as prose or not at all, but the contract stays."""
        self._add(pointer, "CS048", Severity.NOTE, f"{what}.", "It is no part of the contract.")

    def _add(self, pointer: str, code: str, severity: Severity, message: str, hint: str) -> None:
        finding = Finding(f"{self._name}#{pointer}", 1, 1, code, severity, message, hint)
        self.findings[finding] = None


def summarised(findings: Iterable[Finding], *, every: bool = False) -> Iterator[str]:
    """Yield the findings as lines: of each kind the first ones, and the number of others.

    Args:
        findings: The findings.
        every: Whether each finding is a line.
    """
    kinds: dict[tuple[str, str], list[Finding]] = {}
    for finding in findings:
        kind = f"{finding.path} {finding.message}" if every else finding.message
        kinds.setdefault((finding.code, kind), []).append(finding)
    for same in kinds.values():
        for finding in same[:_SHOWN]:
            text = f"{finding.code} {finding.message} {finding.hint}"
            yield f"{finding.severity}: {finding.path}: {text}"
        if len(same) > _SHOWN:
            more = len(same) - _SHOWN
            yield f"{same[0].severity}: {same[0].code} {same[0].message} ({more} more places)"


def code(value: Any) -> str:
    """Return a value as a code span on one line."""
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    text = " ".join(text.split()) or '""'
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    marks = "`" * (longest + 1)
    space = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{marks}{space}{text}{space}{marks}"
