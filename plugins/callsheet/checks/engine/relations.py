"""What all pages of a docs tree together show, and a cache of it.

A run after an edit of a sentence would otherwise decode and compare thousands of pages, to find
what the last run has found.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial
from pathlib import Path

from callsheet.cache.content import cache_file, digest_of, load_content, save_content
from callsheet.catalog.catalog import Catalog, TreeFault
from callsheet.catalog.links import check_references
from callsheet.catalog.readings import link_finding, links_out
from callsheet.checks.engine.check_page import PageResult, RuleFault, place_finding, run_rule
from callsheet.checks.engine.identity import PageIdentities
from callsheet.checks.engine.registry import all_rules, rules_fingerprint, uses_project_rules
from callsheet.checks.model.subjects import Subject
from callsheet.checks.model.tree import Tree, subjects_of_tree
from callsheet.checks.rule import OperationRule, TreeRule
from callsheet.codec import Decoder, Encoder
from callsheet.configuration import read_docs_languages, read_nav
from callsheet.findings import Finding
from callsheet.source.layouts.choice import read_choice

_TREE_CODES = frozenset(fault.code for fault in TreeFault)


@dataclass(frozen=True, slots=True)
class Relations:
    """What all pages together show.

    Attributes:
        findings: The findings about pages in relation to each other.
        dispelled: The findings about pages by themselves of which other pages show that they are
            none.
        pages: The paths of all pages.
        imported: The paths of the pages that an import wrote.
    """

    findings: tuple[Finding, ...]
    dispelled: tuple[Finding, ...]
    pages: tuple[str, ...]
    imported: tuple[str, ...]

    @classmethod
    def of(
        cls, tree: Tree, results: Mapping[str, PageResult], findings: Iterable[Finding]
    ) -> Relations:
        """Combine the findings of a tree with what it says about those of single pages."""
        return cls(
            tuple(findings),
            tuple(found for found in _disputable(results) if _is_dispelled(found, tree)),
            tuple(page.path for page in tree.catalog.all_pages),
            tuple(sorted(tree.imported)),
        )


_LARGEST_TABLE = 8 * 1024 * 1024
"""Bytes of a YAML file that may be a table of contents; with a larger one, nothing is cached."""


class RelationCache:
    """Cache of the relations of a docs tree, for as long as the outlines of its pages stay.

    The key is that of the checksum: relations of other outlines count as damaged.

    Args:
        root: The docs directory.
        pages: The paths of all pages.
        results: The results of checking them by themselves.
        types_dir: The folder of the pages of types.
    """

    def __init__(
        self,
        root: Path,
        pages: Iterable[str],
        results: Mapping[str, PageResult],
        types_dir: str,
    ) -> None:
        # Rules of the project may look at anything.
        file = None if uses_project_rules() else cache_file(root, "-relations")
        files = _files(root) if file else None
        self.file = None if files is None else file
        if self.file:
            outlines = [(p, results[p].outline if p in results else "") for p in pages]
            settings = types_dir, read_nav(root), read_docs_languages(root), read_choice(root).key
            about = repr((settings, files, outlines, [*_disputable(results)]))
            data = about.encode(errors="surrogatepass")
            self._key = hashlib.blake2b(data, key=rules_fingerprint(), digest_size=32).digest()

    def load(self) -> Relations | None:
        """Return the relations that were saved; None where there are none of these outlines."""
        try:
            content = json.loads(load_content(self.file, self._key)) if self.file else None
            return content and Decoder(content["tables"]).decode(content["relations"], Relations)
        except (OSError, ValueError, LookupError, TypeError):
            return None

    def save(self, relations: Relations) -> None:
        """Write the relations; a full disk is not an error."""
        if self.file:
            encoder = Encoder()
            plain = encoder.encode(relations, Relations)
            content = {"tables": encoder.tables(), "relations": plain}
            save_content(self.file, json.dumps(content).encode(), self._key)


def _files(root: Path) -> list[tuple[str, str]] | None:
    """Return the files of a docs directory, as far as rules about the tree look at them.

    Returns:
        The paths, with the digest of a file that may be a table of contents. None where links make
        it depend on files elsewhere, or a file cannot be read.
    """
    found = []
    for folder, folders, files in os.walk(root):
        folders[:] = sorted(name for name in folders if name != ".git")
        for name in (*folders, *sorted(files)):
            path = f"{folder}/{name}"
            if os.path.islink(path):  # noqa: PTH114 - thousands of files
                return None
            about = ""
            try:
                if name.lower().endswith((".yml", ".yaml")):
                    if os.path.getsize(path) > _LARGEST_TABLE:  # noqa: PTH202
                        return None
                    about = digest_of(Path(path).read_bytes())
            except OSError:
                return None
            found.append((path, about))
    return found


@dataclass(frozen=True, slots=True)
class GeneratedPages:
    """Pages of types that the site generates if the docs directory has none of its own.

    Attributes:
        folders: Their folders, relative to the docs directory: one for each collection.
    """

    folders: tuple[str, ...]

    def __contains__(self, path: object) -> bool:
        return isinstance(path, str) and path.startswith(self.folders)


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


def page_identities(lines: Callable[[str], Sequence[str]]) -> Callable[[str], PageIdentities]:
    """Return a function that gives what identifies the findings about a page, by its path."""
    return cache(lambda path: PageIdentities(lines(path)))


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


def _disputable(results: Mapping[str, PageResult]) -> Iterator[Finding]:
    """Yield the findings about pages by themselves that other pages may show to be none."""
    codes = {c for c, r in all_rules().items() if isinstance(r, OperationRule) and r.dispelled}
    for result in results.values():
        yield from (finding for finding in result.findings if finding.code in codes)


def _is_dispelled(finding: Finding, tree: Tree) -> bool:
    """Tell whether other pages show that a finding about a page by itself is none."""
    rule = all_rules().get(finding.code)
    dispelled = rule.dispelled if isinstance(rule, OperationRule) else None
    return dispelled is not None and dispelled(tree, finding)
