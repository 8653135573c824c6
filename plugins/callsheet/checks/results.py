"""What checking one page gives."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from callsheet.checks.defined_types import evidence_of
from callsheet.checks.page import CheckedPage, OperationPage
from callsheet.checks.placing import place_finding
from callsheet.checks.registry import all_rules
from callsheet.checks.rule import Hit, OperationRule, PageRule, Rule
from callsheet.checks.suppressions import Suppression, read_suppressions
from callsheet.findings import Finding
from callsheet.memo import cached_by_identity


@dataclass(frozen=True, slots=True)
class PageResult:
    """What is said of a page by itself, whatever the configuration.

    Attributes:
        findings: What reading it and its rules found.
        suppressions: What its comments suppress.
        evidence: What tells apart what the page says of types, as `evidence_of` gives it.
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
    """Reads a page and runs the rules about a page by itself.

    Args:
        data: The file's bytes.
        path: The file, relative to the docs directory, with forward slashes.

    Returns:
        What was found, and the rules that failed.
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
    return PageResult(found, suppressions, evidence_of(page.reading)), faults


def findings_of(rule: Rule, hits: Iterable[Hit]) -> Iterator[Finding]:
    """The findings of what a rule hit."""
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
    rule: Rule, hits: Callable[[], Iterable[Hit]], path: str, faults: list[RuleFault]
) -> list[Finding]:
    """The findings of a rule; where it raises, that is a fault of the rule and not of the page."""
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
) -> tuple[tuple[Rule, Callable[[Any], Iterable[Hit]], bool], ...]:
    """The rules about a page by itself, their checks, and whether they are about operations."""
    return tuple(
        (rule, rule.check, isinstance(rule, OperationRule))
        for rule in rules.values()
        if isinstance(rule, OperationRule | PageRule)
    )
