"""Habits of a tree: one finding says it all, and a page that differs keeps its own."""

from __future__ import annotations

from dataclasses import replace

from callsheet.checks.engine.selection import habits, summarise, without_habits
from callsheet.findings import Finding, Severity

HABIT = Finding("", 9, 1, "CS006", Severity.WARNING, "The row has 4 cells.", "Mend it.")


def tree(pages: int, message: str = HABIT.message, start: int = 0) -> list[Finding]:
    """The same finding on each of some pages."""
    return [
        replace(HABIT, path=f"page{n:04}.md", message=message) for n in range(start, start + pages)
    ]


def test_a_habit_is_one_finding_with_all_places() -> None:
    [summary] = summarise(tree(30), 100)
    assert (summary.path, summary.line, summary.code) == ("page0000.md", 9, "CS006")
    assert summary.severity is Severity.WARNING
    assert "30 places on 30 of 100 pages" in summary.message
    assert [other.path for other in summary.related] == [f"page{n:04}.md" for n in range(30)]
    assert "accept: [CS006]" in summary.hint
    assert not summary.fix


def test_few_pages_or_a_small_share_are_no_habit() -> None:
    assert summarise(tree(20), 100) == tree(20)
    assert summarise(tree(30), 300) == tree(30)
    assert len(summarise(tree(31), 300)) == 1


def test_many_findings_on_few_pages_are_no_habit() -> None:
    findings = [replace(HABIT, path="page.md", line=line) for line in range(1, 200)]
    assert summarise(findings, 100) == findings


def test_a_page_that_differs_keeps_its_finding() -> None:
    other = replace(HABIT, path="page0007.md", line=40, message="The row has 9 cells.")
    findings = [*tree(30), other]
    left = summarise(findings, 100)
    assert other in left
    assert len(left) == 2


def test_what_each_page_says_in_its_own_words_is_a_habit_where_most_do() -> None:
    own = [replace(f, message=f"`{n}` is missing.") for n, f in enumerate(tree(45))]
    assert len(summarise(own, 100)) == 1
    assert summarise(own, 200) == own


def test_errors_are_always_told_one_by_one() -> None:
    errors = [replace(f, severity=Severity.ERROR) for f in tree(90)]
    assert summarise(errors, 100) == errors


def test_an_accepted_habit_is_gone_and_what_differs_is_not() -> None:
    other = replace(HABIT, path="page0007.md", line=40, message="The row has 9 cells.")
    findings = [*tree(30), other]
    assert without_habits(findings, {"CS006"}, 100) == [other]
    assert without_habits(findings, {"CS007"}, 100) == findings
    assert without_habits(findings, set(), 100) == findings
    # Where it is not a habit any more, each is told.
    assert without_habits(tree(5), {"CS006"}, 100) == tree(5)


def test_rules_are_taken_apart() -> None:
    second = [replace(f, code="CS008") for f in tree(25)]
    assert set(habits([*tree(30), *second], 100)) == {"CS006", "CS008"}
