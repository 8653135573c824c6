"""Drop findings that another finding implies, so that one cause gives one finding."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from callsheet.checks.engine.registry import all_rules
from callsheet.checks.rule import OperationRule, Rule, TreeRule
from callsheet.findings import Finding
from callsheet.source.faults import Fault

_BREAKS_PAGE = frozenset({Fault.UNCLOSED.code})
"""After one of these, the operation as it was read is not what its author wrote."""


def without_followers(findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings that no other finding of the page, line or source supersedes."""
    rules = all_rules()
    by_page: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        by_page[finding.path].append(finding)
    left = []
    for same in by_page.values():
        is_broken = not _BREAKS_PAGE.isdisjoint(finding.code for finding in same)
        lines = _lines_by_rule(same)
        left += [f for f in same if not _is_superseded(f, rules.get(f.code), lines, is_broken)]
    return left


def _lines_by_rule(findings: Iterable[Finding]) -> dict[str, set[int]]:
    """Return the lines of the findings of each rule, by the rule's name."""
    rules = all_rules()
    lines: defaultdict[str, set[int]] = defaultdict(set)
    for finding in findings:
        if rule := rules.get(finding.code):
            lines[rule.name].update(range(finding.line, max(finding.line, finding.end_line) + 1))
    return dict(lines)


def _is_superseded(
    finding: Finding, rule: Rule | None, lines: dict[str, set[int]], is_broken: bool
) -> bool:
    if rule is None:
        return False
    if is_broken and isinstance(rule, OperationRule | TreeRule):
        return True
    if any(name in lines for name in rule.superseded_by):
        return True
    if any(finding.line in lines.get(name, ()) for name in rule.superseded_on_line_by):
        return True
    sources = {r.line for r in finding.related if r.path == finding.path} - {finding.line}
    return any(not sources.isdisjoint(lines.get(name, ())) for name in rule.superseded_at_source_by)
