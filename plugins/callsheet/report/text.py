"""Findings as text for people: source lines with the offending text underlined, and the counts."""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from callsheet.findings import Finding, Severity
from callsheet.paths import stays_inside
from callsheet.printable import printable, visible
from callsheet.report.model import (
    Report,
    RuleCount,
    SameFindings,
    count,
    next_steps,
    set_aside,
    tally,
)

WIDTH = 100
"""The number of characters of a line that are shown; a longer line is cut around the range."""

_BEFORE = 40
_CUT = "…"
_JOINERS = "\u200c\u200d"
_NO_WIDTH = frozenset({"Mn", "Me"})
_MAX_BYTES = 8 * 1024 * 1024

MAX_RELATED = 3
"""The number of related places shown for a finding; other formats have all of them."""

MAX_LINES = 50
"""The number of lines that `callsheet check` prints unless asked for more."""

MAX_RULES = 12
"""The number of rules in the table of what these lines have no room for."""

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "blue"}
_CODES = {"bold": "1", "dim": "2", "red": "31", "yellow": "33", "blue": "34", "green": "32"}


def width(text: str) -> int:
    """Return the number of terminal columns that a printable text takes (UAX 11)."""
    return len(text) if text.isascii() else sum(map(_width, text))


def _width(character: str) -> int:
    if character in _JOINERS or unicodedata.category(character) in _NO_WIDTH:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


@dataclass(frozen=True, slots=True)
class Region:
    """A range of text on a page; columns count from 1, and the end is exclusive, 0 if unknown."""

    path: str
    line: int
    column: int
    end_line: int = 0
    end_column: int = 0


@dataclass(frozen=True, slots=True)
class Excerpt:
    """The visible part of a source line.

    Attributes:
        text: The line, or the part of it around the range.
        indent: The number of columns before the range.
        length: The number of columns of the range, at least one.
    """

    text: str
    indent: int
    length: int


@dataclass(slots=True)
class Excerpts:
    """The source lines of a docs tree; only the last page is cached.

    Args:
        docs: The docs directory.
    """

    docs: Path
    _path: str = ""
    _lines: list[str] = field(default_factory=list)

    def of(self, place: Region) -> Excerpt | None:
        """Return the excerpt of a range's first line; None if the file has no such line."""
        lines = self._read(place.path)
        if not 1 <= place.line <= len(lines):
            return None
        line = lines[place.line - 1]
        start = min(max(place.column, 1) - 1, len(line))
        return _cut(line, start, _end(place, line, start))

    def _read(self, path: str) -> list[str]:
        if path != self._path:
            self._path, self._lines = path, _lines(self.docs, path)
        return self._lines


def _end(place: Region, line: str, start: int) -> int:
    """Return the end of the mark: after one character if the end of the range is unknown."""
    if place.end_line > place.line:
        # The range continues on later lines, so the whole visible rest of this one is marked.
        end = len(line[: start + WIDTH].rstrip())
    else:
        end = place.end_column - 1 if place.end_line else 0
    return min(max(end, start + 1), max(len(line), start + 1))


def _cut(line: str, start: int, end: int) -> Excerpt:
    # Sliced before escaping, so that a line of a megabyte costs no more than a short one.
    first = max(0, start - _BEFORE) if len(line) > WIDTH else 0
    last = min(len(line), first + WIDTH)
    before = (_CUT if first else "") + visible(line[first:start])
    marked = visible(line[start : min(end, last)])
    after = visible(line[min(end, last) : last]) + (_CUT if last < len(line) else "")
    return Excerpt((before + marked + after).rstrip(), width(before), max(width(marked), 1))


def _lines(docs: Path, path: str) -> list[str]:
    """Return the lines of a file in the docs directory; none if it cannot be read."""
    try:
        file = docs / path
        # A page may be a link to a file elsewhere, whose lines are not to be shown.
        if not stays_inside(docs, path) or not file.is_file() or file.stat().st_size > _MAX_BYTES:
            return []
        text = file.read_bytes().decode("utf-8-sig", errors="replace")
    except (OSError, ValueError):
        return []
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


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


