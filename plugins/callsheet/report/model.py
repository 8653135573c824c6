"""Reports: findings with their context, the fingerprints of findings, and the formats."""

import hashlib
import os
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from importlib import import_module
from pathlib import Path

from callsheet.checks.engine.baseline import KnownFinding
from callsheet.checks.rule import Rule
from callsheet.findings import IN_ORDER, Finding, Severity

PROJECT = "https://pypi.org/project/mkdocs-callsheet/"
"""The address of the project, which reports name as the tool's."""

RANKS = {severity: rank for rank, severity in enumerate(Severity)}
"""The rank of each severity; 0 is the most severe."""


@dataclass(frozen=True, slots=True)
class RuleInfo:
    """The description of a rule in a report.

    Attributes:
        code: Its code.
        name: Its name, in kebab case.
        severity: The severity of its findings, unless the configuration overrides it.
        summary: What it finds, in one sentence.
        hint: How to fix it, in one sentence.
        cause: Why it matters, in Markdown.
        help_uri: The address of its documentation; may be empty.
    """

    code: str
    name: str
    severity: Severity
    summary: str
    hint: str
    cause: str = ""
    help_uri: str = ""

    @classmethod
    def of(cls, rule: Rule, help_uri: str = "") -> "RuleInfo":
        """Describe a rule of docs CI, whose documentation may be on a page of the site."""
        uri = help_uri or PROJECT
        return cls(rule.code, rule.name, rule.severity, rule.summary, rule.hint, rule.cause, uri)


@dataclass(frozen=True, slots=True)
class SameFindings:
    """Findings that say the same, in the order of the pages.

    Attributes:
        findings: The findings; they differ in their places only.
    """

    findings: tuple[Finding, ...]

    @property
    def first(self) -> Finding:
        """The finding to show."""
        return self.findings[0]


@dataclass(frozen=True, slots=True)
class RuleCount:
    """The findings of one rule and severity, counted.

    Attributes:
        title: The code and name of the rule.
        severity: The severity of the findings.
        findings: Their number.
        pages: The number of pages that have them.
        first: The first of them.
    """

    title: str
    severity: Severity
    findings: int
    pages: int
    first: Finding


@dataclass(frozen=True, kw_only=True)
class Report:
    """The findings of one run, with their context.

    Attributes:
        findings: The findings, in any order.
        docs: The docs directory, which the findings' paths are relative to.
        pages: The paths of all checked pages.
        rules: The rules by code; a finding with another code is shown without its rule.
        prefix: The prefix that makes a path relative to the repository's root.
        fail_on: The least severity that fails the run.
        suppressed: The number of findings that pages suppress.
        known: The number of findings that the baseline accepts.
        fixable: The number of places with a fix, and of their pages.
        offers_baseline: Whether a baseline could accept the findings, and there is none yet.
    """

    findings: tuple[Finding, ...]
    docs: Path
    pages: tuple[str, ...] = ()
    rules: Mapping[str, RuleInfo] = field(default_factory=dict)
    prefix: str = ""
    fail_on: Severity = Severity.WARNING
    suppressed: int = 0
    known: int = 0
    fixable: tuple[int, int] = (0, 0)
    offers_baseline: bool = False

    @cached_property
    def ordered(self) -> tuple[Finding, ...]:
        """The findings by path, line, column and code."""
        return tuple(sorted(self.findings, key=IN_ORDER))

    @cached_property
    def groups(self) -> tuple[SameFindings, ...]:
        """The findings that say the same, together; the most severe first."""
        same: dict[tuple[object, ...], list[Finding]] = {}
        for f in self.ordered:
            same.setdefault((f.severity, f.code, f.message, f.hint, f.related), []).append(f)
        groups = (SameFindings(tuple(findings)) for findings in same.values())
        return tuple(sorted(groups, key=lambda group: RANKS[group.first.severity]))

    @cached_property
    def by_rule(self) -> tuple[RuleCount, ...]:
        """The counts of each rule: the most severe first, and those with the most findings."""
        same: dict[tuple[Severity, str], list[Finding]] = {}
        for finding in self.ordered:
            same.setdefault((finding.severity, finding.code), []).append(finding)
        counts = (
            RuleCount(self.title(f[0]), severity, len(f), len({each.path for each in f}), f[0])
            for (severity, _), f in same.items()
        )
        return tuple(sorted(counts, key=lambda each: (RANKS[each.severity], -each.findings)))

    @cached_property
    def counts(self) -> Mapping[Severity, int]:
        """The number of findings of each severity."""
        found = Counter(finding.severity for finding in self.findings)
        return {severity: found[severity] for severity in Severity}

    @cached_property
    def affected(self) -> int:
        """The number of files with findings."""
        return len({finding.path for finding in self.findings})

    @property
    def failed(self) -> bool:
        """Whether a finding is severe enough to fail the run."""
        return any(self.fails(finding) for finding in self.findings)

    def fails(self, finding: Finding) -> bool:
        """Tell whether this finding alone fails the run."""
        return RANKS[finding.severity] <= RANKS[self.fail_on]

    def path(self, path: str) -> str:
        """Return a finding's path relative to the repository's root."""
        return self.prefix + path

    def title(self, finding: Finding) -> str:
        """Return the code and name of a finding's rule."""
        rule = self.rules.get(finding.code)
        return f"{finding.code} {rule.name}" if rule else finding.code


