"""Comments that suppress findings (CS9xx)."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate

from callsheet.checks.model.page import Place
from callsheet.checks.rule import Diagnostic, Example, ReadingRule
from callsheet.findings import Edit, Finding
from callsheet.source.directives import Directive
from callsheet.source.document import BlockKind, Document


@dataclass(frozen=True, slots=True)
class Suppression:
    """Code that a comment suppresses.

    Attributes:
        code: The code, as written; empty where the comment names none.
        place: The whole comment.
        start: The first line that it applies to.
        end: The last one.
        alone: Whether the comment has a line of its own.
        others: Whether it names other codes, too.
    """

    code: str
    place: Place
    start: int
    end: int
    alone: bool
    others: bool

    def removal(self) -> tuple[Edit, ...]:
        """Return the edit that removes the comment, if it has no other use."""
        if self.others:
            return ()
        place = self.place
        if self.alone:
            return (Edit(place.line, 1, place.line + 1, 1, ""),)
        return (Edit(place.line, place.column, place.end_line, place.end_column, ""),)


def read_suppressions(document: Document, path: str) -> Iterator[Suppression]:
    """Yield the suppressions of a page."""
    below = _Below(document) if document.directives else None
    for directive in document.directives:
        line = directive.line
        place = Place(path, line, directive.column, line, directive.end_column)
        start, end = below.lines(directive) if below else (line, line)
        for code in directive.codes or ("",):
            others = len(directive.codes) > 1
            yield Suppression(code, place, start, end, directive.alone, others)


def apply_suppressions(
    suppressions: Iterable[Suppression], findings: Iterable[Finding]
) -> tuple[set[Finding], list[Suppression]]:
    """Match findings and suppressions.

    Returns:
        The findings that a comment suppresses, and the suppressions that suppress none.
    """
    by_code: dict[tuple[str, str], dict[Suppression, None]] = {}
    for suppression in suppressions:
        by_code.setdefault((suppression.place.path, suppression.code), {})[suppression] = None
    found: dict[tuple[str, str], list[Finding]] = {}
    for finding in findings if by_code else ():
        if (key := (finding.path, finding.code)) in by_code:
            found.setdefault(key, []).append(finding)
    suppressed: set[Finding] = set()
    needless: list[Suppression] = []
    for key, same in by_code.items():
        about = found.get(key, [])
        lines = sorted(finding.line for finding in about)
        needless += [s for s in same if bisect_left(lines, s.start) == bisect_right(lines, s.end)]
        # A line is covered if, of all suppressions that begin before it, one ends at it or later.
        ordered = sorted(same, key=lambda suppression: suppression.start)
        starts = [suppression.start for suppression in ordered]
        ends = [0, *accumulate((suppression.end for suppression in ordered), max)]
        suppressed.update(f for f in about if ends[bisect_right(starts, f.line)] >= f.line)
    return suppressed, needless


class _Below:
    """Lines of a page that comments apply to."""

    def __init__(self, document: Document) -> None:
        self._last = len(document.lines)
        self._blocks = document.blocks
        self._ends = [block.span.end for block in document.blocks]
        self._sections: dict[int, int] = {}
        after = [self._last + 1] * 7
        for block in reversed(document.blocks):
            if block.kind is BlockKind.HEADING:
                # The next heading of its level or above ends its section.
                self._sections[block.span.start] = min(after[: block.level + 1]) - 1
                after[block.level] = block.span.start

    def lines(self, directive: Directive) -> tuple[int, int]:
        """Return the first and the last line that a comment applies to."""
        if directive.whole_page:
            return 1, self._last
        below = bisect_right(self._ends, directive.line)
        if not directive.alone or below == len(self._blocks):
            return directive.line, directive.line
        first = self._blocks[below]
        if first.kind is BlockKind.HEADING:
            return first.span.start, self._sections[first.span.start]
        return max(first.span.start, directive.line), first.span.end


UNUSED_SUPPRESSION = ReadingRule(
    code="CS901",
    name="unused-suppression",
    summary="A comment suppresses a finding that is not there.",
    cause=(
        "What the comment was written for has been fixed, or the comment is not where it has to "
        "be: on the line, on a line of its own above the section, table, fence or paragraph, or as "
        "`ignore-page` anywhere. Left alone, it would hide the next finding of its kind."
    ),
    hint="Remove the code from the comment, or put the comment where the finding is.",
    examples=(
        Example(
            "## Request Headers\n",
            "<!-- callsheet: ignore CS010 -- fixed long ago -->\n\n## Request Headers\n",
        ),
    ),
)


def unused_diagnostic(suppression: Suppression) -> Diagnostic:
    """Report such a comment."""
    message = f"`{suppression.code}` is suppressed here, and nothing of that code is found."
    return Diagnostic(suppression.place, message, fix=suppression.removal())


UNKNOWN_CODE = ReadingRule(
    code="CS902",
    name="unknown-code",
    summary="A comment suppresses a code that no rule has.",
    cause=(
        "A comment names the codes of rules, separated by commas, and gives its reason after ` -- "
        "`. With a slip in the code it suppresses nothing."
    ),
    hint="Write the code as the finding shows it, such as `CS003`.",
    examples=(
        Example("## Request Headers\n", "<!-- callsheet: ignore 10 -->\n\n## Request Headers\n"),
    ),
)


def unknown_code_diagnostic(suppression: Suppression) -> Diagnostic:
    """Report such a comment."""
    if not suppression.code:
        return Diagnostic(suppression.place, "The comment names no code.")
    return Diagnostic(suppression.place, f"There is no rule `{suppression.code}`.")
