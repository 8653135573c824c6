"""What a specification says and pages cannot."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from callsheet.findings import Finding, Severity

_SHOWN = 3
"""How many places of one kind are told one by one."""


class Notes:
    """Collects findings, whose place is a JSON pointer (RFC 6901) into the specification.

    Args:
        name: The file's name.
    """

    def __init__(self, name: str) -> None:
        self._name = name
        self.findings: dict[Finding, None] = {}

    def left_out(self, pointer: str, what: str, hint: str = "Correct the specification.") -> None:
        """A part cannot be understood, and no page has it."""
        self._add(pointer, "CS045", Severity.ERROR, f"{what}.", hint)

    def lost(self, pointer: str, what: str, hint: str = "Tell readers in words.") -> None:
        """The page format has no place for a part of the contract."""
        self._add(pointer, "CS046", Severity.WARNING, f"{what}.", hint)

    def changed(self, pointer: str, what: str) -> None:
        """A part of the contract stands on the page as something like it."""
        self._add(pointer, "CS047", Severity.WARNING, f"{what}.", "See whether that is right.")

    def told(self, pointer: str, what: str) -> None:
        """A part of the contract stands on the page as words."""
        self._add(pointer, "CS048", Severity.NOTE, f"{what}.", "It is no part of the contract.")

    def _add(self, pointer: str, code: str, severity: Severity, message: str, hint: str) -> None:
        finding = Finding(f"{self._name}#{pointer}", 1, 1, code, severity, message, hint)
        self.findings[finding] = None


def summarised(findings: Iterable[Finding], *, every: bool = False) -> Iterator[str]:
    """The findings as lines; of one kind, the first ones and how many more there are.

    Args:
        findings: The findings.
        every: Whether each of them is a line.
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
    """A value as a code span on one line."""
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    text = " ".join(text.split()) or '""'
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    marks = "`" * (longest + 1)
    space = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{marks}{space}{text}{space}{marks}"