def write(report: Report, *, colour: bool = False, max_lines: int | None = None) -> str:
    """Return the findings, the most severe first, and the counts at the end.

    Args:
        report: The findings.
        colour: Whether text is coloured.
        max_lines: The limit of lines; where there are more, the last ones are a table by rule.
    """
    style = TerminalStyle(colour)
    excerpts = Excerpts(report.docs)
    summary = [*_summary(report, style)]
    if max_lines is None:
        lines = [line for g in report.groups for line in (*_group(report, g, excerpts, style), "")]
    else:
        lines = _limited(report, excerpts, style, max_lines - len(summary))
    return "".join(f"{line}\n" for line in (*lines, *summary))


def _limited(report: Report, excerpts: Excerpts, style: TerminalStyle, max_lines: int) -> list[str]:
    """Return the first findings, and a table by rule of those for which there is no room."""
    lines: list[str] = []
    for shown, group in enumerate(report.groups):
        block = [*_group(report, group, excerpts, style, MAX_RELATED), ""]
        left = report.groups[shown:]
        room = max_lines - len(lines) - len(block)
        # The last of them need no table, the others do.
        if len(left) == 1 and room >= 0:
            return lines + block
        table = [*_rest(report, left, style, MAX_RULES if lines else max_lines - 4), ""]
        if room < len(table):
            return lines + table
        lines += block
    return lines


def statistics(report: Report, *, colour: bool = False) -> str:
    """Return a table of the findings by rule, and the counts."""
    style = TerminalStyle(colour)
    lines = [*_table(report.by_rule, style), ""] if report.findings else []
    return "".join(f"{line}\n" for line in (*lines, *_summary(report, style)))


def _rest(
    report: Report, groups: Sequence[SameFindings], style: TerminalStyle, rules: int
) -> Iterator[str]:
    """Yield lines about findings that are left out: how many, and of which rules."""
    rest = replace(report, findings=tuple(f for group in groups for f in group.findings))
    number = count(len(rest.findings), "more finding")
    yield style(f"{number}, by rule; `--all` shows all of them:", "bold")
    yield from _table(rest.by_rule[:rules], style)
    if (more := len(rest.by_rule) - rules) > 0:
        yield f"  and {count(more, 'more rule')}; `--statistics` shows all of them"


def _table(rules: Sequence[RuleCount], style: TerminalStyle) -> Iterator[str]:
    for each in rules:
        severity = style(f"{each.severity:<8}", "bold", _COLOURS[each.severity])
        pages = count(each.pages, "page")
        yield f"{each.findings:>7,}  {severity}  {visible(each.title)}, on {pages}"


def _group(
    report: Report,
    group: SameFindings,
    excerpts: Excerpts,
    style: TerminalStyle,
    places: int | None = None,
) -> Iterator[str]:
    yield from _finding(report, group.first, excerpts, style)
    others = group.findings[1:]
    if places is None or len(others) <= places:
        yield from (f"    also at {_place(report, other)}" for other in others)
    elif others:
        listed = ", ".join(_place(report, other) for other in others[: places - 1])
        yield f"    also at {listed} and {count(len(others) - places + 1, 'more place')}"


def _place(report: Report, finding: Finding) -> str:
    return f"{printable(visible(report.path(finding.path)))}:{finding.line}:{finding.column}"


def _finding(
    report: Report, finding: Finding, excerpts: Excerpts, style: TerminalStyle
) -> Iterator[str]:
    severity = style(finding.severity, "bold", _COLOURS[finding.severity])
    place = style(f"{_place(report, finding)}:", "bold")
    yield f"{place} {severity} {finding.code} {visible(finding.message)}"
    yield from _source(finding, excerpts, style)
    for related in finding.related[:MAX_RELATED]:
        where = f"{visible(report.path(related.path))}:{related.line}"
        yield f"    see {where}: {visible(related.message)}"
    if (more := len(finding.related) - MAX_RELATED) > 0:
        yield f"    and {more:,} more"
    if finding.hint:
        yield f"    {style('hint:', 'bold')} {visible(finding.hint)}"
    if finding.fix:
        yield f"    {style('fix:', 'bold')} `callsheet check --fix` fixes this."


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


def _summary(report: Report, style: TerminalStyle) -> Iterator[str]:
    worst = next((severity for severity, number in report.counts.items() if number), None)
    yield style(tally(report), "bold", _COLOURS[worst] if worst else "green")
    if hidden := set_aside(report):
        yield hidden
    yield from next_steps(report)
