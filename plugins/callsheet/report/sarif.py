"""Findings as SARIF 2.1.0 (OASIS), which code hosts and editors show at the lines."""

from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import quote

from callsheet import __version__
from callsheet import lazy_re as re
from callsheet.findings import Edit, Finding
from callsheet.report.json import dump
from callsheet.report.model import PROJECT, Report, RuleInfo, fingerprinted

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"

_ROOT, _DOCS = "SRCROOT", "DOCS"
_Object = dict[str, Any]

# SARIF 2.1.0, 3.11.6: `[text](target)` in a plain message is a link unless it is escaped, and text
# that is quoted from a page must not become one.
_LINK = re.compile(r"\[(?=[^\[\]]*\]\()")


def write(report: Report) -> str:
    """Return the findings as one run, with rules and results."""
    codes = sorted({*report.rules, *(finding.code for finding in report.findings)})
    indexes = {code: index for index, code in enumerate(codes)}
    base = _Base(report)
    run = {
        "tool": {"driver": _driver([_rule(code, report.rules.get(code)) for code in codes])},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": base.definition(),
        "invocations": [{"executionSuccessful": True}],
        "results": [
            _result(finding, fingerprint, indexes, base)
            for finding, fingerprint in fingerprinted(report.ordered)
        ],
    }
    return dump({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


class _Base:
    """The base of file URIs: the repository if it contains the pages, else the docs directory."""

    def __init__(self, report: Report) -> None:
        parts = PurePosixPath(report.prefix)
        # SARIF 2.1.0, 3.4.4: a relative reference must not leave its base.
        self._inside = not parts.is_absolute() and ".." not in parts.parts and ":" not in str(parts)
        self._report = report

    def definition(self) -> _Object:
        """Return the definition of the base."""
        if self._inside:
            return {_ROOT: {"description": {"text": "The folder that paths are relative to."}}}
        return {_DOCS: {"uri": self._report.docs.resolve().as_uri().rstrip("/") + "/"}}

    def location(self, path: str) -> _Object:
        """Return the artifact location of a file."""
        if self._inside:
            return {"uri": quote(self._report.path(path)), "uriBaseId": _ROOT}
        return {"uri": quote(path), "uriBaseId": _DOCS}


def _driver(rules: list[_Object]) -> _Object:
    return {
        "name": "Callsheet",
        "semanticVersion": __version__,
        "informationUri": PROJECT,
        "rules": rules,
    }


def _rule(code: str, rule: RuleInfo | None) -> _Object:
    if rule is None:
        return {"id": code}
    markdown = "\n\n".join(part for part in (rule.cause, rule.hint) if part)
    descriptor: _Object = {
        "id": code,
        "name": rule.name,
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": rule.cause or rule.summary},
        "help": {"text": f"{rule.summary} {rule.hint}".strip(), "markdown": markdown},
        "defaultConfiguration": {"level": rule.severity},
    }
    if rule.help_uri:
        descriptor["helpUri"] = rule.help_uri
    return descriptor


def _result(finding: Finding, fingerprint: str, indexes: Mapping[str, int], base: _Base) -> _Object:
    result: _Object = {
        "ruleId": finding.code,
        "ruleIndex": indexes[finding.code],
        "level": finding.severity,
        "message": _message(f"{finding.message} {finding.hint}".strip()),
        "locations": [_location(base.location(finding.path), _region(finding))],
        "partialFingerprints": {"callsheetFinding/v1": fingerprint},
    }
    if finding.related:
        result["relatedLocations"] = [
            {
                "id": number,
                **_location(base.location(related.path), {"startLine": max(related.line, 1)}),
                "message": _message(related.message),
            }
            for number, related in enumerate(finding.related, 1)
        ]
    if finding.fix:
        result["fixes"] = [_fix(finding, base)]
    if finding.uid:
        result["properties"] = {"uid": finding.uid}
    return result


def _message(text: str) -> _Object:
    return {"text": _LINK.sub(r"\\[", text)}


def _location(artifact: _Object, region: _Object) -> _Object:
    return {"physicalLocation": {"artifactLocation": artifact, "region": region}}


def _region(place: Finding | Edit) -> _Object:
    region = {"startLine": max(place.line, 1), "startColumn": max(place.column, 1)}
    if place.end_line:
        region |= {"endLine": place.end_line, "endColumn": max(place.end_column, 1)}
    return region


def _fix(finding: Finding, base: _Base) -> _Object:
    replacements = [
        {"deletedRegion": _region(edit), "insertedContent": {"text": edit.text}}
        for edit in finding.fix
    ]
    change = {"artifactLocation": base.location(finding.path), "replacements": replacements}
    return {"description": {"text": finding.hint or finding.message}, "artifactChanges": [change]}
