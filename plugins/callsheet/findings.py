"""What a rule says about a page."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Severity(StrEnum):
    """How much a finding matters; the names are those of SARIF 2.1.0, `level`."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True, order=True)
class Related:
    """Where an expectation comes from.

    Attributes:
        path: The page's file, relative to the docs directory, with forward slashes.
        line: The line in the file, counted from 1.
        message: What stands there, such as "the row of `personId`".
    """

    path: str
    line: int
    message: str


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """A replacement of the text between two places of a page.

    Attributes:
        line: The line of the first character that goes, counted from 1.
        column: Its character in the line, counted from 1.
        end_line: The line of the first character that stays.
        end_column: Its character in the line.
        text: What comes in their place; lines end with LF.
    """

    line: int
    column: int
    end_line: int
    end_column: int
    text: str


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
        end_line: The line of the first character after the offending text; 0 where it is not known.
        end_column: That character in its line, counted from 1; 0 where it is not known.
        uid: The operation, if the page documents one.
        related: Where the expectations come from that are not met.
        fix: What mends it, all of these edits together; only where there is one right answer.
    """

    path: str
    line: int
    column: int
    code: str
    severity: Severity
    message: str
    hint: str
    end_line: int = 0
    end_column: int = 0
    uid: str = ""
    related: tuple[Related, ...] = ()
    fix: tuple[Edit, ...] = field(default=(), compare=False)

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}: {self.code} {self.message} {self.hint}"
