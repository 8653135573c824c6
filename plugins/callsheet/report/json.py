"""Findings as JSON, and the JSON Schema (2020-12) that documents every member."""

import json
from typing import Any

from callsheet.findings import Edit, Finding, Severity
from callsheet.report.model import Report, fingerprinted
from callsheet.schema.json_schema import closed_object, count

_TEXT = {"type": "string"}
_LINE = {"type": "integer", "minimum": 1, "description": "The line, counted from 1."}
_COLUMN = {
    "type": "integer",
    "minimum": 1,
    "description": "The character (Unicode code point) in the line, counted from 1.",
}

VERSION = 1
"""The version of the format; it increases with incompatible changes."""


def _about(schema: dict[str, Any], description: str) -> dict[str, Any]:
    return {**schema, "description": description}


def _or_null(schema: dict[str, Any], description: str) -> dict[str, Any]:
    return {"anyOf": [schema, {"type": "null"}], "description": description}


_PATH = _about(_TEXT, "The file, relative to the working directory, with forward slashes.")
_POSITION = closed_object("The first character after it.", {"line": _LINE, "column": _COLUMN})
_RELATED = closed_object(
    "A place that an expectation comes from.",
    {"path": _PATH, "line": _LINE, "message": _about(_TEXT, "What is written there.")},
)
_EDIT = closed_object(
    "A replacement of the text from a line and column to an end.",
    {
        "line": _LINE,
        "column": _COLUMN,
        "end": _POSITION,
        "text": _about(_TEXT, "The replacement; lines end with LF."),
    },
)
_FINDING = closed_object(
    "One thing that is wrong on one page.",
    {
        "code": _about(_TEXT, "The rule's code, stable across releases."),
        "name": _or_null(_TEXT, "The rule's name."),
        "severity": {"enum": [str(severity) for severity in Severity]},
        "path": _PATH,
        "line": _LINE,
        "column": _COLUMN,
        "end": _or_null(_POSITION, "The end of the offending text; null where it is not known."),
        "uid": _or_null(_TEXT, "The operation, if the page documents one."),
        "message": _about(_TEXT, "What is wrong, in one sentence."),
        "hint": _about(_TEXT, "What to do about it; may be empty."),
        "help": _or_null(_TEXT, "The address of the rule's documentation."),
        "related": {
            "type": "array",
            "items": _RELATED,
            "description": "Where the expectations come from; in a summary, all places.",
        },
        "fixable": {"type": "boolean", "description": "Whether `--fix` fixes it."},
        "fix": {
            "type": "array",
            "items": _EDIT,
            "description": "What `--fix` does, all of it together.",
        },
        "fingerprint": _about(
            _TEXT, "The same for the same finding when the lines above it have moved."
        ),
    },
)
_SUMMARY = closed_object(
    "The counts.",
    {
        "pages": count("The pages that were checked."),
        "affected": count("The files that have findings."),
        "findings": count("The findings."),
        **{str(severity): count(f"Those of severity {severity}.") for severity in Severity},
        "fixable": count("The findings that `--fix` fixes."),
        "suppressed": count("Findings that the pages suppress, which are not in `findings`."),
        "known": count("Findings that the baseline accepts, which are not in `findings`."),
        "failed": {"type": "boolean", "description": "Whether a finding fails the run."},
    },
)


def schema() -> dict[str, Any]:
    """Return the schema; every member is required."""
    document = closed_object(
        "The findings of one run, in the order of the pages.",
        {
            "version": {"const": VERSION, "description": "The version of this format."},
            "findings": {"type": "array", "items": _FINDING},
            "summary": _SUMMARY,
        },
    )
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **document}


def dump(document: Any) -> str:
    """Serialize a document as indented ASCII.

    Some texts contain lone surrogates, which stand for invalid UTF-8: only ASCII is safe for those.
    """
    return json.dumps(document, ensure_ascii=True, allow_nan=False, indent=2) + "\n"


def write(report: Report) -> str:
    """Return the findings in the order of the pages, and the counts."""
    # A finding a line: that is read and compared more easily, and written in a fifth of the time.
    lines = (
        json.dumps(_finding(report, *pair), allow_nan=False)
        for pair in fingerprinted(report.ordered)
    )
    findings = ",\n    ".join(lines)
    listed = f"[\n    {findings}\n  ]" if findings else "[]"
    around = dump({"version": VERSION, "findings": [], "summary": _summary(report)})
    return around.replace('"findings": []', f'"findings": {listed}', 1)


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
