"""Annotations of GitHub Actions: workflow commands, one a line."""

from collections.abc import Iterator

from callsheet.findings import Finding, Severity
from callsheet.printable import printable, visible
from callsheet.report.model import RANKS, Report, set_aside, tally

MAX_ANNOTATIONS = 10
"""The number of annotations of a kind that GitHub shows per step; it drops others silently."""

_KINDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def command(kind: str, message: str, **properties: str | int) -> str:
    """Return a workflow command.

    Args:
        kind: `error`, `warning` or `notice`.
        message: The message, of one line or several.
        **properties: `title`, `file`, `line`, `endLine`, `col` and `endColumn`.
    """
    listed = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    return f"::{kind}{' ' if listed else ''}{listed}::{_data(message)}"


def _data(text: str) -> str:
    # A command is also a line of the log.
    return printable(text).replace("%", "%25").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(visible(text)).replace(":", "%3A").replace(",", "%2C")


def write(report: Report) -> str:
    """Return the annotations that GitHub shows, the most severe first, the rest, and the counts.

    The rest are lines of the log. If there are some, an annotation states how many.
    """
    total = " ".join(filter(None, (tally(report), set_aside(report))))
    overflow = [s for s, number in report.counts.items() if number > MAX_ANNOTATIONS]
    room = dict.fromkeys(Severity, MAX_ANNOTATIONS)
    lines: list[str] = []
    if overflow:
        message = (
            f"{total} GitHub shows {MAX_ANNOTATIONS} of a kind; the log and the job's summary"
            " have all of them."
        )
        lines.append(command(_KINDS[overflow[0]], message, title="Callsheet"))
        room[overflow[0]] -= 1
    rest: list[str] = []
    for finding in sorted(report.ordered, key=lambda finding: RANKS[finding.severity]):
        if room[finding.severity]:
            room[finding.severity] -= 1
            lines.append(_annotation(report, finding))
        else:
            place = printable(visible(f"{report.path(finding.path)}:{finding.line}"))
            text = visible(f"{finding.severity} {finding.code} {finding.message}")
            rest.append(f"{place}: {text}")
    return "".join(f"{line}\n" for line in (*lines, *rest, total))


def _annotation(report: Report, finding: Finding) -> str:
    properties: dict[str, str | int] = {
        "title": report.title(finding),
        "file": report.path(finding.path),
        "line": finding.line,
        **_region(finding),
    }
    return command(_KINDS[finding.severity], "\n".join(_message(report, finding)), **properties)


def _region(finding: Finding) -> dict[str, int]:
    """Return the columns, which GitHub supports for a single line only; the last is inclusive."""
    if finding.end_line > finding.line:
        return {"endLine": finding.end_line - (finding.end_column <= 1)}
    if not finding.end_line:
        return {"col": finding.column}
    last = max(finding.end_column - 1, finding.column)
    return {"endLine": finding.line, "col": finding.column, "endColumn": last}


def _message(report: Report, finding: Finding) -> Iterator[str]:
    yield visible(finding.message)
    for related in finding.related[:3]:
        where = f"{report.path(related.path)}:{related.line}"
        yield visible(f"Expected by {where}: {related.message}")
    if len(finding.related) > 3:
        yield f"And {len(finding.related) - 3:,} more."
    if finding.hint:
        yield visible(finding.hint)
