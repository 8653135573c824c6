"""Check one page by itself; what was found there, and on all pages together."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple, Self

from callsheet import lazy_re as re
from callsheet.catalog.readings import outline_of
from callsheet.checks.engine.identity import PageIdentities
from callsheet.checks.engine.registry import all_rules
from callsheet.checks.model.page import CheckedPage, OperationPage
from callsheet.checks.model.page_subjects import SubjectsOfPage
from callsheet.checks.model.subjects import Subject
from callsheet.checks.model.tree import Tree, evidence_of
from callsheet.checks.model.type_page import page_of_type
from callsheet.checks.rule import Diagnostic, OperationRule, PageRule, Rule
from callsheet.checks.rules.suppressions import Suppression, read_suppressions
from callsheet.findings import IN_ORDER, Finding, Identity
from callsheet.memo import cached_by_identity, cached_by_identity_and_values
from callsheet.model import Operation
from callsheet.model.operation import shows_refusal
from callsheet.source import Reading
from callsheet.source.layouts.layout import Layout

_OF_REQUESTS = "CS3"
"""The beginning of the codes of rules about requests."""

MAX_QUOTED = 200
"""Characters of what a message quotes from a page."""

_QUOTED = re.compile(r"`[^`]*+`")


@dataclass(frozen=True, slots=True)
class PageResult:
    """Result of checking a page by itself, whatever the configuration.

    Attributes:
        findings: The findings of the reader and of the rules.
        suppressions: The suppressions by its comments.
        evidence: The digest of what the page says about types, from `evidence_of`.
        outline: The digest of what rules about the tree may look at, from `outline_of`.
    """

    findings: tuple[Finding, ...]
    suppressions: tuple[Suppression, ...]
    evidence: str
    outline: str


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
    ) -> "Relations":
        """Combine the findings of a tree with what it says about those of single pages."""
        return cls(
            tuple(findings),
            tuple(found for found in disputable(results) if _is_dispelled(found, tree)),
            tuple(page.path for page in tree.catalog.all_pages),
            tuple(sorted(tree.imported)),
        )


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

    @classmethod
    def of(cls, rule: Rule, path: str, error: Exception) -> Self:
        """Describe what a rule has raised."""
        return cls(rule.code, path, f"{type(error).__name__}: {error}")

    def __str__(self) -> str:
        where = self.path or "the whole tree"
        return f"The rule {self.code} failed on {where}: {self.error}"


class CheckedReading(NamedTuple):
    """Result of checking a page.

    Attributes:
        reading: What reading it gave.
        result: What was found.
        faults: The rules that failed, whose findings the result lacks.
    """

    reading: Reading
    result: PageResult
    faults: list[RuleFault]


def disputable(results: Mapping[str, PageResult]) -> Iterator[Finding]:
    """Yield the findings about pages by themselves that other pages may show to be none."""
    codes = {c for c, r in all_rules().items() if isinstance(r, OperationRule) and r.dispelled}
    for result in results.values():
        yield from (finding for finding in result.findings if finding.code in codes)


def _is_dispelled(finding: Finding, tree: Tree) -> bool:
    """Tell whether other pages show that a finding about a page by itself is none."""
    rule = all_rules().get(finding.code)
    dispelled = rule.dispelled if isinstance(rule, OperationRule) else None
    return dispelled is not None and dispelled(tree, finding)


def check_page(data: bytes, path: str, layout: Layout | None = None) -> CheckedReading:
    """Read a page and run the rules about a page by itself.

    Args:
        data: The file's bytes.
        path: The file, relative to the docs directory, with forward slashes.
        layout: Its layout; by default the one that its text shows.
    """
    page = CheckedPage.read(data, path, layout)
    findings = [place_finding(finding, page.document.lines) for finding in page.reading.findings]
    faults: list[RuleFault] = []
    own = isinstance(page, OperationPage)
    findings += _run_all(_rules_by_subject(all_rules(), own, bool(page.operations)), page, faults)
    for operation in page.operations:
        findings += _of_truth(operation, faults)
    if isinstance(page, OperationPage):
        findings = _without_refused(findings, page.operation)
    elif table := page.reading.page.defines:
        findings += _run_all(_rules_about_rows(all_rules()), page_of_type(page, table), faults)
    # Few pages have a comment that suppresses something.
    suppressions = tuple(read_suppressions(page.document, path) if page.document.directives else ())
    found = tuple(sorted(dict.fromkeys(findings), key=IN_ORDER))
    if found:
        pages = PageIdentities(page.document.lines)
        uid = page.operation.uid if isinstance(page, OperationPage) else None
        found = tuple(pages.identified(finding, quotes=True, uid=uid) for finding in found)
    outline = outline_of(page.reading, data, page.document.lines)
    result = PageResult(found, suppressions, evidence_of(page.reading), outline)
    return CheckedReading(page.reading, result, faults)


def _run_all(
    rules: Mapping[Subject, Sequence[PageRule | OperationRule]],
    page: Any,
    faults: list[RuleFault],
) -> list[Finding]:
    """Return the findings of rules on a page, without those whose subject is missing."""
    subjects = SubjectsOfPage(page)
    findings: list[Finding] = []
    for subject, same in rules.items():
        for rule in same:
            try:
                # In here, since looking for a subject runs code that may fail like a rule.
                if subject not in subjects:
                    break
                # Most rules find nothing on most pages.
                if _has_signs(page, rule) and (found := list(rule.check(page))):
                    findings += findings_of(rule, found)
            except Exception as error:  # whatever a rule does, the others are wanted
                faults.append(RuleFault.of(rule, page.path, error))
    return findings


def _has_signs(page: CheckedPage, rule: Rule) -> bool:
    """Tell whether a page has one of the texts that a rule looks for."""
    signs = rule.signs or rule.prose_signs
    if not signs:
        return True
    text = page.lower_text if rule.signs else page.lower_prose
    return any(map(text.__contains__, signs))


def _of_truth(page: OperationPage, faults: list[RuleFault]) -> list[Finding]:
    """Return the findings of rules about truth in an operation of another layout."""
    findings = _run_all(_truth_by_subject(all_rules()), page, faults)
    found = _without_refused(findings, page.operation)
    # What an example sends is not always on the page as it is sent, so that there is no edit of it.
    return [replace(finding, uid=page.operation.uid, fix=()) for finding in found]


def _without_refused(findings: list[Finding], operation: Operation) -> list[Finding]:
    """Drop what is wrong with requests that show how they are refused: they are meant to be."""
    refused = [e.span for e in operation.example_requests if shows_refusal(operation, e)]
    if not refused:
        return findings
    return [
        finding
        for finding in findings
        if not finding.code.startswith(_OF_REQUESTS)
        or not any(span.start <= finding.line <= span.end for span in refused)
    ]


def findings_of(rule: Rule, diagnostics: Iterable[Diagnostic]) -> Iterator[Finding]:
    """Yield the findings of what a rule reported."""
    for diagnostic in diagnostics:
        place = diagnostic.place
        yield Finding(
            path=place.path,
            line=place.line,
            column=place.column,
            code=rule.code,
            severity=rule.severity,
            message=_QUOTED.sub(_cut, diagnostic.message),
            hint=diagnostic.hint or rule.hint,
            end_line=place.end_line,
            end_column=place.end_column,
            related=tuple(
                replace(each, message=_QUOTED.sub(_cut, each.message))
                for each in diagnostic.related
            ),
            fix=diagnostic.fix,
            identity=diagnostic.identity or Identity(),
        )


def _cut(quoted: re.Match[str]) -> str:
    text = quoted[0][1:-1]
    return quoted[0] if len(text) <= MAX_QUOTED else f"`{text[: MAX_QUOTED - 1]}…`"


def run_rule(
    rule: Rule, diagnostics: Callable[[], Iterable[Diagnostic]], path: str, faults: list[RuleFault]
) -> list[Finding]:
    """Return the findings of a rule; if it raises, note a fault of the rule, not of the page."""
    try:
        return list(findings_of(rule, diagnostics()))
    except Exception as error:  # whatever a rule does, the others are wanted
        faults.append(RuleFault.of(rule, path, error))
        return []


_BySubject = Mapping[Subject, Sequence[PageRule | OperationRule]]


@cached_by_identity_and_values(4)
def _rules_by_subject(
    rules: Mapping[str, Rule], own_layout: bool, has_operations: bool
) -> _BySubject:
    """Return the rules about a page by itself, as each subject is looked for once.

    Args:
        rules: All rules.
        own_layout: Whether it is an operation page in our own layout.
        has_operations: Whether it documents operations in another one.
    """
    return _by_subject(
        rule
        for rule in rules.values()
        if (isinstance(rule, OperationRule) and own_layout)
        or (isinstance(rule, PageRule) and (rule.in_any_layout or not has_operations))
    )


@cached_by_identity(1)
def _truth_by_subject(rules: Mapping[str, Rule]) -> _BySubject:
    """Return the rules about operations in any layout."""
    return _by_subject(
        rule for rule in rules.values() if isinstance(rule, OperationRule) and rule.in_any_layout
    )


@cached_by_identity(1)
def _rules_about_rows(rules: Mapping[str, Rule]) -> _BySubject:
    """Return the rules that also hold for the rows of a type."""
    return _by_subject(
        rule for rule in rules.values() if isinstance(rule, OperationRule) and rule.about_rows
    )


def _by_subject(rules: Iterable[PageRule | OperationRule]) -> _BySubject:
    found: defaultdict[Subject, list[PageRule | OperationRule]] = defaultdict(list)
    for rule in rules:
        found[rule.subject].append(rule)
    return found


_QUOTED = re.compile(r"`([^`]+)`")


def place_finding(finding: Finding, lines: Sequence[str]) -> Finding:
    """Add columns to a finding that has no end yet.

    The place is the first text that the message quotes and the line contains, else the whole line.

    Args:
        finding: The finding.
        lines: The lines of its page.
    """
    if finding.end_line or not 1 <= finding.line <= len(lines):
        return finding
    line = finding.line
    # Faults of the front matter are reported at its first line.
    if line == 1 and lines[0].startswith("---"):
        line = _line_in_front_matter(finding.message, lines)
    start, length = _find(finding.message, lines[line - 1])
    end = start + length + 1
    return replace(finding, line=line, column=start + 1, end_line=line, end_column=end)


def _line_in_front_matter(message: str, lines: Sequence[str]) -> int:
    """Return the front matter's line with the first text that a message quotes, else line 1."""
    first = next(iter(_QUOTED.findall(message)), "")
    for number, text in enumerate(lines[1:], 2):
        if text.startswith(("---", "...")) or not first.strip():
            break
        if first in text:
            return number
    return 1


def _find(message: str, text: str) -> tuple[int, int]:
    quoted = _QUOTED.findall(message)
    # A message has the path relative to the docs directory, the page perhaps relative to itself.
    for wanted in (*quoted, *(word.rpartition("/")[2] for word in quoted)):
        at = text.find(wanted) if wanted.strip() else -1
        if at >= 0:
            return at, len(wanted)
    start = len(text) - len(text.lstrip())
    return start, max(len(text.strip()), 1)
