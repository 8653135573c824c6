"""Findings, edits and places as the Language Server Protocol writes them."""

from collections.abc import Callable, Iterable, Iterator

from lsprotocol import types

from callsheet.findings import Edit, Finding, Severity
from callsheet.lsp.positions import EditedText
from callsheet.printable import printable

SOURCE = "callsheet"

_SEVERITIES = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.NOTE: types.DiagnosticSeverity.Information,
}


def diagnostic_of(
    finding: Finding, text: EditedText, uri_of: Callable[[str], str]
) -> types.Diagnostic:
    """Return a finding as a diagnostic.

    Args:
        finding: The finding.
        text: Its page.
        uri_of: Returns the URI of a file of the docs tree.
    """
    related = [
        types.DiagnosticRelatedInformation(
            types.Location(uri_of(place.path), _line(place.line)), printable(place.message)
        )
        for place in finding.related
    ]
    return types.Diagnostic(
        range=range_of(finding, text),
        message=printable(f"{finding.message} {finding.hint}"),
        severity=_SEVERITIES[finding.severity],
        code=finding.code,
        source=SOURCE,
        related_information=related or None,
    )


def range_of(finding: Finding, text: EditedText) -> types.Range:
    """Return the range of a finding; without an end, the rest of its line."""
    end_line, end_column = finding.end_line, finding.end_column
    if not end_line:
        end_line, end_column = finding.line, len(text.line(finding.line)) + 1
    return text.range(finding.line, finding.column, end_line, end_column)


def quick_fixes(
    findings: Iterable[Finding], text: EditedText, uri: str, wanted: types.Range
) -> Iterator[types.CodeAction]:
    """Yield the fixes of findings in a range of a page."""
    for finding in findings:
        if finding.fix and _touch(range_of(finding, text), wanted):
            edits = [text_edit(edit, text) for edit in finding.fix]
            yield types.CodeAction(
                title=f"Fix {finding.code}: {_short(finding.message)}",
                kind=types.CodeActionKind.QuickFix,
                diagnostics=[diagnostic_of(finding, text, lambda _: uri)],
                is_preferred=True,
                edit=types.WorkspaceEdit(changes={uri: edits}),
            )


def text_edit(edit: Edit, text: EditedText) -> types.TextEdit:
    """Return an edit of a page, with line ends like those of the page."""
    place = text.range(edit.line, edit.column, edit.end_line, edit.end_column)
    return types.TextEdit(place, edit.text.replace("\n", text.ending))


def _touch(one: types.Range, other: types.Range) -> bool:
    return one.start <= other.end and other.start <= one.end


def _line(number: int) -> types.Range:
    start = types.Position(max(number - 1, 0), 0)
    return types.Range(start, start)


def _short(message: str) -> str:
    plain = printable(" ".join(message.split()))
    return plain if len(plain) <= 100 else f"{plain[:99]}…"
