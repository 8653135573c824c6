"""What a rule says about a page."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a finding matters; the names are those of SARIF 2.1.0, `level`."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One thing that is wrong on one page.

    Attributes:
        path: The page's file, relative to the docs directory, with forward slashes.
        line: The line in the file, counted from 1, front matter included.
        column: The character in the line, counted from 1.
        code: The rule's code, stable across releases.
        severity: How much it matters.
        message: What is wrong, in one sentence, with the offending text.
        hint: What to do about it.
    """

    path: str
    line: int
    column: int
    code: str
    severity: Severity
    message: str
    hint: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}: {self.code} {self.message} {self.hint}"
