"""Rules of docs CI, and the diagnostics that they report."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Concatenate, ParamSpec, TypeVar

from callsheet.checks.model.page import CheckedPage, OperationPage, Place
from callsheet.checks.model.subjects import Subject
from callsheet.checks.model.tree import Tree
from callsheet.findings import Edit, FaultKind, Finding, Identity, Related, Severity

_AnyRule = TypeVar("_AnyRule", bound="Rule")


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """Report of a rule about one place, which the runner turns into a `callsheet.findings.Finding`.

    Attributes:
        place: The offending text.
        message: What is wrong, in one sentence, with the offending text.
        hint: What to do, if the rule's own hint is too general.
        related: Where the expectation comes from.
        fix: The edits that fix it; only if there is one right answer.
        identity: What the finding is known by, if it is about several pages and only reported at
            the first one.
    """

    place: Place
    message: str
    hint: str = ""
    related: tuple[Related, ...] = ()
    fix: tuple[Edit, ...] = ()
    identity: Identity | None = None


@dataclass(frozen=True, slots=True)
class Example:
    """Change that breaks a correct page, for the rule's documentation and for its test.

    The correct page is `rules/specimen.md`. It decorates the rule that reports it.

    Attributes:
        right: Text that occurs once in the specimen; empty if only the files matter.
        wrong: What an author wrote instead; the rule reports it.
        files: Other pages that the example needs, by path.
        also: The names of other rules that report the same mistake from another side.
    """

    right: str = ""
    wrong: str = ""
    files: Mapping[str, str] = field(default_factory=dict)
    also: tuple[str, ...] = ()

    def __call__(self, rule: _AnyRule) -> _AnyRule:
        """Return a rule with this example before its others."""
        return replace(rule, examples=(self, *rule.examples))


class RuleGroup(StrEnum):
    """Groups of rules, by which users choose them."""

    LINKS = "links"
    """Links, images, includes and navigation that lead nowhere."""
    SECRETS = "secrets"
    """Text that should not be published, or runs in a reader's browser."""
    STYLE = "style"
    """How something is written."""
    TRUTH = "truth"
    """Claims of a page about the API."""


_GROUPS = {
    RuleGroup.LINKS: (
        *("CS013", "CS014", "CS015", "CS016", "CS017", "CS018", "CS019", "CS020", "CS023", "CS024"),
        *("CS025", "CS026", "CS027", "CS041", "CS113", "CS541", "CS542", "CS547", "CS548"),
        *("CS554", "CS605", "CS606"),
    ),
    RuleGroup.SECRETS: ("CS7",),
    RuleGroup.STYLE: ("CS131", "CS232", "CS233", "CS10", "CS206", "CS217", "CS5", "CS9"),
}
"""The beginnings of the codes of each group; all others are about truth."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One check of docs CI, with its documentation.

    Attributes:
        code: `CS` and three digits, stable across releases.
        name: What it finds, in kebab case.
        summary: What it finds, in one sentence.
        cause: Why it matters and how it comes about; Markdown.
        hint: What to do about it, in one sentence.
        examples: At least one.
        severity: How much its findings matter, unless the configuration says otherwise.
        superseded_by: Names of rules whose findings imply this rule's findings on the same page:
            one cause is one finding.
        superseded_on_line_by: Names of rules whose findings imply them on the same lines.
        superseded_at_source_by: Names of rules whose findings imply them on the lines of the page
            where their expectation comes from: a row that is wrong itself contradicts nothing.
        variant_of: Name of the rule that reports the same mistake where less is known about it, so
            that a known finding stays known when more is.
        subject: What it looks at; it does not run where that is missing.
        signs: Texts in lower case; it does not run on pages that have none of them.
        prose_signs: The same, outside of code.
        is_optional: Whether it only runs if it is selected by its code or name.
        applies_to_imports: Whether it is about pages that an import wrote, too. A rule about what
            authors write in the same way everywhere is not: there the document decides.
    """

    code: str
    name: str
    summary: str
    cause: str
    hint: str
    examples: tuple[Example, ...] = ()
    severity: Severity = Severity.WARNING
    superseded_by: tuple[str, ...] = ()
    superseded_on_line_by: tuple[str, ...] = ()
    superseded_at_source_by: tuple[str, ...] = ()
    variant_of: str = ""
    subject: Subject = Subject.PAGE
    signs: tuple[str, ...] = ()
    prose_signs: tuple[str, ...] = ()
    is_optional: bool = False
    applies_to_imports: bool = True

    @property
    def group(self) -> RuleGroup:
        """The group that it is chosen by."""
        groups = (group for group, codes in _GROUPS.items() if self.code.startswith(codes))
        return next(groups, RuleGroup.TRUTH)


@dataclass(frozen=True, slots=True, kw_only=True)
class PageRule(Rule):
    """Rule about any page by itself: results depend on the page's bytes and path only.

    Attributes:
        check: Yields what is wrong with a page.
        in_any_layout: Whether it also holds for pages in other layouts than our own.
    """

    check: Callable[[CheckedPage], Iterable[Diagnostic]] = field(kw_only=False)
    in_any_layout: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class OperationRule(Rule):
    """Rule about an operation page by itself, like `PageRule`.

    Attributes:
        check: Yields what is wrong with a page.
        in_any_layout: Whether it is about truth, and holds for operations in all layouts; a rule
            about form holds for our own page format alone.
        about_rows: Whether it looks at rows of tables alone, and holds for pages that define types,
            too.
        dispelled: Tells whether other pages show that a finding of `check` is none.
    """

    check: Callable[[OperationPage], Iterable[Diagnostic]] = field(kw_only=False)
    in_any_layout: bool = False
    about_rows: bool = False
    dispelled: Callable[[Tree, Finding], bool] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TreeRule(Rule):
    """Rule about the whole docs tree, of whose pages our own rules see only the outlines.

    What a rule needs besides `callsheet.catalog.readings.outlined` has to be added there.
    """

    check: Callable[[Tree], Iterable[Diagnostic]] = field(kw_only=False)


_Check = TypeVar("_Check")
_Documentation = ParamSpec("_Documentation")


def _decorator(
    kind: Callable[Concatenate[_Check, _Documentation], _AnyRule],
) -> Callable[_Documentation, Callable[[_Check], _AnyRule]]:
    """Return a decorator that takes the documentation and makes a rule of its check."""

    def document(
        *args: _Documentation.args, **documentation: _Documentation.kwargs
    ) -> Callable[[_Check], _AnyRule]:
        return lambda check: kind(check, *args, **documentation)

    return document


page_rule = _decorator(PageRule)
operation_rule = _decorator(OperationRule)
tree_rule = _decorator(TreeRule)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingRule(Rule):
    """Documentation of findings that others report, mostly while pages are read."""

    @classmethod
    def of(
        cls,
        fault: FaultKind,
        name: str,
        *examples: Example,
        summary: str,
        cause: str,
        superseded_by: tuple[str, ...] = (),
        superseded_on_line_by: tuple[str, ...] = (),
    ) -> "ReadingRule":
        """Return the rule of a fault, which already has code, severity and hint."""
        return cls(
            code=fault.code,
            name=name,
            severity=fault.severity,
            summary=summary,
            cause=cause,
            hint=fault.hint,
            examples=examples,
            superseded_by=superseded_by,
            superseded_on_line_by=superseded_on_line_by,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class ExternalRule(Rule):
    """Rule about something outside of the docs tree that contradicts pages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LiveRule(ExternalRule):
    """Rule about answers of a live server, which `callsheet verify` reports."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentRule(ExternalRule):
    """Rule about an OpenAPI document, which `callsheet check --against` reports."""