def prefix_of(docs: Path, root: Path | None = None) -> str:
    """Return the prefix that makes the path of a page relative to a folder, such as `docs/`.

    Args:
        docs: The docs directory.
        root: The folder; by default the root of the repository if the working directory is in the
            same one, else the working directory.
    """
    root = root or _root_of_repository(docs) or Path()
    try:
        way = os.path.relpath(docs, root)
    except ValueError:  # another drive
        way = str(docs.resolve())
    prefix = Path(way).as_posix()
    return "" if prefix == "." else f"{prefix}/"


def _root_of_repository(docs: Path) -> Path | None:
    """Return the root of the working tree of git that has the pages and the working directory."""
    here, pages = Path.cwd(), Path(os.path.abspath(docs))  # noqa: PTH100 - links stay as they are
    for folder in (here, *here.parents):
        # A worktree or a submodule has a file of that name.
        if (folder / ".git").exists():
            return folder if pages.is_relative_to(folder) else None
    return None


def count(number: int, noun: str) -> str:
    """Return a number with its noun: `1 page`, `2 pages`."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def tally(report: Report) -> str:
    """Return the counts as a sentence: `1 error and 2 notes in 3 of 14 pages`."""
    parts = [count(number, str(severity)) for severity, number in report.counts.items() if number]
    total = len(report.pages)
    if not parts:
        return f"No findings in {count(total, 'page')}."
    *most, last = parts
    found = f"{', '.join(most)} and {last}" if most else last
    # Findings may also be about other files, such as the navigation.
    if report.affected <= total:
        where = f"{report.affected:,} of {count(total, 'page')}"
    else:
        where = count(report.affected, "file")
    return f"{found} in {where}."


def set_aside(report: Report) -> str:
    """Return the numbers of hidden findings as a sentence; empty if there are none."""
    parts = []
    if report.suppressed:
        parts.append(f"{report.suppressed:,} suppressed on the pages")
    if report.known:
        parts.append(f"{report.known:,} in the baseline")
    return f"Not shown: {', '.join(parts)}." if parts else ""


def next_steps(report: Report) -> Iterator[str]:
    """Yield sentences about what to do with the findings."""
    places, pages = report.fixable
    if places:
        where = f"{count(places, 'place')} on {count(pages, 'page')}"
        yield f"`callsheet check --fix` can fix {where}; `--fix --diff` shows how."
    if not report.findings:
        return
    code = report.groups[0].first.code
    yield (
        f"`callsheet check --explain {code}` explains a rule, and"
        f" `<!-- callsheet: ignore {code} -- reason -->` above a place accepts what is meant."
    )
    if report.offers_baseline and report.failed:
        yield (
            "`callsheet check --baseline callsheet-baseline.json --write-baseline` accepts all"
            " for now, so that only new findings fail."
        )


def fingerprinted(findings: Iterable[Finding]) -> Iterator[tuple[Finding, str]]:
    """Yield each finding with a fingerprint that is unique in the run.

    It is a digest of the identity that a baseline uses, so that it stays the same when other texts
    or pages change. Equal findings of one page are numbered in the given order.
    """
    seen: Counter[KnownFinding] = Counter()
    for finding in findings:
        entry = KnownFinding.of(finding)
        parts = (entry.page, entry.code, entry.section, entry.row, entry.text, str(seen[entry]))
        seen[entry] += 1
        content = "\0".join(parts).encode("utf-8", errors="surrogatepass")
        yield finding, hashlib.blake2b(content, digest_size=16).hexdigest()


class Format(StrEnum):
    """The formats by their names on the command line; each has a module of that name."""

    TEXT = "text"
    JSON = "json"
    SARIF = "sarif"
    JUNIT = "junit"
    GITHUB = "github"
    GITLAB = "gitlab"
    MARKDOWN = "markdown"
    HTML = "html"


def write(
    report: Report, form: Format, *, colour: bool = False, max_lines: int | None = None
) -> str:
    """Write a report.

    Args:
        report: The findings.
        form: The format.
        colour: Whether text is coloured, for a terminal; it has no effect on other formats.
        max_lines: The limit of the lines of text; it has no effect on other formats.

    Returns:
        The output, with a line end after the last line.
    """
    if form is Format.TEXT:
        from callsheet.report import text

        return text.write(report, colour=colour, max_lines=max_lines)
    # Imported on demand, as a run writes one format and starts sooner without the others.
    written: str = import_module(f"{__package__}.{form}").write(report)
    return written
