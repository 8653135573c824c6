"""One cause, one finding: what follows from another finding of the page is left out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from callsheet.checks.engine.registry import all_rules
from callsheet.checks.rule import OperationRule, Rule, TreeRule
from callsheet.findings import Finding
from callsheet.source.faults import Fault

_BREAKS_PAGE = frozenset({Fault.UNCLOSED.code})
"""After one of these, what was read of the operation is not what its author wrote."""


def without_followers(findings: Iterable[Finding]) -> list[Finding]:
    """The findings without those that another one of the page, line or source supersedes."""
    rules = all_rules()
    by_page: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        by_page[finding.path].append(finding)
    left = []
    for same in by_page.values():
        lines: defaultdict[str, set[int]] = defaultdict(set)
        for finding in same:
            lines[finding.code].update(range(finding.line, max(finding.line, finding.end_line) + 1))
        left += [f for f in same if not _is_superseded(f, rules.get(f.code), lines)]
    return left


def _is_superseded(finding: Finding, rule: Rule | None, lines: defaultdict[str, set[int]]) -> bool:
    if rule is None:
        return False
    causes = set(rule.superseded_by)
    if isinstance(rule, (OperationRule, TreeRule)):
        causes |= _BREAKS_PAGE
    if not causes.isdisjoint(lines):
        return True
    if any(finding.line in lines[code] for code in rule.superseded_on_line_by if code in lines):
        return True
    sources = {r.line for r in finding.related if r.path == finding.path} - {finding.line}
    return any(
        not sources.isdisjoint(lines[code])
        for code in rule.superseded_at_source_by
        if code in lines
    )
