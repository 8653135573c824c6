"""Check a docs tree: every page by itself, then all pages together."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial
from pathlib import Path
from typing import Any

from callsheet.cache.content import MAX_CACHED_BYTES, ContentCache, cache_file
from callsheet.catalog.catalog import Catalog, TreeFault
from callsheet.catalog.links import GeneratedPages, check_references
from callsheet.catalog.readings import (
    digest_in,
    link_finding,
    links_out,
    outlined,
    pack,
    read_all,
    read_pages,
    unpack,
)
from callsheet.checks.engine.check_page import (
    CheckedReading,
    PageResult,
    Relations,
    RuleFault,
    check_page,
    findings_of,
    place_finding,
    run_rule,
)
from callsheet.checks.engine.identity import page_identities
from callsheet.checks.engine.registry import all_rules, rules_fingerprint, uses_project_rules
from callsheet.checks.engine.relation_cache import RelationCache
from callsheet.checks.engine.selection import Selection
from callsheet.checks.model.subjects import Subject
from callsheet.checks.model.tree import Tree, subjects_of_tree
from callsheet.checks.rule import DocumentRule, ExternalRule, OperationRule, Rule, TreeRule
from callsheet.checks.rules.suppressions import (
    UNKNOWN_CODE,
    UNUSED_SUPPRESSION,
    Suppression,
    apply_suppressions,
    unknown_code_diagnostic,
    unused_diagnostic,
)
from callsheet.configuration import read_docs_languages
from callsheet.findings import IN_ORDER, Finding
from callsheet.memo import paused_collection
from callsheet.parallel import parallel_map
from callsheet.source import Reading
from callsheet.source.document import read_lines
from callsheet.source.faults import Fault
from callsheet.source.layouts.choice import read_choice

_TREE_CODES = frozenset(fault.code for fault in TreeFault)

Contradictions = Callable[[Tree], Iterable[Finding]]
"""Returns where pages contradict an OpenAPI document: the findings of all `DocumentRule`s."""


@dataclass(frozen=True, slots=True)
class TreeResult:
    """Result of checking a docs tree.

    Attributes:
        findings: By path, line and column, with all pages and all habits.
        pages: The paths of all pages.
        suppressed: How many findings the pages suppress.
        faults: The rules that failed, whose findings are missing.
        imported: The paths of the pages that an import wrote.
    """

    findings: tuple[Finding, ...]
    pages: tuple[str, ...]
    suppressed: int = 0
    faults: tuple[RuleFault, ...] = ()
    imported: frozenset[str] = frozenset()


def check(
    root: Path,
    selection: Selection,
    *,
    types_dir: str = "",
    replaced: Mapping[str, bytes] | None = None,
    against: Contradictions | None = None,
) -> TreeResult:
    """Run all rules on a docs tree.

    Args:
        root: The docs directory.
        selection: Which findings are wanted.
        types_dir: The folder of the pages of types.
        replaced: Contents to check instead of those of some pages, by path.
        against: Compares the pages with an OpenAPI document.

    Raises:
        DocsError: The directory does not exist or a page cannot be opened.
    """
    with paused_collection():
        return _check(root, selection, types_dir, replaced or {}, against)


def _check(
    root: Path,
    selection: Selection,
    types_dir: str,
    replaced: Mapping[str, bytes],
    against: Contradictions | None,
) -> TreeResult:
    # Read once, since an author may save a page while it is checked.
    contents = read_pages(root, replaced)
    pages = {path: data for path, data in contents.items() if data is not None}
    # What pages show by themselves only depends on their bytes, what they show together only on
    # their outlines; both is cached. The readings are handed on, so that no page is read twice.
    kept = ResultCache(root)
    results = kept.check(pages)
    file = cache_file(root, "-relations")
    # Rules of the project, and what a document is compared with, may look at anything.
    if file is None or against is not None or uses_project_rules():
        readings = read_all(root, replaced=pages, already_read=kept.readings)
        catalog = Catalog.of_languages(root, readings, read_docs_languages(root))
        return check_tree(catalog, pages, results, selection, types_dir, against, kept.faults)
    relations = RelationCache(file, root, contents, results, types_dir)
    known = None if kept.faults else relations.load()
    if known:
        lines = cache(lambda path: read_lines(pages.get(path, b"")))
        return conclude(known, lines, results, selection)
    # So that nothing that is found can depend on what the outlines leave out.
    read = map(outlined, read_all(root, replaced=pages, already_read=kept.readings))
    catalog = Catalog.of_languages(root, tuple(read), read_docs_languages(root))
    return check_tree(
        catalog, pages, results, selection, types_dir, None, kept.faults, relations.save
    )


def check_tree(
    catalog: Catalog,
    pages: Mapping[str, bytes],
    results: Mapping[str, PageResult],
    selection: Selection,
    types_dir: str,
    against: Contradictions | None,
    faults: list[RuleFault],
    keep: Callable[[Relations], None] | None = None,
) -> TreeResult:
    """Run the rules about the tree, and combine what they find with the results of the pages.

    What was found without a fault is handed to `keep`.
    """
    evidence = {path: result.evidence for path, result in results.items()}
    tree = Tree(catalog, pages, evidence)
    further = tree_findings(tree, types_dir, faults)
    if against:
        identities = page_identities(tree.lines)
        further += [identities(f.path).identified(f, quotes=True) for f in against(tree)]
    relations = Relations.of(tree, results, further)
    if keep and not faults:
        keep(relations)
    return conclude(
        relations, tree.lines, results, selection, faults, has_document=against is not None
    )


def conclude(
    relations: Relations,
    lines: Callable[[str], Sequence[str]],
    results: Mapping[str, PageResult],
    selection: Selection,
    faults: Sequence[RuleFault] = (),
    *,
    has_document: bool = False,
) -> TreeResult:
    """Combine what was found on pages by themselves and on all pages together.

    Args:
        relations: What all pages together show.
        lines: Returns the lines of a page.
        results: The results of the pages to report on, by path.
        selection: Which findings are wanted.
        faults: The rules that failed.
        has_document: Whether the pages were compared with an OpenAPI document.
    """
    dispelled, imported = frozenset(relations.dispelled), frozenset(relations.imported)
    reported = (finding for result in results.values() for finding in result.findings)
    findings = [finding for finding in reported if finding not in dispelled]
    findings += relations.findings
    findings = [finding for finding in findings if _applies(finding, imported)]
    comments = [comment for result in results.values() for comment in result.suppressions]
    suppressed, needless = apply_suppressions(comments, findings) if comments else (set(), [])
    # A suppressed finding still supersedes others; a comment that suppresses a superseded finding
    # is not unused, since it will be needed when the other one is fixed.
    wants = cache(selection.wants)
    causes = without_followers([f for f in findings if wants(f.code)])
    shown = [finding for finding in causes if finding not in suppressed]
    failed = {fault.code for fault in faults}
    # Only a live server or a document can tell whether comments about these are unused.
    failed |= {
        rule.code
        for rule in all_rules().values()
        if isinstance(rule, ExternalRule) and not (has_document and isinstance(rule, DocumentRule))
    }
    identities = page_identities(lines)
    about = [
        identities(finding.path).identified(finding, quotes=True)
        for finding in _about_comments(comments, [s for s in needless if s.code not in failed])
    ]
    return TreeResult(
        findings=tuple(sorted(dict.fromkeys(selection.apply([*shown, *about])), key=IN_ORDER)),
        pages=relations.pages,
        suppressed=len(selection.apply(suppressed.intersection(causes))),
        faults=tuple(faults),
        imported=imported,
    )


def _applies(finding: Finding, imported: frozenset[str]) -> bool:
    rule = all_rules().get(finding.code)
    return rule is None or rule.applies_to_imports or finding.path not in imported


def tree_findings(tree: Tree, types_dir: str, faults: list[RuleFault]) -> list[Finding]:
    """Return the findings about pages in relation to each other, with columns and uids."""
    catalog = tree.catalog
    part = catalog.collection
    languages = catalog.languages.folders if catalog.languages else ()
    folders = (
        f"{language}/{each}/{types_dir}/".replace("//", "/").lstrip("/")
        for language in ("", *languages)
        for each in ("", part.folder, *part.without)
    )
    generated = GeneratedPages(tuple(f for f in folders if not (catalog.root / f).exists()))
    found = [finding for finding in catalog.findings if finding.code in _TREE_CODES]
    subjects = subjects_of_tree(tree)
    if not subjects.isdisjoint((Subject.LINKS, Subject.NAVIGATION)):
        found += check_references(catalog, generated)
    left_out = {page.path for page in catalog.all_pages}
    links = (path for path in links_out(catalog.root) if path not in left_out)
    found += [link_finding(path) for path in links if catalog.collection.has(path)]
    placed = list(_placed(found, tree))
    for rule in all_rules().values():
        if isinstance(rule, TreeRule) and rule.subject in subjects:
            placed += run_rule(rule, partial(rule.check, tree), "", faults)
    identities = page_identities(tree.lines)
    return [
        # What a message quotes of other pages is not part of it.
        identities(finding.path).identified(finding, quotes=False, uid=_uid_at(finding, catalog))
        for finding in placed
    ]


def _uid_at(finding: Finding, catalog: Catalog) -> str:
    """Return the uid of the operation that a finding is about; empty for other text."""
    if operation := catalog.by_path.get(finding.path):
        return operation.uid
    around = catalog.on_page.get(finding.path, ())
    return next((o.uid for o in around if o.span.start <= finding.line <= o.span.end), "")


def _placed(findings: Iterable[Finding], tree: Tree) -> Iterator[Finding]:
    for finding in findings:
        line = finding.line
        if finding.code == TreeFault.DUPLICATE_UID.code:
            line = _line_of_uid(tree.lines(finding.path))
        yield place_finding(replace(finding, line=line), tree.lines(finding.path))


def _line_of_uid(lines: Sequence[str]) -> int:
    return next((n for n, line in enumerate(lines, 1) if line.startswith(("uid:", "id:"))), 1)


def _about_comments(
    comments: Iterable[Suppression], needless: Iterable[Suppression]
) -> Iterator[Finding]:
    rules = all_rules()
    unknown = {comment for comment in comments if comment.code not in rules}
    yield from findings_of(UNKNOWN_CODE, map(unknown_code_diagnostic, unknown))
    needless = (comment for comment in needless if comment not in unknown)
    yield from findings_of(UNUSED_SUPPRESSION, map(unused_diagnostic, needless))


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


class ResultCache:
    """Check results of one docs tree.

    Attributes:
        readings: What was read of the pages that `check` has checked anew, by path.
        faults: The rules that failed on these pages.

    Args:
        root: The docs directory.
    """

    def __init__(self, root: Path) -> None:
        self._layouts = read_choice(root)
        file = cache_file(root, "-check")
        self._disk = ContentCache(file, PageResult, rules_fingerprint()) if file else None
        self.readings: dict[str, Reading] = {}
        self.faults: list[RuleFault] = []

    def check(self, pages: Mapping[str, bytes]) -> dict[str, PageResult]:
        """Check the pages whose content is not in the cache, and write the cache.

        A result that lacks the findings of a failed rule is not kept. A full disk is not an error.

        Args:
            pages: The files' bytes, by path.

        Returns:
            The results of all pages, in their order.
        """
        digests = {path: digest_in(self._layouts, data) for path, data in pages.items()}
        known: dict[str, PageResult | None] = dict.fromkeys(pages)
        if self._disk:
            self._disk.load()
            known = {path: self._disk.get(path, digest) for path, digest in digests.items()}
        changed = [path for path, result in known.items() if result is None]
        unchecked = {path: pages[path] for path in changed}
        checked = parallel_map(self._check, unchecked, pack=_pack, unpack=_unpack)
        self.readings = {path: checked[path].reading for path in changed}
        self.faults = [fault for path in changed for fault in checked[path].faults]
        results = {path: result or checked[path].result for path, result in known.items()}
        if self._disk:
            failed = {fault.path for fault in self.faults}
            self._disk.save(
                {
                    path: (digests[path], result)
                    for path, result in results.items()
                    if path not in failed and len(pages[path]) <= MAX_CACHED_BYTES
                }
            )
        return results

    def count_unknown(self, pages: Mapping[str, bytes]) -> int:
        """Return how many pages have no result on disk; 0 where nothing is kept there."""
        if self._disk is None:
            return 0
        self._disk.load()
        return sum(
            not self._disk.has(path, digest_in(self._layouts, data)) for path, data in pages.items()
        )

    def _check(self, data: bytes, path: str) -> CheckedReading:
        return check_page(data, path, self._layouts.of(path))


def _pack(checked: Mapping[str, CheckedReading]) -> Any:
    readings = pack({path: each.reading for path, each in checked.items()})
    return readings, {path: (each.result, each.faults) for path, each in checked.items()}


def _unpack(packed: Any) -> Mapping[str, CheckedReading]:
    readings = unpack(packed[0])
    return {path: CheckedReading(readings[path], *packed[1][path]) for path in readings}
