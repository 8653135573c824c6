"""Check a docs tree: every page by itself, then all pages together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, partial
from pathlib import Path

from callsheet.catalog.catalog import Catalog, TreeFault, read_pages
from callsheet.catalog.links import check_references
from callsheet.checks.engine.check_page import RuleFault, findings_of, run_rule
from callsheet.checks.engine.locate import place_finding
from callsheet.checks.engine.registry import all_rules
from callsheet.checks.engine.result_cache import ResultCache
from callsheet.checks.engine.selection import Selection
from callsheet.checks.engine.superseding import without_followers
from callsheet.checks.model.tree import Tree
from callsheet.checks.rule import LiveRule, OperationRule, TreeRule
from callsheet.checks.rules.suppressions import unknown_code, unused_suppression
from callsheet.checks.rules.suppressions.comments import Suppression, apply_suppressions
from callsheet.findings import Finding
from callsheet.memo import paused_collection
from callsheet.source.document import read_lines

_TREE_CODES = frozenset(fault.code for fault in TreeFault)


@dataclass(frozen=True, slots=True)
class TreeResult:
    """Result of checking a docs tree.

    Attributes:
        findings: By path, line and column, with all pages and all habits.
        pages: The paths of all pages.
        uids: The operations' uids, by path.
        suppressed: How many findings the pages suppress.
        faults: The rules that failed, whose findings are missing.
    """

    findings: tuple[Finding, ...]
    pages: tuple[str, ...]
    uids: Mapping[str, str] = field(default_factory=dict)
    suppressed: int = 0
    faults: tuple[RuleFault, ...] = ()


@dataclass(frozen=True, slots=True)
class GeneratedPages:
    """Pages of types that the site generates if the docs directory has none of its own.

    Attributes:
        folder: Their folder, relative to the docs directory.
    """

    folder: str

    def __contains__(self, path: object) -> bool:
        return isinstance(path, str) and path.startswith(f"{self.folder}/")


def check(
    root: Path,
    selection: Selection,
    *,
    types_dir: str = "",
    replaced: Mapping[str, bytes] | None = None,
) -> TreeResult:
    """Run all rules on a docs tree.

    Args:
        root: The docs directory.
        selection: Which findings are wanted.
        types_dir: The folder of the pages of types.
        replaced: Contents to check instead of those of some pages, by path.

    Raises:
        DocsError: The directory does not exist or a page cannot be opened.
    """
    with paused_collection():
        return _check(root, selection, types_dir, replaced or {})


def _check(
    root: Path, selection: Selection, types_dir: str, replaced: Mapping[str, bytes]
) -> TreeResult:
    # Read once, since an author may save a page while it is checked.
    contents = read_pages(root, replaced)
    pages = {path: data for path, data in contents.items() if data is not None}
    cache = ResultCache(root)
    results = cache.check(pages)
    faults = cache.faults
    catalog = Catalog.read(root, replaced=pages, made=cache.readings)
    evidence = {path: result.evidence for path, result in results.items()}
    tree = Tree(catalog, pages, evidence)
    reported = (finding for result in results.values() for finding in result.findings)
    findings = [finding for finding in reported if not _is_dispelled(finding, tree)]
    findings += _tree_findings(tree, types_dir, faults)
    comments = [comment for result in results.values() for comment in result.suppressions]
    suppressed, needless = apply_suppressions(comments, findings)
    # A suppressed finding still supersedes others; a comment that suppresses a superseded finding
    # is not unused, since it will be needed when the other one is fixed.
    causes = without_followers([f for f in findings if selection.wants(f.code)])
    kept = [finding for finding in causes if finding not in suppressed]
    failed = {fault.code for fault in faults}
    # Only a live server can tell whether comments about these are unused.
    failed |= {rule.code for rule in all_rules().values() if isinstance(rule, LiveRule)}
    about = _about_comments(comments, [s for s in needless if s.code not in failed])
    return TreeResult(
        findings=tuple(sorted(dict.fromkeys(selection.apply([*kept, *about])))),
        pages=tuple(page.path for page in catalog.pages),
        uids={operation.path: operation.uid for operation in catalog.operations},
        suppressed=len(selection.apply(suppressed.intersection(causes))),
        faults=tuple(faults),
    )


def _is_dispelled(finding: Finding, tree: Tree) -> bool:
    """Tell whether other pages show that a finding about a page by itself is none."""
    rule = all_rules().get(finding.code)
    dispelled = rule.dispelled if isinstance(rule, OperationRule) else None
    return dispelled is not None and dispelled(tree, finding.path, finding.line)


def _tree_findings(tree: Tree, types_dir: str, faults: list[RuleFault]) -> list[Finding]:
    """Return the findings about pages in relation to each other, with columns and uids."""
    catalog = tree.catalog
    generated = GeneratedPages("" if (catalog.root / types_dir).exists() else types_dir)
    found = [finding for finding in catalog.findings if finding.code in _TREE_CODES]
    found += check_references(catalog, generated)
    placed = list(_placed(found, tree))
    for rule in all_rules().values():
        if isinstance(rule, TreeRule):
            placed += run_rule(rule, partial(rule.check, tree), "", faults)
    uids = {path: operation.uid for path, operation in catalog.by_path.items()}
    return [replace(finding, uid=uids.get(finding.path, "")) for finding in placed]


def _placed(findings: Iterable[Finding], tree: Tree) -> Iterator[Finding]:
    @cache
    def lines(path: str) -> tuple[str, ...]:
        return read_lines(tree.data(path))

    for finding in findings:
        line = finding.line
        if finding.code == TreeFault.DUPLICATE_UID.code:
            line = _line_of_uid(lines(finding.path))
        yield place_finding(replace(finding, line=line), lines(finding.path))


def _line_of_uid(lines: Sequence[str]) -> int:
    return next((n for n, line in enumerate(lines, 1) if line.startswith(("uid:", "id:"))), 1)


def _about_comments(
    comments: Iterable[Suppression], needless: Iterable[Suppression]
) -> Iterator[Finding]:
    rules = all_rules()
    unknown = {comment for comment in comments if comment.code not in rules}
    yield from findings_of(unknown_code.RULE, map(unknown_code.diagnose, unknown))
    needless = (comment for comment in needless if comment not in unknown)
    yield from findings_of(unused_suppression.RULE, map(unused_suppression.diagnose, needless))
