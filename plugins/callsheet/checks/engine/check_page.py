"""Check one page by itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from callsheet.checks.engine.locate import place_finding
from callsheet.checks.engine.registry import all_rules
from callsheet.checks.model.defined_types import evidence_of
from callsheet.checks.model.page import CheckedPage, OperationPage
from callsheet.checks.rule import Diagnostic, OperationRule, PageRule, Rule
from callsheet.checks.rules.suppressions.comments import Suppression, read_suppressions
from callsheet.findings import Finding


@dataclass(frozen=True, slots=True)
class PageResult:
    """Result of checking a page by itself, whatever the configuration.

    Attributes:
        findings: The findings of the reader and of the rules.
        suppressions: The suppressions by its comments.
        evidence: The digest of what the page says about types, from `evidence_of`.
    """

    findings: tuple[Finding, ...]
    suppressions: tuple[Suppression, ...]
    evidence: str


@dataclass(frozen=True, slots=True)
class RuleFault:
    """A rule that raised.

    Attributes:
        code: The rule.
        path: The page that it was given; empty for a rule about the whole tree.
        error: What it raised.
    """

    code: str
    path: str
    error: str

    def __str__(self) -> str:
        where = self.path or "the whole tree"
        return f"The rule {self.code} failed on {where}: {self.error}"


def check_page(data: bytes, path: str) -> tuple[PageResult, list[RuleFault]]:
    """Read a page and run the rules about a page by itself.

    Args:
        data: The file's bytes.
        path: The file, relative to the docs directory, with forward slashes.

    Returns:
        The result, and the rules that failed.
    """
    page = CheckedPage.read(data, path)
    findings = [place_finding(finding, page.document.lines) for finding in page.reading.findings]
    faults: list[RuleFault] = []
    for rule in all_rules().values():
        if isinstance(rule, OperationRule):
            if isinstance(page, OperationPage):
                findings += _run(rule, rule.check, page, path, faults)
        elif isinstance(rule, PageRule):
            findings += _run(rule, rule.check, page, path, faults)
    if isinstance(page, OperationPage):
        findings = [replace(finding, uid=page.operation.uid) for finding in findings]
    suppressions = tuple(read_suppressions(page.document, path))
    found = tuple(sorted(dict.fromkeys(findings)))
    return PageResult(found, suppressions, evidence_of(page.reading)), faults


def findings_of(rule: Rule, hits: Iterable[Diagnostic]) -> Iterator[Finding]:
    """Yield the findings of what a rule reported."""
    for hit in hits:
        place = hit.place
        yield Finding(
            path=place.path,
            line=place.line,
            column=place.column,
            code=rule.code,
            severity=rule.severity,
            message=hit.message,
            hint=hit.hint or rule.hint,
            end_line=place.end_line,
            end_column=place.end_column,
            related=hit.related,
            fix=hit.fix,
        )


def run_rule(
    rule: Rule, hits: Callable[[], Iterable[Diagnostic]], path: str, faults: list[RuleFault]
) -> list[Finding]:
    """Return the findings of a rule; if it raises, note a fault of the rule, not of the page."""
    try:
        return list(findings_of(rule, hits()))
    except Exception as error:  # whatever a rule does, the others are wanted
        faults.append(RuleFault(rule.code, path, f"{type(error).__name__}: {error}"))
        return []


def _run(
    rule: Rule,
    check: Callable[[Any], Iterable[Diagnostic]],
    page: Any,
    path: str,
    faults: list[RuleFault],
) -> list[Finding]:
    return run_rule(rule, lambda: check(page), path, faults)
