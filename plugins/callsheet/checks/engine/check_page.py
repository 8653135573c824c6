"""Check one page by itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, NamedTuple

from callsheet.checks.engine.locate import place_finding
from callsheet.checks.engine.registry import all_rules
from callsheet.checks.model.defined_types import evidence_of
from callsheet.checks.model.page import CheckedPage, OperationPage
from callsheet.checks.rule import Diagnostic, OperationRule, PageRule, Rule
from callsheet.checks.rules.suppressions.comments import Suppression, read_suppressions
from callsheet.findings import Finding
from callsheet.memo import cached_by_identity
from callsheet.source import Reading


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


class CheckedReading(NamedTuple):
    """What one look at a page gives.

    Attributes:
        reading: What reading it gave.
        result: What was found.
        faults: The rules that failed, whose findings the result lacks.
    """

    reading: Reading
    result: PageResult
    faults: list[RuleFault]


def check_page(data: bytes, path: str) -> CheckedReading:
    """Read a page and run the rules about a page by itself.

    Args:
        data: The file's bytes.
        path: The file, relative to the docs directory, with forward slashes.
    """
    page = CheckedPage.read(data, path)
    findings = [place_finding(finding, page.document.lines) for finding in page.reading.findings]
    faults: list[RuleFault] = []
    is_operation = isinstance(page, OperationPage)
    for rule, check, is_of_operations in _of_pages(all_rules()):
        if is_operation or not is_of_operations:
            findings += run_rule(rule, partial(check, page), path, faults)
    if isinstance(page, OperationPage):
        findings = [replace(finding, uid=page.operation.uid) for finding in findings]
    suppressions = tuple(read_suppressions(page.document, path))
    found = tuple(sorted(dict.fromkeys(findings)))
    result = PageResult(found, suppressions, evidence_of(page.reading))
    return CheckedReading(page.reading, result, faults)


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
        # Most rules find nothing on most pages.
        found = list(hits())
        return list(findings_of(rule, found)) if found else []
    except Exception as error:  # whatever a rule does, the others are wanted
        faults.append(RuleFault(rule.code, path, f"{type(error).__name__}: {error}"))
        return []


@cached_by_identity(1)
def _of_pages(
    rules: Mapping[str, Rule],
) -> tuple[tuple[Rule, Callable[[Any], Iterable[Diagnostic]], bool], ...]:
    """Return the rules about a page by itself, their checks, and whether these take operations."""
    return tuple(
        (rule, rule.check, isinstance(rule, OperationRule))
        for rule in rules.values()
        if isinstance(rule, OperationRule | PageRule)
    )
