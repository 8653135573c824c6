"""Checking, comparing and exporting take time that grows with the tree, whatever is in it."""

from __future__ import annotations

from collections import Counter
from functools import partial
from pathlib import Path

import pytest

from callsheet.catalog import Catalog
from callsheet.catalog.links import check_references
from callsheet.checks.engine.baseline import KnownFinding, dump_baseline, split_known
from callsheet.checks.engine.check_page import RuleFault, run_rule
from callsheet.checks.engine.registry import all_rules
from callsheet.checks.engine.runner import without_followers
from callsheet.checks.engine.selection import summarise
from callsheet.checks.model.tree import Tree
from callsheet.checks.rule import TreeRule
from callsheet.diff import DiffFormat, DocsTree, compare
from callsheet.diff import write as write_difference
from callsheet.export import openapi
from callsheet.findings import Edit, Finding, Severity
from callsheet.report import Format, Report, RuleInfo, write
from callsheet.source import read_page
from tests.adversarial_trees import TREES
from tests.growth import Stopwatch, slow_steps

PAGES = 100
FINDINGS = 1_000
RULES = {code: RuleInfo.of(rule) for code, rule in all_rules().items()}


@pytest.mark.slow
@pytest.mark.parametrize("name", TREES)
def test_time_grows_with_the_tree(name: str, tmp_path: Path) -> None:
    assert not slow_steps(partial(_steps, name, tmp_path), PAGES)


@pytest.mark.slow
@pytest.mark.parametrize("name", TREES)
def test_time_grows_with_a_large_tree(name: str, tmp_path: Path) -> None:
    assert not slow_steps(partial(_steps, name, tmp_path), 8 * PAGES)


@pytest.mark.slow
def test_time_grows_with_the_findings(tmp_path: Path) -> None:
    assert not slow_steps(partial(_findings_steps, tmp_path), FINDINGS)


def _steps(name: str, folder: Path, size: int) -> dict[str, float]:
    docs = folder / str(size)
    files = TREES[name](size)
    if not docs.exists():
        for path, text in files.items():
            file = docs / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
    pages = {path: text.encode() for path, text in files.items() if path.endswith(".md")}
    took = Stopwatch()
    catalog = _read(docs, pages, took)
    _check(Tree(catalog, pages), took)
    took("export", lambda: openapi(catalog))
    _compare(catalog, pages, took)
    return took.steps


def _read(docs: Path, pages: dict[str, bytes], took: Stopwatch) -> Catalog:
    readings = took("read", lambda: [read_page(data, path) for path, data in pages.items()])
    return took("catalog", lambda: Catalog.of(docs, readings))


def _check(tree: Tree, took: Stopwatch) -> None:
    catalog = tree.catalog
    findings = [*catalog.findings, *took("references", lambda: check_references(catalog))]
    took("types", lambda: tree.types)
    faults: list[RuleFault] = []
    for rule in all_rules().values():
        if isinstance(rule, TreeRule):
            findings += took(
                rule.code, partial(run_rule, rule, partial(rule.check, tree), "", faults)
            )
    assert not faults
    took("summaries", lambda: summarise(without_followers(findings), len(catalog.pages)))


def _compare(catalog: Catalog, pages: dict[str, bytes], took: Stopwatch) -> None:
    old = DocsTree(catalog, "old/")
    for words in ((b"Thing", b"Thong"), (b"int32", b"string")):
        readings = [read_page(data.replace(*words), path) for path, data in pages.items()]
        new = DocsTree(Catalog.of(catalog.root, readings), "new/")
        difference = took(f"compare {words[0]!r}", partial(compare, old, new))
        for form in DiffFormat:
            took("write", partial(write_difference, difference, form))


def _findings_steps(folder: Path, size: int) -> dict[str, float]:
    (folder / "a.md").write_text("text that is wrong here\n" * size, encoding="utf-8")
    codes = ("CS404", "CS501", "CS604")
    findings = [
        Finding("a.md", n + 1, 6, codes[n % 3], Severity.WARNING, f"`{n}` is wrong.", "Mend it.",
                end_line=n + 1 + n % 3, end_column=9, fix=(Edit(n + 1, 6, n + 1, 10, "which"),))
        for n in range(size)
    ]  # fmt: skip
    took = Stopwatch()
    report = Report(findings=tuple(findings), docs=folder, pages=("a.md",), rules=RULES)
    for form in Format:
        took(form, partial(write, report, form))
    took("baseline", lambda: dump_baseline(findings))
    took("known", lambda: split_known(findings, Counter(map(KnownFinding.of, findings))))
    took("followers", lambda: without_followers(findings))
    return took.steps
