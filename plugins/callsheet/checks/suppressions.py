"""Comments on a page that suppress findings.

`<!-- callsheet: ignore CS123 -->` counts for the block below it where it has a line of its own, and
for its own line elsewhere. The block below is the whole section where it is a heading, else the
table, fence, list or paragraph: that is how a row or a line of an example is reached. A row can
have the comment behind its last pipe, too. `<!-- callsheet: ignore-page CS123 -->` counts for the
page. Several codes are separated by commas, and what follows ` -- ` is the reason.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from callsheet.checks.page import Place
from callsheet.findings import Edit, Finding
from callsheet.source.directives import Directive
from callsheet.source.document import Block, BlockKind, Document


@dataclass(frozen=True, slots=True)
class Suppression:
    """A code that a comment suppresses.

    Attributes:
        code: The code, as written; empty where the comment names none.
        place: The whole comment.
        start: The first line that it counts for.
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

    def covers(self, finding: Finding) -> bool:
        """Whether it is about that finding."""
        return (
            finding.code == self.code
            and finding.path == self.place.path
            and self.start <= finding.line <= self.end
        )

    def removal(self) -> tuple[Edit, ...]:
        """What takes the comment out, where it has no other use."""
        if self.others:
            return ()
        place = self.place
        if self.alone:
            return (Edit(place.line, 1, place.line + 1, 1, ""),)
        return (Edit(place.line, place.column, place.end_line, place.end_column, ""),)


def read_suppressions(document: Document, path: str) -> Iterator[Suppression]:
    """The suppressions of a page."""
    for directive in document.directives:
        line = directive.line
        place = Place(path, line, directive.column, line, directive.end_column)
        start, end = _lines(directive, document)
        for code in directive.codes or ("",):
            others = len(directive.codes) > 1
            yield Suppression(code, place, start, end, directive.alone, others)


def apply_suppressions(
    suppressions: Iterable[Suppression], findings: Iterable[Finding]
) -> tuple[set[Finding], list[Suppression]]:
    """Matches findings and suppressions.

    Returns:
        The findings that a comment suppresses, and the suppressions that suppress none.
    """
    by_code: dict[tuple[str, str], dict[Suppression, bool]] = {}
    for suppression in suppressions:
        by_code.setdefault((suppression.place.path, suppression.code), {})[suppression] = False
    suppressed = set()
    for finding in findings if by_code else ():
        same = by_code.get((finding.path, finding.code), {})
        for suppression in same:
            if suppression.covers(finding):
                same[suppression] = True
                suppressed.add(finding)
    return suppressed, [s for same in by_code.values() for s, used in same.items() if not used]


def _lines(directive: Directive, document: Document) -> tuple[int, int]:
    """The first and the last line that a comment counts for."""
    last = len(document.lines)
    if directive.whole_page:
        return 1, last
    if not directive.alone:
        return directive.line, directive.line
    below = [block for block in document.blocks if block.span.end > directive.line]
    if not below:
        return directive.line, directive.line
    first = below[0]
    if first.kind is BlockKind.HEADING:
        return first.span.start, _end_of_section(first, below[1:], last)
    return max(first.span.start, directive.line), first.span.end


def _end_of_section(heading: Block, below: Iterable[Block], last: int) -> int:
    for block in below:
        if block.kind is BlockKind.HEADING and block.level <= heading.level:
            return block.span.start - 1
    return last
