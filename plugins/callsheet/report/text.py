"""Findings as text for people: each with its source line, and the counts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from callsheet.findings import Finding, Related, Severity
from callsheet.printable import printable, visible
from callsheet.report.excerpt import Excerpts, Region
from callsheet.report.model import Report, set_aside, tally

MAX_RELATED = 3
"""The number of related places shown for a finding; other formats have all of them."""

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "blue"}
_CODES = {"bold": "1", "dim": "2", "red": "31", "yellow": "33", "blue": "34", "green": "32"}


@dataclass(frozen=True, slots=True)
class TerminalStyle:
    """Colours text for a terminal (ECMA-48, 8.3.117), or returns it unchanged.

    Args:
        colour: Whether text is coloured.
    """

    colour: bool

    def __call__(self, text: str, *names: str) -> str:
        """Return a text in `bold`, `dim` and one of the colours."""
        if not self.colour or not text:
            return text
        return f"\x1b[{';'.join(_CODES[name] for name in names)}m{text}\x1b[0m"


def write(report: Report, *, colour: bool = False) -> str:
    """Return the findings in the order of the pages, and the counts at the end."""
    style = TerminalStyle(colour)
    excerpts = Excerpts(report.docs)
    lines: list[str] = []
    for finding in report.ordered:
        lines += _finding(report, finding, excerpts, style)
        lines.append("")
    lines += _summary(report, style)
    return "".join(f"{line}\n" for line in lines)


def _finding(
    report: Report, finding: Finding, excerpts: Excerpts, style: TerminalStyle
) -> Iterator[str]:
    path = printable(visible(report.path(finding.path)))
    place = f"{path}:{finding.line}:{finding.column}:"
    severity = style(finding.severity, "bold", _COLOURS[finding.severity])
    yield f"{style(place, 'bold')} {severity} {finding.code} {visible(finding.message)}"
    yield from _source(finding, excerpts, style)
    for related in _some(finding.related):
        where = f"{visible(report.path(related.path))}:{related.line}"
        yield f"    expected by {where}: {visible(related.message)}"
    if (more := len(finding.related) - MAX_RELATED) > 0:
        yield f"    and {more:,} more"
    if finding.hint:
        yield f"    {style('hint:', 'bold')} {visible(finding.hint)}"
    if finding.fix:
        yield f"    {style('fix:', 'bold')} `callsheet check --fix` mends it."


def _source(finding: Finding, excerpts: Excerpts, style: TerminalStyle) -> Iterator[str]:
    place = Region(finding.path, finding.line, finding.column, finding.end_line, finding.end_column)
    excerpt = excerpts.of(place)
    if excerpt is None or not excerpt.text:
        return
    number = f"{finding.line:5}"
    yield f"{style(f'{number} |', 'dim')} {excerpt.text}"
    mark = style("^" * excerpt.length, "bold", _COLOURS[finding.severity])
    # A range that ends before the first character of a line ends with the previous line.
    last = finding.end_line - (finding.end_column <= 1)
    until = f" to line {last}" if last > finding.line else ""
    yield f"{style('      |', 'dim')} {' ' * excerpt.indent}{mark}{until}"


def _some(related: tuple[Related, ...]) -> Iterable[Related]:
    return related[:MAX_RELATED]


def _summary(report: Report, style: TerminalStyle) -> Iterator[str]:
    worst = next((severity for severity, number in report.counts.items() if number), None)
    yield style(tally(report), "bold", _COLOURS[worst] if worst else "green")
    if hidden := set_aside(report):
        yield hidden
    if fixable := sum(1 for finding in report.findings if finding.fix):
        yield f"`callsheet check --fix` mends {fixable:,} of them."
