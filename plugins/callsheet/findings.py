"""Findings: what rules report about lines of pages."""

from dataclasses import dataclass, field, fields
from enum import Enum, StrEnum
from functools import lru_cache
from operator import attrgetter

from callsheet.records import record


@record(order=True)
class Span:
    """A range of lines of a file, counted from 1, both ends included."""

    start: int
    end: int


span_of = lru_cache(maxsize=8192)(Span)
"""Makes a span: one object for all places with these lines, of which a site has 100,000."""


class Severity(StrEnum):
    """How much a finding matters; the names are those of SARIF 2.1.0, `level`."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True, order=True)
class Related:
    """The place that an expectation comes from.

    Attributes:
        path: The page's file, relative to the docs directory, with forward slashes.
        line: The line in the file, counted from 1.
        message: What is there, such as "the row of `personId`".
    """

    path: str
    line: int
    message: str


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """A replacement of the text between two places of a page.

    Attributes:
        line: The line of the first replaced character, counted from 1.
        column: Its column, counted from 1.
        end_line: The line of the first character after the replaced ones.
        end_column: Its column.
        text: The replacement; lines end with LF.
    """

    line: int
    column: int
    end_line: int
    end_column: int
    text: str


ALL_PAGES = "all pages"
"""The page of the identity of a finding about the whole tree."""


@dataclass(frozen=True, slots=True)
class Identity:
    """Identity of a finding, which edits of other lines and pages do not change.

    Attributes:
        page: The uid of the operation, else the title of the page, else its path.
        section: The heading above.
        row: The first cell of the row.
        text: The offending text.
    """

    page: str = ""
    section: str = ""
    row: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One thing that is wrong on one page.

    Attributes:
        path: The page's file, relative to the docs directory, with forward slashes.
        line: The line in the file, counted from 1, front matter included.
        column: The column in the line, counted from 1.
        code: The rule's code, stable across releases.
        severity: How much it matters.
        message: What is wrong, in one sentence, with the offending text.
        hint: What to do about it.
        end_line: The line of the first character after the offending text; 0 where it is not known.
        end_column: The column of that character, counted from 1; 0 where it is not known.
        uid: The operation, if the page documents one.
        related: The places that the unmet expectations come from.
        fix: The edits that fix it together; only where there is one right answer.
        identity: What baselines and fingerprints know it by.
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
    identity: Identity = field(default=Identity(), compare=False)

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}: {self.code} {self.message} {self.hint}"


IN_ORDER = attrgetter(*(each.name for each in fields(Finding) if each.compare))
"""The key that sorts findings as they compare, faster than comparing each pair does."""


class FaultKind(Enum):
    """Kinds of faults; the value of each is the code, the severity and the hint of its findings."""

    @property
    def code(self) -> str:
        """The code of its findings."""
        return str(self.value[0])

    @property
    def severity(self) -> Severity:
        """The severity of its findings."""
        return Severity(self.value[1])

    @property
    def hint(self) -> str:
        """The hint of its findings."""
        return str(self.value[2])

    def at(
        self,
        path: str,
        line: int,
        message: str,
        *,
        column: int = 1,
        end: tuple[int, int] = (0, 0),
        related: tuple[Related, ...] = (),
    ) -> Finding:
        """Return a finding about a fault of this kind; `end` is its end line and end column."""
        code, severity, hint = self.value
        return Finding(path, line, column, code, severity, message, hint, *end, related=related)
