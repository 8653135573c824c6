"""Findings as a Code Quality report of GitLab, which merge requests show at the lines."""

from typing import Any

from callsheet.findings import Finding, Severity
from callsheet.report.json import dump
from callsheet.report.model import Report, fingerprinted

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.NOTE: "info"}


def write(report: Report) -> str:
    """Return the report, in the order of the pages."""
    return dump([_issue(report, *pair) for pair in fingerprinted(report.ordered)])


def _issue(report: Report, finding: Finding, fingerprint: str) -> dict[str, Any]:
    lines = {"begin": finding.line}
    if finding.end_line:
        lines["end"] = max(finding.end_line - (finding.end_column <= 1), finding.line)
    return {
        "description": f"{finding.message} {finding.hint}".strip(),
        "check_name": finding.code,
        "fingerprint": fingerprint,
        "severity": _SEVERITIES[finding.severity],
        "location": {"path": report.path(finding.path), "lines": lines},
    }
