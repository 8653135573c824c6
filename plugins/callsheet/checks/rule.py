"""What a rule of docs CI consists of."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from callsheet.checks.model.page import CheckedPage, OperationPage, Place
from callsheet.checks.model.tree import Tree
from callsheet.findings import Edit, FaultKind, Related, Severity


@dataclass(frozen=True, slots=True)
class Hit:
    """What a check found; the runner makes a `callsheet.findings.Finding` of it.

    Attributes:
        place: The offending text.
        message: What is wrong, in one sentence, with the offending text.
        hint: What to do, where it is more to the point than the rule's own hint.
        related: Where the expectation comes from.
        fix: What mends it; only where there is one right answer.
    """

    place: Place
    message: str
    hint: str = ""
    related: tuple[Related, ...] = ()
    fix: tuple[Edit, ...] = ()


@dataclass(frozen=True, slots=True)
class Example:
    """How a correct page is broken, for the rule's documentation and for its test.

    The correct page is `specimen.md` beside this module.

    Attributes:
        right: Text that stands once in the specimen; empty where only the files matter.
        wrong: What an author wrote in its place; the rule finds it.
        files: Other pages that the example needs, by path.
        also: The codes of other rules that find the same mistake from another side.
    """

    right: str = ""
    wrong: str = ""
    files: Mapping[str, str] = field(default_factory=dict)
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One check of docs CI, with its documentation.

    Attributes:
        code: `CS` and three digits, stable across releases.
        name: What it finds, in kebab case.
        severity: How much its findings matter, unless the configuration says otherwise.
        summary: What it finds, in one sentence.
        cause: Why it matters and how it comes about; Markdown.
        hint: What to do about it, in one sentence.
        examples: At least one.
        superseded_by: Codes that make its findings on the same page needless: one cause is one
            finding.
        superseded_on_line_by: Codes that make them needless on the same lines.
        superseded_at_source_by: Codes that make them needless on the lines of the page where their
            expectation comes from: a row that is wrong itself contradicts nothing.
    """

    code: str
    name: str
    severity: Severity
    summary: str
    cause: str
    hint: str
    examples: tuple[Example, ...]
    superseded_by: tuple[str, ...] = ()
    superseded_on_line_by: tuple[str, ...] = ()
    superseded_at_source_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PageRule(Rule):
    """A rule about any page by itself: what it finds depends on its bytes and its path only."""

    check: Callable[[CheckedPage], Iterable[Hit]]


@dataclass(frozen=True, slots=True, kw_only=True)
class OperationRule(Rule):
    """A rule about an operation page by itself, as `PageRule`."""

    check: Callable[[OperationPage], Iterable[Hit]]


@dataclass(frozen=True, slots=True, kw_only=True)
class TreeRule(Rule):
    """A rule about the whole docs tree."""

    check: Callable[[Tree], Iterable[Hit]]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingRule(Rule):
    """A rule whose findings are made elsewhere, mostly when pages are read; it documents them."""

    checked_by: ClassVar = "callsheet.source"

    @classmethod
    def of(
        cls,
        fault: FaultKind,
        name: str,
        *,
        summary: str,
        cause: str,
        examples: tuple[Example, ...],
        superseded_by: tuple[str, ...] = (),
        superseded_on_line_by: tuple[str, ...] = (),
    ) -> ReadingRule:
        """The rule of a fault, which knows its code, its severity and its hint already."""
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
class LiveRule(Rule):
    """A rule about what a live server answers; `callsheet verify` finds it, and no check does."""

    checked_by: ClassVar = "callsheet.run.verify"
    examples: tuple[Example, ...] = ()
