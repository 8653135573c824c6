"""Findings as JSON; `callsheet.report.schema` documents every member."""

from __future__ import annotations

import json
from typing import Any

from callsheet.findings import Edit, Finding
from callsheet.report.fingerprints import fingerprinted
from callsheet.report.model import Report

VERSION = 1
"""The version of the format; it increases with incompatible changes."""


def dump(document: Any) -> str:
    """Serialize a document as indented ASCII.

    Some texts contain lone surrogates, which stand for invalid UTF-8: only ASCII is safe for those.
    """
    return json.dumps(document, ensure_ascii=True, allow_nan=False, indent=2) + "\n"


def write(report: Report) -> str:
    """Return the findings in the order of the pages, and the counts."""
    findings = [_finding(report, *pair) for pair in fingerprinted(report.ordered)]
    return dump({"version": VERSION, "findings": findings, "summary": _summary(report)})


def _finding(report: Report, finding: Finding, fingerprint: str) -> dict[str, Any]:
    rule = report.rules.get(finding.code)
    return {
        "code": finding.code,
        "name": rule.name if rule else None,
        "severity": finding.severity,
        "path": report.path(finding.path),
        "line": finding.line,
        "column": finding.column,
        "end": _end(finding),
        "uid": finding.uid or None,
        "message": finding.message,
        "hint": finding.hint,
        "help": rule.help_uri or None if rule else None,
        "related": [
            {"path": report.path(other.path), "line": other.line, "message": other.message}
            for other in finding.related
        ],
        "fixable": bool(finding.fix),
        "fix": [_edit(edit) for edit in finding.fix],
        "fingerprint": fingerprint,
    }


def _end(finding: Finding) -> dict[str, int] | None:
    if not finding.end_line:
        return None
    return {"line": finding.end_line, "column": finding.end_column}


def _edit(edit: Edit) -> dict[str, Any]:
    end = {"line": edit.end_line, "column": edit.end_column}
    return {"line": edit.line, "column": edit.column, "end": end, "text": edit.text}


def _summary(report: Report) -> dict[str, Any]:
    return {
        "pages": len(report.pages),
        "affected": report.affected,
        "findings": len(report.findings),
        **{str(severity): number for severity, number in report.counts.items()},
        "fixable": sum(1 for finding in report.findings if finding.fix),
        "suppressed": report.suppressed,
        "known": report.known,
        "failed": report.failed,
    }
