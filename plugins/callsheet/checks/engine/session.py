"""One run of docs CI with its options: which findings count, and how they are shown."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from callsheet.checks.engine.baseline import (
    KnownFinding,
    base_code,
    read_baseline,
    split_known,
)
from callsheet.checks.engine.registry import all_rules, use_project_rules
from callsheet.checks.engine.runner import Contradictions, TreeResult, check
from callsheet.checks.engine.selection import (
    Selection,
    expand_codes,
    fixes_of,
    summarise,
    without_habits,
)
from callsheet.checks.rule import DocumentRule
from callsheet.configuration import Configuration
from callsheet.docs_collections import DocsCollection
from callsheet.errors import ConfigurationError
from callsheet.findings import IN_ORDER, Finding, Severity


@dataclass(frozen=True, slots=True)
class CheckReport:
    """Report of a run.

    Attributes:
        findings: The findings that count, in order.
        outcome: The result with all findings and pages.
        known: How many findings the baseline has.
        needless: How many entries of the baseline have no finding.
        fixable: How many places have a fix, and on how many pages, with each place of a habit.
    """

    findings: tuple[Finding, ...]
    outcome: TreeResult
    known: int = 0
    needless: int = 0
    fixable: tuple[int, int] = (0, 0)


@dataclass(frozen=True, slots=True)
class CheckSession:
    """Options of a run.

    Attributes:
        docs: The docs directory.
        types_dir: The folder of the pages of types in it.
        selection: Which findings are wanted.
        accept: The codes whose habits are accepted.
        fail_level: The least severity that fails.
        baseline: The file of known findings.
        pages: The paths of the pages that are reported; None for all.
        summaries: Whether habits are summed up.
        against: Compares the pages with an OpenAPI document.
        collections: The parts of the docs tree that are APIs of their own.
    """

    docs: Path
    types_dir: str
    selection: Selection
    accept: frozenset[str]
    fail_level: Severity
    baseline: Path | None
    pages: frozenset[str] | None
    summaries: bool
    against: Contradictions | None = None
    collections: tuple[DocsCollection, ...] = ()

    @classmethod
    def of(
        cls,
        configuration: Configuration,
        *,
        select: Sequence[str] = (),
        ignore: Sequence[str] = (),
        fail_level: Severity | None = None,
        baseline: Path | None = None,
        pages: Sequence[Path] = (),
        summaries: bool = True,
        against: Contradictions | None = None,
    ) -> "CheckSession":
        """Combine the configuration and the command line.

        Args:
            configuration: The defaults.
            select: The codes that are wanted, instead of those of the configuration.
            ignore: Codes that are not, in addition to those of the configuration.
            fail_level: The least severity that fails.
            baseline: The file of known findings.
            pages: Files to report on, or none for all; files outside of the docs directory are
                left out.
            summaries: Whether habits are summed up.
            against: Compares the pages with an OpenAPI document.

        Raises:
            ConfigurationError: A code or a page is not known.
        """
        options = configuration.check
        use_project_rules(options.rules, configuration.folder)
        chosen = tuple(select) or options.select
        return cls(
            docs=configuration.docs,
            types_dir=configuration.types_dir,
            selection=Selection.of(chosen, (*options.ignore, *ignore), options.severity),
            accept=expand_codes(options.accept),
            fail_level=fail_level or options.fail_level,
            baseline=baseline or options.baseline,
            pages=frozenset(_paths(pages, configuration.docs)) if pages else None,
            summaries=summaries,
            against=against,
            collections=configuration.collections,
        )

    def check(self, replaced: Mapping[str, bytes] | None = None) -> CheckReport:
        """Check the docs tree.

        Args:
            replaced: Contents to check instead of those of some pages, by path.

        Raises:
            DocsError: The directory does not exist or a page cannot be opened.
            ConfigurationError: The baseline cannot be read.
        """
        outcome = self.outcome(replaced)
        found = self.unaccepted(outcome)
        if self.pages is not None:
            found = [finding for finding in found if finding.path in self.pages]
        new, known, needless = found, 0, 0
        if self.baseline is not None:
            new, old, unused = split_known(found, self._known(self.baseline))
            # Of some pages only, nobody can tell what the others need.
            known, needless = len(old), 0 if self.pages is not None else unused.total()
        offered = fixes_of(new)
        places = sum(len(edits) for by_code in offered.values() for edits in by_code.values())
        if self.summaries and self.pages is None:
            new = summarise(new, len(outcome.pages), outcome.imported)
        return CheckReport(
            tuple(sorted(new, key=IN_ORDER)), outcome, known, needless, (places, len(offered))
        )

    def outcome(self, replaced: Mapping[str, bytes] | None = None) -> TreeResult:
        """Return all wanted findings of the docs tree, including known ones and habits."""
        if self.collections:
            from callsheet.checks.engine.parts import check_collections

            return check_collections(
                self.docs,
                self.collections,
                self.selection,
                types_dir=self.types_dir,
                replaced=replaced or {},
                against=self.against,
            )
        return check(
            self.docs,
            self.selection,
            types_dir=self.types_dir,
            replaced=replaced,
            against=self.against,
        )

    def unaccepted(self, outcome: TreeResult) -> list[Finding]:
        """Return the findings without the habits that are accepted."""
        return without_habits(outcome.findings, self.accept, len(outcome.pages))

    def unchecked(self, baseline: Path) -> Counter[KnownFinding]:
        """Return the entries of a baseline that are of rules that this run leaves out.

        Raises:
            ConfigurationError: The file cannot be read, or is not a baseline.
        """
        known, wanted = read_baseline(baseline), self._wanted()
        rules = set(map(base_code, all_rules()))
        return Counter({e: n for e, n in known.items() if e.code in rules and e.code not in wanted})

    def _known(self, baseline: Path) -> Counter[KnownFinding]:
        wanted = self._wanted()
        return Counter({e: n for e, n in read_baseline(baseline).items() if e.code in wanted})

    def _wanted(self) -> set[str]:
        """Return the codes under which a baseline has what this run can find."""
        # Without the document, nobody can tell whether what contradicted it is needless.
        unknown = (DocumentRule,) if self.against is None else ()
        return {
            base_code(code)
            for code, rule in all_rules().items()
            if self.selection.wants(code) and not isinstance(rule, unknown)
        }


def _paths(pages: Iterable[Path], docs: Path) -> Iterator[str]:
    """Yield the paths of pages relative to the docs directory, however they were written.

    Those of a folder are all files below it.

    Raises:
        ConfigurationError: There is no such file or folder.
    """
    root = docs.resolve()
    for page in pages:
        named = next((each for each in (page, docs / page) if each.exists()), None)
        if named is None:
            raise ConfigurationError(f"There is no page `{page}`.")
        for file in named.rglob("*") if named.is_dir() else (named,):
            if file.is_file() and (found := file.resolve()).is_relative_to(root):
                yield found.relative_to(root).as_posix()
